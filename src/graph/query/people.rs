//! Who signed, and who gets a copy for what.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// Signers and under what authority; of one document or all.
pub(super) fn signers(_view: &dyn GraphView, _id: Option<&str>) -> Vec<AnswerItem> {
    Vec::new()
}

/// Nơi nhận by purpose.
pub(super) fn recipients(_view: &dyn GraphView, _id: &str) -> Vec<AnswerItem> {
    Vec::new()
}
