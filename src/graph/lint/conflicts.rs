//! What is said of one document, or under one number, that does not agree.

use std::collections::{BTreeMap, BTreeSet};

use super::{Finding, called, diagnostic, finding, said_by};
use crate::graph::likeness::{Likeness, twins};
use crate::graph::view::{Claims, GraphView, Particulars};
use crate::model::{Evidence, HeldSource, Severity};
use crate::resolve::Key;

/// Conflicts about one document.
pub(super) fn of_document(view: &dyn GraphView, id: &str) -> Vec<Finding> {
    let Some(claims) = view.claims(id) else { return Vec::new() };
    let told = [date_conflict(view, id, &claims), author_variant(view, id, &claims)];
    told.into_iter().flatten().chain(several_files(view, id, &claims)).collect()
}

/// Two dates within one period: one document, of which somebody gives the date wrong.
fn date_conflict(view: &dyn GraphView, id: &str, claims: &Claims) -> Option<Finding> {
    let dates = &claims.dates;
    let conflict = dates.iter().any(|a| dates.iter().any(|b| !a.value.agrees_with(b.value)));
    conflict.then(|| {
        let shown: Vec<String> = dates.iter().map(|d| d.value.to_string()).collect();
        let by: BTreeSet<String> =
            dates.iter().flat_map(|d| d.said_by.clone()).filter(|by| by != id).collect();
        let by = Vec::from_iter(by);
        let message = format!("{} ngày khác nhau: {}", dates.len(), shown.join(", "));
        let evidence = said_by(view, id, &by);
        finding(id, diagnostic("date-conflict", Severity::Warning, message), by, evidence)
    })
}

/// Two authors of one document: the Chairman for the People's Committee, the Politburo for the Central Committee.
fn author_variant(view: &dyn GraphView, id: &str, claims: &Claims) -> Option<Finding> {
    let issuers = &claims.issuers;
    (issuers.len() > 1).then(|| {
        let shown: Vec<&str> = issuers.iter().map(|i| i.value.as_str()).collect();
        let by: BTreeSet<String> =
            issuers.iter().flat_map(|i| i.said_by.clone()).filter(|by| by != id).collect();
        let by = Vec::from_iter(by);
        let message = format!("ghi {} cơ quan ban hành: {}", issuers.len(), shown.join(", "));
        let evidence = said_by(view, id, &by);
        finding(id, diagnostic("author-variant", Severity::Note, message), by, evidence)
    })
}

/// Several files that hold one document, by what their texts are to one another.
fn several_files(view: &dyn GraphView, id: &str, claims: &Claims) -> Vec<Finding> {
    if claims.sources.len() < 2 {
        return Vec::new();
    }
    let name = |source: &HeldSource| source.path.clone().or(source.id.clone()).unwrap_or_default();
    let mut by_likeness: BTreeMap<Likeness, (Vec<String>, Vec<Evidence>)> = BTreeMap::new();
    let mut first = String::new();
    for pair in twins(view, id) {
        first = name(&pair.first.source);
        let (files, evidence) = by_likeness.entry(pair.likeness).or_default();
        files.push(name(&pair.other.source));
        evidence.extend([&pair.first, &pair.other].into_iter().filter_map(subject_of));
    }
    let told = by_likeness.into_iter().map(|(likeness, (files, evidence))| {
        let (code, severity, what) = match likeness {
            Likeness::Duplicate => ("duplicate", Severity::Note, "cùng một nội dung"),
            Likeness::Unknown => ("duplicate", Severity::Note, "cùng một văn bản"),
            Likeness::Copy => ("copy", Severity::Note, "bản sao"),
            Likeness::Version => ("version", Severity::Warning, "nội dung khác một phần"),
            Likeness::Unlike => ("unlike", Severity::Warning, "nội dung khác hẳn"),
        };
        let message = format!("{} tệp, {what}: {first}, {}", files.len() + 1, files.join(", "));
        finding(id, diagnostic(code, severity, message), Vec::new(), evidence)
    });
    told.collect()
}

fn subject_of(held: &Particulars) -> Option<Evidence> {
    held.subject.as_ref().map(|subject| held.evidence(subject.span, None))
}

/// One serial number under two symbols of one series: `2210/SYT-VP` and `2210/SYT-NVY` of one year, because letters
/// of all units of a body are numbered in one register.
pub(super) fn serials_given_twice(view: &dyn GraphView, ids: &[String]) -> Vec<Finding> {
    let mut series: BTreeMap<[String; 4], Vec<&String>> = BTreeMap::new();
    for id in ids {
        if let Some(place) = Key::of_id(id).as_ref().and_then(place_in_series) {
            series.entry(place).or_default().push(id);
        }
    }
    let mut found = Vec::new();
    for ids in series.into_values().filter(|ids| ids.len() > 1) {
        let codes: Vec<String> = ids.iter().map(|id| called(view, id)).collect();
        let held = ids.iter().filter(|id| view.card(id).is_some_and(|card| card.held)).count();
        let severity = if held > 1 { Severity::Warning } else { Severity::Note };
        let told = diagnostic(
            "serial-twice",
            severity,
            format!("cùng một số thứ tự trong một sổ: {}", codes.join(", ")),
        );
        let evidence = ids.iter().filter_map(|id| word_of(view, id)).collect();
        let mut ids = ids.into_iter().cloned();
        let Some(first) = ids.next() else { continue };
        found.push(finding(&first, told, ids.collect(), evidence));
    }
    found
}

/// Issuer, kind, period and serial of a whole key whose number runs by the period alone.
fn place_in_series(key: &Key) -> Option<[String; 4]> {
    let (serial, rest) = key.code.split_once('-')?;
    let numbered = !serial.is_empty() && serial.bytes().all(|b| b.is_ascii_digit());
    let dated = rest.split('-').next().is_some_and(|y| y.len() == 4 && y.bytes().all(|b| b.is_ascii_digit()));
    let place = [key.issuer.clone()?, key.kind.clone()?, key.period.clone()?, serial.to_owned()];
    (numbered && !dated).then_some(place)
}

/// A sentence that shows a document: its own subject, else the first that names it.
fn word_of(view: &dyn GraphView, id: &str) -> Option<Evidence> {
    let own = view.particulars(id).iter().find_map(subject_of);
    own.or_else(|| view.incoming(id).into_iter().flat_map(|hop| hop.evidence).next())
}
