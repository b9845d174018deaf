//! Chuỗi văn bản: from a document up to the roots it carries out and down to the leaves that carry it out.

use super::walk::{Way, walk};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, RelationKind};

/// The relations that hand a duty down.
fn hands_down(relation: RelationKind) -> bool {
    matches!(relation, RelationKind::Implements | RelationKind::Guides | RelationKind::Promulgates)
}

/// The chain from its roots to its leaves: farthest above first, the document itself, farthest below last; on one
/// level from the centre downwards.
pub(super) fn chain(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let mut levels = Vec::new();
    for (way, sign) in [(Way::Out, -1), (Way::In, 1)] {
        for reached in walk(view, id, way, hands_down) {
            let level = i64::try_from(reached.depth).unwrap_or(i64::MAX) * sign;
            levels.push((level, reached.id, reached.path));
        }
    }
    if levels.is_empty() {
        return Vec::new();
    }
    levels.push((0, id.to_owned(), Vec::new()));
    let mut found: Vec<_> =
        levels.into_iter().filter_map(|(level, id, path)| Some((level, view.card(&id)?, path))).collect();
    found.sort_by(|a, b| (a.0, a.1.tier, &a.1.id).cmp(&(b.0, b.1.tier, &b.1.id)));
    let item = |(level, document, path): (i64, _, _)| AnswerItem::Document {
        document,
        depth: usize::try_from(level.unsigned_abs()).unwrap_or(usize::MAX),
        path,
    };
    found.into_iter().map(item).collect()
}

/// Days between the levels of the chain.
pub(super) fn days(_view: &dyn GraphView, _id: &str) -> Vec<AnswerItem> {
    Vec::new()
}
