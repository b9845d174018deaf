//! The graph as it is written out, `vanban.graph.v1`: the same bytes whatever the order of input. Bodies and tasks, and what
//! joins them to documents, are read from the documents here; what is gathered are places, and each record is made when
//! its turn comes.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::ser::{Serialize, SerializeStruct as _, Serializer};

use super::Graph;
use super::build::{Intake, contribute};
use super::document_node::{DocumentNode, source_of};
use super::evidence::{Proof, task_entry};
use super::held::HeldRef;
use super::link::Link;
use super::query::task_card;
use crate::model::{EdgeRecord, Generator, GraphRecord, NodeRecord, Reference};

/// What becomes a record of a node.
#[derive(Clone, Copy)]
enum Node<'a> {
    Document(DocumentNode<'a>),
    Body(&'a str, &'a str),
    Task(HeldRef<'a>, usize),
}

/// An edge, and a place that says so.
type Edge<'a> = ((Cow<'a, str>, &'static str, Cow<'a, str>), Option<Proof<'a>>);

/// What all documents say, sorted.
struct Records<'a> {
    nodes: Vec<(Cow<'a, str>, Node<'a>)>,
    edges: Vec<Edge<'a>>,
}

/// What documents say beside their own nodes.
#[derive(Default)]
struct Gathering<'a> {
    speaker: Option<HeldRef<'a>>,
    /// Bodies, each with the longest name it goes by; of those the first in order.
    bodies: BTreeMap<&'a str, &'a str>,
    /// Tasks: of several copies the first in order speaks.
    tasks: BTreeMap<Cow<'a, str>, (HeldRef<'a>, usize)>,
    edges: Vec<Edge<'a>>,
}

impl<'a> Intake<'a> for Gathering<'a> {
    fn held(&mut self, held: HeldRef<'a>) {
        self.speaker = Some(held);
    }

    fn said(&mut self, _: &Cow<'a, str>, _: usize, _: &'a Reference) {}

    fn known_as(&mut self, _: &'a str, _: &str) {}

    fn body(&mut self, id: &'a str, name: &'a str) {
        let longest = self.bodies.entry(id).or_insert(name);
        if name.len() > longest.len() || name.len() == longest.len() && name < *longest {
            *longest = name;
        }
    }

    fn task(&mut self, id: &Cow<'a, str>, at: usize) {
        let Some(held) = self.speaker else { return };
        let first =
            |(before, _): &(HeldRef<'a>, usize)| source_of(held.document) < source_of(before.document);
        if self.tasks.get(id).is_none_or(first) {
            self.tasks.insert(id.clone(), (held, at));
        }
    }

    fn link(&mut self, from: &Cow<'a, str>, link: Link, to: &Cow<'a, str>, proof: Option<Proof<'a>>) {
        self.edges.push(((from.clone(), link.as_str(), to.clone()), proof));
    }
}

impl<'a> Records<'a> {
    fn of(graph: &'a Graph) -> Self {
        let mut all = Gathering::default();
        graph.stock.all().for_each(|held| contribute(&mut all, held));
        let documents = graph.nodes().map(|node| (node.id(), Node::Document(node)));
        let bodies = all.bodies.into_iter().map(|(id, name)| (Cow::Borrowed(id), Node::Body(id, name)));
        let tasks = all.tasks.into_iter().map(|(id, (held, at))| (id, Node::Task(held, at)));
        let mut nodes: Vec<_> = documents.chain(bodies).chain(tasks).collect();
        nodes.sort_by(|(a, _), (b, _)| a.cmp(b));
        let mut edges = all.edges;
        edges.sort_unstable_by(|(a, _), (b, _)| a.cmp(b));
        Self { nodes, edges }
    }

    fn nodes(&self) -> impl Iterator<Item = NodeRecord> {
        self.nodes.iter().filter_map(|(_, node)| match *node {
            Node::Document(node) => Some(node.record()),
            Node::Body(id, name) => Some(NodeRecord::Body { id: id.to_owned(), name: name.to_owned() }),
            Node::Task(held, at) => {
                let task = task_card(&task_entry(held, held.document.tasks.get(at)?), &[]);
                Some(NodeRecord::Task { task })
            }
        })
    }

    fn edges(&self) -> impl Iterator<Item = EdgeRecord> {
        self.edges.chunk_by(|(a, _), (b, _)| a == b).filter_map(|same| {
            let ((source, relation, target), _) = same.first()?;
            let evidence: BTreeSet<_> = same.iter().filter_map(|(_, proof)| (*proof)?.evidence()).collect();
            Some(EdgeRecord {
                source: source.to_string(),
                relation: (*relation).to_owned(),
                target: target.to_string(),
                evidence: evidence.into_iter().collect(),
            })
        })
    }
}

impl Graph {
    /// Every node and edge, sorted by id.
    pub fn wire(&self) -> GraphRecord {
        let records = Records::of(self);
        GraphRecord {
            schema: GraphRecord::SCHEMA.to_owned(),
            nodes: records.nodes().collect(),
            edges: records.edges().collect(),
            ..GraphRecord::default()
        }
    }

    /// What is written of [`Self::wire`], each record made when it is written: for graphs of which there is no room for two.
    pub fn to_write(&self) -> impl Serialize {
        Written(self)
    }
}

/// A graph in the form of a [`GraphRecord`].
struct Written<'a>(&'a Graph);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let records = Records::of(self.0);
        let mut graph = to.serialize_struct("GraphRecord", 4)?;
        graph.serialize_field("schema", GraphRecord::SCHEMA)?;
        graph.serialize_field("generator", &Generator::default())?;
        graph.serialize_field("nodes", &Each(|| records.nodes()))?;
        graph.serialize_field("edges", &Each(|| records.edges()))?;
        graph.end()
    }
}

/// Values made one by one as they are written.
struct Each<F>(F);

impl<I: Iterator<Item: Serialize>, F: Fn() -> I> Serialize for Each<F> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_seq((self.0)())
    }
}
