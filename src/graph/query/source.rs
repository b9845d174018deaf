//! The sentence a task comes from.

use std::collections::BTreeSet;

use super::duties::task_card;
use crate::graph::view::{GraphView, TaskEntry};
use crate::model::{AnswerItem, Evidence};
use crate::text::slug;

/// No more tasks than this for one question.
const MOST: usize = 20;
/// Of so many words asked for one may be missing from a task.
const FORGIVEN: usize = 3;

/// Tasks whose id is, begins or ends so, or whose text holds these words, best first: each with the whole sentence,
/// and with the heading or lead-in above that names who must act.
pub(super) fn task_source(view: &dyn GraphView, words: &str) -> Vec<AnswerItem> {
    let words = words.trim().trim_matches(['"', '“', '”', '«', '»']);
    let mut found = by_id(view, words);
    if found.is_empty() {
        found = by_words(view, words);
    }
    found.iter().take(MOST).filter_map(|entry| item(view, entry)).collect()
}

/// An id, whole or as far as it tells the task: what stands behind `#`, the hash alone.
fn by_id(view: &dyn GraphView, asked: &str) -> Vec<TaskEntry> {
    let wanted = asked.to_ascii_lowercase();
    let hash = wanted.len() == 8 && wanted.bytes().all(|b| b.is_ascii_hexdigit());
    if !wanted.contains('#') && !hash {
        return Vec::new();
    }
    let (document, place) = wanted.split_once('#').unwrap_or(("", &wanted));
    let mut found = view.tasks(Some(document).filter(|id| !id.is_empty()));
    found.retain(|entry| {
        let own = entry.task.id.split_once('#').map_or("", |(_, place)| place);
        own == place
            || own.strip_suffix(place).is_some_and(|rest| rest.ends_with('/'))
            || own.starts_with(place)
    });
    found
}

fn by_words(view: &dyn GraphView, asked: &str) -> Vec<TaskEntry> {
    let plain = slug(asked);
    let wanted: BTreeSet<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let mut found = Vec::new();
    for entry in view.tasks(None) {
        let own = slug(&entry.task.text);
        if own.contains(&plain) {
            found.push((0, entry));
            continue;
        }
        let words: BTreeSet<&str> = own.split('-').collect();
        let missing = wanted.iter().filter(|word| !words.contains(*word)).count();
        if missing * FORGIVEN <= wanted.len() && wanted.len() >= FORGIVEN {
            found.push((missing + 1, entry));
        }
    }
    // Where some hold the very words, the others are noise.
    let best = found.iter().map(|(missing, _)| *missing).min();
    found.retain(|(missing, _)| best != Some(0) || *missing == 0);
    found.sort_by_key(|(missing, _)| *missing);
    found.into_iter().map(|(_, entry)| entry).collect()
}

fn item(view: &dyn GraphView, entry: &TaskEntry) -> Option<AnswerItem> {
    Some(AnswerItem::Task {
        task: task_card(entry, &[]),
        document: view.card(&entry.document)?,
        evidence: sentences(view, entry),
    })
}

/// The sentence of the task, then those above it that name an actor it inherits.
fn sentences(view: &dyn GraphView, entry: &TaskEntry) -> Vec<Evidence> {
    let held = view.particulars(&entry.document);
    let Some(held) = held.iter().find(|held| held.source.path == entry.evidence.path) else {
        return vec![entry.evidence.clone()];
    };
    let mut found = vec![held.evidence(entry.task.span, None)];
    for actor in entry.task.lead.iter().chain(&entry.task.assigned_by).filter(|actor| actor.inherited) {
        let above = held.evidence(actor.span, None);
        if !found.iter().any(|e| e.text == above.text) {
            found.push(above);
        }
    }
    found
}
