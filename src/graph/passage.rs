//! Đoạn văn: the paragraphs of a text in which words stand, whatever their marks and capitals.

use super::view::Particulars;
use crate::model::Evidence;
use crate::text::{Span, slug, tidy};

/// The paragraphs in which any of the words stands as a whole word; words are lower case without marks.
pub(crate) fn passages_of(held: &Particulars, words: &[String]) -> Vec<Evidence> {
    let mut found = Vec::new();
    for span in paragraphs(&held.text) {
        let Some(shown) = held.text.get(span.start..span.end) else { continue };
        let plain = slug(shown);
        if plain.split('-').any(|word| words.iter().any(|w| w == word)) {
            let text = tidy(shown);
            found.push(Evidence { text, ..held.evidence(span, None) });
        }
    }
    found
}

/// Runs of lines between blank ones.
pub(crate) fn paragraphs(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open: Option<Span> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if line.trim().is_empty() {
            found.extend(open.take());
        } else {
            let start = open.map_or(at, |span| span.start);
            open = Some(Span { start, end: at + line.trim_end().len() });
        }
        at = end;
    }
    found.extend(open);
    found
}
