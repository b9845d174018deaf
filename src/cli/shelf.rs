//! The texts behind the evidence: from a span to `file:line` and to the words that stand there.

use std::collections::HashMap;

use vanban::model::{Document, Evidence};
use vanban::text::{LineIndex, Span, tidy};

use super::look::shorten;

/// A text and its lines.
struct Text {
    text: String,
    lines: LineIndex,
}

/// Every text read, by its path, or by its id for a line of JSON.
#[derive(Default)]
pub(crate) struct Shelf {
    texts: HashMap<String, Text>,
    /// Canonical id to key, for evidence without a path.
    documents: HashMap<String, String>,
}

impl Shelf {
    /// Keeps the text of a document; its canonical id must be known.
    pub(crate) fn keep(&mut self, document: &Document, text: String) {
        let key = document.source.path.clone().or_else(|| document.source.id.clone()).unwrap_or_default();
        self.documents.entry(document.id.clone()).or_insert_with(|| key.clone());
        self.texts.insert(key, Text { lines: LineIndex::new(&text), text });
    }

    fn find<'a>(&'a self, evidence: &'a Evidence) -> Option<(&'a str, &'a Text)> {
        let key = evidence.path.as_ref().or_else(|| self.documents.get(&evidence.document))?;
        Some((key, self.texts.get(key)?))
    }

    /// `file:line` of the first word.
    pub(crate) fn place(&self, evidence: &Evidence) -> String {
        match self.find(evidence) {
            Some((name, text)) => {
                format!("{name}:{}", text.lines.position(&text.text, evidence.span.start).line)
            }
            None => evidence.path.clone().unwrap_or_else(|| evidence.document.clone()),
        }
    }

    /// The words that say so, as printed: from the cue to the document acted on, at most `width` columns.
    pub(crate) fn words(&self, evidence: &Evidence, width: usize) -> String {
        let said = self.find(evidence).and_then(|(_, text)| text.text.get(range(evidence.span))).map(tidy);
        shorten(said.as_deref().filter(|s| !s.is_empty()).unwrap_or(&evidence.text), width)
    }
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start..span.end.max(span.start)
}
