//! Bàn làm việc: a graph as the office sees it. What came in gives limits that run from receipt their days; results
//! are found again under the ids of their tasks, also where the ids have changed.

use std::collections::{BTreeMap, BTreeSet};

use super::arrivals::Arrival;
use super::profile::{Profile, Unit};
use super::receipt;
use super::results::TaskResult;
use crate::graph::{
    Asker, Claims, DeadlineEntry, GraphView, Lookup, Particulars, Party, Reach, Tally, TaskEntry, Way, lookup,
};
use crate::model::{Assignment, DocumentCard, Duty, Evidence, Hop, PartialDate, RelationKind};

/// The office: its files, and the day on which it asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Office {
    /// Who we are.
    pub profile: Profile,
    /// What came in.
    pub arrivals: Vec<Arrival>,
    /// What was done.
    pub results: Vec<TaskResult>,
    /// Today.
    pub today: Option<PartialDate>,
    /// What falls due within so many days is told as due.
    pub ahead: u16,
    /// What came in on this day or later is new.
    pub new_since: Option<PartialDate>,
}

impl Office {
    /// Who asks.
    pub fn asker(&self) -> Asker {
        self.profile.asker(self.today)
    }
}

/// How the line of a list of results was found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Kept {
    /// Under its id.
    Same,
    /// The text is the same, the id is not: the document has another number, or the task another place.
    Moved(String),
    /// Several tasks have that text.
    Unclear(usize),
    /// No task has that id or that text.
    Gone,
}

/// A graph with what the office knows beside it.
pub struct Desk<'a> {
    view: &'a dyn GraphView,
    pub(super) office: &'a Office,
    /// Day of arrival by id of the document.
    arrived: BTreeMap<String, PartialDate>,
    /// Results by id of the task as it is now.
    results: BTreeMap<String, Vec<&'a TaskResult>>,
    pub(super) kept: Vec<(&'a TaskResult, Kept)>,
    /// The office by its own names.
    pub(super) own: Party,
    /// And as one of the groups it is in.
    pub(super) all: Party,
    remarks: Vec<String>,
}

impl<'a> Desk<'a> {
    /// Puts what the office knows beside the graph.
    pub fn open(view: &'a dyn GraphView, office: &'a Office) -> Self {
        let home = office.profile.home();
        let mut desk = Self {
            view,
            office,
            arrived: BTreeMap::new(),
            results: BTreeMap::new(),
            kept: Vec::new(),
            own: Party::at_home(&office.profile.own_names(), &home),
            all: Party::at_home(&office.asker().us, &home),
            remarks: Vec::new(),
        };
        desk.take_arrivals();
        desk.take_results();
        desk
    }

    /// The units that report to the office.
    pub fn roster(&self) -> &'a [Unit] {
        &self.office.profile.roster
    }

    /// What a person should know about the files: lines that fit nothing, or several things.
    pub fn remarks(&self) -> &[String] {
        &self.remarks
    }

    fn take_arrivals(&mut self) {
        for arrival in &self.office.arrivals {
            let line = arrival.line;
            match lookup(self.view, &arrival.name()) {
                Lookup::Found(id) => {
                    self.arrived.insert(id, arrival.arrived);
                }
                Lookup::Ambiguous(cards) => self.remarks.push(format!(
                    "incoming register, line {line}: {} may be {} documents; name its issuer",
                    arrival.code,
                    cards.len()
                )),
                // What came in and was not given to read is nothing to tell of.
                Lookup::NotFound(_) => {}
            }
        }
    }

    fn take_results(&mut self) {
        if self.office.results.is_empty() {
            return;
        }
        let tasks: Vec<String> = self.view.tasks(None).into_iter().map(|entry| entry.task.id).collect();
        for result in &self.office.results {
            let kept = find(&tasks, &result.task);
            let (line, told) = (result.line, &result.task);
            match &kept {
                Kept::Same => self.results.entry(told.clone()).or_default().push(result),
                Kept::Moved(id) => {
                    self.remarks.push(format!("results, line {line}: {told} has the id {id} now"));
                    self.results.entry(id.clone()).or_default().push(result);
                }
                Kept::Unclear(count) => self.remarks.push(format!(
                    "results, line {line}: {told} is not there; {count} tasks have its text, give the id of one"
                )),
                Kept::Gone => self
                    .remarks
                    .push(format!("results, line {line}: {told} is in none of the documents read")),
            }
            self.kept.push((result, kept));
        }
    }

    /// The day a document came in: by the register, else the day of its issue.
    pub(super) fn came_in(&self, card: &DocumentCard) -> Option<PartialDate> {
        self.arrived.get(&card.id).copied().or_else(|| card.date.filter(|date| date.is_whole()))
    }

    /// Tasks with the days of limits that run from receipt.
    fn with_days(&self, mut tasks: Vec<TaskEntry>) -> Vec<TaskEntry> {
        for entry in &mut tasks {
            if let Some(&day) = self.arrived.get(&entry.document) {
                for deadline in &mut entry.deadlines {
                    receipt::dated(deadline, &entry.task.text, day);
                }
            }
        }
        tasks
    }

    /// What is known to be done of a task.
    pub(super) fn results_of(&self, task: &str) -> &[&'a TaskResult] {
        self.results.get(task).map_or(&[], Vec::as_slice)
    }
}

