//! Thời hạn of a document: which phrases of time are limits for somebody to act, and what day they mean.

pub(super) mod labels;
pub(super) mod limits;

use self::limits::Context;
use crate::model::{Deadline, DeadlineUse, PartialDate};
use crate::parse::outline::{Outline, Zone};
use crate::parse::unwrapped::unwrapped;
use crate::registry::{DutyWord, has_duty_word};
use crate::syntax::deadline::{self, Cue, TimePhrase};
use crate::syntax::moment::{Cycle, Frequency, Moment};
use crate::text::{Source, Span};

/// Every limit in time the document sets, in the order of the text; spans are of the reading.
///
/// `own_date` fills in a year that is not printed and tells what is past.
pub fn read(source: &Source, outline: &Outline, own_date: Option<PartialDate>) -> Vec<Deadline> {
    let lower = &unwrapped(source.lower());
    let mut found = Vec::new();
    for region in regions(lower, outline) {
        let kept = if region.entry {
            deadline::entries(lower, region.span)
        } else {
            in_sentences(lower, region.span, own_date)
        };
        let from = found.len();
        for phrase in &kept {
            let context = Context {
                source,
                lower,
                own_date,
                part: &outline.parts[region.part].id,
                region: region.span,
            };
            found.extend(phrase.moments.iter().filter_map(|moment| limits::build(&context, phrase, moment)));
        }
        close(lower, region.span, &kept, &mut found[from..]);
    }
    found.sort_by_key(|deadline: &Deadline| deadline.span);
    found
}

/// Gives recurrences the last day their sentence names: `hằng tuần báo cáo, đến hết ngày 30/6/2026`.
fn close(lower: &str, region: Span, kept: &[TimePhrase], found: &mut [Deadline]) {
    let ends: Vec<Span> =
        kept.iter().filter(|phrase| phrase.cue == Cue::UpTo).map(|phrase| phrase.span).collect();
    for end in ends {
        let Some(day) = found.iter().find(|d| d.span == end).and_then(|d| d.last_day) else { continue };
        let sentence = sentence_start(lower, region.start, end.start);
        let within = |d: &&mut Deadline| {
            let (first, last) = (d.span.start.min(end.start), d.span.start.max(end.start));
            d.value.starts_with("RRULE")
                && first >= sentence
                && sentence_start(lower, region.start, last) == sentence
        };
        found.iter_mut().filter(within).for_each(|d| d.until = Some(day));
    }
}

/// A stretch of text to be read for limits.
struct Region {
    span: Span,
    part: usize,
    /// A cell of a time column or the rest of a line behind `Thời gian thực hiện:`.
    entry: bool,
}

fn regions(lower: &str, outline: &Outline) -> Vec<Region> {
    let mut all = Vec::new();
    for block in &outline.blocks {
        let in_table =
            outline.tables.iter().any(|table| table.part == block.part && table.span.contains(block.span));
        if in_table || !matches!(block.zone, Zone::Body | Zone::Table) {
            continue;
        }
        divide(lower, block.span, block.part, block.zone == Zone::Table, &mut all);
    }
    for table in &outline.tables {
        let timed: Vec<bool> =
            table.columns.iter().map(|column| labels::is_time_column(&lower[column.range()])).collect();
        for row in &table.rows {
            for (i, &span) in row.cells.iter().enumerate() {
                if row.cells.len() > 1 && timed.get(i).copied().unwrap_or(false) {
                    all.push(Region { span, part: table.part, entry: true });
                } else {
                    divide(lower, span, table.part, true, &mut all);
                }
            }
        }
    }
    all.retain(|region| !region.span.is_empty());
    all
}

/// Cuts out what stands behind labels of time; a cell that holds nothing but a time is all of it an entry.
fn divide(lower: &str, span: Span, part: usize, cell: bool, all: &mut Vec<Region>) {
    if cell && is_time_alone(lower, span) {
        all.push(Region { span, part, entry: true });
        return;
    }
    let mut rest = span;
    for entry in labels::entries(lower, span) {
        all.push(Region { span: Span::new(rest.start, entry.start), part, entry: false });
        all.push(Region { span: entry, part, entry: true });
        rest.start = entry.end;
    }
    all.push(Region { span: rest, part, entry: false });
}

