//! Questions over a graph, wherever it is kept: each is written once, over [`GraphView`].

mod asker;
mod chain;
mod copies;
mod counts;
mod duties;
mod faults;
mod followup;
mod handins;
mod party;
mod passages;
mod people;
mod register;
mod related;
mod row;
mod scope;
mod shared;
mod show;
mod source;
mod superseded;
mod walk;
mod which;

pub use asker::Asker;
pub use party::Party;

pub(crate) use duties::task_card;

use std::collections::BTreeSet;

use super::calendar::{first, last};
use super::lookup::{Lookup, lookup, predecessor_meant};
use super::view::GraphView;
use crate::model::{Answer, AnswerItem, AnswerStatus, DocumentKind, Intent, Interpretation};
use crate::syntax::{DocumentFilter, Grouping, Query, TaskFilter, US};
use crate::text::slug;

/// Answers a question put in Vietnamese or English, accents optional.
///
/// ```
/// # use vanban::{graph::Graph, text::Source};
/// # let plan = Source::from_text("Số: 264/KH-UBND\n\nCà Mau, ngày 15 tháng 5 năm 2026\n\nKẾ HOẠCH\nTriển khai thực hiện Kết luận số 107-KL/TW ngày 24/12/2024 của Bộ Chính trị\n");
/// # let graph = Graph::build([vanban::parse(&plan)]);
/// let answer = vanban::graph::ask(&graph, "van ban nao trien khai ket luan 107-KL/TW");
/// assert_eq!(answer.status, vanban::model::AnswerStatus::Found);
/// ```
pub fn ask(view: &dyn GraphView, question: &str) -> Answer {
    ask_for(view, question, &Asker::default())
}

/// As [`ask`], for somebody, on a day.
pub fn ask_for(view: &dyn GraphView, question: &str, asker: &Asker) -> Answer {
    let mut found = match question.parse::<Query>() {
        Ok(query) => answer_for(view, &query, asker),
        Err(_) => Answer {
            status: AnswerStatus::NotUnderstood,
            suggestions: nearest(question),
            ..Answer::to(Interpretation::default())
        },
    };
    found.question = Some(question.to_owned());
    found
}

/// Every question that is understood, those most like the one asked first.
fn nearest(question: &str) -> Vec<String> {
    let asked = slug(question);
    let mut known: Vec<(f64, &str)> =
        Query::EXAMPLES.iter().map(|known| (strsim::sorensen_dice(&asked, &slug(known)), *known)).collect();
    known.sort_by(|a, b| b.0.total_cmp(&a.0));
    known.into_iter().map(|(_, known)| known.to_owned()).collect()
}

/// Answers a query: the same without any text.
///
/// ```
/// # use vanban::{graph::Graph, text::Source};
/// # let plan = Source::from_text("Số: 264/KH-UBND\n\nCà Mau, ngày 15 tháng 5 năm 2026\n\nKẾ HOẠCH\nTriển khai thực hiện Kết luận số 107-KL/TW ngày 24/12/2024 của Bộ Chính trị\n");
/// # let graph = Graph::build([vanban::parse(&plan)]);
/// use vanban::{graph::answer, syntax::Query};
///
/// let found = answer(&graph, &Query::ImplementedBy("107-KL/TW".to_owned()));
/// assert_eq!(found.answers.len(), 1);
/// ```
pub fn answer(view: &dyn GraphView, query: &Query) -> Answer {
    answer_for(view, query, &Asker::default())
}

