//! The graph in memory: the documents, each once with its text, and an index over them. Cards, sentences, tasks and time
//! limits are read from the documents when somebody asks.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::Arc;

use petgraph::graph::NodeIndex;

use super::calendar::first;
use super::document_node::{DocumentNode, particulars};
use super::evidence::{Proof, deadline_entries, task_id, tasks_of};
use super::held::{Held, HeldRef};
use super::index::{Edge, Index};
use super::passage::passages_of;
use super::query::Party;
use super::reach::Way;
use super::stock::Stock;
use super::tally::{Tally, mentions};
use super::view::{Claims, DeadlineEntry, GraphView, Particulars, TaskEntry, key_of};
use crate::model::{Document, DocumentCard, Evidence, Hop, PartialDate, RelationKind};

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
    pub(super) index: Index,
    pub(super) stock: Stock,
}

impl Graph {
    /// Builds the graph of `documents`, which were resolved together.
    pub fn build<T: Into<Held>>(documents: impl IntoIterator<Item = T>) -> Self {
        let mut graph = Self::default();
        graph.stock.keep(documents);
        graph.index.fill(&graph.stock, 0);
        graph
    }

    /// As [`Self::build`], of documents and their texts as they lie in memory: nothing is moved, so that never more of them
    /// is there than the graph keeps. A document without a text has none to quote.
    pub fn of(documents: Vec<Document>, texts: Vec<Arc<str>>) -> Self {
        let mut graph = Self::default();
        graph.stock.put(documents, texts);
        graph.index.fill(&graph.stock, 0);
        graph
    }

    /// What a node does to which others, or which others do to it.
    fn ends(&self, at: NodeIndex, way: Way) -> Vec<(RelationKind, NodeIndex)> {
        let mut ends: Vec<(RelationKind, NodeIndex)> =
            self.index.edges(at, way).map(|(edge, other)| (edge.relation, other)).collect();
        ends.sort_unstable();
        ends.dedup();
        ends
    }

    fn hops(&self, id: &str, way: Way) -> Vec<Hop> {
        let Some(at) = self.index.find(id, &self.stock) else { return Vec::new() };
        let mut places: BTreeMap<(RelationKind, NodeIndex), Vec<&Edge>> = BTreeMap::new();
        for (edge, other) in self.index.edges(at, way) {
            places.entry((edge.relation, other)).or_default().push(edge);
        }
        let hop = |((relation, other), edges): ((RelationKind, NodeIndex), Vec<&Edge>)| match way {
            Way::Out => self.hop_of(at, relation, other, edges),
            Way::In => self.hop_of(other, relation, at, edges),
        };
        let mut hops: Vec<Hop> = places.into_iter().map(hop).collect();
        hops.sort_by(|a, b| (a.relation, &a.from, &a.to).cmp(&(b.relation, &b.from, &b.to)));
        hops
    }

    fn hop_of<'a>(
        &self,
        from: NodeIndex,
        relation: RelationKind,
        to: NodeIndex,
        edges: impl IntoIterator<Item = &'a Edge>,
    ) -> Hop {
        let id = |at| self.node(at).id().into_owned();
        let proofs = edges.into_iter().filter_map(|edge| edge.proof(&self.stock));
        Hop::new(id(from), relation, id(to), proofs.filter_map(Proof::evidence).collect())
    }

    /// The nodes of all documents held, or of one.
    fn held(&self, id: Option<&str>) -> impl Iterator<Item = DocumentNode<'_>> {
        let one = id.and_then(|id| self.document(id));
        let all = id.is_none().then(|| self.nodes()).into_iter().flatten();
        one.into_iter().chain(all).filter(|node| node.is_held())
    }
}

