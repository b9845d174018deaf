//! Dates as people write them.

use std::str::FromStr;

use super::error::{ErrorKind, ParseError, unfit};
use super::grammar::{Pair, Rule, fast};
use super::pairs::Run;
use super::window::Window;
use crate::model::{Component, PartialDate};
use crate::text::Source;

impl FromStr for PartialDate {
    type Err = ParseError;

    /// Reads `24/4/2026`, `24-4-2026`, `24.4.2026`, `ngày 24 tháng 4 năm 2026`, `ngày  tháng 4 năm 2026` (day left
    /// blank), `tháng 4/2026`, `năm 2026` and EDTF (`2026-04-XX`).
    ///
    /// # Errors
    /// [`ErrorKind::Date`] with the span from the first character that does not fit; [`ErrorKind::NoSuchDay`]
    /// for a day that is in no calendar.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        if let Some(date) = Self::of_edtf(text.trim()) {
            return Ok(date);
        }
        let source = Source::from_text(text);
        let mut window = Window::default();
        window.fill(source.reading(), source.lower(), 0, usize::MAX / 2);
        let mut run = Run::new(&window.bytes, 0);
        fast::read(&mut run, Rule::date_text, 0)
            .ok_or_else(|| unfit(ErrorKind::Date, Rule::date_head, &source, &window))?;
        run.pairs().next().and_then(|pair| lower(&pair)).ok_or(ParseError::new(
            ErrorKind::NoSuchDay,
            0,
            text.len(),
        ))
    }
}

/// The date of a pair of the grammar (`date`, `bare_year`); None for a day that is in no calendar.
pub(super) fn lower(pair: &Pair<'_>) -> Option<PartialDate> {
    let (mut year, mut month, mut day) = (None, Component::Absent, Component::Absent);
    let mut days = false;
    let mut blank = false;
    for inner in pair.into_inner().flatten() {
        match inner.as_rule() {
            Rule::day_date => days = true,
            Rule::date_blank => blank = true,
            Rule::year => year = inner.as_str().parse().ok(),
            Rule::month => month = Component::Known(inner.as_str().parse().ok()?),
            Rule::day => day = Component::Known(inner.as_str().parse().ok()?),
            _ => {}
        }
    }
    if days && blank {
        day = Component::Blank;
        if month == Component::Absent {
            month = Component::Blank;
        }
    }
    let date = PartialDate { year, month, day };
    match (year, month, day) {
        (Some(y), Component::Known(m), Component::Known(d)) => PartialDate::day(y, m, d),
        _ => Some(date),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, edtf) in [
            ("24/4/2026", "2026-04-24"),
            ("24-4-2026", "2026-04-24"),
            ("24.4.2026", "2026-04-24"),
            ("ngày 24/4/2026", "2026-04-24"),
            ("ngày 24 tháng 4 năm 2026", "2026-04-24"),
            ("Ngày 05 tháng 9 năm\n2026", "2026-09-05"),
            ("ngày  tháng 4 năm 2026", "2026-04-XX"),
            ("ngày ... tháng ... năm 2026", "2026-XX-XX"),
            ("ngày …/4/2026", "2026-04-XX"),
            ("ngày tháng năm 2026", "2026-XX-XX"),
            ("tháng 4/2026", "2026-04"),
            ("tháng 4 năm 2026", "2026-04"),
            ("năm 2026", "2026"),
            ("2026", "2026"),
            ("2026-04-XX", "2026-04-XX"),
            ("XXXX-12-10", "XXXX-12-10"),
            ("ngày 30/4", "XXXX-04-30"),
        ] {
            let date: PartialDate = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(date.to_string(), edtf, "{text}");
            assert_eq!(edtf.parse(), Ok(date));
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        assert_eq!("30/02/2026".parse::<PartialDate>().unwrap_err().kind, ErrorKind::NoSuchDay);
        for text in ["", "24/13/2026", "hôm nay", "ngày 24", "2026-13"] {
            assert_eq!(text.parse::<PartialDate>().unwrap_err().kind, ErrorKind::Date, "{text}");
        }
    }
}
