//! Letterhead and signatures come in two columns, flattened in many ways: side by side on one line, one
//! column after the other, line by line in turn, as cells. A piece is what one column says on one line.

use std::ops::Range;

use crate::syntax::layout::{line, place_date_at};
use crate::syntax::{Line, LineKind};
use crate::text::{Span, bare};

/// Mẩu: the text of one column on one line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Piece {
    /// Its text without blanks around it.
    pub span: Span,
    /// What it is by itself.
    pub kind: LineKind,
    /// Index of its line.
    pub line: usize,
    /// Its place among the pieces of its line, from 0.
    pub column: usize,
    /// How many cell borders stand before it.
    pub cell: usize,
    /// Whether an empty line stands right before it.
    pub gap: bool,
    /// Whether it is in bold type.
    pub bold: bool,
    /// The label it begins with (a bullet).
    pub label: Option<Span>,
}

impl Piece {
    /// Its text.
    pub fn text(self, reading: &str) -> &str {
        &reading[self.span.range()]
    }

    /// Its text behind the label.
    pub fn inner(self, reading: &str) -> Span {
        self.label.map_or(self.span, |label| Span::new(label.end, self.span.end).trimmed(reading, &[]))
    }
}

/// The pieces of the lines of `range` that say something.
pub(crate) fn pieces(reading: &str, lines: &[Line], range: Range<usize>) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut cell = 0;
    let mut gap = false;
    for index in range {
        let whole = &lines[index];
        match whole.kind {
            LineKind::Border => cell += 1,
            LineKind::Blank => gap = true,
            _ if whole.is_silent() => {}
            _ => {
                let text = &reading[whole.span.range()];
                // What the line is by itself, whatever its neighbour told.
                let raw = if whole.told { line(text).moved(whole.span.start) } else { *whole };
                let parts = columns(text, raw.kind);
                for (column, part) in parts.iter().enumerate() {
                    let at = whole.span.start + part.start;
                    let own = if parts.len() == 1 { raw } else { line(&text[part.clone()]).moved(at) };
                    if own.span.is_empty() || own.is_silent() {
                        continue;
                    }
                    found.push(Piece {
                        span: own.span,
                        // A spoilt number is told by the place and date beside it.
                        kind: if column == 0 && whole.kind == LineKind::Number {
                            whole.kind
                        } else {
                            own.kind
                        },
                        line: index,
                        column: whole.column + column,
                        cell,
                        gap,
                        bold: whole.bold,
                        label: own.label,
                    });
                }
                gap = false;
            }
        }
    }
    join_labels(reading, found)
}

/// `Nơi` / `nhận:` and `Kính` / `gửi:` are one label over two lines.
fn join_labels(reading: &str, pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined = Vec::with_capacity(pieces.len());
    let mut rest = pieces.into_iter().peekable();
    while let Some(mut piece) = rest.next() {
        let whole = rest.peek().and_then(|next| Some((label_over(reading, piece, *next)?, next.span)));
        if let Some((kind, span)) = whole {
            piece.kind = kind;
            piece.span = piece.span.hull(span);
            rest.next();
        }
        joined.push(piece);
    }
    joined
}

/// The label two pieces are together.
fn label_over(reading: &str, head: Piece, tail: Piece) -> Option<LineKind> {
    /// Neither word is longer, with its marks.
    const LONGEST: usize = 8;
    let head = head.text(reading);
    if head.len() > LONGEST {
        return None;
    }
    let begins = |word: &str| bare(tail.text(reading)).starts_with(word);
    match bare(head).as_str() {
        "Noi" if begins("nhan") => Some(LineKind::Recipients),
        "Kinh" if begins("gui") => Some(LineKind::Addressees),
        _ => None,
    }
}

/// What the right column of a letterhead opens with, bare.
const OPENINGS: [&str; 6] =
    ["CONG HOA X", "CHU NGHIA VIET NAM", "DANG CONG SAN VIET NAM", "DOC LAP-", "DOC LAP ", "DEC LAP"];

