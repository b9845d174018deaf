//! A mention of a document as the citation grammar lowers it: what is printed, nothing concluded.

use crate::model::{DocumentKind, DocumentNumber, PartialDate};
use crate::text::Span;

/// Viện dẫn: one mention that prints a number, or the name of a document cited by name. Spans are of the reading.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mention {
    /// From the first to the last of its parts (pinpoint and title outside).
    pub span: Span,
    /// Tên loại and where it is printed.
    pub kind: Option<(DocumentKind, Span)>,
    /// The word `văn bản` where it stands for the kind.
    pub unspecific: Option<Span>,
    /// Tên gọi of a document cited by name, without the kind word, with its year: `Đất đai năm 2024`.
    pub name: Option<Span>,
    /// Số, ký hiệu; its span is set.
    pub number: Option<DocumentNumber>,
    /// Ngày ban hành, or the year alone.
    pub date: Option<(PartialDate, Span)>,
    /// Cơ quan ban hành, as printed.
    pub issuer: Option<Span>,
    /// Cơ quan ban hành named before it, outside `span`: `Sở Y tế đã có Công văn số 5/SYT-VP`; None where one is printed
    /// with the number.
    pub issuer_before: Option<Span>,
    /// Ngày ban hành named before it, with the issuer: `Ngày 5/5/2026, Sở Y tế ban hành Công văn số 5/SYT-VP`.
    pub date_before: Option<(PartialDate, Span)>,
    /// The provision cited with it, before or behind: `điểm a khoản 2 Điều 5`.
    pub pinpoint: Option<Span>,
    /// Index of the mention that opens the list it continues: `các Quyết định số 1/QĐ-TTg và số 2/QĐ-TTg`.
    pub list: Option<usize>,
}
