//! How a value is known: a quoted place in the text, or an inference that says what it rests on.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Span;

/// A piece of the text with its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Quote {
    /// As printed, blanks collapsed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
}

/// What a value that is not printed was inferred from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Inference {
    /// The symbol of the number: `SYT` is Sở Y tế.
    Symbol,
    /// The place before the date.
    Place,
    /// What the body of the text says.
    Body,
    /// The signature block.
    Signature,
    /// The subject (trích yếu).
    Subject,
    /// The documents around it.
    Context,
    /// Metadata given by the caller.
    Metadata,
}