/// The same as bad scans leave it; `?` is any letter.
const SCANNED_OPENINGS: [&str; 9] = [
    "C?NG H?A X? ",
    "D?C ??P - T",
    "D?C ???P - T",
    "D?C ????P - T",
    "E?C ??P - T",
    "E?C ???P - T",
    "B?C ??P - T",
    "B?C ???P - T",
    "C??NG H?A X? ",
];

/// Whether a word has the letters that all these openings have: few have.
fn may_open(word: &[u8]) -> bool {
    let [first, _, third, fourth, ..] = word else { return false };
    match first.to_ascii_uppercase() {
        b'C' => [third, fourth].iter().any(|b| matches!(b, b'N' | b'n')) || matches!(third, b'U' | b'u'),
        b'D' => matches!(third, b'N' | b'n' | b'C' | b'c'),
        b'E' | b'B' => matches!(third, b'C' | b'c'),
        _ => false,
    }
}

/// Whether a text begins with a pattern, in capitals or not.
fn begins_like(text: &[u8], pattern: &str) -> bool {
    text.len() >= pattern.len()
        && pattern.bytes().zip(text).all(|(p, b)| p == b'?' || p == b.to_ascii_uppercase())
}

/// Where the columns of a line stand that is of this kind.
fn columns(text: &str, kind: LineKind) -> Vec<Range<usize>> {
    let plain = bare(text);
    let mut cuts = blank_cuts(&plain);
    // The right column of a letterhead begins with words known beforehand.
    if kind != LineKind::Motto {
        let words = memchr::memchr_iter(b' ', plain.as_bytes()).map(|at| at + 1);
        cuts.extend(words.filter(|&at| {
            let word = &plain.as_bytes()[at..];
            may_open(word)
                && OPENINGS.iter().chain(&SCANNED_OPENINGS).any(|opening| begins_like(word, opening))
        }));
    }
    if kind == LineKind::Number {
        cuts.extend(place_date_at(&plain));
    }
    cuts.sort_unstable();
    cuts.dedup();
    if cuts.is_empty() {
        return std::iter::once(0..text.len()).collect();
    }
    let byte = |count: usize| text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    let mut start = 0;
    let mut found = Vec::with_capacity(cuts.len() + 1);
    for cut in cuts.into_iter().map(byte).chain([text.len()]) {
        if cut > start {
            found.push(start..cut);
        }
        start = cut;
    }
    found
}

/// Cuts at three blanks or a tab; the blanks of a draft (`ngày    tháng`, `Số:     /QĐ-UBND`) are no gap.
fn blank_cuts(plain: &str) -> Vec<usize> {
    let mut cuts = Vec::new();
    let blank = |byte: &u8| byte.is_ascii_whitespace();
    if !plain.as_bytes().windows(3).any(|three| blank(&three[0]) && three.iter().all(blank))
        && !plain.contains('\t')
    {
        return cuts;
    }
    let mut at = 0;
    let bytes = plain.as_bytes();
    while at < bytes.len() {
        let run = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
        if run == 0 {
            at += 1;
            continue;
        }
        let wide = run >= 3 || bytes[at..at + run].contains(&b'\t');
        if !wide {
            at += run;
            continue;
        }
        let (before, after) =
            (plain[..at].trim_end().to_ascii_lowercase(), plain[at + run..].to_ascii_lowercase());
        let blank_left_open =
            ["ngay", "thang", "nam", "so", "so:", "gui:", "v/v"].iter().any(|word| before.ends_with(word))
                || ["thang", "nam 2", "nam ", "/", "-"].iter().any(|word| after.starts_with(word))
                    && !after.starts_with("- ");
        if !before.is_empty() && !after.is_empty() && !blank_left_open {
            cuts.push(at + run);
        }
        at += run;
    }
    cuts
}

/// Whether a line asks for the next: it ends with a comma, a dash, or one of these words (capitals without marks).
pub(crate) fn goes_on(text: &str, words: &[&str]) -> bool {
    text.ends_with([',', '-'])
        || crate::text::bare(text)
            .to_ascii_uppercase()
            .split_whitespace()
            .next_back()
            .is_some_and(|word| words.contains(&word))
}
