//! The texts behind the evidence: from a span to `file:line` and to the words that stand there.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

use vanban::graph::GraphView as _;
use vanban::model::{Document, Evidence};
use vanban::store::Store;
use vanban::text::{LineIndex, Span, tidy};

use super::look::shorten;

/// A text and its lines.
struct Text {
    text: Arc<str>,
    lines: LineIndex,
}

/// Every text read, by its path, or by its id for a line of JSON; those of an index as they are asked for.
#[derive(Default)]
pub(crate) struct Shelf {
    texts: HashMap<String, Arc<str>>,
    /// Canonical id to key, for documents without a path.
    documents: RefCell<HashMap<String, String>>,
    /// Texts that were asked for.
    opened: RefCell<HashMap<String, Rc<Text>>>,
    store: Option<Rc<Store>>,
}

impl Shelf {
    /// The texts of an index.
    pub(crate) fn of(store: Rc<Store>) -> Self {
        Self { store: Some(store), ..Self::default() }
    }

    /// Keeps the text of a document; its canonical id must be known.
    pub(crate) fn keep(&mut self, document: &Document, text: Arc<str>) {
        let key = document.source.path.clone().or_else(|| document.source.id.clone()).unwrap_or_default();
        if document.source.path.is_none() {
            self.documents.get_mut().entry(document.id.clone()).or_insert_with(|| key.clone());
        }
        self.texts.insert(key, text);
    }

    fn find(&self, evidence: &Evidence) -> Option<(String, Rc<Text>)> {
        let key = evidence.path.clone().or_else(|| self.key_of(&evidence.document))?;
        if let Some(text) = self.opened.borrow().get(&key) {
            return Some((key, Rc::clone(text)));
        }
        let text = match self.texts.get(&key) {
            Some(text) => Arc::clone(text),
            None => self.store.as_ref()?.text_of(&key)?.into(),
        };
        let text = Rc::new(Text { lines: LineIndex::new(&text), text });
        self.opened.borrow_mut().insert(key.clone(), Rc::clone(&text));
        Some((key, text))
    }

    /// The name of the file or line that speaks for a document.
    fn key_of(&self, document: &str) -> Option<String> {
        if let Some(known) = self.documents.borrow().get(document) {
            return Some(known.clone());
        }
        let source = self.store.as_ref()?.claims(document)?.sources.into_iter().next()?;
        let key = source.path.or(source.id)?;
        self.documents.borrow_mut().insert(document.to_owned(), key.clone());
        Some(key)
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
        let said = self.find(evidence).and_then(|(_, text)| text.text.get(range(evidence.span)).map(tidy));
        shorten(said.as_deref().filter(|s| !s.is_empty()).unwrap_or(&evidence.text), width)
    }
}

fn range(span: Span) -> std::ops::Range<usize> {
    span.start..span.end.max(span.start)
}
