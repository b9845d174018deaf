//! Cited documents that others amend, replace or repeal.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// For one document or all: what it cites that was changed, by what, and whether before it was issued.
pub(super) fn superseded(_view: &dyn GraphView, _id: Option<&str>) -> Vec<AnswerItem> {
    Vec::new()
}
