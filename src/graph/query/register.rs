//! Sổ văn bản: which documents of each group there are, and how many.

use std::collections::BTreeMap;

use super::row::{listed, row};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, DocumentCard};
use crate::registry::body;
use crate::resolve::Key;
use crate::syntax::Grouping;

/// Held documents by month, kind or issuer, in the order of the groups; what is not known comes last.
pub(super) fn register(view: &dyn GraphView, by: Grouping) -> Vec<AnswerItem> {
    let mut groups: BTreeMap<(bool, String), Vec<DocumentCard>> = BTreeMap::new();
    for card in view.documents().iter().filter_map(|id| view.card(id)).filter(|card| card.held) {
        let group = group(&card, by);
        groups.entry((group.is_none(), group.unwrap_or_default())).or_default().push(card);
    }
    let name = match by {
        Grouping::Month => "month",
        Grouping::Kind => "kind",
        Grouping::Issuer => "issuer",
    };
    let item = |((_, mut group), mut cards): ((bool, String), Vec<DocumentCard>)| {
        cards.sort_by(|a, b| (a.date, &a.id).cmp(&(b.date, &b.id)));
        let count = cards.len().to_string();
        // Bodies of which only the letterhead is known go by it.
        if by == Grouping::Issuer && group.strip_prefix("vn/").is_some_and(|id| body(id).is_none()) {
            group = cards.iter().find_map(|card| card.issuer.clone()).unwrap_or(group);
        }
        row(
            [(name, group), ("count", count), ("documents", listed(cards.into_iter().map(|c| c.id)))],
            Vec::new(),
        )
    };
    groups.into_iter().map(item).collect()
}

fn group(card: &DocumentCard, by: Grouping) -> Option<String> {
    match by {
        Grouping::Month => {
            let date = card.date?;
            Some(format!("{:04}-{:02}", date.year?, date.month.known()?))
        }
        Grouping::Kind => card.kind.map(|kind| kind.name().to_owned()),
        Grouping::Issuer => {
            let body = Key::of_id(&card.id).and_then(|key| key.issuer).map(|body| format!("vn/{body}"));
            body.or_else(|| card.issuer.clone())
        }
    }
}
