//! Who must do what, and by when.

use std::collections::{BTreeSet, HashMap};

use super::Asker;
use super::party::Party;
use crate::graph::calendar::{first, last, last_days};
use crate::graph::view::{DeadlineEntry, GraphView, TaskEntry};
use crate::model::{
    Actor, AnswerItem, Deadline, DeadlineCard, DeadlineUse, Duty, Filters, PartialDate, TaskCard,
};
use crate::syntax::TaskFilter;

/// What a question about tasks asks for, its days given their years and counted from today.
pub(super) fn filters(view: &dyn GraphView, asked: &TaskFilter, asker: &Asker) -> Filters {
    let today = || asker.today.or_else(|| newest(view));
    let from = asked.within.and_then(|_| today());
    let until = asked.within.and_then(|days| from?.plus_days(i64::from(days)));
    Filters {
        body: asked.body.clone(),
        duty: asked.duty,
        assignment: asked.assignment,
        since: asked.since.map(|d| dated(view, d)).or(from),
        until: asked.until.map(|d| dated(view, d)).or(until),
        overdue_on: asked.overdue_on.map(|d| dated(view, d)).or_else(|| today().filter(|_| asked.overdue)),
        ..Filters::default()
    }
}

/// The date of the newest document held.
pub(super) fn newest(view: &dyn GraphView) -> Option<PartialDate> {
    view.newest()
}

/// A day without a year is the first such day not before the newest document held.
pub(super) fn dated(view: &dyn GraphView, date: PartialDate) -> PartialDate {
    if date.year.is_some() {
        return date;
    }
    let Some(newest) = newest(view) else { return date };
    let in_year = |year: Option<u16>| PartialDate { year, ..date };
    let this = in_year(newest.year);
    if last(this) >= newest { this } else { in_year(newest.year.map(|y| y + 1)) }
}

pub(super) fn is_timed(filters: &Filters) -> bool {
    filters.since.is_some() || filters.until.is_some() || filters.overdue_on.is_some()
}

/// Tasks that pass the filters, by time limit and then by place, and how many were left out only for want of one.
pub(super) fn tasks(view: &dyn GraphView, filters: &Filters, asker: &Asker) -> (Vec<AnswerItem>, usize) {
    let asked = filters.body.as_deref().map(|body| Party::of(body, asker));
    let timely = documents_due(view, filters);
    let mut undated = 0;
    let mut found = Vec::new();
    for mut entry in timely_tasks(view, filters, asked.as_ref(), timely.as_deref()) {
        let Some(duty) = duty_for(&entry, asked.as_ref(), filters.duty) else { continue };
        if filters.assignment.is_some_and(|wanted| wanted != entry.task.assignment) {
            continue;
        }
        let issued = issued(view, &entry.document, filters);
        let days: Vec<Vec<PartialDate>> = entry.deadlines.iter().map(|d| due(d, filters, issued)).collect();
        let next = days.iter().flatten().min().copied();
        if is_timed(filters) && next.is_none() {
            undated += usize::from(entry.deadlines.is_empty());
            continue;
        }
        entry.task.duty = duty;
        found.push((next, days, entry));
    }
    if timely.is_some() {
        undated = view.count_undated(filters.duty, filters.assignment);
    }
    // Tasks without a day come behind those with one; the rest stays in the order of the documents.
    found.sort_by_key(|(day, ..)| (day.is_none(), *day));
    let answers = found.into_iter().filter_map(|(_, days, entry)| task_item(view, &entry, &days)).collect();
    (answers, undated)
}

/// Time limits that pass the filters, in order of time.
pub(super) fn deadlines(view: &dyn GraphView, filters: &Filters, asker: &Asker) -> Vec<AnswerItem> {
    let asked = filters.body.as_deref().map(|body| Party::of(body, asker));
    let timely = documents_due(view, filters);
    let tasks = timely_tasks(view, filters, asked.as_ref(), timely.as_deref());
    let narrowed = filters.body.is_some() || filters.duty.is_some();
    let concerned: BTreeSet<&str> = tasks
        .iter()
        .filter(|t| duty_for(t, asked.as_ref(), filters.duty).is_some())
        .map(|t| t.task.id.as_str())
        .collect();
    let concerns = |id: &String| concerned.contains(id.as_str());
    // Where somebody is asked about, only the documents that name him have limits to tell.
    let entries: Vec<DeadlineEntry> = match (&filters.document, &asked) {
        _ if timely.is_some() => timely.iter().flatten().flat_map(|id| view.deadlines(Some(id))).collect(),
        (None, Some(_)) => {
            let documents: BTreeSet<&String> = tasks.iter().map(|t| &t.document).collect();
            documents.into_iter().flat_map(|id| view.deadlines(Some(id))).collect()
        }
        (document, _) => view.deadlines(document.as_deref()),
    };
    let mut found = Vec::new();
    for entry in entries {
        let issued = issued(view, &entry.document, filters);
        let days = due(&entry.deadline, filters, issued);
        let wanted = !narrowed || entry.tasks.iter().any(concerns);
        if wanted && !(is_timed(filters) && days.is_empty()) {
            found.push((days, entry));
        }
    }
    found.sort_by_key(|(days, _)| (days.is_empty(), days.first().copied()));
    let by_id = by_id(&tasks);
    found.into_iter().filter_map(|(days, entry)| deadline_item(view, &entry, &by_id, days)).collect()
}

