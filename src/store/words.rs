//! Words of texts as the full-text tables know them: lower case without marks, `đ` as d.

use crate::text::{Span, slug};

/// Numbers of paragraphs in one text; what comes behind is found under the last.
const PARAGRAPHS: i64 = 1 << 20;

/// The words of a text between blanks.
pub(super) fn words(text: &str) -> String {
    slug(text).replace('-', " ")
}

/// The row of a paragraph of a source.
pub(super) fn row_of(source: i64, paragraph: usize) -> i64 {
    source * PARAGRAPHS + i64::try_from(paragraph).unwrap_or(PARAGRAPHS).min(PARAGRAPHS - 1)
}

/// The rows a source can have.
pub(super) fn rows_of(source: i64) -> (i64, i64) {
    (row_of(source, 0), row_of(source, usize::MAX))
}

/// The source of a row.
pub(super) fn source_of_row(row: i64) -> i64 {
    row / PARAGRAPHS
}

/// The paragraphs of a text with their words.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = (usize, String)> {
    let spans = crate::graph::paragraphs(text).into_iter();
    spans.enumerate().filter_map(|(n, span)| {
        let words = text.get(Span::range(span)).map(words)?;
        (!words.is_empty()).then_some((n, words))
    })
}

/// A full-text question: the words one behind the other; None where there is no word.
pub(super) fn phrase(words: &str) -> Option<String> {
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| format!("\"{}\"", words.join(" ")))
}
