//! The wrong order: of time (a citation of what came later), of rank (a superior that rests on a subordinate), and
//! circles.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, called, diagnostic, finding, spoken_of};
use crate::graph::reach::Way;
use crate::graph::view::GraphView;
use crate::model::{DocumentCard, DocumentKind, Evidence, Hop, RelationKind, Severity, Tier};
use crate::registry::body;
use crate::resolve::Key;

/// A held document that cites one dated later than itself.
pub(in crate::graph) fn cited_after_issue(view: &dyn GraphView, id: &str) -> Vec<Finding> {
    let own = view.card(id).filter(|card| card.held).and_then(|card| card.date).filter(|d| d.is_whole());
    let Some(own) = own else { return Vec::new() };
    let later = |id: &String| {
        view.card(id).filter(|card| card.held).and_then(|card| card.date).filter(|d| d.is_whole() && *d > own)
    };
    let cited: BTreeSet<String> = view
        .outgoing(id)
        .into_iter()
        .filter(|hop| hop.evidence.iter().any(|e| e.document == id))
        .map(|hop| hop.to)
        .collect();
    let found = cited.into_iter().filter_map(|id| later(&id).map(|date| (id, date)));
    found
        .map(|(other, date)| {
            let message = format!("văn bản ngày {own} viện dẫn {} ngày {date}", called(view, &other));
            let evidence = spoken_of(view, id, &other, &[]);
            finding(id, diagnostic("cited-after-issue", Severity::Warning, message), vec![other], evidence)
        })
        .collect()
}

/// Kinds by which a body directs or decides; a superior does not rest its own on those of a subordinate, while
/// submissions, reports, letters and notices go up as well.
pub(in crate::graph) fn directs(kind: DocumentKind) -> bool {
    const DIRECTING: [&str; 14] = [
        "nghị quyết",
        "quyết định",
        "chỉ thị",
        "kết luận",
        "kế hoạch",
        "kế hoạch hành động",
        "chương trình",
        "chương trình hành động",
        "hướng dẫn",
        "quy định",
        "quy chế",
        "thông tri",
        "công điện",
        "chiến lược",
    ];
    DIRECTING.contains(&kind.name())
}

/// A document that carries out, or has for its basis, a directing document of a body below its own issuer.
pub(super) fn based_on_subordinate(view: &dyn GraphView, id: &str) -> Vec<Finding> {
    let Some(own) = view.card(id).filter(|card| card.held) else { return Vec::new() };
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    for (relation, to) in view.neighbours(id, Way::Out) {
        let rests = matches!(relation, RelationKind::Implements | RelationKind::BasedOn);
        let Some(other) = view.card(&to).filter(|_| rests) else { continue };
        if other.kind.is_some_and(directs) && is_under(&other, &own) && seen.insert(to.clone()) {
            let verb = relation.verb(crate::registry::Lang::Vi);
            let message = format!("văn bản của cấp trên {verb} {} của cấp dưới", called(view, &to));
            let told = diagnostic("based-on-subordinate", Severity::Warning, message);
            let said = view.hop(id, relation, &to).into_iter().flat_map(|hop| hop.evidence).take(1);
            found.push(finding(id, told, vec![to], said.collect()));
        }
    }
    found
}

/// Whether the issuer of `low` is under that of `high`: by the bodies above it, or because one is of the centre and
/// the other of a province or lower.
fn is_under(low: &DocumentCard, high: &DocumentCard) -> bool {
    let issuer = |card: &DocumentCard| Key::of_id(&card.id).and_then(|key| key.issuer);
    let (Some(low_body), Some(high_body)) = (issuer(low), issuer(high)) else { return false };
    let ranked = low.tier.zip(high.tier).is_some_and(|(low, high)| low > high);
    // The Prime Minister and the Government are of one rank.
    if low_body == high_body || !ranked {
        return false;
    }
    let mut above = body(&low_body).and_then(|found| found.parent);
    // No body stands deeper than this.
    for _ in 0..8 {
        match above {
            Some(id) if id == high_body => return true,
            Some(id) => above = body(&id).and_then(|found| found.parent),
            None => break,
        }
    }
    high.tier == Some(Tier::Central)
        && low.tier.is_some_and(|tier| (Tier::Province..=Tier::Commune).contains(&tier))
}

/// Documents that carry out one another. Kahn's way: what is left when everything without a predecessor is
/// taken away lies on a cycle or behind one; taking away from both ends leaves the cycles and what joins them.
pub(super) fn cycle(view: &dyn GraphView, ids: &[String]) -> Option<Finding> {
    let mut out: BTreeMap<String, BTreeMap<String, Hop>> = BTreeMap::new();
    for id in ids {
        for hop in view.outgoing(id).into_iter().filter(|hop| hop.relation == RelationKind::Implements) {
            out.entry(hop.to.clone()).or_default();
            out.entry(hop.from.clone()).or_default().insert(hop.to.clone(), hop);
        }
    }
    loop {
        let targets: BTreeSet<String> = out.values().flat_map(BTreeMap::keys).cloned().collect();
        let before = out.len();
        out.retain(|id, to| targets.contains(id) && !to.is_empty());
        let left: BTreeSet<String> = out.keys().cloned().collect();
        for to in out.values_mut() {
            to.retain(|id, _| left.contains(id));
        }
        if out.len() == before {
            break;
        }
    }
    let evidence: Vec<Evidence> =
        out.values().flat_map(BTreeMap::values).filter_map(|hop| hop.evidence.first().cloned()).collect();
    let mut ids = out.into_keys();
    let first = ids.next()?;
    let others: Vec<String> = ids.collect();
    let message = format!("{} văn bản thực hiện lẫn nhau", others.len() + 1);
    Some(finding(&first, diagnostic("cycle", Severity::Warning, message), others, evidence))
}
