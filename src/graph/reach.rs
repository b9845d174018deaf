//! Walks along relations, breadth first: the shortest way to each document.

use std::collections::{BTreeMap, HashMap, VecDeque};

use super::view::GraphView;
use crate::model::RelationKind;
use crate::resolve::Key;

/// Which way a walk goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Way {
    /// To the documents acted on.
    Out,
    /// To the documents that act.
    In,
}

/// A document reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Its id.
    pub id: String,
    /// How many relations away.
    pub depth: usize,
    /// The document before it on the shortest way.
    pub before: String,
    /// The relation between the two.
    pub relation: RelationKind,
}

impl Reach {
    /// The acting document, the relation, and the document acted on.
    pub fn edge(&self, way: Way) -> (&str, RelationKind, &str) {
        match way {
            Way::In => (&self.id, self.relation, &self.before),
            Way::Out => (&self.before, self.relation, &self.id),
        }
    }
}

/// Every document that can be reached from `start`, nearest first, then by id. Ends on cycles. None when there are more than
/// `most`.
///
/// A cited document of which the issuer is not known may be another one in each text that names it: a walk goes on
/// through it only with a text that names both its sides. Of two relations to one document the stronger shows the way.
pub(crate) fn breadth_first<V: GraphView + ?Sized>(
    view: &V,
    start: &str,
    way: Way,
    follows: &[RelationKind],
    most: usize,
) -> Option<Vec<Reach>> {
    let mut reached: Vec<Reach> = Vec::new();
    // Place in `reached`; the start has none.
    let mut places: HashMap<String, Option<usize>> = HashMap::from([(start.to_owned(), None)]);
    let mut queue: VecDeque<(String, Option<usize>)> = VecDeque::from([(start.to_owned(), None)]);
    while let Some((at, place)) = queue.pop_front() {
        let depth = place.map_or(0, |place| reached[place].depth);
        let came = place.map(|place| &reached[place]).filter(|_| is_vague(view, &at));
        let sayers = |(from, relation, to): (&str, RelationKind, &str)| view.sayers(from, relation, to);
        let said = came.map(|came| sayers(came.edge(way)));
        let mut next: BTreeMap<String, RelationKind> = BTreeMap::new();
        for (relation, to) in view.neighbours(&at, way) {
            if !follows.contains(&relation) || places.contains_key(&to) || next.contains_key(&to) {
                continue;
            }
            let edge = if way == Way::In {
                (to.as_str(), relation, at.as_str())
            } else {
                (at.as_str(), relation, to.as_str())
            };
            if said.as_ref().is_none_or(|said| !said.is_disjoint(&sayers(edge))) {
                next.insert(to, relation);
            }
        }
        for (to, relation) in next {
            if reached.len() == most {
                return None;
            }
            places.insert(to.clone(), Some(reached.len()));
            queue.push_back((to.clone(), Some(reached.len())));
            reached.push(Reach { id: to, depth: depth + 1, before: at.clone(), relation });
        }
    }
    reached.sort_by(|a, b| (a.depth, &a.id).cmp(&(b.depth, &b.id)));
    Some(reached)
}

/// Whether it is only cited and nobody says by whom it was issued.
pub(crate) fn is_vague<V: GraphView + ?Sized>(view: &V, id: &str) -> bool {
    Key::of_id(id).is_some_and(|key| key.issuer.is_none()) && view.card(id).is_some_and(|card| !card.held)
}
