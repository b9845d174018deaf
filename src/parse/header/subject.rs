//! Trích yếu: what the document is about, behind `V/v` (box 5b) or under the title (box 5a).

use super::Header;
use super::pieces::Piece;
use crate::model::{Document, Subject};
use crate::parse::outline::paragraphs::{ends_open, is_capitals};
use crate::parse::outline::zones::{is_body, names_a_body};
use crate::syntax::LineKind;
use crate::text::{Span, bare};

/// Reads the subject.
pub(crate) fn read(header: &Header<'_>, document: &mut Document) {
    let lines = match header.title {
        Some((_, from)) => under_title(header, from).or_else(|| behind_label(header)),
        None => behind_label(header)
            .or_else(|| under_number(header, document))
            .or_else(|| behind_lost_label(header)),
    };
    let Some(lines) = lines.filter(|lines| !lines.is_empty()) else { return };
    let reading = header.source.reading();
    let whole = lines.iter().copied().reduce(Span::hull).unwrap_or_default();
    let foreign =
        lines.windows(2).any(|two| reading[two[0].end..two[1].start].chars().any(char::is_alphanumeric));
    let text = lines.iter().map(|&span| header.source.quote(span)).collect::<Vec<_>>().join(" ");
    document.subject = Some(Subject {
        text,
        span: whole,
        pieces: if foreign { lines } else { Vec::new() },
        inferred_from: None,
    });
}

/// The lines from `V/v` to the next box: an empty line, a border, another column.
fn behind_label(header: &Header<'_>) -> Option<Vec<Span>> {
    let reading = header.source.reading();
    let from = header.pieces.iter().position(|p| p.kind == LineKind::Subject)?;
    let first = header.pieces[from];
    let span = without_label(first, reading, true);
    let mut lines = if span.is_empty() { Vec::new() } else { vec![span] };
    let mut last = first;
    for piece in &header.pieces[from + 1..] {
        let text = piece.text(reading);
        let own_column = piece.column == first.column || piece.line == last.line + 1 && piece.column == 0;
        match piece.kind {
            LineKind::Addressees => break,
            LineKind::Motto | LineKind::PartyHeader | LineKind::PlaceDate | LineKind::Number
                if piece.column > first.column =>
            {
                continue;
            }
            LineKind::PlaceDate if continues_a_date(&lines, reading, text) => {}
            LineKind::Motto | LineKind::PartyHeader | LineKind::PlaceDate | LineKind::Number => {
                // The other column stands between two lines of the subject only when they alternate.
                if lines.is_empty() || piece.gap || piece.cell != first.cell {
                    break;
                }
                continue;
            }
            _ if !own_column => continue,
            _ if piece.cell != first.cell => break,
            // Behind an empty line a stamp or a speck of the scan.
            _ if piece.gap
                && (text.chars().count() <= 3 || is_capitals(text) && !is_capitals(first.text(reading))) =>
            {
                break;
            }
            _ if piece.gap
                && lines.last().is_some_and(|last| !ends_open(&reading[last.range()]))
                && !text.starts_with(char::is_lowercase) =>
            {
                break;
            }
            LineKind::Text | LineKind::Item(_) | LineKind::Recital | LineKind::Subject => {}
            _ => break,
        }
        lines.push(piece.span);
        last = *piece;
    }
    Some(lines)
}

/// A công văn of the Party has its subject below the number, without a label.
fn under_number(header: &Header<'_>, document: &Document) -> Option<Vec<Span>> {
    let reading = header.source.reading();
    let symbol = document.number.as_ref()?.symbol.as_deref()?;
    if !symbol.starts_with("CV/") {
        return None;
    }
    let at = header.pieces.iter().position(|p| p.kind == LineKind::Number)?;
    let number = header.pieces[at];
    let below = header.pieces[at + 1..].iter().take_while(|p| {
        p.kind == LineKind::Text && !p.gap && p.cell == number.cell && !is_capitals(p.text(reading))
    });
    Some(below.map(|p| p.span).collect())
}

/// `4A: xử lý tài chính`, `W⁄% hóa đơn`: between number and addressees, where a scan spoilt the label.
fn behind_lost_label(header: &Header<'_>) -> Option<Vec<Span>> {
    let reading = header.source.reading();
    let at = header.pieces.iter().position(|p| p.kind == LineKind::Number)?;
    let from = (at + 1..header.pieces.len()).find(|&i| header.pieces[i].kind != LineKind::PlaceDate)?;
    let to = (from..header.pieces.len()).find(|&i| header.pieces[i].kind == LineKind::Addressees)?;
    let lines = &header.pieces[from..to];
    let first = lines.first()?;
    let (label, rest) = first.text(reading).split_once(' ')?;
    let spoilt = label.chars().count() <= 4
        && !label.chars().all(char::is_lowercase)
        && rest.starts_with(char::is_lowercase)
        && first.line <= header.pieces[at].line + 3;
    if !spoilt || lines.len() > 5 || lines.iter().any(|p| p.column > 0 || is_capitals(p.text(reading))) {
        return None;
    }
    let first = Span::new(first.span.end - rest.len(), first.span.end);
    Some(std::iter::once(first).chain(lines[1..].iter().map(|p| p.span)).collect())
}

