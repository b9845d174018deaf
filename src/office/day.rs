//! Days as people write them in tables: `2026-06-30`, `30/6/2026`.

use crate::model::PartialDate;

/// Reads a whole day; None for anything else.
pub fn day(text: &str) -> Option<PartialDate> {
    let text = text.trim();
    let date = match *text.split('/').collect::<Vec<_>>() {
        [day, month, year] => PartialDate::of_edtf(&format!("{year}-{month:0>2}-{day:0>2}")),
        _ => PartialDate::of_edtf(text),
    };
    date.filter(|date| date.is_whole())
}

/// Days from one day to another; None where one is not whole.
pub(super) fn days_between(from: PartialDate, to: PartialDate) -> Option<i64> {
    Some(i64::from((to.civil()? - from.civil()?).get_days()))
}
