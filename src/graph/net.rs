//! The graph in memory: petgraph keeps the nodes and edges, an index of ids keeps the order.

use std::collections::{BTreeMap, BTreeSet};

use petgraph::Direction;
use petgraph::stable_graph::{NodeIndex, StableDiGraph};
use petgraph::visit::EdgeRef;

use super::build::{Intake, contribute};
use super::calendar::first;
use super::document_node::{Copy, DocumentNode, Said, Sayer};
use super::held::Held;
use super::link::Link;
use super::passage::passages_of;
use super::reach::Way;
use super::stock::Stock;
use super::view::{Claims, DeadlineEntry, GraphView, Particulars, TaskEntry, key_of};
use crate::model::{DocumentCard, Evidence, HeldSource, Hop, PartialDate, RelationKind};

/// A node.
#[derive(Debug, Clone)]
pub(super) enum Node {
    Document(Box<DocumentNode>),
    Body {
        id: String,
        names: BTreeSet<String>,
    },
    /// A task, and the file it was read from: of several copies the first in order speaks.
    Task {
        source: HeldSource,
        entry: Box<TaskEntry>,
    },
}

/// An edge: what it says and every place that says so.
#[derive(Debug, Clone)]
pub(super) struct Edge {
    pub link: Link,
    pub evidence: BTreeSet<Evidence>,
}

/// Đồ thị văn bản: documents, bodies and tasks, and what they do to one another.
///
/// The same documents give the same graph in any order, all at once or one after another.
///
/// ```
/// # use vanban::{graph::Graph, text::Source};
/// # let plan = Source::from_text("Số: 264/KH-UBND\n\nCà Mau, ngày 15 tháng 5 năm 2026\n\nKẾ HOẠCH\nTriển khai thực hiện Kết luận số 107-KL/TW ngày 24/12/2024 của Bộ Chính trị\n");
/// # let graph = Graph::build([vanban::parse(&plan)]);
/// let record = graph.wire();
/// assert_eq!(record.edges.iter().filter(|edge| edge.relation == "implements").count(), 1);
/// ```
#[derive(Debug, Clone, Default)]
pub struct Graph {
    pub(super) net: StableDiGraph<Node, Edge>,
    pub(super) ids: BTreeMap<String, NodeIndex>,
    /// Ids of documents by the key of their code or name.
    keys: BTreeMap<String, BTreeSet<String>>,
    pub(super) stock: Stock,
}

impl Graph {
    /// Builds the graph of `documents`, which were resolved together.
    pub fn build<T: Into<Held>>(documents: impl IntoIterator<Item = T>) -> Self {
        let mut graph = Self::default();
        for held in documents {
            let held = held.into();
            contribute(&mut graph, &held);
            graph.stock.keep(held);
        }
        graph
    }

    /// Forgets every node and edge, and makes them again from the documents kept.
    pub(super) fn rebuild(&mut self) {
        let stock = std::mem::take(&mut self.stock);
        (self.net, self.ids, self.keys) = Default::default();
        for held in stock.all() {
            contribute(self, held);
        }
        self.stock = stock;
    }

    /// The place of a node, made when it is not there yet.
    fn node(&mut self, id: &str, make: impl FnOnce() -> Node) -> NodeIndex {
        if let Some(&at) = self.ids.get(id) {
            return at;
        }
        let at = self.net.add_node(make());
        self.ids.insert(id.to_owned(), at);
        at
    }

    fn document_mut(&mut self, id: &str) -> Option<&mut DocumentNode> {
        let at = self.node(id, || {
            Node::Document(Box::new(DocumentNode { id: id.to_owned(), ..DocumentNode::default() }))
        });
        match self.net.node_weight_mut(at) {
            Some(Node::Document(node)) => Some(node),
            _ => None,
        }
    }

    pub(super) fn node_document(&self, id: &str) -> Option<&DocumentNode> {
        match self.net.node_weight(*self.ids.get(id)?)? {
            Node::Document(node) => Some(node),
            _ => None,
        }
    }

    pub(super) fn name_of(&self, at: NodeIndex) -> &str {
        match self.net.node_weight(at) {
            Some(Node::Document(node)) => &node.id,
            Some(Node::Body { id, .. }) => id,
            Some(Node::Task { entry, .. }) => &entry.task.id,
            None => "",
        }
    }

    fn hops(&self, id: &str, direction: Direction) -> Vec<Hop> {
        let Some(&at) = self.ids.get(id) else { return Vec::new() };
        let mut hops: Vec<Hop> = self
            .net
            .edges_directed(at, direction)
            .filter_map(|edge| {
                let Link::Acts(relation) = edge.weight().link else { return None };
                let (from, to) =
                    (self.name_of(edge.source()).to_owned(), self.name_of(edge.target()).to_owned());
                Some(Hop::new(from, relation, to, edge.weight().evidence.clone()))
            })
            .collect();
        hops.sort_by(|a, b| (a.relation, &a.from, &a.to).cmp(&(b.relation, &b.from, &b.to)));
        hops
    }
}

impl Intake for Graph {
    fn copy(&mut self, id: &str, source: HeldSource, copy: Copy) {
        if let Some(node) = self.document_mut(id) {
            node.copies.insert(source, copy);
        }
    }

    fn said(&mut self, id: &str, sayer: Sayer, said: Said) {
        if let Some(node) = self.document_mut(id) {
            node.said.insert(sayer, said);
        }
    }

    /// Lets a document be found by this code or name too.
    fn known_as(&mut self, code: &str, id: &str) {
        self.keys.entry(key_of(code)).or_default().insert(id.to_owned());
    }

