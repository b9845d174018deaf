//! What a question needs of a graph, wherever the graph is kept.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::calendar::first;
use super::query::Party;
use super::reach::{Reach, Way, breadth_first};
use super::tally::{Tally, tally};
use crate::model::{
    Addressee, Assignment, CitationParts, Claim, CopyMark, Deadline, Diagnostic, DocumentCard, Duty,
    Evidence, HeldSource, Hop, PartialDate, Recipient, Reference, RelationKind, Signature, Subject, Task,
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

impl TaskEntry {
    /// Whether it has no time limit, and is of this duty and way of assignment where they are given.
    pub(crate) fn is_undated(&self, duty: Option<Duty>, assignment: Option<Assignment>) -> bool {
        self.deadlines.is_empty()
            && duty.is_none_or(|duty| duty == self.task.duty)
            && assignment.is_none_or(|assignment| assignment == self.task.assignment)
    }
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

    /// Paragraphs of held texts in which at least so many of the words stand, by document and place; words are folded to
    /// lower case without marks.
    fn passages(&self, words: &[String], least: usize) -> Vec<Evidence>;

    /// Tasks of all documents, or of one; sorted by document and place.
    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry>;

    /// Time limits of all documents, or of one; sorted by document and place.
    fn deadlines(&self, document: Option<&str>) -> Vec<DeadlineEntry>;

    /// One relation between two documents, with all that say so.
    fn hop(&self, from: &str, relation: RelationKind, to: &str) -> Option<Hop> {
        self.outgoing(from).into_iter().find(|hop| hop.relation == relation && hop.to == to)
    }

    /// The documents that say that one does something to another.
    fn sayers(&self, from: &str, relation: RelationKind, to: &str) -> BTreeSet<String> {
        let hop = self.hop(from, relation, to);
        hop.into_iter().flat_map(|hop| hop.evidence).map(|evidence| evidence.document).collect()
    }

    /// What a document does to others, or others do to it, without evidence; sorted by relation and id.
    fn neighbours(&self, id: &str, way: Way) -> Vec<(RelationKind, String)> {
        match way {
            Way::Out => self.outgoing(id).into_iter().map(|hop| (hop.relation, hop.to)).collect(),
            Way::In => self.incoming(id).into_iter().map(|hop| (hop.relation, hop.from)).collect(),
        }
    }

    /// Every document that can be reached along some relations, nearest first, then by id.
    fn reach(&self, start: &str, way: Way, follows: &[RelationKind]) -> Vec<Reach> {
        breadth_first(self, start, way, follows, usize::MAX).unwrap_or_default()
    }

    /// How many documents [`Self::reach`] reaches.
    fn count_reached(&self, start: &str, way: Way, follows: &[RelationKind]) -> usize {
        self.reach(start, way, follows).len()
    }

    /// Ids of documents that end so (`264-kh-ubnd`), sorted.
    fn by_tail(&self, tail: &str) -> Vec<String> {
        let mut ids = self.documents();
        ids.retain(|id| tail_of(id) == tail);
        ids
    }

    /// Ids of documents whose end is like this one: the same first word (the serial of a number), or another serial that is
    /// one slip of the hand away; sorted.
    fn by_like_tail(&self, tail: &str) -> Vec<String> {
        let mut ids = self.documents();
        ids.retain(|id| is_like(tail, tail_of(id)));
        ids
    }

    /// The first day that the date of the newest file held allows.
    fn newest(&self) -> Option<PartialDate> {
        let dates =
            self.documents().into_iter().flat_map(|id| self.particulars(&id)).filter_map(|one| one.date);
        dates.filter(|date| date.year.is_some()).map(first).max()
    }

    /// Tasks of all documents, or of one, in which somebody may have a part: all in which he has, perhaps others too.
    fn tasks_naming(&self, document: Option<&str>, party: &Party) -> Vec<TaskEntry> {
        let _ = party;
        self.tasks(document)
    }

    /// Ids of the documents with a time limit that may end between two days, both included (None: an open end), sorted: all
    /// that have one, perhaps others too. None where this cannot be told without going through all.
    fn documents_due(&self, since: Option<PartialDate>, until: Option<PartialDate>) -> Option<Vec<String>> {
        let _ = (since, until);
        None
    }

    /// How many tasks have no time limit, of one duty and one way of assignment where they are given.
    fn count_undated(&self, duty: Option<Duty>, assignment: Option<Assignment>) -> usize {
        self.tasks(None).iter().filter(|entry| entry.is_undated(duty, assignment)).count()
    }

    /// How much there is of what.
    fn tally(&self) -> Tally {
        tally(self)
    }
}

/// The key codes and names are looked up by: `107-kl-tw` for `107-KL/TW`, whatever the case, dashes and marks.
///
/// The blank of a draft's number stays a part of it: `-syt-vp` for `/SYT-VP`.
pub fn key_of(code: &str) -> String {
    let key = crate::resolve::code_slug(code);
    if code.trim_start().starts_with('/') { format!("-{key}") } else { key }
}

/// The last part of an id: `264-kh-ubnd`.
pub(crate) fn tail_of(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

/// Whether two ends of ids are alike (see [`GraphView::by_like_tail`]).
pub(crate) fn is_like(wanted: &str, tail: &str) -> bool {
    let ((first, rest), (other, others)) = (first_word(wanted), first_word(tail));
    first == other || rest == others && is_serial(other) && slips(first).contains(other)
}

/// The first word of an end of an id, the serial of a number, and the rest.
pub(crate) fn first_word(tail: &str) -> (&str, &str) {
    tail.split_once('-').unwrap_or((tail, ""))
}

fn is_serial(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
}

/// Every serial that is one slip away: a digit left out, put in, mistaken, or changed places with the next.
pub(crate) fn slips(serial: &str) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    if !is_serial(serial) {
        return all;
    }
    for at in 0..=serial.len() {
        let (head, tail) = serial.split_at(at);
        for digit in '0'..='9' {
            all.insert(format!("{head}{digit}{tail}"));
            all.insert(format!("{head}{digit}{}", tail.get(1..).unwrap_or_default()));
        }
        all.insert(format!("{head}{}", tail.get(1..).unwrap_or_default()));
        if let (Some(one), Some(two)) = (tail.get(..1), tail.get(1..2)) {
            all.insert(format!("{head}{two}{one}{}", &tail[2..]));
        }
    }
    all.remove("");
    all
}
