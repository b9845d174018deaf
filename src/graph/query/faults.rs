//! What is wrong: citations that do not agree or lack what a first mention must have, and findings between documents.

use std::collections::BTreeSet;

use super::row::{date_of, listed, row};
use crate::graph::lint::{Finding, cited_after_issue, findings, incomplete};
use crate::graph::view::{GraphView, Particulars};
use crate::model::{AnswerItem, Evidence, PartialDate};
use crate::resolve::node_id;

/// Codes of diagnostics of a document that concern what it cites.
const OF_CITATIONS: [&str; 4] = ["kind-conflict", "issuer-conflict", "date-conflict", "cited-after-issue"];

/// Wrong or incomplete citations of one document or all: a kind that its symbol denies, a day others give otherwise,
/// a day later than its own, no day or issuer at first mention.
pub(super) fn faulty_citations(view: &dyn GraphView, id: Option<&str>) -> Vec<AnswerItem> {
    let ids = id.map_or_else(|| view.documents(), |id| vec![id.to_owned()]);
    ids.iter().flat_map(|id| of_document(view, id)).collect()
}

/// A fault: what is cited, the code, what is wrong about it, the sentence.
type Fault = (String, String, String, Option<Evidence>);

fn of_document(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let mut faults: Vec<Fault> = Vec::new();
    for held in view.particulars(id).into_iter().take(1) {
        faults.extend(told(view, &held));
        faults.extend(other_dates(view, &held));
    }
    for Finding { others, evidence, .. } in cited_after_issue(view, id) {
        let cited = others.into_iter().next().unwrap_or_default();
        let detail = days(view, &cited, id);
        faults.push((cited, "cited-after-issue".to_owned(), detail, evidence.into_iter().next()));
    }
    for (cited, missing, evidence) in incomplete(view, id) {
        let detail = listed(missing.into_iter().map(|m| m.as_str().to_owned()));
        faults.push((cited, "incomplete-citation".to_owned(), detail, Some(evidence)));
    }
    let mut seen = BTreeSet::new();
    faults.retain(|(cited, code, ..)| cited.is_empty() || seen.insert((cited.clone(), code.clone())));
    faults.sort_by_key(|(.., evidence)| evidence.as_ref().map(|e| e.span));
    let item = |(cited, fault, detail, evidence): Fault| {
        let cells = [("document", id.to_owned()), ("cited", cited), ("fault", fault), ("detail", detail)];
        row(cells, evidence.into_iter().collect())
    };
    faults.into_iter().map(item).collect()
}

/// What reading the document alone told of its citations.
fn told(view: &dyn GraphView, held: &Particulars) -> Vec<Fault> {
    let of_citations = held.diagnostics.iter().filter(|d| OF_CITATIONS.contains(&d.code.as_str()));
    of_citations
        .map(|diagnostic| {
            let at = diagnostic.span.and_then(|span| held.mentions.iter().position(|m| m.overlaps(span)));
            let named = held
                .references
                .iter()
                .position(|r| !r.label().is_empty() && diagnostic.message.contains(r.label()));
            let cited = named.or(at).and_then(|at| held.references.get(at)).map(node_id);
            let evidence = diagnostic.span.map(|span| held.evidence(span, None));
            let cited = cited.unwrap_or_default();
            let detail = match diagnostic.code.as_str() {
                "cited-after-issue" => days(view, &cited, &held.document),
                _ => quoted(&diagnostic.message),
            };
            (cited, diagnostic.code.clone(), detail, evidence)
        })
        .collect()
}

/// The day of the cited document and that of the citing one.
fn days(view: &dyn GraphView, cited: &str, citing: &str) -> String {
    let day = |id: &str| view.card(id).map(|card| date_of(&card)).unwrap_or_default();
    format!("{} > {}", day(cited), day(citing))
}

/// The values a message sets against each other, without its words.
fn quoted(message: &str) -> String {
    let values: Vec<&str> = message.split('`').skip(1).step_by(2).collect();
    if values.is_empty() { message.to_owned() } else { values.join(" ≠ ") }
}

/// Days that disagree with the cited document itself, or, when it is not held, with more of those that cite it.
fn other_dates(view: &dyn GraphView, held: &Particulars) -> Vec<Fault> {
    let mut faults = Vec::new();
    for (reference, &span) in held.references.iter().zip(&held.mentions) {
        let target = node_id(reference);
        let Some(said) = reference.date.filter(|d| d.is_whole() && target != held.document) else { continue };
        let Some(known) = known_date(view, &target, said).filter(|known| !known.agrees_with(said)) else {
            continue;
        };
        let detail = format!("{said} ≠ {known}");
        faults.push((target, "date-conflict".to_owned(), detail, Some(held.evidence(span, None))));
    }
    faults
}

/// The day a document bears; for one only cited the day more say than say `said`.
fn known_date(view: &dyn GraphView, id: &str, said: PartialDate) -> Option<PartialDate> {
    let card = view.card(id)?;
    if card.held {
        return card.date;
    }
    let claims = view.claims(id)?.dates;
    let ours = claims.iter().find(|claim| claim.value == said).map_or(0, |claim| claim.said_by.len());
    let most = claims.iter().max_by_key(|claim| claim.said_by.len())?;
    (most.said_by.len() > ours).then_some(most.value)
}

/// What looks wrong between documents, the gravest first; incomplete mentions are a question of their own.
pub(super) fn sanity(view: &dyn GraphView) -> Vec<AnswerItem> {
    let mut found = findings(view);
    found.retain(|f| f.diagnostic.code != "incomplete-citation");
    found.sort_by_key(|f| std::cmp::Reverse(f.diagnostic.severity));
    let item = |Finding { document, diagnostic, others, evidence }: Finding| {
        let cells = [
            ("document", document),
            ("finding", diagnostic.code),
            ("detail", diagnostic.message),
            ("others", listed(others)),
        ];
        row(cells, evidence)
    };
    found.into_iter().map(item).collect()
}
