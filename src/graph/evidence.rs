//! Where a document says something, and what is read there: the sentence, the cue. Kept are the places; the words are read
//! when somebody asks for them.

use std::borrow::Cow;
use std::collections::HashSet;

use super::held::HeldRef;
use super::view::{DeadlineEntry, TaskEntry};
use crate::model::{Document, Evidence, SELF, Span, Task};
use crate::text::sentence_of;

/// A place in a document that says something.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// A relation it states, by index.
    Relation(usize),
    /// The first mention of a reference, by index.
    Reference(usize),
    /// A task, by index.
    Task(usize),
    /// Any other.
    At(Span),
}

/// A place with the document it is in.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Proof<'a> {
    pub held: HeldRef<'a>,
    pub place: Place,
}

impl Proof<'_> {
    /// What is read there; None where there is no such place.
    pub fn evidence(self) -> Option<Evidence> {
        let Self { held, place } = self;
        let document = held.document;
        match place {
            Place::At(span) => Some(held.evidence(span, None)),
            Place::Task(at) => document.tasks.get(at).map(|task| of_task(held, task)),
            Place::Relation(at) => document.relations.get(at).map(|relation| {
                let by = (relation.asserted_by != SELF).then(|| relation.asserted_by.clone());
                Evidence { asserted_by: by, ..held.evidence(relation.span, relation.cue.clone()) }
            }),
            Place::Reference(at) => document.references.get(at).map(|reference| {
                let citation = reference.mentions.first().and_then(|&at| document.citations.get(at));
                let cue = citation.and_then(|c| c.cue.as_ref()).map(|c| c.text.clone());
                let mut found = held.evidence(citation.map(|c| c.span).unwrap_or_default(), cue);
                if held.text.is_empty() {
                    found.text = citation.map(|c| c.text.clone()).unwrap_or_default();
                }
                found
            }),
        }
    }
}

impl HeldRef<'_> {
    /// The sentence around a span.
    fn evidence(self, span: Span, cue: Option<String>) -> Evidence {
        Evidence { cue, ..self.quoting(span, sentence_of(self.text, span)) }
    }

    fn quoting(self, span: Span, text: String) -> Evidence {
        let document = self.document;
        let (id, path) = (document.id.clone(), document.source.path.clone());
        Evidence { document: id, path, span, text, cue: None, asserted_by: None }
    }
}

fn of_task(held: HeldRef<'_>, task: &Task) -> Evidence {
    held.quoting(task.span, task.text.clone())
}

/// A task of a document as questions see it.
pub(super) fn task_entry(held: HeldRef<'_>, task: &Task) -> TaskEntry {
    let document = held.document;
    TaskEntry {
        document: document.id.clone(),
        task: Task { id: task_id(document, &task.id).into_owned(), ..task.clone() },
        deadlines: task.deadlines.iter().filter_map(|&at| document.deadlines.get(at).cloned()).collect(),
        evidence: of_task(held, task),
    }
}

/// The tasks a document assigns, in the order of its text.
pub(crate) fn task_entries(held: HeldRef<'_>) -> impl Iterator<Item = TaskEntry> {
    held.document.tasks.iter().map(move |task| task_entry(held, task))
}

/// Of several copies of a document each task is the one of the first that has it, in the order of the text.
pub(crate) fn tasks_of(copies: &[HeldRef<'_>]) -> Vec<TaskEntry> {
    let mut seen = HashSet::new();
    let mut entries: Vec<TaskEntry> = copies.iter().flat_map(|copy| task_entries(*copy)).collect();
    entries.retain(|entry| seen.insert(entry.task.id.clone()));
    entries.sort_by(|a, b| (a.task.span, &a.task.id).cmp(&(b.task.span, &b.task.id)));
    entries
}

/// The time limits a document sets, in the order of its text.
pub(crate) fn deadline_entries(held: HeldRef<'_>) -> impl Iterator<Item = DeadlineEntry> {
    let document = held.document;
    document.deadlines.iter().enumerate().map(move |(at, deadline)| {
        let theirs = document.tasks.iter().filter(|task| task.deadlines.contains(&at));
        let mut tasks: Vec<String> = theirs.map(|task| task_id(document, &task.id).into_owned()).collect();
        tasks.sort();
        DeadlineEntry {
            document: document.id.clone(),
            deadline: deadline.clone(),
            tasks,
            evidence: held.evidence(deadline.span, None),
        }
    })
}

/// The id of a task's node: that of the task, under its document.
pub(super) fn task_id<'a>(document: &Document, id: &'a str) -> Cow<'a, str> {
    if id.starts_with(&document.id) { id.into() } else { format!("{}#{id}", document.id).into() }
}
