//! Dates as documents give them: a draft leaves the day blank, a citation may give only the year.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One part of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Component {
    /// The text names no such part: `năm 2026` has no month.
    Absent,
    /// The text leaves it blank: `ngày    tháng 4`.
    Blank,
    /// Given.
    Known(u8),
}

impl Component {
    /// The number, when given.
    pub const fn known(self) -> Option<u8> {
        match self {
            Self::Known(n) => Some(n),
            _ => None,
        }
    }
}

/// Ngày, tháng, năm as far as the text gives them; its form is EDTF level 1: `2026-04-24`, `2026-04-XX` (day left
/// blank), `2026-XX-XX`, `2026-04` (the text means a month), `2026`, `XXXX-12-10` (year not known).
///
/// The order is that of time; an unknown part comes before a known one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    /// Year of the common era; None when the text gives none.
    pub year: Option<u16>,
    /// Month, 1 to 12.
    pub month: Component,
    /// Day of the month, 1 to 31.
    pub day: Component,
}

impl PartialDate {
    /// A whole day. None where the calendar has no such day.
    pub fn day(year: u16, month: u8, day: u8) -> Option<Self> {
        let year_known = i16::try_from(year).ok()?;
        jiff::civil::Date::new(year_known, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()?;
        Some(Self { year: Some(year), month: Component::Known(month), day: Component::Known(day) })
    }

    /// A month of a year.
    pub fn month(year: u16, month: u8) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self {
            year: Some(year),
            month: Component::Known(month),
            day: Component::Absent,
        })
    }

    /// A year alone.
    pub const fn year(year: u16) -> Self {
        Self { year: Some(year), month: Component::Absent, day: Component::Absent }
    }

    /// Reads the EDTF form, as it is printed; what people write (`24/4/2026`) is read in `syntax`.
    pub fn of_edtf(text: &str) -> Option<Self> {
        edtf(text)
    }

    /// Whether year, month and day are all given.
    pub const fn is_whole(self) -> bool {
        self.year.is_some() && self.month.known().is_some() && self.day.known().is_some()
    }

    /// How many of the three parts are given.
    pub fn precision(self) -> usize {
        usize::from(self.year.is_some())
            + usize::from(self.month.known().is_some())
            + usize::from(self.day.known().is_some())
    }

    /// Whether both can be the same day: no part that both give differs.
    pub fn agrees_with(self, other: Self) -> bool {
        fn meet<T: PartialEq>(a: Option<T>, b: Option<T>) -> bool {
            !matches!((a, b), (Some(a), Some(b)) if a != b)
        }
        meet(self.year, other.year)
            && meet(self.month.known(), other.month.known())
            && meet(self.day.known(), other.day.known())
    }

    pub(crate) fn civil(self) -> Option<jiff::civil::Date> {
        let (year, month, day) = (self.year?, self.month.known()?, self.day.known()?);
        jiff::civil::Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?)
            .ok()
    }

    pub(crate) fn from_civil(date: jiff::civil::Date) -> Self {
        Self {
            year: u16::try_from(date.year()).ok(),
            month: Component::Known(date.month().unsigned_abs()),
            day: Component::Known(date.day().unsigned_abs()),
        }
    }

    /// The day `days` later (earlier when negative); None for a date that is not whole.
    pub fn plus_days(self, days: i64) -> Option<Self> {
        let span = jiff::Span::new().try_days(days).ok()?;
        self.civil()?.checked_add(span).ok().map(Self::from_civil)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => f.write_str("XXXX")?,
        }
        for part in [self.month, self.day] {
            match part {
                Component::Absent => return Ok(()),
                Component::Blank => f.write_str("-XX")?,
                Component::Known(n) => write!(f, "-{n:02}")?,
            }
        }
        Ok(())
    }
}

impl Serialize for PartialDate {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for PartialDate {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        edtf(&text).ok_or_else(|| serde::de::Error::custom(format!("`{text}` is no EDTF date")))
    }
}

impl JsonSchema for PartialDate {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "PartialDate".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "description": "EDTF level 1 date",
            "pattern": "^([0-9]{4}|XXXX)(-([0-9]{2}|XX)(-([0-9]{2}|XX))?)?$",
        })
    }
}

/// The EDTF form alone; what people write (`24/4/2026`) is read in `syntax`.
pub(crate) fn edtf(text: &str) -> Option<PartialDate> {
    let mut parts = text.split('-');
    let year = match parts.next()? {
        "XXXX" => None,
        year if year.len() == 4 => Some(year.parse().ok()?),
        _ => return None,
    };
    let mut component = || match parts.next() {
        None => Some(Component::Absent),
        Some("XX") => Some(Component::Blank),
        Some(n) if n.len() == 2 => n.parse().ok().map(Component::Known),
        Some(_) => None,
    };
    let (month, day) = (component()?, component()?);
    let date = PartialDate { year, month, day };
    let month_fits = month.known().is_none_or(|m| (1..=12).contains(&m));
    let day_fits = day.known().is_none_or(|d| (1..=31).contains(&d));
    let real = !date.is_whole() || date.civil().is_some();
    (parts.next().is_none() && month_fits && day_fits && real).then_some(date)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edtf_is_read_as_it_is_written() {
        for text in ["2026-04-24", "2026-04-XX", "2026-XX-XX", "2026-04", "2026", "XXXX-12-10"] {
            assert_eq!(edtf(text).map(|d| d.to_string()).as_deref(), Some(text));
        }
        for text in ["", "26", "2026-13", "2026-02-30", "2026-4-24", "2026-04-24-1", "2026-04-"] {
            assert_eq!(edtf(text), None, "{text}");
        }
    }

    #[test]
    fn a_blank_day_agrees_with_any_day() {
        let date = |s| edtf(s).unwrap();
        assert!(date("2026-04-XX").agrees_with(date("2026-04-24")));
        assert!(!date("2026-05").agrees_with(date("2026-04-24")));
    }
}
