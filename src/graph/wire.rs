//! The graph as it is written out, `vanban.graph.v1`: the same bytes whatever the order of input.

use petgraph::visit::{EdgeRef, IntoEdgeReferences};

use super::Graph;
use super::net::Node;
use super::query::task_card;
use crate::model::{EdgeRecord, GraphRecord, NodeRecord};

impl Graph {
    /// Every node and edge, sorted by id.
    pub fn wire(&self) -> GraphRecord {
        let nodes = self.ids.values().filter_map(|&at| self.net.node_weight(at)).map(record).collect();
        let mut edges: Vec<EdgeRecord> = self
            .net
            .edge_references()
            .map(|edge| EdgeRecord {
                source: self.name_of(edge.source()).to_owned(),
                relation: edge.weight().link.as_str().to_owned(),
                target: self.name_of(edge.target()).to_owned(),
                evidence: edge.weight().evidence.iter().cloned().collect(),
            })
            .collect();
        edges.sort_by(|a, b| (&a.source, &a.relation, &a.target).cmp(&(&b.source, &b.relation, &b.target)));
        GraphRecord { schema: GraphRecord::SCHEMA.to_owned(), nodes, edges, ..GraphRecord::default() }
    }
}

fn record(node: &Node) -> NodeRecord {
    match node {
        Node::Document(node) => node.record(),
        Node::Body { id, names } => {
            let longest = names.iter().max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b.cmp(a)));
            NodeRecord::Body { id: id.clone(), name: longest.cloned().unwrap_or_default() }
        }
        Node::Task { entry, .. } => NodeRecord::Task { task: task_card(entry, &[]) },
    }
}
