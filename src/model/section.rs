//! Bố cục: the parts of a file and the tree of its sections.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Phần của tệp: the main text or a text attached to it. One file is one document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Part {
    /// `main`, `quy-che`, `phu-luc-1`.
    pub id: String,
    /// `main` or the kind of the attached text: `quy chế`, `phụ lục`.
    pub kind: String,
    /// Its title as printed.
    pub title: Option<String>,
    /// All of it.
    pub span: Span,
}

/// Phần, chương, mục, điều, khoản, điểm or a bullet, with what stands under it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Section {
    /// As printed: `Điều 3`, `2`, `a`, `-`; None for a heading without one.
    pub label: Option<String>,
    /// Its heading or first words; None for one that has only text.
    pub heading: Option<String>,
    /// Id of the part it belongs to.
    pub part: String,
    /// From the label to the end of its last child.
    pub span: Span,
    /// The sections in it.
    pub children: Vec<Section>,
}