/// As [`answer`], for somebody, on a day.
pub fn answer_for(view: &dyn GraphView, query: &Query, asker: &Asker) -> Answer {
    match query {
        Query::ImplementedBy(name) => about(view, Intent::ImplementedBy, name, walk::implemented_by),
        Query::Implements(name) => about(view, Intent::Implements, name, walk::implements),
        Query::CitedBy(name) => about(view, Intent::CitedBy, name, walk::cited_by),
        Query::Cites(name) => about(view, Intent::Cites, name, walk::cites),
        Query::Chain(name) => about(view, Intent::Chain, name, chain::chain),
        Query::ChainDays(name) => about(view, Intent::ChainDays, name, chain::days),
        Query::Show(name) => about(view, Intent::Show, name, show::show),
        Query::Which(name) => which(view, name),
        Query::Tasks(filter) => filtered(view, Intent::Tasks, filter, asker),
        Query::Deadlines(filter) => filtered(view, Intent::Deadlines, filter, asker),
        Query::Recurring(filter) => filtered(view, Intent::Recurring, filter, asker),
        Query::Required(filter) => filtered(view, Intent::Required, filter, asker),
        Query::TaskSource(words) => plain(Intent::TaskSource, source::task_source(view, words)),
        Query::Unimplemented => plain(Intent::Unimplemented, followup::unimplemented(view)),
        Query::NotFollowedUp(name) => about(view, Intent::NotFollowedUp, name, followup::not_followed_up),
        Query::Superseded(name) => perhaps(view, Intent::Superseded, name.as_deref(), superseded::superseded),
        Query::FaultyCitations(name) => {
            perhaps(view, Intent::FaultyCitations, name.as_deref(), faults::faulty_citations)
        }
        Query::SharedBases(one, other) => shared_bases(view, one, other),
        Query::Signers(name) => perhaps(view, Intent::Signers, name.as_deref(), people::signers),
        Query::Recipients(name) => about(view, Intent::Recipients, name, people::recipients),
        Query::Duplicates => plain(Intent::Duplicates, copies::duplicates(view)),
        Query::Related(name) => about(view, Intent::Related, name, related::related),
        Query::Register(by) => register(view, *by),
        Query::Sanity => plain(Intent::Sanity, faults::sanity(view)),
        Query::Passages(words) => plain(Intent::Passages, passages::passages(view, words)),
        Query::NotHeld => plain(Intent::NotHeld, counts::not_held(view)),
        Query::Stats => plain(Intent::Stats, counts::stats(view)),
        Query::Among(query, filter) => among(view, answer_for(view, query, asker), filter, asker),
        Query::Count(query) => counted(view, query, asker),
    }
}

fn close(mut answer: Answer, answers: Vec<AnswerItem>) -> Answer {
    answer.status = if answers.is_empty() { AnswerStatus::None } else { AnswerStatus::Found };
    answer.answers = answers;
    answer
}

fn plain(intent: Intent, answers: Vec<AnswerItem>) -> Answer {
    close(Answer::to(Interpretation { intent, ..Interpretation::default() }), answers)
}

/// A question about one document, or about all.
fn perhaps(
    view: &dyn GraphView,
    intent: Intent,
    name: Option<&str>,
    find: fn(&dyn GraphView, Option<&str>) -> Vec<AnswerItem>,
) -> Answer {
    match name {
        None => plain(intent, find(view, None)),
        Some(name) => located(view, intent, name, |id| find(view, Some(id))),
    }
}

/// A question about one document.
fn about(
    view: &dyn GraphView,
    intent: Intent,
    name: &str,
    find: fn(&dyn GraphView, &str) -> Vec<AnswerItem>,
) -> Answer {
    located(view, intent, name, |id| find(view, id))
}

/// A question about the document a name leads to.
fn located(
    view: &dyn GraphView,
    intent: Intent,
    name: &str,
    find: impl FnOnce(&str) -> Vec<AnswerItem>,
) -> Answer {
    let mut answer =
        Answer::to(Interpretation { intent, target: Some(name.to_owned()), ..Interpretation::default() });
    match lookup(view, name) {
        Lookup::Found(id) => {
            let answers = find(&id);
            answer.interpretation.filters.predecessors = predecessor_meant(name, &id).into_iter().collect();
            answer.interpretation.target = Some(id);
            close(answer, answers)
        }
        other => unresolved(answer, other),
    }
}

