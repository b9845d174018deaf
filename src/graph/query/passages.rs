//! Passages about something, with their documents and chains.

use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// The passages most about the words, best first.
pub(super) fn passages(_view: &dyn GraphView, _words: &str) -> Vec<AnswerItem> {
    Vec::new()
}
