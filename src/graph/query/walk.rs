//! Walks along relations, breadth first: the shortest way to each document, with the evidence of every hop.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Hop, RelationKind};
use crate::resolve::Key;

/// Which way a walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the documents acted on.
    Out,
    /// To the documents that act.
    In,
}

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

/// Every document that can be reached from `start`, nearest first, then by id. Terminates on cycles.
///
/// A cited document of which the issuer is not known may be another one in each text that names it: a walk goes on
/// through it only with a text that names both its sides.
pub(super) fn walk(
    view: &dyn GraphView,
    start: &str,
    way: Way,
    follows: fn(RelationKind) -> bool,
) -> Vec<Reached> {
    // For each document reached: its distance and the hop by which it was reached.
    let mut steps: BTreeMap<String, (usize, Option<Hop>)> = BTreeMap::from([(start.to_owned(), (0, None))]);
    let mut queue = VecDeque::from([start.to_owned()]);
    let mut order = Vec::new();
    while let Some(at) = queue.pop_front() {
        let (depth, came) = steps.get(&at).cloned().unwrap_or_default();
        let hops = match way {
            Way::In => view.incoming(&at),
            Way::Out => view.outgoing(&at),
        };
        let vague = came.filter(|_| is_vague(view, &at));
        // Of two relations to one document the stronger shows the way; hops come sorted by strength.
        let mut next: BTreeMap<String, Hop> = BTreeMap::new();
        for hop in hops.into_iter().filter(|hop| follows(hop.relation)) {
            let to = if way == Way::In { hop.from.clone() } else { hop.to.clone() };
            if !steps.contains_key(&to) && vague.as_ref().is_none_or(|came| share(came, &hop)) {
                next.entry(to).or_insert(hop);
            }
        }
        for (to, hop) in next {
            steps.insert(to.clone(), (depth + 1, Some(hop)));
            order.push((depth + 1, to.clone()));
            queue.push_back(to);
        }
    }
    order.sort();
    let path = |id: &str| {
        let mut path = Vec::new();
        let mut at = id.to_owned();
        while let Some((_, Some(hop))) = steps.get(&at) {
            at = if way == Way::In { hop.to.clone() } else { hop.from.clone() };
            path.push(hop.clone());
        }
        if way == Way::Out {
            path.reverse();
        }
        path
    };
    order.into_iter().map(|(depth, id)| Reached { path: path(&id), id, depth }).collect()
}

/// Whether it is only cited and nobody says by whom it was issued.
pub(super) fn is_vague(view: &dyn GraphView, id: &str) -> bool {
    Key::of_id(id).is_some_and(|key| key.issuer.is_none()) && view.card(id).is_some_and(|card| !card.held)
}

/// Whether one document says both.
fn share(a: &Hop, b: &Hop) -> bool {
    let says: BTreeSet<&str> = a.evidence.iter().map(|e| e.document.as_str()).collect();
    b.evidence.iter().any(|e| says.contains(e.document.as_str()))
}
