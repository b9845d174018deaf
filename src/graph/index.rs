//! The index over the documents held: which there are, held or only cited, what they do to one another, and where that is
//! said. It keeps places, no words: a node knows its files and the references to it by their numbers in the stock, an edge
//! the relation or reference that states it. Bodies and tasks are read from the documents themselves.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use petgraph::Direction;
use petgraph::graph::{DiGraph, NodeIndex};
use petgraph::visit::EdgeRef as _;

use super::build::{Intake, cited, contribute};
use super::chains::{Chain, Chains, number};
use super::document_node::source_of;
use super::evidence::{Place, Proof};
use super::held::HeldRef;
use super::link::Link;
use super::reach::Way;
use super::stock::Stock;
use super::view::key_of;
use crate::model::{Reference, RelationKind};

/// The file that holds a document, or [`NONE`], and the references to it.
#[derive(Debug, Clone, Copy)]
struct Node {
    source: u32,
    said: Chain,
}

/// The number of no document.
const NONE: u32 = u32::MAX;

/// A place that says what one document does to another. What several places say has an edge for each.
#[derive(Debug, Clone, Copy)]
pub(super) struct Edge {
    pub relation: RelationKind,
    /// Whether a relation says so, or only a reference.
    stated: bool,
    source: u32,
    /// Number of the relation or reference.
    at: u32,
}

/// Nodes, edges and the ways to them.
#[derive(Debug, Clone, Default)]
pub(super) struct Index {
    net: DiGraph<Node, Edge>,
    /// Nodes in the order of their ids.
    order: Vec<NodeIndex>,
    /// Nodes by the hash of each key they go by.
    keys: Vec<(u32, NodeIndex)>,
    /// Ids that no document prints: of mentions that several documents fit.
    unprinted: BTreeMap<NodeIndex, Box<str>>,
    /// Further files that hold a document.
    copies: BTreeMap<NodeIndex, Vec<u32>>,
    said: Chains<(u32, u32)>,
}

/// An index that takes in what the documents of a stock say.
struct Filling<'a, 'i> {
    index: &'i mut Index,
    stock: &'a Stock,
    ids: HashMap<Cow<'a, str>, NodeIndex>,
    /// The number of the document that speaks.
    source: u32,
    /// The number of one read from the same file before, which it takes the place of.
    before: Option<u32>,
}

impl Index {
    /// Takes in all documents of a stock from one on; the others it has.
    pub fn fill(&mut self, stock: &Stock, from: usize) {
        let id = |at| match self.unprinted.get(&at) {
            Some(id) => Cow::Owned(id.to_string()),
            None => self.printed(at, stock),
        };
        let ids = self.net.node_indices().map(|at| (id(at), at)).collect();
        let mut filling = Filling { index: self, stock, ids, source: 0, before: None };
        for (source, held) in stock.all().enumerate().skip(from) {
            filling.source = number(source);
            contribute(&mut filling, held);
        }
        let mut order: Vec<(Cow<'_, str>, NodeIndex)> = filling.ids.into_iter().collect();
        order.sort_unstable();
        self.order = order.into_iter().map(|(_, at)| at).collect();
        self.keys.sort_unstable();
        self.keys.dedup();
        self.keys.shrink_to_fit();
        self.net.shrink_to_fit();
        self.said.shrink();
    }

    /// The id of a node.
    pub fn id<'a>(&'a self, at: NodeIndex, stock: &'a Stock) -> Cow<'a, str> {
        self.unprinted.get(&at).map_or_else(|| self.printed(at, stock), |id| Cow::Borrowed(id))
    }

    /// The id of a node, as its document or one that cites it has it.
    fn printed<'s>(&self, at: NodeIndex, stock: &'s Stock) -> Cow<'s, str> {
        let own = self.sources(at).next().and_then(|source| stock.get(source));
        let cited_in = || {
            let (source, at) = self.said_of(at).next()?;
            stock.get(source)?.document.references.get(at)
        };
        match own {
            Some(held) => Cow::Borrowed(&held.document.id),
            None => cited_in().map(cited).unwrap_or_default(),
        }
    }

    /// The node of an id.
    pub fn find(&self, id: &str, stock: &Stock) -> Option<NodeIndex> {
        let place = self.order.binary_search_by(|&at| self.id(at, stock).as_ref().cmp(id));
        self.order.get(place.ok()?).copied()
    }

    /// All nodes, by id.
    pub fn by_id(&self) -> impl Iterator<Item = NodeIndex> {
        self.order.iter().copied()
    }

    /// Nodes that may go by a key, all that do among them.
    pub fn by_key(&self, key: &str) -> impl Iterator<Item = NodeIndex> {
        let hash = hash_of(key);
        let first = self.keys.partition_point(|(other, _)| *other < hash);
        let same = self.keys.iter().skip(first).take_while(move |(other, _)| *other == hash);
        same.map(|&(_, at)| at)
    }

    /// The numbers of the files that hold a document.
    pub fn sources(&self, at: NodeIndex) -> impl Iterator<Item = u32> {
        let first = self.net.node_weight(at).map(|node| node.source).filter(|source| *source != NONE);
        first.into_iter().chain(self.copies.get(&at).into_iter().flatten().copied())
    }

    /// The references to a document: the number of the one that cites it, and which of its references.
    pub fn said_of(&self, at: NodeIndex) -> impl Iterator<Item = (u32, usize)> {
        let chain = self.net.node_weight(at).map_or(Chain::EMPTY, |node| node.said);
        self.said.of(chain).map(|(source, at)| (source, at as usize))
    }

    /// Edges from a node, or to it, each with the node at its other end.
    pub fn edges(&self, at: NodeIndex, way: Way) -> impl Iterator<Item = (&Edge, NodeIndex)> {
        let direction = if way == Way::Out { Direction::Outgoing } else { Direction::Incoming };
        self.net
            .edges_directed(at, direction)
            .map(move |edge| (edge.weight(), if way == Way::Out { edge.target() } else { edge.source() }))
    }

    /// Edges by which one document does something to another.
    pub fn edges_between(
        &self,
        from: NodeIndex,
        relation: RelationKind,
        to: NodeIndex,
    ) -> impl Iterator<Item = &Edge> {
        let edges = self.net.edges_connecting(from, to).map(|edge| edge.weight());
        edges.filter(move |edge| edge.relation == relation)
    }
}

