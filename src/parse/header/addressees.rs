//! Kính gửi (box 9a): whom the document is addressed to; in a công điện those it is sent to.

use super::Header;
use super::pieces::Piece;
use crate::model::{Addressee, Document};
use crate::parse::outline::zones::is_contact;
use crate::syntax::{LabelKind, LineKind};
use crate::text::{Span, bare};

/// Reads every addressee.
pub(crate) fn read(header: &Header<'_>, document: &mut Document) {
    let reading = header.source.reading();
    let Some(from) = header.pieces.iter().position(|p| p.kind == LineKind::Addressees) else { return };
    let mut items: Vec<Span> = Vec::new();
    for (at, piece) in header.pieces.iter().enumerate().skip(from) {
        match piece.kind {
            LineKind::Addressees => {
                let label = label_end(piece.text(reading));
                let rest = Span::new(piece.span.start + label, piece.span.end).trimmed(reading, &[]);
                if !rest.is_empty() {
                    items.push(rest);
                }
            }
            LineKind::Item(LabelKind::Dash | LabelKind::Plus | LabelKind::Star) => {
                items.push(piece.inner(reading));
            }
            LineKind::Recital if !items.is_empty() && piece.text(reading).starts_with("Căn cứ") => break,
            LineKind::Text | LineKind::Item(_) | LineKind::Recital if !is_contact(piece.text(reading)) => {
                let before = header.pieces[at - 1];
                match items.last_mut() {
                    Some(item) if goes_on(&reading[item.range()], piece, before, reading) => {
                        item.end = piece.span.end;
                    }
                    Some(_) if piece.gap => break,
                    None => items.push(piece.span),
                    Some(item) if reading[item.range()].ends_with(';') => items.push(piece.span),
                    Some(_) => break,
                }
            }
            LineKind::Motto | LineKind::PartyHeader | LineKind::Number | LineKind::PlaceDate => {}
            _ => break,
        }
    }
    for item in items {
        for span in split(item, reading).into_iter().filter(|span| !is_contact(&reading[span.range()])) {
            document.addressees.push(Addressee {
                text: header.source.quote(span),
                span,
                organ: None,
                set: None,
            });
        }
    }
}

/// Where `Kính gửi:` or `THỦ TƯỚNG CHÍNH PHỦ điện:` ends.
fn label_end(text: &str) -> usize {
    let plain = bare(text).to_ascii_lowercase();
    let colon = plain.find(':').filter(|&at| at < 70).map(|at| at + 1);
    let words = plain
        .find("gui")
        .or_else(|| plain.find("trinh"))
        .map(|at| at + plain[at..].find(' ').unwrap_or(plain.len() - at));
    text.char_indices().nth(colon.or(words).unwrap_or(0)).map_or(text.len(), |(at, _)| at)
}

/// Whether a line goes on with the item above it.
fn goes_on(item: &str, piece: &Piece, before: Piece, reading: &str) -> bool {
    let text = piece.text(reading);
    let closed = item.ends_with([';', '.']);
    let small = text.starts_with(|c: char| c.is_lowercase() || c == '(');
    if piece.gap || piece.cell != before.cell {
        return small && !closed;
    }
    // A short line in front was not full: what begins with a capital begins anew.
    let full = before.text(reading).chars().count() >= 42
        || item.ends_with([',', '-'])
        || before.kind == LineKind::Addressees
        || matches!(before.kind, LineKind::Item(_));
    !closed && (small || full)
}

/// The items of a list on one line, `A; B`, without their closing marks.
fn split(span: Span, reading: &str) -> Vec<Span> {
    let text = &reading[span.range()];
    let mut found = Vec::new();
    let mut start = 0;
    let mut depth = 0_i32;
    for (at, c) in text.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            ';' if depth <= 0 => {
                found.push(Span::new(span.start + start, span.start + at));
                start = at + 1;
            }
            _ => {}
        }
    }
    found.push(Span::new(span.start + start, span.end));
    found
        .into_iter()
        .map(|span| span.trimmed(reading, &[';', '.', ',', '-', '+', ':']))
        .filter(|span| reading[span.range()].chars().any(char::is_alphanumeric))
        .collect()
}
