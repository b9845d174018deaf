//! A block cut into what may be one task each: an item is whole, a paragraph falls into sentences, and a list run
//! together on one line into its items.

use super::Reader;
use crate::parse::outline::{Block, LabelKind};
use crate::text::Span;

impl Reader<'_> {
    /// An item is one; a plain paragraph, and the text of an article, is cut at full stops.
    pub fn sentences(&self, block: &Block) -> Vec<Span> {
        let text = &self.words.text[block.span.range()];
        let mut cuts = vec![0];
        if is_prose(block) {
            cuts.extend(full_stops(text));
        }
        cuts.extend(inline_numbers(text));
        cuts.sort_unstable();
        pieces(self, block.span, cuts)
    }
}

/// The sentences of an item.
pub fn stops(reader: &Reader<'_>, item: Span) -> Vec<Span> {
    let cuts = std::iter::once(0).chain(full_stops(&reader.words.text[item.range()]));
    pieces(reader, item, cuts.collect())
}

fn pieces(reader: &Reader<'_>, whole: Span, mut cuts: Vec<usize>) -> Vec<Span> {
    cuts.push(whole.end - whole.start);
    let spans = cuts.windows(2).map(|pair| Span::new(whole.start + pair[0], whole.start + pair[1]));
    spans.map(|span| span.trimmed(reader.words.text, &[])).filter(|span| !span.is_empty()).collect()
}

/// Behind each full stop that ends a sentence.
fn full_stops(text: &str) -> impl Iterator<Item = usize> + '_ {
    memchr::memchr_iter(b'.', text.as_bytes()).filter_map(|i| {
        let rest = &text[i + 1..];
        let next = rest.trim_start();
        let blank = rest.len() != next.len();
        let before = text[..i].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        // `TP. Cần Thơ`, `A. Nguyễn`, `tr. 5`: an abbreviation ends no sentence.
        let short = before.chars().count() <= 2
            && (before.contains(char::is_uppercase) || before.is_ascii() || before.is_empty());
        (blank && next.starts_with(char::is_uppercase) && !short).then_some(i + 1)
    })
}

/// Whether each sentence of the block stands for itself.
pub fn is_prose(block: &Block) -> bool {
    block.label.as_ref().is_none_or(|label| label.kind == LabelKind::Article)
}

/// Where the items of a list within one line begin, behind their numbers: `..., như sau: 1. Giao Sở A ... 2. Giao
/// Sở B ...`. Each number is the one before it and one, so that dates and provisions are none.
fn inline_numbers(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut from = 0;
    let first = if text.starts_with(|c: char| c.is_ascii_digit()) { 2 } else { 1 };
    for number in first..=20 {
        let mark = format!(" {number}. ");
        let marks = memchr::memmem::find_iter(&text.as_bytes()[from..], &mark);
        let next = marks.map(|i| from + i).find(|&i| {
            let before = text[..i].trim_end();
            text[i + mark.len()..].starts_with(char::is_uppercase) && before.ends_with(['.', ':', ';'])
        });
        let Some(at) = next else { break };
        starts.push(at + mark.len());
        from = at + mark.len();
    }
    if starts.len() > 1 { starts } else { Vec::new() }
}
