//! What a question needs of a graph, wherever the graph is kept.

use std::sync::Arc;

use crate::model::{
    Addressee, CitationParts, Claim, CopyMark, Deadline, Diagnostic, DocumentCard, Evidence, HeldSource, Hop,
    PartialDate, Recipient, Reference, Signature, Subject, Task,
};
use crate::text::{Span, sentence_of};

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

/// What a held document says beside its relations, tasks and time limits.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Particulars {
    /// Its canonical id.
    pub document: String,
    /// The file it was read from.
    pub source: HeldSource,
    /// The text its spans point into; empty when the graph was built without texts.
    pub text: Arc<str>,
    /// Bản sao: the mark of a copier.
    pub copy: Option<CopyMark>,
    /// Ngày ban hành, as this file has it.
    pub date: Option<PartialDate>,
    /// Trích yếu, as this file has it.
    pub subject: Option<Subject>,
    /// Chữ ký.
    pub signatures: Vec<Signature>,
    /// Kính gửi.
    pub addressees: Vec<Addressee>,
    /// Nơi nhận.
    pub recipients: Vec<Recipient>,
    /// The documents it cites, as it cites them.
    pub references: Vec<Reference>,
    /// Where each reference is first mentioned behind the subject, beside `references`.
    pub mentions: Vec<Span>,
    /// What is printed of it there, beside `references`.
    pub printed: Vec<CitationParts>,
    /// What is odd about the document itself.
    pub diagnostics: Vec<Diagnostic>,
}

impl Particulars {
    /// The sentence around a span, as evidence.
    pub fn evidence(&self, span: Span, cue: Option<String>) -> Evidence {
        Evidence {
            document: self.document.clone(),
            path: self.source.path.clone(),
            span,
            text: sentence_of(&self.text, span),
            cue,
            asserted_by: None,
        }
    }
}

/// What is said of the date and the issuer of a document, by itself and by those that cite it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Claims {
    /// The files that hold it; empty for one only cited.
    pub sources: Vec<HeldSource>,
    /// Every date said of it.
    pub dates: Vec<Claim<PartialDate>>,
    /// Every issuer said of it, by id where known.
    pub issuers: Vec<Claim<String>>,
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

    /// What is said of the date and the issuer of a document; None when there is no node of this id.
    fn claims(&self, id: &str) -> Option<Claims>;

    /// What each file that holds a document says beside its relations; empty for one only cited.
    fn particulars(&self, id: &str) -> Vec<Particulars>;

    /// Paragraphs of held texts in which any of the words stands, by document and place; words are folded to
    /// lower case without marks.
    fn passages(&self, words: &[String]) -> Vec<Evidence>;

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