    fn body(&mut self, id: &str, name: &str) {
        let at = self.node(id, || Node::Body { id: id.to_owned(), names: BTreeSet::new() });
        if let Some(Node::Body { names, .. }) = self.net.node_weight_mut(at) {
            names.insert(name.to_owned());
        }
    }

    fn task(&mut self, source: HeldSource, entry: TaskEntry) {
        let id = entry.task.id.clone();
        match self.ids.get(&id) {
            None => {
                let at = self.net.add_node(Node::Task { source, entry: Box::new(entry) });
                self.ids.insert(id, at);
            }
            Some(&at) => {
                if let Some(Node::Task { source: before, entry: kept }) = self.net.node_weight_mut(at)
                    && source < *before
                {
                    (*before, **kept) = (source, entry);
                }
            }
        }
    }

    /// Adds an edge, or a further place that says the same. Both ends must be nodes already.
    fn link(&mut self, from: &str, link: Link, to: &str, evidence: Option<Evidence>) {
        let (Some(&a), Some(&b)) = (self.ids.get(from), self.ids.get(to)) else { return };
        let known = self.net.edges_connecting(a, b).find(|e| e.weight().link == link).map(|e| e.id());
        let at = known.unwrap_or_else(|| self.net.add_edge(a, b, Edge { link, evidence: BTreeSet::new() }));
        if let (Some(edge), Some(evidence)) = (self.net.edge_weight_mut(at), evidence) {
            edge.evidence.insert(evidence);
        }
    }
}

impl GraphView for Graph {
    fn card(&self, id: &str) -> Option<DocumentCard> {
        self.node_document(id).map(DocumentNode::card)
    }

    fn neighbours(&self, id: &str, way: Way) -> Vec<(RelationKind, String)> {
        let Some(&at) = self.ids.get(id) else { return Vec::new() };
        let direction = if way == Way::Out { Direction::Outgoing } else { Direction::Incoming };
        let edges = self.net.edges_directed(at, direction).filter_map(|edge| {
            let Link::Acts(relation) = edge.weight().link else { return None };
            let other = if way == Way::Out { edge.target() } else { edge.source() };
            Some((relation, self.name_of(other).to_owned()))
        });
        let mut found: Vec<(RelationKind, String)> = edges.collect();
        found.sort();
        found
    }

    fn hop(&self, from: &str, relation: RelationKind, to: &str) -> Option<Hop> {
        let (a, b) = (*self.ids.get(from)?, *self.ids.get(to)?);
        let edge = self.net.edges_connecting(a, b).find(|e| e.weight().link == Link::Acts(relation))?;
        Some(Hop::new(from.to_owned(), relation, to.to_owned(), edge.weight().evidence.clone()))
    }

    fn newest(&self) -> Option<PartialDate> {
        let documents = self.net.node_weights().filter_map(|node| match node {
            Node::Document(node) => Some(node),
            _ => None,
        });
        let dates = documents.flat_map(|node| node.copies.values()).filter_map(|copy| copy.said.date);
        dates.filter(|date| date.year.is_some()).map(first).max()
    }

    fn outgoing(&self, id: &str) -> Vec<Hop> {
        self.hops(id, Direction::Outgoing)
    }

    fn incoming(&self, id: &str) -> Vec<Hop> {
        self.hops(id, Direction::Incoming)
    }

    fn documents(&self) -> Vec<String> {
        self.ids.keys().filter(|id| self.node_document(id).is_some()).cloned().collect()
    }

    fn by_key(&self, key: &str) -> Vec<String> {
        self.keys.get(key).into_iter().flatten().cloned().collect()
    }

    fn candidates(&self, id: &str) -> Vec<String> {
        self.node_document(id).map(DocumentNode::candidates).unwrap_or_default()
    }

    fn claims(&self, id: &str) -> Option<Claims> {
        let node = self.node_document(id)?;
        let sources = node.copies.keys().cloned().collect();
        Some(Claims { sources, dates: node.dates(), issuers: node.issuers() })
    }

    fn particulars(&self, id: &str) -> Vec<Particulars> {
        let copies = self.node_document(id).map(|node| node.copies.values());
        copies.into_iter().flatten().map(|copy| copy.particulars.clone()).collect()
    }

    fn passages(&self, words: &[String], least: usize) -> Vec<Evidence> {
        let held = self.ids.keys().filter_map(|id| self.node_document(id)?.copy());
        held.flat_map(|copy| passages_of(&copy.particulars, words, least)).collect()
    }

    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry> {
        let mut entries: Vec<TaskEntry> = self
            .net
            .node_weights()
            .filter_map(|node| match node {
                Node::Task { entry, .. } if document.is_none_or(|id| entry.document == id) => {
                    Some(*entry.clone())
                }
                _ => None,
            })
            .collect();
        entries.sort_by(|a, b| {
            (&a.document, a.task.span, &a.task.id).cmp(&(&b.document, b.task.span, &b.task.id))
        });
        entries
    }

    fn deadlines(&self, document: Option<&str>) -> Vec<DeadlineEntry> {
        let ids = self.ids.keys().filter(|id| document.is_none_or(|wanted| wanted == *id));
        let nodes = ids.filter_map(|id| self.node_document(id));
        nodes
            .flat_map(|node| node.copy().into_iter().flat_map(|copy| &copy.deadlines).map(move |d| (node, d)))
            .map(|(node, (deadline, tasks, evidence))| DeadlineEntry {
                document: node.id.clone(),
                deadline: deadline.clone(),
                tasks: tasks.clone(),
                evidence: evidence.clone(),
            })
            .collect()
    }
}
