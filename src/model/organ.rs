//! Cơ quan: the bodies a document names, as printed and as the registry knows them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Inference;
use crate::text::Span;

pub use crate::registry::{Branch, Tier};

/// A body named beside a document: its name and, where known, its id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BodyRef {
    /// As printed.
    pub name: String,
    /// Registry id (`vn/so-y-te-ca-mau`); None when the registry does not know it.
    pub id: Option<String>,
}

/// Nhóm cơ quan: bodies called together, as of the day of the document that calls them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OrganSet {
    /// `units of vn/so-y-te-ca-mau`, `departments of vn/ubnd-ca-mau`, `communes of ...`, `ministries`, `provinces`.
    pub set: String,
    /// EDTF date.
    pub as_of: Option<String>,
}

/// Cơ quan ban hành: the body whose letterhead and number a document bears (box 2).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Issuer {
    /// As printed, lines joined; for an inferred issuer its full name.
    pub name: String,
    /// Registry id (`vn/so-y-te-ca-mau`).
    pub id: Option<String>,
    /// Which branch of the system it belongs to.
    pub branch: Option<Branch>,
    /// At which level it stands.
    pub tier: Option<Tier>,
    /// Cơ quan chủ quản printed above it.
    pub parent: Option<Parent>,
    /// Where it stands; None when inferred.
    pub span: Option<Span>,
    /// The parts, where other text lies between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Span>,
    /// What it was inferred from when no letterhead names it.
    pub inferred_from: Option<Inference>,
}

/// Cơ quan chủ quản: the body printed above the issuer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Parent {
    /// As printed.
    pub name: String,
    /// Registry id.
    pub id: Option<String>,
    /// Where it stands; None when inferred.
    pub span: Option<Span>,
    /// What it was inferred from.
    pub inferred_from: Option<Inference>,
}
