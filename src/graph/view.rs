//! What a question needs of a graph, wherever the graph is kept.

use crate::model::{Deadline, DocumentCard, Evidence, Hop, Task};

/// A task as a graph keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskEntry {
    /// Id of the document that assigns it.
    pub document: String,
    /// The task; its `id` is that of the node.
    pub task: Task,
    /// Its time limits.
    pub deadlines: Vec<Deadline>,
    /// Where it stands.
    pub evidence: Evidence,
}

/// A time limit as a graph keeps it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeadlineEntry {
    /// Id of the document that sets it.
    pub document: String,
    /// The time limit.
    pub deadline: Deadline,
    /// Node ids of the tasks it belongs to, sorted.
    pub tasks: Vec<String>,
    /// Where it stands.
    pub evidence: Evidence,
}

/// Đồ thị văn bản as questions see it: lookup, edges in and out, cards, tasks and time limits.
///
/// Every list is sorted, so that answers do not depend on the order in which documents came.
pub trait GraphView {
    /// The card of a document; None when there is no node of this id.
    fn card(&self, id: &str) -> Option<DocumentCard>;

    /// What a document does to others, sorted by relation and id.
    fn outgoing(&self, id: &str) -> Vec<Hop>;

    /// What others do to a document, sorted by relation and id.
    fn incoming(&self, id: &str) -> Vec<Hop>;

    /// Ids of all documents, held or only cited.
    fn documents(&self) -> Vec<String>;

    /// Ids of the documents whose code or name has this key (see [`key_of`]).
    fn by_key(&self, key: &str) -> Vec<String>;

    /// Documents that a mention without all parts of its key may mean; `id` is that of the mention's stub.
    fn candidates(&self, id: &str) -> Vec<String>;

    /// Tasks of all documents, or of one; sorted by document and place.
    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry>;

    /// Time limits of all documents, or of one; sorted by document and place.
    fn deadlines(&self, document: Option<&str>) -> Vec<DeadlineEntry>;
}

/// The key codes and names are looked up by: `107-kl-tw` for `107-KL/TW`, whatever the case, dashes and marks.
///
/// The blank of a draft's number stays a part of it: `-syt-vp` for `/SYT-VP`.
pub fn key_of(code: &str) -> String {
    let key = crate::resolve::code_slug(code);
    if code.trim_start().starts_with('/') { format!("-{key}") } else { key }
}
