//! Cited documents that others amend, replace or repeal.

use super::row::row;
use crate::graph::calendar::{first, last};
use crate::graph::reach::Way;
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Hop, PartialDate, RelationKind};

/// The relations by which a document changes or ends another.
fn changes(relation: RelationKind) -> bool {
    use RelationKind::{Amends, Annuls, Corrects, Repeals, Replaces, Suspends, Withdraws};
    matches!(relation, Replaces | Repeals | Annuls | Withdraws | Suspends | Amends | Corrects)
}

/// For one document or all held: what it cites that another changed, by what, and whether before it was issued. In order
/// of the citing documents, then of time. What a document changes itself is no fault of its citation.
pub(super) fn superseded(view: &dyn GraphView, id: Option<&str>) -> Vec<AnswerItem> {
    let ids = id.map_or_else(|| view.documents(), |id| vec![id.to_owned()]);
    let mut found: Vec<(String, Option<PartialDate>, AnswerItem)> = Vec::new();
    for id in ids {
        let Some(own) = view.card(&id).filter(|card| card.held) else { continue };
        let mut cited: Vec<Hop> = view.outgoing(&id);
        cited.retain(|hop| hop.evidence.iter().any(|e| e.document == id));
        let changed_here: Vec<String> =
            cited.iter().filter(|hop| changes(hop.relation)).map(|hop| hop.to.clone()).collect();
        cited.retain(|hop| !changed_here.contains(&hop.to));
        cited.dedup_by(|a, b| a.to == b.to);
        let mut seen = Vec::new();
        for citing in cited {
            if seen.contains(&citing.to) {
                continue;
            }
            seen.push(citing.to.clone());
            // Of what cites a law a few change it: the sentences of the others are not read.
            let mut changing = view.neighbours(&citing.to, Way::In);
            changing.retain(|(relation, _)| changes(*relation));
            for change in changing.iter().filter_map(|(relation, by)| view.hop(by, *relation, &citing.to)) {
                let on = view.card(&change.from).and_then(|card| card.date);
                let cells = [
                    ("document", id.clone()),
                    ("cited", citing.to.clone()),
                    ("change", change.relation.reverse_name().to_owned()),
                    ("by", change.from.clone()),
                    ("changed_on", on.map(|d| d.to_string()).unwrap_or_default()),
                    ("order", order(on, own.date).to_owned()),
                ];
                let words = [&change, &citing].into_iter().filter_map(|hop| hop.evidence.first().cloned());
                found.push((id.clone(), on, row(cells, words.collect())));
            }
        }
    }
    found.sort_by(|a, b| (&a.0, a.1.is_none(), a.1).cmp(&(&b.0, b.1.is_none(), b.1)));
    found.into_iter().map(|(.., item)| item).collect()
}

/// Whether the change came before the citing document was issued.
fn order(change: Option<PartialDate>, issue: Option<PartialDate>) -> &'static str {
    let dated = |date: Option<PartialDate>| date.filter(|d| d.year.is_some());
    match dated(change).zip(dated(issue)) {
        Some((change, issue)) if last(change) <= first(issue) => "before_issue",
        Some((change, issue)) if first(change) > last(issue) => "after_issue",
        _ => "not_known",
    }
}
