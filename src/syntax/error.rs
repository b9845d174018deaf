//! What is wrong with a small value that was to be read, as data; the words live in `Display` alone.

use super::grammar::{Rule, fast};
use super::pairs::Run;
use super::window::Window;
use crate::text::{Source, Span};

/// What kind of value was expected and not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum ErrorKind {
    /// Số, ký hiệu.
    #[error("expected a document number such as `534/QĐ-TTg` or `107-KL/TW`")]
    Number,
    /// Ngày tháng.
    #[error("expected a date such as `24/4/2026`, `ngày 24 tháng 4 năm 2026` or `2026-04-24`")]
    Date,
    /// Ngày không có trong lịch: `30/02/2026`.
    #[error("the calendar has no such day")]
    NoSuchDay,
    /// Tên loại.
    #[error("expected a kind of document such as `kế hoạch` or `QĐ`")]
    Kind,
}

/// A small value that could not be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{kind} (at byte {})", span.start)]
pub struct ParseError {
    /// What was expected.
    pub kind: ErrorKind,
    /// From the first character that does not fit to the end, in the text that was given.
    pub span: Span,
}

impl ParseError {
    pub(super) const fn new(kind: ErrorKind, start: usize, end: usize) -> Self {
        Self { kind, span: Span::new(start, end) }
    }
}

/// The error for a text that `head` reads only the beginning of.
pub(super) fn unfit(kind: ErrorKind, head: Rule, source: &Source, window: &Window) -> ParseError {
    let end = fast::read(&mut Run::new(&window.bytes, 0), head, 0).unwrap_or_default();
    let at = if end == 0 { 0 } else { source.map().back(window.back(0, end)).end };
    ParseError::new(kind, at, source.text().len())
}