fn is_time_alone(lower: &str, span: Span) -> bool {
    let length = |moment: &Moment| matches!(moment, Moment::Length(_));
    deadline::entries(lower, span).first().is_some_and(|phrase| {
        let rest = lower[phrase.span.end..span.end].trim_matches([' ', '.', ';', '\n']);
        let whole = phrase.span.start == span.start && rest.is_empty();
        let bare =
            matches!(phrase.moments[..], [Moment::Year(_) | Moment::Month { .. } | Moment::Day { .. }]);
        whole && !bare && (phrase.anchor.is_some() || !phrase.moments.iter().any(length))
    })
}

/// The phrases of running text that are limits; a recurrence and the day named behind it are one:
/// `định kỳ hằng năm (trước ngày 10/12)`.
fn in_sentences(lower: &str, range: Span, own: Option<PartialDate>) -> Vec<TimePhrase> {
    let mut kept: Vec<TimePhrase> = Vec::new();
    // Recurrences read so far in this sentence, with their index in `kept` (None: not a limit by itself).
    let mut open: Vec<(Cycle, Span, Option<usize>)> = Vec::new();
    for mut phrase in deadline::phrases(lower, range) {
        let sentence = sentence_start(lower, range.start, phrase.span.start);
        open.retain(|(_, span, _)| span.start >= sentence);
        if let (Cue::None, [Moment::Every(cycle), ..]) = (phrase.cue, phrase.moments.as_slice())
            && cycle.day.is_none()
        {
            let alone = phrase.regular
                || opens_sentence(lower, sentence, phrase.span)
                || counts_before(lower, sentence, phrase.span)
                || closes_duty(lower, sentence, range, phrase.span);
            for moment in &phrase.moments {
                if let Moment::Every(cycle) = moment {
                    open.push((cycle.clone(), phrase.span, alone.then_some(kept.len())));
                }
            }
            if alone {
                kept.push(phrase);
            }
            continue;
        }
        if open.is_empty() {
            if !one_off_weekday(lower, &phrase) && stands(lower, sentence, range, &phrase, own) {
                kept.push(phrase);
            }
            continue;
        }
        let mut used = Vec::new();
        for moment in &mut phrase.moments {
            if let Some(i) = matching(lower, &open, moment, phrase.span) {
                match *moment {
                    Moment::Day { day, month, .. } => {
                        *moment = Moment::Every(Cycle::yearly(month, Some(day)));
                    }
                    Moment::DayOfMonth(day) => {
                        *moment = Moment::Every(Cycle { day: Some(day), ..open[i].0.clone() });
                    }
                    _ => {}
                }
                used.push(i);
            }
        }
        let weekly = open.iter().any(|(cycle, ..)| cycle.frequency == Frequency::Weekly);
        if !weekly && one_off_weekday(lower, &phrase) || !stands(lower, sentence, range, &phrase, own) {
            continue;
        }
        for &i in &used {
            if let (cycle, _, Some(at)) = &open[i] {
                kept[*at].moments.retain(|moment| *moment != Moment::Every(cycle.clone()));
            }
        }
        kept.push(phrase);
    }
    kept.retain(|phrase| !phrase.moments.is_empty());
    kept
}

/// The open recurrence that `moment` makes precise.
fn matching(lower: &str, open: &[(Cycle, Span, Option<usize>)], moment: &Moment, at: Span) -> Option<usize> {
    open.iter().rposition(|(cycle, span, alone)| match moment {
        Moment::Day { year: None, .. } => {
            let joined =
                lower[span.end..at.start].chars().all(|c| c.is_whitespace() || matches!(c, ',' | '(' | ':'));
            (alone.is_some() || joined) && rhythm(cycle) >= 6
        }
        Moment::DayOfMonth(_) => (1..12).contains(&rhythm(cycle)),
        Moment::Every(precise) => rhythm(precise) == rhythm(cycle),
        _ => false,
    })
}

/// Length of a recurrence in months; days and weeks are told apart below zero.
fn rhythm(cycle: &Cycle) -> i32 {
    let interval = i32::from(cycle.interval);
    match cycle.frequency {
        Frequency::Daily => -1,
        Frequency::Weekly => -2,
        Frequency::Monthly => interval,
        Frequency::Yearly => 12 * interval / i32::try_from(cycle.months.len().max(1)).unwrap_or(1),
    }
}

/// `thứ Sáu` without `hằng tuần` is one day of one week.
fn one_off_weekday(lower: &str, phrase: &TimePhrase) -> bool {
    matches!(&phrase.moments[..], [Moment::Every(cycle)] if cycle.weekday.is_some())
        && !lower[phrase.span.range()].contains("tuần")
}