/// The answer to a name that leads to no single document.
fn unresolved(answer: Answer, lookup: Lookup) -> Answer {
    match lookup {
        Lookup::Found(_) => answer,
        Lookup::Ambiguous(candidates) => Answer { status: AnswerStatus::Ambiguous, candidates, ..answer },
        Lookup::NotFound(suggestions) => Answer { status: AnswerStatus::NotFound, suggestions, ..answer },
    }
}

/// A question about tasks or time limits.
fn filtered(view: &dyn GraphView, intent: Intent, asked: &TaskFilter, asker: &Asker) -> Answer {
    let mut filters = duties::filters(view, asked, asker);
    let mut answer = Answer::to(Interpretation { intent, ..Interpretation::default() });
    if let Some(name) = &asked.document {
        answer.interpretation.target = Some(name.clone());
        match lookup(view, name) {
            Lookup::Found(id) => {
                answer.interpretation.target = Some(id.clone());
                filters.document = Some(id);
            }
            other => return unresolved(answer, other),
        }
    }
    let (answers, undated) = match intent {
        Intent::Deadlines => (duties::deadlines(view, &filters, asker), 0),
        Intent::Recurring => (handins::recurring(view, &filters, asker), 0),
        Intent::Required => (handins::required(view, &filters, asker), 0),
        _ => duties::tasks(view, &filters, asker),
    };
    if let Some(body) = filters.body.as_deref() {
        let before = party::Party::of(body, asker).predecessors().collect();
        filters.predecessors = charged(view, before, &answers);
    }
    if undated > 0
        && let Some(body) = &filters.body
    {
        let body = if body == US { "us" } else { body };
        answer.suggestions.push(format!("tasks for {body}"));
    }
    answer.interpretation.filters = filters;
    close(answer, answers)
}

/// Those of the bodies that have a part in the tasks answered.
fn charged(view: &dyn GraphView, mut bodies: Vec<String>, answers: &[AnswerItem]) -> Vec<String> {
    if bodies.is_empty() {
        return bodies;
    }
    let shown = |item: &AnswerItem| match item {
        AnswerItem::Task { task, .. } | AnswerItem::Deadline { task: Some(task), .. } => {
            Some(task.id.clone())
        }
        _ => None,
    };
    let ids: BTreeSet<String> = answers.iter().filter_map(shown).collect();
    let told_in_rows = answers.iter().any(|item| matches!(item, AnswerItem::Row { .. }));
    bodies.retain(|id| {
        let alone = party::Party::of_id(id);
        let entries = view.tasks_naming(None, &alone);
        let mut answered = entries.iter().filter(|entry| told_in_rows || ids.contains(&entry.task.id));
        answered.any(|entry| alone.duty_in(entry).is_some())
    });
    bodies
}

/// How many answers a question has; where it walks along relations, without reading what proves each.
fn counted(view: &dyn GraphView, query: &Query, asker: &Asker) -> Answer {
    let (intent, name) = match query {
        Query::ImplementedBy(name) => (Intent::ImplementedBy, name),
        Query::Implements(name) => (Intent::Implements, name),
        Query::CitedBy(name) => (Intent::CitedBy, name),
        Query::Cites(name) => (Intent::Cites, name),
        _ => return count(answer_for(view, query, asker)),
    };
    let mut answer = located(view, intent, name, |id| {
        let count = walk::count(view, intent, id).unwrap_or_default();
        vec![AnswerItem::Count { name: "documents".to_owned(), count }]
    });
    answer.interpretation.filters.count = true;
    answer
}

