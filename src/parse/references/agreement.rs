//! Where the mentions of one document do not agree: a person should look at it.

use super::gather::OwnDocument;
use super::issuers::{body_of_post, spelled_out};
use super::merge::Entry;
use crate::model::{Diagnostic, PartialDate, Reference, Severity};
use crate::syntax::kind_of_symbol;
use crate::text::Span;

/// What the mentions of each document say against one another, or against the date of this document.
pub(super) fn diagnostics(
    entries: &[Entry],
    references: &[Reference],
    own: &OwnDocument<'_>,
) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for (entry, reference) in entries.iter().zip(references) {
        let label = reference.label();
        found.extend(author_variant(entry, label));
        found.extend(date_conflict(entry, label));
        found.extend(kind_conflict(entry, label));
        found.extend(cited_after_issue(entry, label, own.date));
    }
    found.sort_by_key(|diagnostic| diagnostic.span);
    found
}

/// Chủ tịch UBND here, UBND there: one document, whose act it is stays open.
fn author_variant(entry: &Entry, label: &str) -> Option<Diagnostic> {
    let (post, body, span) = entry.issuers.iter().find_map(|(post, span)| {
        let of = body_of_post(post)?;
        let (body, _) = entry.issuers.iter().find(|(body, _)| {
            let body = spelled_out(body);
            body_of_post(&body).is_none() && (of.starts_with(&body) || body.starts_with(&of))
        })?;
        Some((post, body, *span))
    })?;
    Some(Diagnostic {
        code: "author-variant".into(),
        severity: Severity::Warning,
        message: format!("{label} is given as an act of `{post}` and of `{body}`"),
        span: Some(span),
        help: Some("check in the document itself whose act it is; both are kept as one document".into()),
    })
}

fn date_conflict(entry: &Entry, label: &str) -> Option<Diagnostic> {
    let (first, _) = entry.dates.first()?;
    let (other, span) = entry.dates.iter().find(|(date, _)| !date.agrees_with(*first))?;
    Some(Diagnostic {
        code: "date-conflict".into(),
        severity: Severity::Warning,
        message: format!("{label} is dated {first} and {other}"),
        span: Some(*span),
        help: Some("one of the dates is a mistake, or two documents bear this number".into()),
    })
}

fn kind_conflict(entry: &Entry, label: &str) -> Option<Diagnostic> {
    let (first, at) = entry.kinds.first()?;
    let differs = |name: &str| !name.starts_with(first.name()) && !first.name().starts_with(name);
    let Some((other, span)) = entry.kinds.iter().find(|(kind, _)| differs(kind.name())) else {
        return against_symbol(entry, label, *at);
    };
    Some(Diagnostic {
        code: "kind-conflict".into(),
        severity: Severity::Warning,
        message: format!("{label} is called `{first}` and `{other}`"),
        span: Some(*span),
        help: Some("the symbol of the number tells which kind it is".into()),
    })
}

/// `Nghị quyết số 1326/QĐ-UBND`: called what its symbol says it is not. What a decision carries (đề án, quy chế) is often
/// called by the number of the decision.
fn against_symbol(entry: &Entry, label: &str, span: Span) -> Option<Diagnostic> {
    const NUMBERED: [&str; 8] =
        ["nghị quyết", "quyết định", "chỉ thị", "thông báo", "nghị định", "thông tư", "kết luận", "tờ trình"];
    let number = entry.number.as_ref()?;
    let told = kind_of_symbol(number.symbol.as_deref()?, number.style)?;
    let (printed, _) = entry.kinds.first()?;
    let apart = !printed.name().starts_with(told.name()) && !told.name().starts_with(printed.name());
    let numbered = NUMBERED.contains(&printed.name()) && NUMBERED.contains(&told.name());
    (apart && numbered).then(|| Diagnostic {
        code: "kind-conflict".into(),
        severity: Severity::Warning,
        message: format!("{label} is called `{}` and is by its symbol `{}`", printed.name(), told.name()),
        span: Some(span),
        help: Some("the symbol of the number tells which kind it is".into()),
    })
}

fn cited_after_issue(entry: &Entry, label: &str, own: Option<PartialDate>) -> Option<Diagnostic> {
    let own = own.filter(|date| date.is_whole())?;
    let late = |date: &PartialDate| date.is_whole() && *date > own;
    let (date, span): &(PartialDate, Span) = entry.dates.iter().find(|(date, _)| late(date))?;
    Some(Diagnostic {
        code: "cited-after-issue".into(),
        severity: Severity::Warning,
        message: format!("{label} of {date} is cited in a document of {own}"),
        span: Some(*span),
        help: Some("one of the two dates is a mistake".into()),
    })
}
