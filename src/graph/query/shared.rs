//! What documents have in common.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// Căn cứ that both documents name.
pub(super) fn shared_bases(_view: &dyn GraphView, _id: &str, _other: &str) -> Vec<AnswerItem> {
    Vec::new()
}

/// Documents connected otherwise than by a common legal basis: by relations, addressees, subject.
pub(super) fn related(_view: &dyn GraphView, _id: &str) -> Vec<AnswerItem> {
    Vec::new()
}