/// `của Chính phủ` / `ngày 5 tháng 3 năm 2024`: a date inside the subject, not the document's.
fn continues_a_date(lines: &[Span], reading: &str, text: &str) -> bool {
    text.starts_with("ngày") && lines.last().is_some_and(|last| !reading[last.range()].ends_with('.'))
}

/// The paragraphs between the title and the addressees, recitals or content.
fn under_title(header: &Header<'_>, from: usize) -> Option<Vec<Span>> {
    let reading = header.source.reading();
    let mut lines: Vec<Span> = Vec::new();
    let mut capitals = None;
    // The subject may begin on the title's own line.
    if let (Some((title, _)), Some(own)) =
        (header.title, from.checked_sub(1).and_then(|i| header.pieces.get(i)))
    {
        let rest = Span::new(title.span.end.min(own.span.end), own.span.end).trimmed(reading, &[':']);
        if !rest.is_empty() {
            capitals = Some(true);
            lines.push(rest);
        }
    }
    for (at, piece) in header.pieces.iter().enumerate().skip(from) {
        let text = piece.text(reading);
        let all = is_capitals(text);
        match piece.kind {
            LineKind::Motto | LineKind::PartyHeader | LineKind::Number => continue,
            LineKind::PlaceDate if lines.is_empty() || !continues_a_date(&lines, reading, text) => continue,
            LineKind::Addressees | LineKind::AttachmentNote | LineKind::Recital | LineKind::Enacting => break,
            LineKind::Text if lines.is_empty() && text.starts_with('(') && text.ends_with(')') => break,
            LineKind::Text if lines.is_empty() && is_of_author(header, at) => continue,
            // The line of competence over the recitals is not the subject's.
            LineKind::Text
                if all
                    && !lines.is_empty()
                    && (piece.gap || piece.bold && !header.pieces[at - 1].bold)
                    && names_a_body(text)
                    && is_last_capitals(header, at) =>
            {
                break;
            }
            LineKind::Text if lines.is_empty() && is_body(text) && !all => return None,
            _ => {}
        }
        if capitals == Some(true) && !all && piece.gap && !piece.bold {
            break;
        }
        capitals.get_or_insert(all);
        let span =
            if piece.kind == LineKind::Subject { without_label(*piece, reading, false) } else { piece.span };
        if !span.is_empty() {
            lines.push(span);
        }
    }
    Some(lines).filter(|lines| !lines.is_empty())
}

/// `CỦA BAN THƯỜNG VỤ TỈNH ỦY` over a subject in small letters: it belongs to the title.
pub(super) fn is_of_author(header: &Header<'_>, at: usize) -> bool {
    let reading = header.source.reading();
    let (Some(piece), Some(next)) = (header.pieces.get(at), header.pieces.get(at + 1)) else { return false };
    let (text, below) = (piece.text(reading), next.text(reading));
    let of = text.strip_prefix("CỦA ").or_else(|| text.strip_prefix("của "));
    let opens = bare(below).to_ascii_lowercase().starts_with("ve ");
    of.is_some_and(names_a_body)
        && matches!(next.kind, LineKind::Text | LineKind::Subject)
        && !is_capitals(below)
        && (is_capitals(text) || opens)
}

/// Whether from here on the header holds only lines in capitals of one paragraph.
fn is_last_capitals(header: &Header<'_>, at: usize) -> bool {
    let reading = header.source.reading();
    header.pieces[at + 1..].iter().all(|p| !p.gap && is_capitals(p.text(reading)))
}

/// A line without its label `V/v`, `V/v:`; `Về việc` is kept but where it is a label (`Về việc:`).
fn without_label(piece: Piece, reading: &str, dispatch: bool) -> Span {
    let text = piece.text(reading);
    let plain = bare(text).to_ascii_lowercase();
    let lead = plain.len() - plain.trim_start_matches(['\'', '.', '_', ' ']).len();
    let labels: &[&str] = if dispatch { &["v/v", "ve viec"] } else { &["v/v", "ve viec:"] };
    // As scans leave it: `Viv:`, `VW`, `V/y`.
    let word = plain[lead..].find([' ', ':', '.', ',']).map_or(plain.len(), |end| lead + end);
    let spoilt = word - lead <= 4
        && plain[lead..word].starts_with(['v', 'w', 'y'])
        && plain[lead..word].ends_with(['v', 'w', 'y', '/']);
    let count = match labels.iter().find(|label| plain[lead..].starts_with(**label)) {
        Some(label) => lead + label.len(),
        None if spoilt && piece.kind == LineKind::Subject => {
            word + usize::from(plain[word..].starts_with(" v ")) * 2
        }
        None => return piece.span,
    };
    let at = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    Span::new(piece.span.start + at, piece.span.end).trimmed(reading, &[':', '.'])
}
