//! The legal and directing bases that two documents have in common.

use super::row::{date_of, held, row};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Hop, RelationKind};

/// The relations by which a document rests on another: `Căn cứ`, and `Thực hiện` in the recitals of plans and letters.
fn rests_on(relation: RelationKind) -> bool {
    matches!(relation, RelationKind::BasedOn | RelationKind::Implements)
}

/// Căn cứ that both documents name, with what each says of it.
pub(super) fn shared_bases(view: &dyn GraphView, id: &str, other: &str) -> Vec<AnswerItem> {
    let bases = |id: &str| -> Vec<Hop> {
        let mut hops: Vec<Hop> = view.outgoing(id).into_iter().filter(|hop| rests_on(hop.relation)).collect();
        hops.sort_by(|a, b| (&a.to, a.relation).cmp(&(&b.to, b.relation)));
        hops.dedup_by(|a, b| a.to == b.to);
        hops
    };
    let theirs = bases(other);
    let both = bases(id).into_iter().filter_map(|one| {
        let same = theirs.iter().find(|hop| hop.to == one.to)?;
        Some((view.card(&one.to)?, one, same))
    });
    both.map(|(card, one, same)| {
        let cells = [
            ("basis", card.id.clone()),
            ("date", date_of(&card)),
            ("held", held(&card)),
            ("first", one.relation.as_str().to_owned()),
            ("second", same.relation.as_str().to_owned()),
        ];
        let words = [&one, same].into_iter().filter_map(|hop| hop.evidence.first().cloned());
        row(cells, words.collect())
    })
    .collect()
}
