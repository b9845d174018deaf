//! How the tasks of an answer stand for the office: overdue, due, done; new; and what a person must look at.

use std::collections::BTreeMap;

use super::day::days_between;
use super::desk::Desk;
use crate::graph::{GraphView as _, TaskEntry, last_days};
use crate::model::{
    Actor, Answer, AnswerItem, Assignment, Deadline, DeadlineUse, Doubt, Intent, OrganRef, PartialDate,
    Progress, Standing, TaskCard,
};

/// How a limit stands: past or due, with its day.
type Stand = (Standing, PartialDate);

impl Desk<'_> {
    /// Notes on every task of an answer how it stands; of tasks the overdue come first, then those due.
    pub fn mark(&self, answer: &mut Answer) {
        let mut read: BTreeMap<String, Vec<TaskEntry>> = BTreeMap::new();
        let mut mark = |card: &mut TaskCard| {
            let tasks = read.entry(card.document.clone()).or_insert_with(|| self.tasks(Some(&card.document)));
            if let Some(entry) = tasks.iter().find(|entry| entry.task.id == card.id) {
                card.progress = Some(self.progress(entry));
            }
        };
        for item in &mut answer.answers {
            match item {
                AnswerItem::Task { task, .. } | AnswerItem::Deadline { task: Some(task), .. } => mark(task),
                _ => {}
            }
        }
        if answer.interpretation.filters.overdue_on.is_some() {
            answer.answers.retain(|item| !is_done(item));
        }
        if answer.interpretation.intent == Intent::Tasks {
            answer.answers.sort_by_key(|item| match item {
                AnswerItem::Task { task: TaskCard { progress: Some(progress), .. }, .. } => {
                    (progress.standing, progress.day.is_none(), progress.day)
                }
                _ => (Standing::Done, true, None),
            });
        }
    }

    /// How a task stands today.
    pub fn progress(&self, entry: &TaskEntry) -> Progress {
        let card = self.card(&entry.document);
        let issued = card.as_ref().and_then(|card| card.date).filter(|date| date.year.is_some());
        let came = card.as_ref().and_then(|card| self.came_in(card));
        let results = self.results_of(&entry.task.id);
        let days: Vec<PartialDate> = results.iter().filter_map(|result| result.done).collect();
        let limits = entry.deadlines.iter().filter(|d| d.purpose != DeadlineUse::Target);
        let stand = limits.filter_map(|limit| self.stand(limit, issued, &days)).min();
        let last = results.iter().max_by_key(|result| result.done);
        let standing = match (stand, days.is_empty()) {
            (Some((standing, _)), _) => standing,
            (None, false) => Standing::Done,
            (None, true) => Standing::Open,
        };
        Progress {
            standing,
            new: self.is_new(came),
            day: stand.map(|(_, day)| day),
            done: days.iter().max().copied(),
            by: last.and_then(|result| result.document.clone()),
            note: last.and_then(|result| result.note.clone()),
            doubts: self.doubts(entry, standing, card.is_some_and(|card| self.own.issued(&card))),
        }
    }

    /// Whether a document that came in on this day did so lately; what lies ahead of today is not here yet.
    fn is_new(&self, came: Option<PartialDate>) -> bool {
        let today = self.office.today;
        came.is_some_and(|came| {
            self.office.new_since.is_some_and(|since| came >= since)
                && today.is_none_or(|today| came <= today)
        })
    }

    /// Whether a limit is past or due without a result. Of a recurrence only the last occurrence that is past and the
    /// next one are looked at; a result belongs to the occurrence nearest to its day.
    fn stand(&self, limit: &Deadline, issued: Option<PartialDate>, done: &[PartialDate]) -> Option<Stand> {
        let today = self.office.today?;
        let horizon = today.plus_days(i64::from(self.office.ahead))?;
        let days = if limit.value.starts_with("RRULE:") {
            let past = last_days(limit, issued, today.plus_days(-1));
            let next = last_days(limit, Some(today), None).first().copied();
            let all: Vec<PartialDate> = past.iter().copied().chain(next).collect();
            let nearest = |done: &PartialDate| {
                let gap = |day: &PartialDate| days_between(*done, *day).map_or(i64::MAX, i64::abs);
                all.iter().copied().min_by_key(gap)
            };
            let covered: Vec<PartialDate> = done.iter().filter_map(nearest).collect();
            let told = past.last().copied().into_iter().chain(next);
            told.filter(|day| !covered.contains(day)).collect()
        } else if done.is_empty() {
            last_days(limit, None, None)
        } else {
            Vec::new()
        };
        let stand = |day: PartialDate| match day {
            day if day < today => Some((Standing::Overdue, day)),
            day if day <= horizon => Some((Standing::Due, day)),
            _ => None,
        };
        days.into_iter().filter_map(stand).min()
    }

    /// `ours`: our own document means us by every name of ours.
    fn doubts(&self, entry: &TaskEntry, standing: Standing, ours: bool) -> Vec<Doubt> {
        let mut doubts = Vec::new();
        if standing != Standing::Done {
            doubts.extend(entry.deadlines.iter().filter_map(doubt_of_day));
        }
        if !self.office.profile.body.is_empty() {
            let task = &entry.task;
            let actors = || task.lead.iter().chain(&task.coordinate).chain(&task.via);
            let own: Vec<&Actor> = actors().filter(|actor| self.own.is(actor)).collect();
            if own.is_empty() && actors().any(|actor| self.all.is(actor)) {
                doubts.push(Doubt::Collective);
            } else if !ours && !own.is_empty() && own.iter().all(|actor| self.is_vague(actor)) {
                doubts.push(Doubt::AmbiguousTarget);
            }
        } else if entry.task.assignment == Assignment::Collective {
            doubts.push(Doubt::Collective);
        }
        doubts.sort();
        doubts.dedup();
        doubts
    }

    /// Whether only a short name fits: no id tells the body, and neither its full name nor a person's is printed.
    fn is_vague(&self, actor: &Actor) -> bool {
        let profile = &self.office.profile;
        let printed = |name: &String| actor.text.to_lowercase().contains(&name.to_lowercase());
        let known = matches!(actor.organ, Some(OrganRef::Body(_)));
        !known && !printed(&profile.body) && !profile.people.iter().any(printed)
    }
}

/// What is done is not overdue.
fn is_done(item: &AnswerItem) -> bool {
    let (AnswerItem::Task { task, .. } | AnswerItem::Deadline { task: Some(task), .. }) = item else {
        return false;
    };
    task.progress.as_ref().is_some_and(|progress| progress.standing == Standing::Done)
}

fn doubt_of_day(limit: &Deadline) -> Option<Doubt> {
    if limit.purpose == DeadlineUse::Target {
        return None;
    }
    match limit.last_day_reason.as_deref()? {
        "recurring" => None,
        "unknown-anchor" => Some(Doubt::UnknownAnchor),
        "unknown-holidays" => Some(Doubt::UnknownHolidays),
        _ => Some(Doubt::UnknownDay),
    }
}
