//! The documents a graph was made of. When further ones arrive all are resolved together anew, because an earlier
//! mention may mean a later document; only then is the graph the same as if all had come at once.

use std::fmt;
use std::sync::Arc;

use super::Graph;
use super::chains::number;
use super::held::{Held, HeldRef};
use super::index::Index;
use crate::model::{Document, Issuer, Reference};
use crate::resolve::{ContextResolver, Resolver};

/// The documents with their texts, by number, and who resolves them.
#[derive(Clone)]
pub(super) struct Stock {
    documents: Vec<Document>,
    texts: Vec<Arc<str>>,
    resolver: Arc<dyn Resolver>,
}

impl Default for Stock {
    fn default() -> Self {
        Self { documents: Vec::new(), texts: Vec::new(), resolver: Arc::new(ContextResolver) }
    }
}

impl fmt::Debug for Stock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stock").field("held", &self.documents.len()).finish_non_exhaustive()
    }
}

impl Stock {
    pub fn keep<T: Into<Held>>(&mut self, documents: impl IntoIterator<Item = T>) {
        let documents = documents.into_iter();
        self.documents.reserve_exact(documents.size_hint().0);
        self.texts.reserve_exact(documents.size_hint().0);
        for Held { document, text } in documents.map(Into::into) {
            self.documents.push(document);
            self.texts.push(text);
        }
    }

    /// Puts documents and their texts in, as they lie in memory.
    pub fn put(&mut self, documents: Vec<Document>, mut texts: Vec<Arc<str>>) {
        texts.resize(documents.len(), Arc::default());
        (self.documents, self.texts) = (documents, texts);
    }

    /// The document of a number.
    pub fn get(&self, source: u32) -> Option<HeldRef<'_>> {
        let (document, text) = (self.documents.get(source as usize)?, self.texts.get(source as usize)?);
        Some(HeldRef { document, text })
    }

    /// All documents, in the order of their numbers.
    pub fn all(&self) -> impl Iterator<Item = HeldRef<'_>> {
        (0..number(self.documents.len())).filter_map(|source| self.get(source))
    }

    /// Resolves all documents together; whether that changed one of the first `settled`.
    fn resolve(&mut self, settled: usize) -> bool {
        let before: Vec<Resolved> = self.documents.iter().take(settled).map(Resolved::of).collect();
        self.resolver.resolve(&mut self.documents);
        before.iter().zip(&self.documents).any(|(before, now)| *before != Resolved::of(now))
    }
}

/// What resolving sets in a document.
#[derive(PartialEq)]
struct Resolved {
    id: String,
    issuer: Option<Issuer>,
    references: Vec<Reference>,
}

impl Resolved {
    fn of(document: &Document) -> Self {
        Self {
            id: document.id.clone(),
            issuer: document.issuer.clone(),
            references: document.references.clone(),
        }
    }
}

impl Graph {
    /// An empty graph whose documents, added by [`Extend::extend`], are resolved by `resolver`.
    ///
    /// ```
    /// use vanban::graph::{Graph, GraphView};
    /// use vanban::resolve::{Record, Register};
    /// use vanban::text::Source;
    ///
    /// let date = vanban::model::PartialDate::of_edtf("2026-03-31");
    /// let known = Record { code: Some("534/QĐ-TTg".to_owned()), date, ..Record::default() };
    /// let mut graph = Graph::with_resolver(Register::new(vec![known]));
    /// graph.extend([vanban::parse(&Source::from_text("KẾ HOẠCH\nThực hiện Quyết định số 534/QĐ-TTg"))]);
    /// assert!(graph.card("vn/thu-tuong/quyet-dinh/2026/534-qd-ttg").is_some());
    /// ```
    pub fn with_resolver(resolver: impl Resolver + 'static) -> Self {
        let mut graph = Self::default();
        graph.stock.resolver = Arc::new(resolver);
        graph
    }
}

impl<T: Into<Held>> Extend<T> for Graph {
    /// Adds documents, resolved or not: all that are held are resolved together, and mentions that could not be
    /// attached before find what has arrived.
    fn extend<I: IntoIterator<Item = T>>(&mut self, documents: I) {
        let settled = self.stock.documents.len();
        self.stock.keep(documents);
        if self.stock.resolve(settled) {
            self.index = Index::default();
            self.index.fill(&self.stock, 0);
        } else {
            self.index.fill(&self.stock, settled);
        }
    }
}
