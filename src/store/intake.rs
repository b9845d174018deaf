//! A document as rows: what a graph in memory would make nodes and edges of.

use std::borrow::Cow;
use std::collections::HashSet;

use rusqlite::{Connection, params};

use super::counts::Ledger;
use super::error::Fault;
use super::words::{paragraphs, row_of, rows_of, words};
use crate::graph::{Held, HeldRef, Intake, Link, Proof, Said, TaskEntry, key_of, last_days, task_entries};
use crate::model::{Actor, Deadline, Document, DocumentKind, Evidence, OrganRef, Reference, RelationKind};
use crate::resolve::{Key, node_id};

/// What one document says, gathered before it is written.
#[derive(Debug, Default)]
pub(super) struct Rows {
    pub ledger: Ledger,
    edges: Vec<(String, &'static str, String, Evidence)>,
}

impl<'a> Intake<'a> for Rows {
    // What a document says of itself is written from the document.
    fn held(&mut self, _: HeldRef<'a>) {}

    fn said(&mut self, id: &Cow<'a, str>, _: usize, reference: &'a Reference) {
        self.ledger.said.push((id.to_string(), text_of(&Said::of_reference(reference))));
    }

    fn known_as(&mut self, code: &'a str, id: &str) {
        self.ledger.keys.push((key_of(code), id.to_owned()));
    }

    fn body(&mut self, id: &'a str, name: &'a str) {
        self.ledger.bodies.push((id.to_owned(), name.to_owned()));
    }

    fn task(&mut self, _: &Cow<'a, str>, _: usize) {}

    fn link(&mut self, from: &Cow<'a, str>, link: Link, to: &Cow<'a, str>, proof: Option<Proof<'a>>) {
        // Bodies and tasks have tables of their own.
        if let (Link::Acts(relation), Some(evidence)) = (link, proof.and_then(Proof::evidence)) {
            self.edges.push((from.to_string(), relation.as_str(), to.to_string(), evidence));
        }
    }
}

/// A saying as it lies in the index.
fn text_of(said: &Said<'_>) -> String {
    serde_json::to_string(said).unwrap_or_default()
}

impl Rows {
    /// Writes the rows of `held` under its source; `node` gives the number of an id. The counting tables are the caller's.
    pub fn write(
        &self,
        db: &Connection,
        source: i64,
        held: &Held,
        node: &mut dyn FnMut(&str) -> Result<i64, Fault>,
    ) -> Result<(), Fault> {
        let document = &held.document;
        write_document(db, source, node(&document.id)?, document, &Said::of_itself(document))?;
        write_deadlines(db, source, &document.deadlines)?;
        for (at, reference) in document.references.iter().enumerate() {
            write_cited(db, source, at, node(&node_id(reference))?, reference)?;
        }
        let mut edge = db.prepare_cached(
            "INSERT INTO edges (source, from_node, relation, to_node, start, \"end\", cue, asserted_by, sentence)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
        )?;
        for (from, relation, to, e) in &self.edges {
            let ends = (number(e.span.start), number(e.span.end));
            let (from, to) = (node(from)?, node(to)?);
            edge.execute(params![source, from, relation, to, ends.0, ends.1, e.cue, e.asserted_by, e.text])?;
        }
        write_tasks(db, source, task_entries(held.borrowed()))?;
        let mut diagnostic =
            db.prepare_cached("INSERT INTO diagnostics VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")?;
        for (n, d) in document.diagnostics.iter().enumerate() {
            let ends = d.span.map(|span| (number(span.start), number(span.end)));
            let (start, end) = (ends.map(|e| e.0), ends.map(|e| e.1));
            diagnostic.execute(params![source, n, d.code, word(&d.severity), d.message, start, end])?;
        }
        Ok(())
    }
}

/// Takes all rows of a source out but those of resolution, its text and its place.
pub(super) fn erase(db: &Connection, source: i64) -> Result<(), Fault> {
    for table in ["documents", "cited", "edges", "tasks", "charged", "deadlines", "diagnostics"] {
        db.prepare_cached(&format!("DELETE FROM {table} WHERE source = ?"))?.execute([source])?;
    }
    Ok(())
}

/// Makes the paragraphs of a text findable.
pub(super) fn write_words(db: &Connection, source: i64, text: &str) -> Result<(), Fault> {
    let mut insert = db.prepare_cached("INSERT INTO passages (rowid, words) VALUES (?, ?)")?;
    for (n, words) in paragraphs(text) {
        insert.execute(params![row_of(source, n), words])?;
    }
    Ok(())
}

/// Takes the paragraphs of a text out of the full-text table.
pub(super) fn erase_words(db: &Connection, source: i64, text: &str) -> Result<(), Fault> {
    let (_, last) = rows_of(source);
    let mut delete = db.prepare_cached("DELETE FROM passages WHERE rowid = ?")?;
    for (n, _) in paragraphs(text) {
        delete.execute([row_of(source, n).min(last)])?;
    }
    Ok(())
}

fn write_document(
    db: &Connection,
    source: i64,
    node: i64,
    d: &Document,
    own: &Said<'_>,
) -> Result<(), Fault> {
    let issuer = d.issuer.as_ref();
    let first_day =
        d.date.filter(|date| date.year.is_some()).map(|date| crate::graph::first_day(date).to_string());
    db.prepare_cached(
        "INSERT INTO documents VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
    )?
    .execute(params![
        source,
        node,
        d.id,
        d.number.as_ref().map(|n| &n.code),
        d.kind.map(DocumentKind::name),
        d.date.map(|date| date.to_string()),
        d.place,
        issuer.map(|i| &i.name),
        issuer.and_then(|i| i.id.as_ref()),
        issuer.and_then(|i| i.parent.as_ref()).map(|parent| &parent.name),
        d.author.as_ref().map(|author| &author.name),
        issuer.and_then(|i| i.tier).map(crate::model::Tier::as_str),
        d.subject.as_ref().map(|subject| &subject.text),
        word(&d.status),
        d.classification,
        d.urgency,
        first_day,
        text_of(own),
    ])?;
    Ok(())
}

fn write_cited(db: &Connection, source: i64, at: usize, node: i64, r: &Reference) -> Result<(), Fault> {
    let whole = |id: &String| Key::of_id(id).is_none_or(|key| key.is_whole());
    let fate = match &r.target {
        None => "ambiguous",
        Some(id) if whole(id) => "resolved",
        Some(_) => "abstained",
    };
    let said = Said::of_reference(r);
    db.prepare_cached("INSERT INTO cited VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")?
        .execute(params![
        source,
        at,
        node,
        r.code,
        r.name,
        said.kind.map(DocumentKind::name),
        r.date.map(|date| date.to_string()),
        said.issuer,
        said.issuer_id,
        r.role.map(RelationKind::as_str),
        r.title,
        r.mentions.len(),
        fate,
    ])?;
    Ok(())
}

fn write_deadlines(db: &Connection, source: i64, deadlines: &[Deadline]) -> Result<(), Fault> {
    let mut insert =
        db.prepare_cached("INSERT INTO deadlines VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")?;
    for (n, deadline) in deadlines.iter().enumerate() {
        let Deadline { text, value, span, .. } = deadline;
        let day = last_days(deadline, None, None).into_iter().next();
        let recurs = value.starts_with("RRULE:") || day.is_some_and(|day| !day.is_whole());
        let last_day = day.map(|day| day.to_string());
        let ends = (number(span.start), number(span.end));
        let purpose = word(&deadline.purpose);
        insert.execute(params![source, n, text, value, last_day, recurs, purpose, ends.0, ends.1])?;
    }
    Ok(())
}

fn write_tasks(db: &Connection, source: i64, tasks: impl Iterator<Item = TaskEntry>) -> Result<(), Fault> {
    let mut insert = db.prepare_cached(
        "INSERT INTO tasks VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)",
    )?;
    let names = |actors: &[Actor]| actors.iter().map(|a| a.text.as_str()).collect::<Vec<_>>().join("; ");
    let mut seen = HashSet::new();
    for (n, TaskEntry { task, deadlines, .. }) in tasks.enumerate() {
        let ends = (number(task.span.start), number(task.span.end));
        insert.execute(params![
            source,
            n,
            task.id,
            task.text,
            word(&task.duty),
            word(&task.modality),
            word(&task.assignment),
            names(&task.lead),
            names(&task.coordinate),
            names(&task.report_to),
            task.section.join("; "),
            task.deliverable.as_ref().map(|handed| &handed.kind),
            task.generic,
            // Said twice, it is one task.
            seen.insert(task.id.clone()) && deadlines.is_empty(),
            ends.0,
            ends.1,
        ])?;
        for actor in task.lead.iter().chain(&task.coordinate).chain(&task.via) {
            let actor = actor_row(db, actor)?;
            db.prepare_cached("INSERT OR IGNORE INTO charged VALUES (?, ?)")?.execute([actor, source])?;
        }
    }
    Ok(())
}

/// The number of an actor by what is printed and whom it means.
fn actor_row(db: &Connection, actor: &Actor) -> Result<i64, Fault> {
    let organ = match &actor.organ {
        Some(OrganRef::Body(id)) => id.as_str(),
        Some(OrganRef::Set { set, .. }) => set,
        None => "",
    };
    let known: Result<i64, _> = db
        .prepare_cached("SELECT actor FROM actors WHERE text = ? AND organ = ?")?
        .query_row([actor.text.as_str(), organ], |row| row.get(0));
    match known {
        Ok(known) => Ok(known),
        Err(rusqlite::Error::QueryReturnedNoRows) => {
            db.prepare_cached("INSERT INTO actors (text, organ) VALUES (?, ?)")?
                .execute([actor.text.as_str(), organ])?;
            let new = db.last_insert_rowid();
            db.prepare_cached("INSERT INTO actor_words (rowid, words) VALUES (?, ?)")?
                .execute(params![new, words(&actor.text)])?;
            Ok(new)
        }
        Err(error) => Err(error.into()),
    }
}

/// The word a value is written as in JSON.
pub(super) fn word(value: &impl serde::Serialize) -> Option<String> {
    serde_json::to_value(value).ok()?.as_str().map(str::to_owned)
}

/// An offset as SQLite has numbers.
pub(super) fn number(offset: usize) -> i64 {
    i64::try_from(offset).unwrap_or(i64::MAX)
}
