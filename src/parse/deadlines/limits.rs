//! From a phrase of time to a deadline: its value, its last safe day, how its days count.

use super::purpose;
use super::stops::Stops;
use crate::model::{Component, Deadline, DurationUnit, PartialDate, Quote};
use crate::syntax::deadline::TimePhrase;
use crate::syntax::moment::{Cycle, Frequency, Length, Moment};
use crate::text::{Source, Span};

/// What a deadline is built against.
pub(super) struct Context<'a> {
    /// The text.
    pub source: &'a Source,
    /// Its sentences.
    pub stops: &'a Stops<'a>,
    /// Date of the document.
    pub own_date: Option<PartialDate>,
    /// Id of the part.
    pub part: &'a str,
    /// The block or cell that holds the phrase.
    pub region: Span,
}

/// The deadline that `moment` of `phrase` sets; None for a day the calendar does not have.
pub(super) fn build(context: &Context<'_>, phrase: &TimePhrase, moment: &Moment) -> Option<Deadline> {
    let own = context.own_date;
    let time = phrase.clock.map(|(hour, minute)| format!("{hour:02}:{minute:02}"));
    let (value, period) = match moment {
        Moment::DayOfMonth(_) => return None,
        Moment::Every(cycle) => (rule(cycle, phrase.clock), None),
        Moment::Length(length) => (duration(length), None),
        _ => {
            let period = period(moment, phrase.end, own)?;
            let value = match (&time, moment) {
                (Some(time), Moment::Day { .. }) => format!("{}T{time}", period.0),
                _ => period.0.clone(),
            };
            (value, Some(period))
        }
    };
    let anchor = phrase.anchor.map(|span| Quote { text: context.source.quote(span), span });
    let (last_day, last_day_reason) = match (moment, period) {
        (Moment::Every(_), _) => (None, Some("recurring")),
        (Moment::Length(length), _) => last_of(length, anchor.as_ref(), own),
        // Before 15:00 of a day the day itself still serves.
        (_, Some((_, Some((first, _))))) if phrase.exclusive && time.is_none() => (first.plus_days(-1), None),
        (_, Some((_, Some((_, last))))) => (Some(last), None),
        _ => (None, Some("unknown-year")),
    };
    let unit = match moment {
        Moment::Length(Length { working: true, .. }) => Some(DurationUnit::Working),
        Moment::Length(Length { unit: 'D', .. }) => Some(DurationUnit::Unstated),
        Moment::Length(_) => Some(DurationUnit::Calendar),
        _ => None,
    };
    Some(Deadline {
        text: context.source.quote(phrase.span),
        span: phrase.span,
        value,
        time,
        until: None,
        exclusive: phrase.exclusive,
        unit,
        anchor,
        last_day,
        last_day_reason: last_day_reason.map(str::to_owned),
        purpose: purpose(context.stops, context.region, phrase, moment),
        part: context.part.to_owned(),
    })
}

/// EDTF value of a date or period and, where the year is known, its first and last day.
type Period = (String, Option<(PartialDate, PartialDate)>);

fn period(moment: &Moment, end: bool, own: Option<PartialDate>) -> Option<Period> {
    let (year, first, last) = match *moment {
        Moment::Day { day, month, year } => {
            let Some(year) = year.or_else(|| next_year(own, month, Some(day))) else {
                let open =
                    PartialDate { year: None, month: Component::Known(month), day: Component::Known(day) };
                return Some((open.to_string(), None));
            };
            let date = PartialDate::day(year, month, day)?;
            return Some((date.to_string(), Some((date, date))));
        }
        Moment::Month { month, year } => {
            let Some(year) = year.or_else(|| next_year(own, month, None)) else {
                return Some((format!("XXXX-{month:02}"), None));
            };
            (year, month, month)
        }
        Moment::Quarter { quarter, year } => {
            let (first, last) = (quarter * 3 - 2, quarter * 3);
            let Some(year) = year.or_else(|| next_year(own, last, None)) else {
                return Some((format!("XXXX-Q{quarter}"), None));
            };
            (year, first, last)
        }
        Moment::Half { first, year } => {
            if first {
                (year, 1, 6)
            } else {
                (year, 7, 12)
            }
        }
        Moment::Year(year) => (year, 1, 12),
        _ => return None,
    };
    let (from, to) = (PartialDate::day(year, first, 1)?, month_end(year, last)?);
    let value = match moment {
        _ if end => to.to_string(),
        Moment::Month { month, .. } => PartialDate::month(year, *month)?.to_string(),
        Moment::Quarter { quarter, .. } => format!("{year:04}-Q{quarter}"),
        Moment::Year(_) => format!("{year:04}"),
        _ => to.to_string(),
    };
    Some((value, Some((from, to))))
}

