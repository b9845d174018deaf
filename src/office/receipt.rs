//! Durations that run from the day a document was received: the incoming register tells the day.

use crate::model::{Deadline, PartialDate};
use crate::text::fold;

/// What else is received: a limit in such a sentence need not run from the receipt of the document.
const OTHERS: [&str; 8] =
    ["đơn", "hồ sơ", "kiến nghị", "phản ánh", "đề nghị", "yêu cầu", "tờ trình", "tin báo"];

/// Gives a limit that runs from the receipt of its own document its last day; working days stay unknown, for the
/// calendar of holidays is.
pub(super) fn dated(deadline: &mut Deadline, sentence: &str, arrived: PartialDate) {
    if deadline.last_day_reason.as_deref() != Some("unknown-anchor") || !runs_from_receipt(deadline, sentence)
    {
        return;
    }
    match last_day(&deadline.value, arrived) {
        Ok(day) => (deadline.last_day, deadline.last_day_reason) = (Some(day), None),
        Err(reason) => deadline.last_day_reason = Some(reason.to_owned()),
    }
}

/// Whether it runs from the receipt of the document it stands in: `ngày nhận được văn bản này`; a bare `ngày nhận
/// được` only where the sentence speaks of nothing else that is received.
fn runs_from_receipt(deadline: &Deadline, sentence: &str) -> bool {
    let Some(anchor) = &deadline.anchor else { return false };
    let anchor = fold(&anchor.text);
    let event = ["ngày ", "khi ", "thời điểm "].iter().find_map(|word| anchor.strip_prefix(word));
    let Some(received) = event.and_then(|event| event.strip_prefix("nhận")) else { return false };
    let what = received.strip_prefix(" được").unwrap_or(received).trim();
    match what {
        "" => {
            let sentence = fold(sentence);
            !OTHERS.iter().any(|other| {
                sentence.split([' ', ',', ';', '.']).any(|w| w == *other)
                    || (other.contains(' ') && sentence.contains(other))
            })
        }
        "văn bản" | "công văn" | "văn bản chỉ đạo" => true,
        _ => what.ends_with(" này"),
    }
}

/// The day of receipt is not counted (Bộ luật Dân sự 2015, Điều 147).
fn last_day(value: &str, arrived: PartialDate) -> Result<PartialDate, &'static str> {
    let (length, working) = value.split_once('/').map_or((value, false), |(length, _)| (length, true));
    if working {
        return Err("unknown-holidays");
    }
    let inner = length.strip_prefix('P').ok_or("unknown-length")?;
    let (count, unit) = inner.split_at(inner.len().saturating_sub(1));
    let count: i64 = count.parse().map_err(|_| "unknown-length")?;
    let days = match unit {
        "D" => count,
        "W" => count * 7,
        _ => return Err("unknown-length"),
    };
    arrived.plus_days(days).ok_or("unknown-length")
}
