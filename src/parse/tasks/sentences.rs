//! A block cut into what may be one task each: an item is whole, a paragraph falls into sentences, and a list run
//! together on one line into its items.

use super::Reader;
use crate::parse::outline::Block;
use crate::text::Span;

impl Reader<'_> {
    /// An item is one; a plain paragraph is cut at full stops.
    pub fn sentences(&self, block: &Block) -> Vec<Span> {
        let text = &self.words.text[block.span.range()];
        let mut cuts = vec![0];
        for (i, _) in text.match_indices('.').filter(|_| block.label.is_none()) {
            let rest = &text[i + 1..];
            let next = rest.trim_start();
            let blank = rest.len() != next.len();
            let before = text[..i].rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            // `TP. Cần Thơ`, `A. Nguyễn`: an abbreviation ends no sentence.
            if blank && next.starts_with(char::is_uppercase) && before.chars().count() > 2 {
                cuts.push(i + 1);
            }
        }
        cuts.extend(inline_numbers(text));
        cuts.sort_unstable();
        cuts.push(text.len());
        let spans =
            cuts.windows(2).map(|pair| Span::new(block.span.start + pair[0], block.span.start + pair[1]));
        spans.map(|span| span.trimmed(self.words.text, &[])).filter(|span| !span.is_empty()).collect()
    }
}

/// Where the items of a list within one line begin, behind their numbers: `..., như sau: 1. Giao Sở A ... 2. Giao
/// Sở B ...`. Each number is the one before it and one, so that dates and provisions are none.
fn inline_numbers(text: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut from = 0;
    let first = if text.starts_with(|c: char| c.is_ascii_digit()) { 2 } else { 1 };
    for number in first..=20 {
        let mark = format!(" {number}. ");
        let next = text[from..].match_indices(&mark).map(|(i, _)| from + i).find(|&i| {
            let before = text[..i].trim_end();
            text[i + mark.len()..].starts_with(char::is_uppercase) && before.ends_with(['.', ':', ';'])
        });
        let Some(at) = next else { break };
        starts.push(at + mark.len());
        from = at + mark.len();
    }
    if starts.len() > 1 { starts } else { Vec::new() }
}