impl Edge {
    /// The place that says so.
    pub fn proof<'a>(&self, stock: &'a Stock) -> Option<Proof<'a>> {
        let at = self.at as usize;
        let place = if self.stated { Place::Relation(at) } else { Place::Reference(at) };
        Some(Proof { held: stock.get(self.source)?, place })
    }
}

/// A key in half a word; those that are found by it are asked again.
fn hash_of(key: &str) -> u32 {
    let mut hasher = DefaultHasher::new();
    key.hash(&mut hasher);
    u32::try_from(hasher.finish() >> 32).unwrap_or_default()
}

impl<'a> Filling<'a, '_> {
    /// The place of a node, made when it is not there yet.
    #[expect(clippy::ptr_arg, reason = "an id that is printed is kept without a copy")]
    fn node(&mut self, id: &Cow<'a, str>) -> NodeIndex {
        if let Some(&at) = self.ids.get(id) {
            return at;
        }
        let at = self.index.net.add_node(Node { source: NONE, said: Chain::EMPTY });
        if let Cow::Owned(id) = id {
            self.index.unprinted.insert(at, id.as_str().into());
        }
        self.ids.insert(id.clone(), at);
        at
    }
}

impl<'a> Intake<'a> for Filling<'a, '_> {
    fn held(&mut self, held: HeldRef<'a>) {
        let at = self.node(&Cow::Borrowed(&held.document.id));
        let file = source_of(held.document);
        let same = |source: u32| self.stock.get(source).is_some_and(|held| source_of(held.document) == file);
        self.before = self.index.sources(at).find(|&source| same(source));
        let Some(node) = self.index.net.node_weight_mut(at) else { return };
        match self.before {
            None if node.source == NONE => node.source = self.source,
            None => self.index.copies.entry(at).or_default().push(self.source),
            Some(before) if node.source == before => node.source = self.source,
            Some(before) => {
                let copies = self.index.copies.entry(at).or_default();
                copies.iter_mut().filter(|one| **one == before).for_each(|one| *one = self.source);
            }
        }
    }

    fn said(&mut self, id: &Cow<'a, str>, at: usize, _: &'a Reference) {
        let node = self.node(id);
        let Some(node) = self.index.net.node_weight_mut(node) else { return };
        let (said, saying) = (&mut self.index.said, (self.source, number(at)));
        let before = self.before.map(|before| (before, number(at)));
        let replaced = before.is_some_and(|before| said.replace(node.said, |other| other == before, saying));
        if !replaced {
            node.said = said.push(node.said, saying);
        }
    }

    fn known_as(&mut self, code: &'a str, id: &str) {
        if let Some(&at) = self.ids.get(id) {
            self.index.keys.push((hash_of(&key_of(code)), at));
        }
    }

    fn body(&mut self, _: &'a str, _: &'a str) {}

    fn task(&mut self, _: &Cow<'a, str>, _: usize) {}

    fn link(&mut self, from: &Cow<'a, str>, link: Link, to: &Cow<'a, str>, proof: Option<Proof<'a>>) {
        let Link::Acts(relation) = link else { return };
        let (stated, at) = match proof.map(|proof| proof.place) {
            Some(Place::Relation(at)) => (true, number(at)),
            Some(Place::Reference(at)) => (false, number(at)),
            _ => return,
        };
        if let (Some(&from), Some(&to)) = (self.ids.get(from), self.ids.get(to)) {
            self.index.net.add_edge(from, to, Edge { relation, stated, source: self.source, at });
        }
    }
}
