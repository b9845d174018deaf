//! Văn bản: the whole document, as `vanban parse` prints it.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Addressee, Author, Citation, CopyMark, Coreference, Deadline, Diagnostic, Direction, DocumentKind,
    DocumentNumber, Generator, Inference, Issuer, Part, PartialDate, Quote, Recipient, Reference, Relation,
    Section, Signature, Subject, Task,
};
use crate::text::Span;

/// Where a document's text came from.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct SourceRecord {
    /// Path as the caller gave it; None for a text from memory.
    pub path: Option<String>,
    /// The caller's own id (`{"id", "text"}` lines); None otherwise.
    pub id: Option<String>,
    /// `txt` for plain text.
    pub format: String,
    /// `utf-8`, `utf-16le`, `utf-16be`.
    pub encoding: String,
    /// Size of the raw file.
    pub bytes: usize,
    /// SHA-256 of the raw file, 64 hex digits.
    pub sha256: String,
}

/// Whether a document was issued.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// It bears a number.
    Issued,
    /// Dự thảo: its number line has no number, or it says so.
    Draft,
    /// The text does not tell.
    #[default]
    Unknown,
}

/// Văn bản: everything read from one file, with evidence. `vanban.document.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Document {
    /// `vanban.document.v1`.
    pub schema: String,
    /// Which program, grammar and tables made it.
    pub generator: Generator,
    /// Where the text came from.
    pub source: SourceRecord,
    /// Canonical id: `vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd`.
    pub id: String,
    /// Issued, draft or unknown.
    pub status: Status,
    /// The words that tell the status.
    pub status_evidence: Option<Quote>,
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Where the kind is printed.
    pub kind_span: Option<Span>,
    /// What an unprinted kind was inferred from.
    pub kind_inferred_from: Option<Inference>,
    /// Số, ký hiệu.
    pub number: Option<DocumentNumber>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Where the date is printed.
    pub date_span: Option<Span>,
    /// What an unprinted date was inferred from.
    pub date_inferred_from: Option<Inference>,
    /// Địa danh.
    pub place: Option<String>,
    /// Where the place is printed.
    pub place_span: Option<Span>,
    /// What an unprinted place was inferred from.
    pub place_inferred_from: Option<Inference>,
    /// Cơ quan ban hành.
    pub issuer: Option<Issuer>,
    /// Whose act it is, when more precise or other than the issuer.
    pub author: Option<Author>,
    /// Directions of others that it conveys.
    pub directions: Vec<Direction>,
    /// Trích yếu.
    pub subject: Option<Subject>,
    /// Mức độ khẩn: `khẩn`, `thượng khẩn`, `hỏa tốc`.
    pub urgency: Option<String>,
    /// Where it is printed.
    pub urgency_span: Option<Span>,
    /// Độ mật: `mật`, `tối mật`, `tuyệt mật`.
    pub classification: Option<String>,
    /// Where it is printed.
    pub classification_span: Option<Span>,
    /// Phạm vi lưu hành: `lưu hành nội bộ`, `xem xong trả lại`.
    pub circulation: Option<String>,
    /// Where it is printed.
    pub circulation_span: Option<Span>,
    /// Bản sao.
    pub copy: Option<CopyMark>,
    /// Kính gửi.
    pub addressees: Vec<Addressee>,
    /// Nơi nhận.
    pub recipients: Vec<Recipient>,
    /// Chữ ký.
    pub signatures: Vec<Signature>,
    /// The main text and what is attached to it.
    pub parts: Vec<Part>,
    /// Bố cục.
    pub sections: Vec<Section>,
    /// Every mention of another document.
    pub citations: Vec<Citation>,
    /// Short forms that point to a document.
    pub coreferences: Vec<Coreference>,
    /// The distinct documents cited.
    pub references: Vec<Reference>,
    /// What the text states between documents.
    pub relations: Vec<Relation>,
    /// Nhiệm vụ.
    pub tasks: Vec<Task>,
    /// Thời hạn.
    pub deadlines: Vec<Deadline>,
    /// What a person should look at.
    pub diagnostics: Vec<Diagnostic>,
}

impl Document {
    /// The name of this form of output.
    pub const SCHEMA: &'static str = "vanban.document.v1";

    /// Whether a document is marked mật, tối mật or tuyệt mật.
    pub fn is_classified(&self) -> bool {
        self.classification.is_some()
    }
}
