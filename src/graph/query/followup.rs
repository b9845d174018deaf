//! Whether directives are carried out: by any document held, and by those they were sent to.

use std::collections::BTreeSet;

use super::row::{date_of, listed, row};
use super::walk::{Reached, Way, walk};
use crate::graph::lint::directs;
use crate::graph::query::scope::{Bound, bound};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, DocumentCard, Evidence, RelationKind, Status, Tier};

/// The relations by which a document takes up another.
fn carries_out(relation: RelationKind) -> bool {
    matches!(relation, RelationKind::Implements | RelationKind::Guides)
}

/// As [`carries_out`], answers and reports among them.
fn follows_up(relation: RelationKind) -> bool {
    carries_out(relation) || matches!(relation, RelationKind::ReportsOn | RelationKind::RespondsTo)
}

/// Directives of bodies above the lowest here that nothing held implements, through others either; the documents
/// that are only said to implement them are told.
pub(super) fn unimplemented(view: &dyn GraphView) -> Vec<AnswerItem> {
    let cards: Vec<DocumentCard> = view.documents().iter().filter_map(|id| view.card(id)).collect();
    let lowest = cards.iter().filter(|card| card.held).filter_map(|card| card.tier).max();
    let above = |tier: Option<Tier>| tier.zip(lowest).is_some_and(|(tier, lowest)| tier < lowest);
    let mut found: Vec<(Option<Tier>, AnswerItem)> = Vec::new();
    for card in cards {
        if card.status == Status::Draft || !above(card.tier) || !is_directive(view, &card) {
            continue;
        }
        let reached = walk(view, &card.id, Way::In, carries_out);
        if reached.iter().any(|r| view.card(&r.id).is_some_and(|card| card.held)) {
            continue;
        }
        let cells = [
            ("document", card.id.clone()),
            ("issuer", card.issuer.clone().unwrap_or_default()),
            ("date", date_of(&card)),
            ("state", if reached.is_empty() { "not_in_corpus" } else { "only_cited" }.to_owned()),
            ("known", listed(reached.into_iter().map(|r| r.id))),
        ];
        found.push((card.tier, row(cells, words_of(view, &card.id))));
    }
    found.sort_by_key(|(tier, _)| *tier);
    found.into_iter().map(|(_, item)| item).collect()
}

/// Whether a document tells others what to do: by its kind, or, for one held, by the tasks it assigns.
fn is_directive(view: &dyn GraphView, card: &DocumentCard) -> bool {
    const GOING_UP: [&str; 4] = ["báo cáo", "tờ trình", "đề án", "kiến nghị"];
    let by_kind = card.kind.is_some_and(directs);
    if card.kind.is_some_and(|kind| GOING_UP.contains(&kind.name())) {
        return false;
    }
    if card.held {
        by_kind || view.tasks(Some(&card.id)).iter().any(|t| !t.task.generic)
    } else {
        by_kind && taken_up(view, card)
    }
}

/// Whether one only cited is a directive and no mere legal basis: somebody carries it out, urges it or reports on it.
fn taken_up(view: &dyn GraphView, card: &DocumentCard) -> bool {
    view.incoming(&card.id).iter().any(|hop| {
        follows_up(hop.relation) || matches!(hop.relation, RelationKind::Urges | RelationKind::Conveys)
    })
}

/// Its own subject, else the first words that name it.
fn words_of(view: &dyn GraphView, id: &str) -> Vec<Evidence> {
    let own = view.particulars(id).into_iter().find_map(|copy| {
        let span = copy.subject.as_ref()?.span;
        Some(copy.evidence(span, None))
    });
    own.or_else(|| view.incoming(id).into_iter().flat_map(|hop| hop.evidence).next()).into_iter().collect()
}

/// Those a document binds of which no issued document held takes it up. Sets of bodies are told as such, with the
/// documents that may be of members.
pub(super) fn not_followed_up(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let own = view.card(id).and_then(|card| card.issuer);
    let taken: Vec<DocumentCard> =
        walk(view, id, Way::In, follows_up).into_iter().filter_map(|r: Reached| view.card(&r.id)).collect();
    let parties = bound(view, id, own.as_deref());
    let named: BTreeSet<&str> = taken
        .iter()
        .filter(|card| parties.iter().any(|party| !party.is_set() && party.issued(card)))
        .map(|card| card.id.as_str())
        .collect();
    parties.iter().filter_map(|party| state(party, &taken, &named)).collect()
}

/// How a party stands; None when it has followed up with an issued document that is here.
fn state(party: &Bound, taken: &[DocumentCard], named: &BTreeSet<&str>) -> Option<AnswerItem> {
    let theirs: Vec<&DocumentCard> = if party.is_set() {
        taken.iter().filter(|card| !named.contains(card.id.as_str()) && party.may_hold(card)).collect()
    } else {
        taken.iter().filter(|card| party.issued(card)).collect()
    };
    let state = match theirs
        .iter()
        .map(|card| (card.held, card.status))
        .max_by_key(|(held, status)| (*held, *status != Status::Draft))
    {
        _ if party.is_set() => "set",
        Some((true, Status::Draft)) => "only_draft",
        Some((true, _)) => return None,
        Some((false, _)) => "only_cited",
        None => "not_in_corpus",
    };
    let cells = [
        ("party", party.name.clone()),
        ("role", party.role.to_owned()),
        ("state", state.to_owned()),
        ("known", listed(theirs.iter().map(|card| card.id.clone()))),
    ];
    Some(row(cells, vec![party.evidence.clone()]))
}
