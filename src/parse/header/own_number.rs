//! Số, ký hiệu: the document's own number (box 3), from its number line or, where the header is missing, from
//! the note on what is attached to it (`Kèm theo Công văn số 5/CT-NVT ngày ...`).

use super::Header;
use super::pieces::Piece;
use super::place_date;
use crate::model::{Document, DocumentKind, DocumentNumber, Inference, Issuer, Style};
use crate::syntax::LineKind;
use crate::text::{Source, Span, bare};

/// The first number line of the header.
pub(crate) fn read(header: &Header<'_>, document: &mut Document) {
    let source = header.source;
    let reading = source.reading();
    let copied = document.copy.as_ref().map_or(Span::default(), |copy| copy.span);
    let own = |p: &Piece| p.kind == LineKind::Number && !copied.contains(p.span);
    let Some(at) = header.pieces.iter().position(own) else { return };
    let piece = header.pieces[at];
    let text = piece.text(reading);
    let label = label_end(text);
    let mut span = Span::new(piece.span.start + label, piece.span.end).trimmed(reading, &[',', ';', ':']);
    // The number may be broken off its label, or its symbol off its serial.
    if let Some(next) =
        header.pieces.get(at + 1).filter(|next| next.kind == LineKind::Text || next.kind == LineKind::Number)
    {
        let rest = next.text(reading);
        let tail = rest.split_whitespace().count() <= 3
            && rest.contains(['/', '-'])
            && rest.chars().any(char::is_uppercase);
        let cut = reading[span.range()].ends_with(['-', '/'])
            && rest.split_whitespace().count() <= 2
            && rest.starts_with(char::is_uppercase);
        if cut {
            span = span.hull(next.span);
        }
        if (span.is_empty() || !reading[span.range()].contains(['/', '-']))
            && tail
            && next.line <= piece.line + 2
        {
            span = if span.is_empty() { next.span } else { span.hull(next.span) };
        }
    }
    if span.is_empty() {
        return;
    }
    document.number = Some(number(source, span));
}

/// Where the label `Số:` ends.
fn label_end(text: &str) -> usize {
    let plain = bare(text);
    // `861913 /TCHQ-TXNK`: a scan that reads the label as digits.
    if ["86", "$6", "S6", "s6"].iter().any(|label| plain.starts_with(label))
        && !plain[..plain.len().min(8)].contains(':')
    {
        return 2;
    }
    let letters =
        plain.find([':', ';']).map(|at| at + 1).filter(|&at| at < 16).unwrap_or_else(|| {
            plain.find(|c: char| c.is_ascii_whitespace() || c.is_ascii_digit()).unwrap_or(0)
        });
    text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at)
}

/// A number as printed at `span`; what cannot be read is kept as it stands.
pub(crate) fn number(source: &Source, span: Span) -> DocumentNumber {
    let reading = source.reading();
    let text = &reading[span.range()];
    // Behind the symbol only another column can follow.
    let mut end = text.len();
    for (at, word) in words(text).into_iter().skip(1) {
        let symbol_done =
            text[..at].trim_end().ends_with(char::is_alphanumeric) && text[..at].contains(['/', '-']);
        let goes_on =
            word.starts_with(['/', '-', '&']) || text[..at].trim_end().ends_with(['/', '-', '.', '&']);
        if symbol_done && !goes_on {
            end = at;
            break;
        }
    }
    let span = Span::new(span.start, span.start + text[..end].trim_end().len());
    let code: String = source.quote(span).chars().filter(|c| !c.is_whitespace()).collect();
    let code = blank_dots(&code);
    // A dash behind a symbol that has one already is a stroke of the scan.
    let code = match code.trim_end_matches('-') {
        whole if whole.contains('-') => whole.to_owned(),
        _ => code,
    };
    let mut number = parse(&code);
    number.span = Some(span);
    number
}

fn words(text: &str) -> Vec<(usize, &str)> {
    text.split_whitespace().map(|word| (word.as_ptr() as usize - text.as_ptr() as usize, word)).collect()
}

/// `....../QĐ-UBND` is a blank number as well.
fn blank_dots(code: &str) -> String {
    let blank = |c: char| matches!(c, '.' | '…' | '_' | '?' | ',' | '·');
    let rest = code.trim_start_matches(blank);
    if rest.starts_with(['/', '-']) { rest.to_owned() } else { code.to_owned() }
}

