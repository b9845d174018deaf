//! Nơi nhận (box 9b): whom copies go to and what for, the archive included.

use super::closing::Closing;
use crate::model::{Document, Recipient};
use crate::registry::purpose_of;
use crate::text::{Source, Span};

/// Without the specks OCR reads behind the end of an item: `Lưu: VT (3). yy`.
fn without_specks(text: &str) -> &str {
    let text = without_strokes(text);
    match text.rsplit_once(". ") {
        Some((item, tail))
            if item.ends_with(')') && tail.len() <= 3 && tail.chars().all(char::is_lowercase) =>
        {
            item
        }
        _ => text,
    }
}

/// Without a tail behind the closing mark that holds no word: `VT (2). (/ ”`, `(để biết); ⁄`.
fn without_strokes(text: &str) -> &str {
    let Some((at, _)) = text.match_indices(").").chain(text.match_indices(");")).min() else { return text };
    let tail = &text[at + 2..];
    let worded = tail.split(|c: char| !c.is_alphanumeric()).any(|word| word.chars().count() > 1);
    if worded { text } else { &text[..=at] }
}

/// Reads every item.
pub(crate) fn read(source: &Source, closing: &Closing, document: &mut Document) {
    let reading = source.reading();
    for item in &closing.recipients {
        let whole = item.iter().copied().reduce(Span::hull).unwrap_or_default();
        let span = whole.trimmed(reading, &[';', '.', ',', '-', '~', '+', '*', '_']);
        if !reading[span.range()].chars().any(char::is_alphanumeric) {
            continue;
        }
        // Between the lines of an item the other column may stand.
        let lines: Vec<String> = item
            .iter()
            .map(|line| Span::new(line.start, line.end.min(span.end)).trimmed(reading, &[]))
            .map(|line| source.quote(line))
            .collect();
        let text = lines.join(" ");
        let text = without_specks(text.trim_end_matches([';', '.', ',', ' '])).to_owned();
        document.recipients.push(Recipient {
            purpose: purpose_of(&text),
            text,
            span,
            organ: None,
            set: None,
            members: Vec::new(),
        });
    }
}
