//! Dấu chỉ mức độ khẩn, độ mật, phạm vi lưu hành (boxes 10a, 10b, 11): stamps on lines of their own.

use super::Header;
use crate::model::Document;
use crate::registry::{MarkKind, mark_of};
use crate::syntax::LineKind;

/// Reads the stamps of the header.
pub(crate) fn read(header: &Header<'_>, document: &mut Document) {
    for piece in header.pieces.iter().filter(|p| p.kind == LineKind::Text) {
        let text = piece.text(header.source.reading());
        // `Mật` alone in small letters is a word of a sentence broken over lines.
        let loud = text.chars().any(char::is_uppercase)
            && text.chars().filter(|c| c.is_alphabetic()).take(2).all(char::is_uppercase);
        let Some(mark) = mark_of(text).filter(|mark| loud || mark.kind == MarkKind::Circulation) else {
            continue;
        };
        let (value, span) = match mark.kind {
            MarkKind::Urgency => (&mut document.urgency, &mut document.urgency_span),
            MarkKind::Classification => (&mut document.classification, &mut document.classification_span),
            MarkKind::Circulation => (&mut document.circulation, &mut document.circulation_span),
        };
        if value.is_none() {
            *value = Some(mark.phrase.to_owned());
            *span = Some(piece.span);
        }
    }
}
