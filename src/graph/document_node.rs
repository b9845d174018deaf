//! A document as a node: what it says of itself in each file that holds it, and what others say of it, read from the
//! documents held.

use std::borrow::Cow;
use std::collections::BTreeSet;

use petgraph::graph::NodeIndex;

use super::Graph;
use super::held::HeldRef;
use super::said::{Said, card_of, claims};
use super::view::{Claims, Particulars};
use crate::model::{Document, DocumentCard, HeldSource, NodeRecord, PartialDate, Reference, Span};

/// Văn bản as a node of a graph.
#[derive(Clone, Copy)]
pub(super) struct DocumentNode<'g> {
    graph: &'g Graph,
    at: NodeIndex,
}

impl Graph {
    /// The node of an id.
    pub(super) fn document(&self, id: &str) -> Option<DocumentNode<'_>> {
        Some(self.node(self.index.find(id, &self.stock)?))
    }

    pub(super) fn node(&self, at: NodeIndex) -> DocumentNode<'_> {
        DocumentNode { graph: self, at }
    }

    /// The nodes of all documents, by id.
    pub(super) fn nodes(&self) -> impl Iterator<Item = DocumentNode<'_>> {
        self.index.by_id().map(|at| self.node(at))
    }
}

impl<'g> DocumentNode<'g> {
    /// Its canonical id.
    pub fn id(self) -> Cow<'g, str> {
        self.graph.index.id(self.at, &self.graph.stock)
    }

    /// Whether its text is here.
    pub fn is_held(self) -> bool {
        self.graph.index.sources(self.at).next().is_some()
    }

    /// The files that hold it, in order.
    pub fn copies(self) -> Vec<HeldRef<'g>> {
        let mut copies: Vec<HeldRef<'g>> =
            self.graph.index.sources(self.at).filter_map(|source| self.graph.stock.get(source)).collect();
        copies.sort_by_cached_key(|copy| source_of(copy.document));
        copies
    }

    /// The file that speaks for the document: the first in order.
    pub fn copy(self) -> Option<HeldRef<'g>> {
        self.copies().into_iter().next()
    }

    /// The references to it, each with the document it is of.
    pub fn references(self) -> impl Iterator<Item = (&'g Document, &'g Reference)> {
        self.graph.index.said_of(self.at).filter_map(|(source, at)| {
            let document = self.graph.stock.get(source)?.document;
            Some((document, document.references.get(at)?))
        })
    }

    /// The document in a few words: its own, else what most of those say that cite it.
    pub fn card(self) -> DocumentCard {
        let own = self.copy().map(|copy| Said::of_itself(copy.document));
        // What a document says of itself in full, nobody else is asked.
        let said = match &own {
            Some(own) if own.is_full() => Vec::new(),
            _ => Said::counted(self.references().map(|(_, reference)| reference)),
        };
        card_of(&self.id(), own.as_ref(), &said)
    }

    /// Documents that a mention without all parts of its key may mean.
    pub fn candidates(self) -> Vec<String> {
        let all: BTreeSet<&String> = self.references().flat_map(|(_, r)| &r.candidates).collect();
        all.into_iter().cloned().collect()
    }

    /// What is said of its date and its issuer, by id where known, with those who say so.
    pub fn claims(self) -> Claims {
        let copies = self.copies();
        let own = copies.iter().map(|copy| {
            let (document, issuer) = (copy.document, copy.document.issuer.as_ref());
            (document, document.date, issuer.map(|i| i.id.as_ref().unwrap_or(&i.name)))
        });
        let cited = self.references().map(|(document, reference)| {
            let issuer = reference.issuer.as_ref();
            (document, reference.date, issuer.map(|i| i.id.as_ref().unwrap_or(&i.name)))
        });
        let all: Vec<(&Document, Option<PartialDate>, Option<&String>)> = own.chain(cited).collect();
        Claims {
            sources: copies.iter().map(|copy| source_of(copy.document)).collect(),
            dates: claims(all.iter().filter_map(|(by, date, _)| Some(((*date)?, &by.id)))),
            issuers: claims(all.iter().filter_map(|(by, _, issuer)| Some((issuer.cloned()?, &by.id)))),
        }
    }

    /// Whether it goes by a code or name of this key.
    pub fn goes_by(self, is_key: impl Fn(&str) -> bool) -> bool {
        let own = self.graph.index.sources(self.at).filter_map(|source| self.graph.stock.get(source));
        let mut own = own.filter_map(|copy| copy.document.number.as_ref());
        let names = |r: &'g Reference| [&r.code, &r.name].into_iter().flatten();
        own.any(|number| is_key(&number.code))
            || self.references().flat_map(|(_, r)| names(r)).any(|name| is_key(name))
    }

    /// As written out.
    pub fn record(self) -> NodeRecord {
        let Claims { sources, dates, issuers } = self.claims();
        NodeRecord::Document { card: self.card(), sources, dates, issuers, candidates: self.candidates() }
    }
}

/// What a held document says beside its relations.
pub(crate) fn particulars(held: HeldRef<'_>) -> Particulars {
    let HeldRef { document, text } = held;
    let first = |reference: &Reference| {
        // The subject names what the text then cites in full.
        let titled =
            |span: Span| document.subject.as_ref().is_some_and(|subject| subject.span.contains(span));
        let mut mentions = reference.mentions.iter().filter_map(|&at| document.citations.get(at));
        let in_text = mentions.clone().find(|citation| !titled(citation.span));
        in_text.or_else(|| mentions.next()).map(|c| (c.span, c.parts)).unwrap_or_default()
    };
    let (mentions, printed) = document.references.iter().map(first).unzip();
    Particulars {
        document: document.id.clone(),
        source: source_of(document),
        text: text.clone(),
        copy: document.copy.clone(),
        date: document.date,
        subject: document.subject.clone(),
        signatures: document.signatures.clone(),
        addressees: document.addressees.clone(),
        recipients: document.recipients.clone(),
        mentions,
        printed,
        references: document.references.clone(),
        diagnostics: document.diagnostics.clone(),
    }
}

/// The file of a document.
pub(crate) fn source_of(document: &Document) -> HeldSource {
    let source = &document.source;
    HeldSource { path: source.path.clone(), id: source.id.clone(), sha256: source.sha256.clone() }
}
