//! How much there is, and what is missing.

use std::collections::BTreeSet;

use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Hop};
use crate::resolve::Key;

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
    let ids = view.documents();
    let held = ids.iter().filter(|id| view.card(id).is_some_and(|card| card.held)).count();
    let relations: usize = ids.iter().map(|id| view.outgoing(id).len()).sum();
    let mentions = Mentions::of(view, &ids);
    let counts = [
        ("documents", held),
        ("documents cited and not held", ids.len() - held),
        ("relations", relations),
        ("tasks", view.tasks(None).len()),
        ("deadlines", view.deadlines(None).len()),
        ("mentions", mentions.all),
        ("resolved to documents held", mentions.held),
        ("resolved to stubs", mentions.stubs),
        ("ambiguous", mentions.ambiguous),
        ("abstained", mentions.abstained),
    ];
    counts.map(|(name, count)| AnswerItem::Count { name: name.to_owned(), count }).into()
}

/// Mentions of documents by what became of them.
#[derive(Default)]
struct Mentions {
    all: usize,
    /// The document meant is known and here.
    held: usize,
    /// The document meant is known and not here.
    stubs: usize,
    /// Several documents fit.
    ambiguous: usize,
    /// A part of the identity is missing, and nothing known fits.
    abstained: usize,
}

impl Mentions {
    fn of(view: &dyn GraphView, ids: &[String]) -> Self {
        let mut found = Self::default();
        for reference in ids.iter().flat_map(|id| view.particulars(id)).flat_map(|held| held.references) {
            let count = reference.mentions.len();
            found.all += count;
            let whole = |id: &String| Key::of_id(id).is_none_or(|key| key.is_whole());
            let place = match &reference.target {
                None => &mut found.ambiguous,
                Some(id) if view.card(id).is_some_and(|card| card.held) => &mut found.held,
                Some(id) if whole(id) => &mut found.stubs,
                Some(_) => &mut found.abstained,
            };
            *place += count;
        }
        found
    }
}
