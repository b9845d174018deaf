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

/// How many documents, held and only cited, relations, tasks and time limits there are, and how the mentions of
/// documents fared.
pub(super) fn stats(view: &dyn GraphView) -> Vec<AnswerItem> {
    let tally = view.tally();
    let counts = [
        ("documents", tally.held),
        ("documents cited and not held", tally.cited),
        ("relations", tally.relations),
        ("tasks", tally.tasks),
        ("deadlines", tally.deadlines),
        ("mentions", tally.mentions.all),
        ("resolved to documents held", tally.mentions.held),
        ("resolved to stubs", tally.mentions.stubs),
        ("ambiguous", tally.mentions.ambiguous),
        ("abstained", tally.mentions.abstained),
    ];
    counts.map(|(name, count)| AnswerItem::Count { name: name.to_owned(), count }).into()
}
