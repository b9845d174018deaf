//! The clauses of a sentence that stand open, one in another: what later documents of the sentence may join.

use super::End;
use crate::model::RelationKind;
use crate::text::Span;

/// So many at most. Offices nest four or five; what goes on and on costs no more than its length.
const DEEPEST: usize = 16;

/// A clause that later documents of the sentence may join.
pub(super) struct Clause {
    pub relation: RelationKind,
    /// Those who act.
    pub actors: Vec<End>,
    /// Those acted on.
    pub acted: Vec<End>,
    /// `được sửa đổi bởi B, C`: those who join become actors.
    pub passive: bool,
    pub cue: Option<Span>,
    pub weight: u8,
    /// Brackets open where it began; it ends with them.
    pub depth: usize,
}

/// A clause within those that stand open. The outermost, the act of this document, is never given up.
pub(super) fn nest(open: &mut Vec<Clause>, clause: Clause) {
    if open.len() == DEEPEST {
        open.remove(1);
    }
    open.push(clause);
}
