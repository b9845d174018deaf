//! Texts with one identity.

use crate::graph::likeness::{issued_of, twins};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Cell, HeldSource, Status};

/// Documents held in several files, and drafts beside what was issued of them: what the files are to one another, and how
/// alike the texts are.
pub(super) fn duplicates(view: &dyn GraphView) -> Vec<AnswerItem> {
    let mut rows = Vec::new();
    for id in view.documents() {
        let Some(card) = view.card(&id).filter(|card| card.held) else { continue };
        let draft = card.status == Status::Draft;
        let shown = card.code.unwrap_or_else(|| id.clone());
        let issued = draft.then(|| issued_of(view, &id)).into_iter().flatten();
        for pair in twins(view, &id).into_iter().chain(issued) {
            let cells = vec![
                Cell::new("document", &shown),
                Cell::new("likeness", pair.likeness.as_str()),
                Cell::new("alike", pair.alike.map(|share| format!("{share}%")).unwrap_or_default()),
                Cell::new("file", name(&pair.first.source)),
                Cell::new("other_file", name(&pair.other.source)),
            ];
            let [first, other] = pair.beginnings();
            let evidence = vec![pair.first.evidence(first, None), pair.other.evidence(other, None)];
            rows.push(AnswerItem::Row { cells, evidence });
        }
    }
    rows
}

fn name(source: &HeldSource) -> String {
    source.path.clone().or_else(|| source.id.clone()).unwrap_or_default()
}