/// The same question with the number of its answers in place of them.
fn count(mut counted: Answer) -> Answer {
    counted.interpretation.filters.count = true;
    if matches!(counted.status, AnswerStatus::Found | AnswerStatus::None) {
        let name = match counted.interpretation.intent {
            Intent::Tasks => "tasks",
            Intent::Deadlines => "deadlines",
            Intent::Passages => "passages",
            _ if matches!(counted.answers.first(), Some(AnswerItem::Row { .. })) => "answers",
            _ => "documents",
        };
        let count =
            counted.answers.iter().filter(|a| !matches!(a, AnswerItem::Document { depth: 0, .. })).count();
        counted.answers = vec![AnswerItem::Count { name: name.to_owned(), count }];
        counted.status = AnswerStatus::Found;
    }
    counted
}

/// Every document that a name can mean: several are an answer here, none is not.
fn which(view: &dyn GraphView, name: &str) -> Answer {
    let interpretation =
        Interpretation { intent: Intent::Which, target: Some(name.to_owned()), ..Interpretation::default() };
    let answer = Answer::to(interpretation);
    match lookup(view, name) {
        found @ Lookup::NotFound(_) => unresolved(answer, found),
        _ => close(answer, which::which(view, name)),
    }
}

/// The legal bases two documents share.
fn shared_bases(view: &dyn GraphView, one: &str, other: &str) -> Answer {
    match lookup(view, other) {
        Lookup::Found(id) => {
            let mut answer =
                located(view, Intent::SharedBases, one, |first| shared::shared_bases(view, first, &id));
            answer.interpretation.filters.other = Some(id);
            answer
        }
        unclear => {
            let interpretation = Interpretation {
                intent: Intent::SharedBases,
                target: Some(other.to_owned()),
                ..Interpretation::default()
            };
            unresolved(Answer::to(interpretation), unclear)
        }
    }
}

/// Sổ văn bản.
fn register(view: &dyn GraphView, by: Grouping) -> Answer {
    let mut answer = plain(Intent::Register, register::register(view, by));
    let name = match by {
        Grouping::Month => "month",
        Grouping::Kind => "kind",
        Grouping::Issuer => "issuer",
    };
    answer.interpretation.filters.by = Some(name.to_owned());
    answer
}

/// The same answer with only the documents asked for; what is no document stays.
fn among(view: &dyn GraphView, mut answer: Answer, filter: &DocumentFilter, asker: &Asker) -> Answer {
    let since = filter.since.map(|d| duties::dated(view, d));
    let until = filter.until.map(|d| duties::dated(view, d));
    let asked = filter.issuer.as_deref().map(|issuer| party::Party::of(issuer, asker));
    answer.answers.retain(|item| {
        let AnswerItem::Document { document, depth, .. } = item else { return true };
        let on = document.date.filter(|d| d.year.is_some());
        *depth == 0
            || (filter.tier.is_none_or(|tier| document.tier == Some(tier))
                && filter.kind.is_none_or(|kind| document.kind.is_some_and(|own| is_a(own, kind)))
                && asked.as_ref().is_none_or(|asked| asked.issued(document))
                && since.is_none_or(|day| on.is_some_and(|on| last(on) >= first(day)))
                && until.is_none_or(|day| on.is_some_and(|on| first(on) <= last(day))))
    });
    let before = asked.iter().flat_map(party::Party::predecessors).filter(|id| {
        let alone = party::Party::of_id(id);
        answer
            .answers
            .iter()
            .any(|item| matches!(item, AnswerItem::Document { document, .. } if alone.issued(document)))
    });
    let before: Vec<String> = before.collect();
    let filters = &mut answer.interpretation.filters;
    filters.predecessors.extend(before);
    (filters.since, filters.until) = (since, until);
    (filters.tier, filters.kind, filters.issuer) = (filter.tier, filter.kind, filter.issuer.clone());
    if answer.status == AnswerStatus::Found && answer.answers.is_empty() {
        answer.status = AnswerStatus::None;
    }
    answer
}

/// Whether a kind is the one asked for or a form of it: `kế hoạch hành động` is a `kế hoạch`.
fn is_a(own: DocumentKind, asked: DocumentKind) -> bool {
    own.name().strip_prefix(asked.name()).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