/// Where the sentence that holds `at` begins; a full stop within a number or an abbreviation ends none.
fn sentence_start(lower: &str, from: usize, at: usize) -> usize {
    let ends = [". ", ".\n", "; ", ";\n", "./.", "\n\n"];
    let start = ends.iter().filter_map(|end| lower[from..at].rfind(end).map(|i| from + i + end.len())).max();
    start.unwrap_or(from)
}

/// `Hằng năm, Sở Y tế ...`: a recurrence that opens its sentence or item.
fn opens_sentence(lower: &str, sentence: usize, span: Span) -> bool {
    let clean = |text: &str| !text.contains(char::is_alphanumeric);
    let after = lower[span.end..].trim_start();
    clean(&lower[sentence..span.start]) && !after.starts_with(':') && !after.starts_with("của")
}

/// `ít nhất 05 đơn vị mỗi năm`: so many in each period.
fn counts_before(lower: &str, sentence: usize, span: Span) -> bool {
    let clause = clause(&lower[sentence..span.start]);
    let count = ["ít nhất", "tối thiểu"].iter().filter_map(|word| clause.rfind(word)).max();
    lower[span.range()].starts_with("mỗi")
        && count.is_some_and(|at| {
            let counted = &clause[at..];
            counted.chars().count() <= 40 && !counted.contains(['%', '/']) && !counted.contains("đồng")
        })
}

/// `đối chiếu số liệu hằng quý.`: a recurrence shorter than a year that closes a sentence of action.
fn closes_duty(lower: &str, sentence: usize, range: Span, span: Span) -> bool {
    let (before, after) = (&lower[sentence..span.start], &lower[span.end..range.end]);
    let clause = clause(before);
    let short = !["năm", "ngày"].iter().any(|unit| lower[span.range()].ends_with(unit));
    short
        && (closes(after) || ["đến hết", "cho đến"].iter().any(|word| after.trim_start().starts_with(word)))
        && has_duty_word(before, DutyWord::Verb)
        && !SUMS.iter().chain(&["trong báo cáo", "tại báo cáo"]).any(|word| clause.contains(word))
}

/// What is paid, planned or measured by the month: `lương hằng tháng`.
const SUMS: [&str; 12] = [
    "kinh phí",
    "dự toán",
    "lương",
    "phụ cấp",
    "trợ cấp",
    "phí",
    "tiền",
    "mức",
    "thu nhập",
    "chỉ tiêu",
    "giá",
    "thuế",
];

/// Words of a clause that tells what is or will be rather than what to do.
const TOLD: [&str; 11] = [
    "đã ",
    "kết quả",
    "giá trị",
    "phát sinh",
    "miễn",
    "không thể",
    "diễn ra",
    "thông qua",
    "được ",
    "sẽ ",
    "khi ",
];

/// Whether a sentence or a part of it ends here.
fn closes(after: &str) -> bool {
    let after = after.trim_start();
    after.is_empty() || after.starts_with(['.', ';']) || after.starts_with("để ")
}

/// Behind the last comma.
fn clause(before: &str) -> &str {
    &before[before.rfind(',').map_or(0, |i| i + 1)..]
}

/// Words that tell of validity or of a stretch of time rather than of a limit.
const VALIDITY: [&str; 14] = [
    "hiệu lực",
    "có giá trị",
    "áp dụng",
    "gia hạn",
    "kéo dài",
    "kể từ",
    "tính đến",
    "lũy kế",
    "luỹ kế",
    "giai đoạn",
    "thời kỳ",
    "tầm nhìn",
    "ổn định đến",
    "số liệu đến",
];
/// Words of acting that a period needs before it: `hoàn thành trong quý IV/2025`.
const ACTION: [&str; 18] = [
    "hoàn thành",
    "hoàn thiện",
    "xong",
    "ban hành",
    "trình",
    "báo cáo",
    "thực hiện",
    "tổ chức",
    "gửi",
    "triển khai",
    "công bố",
    "phê duyệt",
    "tham mưu",
    "xây dựng",
    "rà soát",
    "giải quyết",
    "tháo gỡ",
    "đưa vào",
];
/// Words of what has happened: `được cấp trước ngày 01/7/2025`.
const PAST: [&str; 10] = [
    "đã",
    "được cấp",
    "được ban hành",
    "được phê duyệt",
    "ký kết",
    "phát sinh",
    "được tuyển dụng",
    "được công nhận",
    "được thành lập",
    "khởi công",
];

