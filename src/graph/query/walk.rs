//! Questions that walk along relations: the shortest way to each document, with the evidence of every hop.

use std::collections::HashMap;

use crate::graph::reach::Reach;
pub(super) use crate::graph::reach::{Way, is_vague};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Hop, Intent, RelationKind};

/// A document reached: its distance and the hops, each acting on the next.
pub(super) struct Reached {
    pub id: String,
    pub depth: usize,
    pub path: Vec<Hop>,
}

/// What implements a document, through others too.
pub(super) fn implemented_by(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    items(view, walk(view, id, Way::In, |r| r == RelationKind::Implements))
}

/// What a document implements, through others too.
pub(super) fn implements(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    items(view, walk(view, id, Way::Out, |r| r == RelationKind::Implements))
}

/// What cites a document in any way, through others too.
pub(super) fn cited_by(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    items(view, walk(view, id, Way::In, |_| true))
}

/// What a document cites in any way, through others too.
pub(super) fn cites(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    items(view, walk(view, id, Way::Out, |_| true))
}

/// Documents reached as answers, nearest first.
fn items(view: &dyn GraphView, reached: Vec<Reached>) -> Vec<AnswerItem> {
    let item =
        |r: Reached| Some(AnswerItem::Document { document: view.card(&r.id)?, depth: r.depth, path: r.path });
    reached.into_iter().filter_map(item).collect()
}

/// Every document that can be reached from `start`, nearest first, then by id, with the evidence of every hop.
pub(super) fn walk(
    view: &dyn GraphView,
    start: &str,
    way: Way,
    follows: fn(RelationKind) -> bool,
) -> Vec<Reached> {
    let reached = view.reach(start, way, &relations(follows));
    let steps: HashMap<&str, (usize, &Reach)> =
        reached.iter().enumerate().map(|(at, one)| (one.id.as_str(), (at, one))).collect();
    let hop = |one: &Reach| {
        let (from, relation, to) = one.edge(way);
        view.hop(from, relation, to)
    };
    // Each hop is read once, however many ways lead over it.
    let hops: Vec<Option<Hop>> = reached.iter().map(hop).collect();
    let path = |one: &Reach| {
        let mut path = Vec::new();
        let mut at = one.id.as_str();
        while let Some((place, step)) = steps.get(at) {
            path.extend(hops[*place].clone());
            at = &step.before;
        }
        if way == Way::Out {
            path.reverse();
        }
        path
    };
    reached.iter().map(|one| Reached { path: path(one), id: one.id.clone(), depth: one.depth }).collect()
}

/// The relations a walk follows, the strongest first.
pub(super) fn relations(follows: fn(RelationKind) -> bool) -> Vec<RelationKind> {
    RelationKind::ALL.into_iter().filter(|relation| follows(*relation)).collect()
}

/// How many documents the answer to a question of this kind would hold; None for questions that are no walk.
pub(super) fn count(view: &dyn GraphView, intent: Intent, id: &str) -> Option<usize> {
    let implements = |r: RelationKind| r == RelationKind::Implements;
    let (way, follows): (Way, fn(RelationKind) -> bool) = match intent {
        Intent::ImplementedBy => (Way::In, implements),
        Intent::Implements => (Way::Out, implements),
        Intent::CitedBy => (Way::In, |_| true),
        Intent::Cites => (Way::Out, |_| true),
        _ => return None,
    };
    Some(view.count_reached(id, way, &relations(follows)))
}
