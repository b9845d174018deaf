//! Roles: what this document does to each one it cites, from the statements that have it as actor.

use super::flow::{End, Statement};
use super::points::Point;
use crate::model::{Citation, CoreferenceTarget, Quote, Reference, RelationKind};
use crate::text::Source;

/// Writes roles into `references` and the words that tell them into `citations`.
pub(super) fn assign(
    source: &Source,
    statements: &[Statement],
    points: &[Point],
    citations: &mut [Citation],
    references: &mut [Reference],
) {
    let mut weights: Vec<Vec<(RelationKind, u8)>> = vec![Vec::new(); references.len()];
    for statement in statements {
        let (End::Own, End::Point(to)) = (statement.from, statement.to) else { continue };
        let point = &points[to];
        let CoreferenceTarget::Reference(at) = point.target else { continue };
        match weights[at].iter_mut().find(|(relation, _)| *relation == statement.relation) {
            Some((_, weight)) => *weight = (*weight).max(statement.weight),
            None => weights[at].push((statement.relation, statement.weight)),
        }
        if let (Some(cue), Some(citation)) = (statement.cue, point.citation) {
            citations[citation].cue = Some(Quote { text: source.quote(cue), span: cue });
        }
    }
    for (reference, mut roles) in references.iter_mut().zip(weights) {
        roles.retain(|(relation, _)| *relation != RelationKind::Cites);
        roles.sort_by_key(|&(relation, weight)| {
            (std::cmp::Reverse(standing(relation, weight)), relation.rank())
        });
        reference.roles = roles.into_iter().map(|(relation, _)| relation).collect();
        if reference.roles.is_empty() {
            reference.roles.push(RelationKind::Cites);
        }
        reference.role = reference.roles.first().copied();
    }
}

/// How much a role tells: what changes another document or answers it comes before what it rests on, and words at the
/// head of a sentence before words in the middle of one.
const fn standing(relation: RelationKind, weight: u8) -> u8 {
    let class = match relation {
        RelationKind::Replaces
        | RelationKind::Repeals
        | RelationKind::Annuls
        | RelationKind::Withdraws
        | RelationKind::Suspends
        | RelationKind::Amends
        | RelationKind::Corrects
        | RelationKind::CopyOf => 8,
        RelationKind::RespondsTo | RelationKind::ProposedBy | RelationKind::Follows => 6,
        RelationKind::Cites => 0,
        _ => 2,
    };
    class + weight
}
