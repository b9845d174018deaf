//! A document together with the text it was read from, so that evidence can quote whole sentences.

use std::sync::Arc;

use crate::model::Document;

/// Văn bản có trong tay: a parsed and resolved document and its text.
#[derive(Debug, Clone, Default)]
pub struct Held {
    /// The document.
    pub document: Document,
    /// The text its spans point into (`Source::text`); may be empty, then evidence quotes only the cited words.
    pub text: Arc<str>,
}

impl From<Document> for Held {
    fn from(document: Document) -> Self {
        Self { document, text: Arc::default() }
    }
}

impl<T: Into<Arc<str>>> From<(Document, T)> for Held {
    fn from((document, text): (Document, T)) -> Self {
        Self { document, text: text.into() }
    }
}

/// A document with its text, borrowed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct HeldRef<'a> {
    pub document: &'a Document,
    pub text: &'a Arc<str>,
}

#[cfg(feature = "store")]
impl Held {
    /// Both, borrowed.
    pub(crate) fn borrowed(&self) -> HeldRef<'_> {
        HeldRef { document: &self.document, text: &self.text }
    }
}
