//! Đơn vị chưa báo cáo: which units of the roster have handed in nothing that our documents ask of them.

use super::desk::Desk;
use crate::graph::{GraphView as _, Party, TaskEntry, last_days};
use crate::model::{AnswerItem, Assignment, Cell, Deadline, DocumentCard, PartialDate, RelationKind, Status};

/// What a unit does with a document when it hands in what was asked.
const ANSWERS: [RelationKind; 3] =
    [RelationKind::RespondsTo, RelationKind::ReportsOn, RelationKind::Implements];

impl Desk<'_> {
    /// For every report or plan that our own documents ask to be sent to us, past or soon due: the units of the roster
    /// of which no document held answers it and no result is noted; in order of time. A draft asks nothing yet.
    pub fn unreported(&self) -> Vec<AnswerItem> {
        let ours = |card: &DocumentCard| card.held && card.status != Status::Draft && self.own.issued(card);
        let units: Vec<(&str, Party)> =
            self.roster().iter().map(|unit| (unit.name.as_str(), Party::named(&unit.names()))).collect();
        let mut found = Vec::new();
        for card in self.documents().iter().filter_map(|id| self.card(id)).filter(ours) {
            let answering = self.answering(&card.id);
            for entry in self.tasks(Some(&card.id)).iter().filter(|entry| self.is_sent_to_us(entry)) {
                let Some(day) = self.awaited(entry) else { continue };
                let silent = |unit: &Party| {
                    is_asked(entry, unit)
                        && !answering.iter().any(|card| unit.issued(card))
                        && !self.is_noted(entry, unit)
                };
                let missing: Vec<&str> =
                    units.iter().filter(|(_, unit)| silent(unit)).map(|(name, _)| *name).collect();
                if !missing.is_empty() {
                    found.push((day, row(&missing, &card, entry, day)));
                }
            }
        }
        found.sort_by_key(|(day, _)| *day);
        found.into_iter().map(|(_, item)| item).collect()
    }

    /// Documents held that answer a document.
    fn answering(&self, id: &str) -> Vec<DocumentCard> {
        let hops = self.incoming(id).into_iter().filter(|hop| ANSWERS.contains(&hop.relation));
        hops.filter_map(|hop| self.card(&hop.from)).filter(|card| card.held).collect()
    }

    /// Whether something is to be sent to us or through us.
    fn is_sent_to_us(&self, entry: &TaskEntry) -> bool {
        let task = &entry.task;
        let to = task.deliverable.as_ref().and_then(|handed| handed.to.as_deref());
        !task.generic
            && (task.report_to.iter().chain(&task.via).any(|actor| self.own.is(actor))
                || to.is_some_and(|to| self.own.stands_in(to)))
    }

    /// Whether a result of the task names the unit.
    fn is_noted(&self, entry: &TaskEntry, unit: &Party) -> bool {
        self.results_of(&entry.task.id).iter().any(|result| {
            let mut named = [&result.document, &result.note].into_iter().flatten();
            result.done.is_some() && named.any(|text| unit.stands_in(text))
        })
    }

    /// The last day, past or near, on which it is or was to be here.
    fn awaited(&self, entry: &TaskEntry) -> Option<PartialDate> {
        let horizon = self.office.today?.plus_days(i64::from(self.office.ahead))?;
        let issued = self.card(&entry.document).and_then(|card| card.date).filter(|date| date.year.is_some());
        let days = entry.deadlines.iter().flat_map(|limit| days_of(limit, issued, horizon));
        days.filter(|day| *day <= horizon).max()
    }
}

/// The days of a limit up to a day; of a recurrence those since the document was issued.
fn days_of(limit: &Deadline, issued: Option<PartialDate>, until: PartialDate) -> Vec<PartialDate> {
    let recurs = limit.value.starts_with("RRULE:");
    last_days(limit, issued.filter(|_| recurs), recurs.then_some(until))
}

fn is_asked(entry: &TaskEntry, unit: &Party) -> bool {
    entry.task.assignment == Assignment::Collective || unit.duty_in(entry).is_some()
}

fn row(units: &[&str], card: &DocumentCard, entry: &TaskEntry, day: PartialDate) -> AnswerItem {
    let cells = vec![
        Cell::new("unit", units.join("; ")),
        Cell::new("status", "not_in_corpus"),
        Cell::new("document", card.code.as_deref().unwrap_or(&card.id)),
        Cell::new("day", day.to_string()),
        Cell::new("task", &entry.task.text),
    ];
    AnswerItem::Row { cells, evidence: vec![entry.evidence.clone()] }
}
