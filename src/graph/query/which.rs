//! Every document a name can mean, and what tells them apart.

use std::collections::BTreeSet;

use super::row::{date_of, held, listed, row};
use crate::graph::lookup::bearers;
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, DocumentCard, Evidence};

/// Every document that bears the name, held ones first, with those that cite it; then mentions that may be any of
/// several, with those they may be.
pub(super) fn which(view: &dyn GraphView, name: &str) -> Vec<AnswerItem> {
    let mut cards: Vec<(bool, DocumentCard)> =
        bearers(view, name).into_iter().map(|card| (!view.candidates(&card.id).is_empty(), card)).collect();
    cards.sort_by(|(a, one), (b, other)| (a, !one.held, &one.id).cmp(&(b, !other.held, &other.id)));
    cards.into_iter().map(|(open, card)| item(view, &card, open)).collect()
}

fn item(view: &dyn GraphView, card: &DocumentCard, open: bool) -> AnswerItem {
    let said: Vec<Evidence> = view.incoming(&card.id).into_iter().flat_map(|hop| hop.evidence).collect();
    let by: BTreeSet<String> = said.iter().map(|e| e.document.clone()).collect();
    let own = view.particulars(&card.id).into_iter().find_map(|copy| {
        let span = copy.subject.as_ref()?.span;
        Some(copy.evidence(span, None))
    });
    let evidence: Vec<Evidence> = own.or_else(|| said.first().cloned()).into_iter().collect();
    if open {
        let cells = [
            ("mention", card.id.clone()),
            ("cited_by", listed(by)),
            ("may_be", listed(view.candidates(&card.id))),
        ];
        return row(cells, evidence);
    }
    let cells = [
        ("document", card.id.clone()),
        ("issuer", card.issuer.clone().unwrap_or_default()),
        ("date", date_of(card)),
        ("held", held(card)),
        ("cited_by", listed(by)),
    ];
    row(cells, evidence)
}
