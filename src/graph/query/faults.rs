//! What is wrong: citations without parts that a first mention must have, and findings between documents.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// Wrong or incomplete citations of one document or all.
pub(super) fn faulty_citations(_view: &dyn GraphView, _id: Option<&str>) -> Vec<AnswerItem> {
    Vec::new()
}

/// What looks wrong between documents.
pub(super) fn sanity(_view: &dyn GraphView) -> Vec<AnswerItem> {
    Vec::new()
}
