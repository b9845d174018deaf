//! Distinct documents that a document cites: what all mentions together say of each.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DocumentKind, PartialDate, Quote, RelationKind, Style};

/// How sure a conclusion is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Confidence {
    /// The text says so.
    #[default]
    Certain,
    /// Concluded from the context.
    Likely,
}

/// A part of a document's identity: who issued it, its kind, the period its number runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum KeyPart {
    /// Cơ quan ban hành.
    Issuer,
    /// Tên loại.
    Kind,
    /// The year, or the term of the Party.
    Period,
}

/// The body that issued a cited document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReferenceIssuer {
    /// As the fullest mention prints it.
    pub name: String,
    /// Registry id (`vn/ubnd-ca-mau`).
    pub id: Option<String>,
}

/// Văn bản được viện dẫn: one distinct document cited, with the most precise of what its mentions say.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Reference {
    /// Số + ký hiệu, blanks removed; None for one cited by name only.
    pub code: Option<String>,
    /// Name: `Luật Đất đai năm 2024`; kept also where there is a code.
    pub name: Option<String>,
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Số thứ tự.
    pub serial: Option<String>,
    /// Year within the number.
    pub year: Option<u16>,
    /// Ký hiệu.
    pub symbol: Option<String>,
    /// State or Party form of the number.
    pub style: Option<Style>,
    /// Date of issue as far as any mention gives it.
    pub date: Option<PartialDate>,
    /// Who issued it.
    pub issuer: Option<ReferenceIssuer>,
    /// Its title as quoted behind a mention.
    pub title: Option<String>,
    /// Canonical id; None when several documents fit.
    pub target: Option<String>,
    /// What this document does to it: the strongest of `roles`.
    pub role: Option<RelationKind>,
    /// All roles, strongest first.
    pub roles: Vec<RelationKind>,
    /// Distinct provisions cited, as printed.
    pub pinpoints: Vec<Quote>,
    /// Indexes in `citations`.
    pub mentions: Vec<usize>,
    /// Whether its identity is printed or concluded.
    pub confidence: Confidence,
    /// Ids that fit when `target` is None.
    pub candidates: Vec<String>,
    /// Why several fit: what neither the mentions nor their context tell.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lacks: Vec<KeyPart>,
}

impl Reference {
    /// What a relation calls it: its code, or its name when it has none.
    pub fn label(&self) -> &str {
        self.code.as_deref().or(self.name.as_deref()).unwrap_or("")
    }
}
