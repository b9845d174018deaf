//! Whether a phrase of time is a limit for somebody to act: what stands around it tells validity, the past and
//! quantities from what is to be done.

use super::limits;
use crate::model::PartialDate;
use crate::registry::{DutyWord, duty_word, has_duty_word};
use crate::syntax::deadline::{Cue, TimePhrase};
use crate::syntax::moment::Moment;
use crate::text::Span;

/// `Hằng năm, Sở Y tế ...`: a recurrence that opens its sentence or item.
pub(super) fn opens_sentence(lower: &str, sentence: usize, span: Span) -> bool {
    let clean = |text: &str| !text.contains(char::is_alphanumeric);
    let after = lower[span.end..].trim_start();
    let told = after.trim_start_matches([',', ' ']);
    clean(&lower[sentence..span.start])
        && !after.starts_with(':')
        && !after.starts_with("của")
        && !["có khoảng", "có hàng", "có trên", "có hơn", "có gần"].iter().any(|w| told.starts_with(w))
}

/// `..., hằng quý báo cáo kết quả`: a recurrence behind a comma with its action next to it; and one that counts, of
/// what must be done (`phải đổi mật khẩu 03 tháng một lần`, `phải hằng ngày kiểm tra`).
pub(super) fn opens_duty(lower: &str, sentence: usize, span: Span) -> bool {
    let before = lower[sentence..span.start].trim_end();
    let after = lower[span.end..].trim_start();
    let counts = lower[span.range()].ends_with("lần")
        && (before.contains("phải ") || has_duty_word(before, DutyWord::Verb))
        && !["đã ", "sản phẩm nhựa"].iter().any(|word| before.contains(word));
    let bound = ["phải", "phải chủ động", "trách nhiệm"].iter().any(|word| before.ends_with(word));
    counts || (bound || before.ends_with([',', ':', ';'])) && duty_word(after, DutyWord::Verb).is_some()
}

/// `ít nhất 05 đơn vị mỗi năm`: so many in each period.
pub(super) fn counts_before(lower: &str, sentence: usize, span: Span) -> bool {
    let clause = clause(&lower[sentence..span.start]);
    let count = ["ít nhất", "tối thiểu"].iter().filter_map(|word| clause.rfind(word)).max();
    lower[span.range()].starts_with("mỗi")
        && count.is_some_and(|at| {
            let counted = &clause[at..];
            counted.chars().count() <= 40 && !counted.contains(['%', '/']) && !counted.contains("đồng")
        })
}

/// `đối chiếu số liệu hằng quý.`: a recurrence shorter than a year that closes a sentence of action.
pub(super) fn closes_duty(lower: &str, sentence: usize, range: Span, span: Span) -> bool {
    let (before, after) = (&lower[sentence..span.start], &lower[span.end..range.end]);
    let clause = clause(before);
    let short = !["năm", "ngày"].iter().any(|unit| lower[span.range()].ends_with(unit));
    let reviewed = ["sơ kết", "tổng kết", "rà soát", "kiểm tra", "đánh giá"];
    let goes_on = ["đến hết", "cho đến", "về ", "gửi "];
    let steady = before.trim_end().ends_with("liên tục");
    (short
        || steady
        || reviewed.iter().any(|word| before.trim_end().ends_with(word)) && !clause.contains("kết quả"))
        && (closes(after)
            || steady
            || short && after.starts_with(',')
            || short && goes_on.iter().any(|word| after.trim_start().starts_with(word)))
        && has_duty_word(before, DutyWord::Verb)
        && !SUMS.iter().chain(&["trong báo cáo", "tại báo cáo"]).any(|word| clause.contains(word))
}