fn month_end(year: u16, month: u8) -> Option<PartialDate> {
    (28..=31).rev().find_map(|day| PartialDate::day(year, month, day))
}

/// The year of the first such day (or month) not before the document's date.
fn next_year(own: Option<PartialDate>, month: u8, day: Option<u8>) -> Option<u16> {
    let own = own?;
    let (year, own_month) = (own.year?, own.month.known()?);
    let own_day = own.day.known().unwrap_or(1);
    let passed = month < own_month || month == own_month && day.is_some_and(|day| day < own_day);
    Some(if passed { year + 1 } else { year })
}

/// Whether a moment with its year printed lies before the document's date.
pub(crate) fn is_past(moment: &Moment, own: Option<PartialDate>) -> bool {
    let printed = match moment {
        Moment::Day { year, .. } | Moment::Month { year, .. } | Moment::Quarter { year, .. } => {
            year.is_some()
        }
        Moment::Year(_) | Moment::Half { .. } => true,
        _ => false,
    };
    let Some((_, Some((_, last)))) = printed.then(|| period(moment, false, own)).flatten() else {
        return false;
    };
    let Some(own) = own else { return false };
    let (Some(year), month) = (own.year, own.month.known()) else { return false };
    let day = own.day.known().unwrap_or(1);
    PartialDate::day(year, month.unwrap_or(1), if month.is_some() { day } else { 1 })
        .is_some_and(|own| last < own)
}

/// RFC 5545 in the contract's order of keys.
fn rule(cycle: &Cycle, clock: Option<(u8, u8)>) -> String {
    let mut out = String::from(match cycle.frequency {
        Frequency::Daily => "RRULE:FREQ=DAILY",
        Frequency::Weekly => "RRULE:FREQ=WEEKLY",
        Frequency::Monthly => "RRULE:FREQ=MONTHLY",
        Frequency::Yearly => "RRULE:FREQ=YEARLY",
    });
    let mut key = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            out.push(';');
            out.push_str(name);
            out.push('=');
            out.push_str(&value);
        }
    };
    let months: Vec<String> = cycle.months.iter().map(u8::to_string).collect();
    key("INTERVAL", (cycle.interval > 1).then(|| cycle.interval.to_string()));
    key("BYMONTH", (!months.is_empty()).then(|| months.join(",")));
    key("BYMONTHDAY", cycle.day.map(|day| day.to_string()));
    key("BYDAY", cycle.weekday.map(str::to_owned));
    key("BYHOUR", clock.map(|(hour, _)| hour.to_string()));
    key("BYMINUTE", clock.map(|(_, minute)| minute.to_string()));
    out
}

/// ISO 8601, working days marked: `P15D/working`.
fn duration(length: &Length) -> String {
    let Length { count, unit, working } = length;
    let suffix = if *working { "/working" } else { "" };
    match unit {
        'H' => format!("PT{count}H{suffix}"),
        'N' => format!("PT{count}M{suffix}"),
        unit => format!("P{count}{unit}{suffix}"),
    }
}

/// The last day of a duration: known only for calendar days that run from the document's own signing.
fn last_of(
    length: &Length,
    anchor: Option<&Quote>,
    own: Option<PartialDate>,
) -> (Option<PartialDate>, Option<&'static str>) {
    let own_act = anchor.is_some_and(|anchor| {
        let text = anchor.text.to_lowercase();
        text.starts_with("ngày ký") || text.starts_with("ngày ban hành")
    });
    if !own_act || own.is_none_or(|own| !own.is_whole()) {
        return (None, Some("unknown-anchor"));
    }
    if length.working {
        return (None, Some("unknown-holidays"));
    }
    // The day of the event itself is not counted (Bộ luật Dân sự 2015, Điều 147).
    let days = match (length.unit, length.count.parse::<i64>()) {
        ('D', Ok(n)) => n,
        ('W', Ok(n)) => 7 * n,
        _ => return (None, Some("unknown-length")),
    };
    (own.and_then(|own| own.plus_days(days)), None)
}
