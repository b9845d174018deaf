//! What a reader should know about a document that the values alone do not say.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Span;

/// How grave a diagnostic is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing.
    #[serde(rename = "note")]
    Note,
    /// Probably a mistake in the document.
    Warning,
    /// The text could not be read as it stands.
    Error,
}

/// Cảnh báo: something about a document that a person should look at, under a stable code.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Diagnostic {
    /// Stable: `missing-number`, `author-variant`; `vanban explain CODE` tells more.
    pub code: String,
    /// How grave.
    pub severity: Severity,
    /// One sentence.
    pub message: String,
    /// Where; None for what concerns the whole.
    pub span: Option<Span>,
    /// What to do.
    pub help: Option<String>,
}
