//! What documents do to one another, as a text states it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Span;

pub use crate::registry::Relation as RelationKind;

/// Whether the two ends of a relation are beyond doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Attachment {
    /// The text leaves no other reading.
    #[default]
    Certain,
    /// The clause could belong to another document named before it.
    Ambiguous,
}

/// Quan hệ: what one document does to another, with the words that say so.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Relation {
    /// `self`, or the code (name) of a reference.
    pub from: String,
    /// What it does.
    pub relation: RelationKind,
    /// `self`, or the code (name) of a reference.
    pub to: String,
    /// Index in `references`; None for `self`.
    pub from_reference: Option<usize>,
    /// Index in `references`; None for `self`.
    pub to_reference: Option<usize>,
    /// The words that say so: `triển khai thực hiện`; None for a bare mention.
    pub cue: Option<String>,
    /// From the cue (or the acting document) to the document acted on.
    pub span: Span,
    /// Who states it: `self` unless the text quotes another document's statement.
    pub asserted_by: String,
    /// How sure the two ends are.
    pub attachment: Attachment,
}

/// The word for this document at an end of a relation.
pub const SELF: &str = "self";
