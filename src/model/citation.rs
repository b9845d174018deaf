//! Mentions of other documents: what is printed, before anything is concluded from it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Span;

/// Viện dẫn: one mention that prints a document's number, or the name of one cited by name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Citation {
    /// From the first to the last part printed; the title of the cited document is not in it.
    pub span: Span,
    /// The parts, where other text lies between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Span>,
    /// As printed.
    pub text: String,
    /// Which words say what.
    pub parts: CitationParts,
    /// Index in `references`; None for what is no reference (forms, permits).
    pub reference: Option<usize>,
    /// The provision cited with it: `điểm a khoản 2 Điều 5`.
    pub pinpoint: Option<super::Quote>,
    /// The words that tell what this document does to it: `Thực hiện`, `Căn cứ`.
    pub cue: Option<super::Quote>,
    /// Id of the part of the file it stands in.
    pub part: String,
}

/// Where the parts of a mention stand; None where a part is not printed here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct CitationParts {
    /// Tên loại: `Kế hoạch`.
    pub kind: Option<Span>,
    /// Tên gọi of a document cited by name: `Đất đai năm 2024` in `Luật Đất đai năm 2024`.
    pub name: Option<Span>,
    /// Số, ký hiệu.
    pub number: Option<Span>,
    /// Ngày ban hành.
    pub date: Option<Span>,
    /// Cơ quan ban hành.
    pub issuer: Option<Span>,
}

/// What a short form points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum CoreferenceTarget {
    /// Index in `references`.
    Reference(usize),
    /// This document: printed as `"self"`.
    Own(SelfMark),
}

/// The word `self`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum SelfMark {
    /// This document.
    #[serde(rename = "self")]
    Itself,
}

impl CoreferenceTarget {
    /// This document itself.
    pub const ITSELF: Self = Self::Own(SelfMark::Itself);
}

/// Từ thay thế: `Nghị định nêu trên`, a declared short name, `Kế hoạch này`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Coreference {
    /// Where it stands.
    pub span: Span,
    /// As printed.
    pub text: String,
    /// What it points to; None when it cannot be told.
    pub reference: Option<CoreferenceTarget>,
}
