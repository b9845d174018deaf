//! How much there is, and what is missing.

use std::collections::BTreeSet;

use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Hop};

/// Documents that are cited and not here, those first that most documents cite; each with who cites it.
pub(super) fn not_held(view: &dyn GraphView) -> Vec<AnswerItem> {
    let mut missing: Vec<(usize, String, Vec<Hop>)> = Vec::new();
    for id in view.documents() {
        if view.card(&id).is_some_and(|card| !card.held) {
            let hops = view.incoming(&id);
            let by: BTreeSet<&str> =
                hops.iter().flat_map(|h| &h.evidence).map(|e| e.document.as_str()).collect();
            missing.push((by.len(), id, hops));
        }
    }
    missing.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let item = |(_, id, path): (usize, String, Vec<Hop>)| {
        Some(AnswerItem::Document { document: view.card(&id)?, depth: 1, path })
    };
    missing.into_iter().filter_map(item).collect()
}

/// How many documents, held and only cited, relations, tasks and time limits there are.
pub(super) fn stats(view: &dyn GraphView) -> Vec<AnswerItem> {
    let ids = view.documents();
    let held = ids.iter().filter(|id| view.card(id).is_some_and(|card| card.held)).count();
    let relations: usize = ids.iter().map(|id| view.outgoing(id).len()).sum();
    let counts = [
        ("documents", held),
        ("documents cited and not held", ids.len() - held),
        ("relations", relations),
        ("tasks", view.tasks(None).len()),
        ("deadlines", view.deadlines(None).len()),
    ];
    counts.map(|(name, count)| AnswerItem::Count { name: name.to_owned(), count }).into()
}
