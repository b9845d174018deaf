//! Bản sao: `SAO Y`, `SAO LỤC`, `TRÍCH SAO` with the copier's own number, date and signature, which are never
//! the document's (Decree 30/2020/NĐ-CP, Appendix I, part II).

use super::outline::Outline;
use super::own_number::number;
use super::pieces::pieces;
use super::place_date::date;
use crate::model::{CopyMark, CopyType, Document};
use crate::syntax::LineKind;
use crate::text::{Source, Span, bare};

/// Reads the mark of a copy: a line that says so, alone or with its number.
pub(super) fn read(source: &Source, outline: &Outline, document: &mut Document) {
    let reading = source.reading();
    let all = pieces(reading, &outline.lines, 0..outline.lines.len());
    let Some((at, form)) =
        all.iter().enumerate().find_map(|(at, p)| copy_type(p.text(reading)).map(|form| (at, form)))
    else {
        return;
    };
    let mut mark = CopyMark { form, by: None, code: None, date: None, signature: None, span: all[at].span };
    // Its number and date stand right below, on lines of their own.
    for piece in all[at + 1..].iter().take(5) {
        let text = piece.text(reading);
        let plain = bare(text).to_ascii_uppercase();
        match piece.kind {
            LineKind::Number
                if mark.code.is_none() && ["SY", "SL", "TRS", "BS"].iter().any(|s| plain.contains(s)) =>
            {
                let start = text.find(':').map_or(0, |colon| colon + 1);
                let own =
                    number(source, Span::new(piece.span.start + start, piece.span.end).trimmed(reading, &[]));
                mark.code = Some(own.code);
                mark.span = mark.span.hull(piece.span);
            }
            LineKind::PlaceDate if mark.code.is_some() => {
                mark.date = date(text);
                mark.span = mark.span.hull(piece.span);
                break;
            }
            _ => {}
        }
    }
    document.copy = Some(mark);
}

/// The form of copy a line in capitals names.
fn copy_type(text: &str) -> Option<CopyType> {
    let plain = bare(text);
    let plain = plain.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    match plain {
        "SAO Y" | "SAO Y BAN CHINH" | "BAN SAO Y" => Some(CopyType::SaoY),
        "SAO LUC" | "BAN SAO LUC" => Some(CopyType::SaoLuc),
        "TRICH SAO" | "BAN TRICH SAO" => Some(CopyType::TrichSao),
        _ => None,
    }
}
