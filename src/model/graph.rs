//! The graph as it is written out: `vanban.graph.v1`, nodes and edges sorted by id.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{DocumentCard, Evidence, Generator, PartialDate, TaskCard};

/// A file that holds a document's text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
pub struct HeldSource {
    /// Path as the caller gave it.
    pub path: Option<String>,
    /// The caller's own id.
    pub id: Option<String>,
    /// SHA-256 of the raw file, 64 hex digits.
    pub sha256: String,
}

/// What one document says of the date or the issuer of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Claim<T> {
    /// What is said.
    pub value: T,
    /// Ids of the documents that say so, the document itself among them when held.
    pub said_by: Vec<String>,
}

/// One node.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum NodeRecord {
    /// A document, held or only cited.
    Document {
        /// Who it is.
        #[serde(flatten)]
        card: DocumentCard,
        /// The files that hold it; empty for one only cited.
        sources: Vec<HeldSource>,
        /// Every date said of it; more than one is a conflict.
        dates: Vec<Claim<PartialDate>>,
        /// Every issuer said of it, by id where known.
        issuers: Vec<Claim<String>>,
        /// Documents a mention without all parts of its key may mean.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        candidates: Vec<String>,
    },
    /// A body, unit or post.
    Body {
        /// Registry id.
        id: String,
        /// Its name.
        name: String,
    },
    /// A task.
    Task {
        /// What is to be done.
        #[serde(flatten)]
        task: TaskCard,
    },
}

impl NodeRecord {
    /// The id the nodes are sorted by.
    pub fn id(&self) -> &str {
        match self {
            Self::Document { card, .. } => &card.id,
            Self::Body { id, .. } => id,
            Self::Task { task } => &task.id,
        }
    }
}

/// One edge.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct EdgeRecord {
    /// Id of the node it starts from.
    pub source: String,
    /// What the source does to the target.
    pub relation: String,
    /// Id of the node it ends at.
    pub target: String,
    /// Every place that says so.
    pub evidence: Vec<Evidence>,
}

/// The whole graph. `vanban.graph.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct GraphRecord {
    /// `vanban.graph.v1`.
    pub schema: String,
    /// Which program, grammar and tables made it.
    pub generator: Generator,
    /// Sorted by id.
    pub nodes: Vec<NodeRecord>,
    /// Sorted by source, relation, target.
    pub edges: Vec<EdgeRecord>,
}

impl GraphRecord {
    /// The name of this form of output.
    pub const SCHEMA: &'static str = "vanban.graph.v1";
}