/// `đánh giá kết quả hằng quý và đột xuất`: what comes back is told apart from what does not.
pub(super) fn adds_to_duty(lower: &str, sentence: usize, span: Span) -> bool {
    lower[span.range()].ends_with("đột xuất") && has_duty_word(&lower[sentence..span.start], DutyWord::Verb)
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
    after.is_empty() || after.starts_with(['.', ';', ')']) || after.starts_with("để ")
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
/// What is put off to a later day is due then.
const EXTENDED: [&str; 4] = [
    "gia hạn thời gian tổ chức",
    "gia hạn thời gian hoàn thành",
    "gia hạn thời gian nộp",
    "gia hạn thời gian báo cáo",
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
const PAST: [&str; 11] = [
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
    "đang tham gia",
];
/// Words before a length of time that has passed or must pass: `quá 30 ngày kể từ`.
const PASSED: [&str; 9] = ["quá", "hết", "đủ", "trên", "dưới", "từ", "cách", "được", "sau"];
/// Words that open a stretch of time, whose end is no limit by itself.
const SINCE: [&str; 7] = ["từ ngày", "từ tháng", "từ năm", "từ đầu", "từ khi", "từ quý", "từ thời điểm"];

/// `không quá 300 giờ trong một năm`: how much, not until when.
fn is_quantity(near: &str, after: &str) -> bool {
    let each =
        ["trong một", "trong 01", "trong 1", "trong năm", "trong tháng", "trong tuần", "mỗi ", "một năm"];
    near.contains("làm thêm") || near.contains("cộng dồn") || each.iter().any(|word| after.starts_with(word))
}

/// Whether a phrase with a cue is a limit for somebody to act, by what stands around it.
pub(super) fn stands(
    lower: &str,
    sentence: usize,
    range: Span,
    phrase: &TimePhrase,
    own: Option<PartialDate>,
    quoted: bool,
) -> bool {
    let before = &lower[sentence..phrase.span.start];
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(60))..];
    let after = lower[phrase.span.end..range.end].trim_start();
    let has = |text: &str, words: &[&str]| words.iter().any(|word| text.contains(word));
    let Some(moment) = phrase.moments.first() else { return false };
    if quoted || limits::is_past(moment, own) {
        return false;
    }
    let told = match &moment {
        Moment::Length(length) => {
            let text = &lower[phrase.span.range()];
            let bounded = || {
                ["thời hạn", "thời gian", "vòng", "không quá", "chậm", "muộn"]
                    .iter()
                    .any(|w| text.contains(w))
            };
            let long = matches!(length.unit, 'M' | 'Y');
            let loose = || !length.working && !bounded();
            let opens = !before.contains(char::is_alphabetic);
            let uncued = phrase.cue == Cue::None;
            if is_quantity(near, after)
                || text.starts_with("thời hạn")
                    && (near.trim_end().ends_with("có") || long && phrase.anchor.is_none())
                || uncued && !matches!(length.unit, 'D' | 'H')
                || uncued && PASSED.iter().any(|word| near.trim_end().ends_with(word))
            {
                return false;
            }
            if phrase.cue == Cue::AheadOf {
                let next = &after[..after.floor_char_boundary(80.min(after.len()))];
                return !has(near, &["hiệu lực"]) && !has(next, &["hiệu lực"]);
            }
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
                    || !(loose() || long && !text.contains("thời hạn") || length.unit == 'Y' && !opens));
        }
        Moment::Every(_) if phrase.cue == Cue::UpTo => has(near, &["hoàn thành", "xong"]),
        Moment::Every(_) => return !near.trim_end().ends_with("từ"),
        _ => {
            let valid = has(if phrase.cue == Cue::Limit { clause(near) } else { near }, &VALIDITY);
            (!valid || has(before, &EXTENDED))
                && !after.starts_with("có hiệu lực")
                && !after.starts_with("(ngày")
                && !["tính", "cộng dồn", "có thời hạn"].iter().any(|word| near.trim_end().ends_with(word))
        }
    };
    let clause = clause(before);
    let interval = || SINCE.iter().any(|word| clause.contains(word));
    let opens = || !before.contains(char::is_alphabetic);
    let year = matches!(moment, Moment::Year(_));
    let ended = || closes(&lower[phrase.span.end..range.end]);
    let acts = || has_duty_word(before, DutyWord::Verb) && !has(clause, &TOLD);
    let dated = matches!(moment, Moment::Month { year: Some(_), .. } | Moment::Quarter { year: Some(_), .. });
    told && match phrase.cue {
        Cue::Limit | Cue::AheadOf => true,
        Cue::Before => {
            let past = has(near, &PAST) && !has(before, &["phải", "hoàn thành", "yêu cầu", "đề nghị"]);
            !past && !["thì", "nhưng sau", "mà", "đã", "là "].iter().any(|word| after.starts_with(word))
        }
        Cue::UpTo if phrase.end => !interval(),
        Cue::UpTo if year => before.trim().is_empty() || near.contains("phấn đấu"),
        Cue::UpTo => {
            !interval()
                && (opens()
                    || has(near, &["hoàn thành", "xong", "thời hạn", "chậm nhất", "phấn đấu", "gia hạn"]))
        }
        Cue::Inside if year => {
            (ended()
                || after.starts_with(['(', ','])
                || has(near, &["hoàn thành", "xong", "ban hành", "trình"]))
                && acts()
                && !["của", "đã", "được"].iter().any(|word| after.starts_with(word))
        }
        Cue::Inside => {
            !interval() && !has(before, &["tại hội nghị"]) && (has(before, &ACTION) || ended() && acts())
        }
        Cue::End => !interval() && has(before, &ACTION),
        Cue::At if phrase.clock.is_some() => has(before, &["có mặt", "tập trung tại"]),
        // `tổ chức đại hội vào ngày 09/4/2025`: the day that is set for it.
        Cue::At if matches!(moment, Moment::Day { year: Some(_), .. }) && acts() => {
            phrase.end || has(near, &["tổ chức"]) && !has(before, &["dự kiến", "để tổ chức"])
        }
        Cue::At if year => ended() && has(near, &["tiến độ hoàn thành", "bảo đảm hoàn thành", "đưa vào"]),
        Cue::At => phrase.end && has(before, &ACTION) || dated && ended() && acts(),
        Cue::None => matches!(moment, Moment::Length(_)) || dated,
    }
}
