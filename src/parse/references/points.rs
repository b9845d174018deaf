//! Points: the places of a text where a document is named, by number, by name or by a short form, as the flow of a
//! sentence needs them.

use crate::model::{
    Citation, Coreference, CoreferenceTarget, DocumentKind, PartialDate, Reference, RelationKind,
};
use crate::text::Span;

use super::quoted::is_quoted;

/// One place where a document is named.
#[derive(Debug, Clone)]
pub(super) struct Point {
    /// Mention and the provision beside it.
    pub span: Span,
    /// Which document.
    pub target: CoreferenceTarget,
    /// Index in `citations`; None for a coreference.
    pub citation: Option<usize>,
    /// Its kind.
    pub kind: Option<DocumentKind>,
    /// Its date, or the year in its number.
    pub date: Option<PartialDate>,
    /// Whether an issuer is printed here.
    pub signed: bool,
    /// Whether it stands in a quoted provision.
    pub quoted: bool,
}

impl Point {
    /// This document itself.
    pub fn is_own(&self) -> bool {
        self.target == CoreferenceTarget::ITSELF
    }

    /// Whether both are of one kind, or both laws.
    pub fn is_of_kind(&self, other: &Self) -> bool {
        const LAWS: [&str; 3] = ["luật", "bộ luật", "pháp lệnh"];
        self.kind.is_some() && self.kind == other.kind || self.is_named(&LAWS) && other.is_named(&LAWS)
    }

    /// Whether it is a rule for everybody: luật, nghị định, thông tư.
    pub fn is_law(&self) -> bool {
        self.kind.is_some_and(|kind| rank(kind).is_some())
    }

    /// Whether its kind is one of these.
    pub fn is_named(&self, kinds: &[&str]) -> bool {
        self.kind.is_some_and(|kind| kinds.contains(&kind.name()))
    }
}

/// Citations and coreferences as points, in reading order, none inside another.
pub(super) fn points(
    citations: &[Citation],
    coreferences: &[Coreference],
    references: &[Reference],
    quotations: &[Span],
) -> Vec<Point> {
    let make = |span: Span, pinpoint: Option<Span>, target: CoreferenceTarget, citation, signed| {
        let of = match target {
            CoreferenceTarget::Reference(at) => references.get(at),
            CoreferenceTarget::Own(_) => None,
        };
        Point {
            span: pinpoint.map_or(span, |pinpoint| span.hull(pinpoint)),
            target,
            citation,
            kind: of.and_then(|r| r.kind),
            date: of.and_then(|r| r.date.or(r.year.map(PartialDate::year))),
            signed,
            quoted: is_quoted(quotations, span.start),
        }
    };
    let cited = citations.iter().enumerate().filter_map(|(at, c)| {
        let target = CoreferenceTarget::Reference(c.reference?);
        let pinpoint = c.pinpoint.as_ref().map(|p| p.span);
        Some(make(c.span, pinpoint, target, Some(at), c.parts.issuer.is_some()))
    });
    let meant = coreferences.iter().filter_map(|c| Some(make(c.span, None, c.reference?, None, false)));
    let mut points: Vec<Point> = cited.chain(meant).collect();
    points.sort_by_key(|point| (point.span.start, std::cmp::Reverse(point.span.end)));
    let mut end = 0;
    points.retain(|point| {
        let apart = point.span.start >= end;
        end = end.max(point.span.end);
        apart
    });
    points
}

/// Whether one document can do this to another: no document acts on a later one, guides one below it, or on itself.
pub(super) fn may_act_on(from: &Point, relation: RelationKind, to: &Point) -> bool {
    if from.target == to.target {
        return false;
    }
    let in_time = match (from.date, to.date) {
        (Some(a), Some(b)) if a.is_whole() && b.is_whole() => a >= b,
        (Some(a), Some(b)) => a.year >= b.year || a.year.is_none() || b.year.is_none(),
        _ => true,
    };
    let downward = match (from.kind.and_then(rank), to.kind.and_then(rank)) {
        (Some(from), Some(to)) => from > to,
        _ => true,
    };
    in_time && (relation != RelationKind::Guides || downward)
}

/// Place in the order of legal force, the highest first (Luật 64/2025/QH15, Điều 4); None outside it.
fn rank(kind: DocumentKind) -> Option<u8> {
    Some(match kind.name() {
        "hiến pháp" => 0,
        "luật" | "bộ luật" => 1,
        "pháp lệnh" => 2,
        "nghị định" => 4,
        "thông tư" | "thông tư liên tịch" => 6,
        _ => return None,
    })
}
