//! Bản sao: `SAO Y`, `SAO LỤC`, `TRÍCH SAO` with the copier's own number, date and signature, which are never
//! the document's (Decree 30/2020/NĐ-CP, Appendix I, part II).

use super::own_number::number;
use super::pieces::pieces;
use super::place_date::date;
use crate::model::{CopyMark, CopyType, Document};
use crate::parse::outline::paragraphs::is_capitals;
use crate::parse::outline::zones::names_a_body;
use crate::parse::outline::{Outline, Zone};
use crate::syntax::LineKind;
use crate::text::{Source, Span, bare};

/// Reads the mark of a copy: a line that says so, in the letterhead or behind the document's own closing.
pub(crate) fn read(source: &Source, outline: &Outline, document: &mut Document) {
    let reading = source.reading();
    // Few texts hold the word at all, and taking their lines apart again is dear.
    if memchr::memmem::find(reading.as_bytes(), b"SAO").is_none() {
        return;
    }
    let frame = [outline.lines_of(0, Zone::Header), outline.lines_of(0, Zone::Closing)];
    let main = frame[0].start..frame.iter().map(|r| r.end).max().unwrap_or(0).max(end_of_main(outline));
    let all = pieces(reading, &outline.lines, main);
    let Some((at, form)) =
        all.iter().enumerate().find_map(|(at, p)| copy_type(p.text(reading)).map(|form| (at, form)))
    else {
        return;
    };
    // Guidance on copies prints such lines as well: a mark stands in the frame, or with the copy's number.
    let below = &all[at + 1..all.len().min(at + 6)];
    let numbered = below.iter().any(|p| p.kind == LineKind::Number && is_copy_number(p.text(reading)));
    let framed = frame.iter().any(|range| range.contains(&all[at].line));
    if !numbered && !framed {
        return;
    }
    let mut mark = CopyMark { form, by: None, code: None, date: None, signature: None, span: all[at].span };
    for piece in below {
        let text = piece.text(reading);
        match piece.kind {
            LineKind::Number if mark.code.is_none() && is_copy_number(text) => {
                let start = text.find(':').map_or(0, |colon| colon + 1);
                let own =
                    number(source, Span::new(piece.span.start + start, piece.span.end).trimmed(reading, &[]));
                mark.code = Some(own.code);
                mark.span = mark.span.hull(piece.span);
            }
            LineKind::PlaceDate if mark.code.is_some() => {
                mark.date = date(text);
                mark.span = mark.span.hull(piece.span);
            }
            _ => {}
        }
    }
    // The copying body stands above the mark.
    let above = at
        .checked_sub(1)
        .map(|i| all[i])
        .filter(|p| numbered && p.kind == LineKind::Text && is_capitals(p.text(reading)));
    if let Some(body) = above.filter(|p| names_a_body(p.text(reading))) {
        mark.by = Some(source.quote(body.span));
        mark.span = mark.span.hull(body.span);
    }
    document.copy = Some(mark);
}

/// The number of a copy: `05/SY-UBND`, `12/SL-BYT`.
fn is_copy_number(text: &str) -> bool {
    let plain = bare(text).to_ascii_uppercase();
    ["/SY", "/SL", "/TRS", "/BS", "-SY", "-BS"].iter().any(|symbol| plain.contains(symbol))
}

/// The line behind the last of the main part.
fn end_of_main(outline: &Outline) -> usize {
    outline.parts.get(1).map_or(outline.lines.len(), |next| {
        outline.lines.partition_point(|line| line.span.start < next.span.start)
    })
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