/// The task a line means: by its id, else the only one with the same text in the same document, else in any.
fn find(tasks: &[String], asked: &str) -> Kept {
    if tasks.iter().any(|id| id == asked) {
        return Kept::Same;
    }
    let (document, hash) = (asked.split('#').next(), asked.rsplit('/').next());
    let alike: Vec<&String> = tasks.iter().filter(|id| id.rsplit('/').next() == hash).collect();
    let here: Vec<&&String> = alike.iter().filter(|id| id.split('#').next() == document).collect();
    match (here.as_slice(), alike.as_slice()) {
        ([one], _) => Kept::Moved((**one).clone()),
        ([], [one]) => Kept::Moved((*one).clone()),
        ([], []) => Kept::Gone,
        ([], several) => Kept::Unclear(several.len()),
        (several, _) => Kept::Unclear(several.len()),
    }
}

impl GraphView for Desk<'_> {
    fn card(&self, id: &str) -> Option<DocumentCard> {
        self.view.card(id)
    }

    fn outgoing(&self, id: &str) -> Vec<Hop> {
        self.view.outgoing(id)
    }

    fn incoming(&self, id: &str) -> Vec<Hop> {
        self.view.incoming(id)
    }

    fn documents(&self) -> Vec<String> {
        self.view.documents()
    }

    fn by_key(&self, key: &str) -> Vec<String> {
        self.view.by_key(key)
    }

    fn candidates(&self, id: &str) -> Vec<String> {
        self.view.candidates(id)
    }

    fn claims(&self, id: &str) -> Option<Claims> {
        self.view.claims(id)
    }

    fn particulars(&self, id: &str) -> Vec<Particulars> {
        self.view.particulars(id)
    }

    fn passages(&self, words: &[String], least: usize) -> Vec<Evidence> {
        self.view.passages(words, least)
    }

    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry> {
        self.with_days(self.view.tasks(document))
    }

    fn tasks_naming(&self, document: Option<&str>, party: &Party) -> Vec<TaskEntry> {
        self.with_days(self.view.tasks_naming(document, party))
    }

    fn hop(&self, from: &str, relation: RelationKind, to: &str) -> Option<Hop> {
        self.view.hop(from, relation, to)
    }

    fn sayers(&self, from: &str, relation: RelationKind, to: &str) -> BTreeSet<String> {
        self.view.sayers(from, relation, to)
    }

    fn neighbours(&self, id: &str, way: Way) -> Vec<(RelationKind, String)> {
        self.view.neighbours(id, way)
    }

    fn reach(&self, start: &str, way: Way, follows: &[RelationKind]) -> Vec<Reach> {
        self.view.reach(start, way, follows)
    }

    fn count_reached(&self, start: &str, way: Way, follows: &[RelationKind]) -> usize {
        self.view.count_reached(start, way, follows)
    }

    fn by_tail(&self, tail: &str) -> Vec<String> {
        self.view.by_tail(tail)
    }

    fn by_like_tail(&self, tail: &str) -> Vec<String> {
        self.view.by_like_tail(tail)
    }

    fn documents_due(&self, since: Option<PartialDate>, until: Option<PartialDate>) -> Option<Vec<String>> {
        let mut due: BTreeSet<String> = self.view.documents_due(since, until)?.into_iter().collect();
        // What came in has days of its own.
        due.extend(self.arrived.keys().cloned());
        Some(due.into_iter().collect())
    }

    fn count_undated(&self, duty: Option<Duty>, assignment: Option<Assignment>) -> usize {
        self.view.count_undated(duty, assignment)
    }

    fn newest(&self) -> Option<PartialDate> {
        self.view.newest()
    }

    fn tally(&self) -> Tally {
        self.view.tally()
    }

    fn deadlines(&self, document: Option<&str>) -> Vec<DeadlineEntry> {
        let mut limits = self.view.deadlines(document);
        for entry in &mut limits {
            if let Some(&day) = self.arrived.get(&entry.document) {
                receipt::dated(&mut entry.deadline, &entry.evidence.text, day);
            }
        }
        limits
    }
}
