//! Everything known of one document, held or only cited.

use super::duties::{by_id, deadline_item, task_item};
use crate::graph::view::GraphView;
use crate::model::AnswerItem;

/// The document, what it does to others, what others do to it, its tasks and time limits.
pub(super) fn show(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let Some(document) = view.card(id) else { return Vec::new() };
    let mut answers = vec![AnswerItem::Document { document, depth: 0, path: Vec::new() }];
    let out = view.outgoing(id).into_iter().map(|hop| (hop.to.clone(), hop));
    let back = view.incoming(id).into_iter().map(|hop| (hop.from.clone(), hop));
    answers.extend(out.chain(back).filter_map(|(other, hop)| {
        Some(AnswerItem::Document { document: view.card(&other)?, depth: 1, path: vec![hop] })
    }));
    let tasks = view.tasks(Some(id));
    answers.extend(tasks.iter().filter_map(|entry| task_item(view, entry, &[])));
    let by_id = by_id(&tasks);
    answers.extend(
        view.deadlines(Some(id)).iter().filter_map(|entry| deadline_item(view, entry, &by_id, Vec::new())),
    );
    answers
}
