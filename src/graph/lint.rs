//! What only the documents together show: conflicts of dates and authors, duplicates, cycles.

use std::collections::{BTreeMap, BTreeSet};

use super::likeness::{Likeness, twins};
use super::view::{Claims, GraphView};
use crate::model::{Diagnostic, HeldSource, RelationKind, Severity};

/// A diagnostic of the graph and the documents it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Id of the document it is about.
    pub document: String,
    /// The diagnostic; its span is None, the evidence is in the documents named.
    pub diagnostic: Diagnostic,
    /// Ids of the other documents that say so.
    pub others: Vec<String>,
}

/// Diagnostics of the documents together, sorted by document and code.
pub fn findings(view: &dyn GraphView) -> Vec<Finding> {
    let ids = view.documents();
    let mut found: Vec<Finding> = ids.iter().flat_map(|id| of_document(view, id)).collect();
    found.extend(cycle(view, &ids));
    found.sort_by(|a, b| {
        (&a.document, &a.diagnostic.code, &a.others).cmp(&(&b.document, &b.diagnostic.code, &b.others))
    });
    found
}

/// Diagnostics of one document beside the others.
fn of_document(view: &dyn GraphView, id: &str) -> Vec<Finding> {
    let Some(claims) = view.claims(id) else { return Vec::new() };
    let mut found = Vec::new();
    found.extend(date_conflict(id, &claims));
    found.extend(author_variant(id, &claims));
    found.extend(several_files(view, id, &claims));
    found.extend(cited_after_issue(view, id));
    found
}

/// A held document that cites one dated later than itself.
fn cited_after_issue(view: &dyn GraphView, id: &str) -> Vec<Finding> {
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
            let message = format!("văn bản ngày {own} viện dẫn văn bản ngày {date}");
            finding(id, "cited-after-issue", Severity::Warning, message, vec![other])
        })
        .collect()
}

/// Documents that carry out one another. Kahn's way: what is left when everything without a predecessor is
/// taken away lies on a cycle or behind one; taking away from both ends leaves the cycles and what joins them.
fn cycle(view: &dyn GraphView, ids: &[String]) -> Option<Finding> {
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for id in ids {
        for hop in view.outgoing(id).into_iter().filter(|hop| hop.relation == RelationKind::Implements) {
            out.entry(hop.to.clone()).or_default();
            out.entry(hop.from).or_default().insert(hop.to);
        }
    }
    loop {
        let targets: BTreeSet<String> = out.values().flatten().cloned().collect();
        let before = out.len();
        out.retain(|id, to| targets.contains(id) && !to.is_empty());
        let left: BTreeSet<String> = out.keys().cloned().collect();
        for to in out.values_mut() {
            to.retain(|id| left.contains(id));
        }
        if out.len() == before {
            break;
        }
    }
    let mut ids = out.into_keys();
    let first = ids.next()?;
    let others: Vec<String> = ids.collect();
    let message = format!("{} văn bản thực hiện lẫn nhau", others.len() + 1);
    Some(finding(&first, "cycle", Severity::Warning, message, others))
}

fn finding(document: &str, code: &str, severity: Severity, message: String, others: Vec<String>) -> Finding {
    let diagnostic = Diagnostic { code: code.to_owned(), severity, message, span: None, help: None };
    Finding { document: document.to_owned(), diagnostic, others }
}

/// Two dates within one period: one document, of which somebody gives the date wrong.
fn date_conflict(id: &str, claims: &Claims) -> Option<Finding> {
    let dates = &claims.dates;
    let conflict = dates.iter().any(|a| dates.iter().any(|b| !a.value.agrees_with(b.value)));
    conflict.then(|| {
        let shown: Vec<String> = dates.iter().map(|d| d.value.to_string()).collect();
        let by: BTreeSet<String> =
            dates.iter().flat_map(|d| d.said_by.clone()).filter(|by| by != id).collect();
        let message = format!("{} ngày khác nhau: {}", dates.len(), shown.join(", "));
        finding(id, "date-conflict", Severity::Warning, message, by.into_iter().collect())
    })
}

/// Two authors of one document: the Chairman for the People's Committee, the Politburo for the Central Committee.
fn author_variant(id: &str, claims: &Claims) -> Option<Finding> {
    let issuers = &claims.issuers;
    (issuers.len() > 1).then(|| {
        let shown: Vec<&str> = issuers.iter().map(|i| i.value.as_str()).collect();
        let by: BTreeSet<String> =
            issuers.iter().flat_map(|i| i.said_by.clone()).filter(|by| by != id).collect();
        let message = format!("ghi {} cơ quan ban hành: {}", issuers.len(), shown.join(", "));
        finding(id, "author-variant", Severity::Note, message, by.into_iter().collect())
    })
}

/// Several files that hold one document, by what their texts are to one another.
fn several_files(view: &dyn GraphView, id: &str, claims: &Claims) -> Vec<Finding> {
    if claims.sources.len() < 2 {
        return Vec::new();
    }
    let name = |source: &HeldSource| source.path.clone().or(source.id.clone()).unwrap_or_default();
    let mut by_likeness: BTreeMap<Likeness, Vec<String>> = BTreeMap::new();
    let mut first = String::new();
    for pair in twins(view, id) {
        first = name(&pair.first.source);
        by_likeness.entry(pair.likeness).or_default().push(name(&pair.other.source));
    }
    let told = by_likeness.into_iter().map(|(likeness, files)| {
        let (code, severity, what) = match likeness {
            Likeness::Duplicate => ("duplicate", Severity::Note, "cùng một nội dung"),
            Likeness::Unknown => ("duplicate", Severity::Note, "cùng một văn bản"),
            Likeness::Copy => ("copy", Severity::Note, "bản sao"),
            Likeness::Version => ("version", Severity::Warning, "nội dung khác một phần"),
            Likeness::Unlike => ("unlike", Severity::Warning, "nội dung khác hẳn"),
        };
        let message = format!("{} tệp, {what}: {first}, {}", files.len() + 1, files.join(", "));
        finding(id, code, severity, message, Vec::new())
    });
    told.collect()
}
