//! How a task stands for the office that asks: what is known of its result, and why a person must look at it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::PartialDate;

/// How a task stands on the day of the question.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Past its last safe day, and no result is known.
    Overdue,
    /// Due within the days asked for.
    Due,
    /// Neither, as far as its days are known.
    #[default]
    Open,
    /// A result is known.
    Done,
}

/// Why a person must look at a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// A limit runs from an event whose day is not known.
    UnknownAnchor,
    /// A limit counts working days, and the holidays are not known.
    UnknownHolidays,
    /// A limit has no day for another reason.
    UnknownDay,
    /// It is given to a group; whether the office is one of it, a person decides.
    Collective,
    /// The name fits, and which body it means is not told.
    AmbiguousTarget,
}

/// How a task stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Progress {
    /// On the day of the question.
    pub standing: Standing,
    /// Whether its document came in lately.
    pub new: bool,
    /// The day that is past or due; of a recurrence the occurrence.
    pub day: Option<PartialDate>,
    /// The day of the last result known.
    pub done: Option<PartialDate>,
    /// The document that did it, as noted.
    pub by: Option<String>,
    /// Ghi chú.
    pub note: Option<String>,
    /// Why a person must look at it.
    pub doubts: Vec<Doubt>,
}
