//! Thời hạn: when something must be done or reported.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{PartialDate, Quote};
use crate::text::Span;

/// How days of a duration count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DurationUnit {
    /// Days of the calendar.
    Calendar,
    /// Ngày làm việc.
    Working,
    /// The text does not say.
    Unstated,
}

/// What a duration runs from.
pub type Anchor = Quote;

/// What a limit in time is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DeadlineUse {
    /// Something to be done.
    #[default]
    Task,
    /// Something to be reported.
    Report,
    /// A horizon (`đến năm 2030`): kept out of calendars and lists of what is overdue.
    Target,
}

/// Thời hạn: an expression that fixes when something must be done.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deadline {
    /// As printed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// A date or period, a recurrence (RFC 5545) or a duration (ISO 8601): `2026-06-30`, `2026-Q2`,
    /// `RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10`, `P15D/working`.
    pub value: String,
    /// Hour of the day, `17:00`, where given.
    pub time: Option<String>,
    /// Last day of a recurrence.
    pub until: Option<PartialDate>,
    /// True for `trước`: the day itself is too late.
    pub exclusive: bool,
    /// How days of a duration count; None for no duration.
    pub unit: Option<DurationUnit>,
    /// What a duration runs from.
    pub anchor: Option<Anchor>,
    /// The last safe day; None for recurrences and where it cannot be known.
    pub last_day: Option<PartialDate>,
    /// Why `last_day` is None.
    pub last_day_reason: Option<String>,
    /// What it is for.
    #[serde(rename = "use")]
    pub purpose: DeadlineUse,
    /// Id of the part of the file.
    pub part: String,
}
