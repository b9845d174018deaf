//! Chuỗi văn bản: from a document up to the roots it carries out and down to the leaves that carry it out.

use std::collections::{BTreeMap, BTreeSet};

use super::row::{date_of, row};
use super::walk::{Way, is_vague, walk};
use crate::graph::calendar::{first, last};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, DocumentCard, Hop, PartialDate, RelationKind};

/// The relations that hand a duty down.
fn hands_down(relation: RelationKind) -> bool {
    matches!(relation, RelationKind::Implements | RelationKind::Guides | RelationKind::Promulgates)
}

/// The chain from its roots to its leaves: farthest above first, the document itself, farthest below last; on one
/// level from the centre downwards.
pub(super) fn chain(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let mut levels = Vec::new();
    for (way, sign) in [(Way::Out, -1), (Way::In, 1)] {
        for reached in walk(view, id, way, hands_down) {
            let level = i64::try_from(reached.depth).unwrap_or(i64::MAX) * sign;
            levels.push((level, reached.id, reached.path));
        }
    }
    if levels.is_empty() {
        return Vec::new();
    }
    levels.push((0, id.to_owned(), Vec::new()));
    let mut found: Vec<_> =
        levels.into_iter().filter_map(|(level, id, path)| Some((level, view.card(&id)?, path))).collect();
    found.sort_by(|a, b| (a.0, a.1.tier, &a.1.id).cmp(&(b.0, b.1.tier, &b.1.id)));
    let item = |(level, document, path): (i64, _, _)| AnswerItem::Document {
        document,
        depth: usize::try_from(level.unsigned_abs()).unwrap_or(usize::MAX),
        path,
    };
    found.into_iter().map(item).collect()
}

/// Days between each document of the chain and those that carry it out, from the roots down. Where a day is left
/// blank the least and the most days are told: `0..16`.
pub(super) fn days(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let mut steps: BTreeMap<(String, String), Hop> = BTreeMap::new();
    let mut members = BTreeSet::from([id.to_owned()]);
    for way in [Way::Out, Way::In] {
        for reached in walk(view, id, way, hands_down) {
            members.insert(reached.id);
            for hop in reached.path {
                steps.entry((hop.to.clone(), hop.from.clone())).or_insert(hop);
            }
        }
    }
    // A walk takes the shortest way to each; what else its members do to one another counts too.
    for member in members.iter().filter(|id| !is_vague(view, id)) {
        for hop in view.outgoing(member).into_iter().filter(|hop| hands_down(hop.relation)) {
            if members.contains(&hop.to) && !is_vague(view, &hop.to) {
                steps.entry((hop.to.clone(), hop.from.clone())).or_insert(hop);
            }
        }
    }
    let mut rows: Vec<(DocumentCard, DocumentCard, Hop)> = steps
        .into_iter()
        .filter_map(|((above, below), hop)| Some((view.card(&above)?, view.card(&below)?, hop)))
        .collect();
    let place = |card: &DocumentCard| (card.date.is_none(), card.date, card.tier, card.id.clone());
    rows.sort_by_cached_key(|(above, below, _)| (place(above), place(below)));
    let item = |(above, below, hop): (DocumentCard, DocumentCard, Hop)| {
        let cells = [
            ("above", above.id.clone()),
            ("above_date", date_of(&above)),
            ("below", below.id.clone()),
            ("below_date", date_of(&below)),
            ("days", above.date.zip(below.date).and_then(|(a, b)| gap(a, b)).unwrap_or_default()),
        ];
        row(cells, hop.evidence.into_iter().take(1).collect())
    };
    rows.into_iter().map(item).collect()
}

/// The days from one date to another, or the least and the most; a document does not follow before it can.
fn gap(from: PartialDate, to: PartialDate) -> Option<String> {
    let between = |a: PartialDate, b: PartialDate| Some((b.civil()? - a.civil()?).get_days());
    let (least, most) = (between(last(from), first(to))?, between(first(from), last(to))?);
    Some(if least == most { most.to_string() } else { format!("{}..{most}", least.max(0).min(most)) })
}
