//! The days a time limit falls on: recurrences are expanded, periods end with their last day.

use jiff::civil::{Date, Weekday};

use crate::model::{Deadline, PartialDate};

/// No list of days covers more than this many.
const LONGEST_RANGE: i64 = 366 * 20;

/// Last safe days of a time limit between two days, both included, in order. An end that is None is open: a
/// recurrence then runs a year from `since`, or over the year that ends with `until`; without both it gives none.
pub fn last_days(
    deadline: &Deadline,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
) -> Vec<PartialDate> {
    let Some(rule) = deadline.value.strip_prefix("RRULE:") else {
        let day = deadline.last_day.or_else(|| fixed(deadline));
        let within =
            |d: &PartialDate| since.is_none_or(|s| *d >= first(s)) && until.is_none_or(|u| *d <= last(u));
        return day.filter(within).into_iter().collect();
    };
    let (from, to) = match (since.map(first), until.map(last)) {
        (None, None) => return Vec::new(),
        (Some(from), None) => (Some(from), from.plus_days(364)),
        (None, Some(to)) => (to.plus_days(-364), Some(to)),
        (from, to) => (from, to),
    };
    let to = match (to, deadline.until) {
        (Some(to), Some(end)) => Some(to.min(last(end))),
        (to, _) => to,
    };
    let (Some(from), Some(to)) = (from.and_then(PartialDate::civil), to.and_then(PartialDate::civil)) else {
        return Vec::new();
    };
    // The last safe day before `trước ngày 10/12` is the 9th: look one day further.
    let early = i64::from(deadline.exclusive);
    let rule = Rule::read(rule);
    let span = i64::from((to - from).get_days()).min(LONGEST_RANGE);
    (early..=span + early)
        .filter_map(|n| from.checked_add(jiff::Span::new().days(n)).ok())
        .filter(|day| rule.falls_on(*day))
        .filter_map(|day| PartialDate::from_civil(day).plus_days(-early))
        .collect()
}

/// The last day of a value that is no duration, one earlier for `trước`.
fn fixed(deadline: &Deadline) -> Option<PartialDate> {
    let day = period_end(deadline.value.split('T').next()?)?;
    if deadline.exclusive { day.plus_days(-1) } else { Some(day) }
}

fn period_end(value: &str) -> Option<PartialDate> {
    if let Some((year, quarter)) = value.split_once("-Q") {
        let month = quarter.parse::<u8>().ok().filter(|q| (1..=4).contains(q))? * 3;
        return Some(last(PartialDate::month(year.parse().ok()?, month)?));
    }
    let date = PartialDate::of_edtf(value)?;
    date.year.map(|_| last(date))
}

/// The first day a date can mean.
pub(crate) fn first(date: PartialDate) -> PartialDate {
    let Some(year) = date.year else { return date };
    PartialDate::day(year, date.month.known().unwrap_or(1), date.day.known().unwrap_or(1)).unwrap_or(date)
}

/// The last day a date can mean.
pub(crate) fn last(date: PartialDate) -> PartialDate {
    let Some(year) = date.year else { return date };
    let month = date.month.known().unwrap_or(12);
    let day = date.day.known().or_else(|| {
        let first = PartialDate::day(year, month, 1)?.civil()?;
        u8::try_from(first.days_in_month()).ok()
    });
    day.and_then(|day| PartialDate::day(year, month, day)).unwrap_or(date)
}

/// A recurrence as documents have them: a subset of RFC 5545.
#[derive(Debug, Default)]
struct Rule {
    frequency: String,
    interval: i8,
    months: Vec<i8>,
    days: Vec<i8>,
    weekdays: Vec<Weekday>,
}

impl Rule {
    fn read(text: &str) -> Self {
        let mut rule = Self { interval: 1, ..Self::default() };
        for (key, value) in text.split(';').filter_map(|part| part.split_once('=')) {
            let numbers = || value.split(',').filter_map(|n| n.parse().ok()).collect::<Vec<i8>>();
            match key {
                "FREQ" => value.clone_into(&mut rule.frequency),
                "INTERVAL" => rule.interval = value.parse().unwrap_or(1).max(1),
                "BYMONTH" => rule.months = numbers(),
                "BYMONTHDAY" => rule.days = numbers(),
                "BYDAY" => rule.weekdays = value.split(',').filter_map(weekday).collect(),
                _ => {}
            }
        }
        rule
    }

