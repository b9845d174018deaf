//! Whether directives are carried out: by any document held, and by those they were sent to.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// Directives of superiors that nothing held implements.
pub(super) fn unimplemented(_view: &dyn GraphView) -> Vec<AnswerItem> {
    Vec::new()
}

/// Addressees of a document of which no document held carries it out.
pub(super) fn not_followed_up(_view: &dyn GraphView, _id: &str) -> Vec<AnswerItem> {
    Vec::new()
}
