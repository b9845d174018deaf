//! What only the documents together show: conflicts of dates and authors, numbers given twice, the wrong order of
//! time or of rank, first mentions that leave something out.

mod citations;
mod conflicts;
mod order;

use super::view::GraphView;
use crate::model::{Diagnostic, Evidence, RelationKind, Severity};

pub(super) use citations::incomplete;
pub(super) use order::{cited_after_issue, directs};

/// A diagnostic of the graph and the documents it concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Id of the document it is about.
    pub document: String,
    /// The diagnostic; its span is None, the places are in `evidence`.
    pub diagnostic: Diagnostic,
    /// Ids of the other documents that say so.
    pub others: Vec<String>,
    /// The sentences that show it; empty where the texts are not at hand.
    pub evidence: Vec<Evidence>,
}

/// Diagnostics of the documents together, sorted by document and code.
pub fn findings(view: &dyn GraphView) -> Vec<Finding> {
    let ids = view.documents();
    let mut found: Vec<Finding> = Vec::new();
    for id in &ids {
        found.extend(conflicts::of_document(view, id));
        found.extend(cited_after_issue(view, id));
        found.extend(order::based_on_subordinate(view, id));
        found.extend(citations::first_mentions(view, id));
    }
    found.extend(conflicts::serials_given_twice(view, &ids));
    found.extend(order::cycle(view, &ids));
    found.sort_by(|a, b| {
        (&a.document, &a.diagnostic.code, &a.others).cmp(&(&b.document, &b.diagnostic.code, &b.others))
    });
    found
}

fn finding(document: &str, diagnostic: Diagnostic, others: Vec<String>, evidence: Vec<Evidence>) -> Finding {
    Finding { document: document.to_owned(), diagnostic, others, evidence }
}

fn diagnostic(code: &str, severity: Severity, message: String) -> Diagnostic {
    Diagnostic { code: code.to_owned(), severity, message, span: None, help: None }
}

/// What people call a document in a message: its code, else its id.
fn called(view: &dyn GraphView, id: &str) -> String {
    view.card(id).and_then(|card| card.code).unwrap_or_else(|| id.to_owned())
}

/// Where some documents speak of one, one sentence each.
fn said_by(view: &dyn GraphView, id: &str, sayers: &[String]) -> Vec<Evidence> {
    let said: Vec<Evidence> = view.incoming(id).into_iter().flat_map(|hop| hop.evidence).collect();
    let one = |by: &String| said.iter().find(|e| e.document == *by).cloned();
    sayers.iter().filter_map(one).collect()
}

/// Where a document acts on another or names it, its own words.
fn spoken_of(view: &dyn GraphView, id: &str, other: &str, relations: &[RelationKind]) -> Vec<Evidence> {
    let hops = view.outgoing(id).into_iter().filter(|hop| hop.to == other);
    let wanted = hops.filter(|hop| relations.is_empty() || relations.contains(&hop.relation));
    wanted.flat_map(|hop| hop.evidence).take(1).collect()
}