/// Serial, year, symbol and style of a code without blanks.
fn parse(code: &str) -> DocumentNumber {
    let mut number = DocumentNumber { code: code.to_owned(), ..DocumentNumber::default() };
    let digits = code.find(|c: char| !(c.is_ascii_digit() || c == '.')).unwrap_or(code.len());
    let serial_end = digits
        + code[digits..]
            .chars()
            .next()
            .filter(|c| c.is_ascii_lowercase() && digits > 0)
            .map_or(0, char::len_utf8);
    let (serial, rest) = code.split_at(serial_end);
    let Some(mark) = rest.chars().next() else {
        number.serial = (!serial.is_empty()).then(|| serial.to_owned());
        return number;
    };
    if !matches!(mark, '/' | '-') {
        return number;
    }
    let mut symbol = &rest[1..];
    if let Some((year, tail)) = symbol.split_once(['/', '-'])
        && year.len() == 4
        && mark == '/'
        && let Ok(year) = year.parse::<u16>()
    {
        number.year = Some(year);
        symbol = tail;
    }
    let sound =
        symbol.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '/' | '.' | '&' | ',' | '(' | ')'))
            && symbol.starts_with(char::is_alphabetic);
    if !sound {
        return number;
    }
    number.style = Some(if mark == '-' && symbol.contains('/') { Style::Party } else { Style::State });
    number.serial = (!serial.is_empty()).then(|| serial.to_owned());
    number.symbol = Some(symbol.to_owned());
    number
}

/// Without a number line, the note over an attached text names its carrier: this document.
pub(crate) fn read_from_note(header: &Header<'_>, document: &mut Document) {
    let reading = header.source.reading();
    if document.number.is_some() || header.pieces.iter().any(|p| p.kind == LineKind::Number) {
        return;
    }
    for block in &header.outline.blocks {
        let text = &reading[block.span.range()];
        if !text.starts_with('(') || text.len() > 500 || !bare(text).to_ascii_lowercase().contains("kem") {
            continue;
        }
        let Some(note) = Note::of(header.source, block.span) else { continue };
        if document.kind.is_some_and(|kind| kind != note.kind) {
            continue;
        }
        if document.kind.is_none() {
            document.kind = Some(note.kind);
            document.kind_inferred_from = Some(Inference::Context);
        }
        document.number = Some(note.number);
        if document.date.is_none()
            && let Some((date, span)) = note.date
        {
            (document.date, document.date_span, document.date_inferred_from) =
                (Some(date), Some(span), Some(Inference::Context));
        }
        if let Some(span) = note.issuer {
            document.issuer = Some(Issuer {
                name: header.source.quote(span),
                id: None,
                branch: None,
                tier: None,
                parent: None,
                span: Some(span),
                pieces: Vec::new(),
                inferred_from: Some(Inference::Context),
            });
        }
        return;
    }
}

/// What `(Kèm theo Hướng dẫn số 40-HD/BTGDVTW, ngày 27/11/2025 của Ban ...)` says.
struct Note {
    kind: DocumentKind,
    number: DocumentNumber,
    date: Option<(crate::model::PartialDate, Span)>,
    issuer: Option<Span>,
}

impl Note {
    fn of(source: &Source, span: Span) -> Option<Self> {
        let reading = source.reading();
        let text = &reading[span.range()];
        let text = &text[..text.find(')').unwrap_or(text.len())];
        let plain = bare(text).to_ascii_lowercase();
        let byte =
            |count: usize| span.start + text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
        let so = plain.find(" so ").or_else(|| plain.find(" so:"))?;
        let opening = plain.find("theo ").filter(|&at| at < so)?;
        let kind = DocumentKind::named(reading[byte(opening + 5)..byte(so)].trim())?;
        let day = plain[so..].find("ngay").map(|at| so + at);
        let by = plain[so..].find(" cua ").map(|at| so + at);
        let code_end = [day, by, Some(plain.len())].into_iter().flatten().min()?;
        let code = Span::new(byte(so + 4), byte(code_end)).trimmed(reading, &[',', ')', '.', ':']);
        let number = number(source, code);
        number.serial.as_ref()?;
        let date = day.and_then(|day| {
            let end = by.filter(|&by| by > day).unwrap_or(plain.len());
            let span = Span::new(byte(day), byte(end)).trimmed(reading, &[',', ')', '.']);
            place_date::date(&reading[span.range()]).map(|date| (date, span))
        });
        let issuer =
            by.map(|by| Span::new(byte(by + 5), span.start + text.len()).trimmed(reading, &[')', '.', ';']));
        Some(Self { kind, number, date, issuer: issuer.filter(|span| !span.is_empty()) })
    }
}
