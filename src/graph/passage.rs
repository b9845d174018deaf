//! Đoạn văn: the paragraphs of a text in which words stand, whatever their marks and capitals.

use super::held::HeldRef;
use crate::model::Evidence;
use crate::text::{Span, slug, tidy};

/// The paragraphs in which at least so many of the words stand as whole words; words are lower case without marks.
pub(super) fn passages_of(held: HeldRef<'_>, words: &[String], least: usize) -> Vec<Evidence> {
    let path = held.document.source.path.as_deref();
    passages_in(&held.document.id, path, held.text, paragraphs(held.text), words, least)
}

/// Of some paragraphs of a text those in which at least so many of the words stand.
pub(crate) fn passages_in(
    document: &str,
    path: Option<&str>,
    text: &str,
    spans: impl IntoIterator<Item = Span>,
    words: &[String],
    least: usize,
) -> Vec<Evidence> {
    let mut found = Vec::new();
    for span in spans {
        let Some(shown) = text.get(span.start..span.end) else { continue };
        let plain = slug(shown);
        let standing = |word: &&String| plain.split('-').any(|other| other == word.as_str());
        if words.iter().filter(standing).count() >= least.max(1) {
            found.push(Evidence {
                document: document.to_owned(),
                path: path.map(str::to_owned),
                span,
                text: tidy(shown),
                ..Evidence::default()
            });
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
