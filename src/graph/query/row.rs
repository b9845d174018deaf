//! Answers that are rows: cells under names, with the sentences that prove them.

use crate::model::{AnswerItem, Cell, DocumentCard, Evidence};

/// A row of cells in the order of their columns.
pub(super) fn row<const N: usize>(cells: [(&str, String); N], evidence: Vec<Evidence>) -> AnswerItem {
    AnswerItem::Row {
        cells: cells.into_iter().map(|(name, value)| Cell::new(name, value)).collect(),
        evidence,
    }
}

/// The date of a document as it is written in a cell; empty when nobody gives it.
pub(super) fn date_of(card: &DocumentCard) -> String {
    card.date.map(|date| date.to_string()).unwrap_or_default()
}

/// Whether a document is here, as a cell tells it.
pub(super) fn held(card: &DocumentCard) -> String {
    if card.held { "held" } else { "not_held" }.to_owned()
}

/// Several values in one cell.
pub(super) fn listed(values: impl IntoIterator<Item = String>) -> String {
    values.into_iter().collect::<Vec<_>>().join("; ")
}
