//! Title lines: the name of a kind standing alone, in capitals or bold type (box 5a): `KẾ HOẠCH`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::paragraphs::is_capitals;
use crate::model::DocumentKind;
use crate::registry::KindId;
use crate::syntax::{Line, LineKind};
use crate::text::{Span, after_letters, bare};

/// The names of kinds that may head a document, letters only and without marks: OCR loses marks, and
/// titles are printed with blanks between their letters.
static TITLES: LazyLock<HashMap<String, KindId>> = LazyLock::new(|| {
    let mut titles = HashMap::new();
    for kind in KindId::all().filter(|kind| kind.is_title()) {
        for name in std::iter::once(kind.name()).chain(kind.variants().iter().copied()) {
            titles.entry(letters(name)).or_insert(kind);
        }
    }
    titles
});

/// The first three letters of every name of a kind, sorted.
static BEGINNINGS: LazyLock<Vec<[u8; 3]>> = LazyLock::new(|| {
    let names =
        KindId::all().flat_map(|kind| std::iter::once(kind.name()).chain(kind.variants().iter().copied()));
    let mut beginnings: Vec<[u8; 3]> = names.filter_map(|name| beginning(&bare(name))).collect();
    beginnings.sort_unstable();
    beginnings.dedup();
    beginnings
});

/// The first three letters, small; None where letters that are not known stand among them, or too few.
fn beginning(plain: &str) -> Option<[u8; 3]> {
    let mut letters = plain.bytes().filter(|&b| b.is_ascii_alphabetic() || b == b'?');
    let three = [letters.next()?, letters.next()?, letters.next()?];
    (!three.contains(&b'?')).then(|| three.map(|b| b.to_ascii_lowercase()))
}

/// Whether the first letters are those of a kind's name: few lines have them.
pub(crate) fn may_name_a_kind(text: &str) -> bool {
    /// No name has more before its third letter, blanks between letters counted.
    const OPENING: usize = 24;
    let plain = bare(&text[..after_letters(text, OPENING).unwrap_or(text.len())]);
    beginning(&plain).is_none_or(|three| BEGINNINGS.binary_search(&three).is_ok())
}

fn letters(text: &str) -> String {
    bare(text).chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect()
}

/// A title line.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Title {
    /// Which kind it names.
    pub kind: DocumentKind,
    /// Where it stands.
    pub span: Span,
}

/// The kind that a text names, when it names one and says nothing else.
pub(crate) fn kind_named(text: &str) -> Option<DocumentKind> {
    if text.len() > 80 || text.chars().any(|c| c.is_ascii_digit()) {
        return None;
    }
    if !may_name_a_kind(text) {
        return None;
    }
    DocumentKind::named(text.trim_end_matches([':', '.', ' ']))
        .or_else(|| TITLES.get(&letters(text)).copied().map(DocumentKind))
        .filter(|kind| kind.0.is_title())
}

/// A title with its subject on the same line: `PHIẾU TRÌNH GIẢI QUYẾT CÔNG VIỆC`, `KẾT LUẬN CỦA BỘ CHÍNH TRỊ`.
/// Only names of two words and more are told from other lines in capitals.
pub(crate) fn opening_title_at(reading: &str, lines: &[Line], at: usize) -> Option<Title> {
    let line = lines.get(at).filter(|line| line.kind == LineKind::Text)?;
    let text = &reading[line.span.range()];
    if !is_capitals(text) || text.chars().count() > 200 {
        return None;
    }
    let ends: Vec<usize> = text.match_indices(' ').map(|(end, _)| end).skip(1).take(3).collect();
    ends.into_iter().rev().find_map(|end| {
        let kind = kind_named(&text[..end])?;
        Some(Title { kind, span: Span::new(line.span.start, line.span.start + end) })
    })
}

/// The title that begins with line `at`; it may be broken over two lines (`NGHỊ` / `QUYẾT`).
pub(crate) fn title_at(reading: &str, lines: &[Line], at: usize) -> Option<Title> {
    let line = &lines[at];
    let stands_out = |line: &Line| {
        matches!(line.kind, LineKind::Text | LineKind::Enacting)
            && (line.bold || is_capitals(&reading[line.span.range()]))
    };
    if !stands_out(line) || line.kind == LineKind::Enacting {
        return None;
    }
    let text = &reading[line.span.range()];
    if let Some(kind) = kind_named(text) {
        return Some(Title { kind, span: line.span });
    }
    let next = lines.get(at + 1).filter(|next| stands_out(next) && next.kind == LineKind::Text)?;
    if text.chars().count() > 16 {
        return None;
    }
    let span = line.span.hull(next.span);
    kind_named(&reading[span.range()]).map(|kind| Title { kind, span })
}
