//! Thời hạn of a document: which phrases of time are limits for somebody to act, and what day they mean.

pub(super) mod labels;
pub(super) mod limits;

use self::limits::Context;
use crate::model::{Deadline, DeadlineUse, PartialDate};
use crate::parse::outline::{Outline, Zone};
use crate::parse::unwrapped::unwrapped;
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
        for phrase in kept {
            let context = Context {
                source,
                lower,
                own_date,
                part: &outline.parts[region.part].id,
                region: region.span,
            };
            found.extend(phrase.moments.iter().filter_map(|moment| limits::build(&context, &phrase, moment)));
        }
    }
    found.sort_by_key(|deadline: &Deadline| deadline.span);
    found
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
        // A cell of a table without names of columns that holds nothing but a time.
        if block.zone == Zone::Table && is_time_alone(lower, block.span) {
            all.push(Region { span: block.span, part: block.part, entry: true });
            continue;
        }
        let mut rest = block.span;
        for entry in labels::entries(lower, block.span) {
            all.push(Region { span: Span::new(rest.start, entry.start), part: block.part, entry: false });
            all.push(Region { span: entry, part: block.part, entry: true });
            rest.start = entry.end;
        }
        all.push(Region { span: rest, part: block.part, entry: false });
    }
    for table in &outline.tables {
        let timed: Vec<bool> =
            table.columns.iter().map(|column| labels::is_time_column(&lower[column.range()])).collect();
        for row in &table.rows {
            for (i, &span) in row.cells.iter().enumerate() {
                let entry = row.cells.len() > 1 && timed.get(i).copied().unwrap_or(false);
                all.push(Region { span, part: table.part, entry });
            }
        }
    }
    all.retain(|region| !region.span.is_empty());
    all
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
            let alone = phrase.regular || opens_sentence(lower, sentence, phrase.span);
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
            let loose = !bounded;
            let long = matches!(length.unit, 'M' | 'Y');
            return !has(near, &["hiệu lực", "giá trị", "tuổi", "thời gian nghỉ", "kinh nghiệm", "phạt"])
                && !after.starts_with(['/', '%'])
                && (phrase.anchor.is_some()
                    || !(loose || long && !text.contains("thời hạn") || length.unit == 'Y'));
        }
        Moment::Every(_) if phrase.cue == Cue::UpTo => has(near, &["hoàn thành", "xong"]),
        Moment::Every(_) => return !near.trim_end().ends_with("từ"),
        _ => !has(near, &VALIDITY) && !after.starts_with("có hiệu lực") && !after.starts_with("(ngày"),
    };
    let clause = &before[before.rfind(',').map_or(0, |i| i + 1)..];
    let interval = clause.contains("từ ngày") || clause.contains("từ tháng") || clause.contains("từ năm");
    let year = matches!(moment, Moment::Year(_));
    told && match phrase.cue {
        Cue::Limit => true,
        Cue::Before => {
            let past = has(near, &PAST) && !has(before, &["phải", "hoàn thành", "yêu cầu", "đề nghị"]);
            !past && !["thì", "nhưng sau", "mà", "đã"].iter().any(|word| after.starts_with(word))
        }
        Cue::UpTo if phrase.end => !interval,
        Cue::UpTo if year => before.trim().is_empty() || near.contains("phấn đấu"),
        Cue::UpTo => !interval && has(near, &["hoàn thành", "xong", "thời hạn", "chậm nhất"]),
        Cue::Inside if year => has(near, &["hoàn thành", "xong", "ban hành", "trình"]),
        Cue::Inside | Cue::End => !interval && has(before, &ACTION),
        Cue::At => phrase.end && has(before, &ACTION),
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