    /// Whether an occurrence falls on the day. Where no day is named it is the last of the period (Friday of a week):
    /// a quarterly report is due by the end of the quarter.
    fn falls_on(&self, day: Date) -> bool {
        let last = day.days_in_month();
        let month = if self.months.is_empty() {
            match self.frequency.as_str() {
                "YEARLY" => day.month() == 12,
                "MONTHLY" => day.month() % self.interval == 0,
                _ => true,
            }
        } else {
            self.months.contains(&day.month())
        };
        let named = |n: &i8| if *n < 0 { last + 1 + n == day.day() } else { (*n).min(last) == day.day() };
        let in_month = match self.frequency.as_str() {
            _ if !self.days.is_empty() => self.days.iter().any(named),
            "YEARLY" | "MONTHLY" if self.weekdays.is_empty() => day.day() == last,
            _ => true,
        };
        let in_week = match self.frequency.as_str() {
            "WEEKLY" if self.weekdays.is_empty() => day.weekday() == Weekday::Friday,
            _ => self.weekdays.is_empty() || self.weekdays.contains(&day.weekday()),
        };
        month && in_month && in_week
    }
}

fn weekday(code: &str) -> Option<Weekday> {
    Some(match code.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '+' | '-')) {
        "MO" => Weekday::Monday,
        "TU" => Weekday::Tuesday,
        "WE" => Weekday::Wednesday,
        "TH" => Weekday::Thursday,
        "FR" => Weekday::Friday,
        "SA" => Weekday::Saturday,
        "SU" => Weekday::Sunday,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DeadlineUse, Span};

    fn days(value: &str, exclusive: bool, since: &str, until: &str) -> Vec<String> {
        let deadline = Deadline {
            text: String::new(),
            span: Span::default(),
            value: value.to_owned(),
            time: None,
            until: None,
            exclusive,
            unit: None,
            anchor: None,
            last_day: None,
            last_day_reason: None,
            purpose: DeadlineUse::Task,
            part: "main".to_owned(),
        };
        let days = last_days(&deadline, PartialDate::of_edtf(since), PartialDate::of_edtf(until));
        days.into_iter().map(|d| d.to_string()).collect()
    }

    #[test]
    fn recurrences_fall_on_their_days() {
        let yearly = "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10";
        assert_eq!(days(yearly, true, "2026-01-01", "2027-12-31"), ["2026-12-09", "2027-12-09"]);
        assert_eq!(days(yearly, true, "2026-12-10", "2026-12-31"), [""; 0]);
        assert_eq!(days(yearly, true, "", "2026-12-09"), ["2026-12-09"]);
        assert_eq!(days("RRULE:FREQ=MONTHLY;INTERVAL=3", false, "2026", "2026").len(), 4);
        assert_eq!(days("RRULE:FREQ=MONTHLY;BYMONTHDAY=31", false, "2026-02", "2026-02"), ["2026-02-28"]);
        assert_eq!(
            days("RRULE:FREQ=WEEKLY;BYDAY=MO", false, "2026-11-01", "2026-11-15"),
            ["2026-11-02", "2026-11-09"]
        );
    }

    #[test]
    fn periods_end_with_their_last_day() {
        assert_eq!(days("2026-Q2", false, "", ""), ["2026-06-30"]);
        assert_eq!(days("2028-02", false, "", ""), ["2028-02-29"]);
        assert_eq!(days("2025-12-05T17:00", true, "2025-12-01", "2025-12-31"), ["2025-12-04"]);
        assert_eq!(days("P15D/working", false, "", ""), [""; 0]);
        assert_eq!(days("XXXX-12-10", false, "", ""), [""; 0]);
    }
}