fn count_tasks(copies: &[HeldRef<'_>]) -> usize {
    let documents = copies.iter().map(|copy| copy.document);
    let ids = documents.flat_map(|document| document.tasks.iter().map(|task| task_id(document, &task.id)));
    ids.collect::<HashSet<_>>().len()
}

impl GraphView for Graph {
    fn card(&self, id: &str) -> Option<DocumentCard> {
        self.document(id).map(DocumentNode::card)
    }

    fn neighbours(&self, id: &str, way: Way) -> Vec<(RelationKind, String)> {
        let Some(at) = self.index.find(id, &self.stock) else { return Vec::new() };
        let ends = self.ends(at, way);
        let named = ends.into_iter().map(|(relation, other)| (relation, self.node(other).id().into_owned()));
        let mut found: Vec<(RelationKind, String)> = named.collect();
        found.sort();
        found
    }

    fn hop(&self, from: &str, relation: RelationKind, to: &str) -> Option<Hop> {
        let (a, b) = (self.index.find(from, &self.stock)?, self.index.find(to, &self.stock)?);
        let mut edges = self.index.edges_between(a, relation, b).peekable();
        edges.peek()?;
        Some(self.hop_of(a, relation, b, edges))
    }

    fn sayers(&self, from: &str, relation: RelationKind, to: &str) -> BTreeSet<String> {
        let ends = self.index.find(from, &self.stock).zip(self.index.find(to, &self.stock));
        let edges = ends.into_iter().flat_map(|(a, b)| self.index.edges_between(a, relation, b));
        edges.filter_map(|edge| edge.proof(&self.stock)).map(|proof| proof.held.document.id.clone()).collect()
    }

    fn newest(&self) -> Option<PartialDate> {
        let dates = self.stock.all().filter_map(|held| held.document.date);
        dates.filter(|date| date.year.is_some()).map(first).max()
    }

    fn outgoing(&self, id: &str) -> Vec<Hop> {
        self.hops(id, Way::Out)
    }

    fn incoming(&self, id: &str) -> Vec<Hop> {
        self.hops(id, Way::In)
    }

    fn documents(&self) -> Vec<String> {
        self.nodes().map(|node| node.id().into_owned()).collect()
    }

    fn by_key(&self, key: &str) -> Vec<String> {
        let nodes = self.index.by_key(key).map(|at| self.node(at));
        let bearers = nodes.filter(|node| node.goes_by(|name| key_of(name) == key));
        let mut ids: Vec<String> = bearers.map(|node| node.id().into_owned()).collect();
        ids.sort();
        ids
    }

    fn candidates(&self, id: &str) -> Vec<String> {
        self.document(id).map(DocumentNode::candidates).unwrap_or_default()
    }

    fn claims(&self, id: &str) -> Option<Claims> {
        self.document(id).map(DocumentNode::claims)
    }

    fn particulars(&self, id: &str) -> Vec<Particulars> {
        self.held(Some(id)).flat_map(DocumentNode::copies).map(particulars).collect()
    }

    fn passages(&self, words: &[String], least: usize) -> Vec<Evidence> {
        self.held(None)
            .filter_map(DocumentNode::copy)
            .flat_map(|copy| passages_of(copy, words, least))
            .collect()
    }

    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry> {
        self.held(document).flat_map(|node| tasks_of(&node.copies())).collect()
    }

    fn tasks_naming(&self, document: Option<&str>, party: &Party) -> Vec<TaskEntry> {
        // All tasks of a document that names him in one: a time limit is that of the first task it is set in.
        let named = |copies: &Vec<HeldRef<'_>>| {
            copies.iter().flat_map(|copy| &copy.document.tasks).any(|task| party.has_part_in(task))
        };
        let copies = self.held(document).map(DocumentNode::copies);
        copies.filter(named).flat_map(|copies| tasks_of(&copies)).collect()
    }

    fn deadlines(&self, document: Option<&str>) -> Vec<DeadlineEntry> {
        self.held(document).filter_map(DocumentNode::copy).flat_map(deadline_entries).collect()
    }

    fn tally(&self) -> Tally {
        let copies: Vec<Vec<HeldRef<'_>>> = self.held(None).map(DocumentNode::copies).collect();
        let held = |id: &str| self.document(id).is_some_and(DocumentNode::is_held);
        let references = copies.iter().flatten().flat_map(|copy| &copy.document.references);
        Tally {
            held: copies.len(),
            cited: self.nodes().count() - copies.len(),
            relations: self.index.by_id().map(|at| self.ends(at, Way::Out).len()).sum(),
            tasks: copies.iter().map(|copies| count_tasks(copies)).sum(),
            deadlines: copies
                .iter()
                .filter_map(|copies| copies.first())
                .map(|c| c.document.deadlines.len())
                .sum(),
            mentions: mentions(references, held),
        }
    }
}
