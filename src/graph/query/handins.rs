//! What is to be handed in: reports that come round, and a reply, a plan or a report that a document asks for.

use super::Asker;
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Filters};

/// Báo cáo định kỳ: tasks with a recurrence and something to hand in, in order of time.
pub(super) fn recurring(_view: &dyn GraphView, _filters: &Filters, _asker: &Asker) -> Vec<AnswerItem> {
    Vec::new()
}

/// Tasks that ask for something to be handed in: kind, to whom, by when.
pub(super) fn required(_view: &dyn GraphView, _filters: &Filters, _asker: &Asker) -> Vec<AnswerItem> {
    Vec::new()
}
