//! The documents a graph was made of. When further ones arrive all are resolved together anew, because an earlier
//! mention may mean a later document; only then is the graph the same as if all had come at once.

use std::fmt;
use std::sync::Arc;

use super::Graph;
use super::build::contribute;
use super::held::Held;
use crate::model::{Document, Issuer, Reference};
use crate::resolve::{ContextResolver, Resolver};

/// The documents, and who resolves them.
#[derive(Clone)]
pub(super) struct Stock {
    held: Vec<Held>,
    resolver: Arc<dyn Resolver>,
}

impl Default for Stock {
    fn default() -> Self {
        Self { held: Vec::new(), resolver: Arc::new(ContextResolver) }
    }
}

impl fmt::Debug for Stock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Stock").field("held", &self.held.len()).finish_non_exhaustive()
    }
}

impl Stock {
    pub fn keep(&mut self, held: Held) {
        self.held.push(held);
    }

    pub fn all(&self) -> &[Held] {
        &self.held
    }

    /// Resolves all documents together; whether that changed one of the first `settled`.
    fn resolve(&mut self, settled: usize) -> bool {
        let mut documents: Vec<Document> =
            self.held.iter_mut().map(|held| std::mem::take(&mut held.document)).collect();
        let before: Vec<Resolved> = documents.iter().take(settled).map(Resolved::of).collect();
        self.resolver.resolve(&mut documents);
        let changed = before.iter().zip(&documents).any(|(before, now)| *before != Resolved::of(now));
        for (held, document) in self.held.iter_mut().zip(documents) {
            held.document = document;
        }
        changed
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
        let settled = self.stock.held.len();
        self.stock.held.extend(documents.into_iter().map(Into::into));
        if self.stock.resolve(settled) {
            self.rebuild();
            return;
        }
        let stock = std::mem::take(&mut self.stock);
        for held in stock.held.iter().skip(settled) {
            contribute(self, held);
        }
        self.stock = stock;
    }
}
