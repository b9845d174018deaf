//! What only the documents together show: conflicts of dates and authors, duplicates, cycles.

use std::collections::{BTreeMap, BTreeSet};

use super::Graph;
use super::document_node::DocumentNode;
use super::net::{Link, Node};
use super::view::GraphView;
use crate::model::{Diagnostic, RelationKind, Severity};

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

impl Graph {
    /// Diagnostics of the documents together, sorted by document and code.
    pub fn findings(&self) -> Vec<Finding> {
        let nodes = || {
            self.net.node_weights().filter_map(|node| match node {
                Node::Document(node) => Some(node.as_ref()),
                _ => None,
            })
        };
        let mut found: Vec<Finding> = nodes().flat_map(|node| self.of_document(node)).collect();
        found.extend(self.cycle());
        found.sort_by(|a, b| {
            (&a.document, &a.diagnostic.code, &a.others).cmp(&(&b.document, &b.diagnostic.code, &b.others))
        });
        found
    }

    fn of_document(&self, node: &DocumentNode) -> Vec<Finding> {
        let mut found = Vec::new();
        found.extend(date_conflict(node));
        found.extend(author_variant(node));
        found.extend(duplicate(node));
        found.extend(self.cited_after_issue(node));
        found
    }

    /// A held document that cites one dated later than itself.
    fn cited_after_issue(&self, node: &DocumentNode) -> Vec<Finding> {
        let Some(own) = node.copy().and_then(|copy| copy.said.date).filter(|d| d.is_whole()) else {
            return Vec::new();
        };
        let later = |id: &String| {
            self.card(id)
                .filter(|card| card.held)
                .and_then(|card| card.date)
                .filter(|d| d.is_whole() && *d > own)
        };
        let cited: BTreeSet<String> = self
            .outgoing(&node.id)
            .into_iter()
            .filter(|hop| hop.evidence.iter().any(|e| e.document == node.id))
            .map(|hop| hop.to)
            .collect();
        let found = cited.into_iter().filter_map(|id| later(&id).map(|date| (id, date)));
        found
            .map(|(id, date)| {
                let message = format!("văn bản ngày {own} viện dẫn văn bản ngày {date}");
                finding(&node.id, "cited-after-issue", Severity::Warning, message, vec![id])
            })
            .collect()
    }

    /// Documents that carry out one another. Kahn's way: what is left when everything without a predecessor is
    /// taken away lies on a cycle or behind one; taking away from both ends leaves the cycles and what joins them.
    fn cycle(&self) -> Option<Finding> {
        let mut out: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for edge in self.net.edge_indices() {
            let (Some((a, b)), Some(weight)) = (self.net.edge_endpoints(edge), self.net.edge_weight(edge))
            else {
                continue;
            };
            if weight.link == Link::Acts(RelationKind::Implements) {
                out.entry(self.name_of(a)).or_default().insert(self.name_of(b));
                out.entry(self.name_of(b)).or_default();
            }
        }
        loop {
            let targets: BTreeSet<&str> = out.values().flatten().copied().collect();
            let before = out.len();
            out.retain(|id, to| targets.contains(id) && !to.is_empty());
            let left: BTreeSet<&str> = out.keys().copied().collect();
            for to in out.values_mut() {
                to.retain(|id| left.contains(id));
            }
            if out.len() == before {
                break;
            }
        }
        let mut ids = out.into_keys().map(str::to_owned);
        let first = ids.next()?;
        let others: Vec<String> = ids.collect();
        let message = format!("{} văn bản thực hiện lẫn nhau", others.len() + 1);
        Some(finding(&first, "cycle", Severity::Warning, message, others))
    }
}

fn finding(document: &str, code: &str, severity: Severity, message: String, others: Vec<String>) -> Finding {
    let diagnostic = Diagnostic { code: code.to_owned(), severity, message, span: None, help: None };
    Finding { document: document.to_owned(), diagnostic, others }
}

/// Two dates within one period: one document, of which somebody gives the date wrong.
fn date_conflict(node: &DocumentNode) -> Option<Finding> {
    let dates = node.dates();
    let conflict = dates.iter().any(|a| dates.iter().any(|b| !a.value.agrees_with(b.value)));
    conflict.then(|| {
        let shown: Vec<String> = dates.iter().map(|d| d.value.to_string()).collect();
        let by: BTreeSet<String> =
            dates.iter().flat_map(|d| d.said_by.clone()).filter(|id| *id != node.id).collect();
        let message = format!("{} ngày khác nhau: {}", dates.len(), shown.join(", "));
        finding(&node.id, "date-conflict", Severity::Warning, message, by.into_iter().collect())
    })
}

/// Two authors of one document: the Chairman for the People's Committee, the Politburo for the Central Committee.
fn author_variant(node: &DocumentNode) -> Option<Finding> {
    let issuers = node.issuers();
    (issuers.len() > 1).then(|| {
        let shown: Vec<&str> = issuers.iter().map(|i| i.value.as_str()).collect();
        let by: BTreeSet<String> =
            issuers.iter().flat_map(|i| i.said_by.clone()).filter(|id| *id != node.id).collect();
        let message = format!("ghi {} cơ quan ban hành: {}", issuers.len(), shown.join(", "));
        finding(&node.id, "author-variant", Severity::Note, message, by.into_iter().collect())
    })
}

/// Two files that hold one document with different bytes.
fn duplicate(node: &DocumentNode) -> Option<Finding> {
    let texts: BTreeSet<&str> = node.copies.keys().map(|source| source.sha256.as_str()).collect();
    (node.copies.len() > 1).then(|| {
        let names = node.copies.keys().map(|s| s.path.clone().or(s.id.clone()).unwrap_or_default());
        let same = if texts.len() == 1 { "giống nhau" } else { "khác nhau" };
        let message = format!(
            "{} tệp {same} cùng một văn bản: {}",
            node.copies.len(),
            names.collect::<Vec<_>>().join(", ")
        );
        finding(&node.id, "duplicate", Severity::Note, message, Vec::new())
    })
}
