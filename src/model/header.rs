//! The frame around a document's content: subject, addressees, recipients, signatures, copies, author.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BodyRef, Inference, OrganSet, PartialDate};
use crate::registry::Purpose;
use crate::text::Span;

/// Trích yếu nội dung: what the document is about (box 5), without the label `V/v`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Subject {
    /// As printed, lines joined.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The parts, where other text lies between them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pieces: Vec<Span>,
    /// What it was inferred from.
    pub inferred_from: Option<Inference>,
}

/// Kính gửi: one body or person the document is addressed to (box 9a).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Addressee {
    /// As printed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// Registry id of the body.
    pub organ: Option<String>,
    /// The set of bodies, where several are called together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<OrganSet>,
}

/// Nơi nhận: one item of the list of recipients, the `Lưu` item included (box 9b).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Recipient {
    /// As printed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// What it is sent for, where the item says so.
    pub purpose: Option<Purpose>,
    /// Registry id of the body.
    pub organ: Option<String>,
    /// The set of bodies, where several are called together.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub set: Option<OrganSet>,
    /// Who is meant by an item that points elsewhere: the addressees for `Như trên`, those charged there for `Như Điều 3`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub members: Vec<BodyRef>,
}

/// Chữ ký: who signed, in which post, by which authority (box 7).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Signature {
    /// Họ tên; None when not printed.
    pub name: Option<String>,
    /// Chức vụ: the signer's own post, the last line of posts.
    pub title: Option<String>,
    /// Quyền hạn: the lines that begin TM. KT. TL. TUQ. Q., outermost first.
    pub authority: Vec<String>,
    /// From the first line of authority to the name.
    pub span: Span,
}

/// What tells the author of an act.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AuthorEvidence {
    /// The line of competence over the recitals: `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU`.
    CompetenceLine,
    /// The lines under the title: `KẾT LUẬN CỦA BỘ CHÍNH TRỊ`.
    Subtitle,
    /// The signature block: `T/M BỘ CHÍNH TRỊ`.
    Signature,
    /// The body of the text.
    Body,
}

/// Whose act it is, when more precise than the issuer or another (letterhead of UBND, decision of its Chairman).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Author {
    /// As printed.
    pub name: String,
    /// Registry id.
    pub id: Option<String>,
    /// The post that acts, when it is a person's.
    pub post: Option<String>,
    /// What tells so.
    pub evidence: AuthorEvidence,
    /// Where it stands.
    pub span: Span,
}

/// Ý kiến chỉ đạo: a direction of somebody else that the document conveys.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Direction {
    /// The body whose direction it is, as printed.
    pub principal: Option<String>,
    /// The post of the person.
    pub post: Option<String>,
    /// The person.
    pub person: Option<String>,
    /// The words that tell so: `có ý kiến chỉ đạo như sau`.
    pub cue: String,
    /// From the post to the cue.
    pub span: Span,
}

/// Hình thức sao.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub enum CopyType {
    /// Sao y: a full copy of an original.
    #[serde(rename = "sao y")]
    SaoY,
    /// Sao lục: a copy of a copy.
    #[serde(rename = "sao lục")]
    SaoLuc,
    /// Trích sao: an extract.
    #[serde(rename = "trích sao")]
    TrichSao,
}

/// Bản sao: the mark of a copy; its number and signature are never the document's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CopyMark {
    /// Which form of copy.
    #[serde(rename = "type")]
    pub form: CopyType,
    /// The copying body, as printed.
    pub by: Option<String>,
    /// The copy's number.
    pub code: Option<String>,
    /// The copy's date.
    pub date: Option<PartialDate>,
    /// Who signed the copy.
    pub signature: Option<Signature>,
    /// Where the mark stands.
    pub span: Span,
}
