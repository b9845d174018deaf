//! What is to be handed in: reports that come round, and a reply, a plan or a report that a document asks for.

use super::Asker;
use super::duties::{dated, due, duty_for, is_timed, newest, tasks_asked};
use super::party::Party;
use crate::graph::calendar::last_days;
use crate::graph::view::{GraphView, TaskEntry};
use crate::model::{Actor, AnswerItem, Cell, Deadline, DeadlineUse, Filters, PartialDate};

/// Báo cáo định kỳ: tasks with a recurrence and something to hand in, in order of time: who, when it is next due, to
/// whom and through whom.
pub(super) fn recurring(view: &dyn GraphView, filters: &Filters, asker: &Asker) -> Vec<AnswerItem> {
    let today = asker.today.or_else(|| newest(view)).map(|day| dated(view, day));
    let mut found = Vec::new();
    for entry in asked_for(view, filters, asker) {
        if !hands_in(&entry) {
            continue;
        }
        for deadline in entry.deadlines.iter().filter(|d| d.value.starts_with("RRULE:")) {
            let next = if is_timed(filters) {
                due(deadline, filters, None).first().copied()
            } else {
                last_days(deadline, today, None).first().copied()
            };
            if next.is_some() || !is_timed(filters) {
                found.push((next, row(&entry, Some(deadline), next)));
            }
        }
    }
    found.sort_by_key(|(next, _)| (next.is_none(), *next));
    found.into_iter().map(|(_, item)| item).collect()
}

/// Tasks that ask for something to be handed in: kind, to whom, by when; in the order of the documents.
pub(super) fn required(view: &dyn GraphView, filters: &Filters, asker: &Asker) -> Vec<AnswerItem> {
    let mut found = Vec::new();
    for entry in asked_for(view, filters, asker) {
        if !hands_in(&entry) {
            continue;
        }
        if entry.deadlines.is_empty() && !is_timed(filters) {
            found.push(row(&entry, None, None));
        }
        for deadline in &entry.deadlines {
            let day = due(deadline, filters, None).first().copied();
            if day.is_some() || !is_timed(filters) {
                found.push(row(&entry, Some(deadline), day));
            }
        }
    }
    found
}

fn asked_for(view: &dyn GraphView, filters: &Filters, asker: &Asker) -> Vec<TaskEntry> {
    let asked = filters.body.as_deref().map(|body| Party::of(body, asker));
    let mut tasks = tasks_asked(view, filters, asked.as_ref());
    tasks.retain(|entry| {
        duty_for(entry, asked.as_ref(), filters.duty).is_some()
            && filters.assignment.is_none_or(|wanted| wanted == entry.task.assignment)
    });
    tasks
}

/// Whether a task ends in paper: a report, a plan, a reply.
fn hands_in(entry: &TaskEntry) -> bool {
    let reports = entry.deadlines.iter().any(|d| d.purpose == DeadlineUse::Report);
    entry.task.deliverable.is_some() || !entry.task.report_to.is_empty() || reports
}

fn row(entry: &TaskEntry, deadline: Option<&Deadline>, day: Option<PartialDate>) -> AnswerItem {
    let task = &entry.task;
    let names =
        |actors: &[Actor]| actors.iter().map(|actor| actor.text.as_str()).collect::<Vec<_>>().join("; ");
    let handed = task.deliverable.as_ref();
    let to = handed.and_then(|d| d.to.clone()).unwrap_or_else(|| names(&task.report_to));
    let onward = handed.and_then(|d| d.onward_to.clone());
    let to = onward.map_or(to.clone(), |onward| format!("{to} → {onward}"));
    let cells = vec![
        Cell::new("who", names(&task.lead)),
        Cell::new("kind", handed.map_or("báo cáo", |d| d.kind.as_str())),
        Cell::new("to", to),
        Cell::new("via", names(&task.via)),
        Cell::new("when", deadline.map_or("", |d| d.text.as_str())),
        Cell::new("day", day.map_or_else(String::new, |day| day.to_string())),
    ];
    AnswerItem::Row { cells, evidence: vec![entry.evidence.clone()] }
}
