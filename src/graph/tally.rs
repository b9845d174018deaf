//! How much there is: documents, relations, tasks, and how the mentions of documents fared.

use std::borrow::Borrow;

use serde::{Deserialize, Serialize};

use super::view::GraphView;
use crate::model::Reference;
use crate::resolve::Key;

/// Số lượng: how much there is of what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Tally {
    /// Documents held.
    pub held: usize,
    /// Documents cited and not held.
    pub cited: usize,
    /// Relations between documents.
    pub relations: usize,
    /// Tasks.
    pub tasks: usize,
    /// Time limits.
    pub deadlines: usize,
    /// Mentions by what became of them.
    pub mentions: Mentions,
}

/// Mentions of documents by what became of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mentions {
    /// All.
    pub all: usize,
    /// The document meant is known and here.
    pub held: usize,
    /// The document meant is known and not here.
    pub stubs: usize,
    /// Several documents fit.
    pub ambiguous: usize,
    /// A part of the identity is missing, and nothing known fits.
    pub abstained: usize,
}

/// Counts by looking at everything.
pub(super) fn tally<V: GraphView + ?Sized>(view: &V) -> Tally {
    let ids = view.documents();
    let held = ids.iter().filter(|id| view.card(id).is_some_and(|card| card.held)).count();
    Tally {
        held,
        cited: ids.len() - held,
        relations: ids.iter().map(|id| view.outgoing(id).len()).sum(),
        tasks: view.tasks(None).len(),
        deadlines: view.deadlines(None).len(),
        mentions: mentions(
            ids.iter().flat_map(|id| view.particulars(id)).flat_map(|held| held.references),
            |id| view.card(id).is_some_and(|card| card.held),
        ),
    }
}

/// Counts the mentions of references; `held` tells which documents are here.
pub(super) fn mentions<R: Borrow<Reference>>(
    references: impl IntoIterator<Item = R>,
    held: impl Fn(&str) -> bool,
) -> Mentions {
    let mut found = Mentions::default();
    for reference in references {
        let reference = reference.borrow();
        let count = reference.mentions.len();
        found.all += count;
        let whole = |id: &String| Key::of_id(id).is_none_or(|key| key.is_whole());
        let place = match &reference.target {
            None => &mut found.ambiguous,
            Some(id) if held(id) => &mut found.held,
            Some(id) if whole(id) => &mut found.stubs,
            Some(_) => &mut found.abstained,
        };
        *place += count;
    }
    found
}