/// Whether a phrase with a cue is a limit for somebody to act, by what stands around it.
fn stands(lower: &str, sentence: usize, range: Span, phrase: &TimePhrase, own: Option<PartialDate>) -> bool {
    let before = &lower[sentence..phrase.span.start];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(60))..];
    let after = lower[phrase.span.end..range.end].trim_start();
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let quoted =
        lower[range.start..phrase.span.start].rfind('“') > lower[range.start..phrase.span.start].rfind('”');
    let Some(moment) = phrase.moments.first() else { return false };
    if quoted || limits::is_past(moment, own) {
        return false;
    }
    let told = match &moment {
        Moment::Length(length) => {
            let text = &lower[phrase.span.range()];
            let bounded =
                ["thời hạn", "vòng", "không quá", "chậm", "muộn"].iter().any(|word| text.contains(word));
            let loose = !bounded && !length.working;
            if phrase.cue == Cue::AheadOf {
                return !has(near, &["hiệu lực"]);
            }
            let long = matches!(length.unit, 'M' | 'Y');
            return !has(
                near,
                &[
                    "hiệu lực",
                    "giá trị",
                    "tuổi",
                    "thời gian nghỉ",
                    "kinh nghiệm",
                    "phạt",
                    "miễn",
                    "giảm thuế",
                    "ưu đãi",
                    "được hưởng",
                ],
            ) && !after.starts_with(['/', '%'])
                && (phrase.anchor.is_some()
                    || !(loose || long && !text.contains("thời hạn") || length.unit == 'Y'));
        }
        Moment::Every(_) if phrase.cue == Cue::UpTo => has(near, &["hoàn thành", "xong"]),
        Moment::Every(_) => return !near.trim_end().ends_with("từ"),
        _ => {
            !has(if phrase.cue == Cue::Limit { clause(near) } else { near }, &VALIDITY)
                && !after.starts_with("có hiệu lực")
                && !after.starts_with("(ngày")
        }
    };
    let clause = clause(before);
    let interval = clause.contains("từ ngày") || clause.contains("từ tháng") || clause.contains("từ năm");
    let year = matches!(moment, Moment::Year(_));
    let ended = closes(&lower[phrase.span.end..range.end]);
    let acts = has_duty_word(before, DutyWord::Verb) && !has(clause, &TOLD);
    let dated = matches!(moment, Moment::Month { year: Some(_), .. } | Moment::Quarter { year: Some(_), .. });
    told && match phrase.cue {
        Cue::Limit | Cue::AheadOf => true,
        Cue::Before => {
            let past = has(near, &PAST) && !has(before, &["phải", "hoàn thành", "yêu cầu", "đề nghị"]);
            !past && !["thì", "nhưng sau", "mà", "đã"].iter().any(|word| after.starts_with(word))
        }
        Cue::UpTo if phrase.end => !interval,
        Cue::UpTo if year => before.trim().is_empty() || near.contains("phấn đấu"),
        Cue::UpTo => !interval && has(near, &["hoàn thành", "xong", "thời hạn", "chậm nhất"]),
        Cue::Inside if year => {
            (ended || has(near, &["hoàn thành", "xong", "ban hành", "trình"]))
                && acts
                && !["của", "đã", "được"].iter().any(|word| after.starts_with(word))
        }
        Cue::Inside => !interval && (has(before, &ACTION) || ended && acts),
        Cue::End => !interval && has(before, &ACTION),
        Cue::At if phrase.clock.is_some() => has(before, &["có mặt", "tập trung tại"]),
        Cue::At => phrase.end && has(before, &ACTION) || dated && ended && acts,
        Cue::None => false,
    }
}

/// What a limit is for: a horizon, a report, or something to be done.
pub(crate) fn purpose(lower: &str, region: Span, phrase: &TimePhrase, moment: &Moment) -> DeadlineUse {
    let horizon =
        matches!(moment, Moment::Year(_)) && matches!(phrase.cue, Cue::UpTo | Cue::Before | Cue::End);
    if horizon {
        return DeadlineUse::Target;
    }
    let start = sentence_start(lower, region.start, phrase.span.start);
    let to = lower.floor_char_boundary((phrase.span.end + 60).min(region.end));
    let reported = lower[start..to].contains("báo cáo");
    if reported { DeadlineUse::Report } else { DeadlineUse::Task }
}
