//! Questions over a graph, wherever it is kept: each is written once, over [`GraphView`].

mod chain;
mod counts;
mod duties;
mod party;
mod show;
mod walk;

pub(super) use duties::task_card;

use super::lookup::{Lookup, lookup};
use super::view::GraphView;
use crate::model::{Answer, AnswerItem, AnswerStatus, Filters, Intent, Interpretation};
use crate::syntax::{Query, TaskFilter};

/// Answers a question put in Vietnamese or English, accents optional.
pub fn ask(view: &dyn GraphView, question: &str) -> Answer {
    let mut found = match question.parse::<Query>() {
        Ok(query) => answer(view, &query),
        Err(_) => Answer {
            status: AnswerStatus::NotUnderstood,
            suggestions: Query::EXAMPLES.iter().map(|s| (*s).to_owned()).collect(),
            ..Answer::to(Interpretation::default())
        },
    };
    found.question = Some(question.to_owned());
    found
}

/// Answers a query.
pub fn answer(view: &dyn GraphView, query: &Query) -> Answer {
    match query {
        Query::ImplementedBy(name) => about(view, Intent::ImplementedBy, name, walk::implemented_by),
        Query::Implements(name) => about(view, Intent::Implements, name, walk::implements),
        Query::CitedBy(name) => about(view, Intent::CitedBy, name, walk::cited_by),
        Query::Cites(name) => about(view, Intent::Cites, name, walk::cites),
        Query::Chain(name) => about(view, Intent::Chain, name, chain::chain),
        Query::Show(name) => about(view, Intent::Show, name, show::show),
        Query::Tasks(filter) => filtered(view, Intent::Tasks, filter),
        Query::Deadlines(filter) => filtered(view, Intent::Deadlines, filter),
        Query::NotHeld => plain(Intent::NotHeld, counts::not_held(view)),
        Query::Stats => plain(Intent::Stats, counts::stats(view)),
        Query::Count(query) => count(answer(view, query)),
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

/// A question about one document.
fn about(
    view: &dyn GraphView,
    intent: Intent,
    name: &str,
    find: fn(&dyn GraphView, &str) -> Vec<AnswerItem>,
) -> Answer {
    let mut answer =
        Answer::to(Interpretation { intent, target: Some(name.to_owned()), ..Interpretation::default() });
    match lookup(view, name) {
        Lookup::Found(id) => {
            let answers = find(view, &id);
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
fn filtered(view: &dyn GraphView, intent: Intent, asked: &TaskFilter) -> Answer {
    let mut filters = Filters {
        body: asked.body.clone(),
        duty: asked.duty,
        since: asked.since.map(|d| duties::dated(view, d)),
        until: asked.until.map(|d| duties::dated(view, d)),
        overdue_on: asked.overdue_on.map(|d| duties::dated(view, d)),
        ..Filters::default()
    };
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
        Intent::Deadlines => (duties::deadlines(view, &filters), 0),
        _ => duties::tasks(view, &filters),
    };
    if undated > 0
        && let Some(body) = &filters.body
    {
        answer.suggestions.push(format!("tasks for {body}"));
    }
    answer.interpretation.filters = filters;
    close(answer, answers)
}

/// The same question with the number of its answers in place of them.
fn count(mut counted: Answer) -> Answer {
    counted.interpretation.filters.count = true;
    if matches!(counted.status, AnswerStatus::Found | AnswerStatus::None) {
        let name = match counted.interpretation.intent {
            Intent::Tasks => "tasks",
            Intent::Deadlines => "deadlines",
            _ => "documents",
        };
        let count =
            counted.answers.iter().filter(|a| !matches!(a, AnswerItem::Document { depth: 0, .. })).count();
        counted.answers = vec![AnswerItem::Count { name: name.to_owned(), count }];
        counted.status = AnswerStatus::Found;
    }
    counted
}
