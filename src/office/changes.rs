//! What is new, changed or withdrawn: since a day, or against the graph as it was written out before.

use std::collections::BTreeMap;

use super::desk::{Desk, Kept};
use crate::graph::{GraphView as _, TaskEntry};
use crate::model::{
    Answer, AnswerItem, AnswerStatus, Cell, DocumentCard, Evidence, GraphRecord, Hop, Intent, Interpretation,
    NodeRecord, PartialDate, RelationKind,
};

/// Since when changes are told.
#[derive(Debug, Clone, Copy)]
pub enum Since<'a> {
    /// A day: what was issued or came in from then on.
    Day(PartialDate),
    /// An earlier export of the graph.
    Export(&'a GraphRecord),
}

/// What is new, changed or withdrawn, of documents and of tasks. Where a profile says who asks, only the tasks for the
/// office are told of.
pub fn changes(desk: &Desk<'_>, since: Since<'_>) -> Answer {
    let mut answer = Answer::to(Interpretation { intent: Intent::Changes, ..Interpretation::default() });
    let mut found = match since {
        Since::Day(day) => {
            answer.interpretation.filters.since = Some(day);
            since_day(desk, day)
        }
        Since::Export(before) => since_export(desk, before),
    };
    found.extend(desk.kept.iter().filter_map(|(result, kept)| {
        let change = match kept {
            Kept::Moved(_) => "changed",
            Kept::Gone => "withdrawn",
            Kept::Same | Kept::Unclear(_) => return None,
        };
        let now = match kept {
            Kept::Moved(id) => id.clone(),
            _ => String::new(),
        };
        Some(row(change, &result.task, &now, &format!("results, line {}", result.line), None))
    }));
    answer.status = if found.is_empty() { AnswerStatus::None } else { AnswerStatus::Found };
    answer.answers = found;
    answer
}

fn row(change: &str, document: &str, what: &str, why: &str, evidence: Option<Evidence>) -> AnswerItem {
    let cells = [("change", change), ("document", document), ("what", what), ("why", why)];
    AnswerItem::Row {
        cells: cells.into_iter().map(|(name, value)| Cell::new(name, value)).collect(),
        evidence: evidence.into_iter().collect(),
    }
}

fn shown(card: &DocumentCard) -> &str {
    card.code.as_deref().unwrap_or(&card.id)
}

fn since_day(desk: &Desk<'_>, day: PartialDate) -> Vec<AnswerItem> {
    let mut recent: Vec<(PartialDate, DocumentCard)> = desk
        .documents()
        .iter()
        .filter_map(|id| desk.card(id).filter(|card| card.held))
        .filter_map(|card| Some((desk.came_in(&card).filter(|came| *came >= day)?, card)))
        .collect();
    recent.sort_by(|a, b| (a.0, &a.1.id).cmp(&(b.0, &b.1.id)));
    let mut found = Vec::new();
    for (came, card) in &recent {
        let subject = card.subject.as_deref().unwrap_or_default();
        found.push(row("new", shown(card), subject, &came.to_string(), None));
        found.extend(tasks_of(desk, &card.id).into_iter().map(|entry| new_task(&entry, card)));
    }
    for (_, card) in &recent {
        for hop in desk.outgoing(&card.id) {
            let Some((change, other)) = undone(&hop).zip(desk.card(&hop.to)) else { continue };
            let why = format!("{} {}", hop.cue.as_deref().unwrap_or(hop.relation.as_str()), shown(card));
            let subject = other.subject.as_deref().unwrap_or_default();
            found.push(row(change, shown(&other), subject, &why, hop.evidence.first().cloned()));
        }
    }
    found
}

/// What happens to the document acted on.
fn undone(hop: &Hop) -> Option<&'static str> {
    match hop.relation {
        RelationKind::Amends | RelationKind::Corrects => Some("changed"),
        RelationKind::Replaces
        | RelationKind::Repeals
        | RelationKind::Annuls
        | RelationKind::Suspends
        | RelationKind::Withdraws => Some("withdrawn"),
        _ => None,
    }
}

/// The tasks told of: those for the office, or none where nobody says who asks.
fn tasks_of(desk: &Desk<'_>, document: &str) -> Vec<TaskEntry> {
    let mut tasks = desk.tasks(Some(document));
    tasks.retain(|entry| desk.all.duty_in(entry).is_some());
    tasks
}

fn new_task(entry: &TaskEntry, card: &DocumentCard) -> AnswerItem {
    row("new", shown(card), &entry.task.text, &entry.task.id, Some(entry.evidence.clone()))
}

fn since_export(desk: &Desk<'_>, before: &GraphRecord) -> Vec<AnswerItem> {
    let mut documents: BTreeMap<&str, &DocumentCard> = BTreeMap::new();
    let mut tasks: BTreeMap<&str, &str> = BTreeMap::new();
    for node in &before.nodes {
        match node {
            NodeRecord::Document { card, .. } if card.held => {
                documents.insert(&card.id, card);
            }
            NodeRecord::Task { task } => {
                tasks.insert(&task.id, &task.text);
            }
            _ => {}
        }
    }
    let mut found = Vec::new();
    for card in desk.documents().iter().filter_map(|id| desk.card(id)).filter(|card| card.held) {
        if documents.remove(card.id.as_str()).is_none() {
            let subject = card.subject.as_deref().unwrap_or_default();
            found.push(row("new", shown(&card), subject, "", None));
        }
    }
    for card in documents.values() {
        found.push(row("withdrawn", shown(card), card.subject.as_deref().unwrap_or_default(), "", None));
    }
    let everybody = desk.office.profile.body.is_empty();
    let (mut new, mut places) = (Vec::new(), BTreeMap::new());
    for entry in desk.tasks(None) {
        if tasks.remove(entry.task.id.as_str()).is_none() && (everybody || desk.all.duty_in(&entry).is_some())
        {
            new.push(entry);
        }
    }
    for (id, text) in tasks {
        places.entry(place(id)).or_insert_with(Vec::new).push((id, text));
    }
    for entry in new {
        let card = desk.card(&entry.document).unwrap_or_default();
        // Another text in the same place of the same document is the same task, changed.
        let former = places.get_mut(place(&entry.task.id)).and_then(Vec::pop);
        found.push(match former {
            Some((id, _)) => row("changed", shown(&card), &entry.task.text, id, Some(entry.evidence)),
            None => new_task(&entry, &card),
        });
    }
    for (id, text) in places.into_values().flatten() {
        found.push(row("withdrawn", id.split('#').next().unwrap_or(id), text, id, None));
    }
    found
}

/// A task's id without the hash of its text.
fn place(id: &str) -> &str {
    id.rsplit_once('/').map_or(id, |(place, _)| place)
}