/// Tasks by their ids, each with its place among them.
pub(super) fn by_id(tasks: &[TaskEntry]) -> HashMap<&str, (usize, &TaskEntry)> {
    tasks.iter().enumerate().map(|(at, entry)| (entry.task.id.as_str(), (at, entry))).collect()
}

/// The tasks a question is about, perhaps others too.
pub(super) fn tasks_asked(view: &dyn GraphView, filters: &Filters, asked: Option<&Party>) -> Vec<TaskEntry> {
    let document = filters.document.as_deref();
    asked.map_or_else(|| view.tasks(document), |party| view.tasks_naming(document, party))
}

/// [`tasks_asked`], of the documents alone in which something falls due where these are known.
fn timely_tasks(
    view: &dyn GraphView,
    filters: &Filters,
    asked: Option<&Party>,
    timely: Option<&[String]>,
) -> Vec<TaskEntry> {
    match timely {
        Some(documents) => documents.iter().flat_map(|id| view.tasks(Some(id))).collect(),
        None => tasks_asked(view, filters, asked),
    }
}

/// The documents in which something falls due on the days asked for, when nothing else narrows the question and the view
/// can tell them.
fn documents_due(view: &dyn GraphView, filters: &Filters) -> Option<Vec<String>> {
    if !is_timed(filters) || filters.document.is_some() || filters.body.is_some() {
        return None;
    }
    let before = filters.overdue_on.and_then(|day| first(day).plus_days(-1));
    view.documents_due(filters.since, filters.until.into_iter().chain(before).min())
}

/// The duty in question; None when the task is not asked for.
pub(super) fn duty_for(entry: &TaskEntry, asked: Option<&Party>, wanted: Option<Duty>) -> Option<Duty> {
    let duty = asked.map_or(Some(entry.task.duty), |asked| asked.duty_in(entry))?;
    wanted.is_none_or(|wanted| wanted == duty).then_some(duty)
}

/// The day from which what a document sets can be past; only asked for where that matters.
fn issued(view: &dyn GraphView, document: &str, filters: &Filters) -> Option<PartialDate> {
    filters.overdue_on?;
    view.card(document)?.date.filter(|d| d.year.is_some()).map(first)
}

/// The days of a time limit that the filters ask for; horizons are never due. Of a recurrence each occurrence is past
/// with its own day, from the document's date on.
pub(super) fn due(deadline: &Deadline, filters: &Filters, issued: Option<PartialDate>) -> Vec<PartialDate> {
    if is_timed(filters) && deadline.purpose == DeadlineUse::Target {
        return Vec::new();
    }
    let Some(day) = filters.overdue_on else { return last_days(deadline, filters.since, filters.until) };
    let before = first(day).plus_days(-1);
    let recurs = deadline.value.starts_with("RRULE:");
    let since = filters.since.or(issued.filter(|_| recurs));
    let until = filters.until.into_iter().chain(before).min();
    last_days(deadline, since, until)
}

/// A task in a few words; `due` holds the days of each of its time limits.
pub(crate) fn task_card(entry: &TaskEntry, due: &[Vec<PartialDate>]) -> TaskCard {
    let task = &entry.task;
    let names = |actors: &[Actor]| actors.iter().map(|a| a.text.clone()).collect();
    let card = |(at, deadline): (usize, &Deadline)| {
        let days = due.get(at).cloned().unwrap_or_else(|| last_days(deadline, None, None));
        deadline_card(&entry.document, deadline, Some(task.id.clone()), days)
    };
    TaskCard {
        id: task.id.clone(),
        document: entry.document.clone(),
        text: task.text.clone(),
        duty: task.duty,
        lead: names(&task.lead),
        coordinate: names(&task.coordinate),
        report_to: names(&task.report_to),
        via: names(&task.via),
        modality: task.modality,
        assignment: task.assignment,
        deliverable: task.deliverable.clone(),
        generic: task.generic,
        section: task.section.clone(),
        deadlines: entry.deadlines.iter().enumerate().map(card).collect(),
        progress: None,
    }
}

fn deadline_card(
    document: &str,
    deadline: &Deadline,
    task: Option<String>,
    due: Vec<PartialDate>,
) -> DeadlineCard {
    DeadlineCard {
        document: document.to_owned(),
        text: deadline.text.clone(),
        value: deadline.value.clone(),
        due,
        purpose: deadline.purpose,
        task,
    }
}

pub(super) fn task_item(
    view: &dyn GraphView,
    entry: &TaskEntry,
    due: &[Vec<PartialDate>],
) -> Option<AnswerItem> {
    Some(AnswerItem::Task {
        task: task_card(entry, due),
        document: view.card(&entry.document)?,
        evidence: vec![entry.evidence.clone()],
    })
}

pub(super) fn deadline_item(
    view: &dyn GraphView,
    entry: &DeadlineEntry,
    tasks: &HashMap<&str, (usize, &TaskEntry)>,
    due: Vec<PartialDate>,
) -> Option<AnswerItem> {
    let due = if due.is_empty() { last_days(&entry.deadline, None, None) } else { due };
    let theirs = entry.tasks.iter().filter_map(|id| tasks.get(id.as_str()));
    let task = theirs.min_by_key(|(at, _)| *at).map(|(_, task)| *task);
    Some(AnswerItem::Deadline {
        deadline: deadline_card(&entry.document, &entry.deadline, task.map(|t| t.task.id.clone()), due),
        task: task.map(|t| task_card(t, &[])),
        document: view.card(&entry.document)?,
        evidence: vec![entry.evidence.clone()],
    })
}
