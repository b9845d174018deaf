//! Sổ văn bản: how many documents of each group.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;
use crate::syntax::Grouping;

/// Held documents by month, kind or issuer.
pub(super) fn register(_view: &dyn GraphView, _by: Grouping) -> Vec<AnswerItem> {
    Vec::new()
}
