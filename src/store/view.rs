//! The index as a [`GraphView`]: the same answers as a graph in memory, from rows.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rusqlite::{Connection, OptionalExtension as _};

use super::error::Fault;
use super::load::SPEAKING;
use super::open::Store;
use super::words::{phrase, source_of_row};
use crate::graph::{
    Claims, DeadlineEntry, GraphView, Held, Particulars, Said, TaskEntry, card_of, claims_of, copy_of, passages_of,
    task_entries,
};
use crate::model::{DocumentCard, Evidence, HeldSource, Hop, PartialDate, RelationKind};
use crate::text::Span;

impl GraphView for Store {
    fn card(&self, id: &str) -> Option<DocumentCard> {
        self.kept(self.read_card(id))
    }

    fn outgoing(&self, id: &str) -> Vec<Hop> {
        self.kept(self.hops(id, "from_node", "to_node"))
    }

    fn incoming(&self, id: &str) -> Vec<Hop> {
        self.kept(self.hops(id, "to_node", "from_node"))
    }

    fn documents(&self) -> Vec<String> {
        self.kept(strings(&self.db, "SELECT id FROM nodes ORDER BY id", &[]))
    }

    fn by_key(&self, key: &str) -> Vec<String> {
        let sql = "SELECT n.id FROM keys k JOIN nodes n ON n.node = k.node WHERE k.key = ? ORDER BY n.id";
        self.kept(strings(&self.db, sql, &[&key]))
    }

    fn candidates(&self, id: &str) -> Vec<String> {
        let all = self.said(id).map(|said| {
            let all: BTreeSet<String> = said.into_iter().flat_map(|(said, _)| said.candidates).collect();
            all.into_iter().collect()
        });
        self.kept(all)
    }

    fn claims(&self, id: &str) -> Option<Claims> {
        self.kept(self.read_claims(id))
    }

    fn particulars(&self, id: &str) -> Vec<Particulars> {
        let copies = self.loaded(id).map(|copies| copies.iter().map(|held| copy_of(held).particulars).collect());
        self.kept(copies)
    }

    fn passages(&self, words: &[String]) -> Vec<Evidence> {
        self.kept(self.find_passages(words))
    }

    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry> {
        let of = |id: &str| self.kept(self.tasks_of(id));
        match document {
            Some(id) => of(id),
            None => self.documents_held().iter().flat_map(|id| of(id)).collect(),
        }
    }

    fn deadlines(&self, document: Option<&str>) -> Vec<DeadlineEntry> {
        let of = |id: &str| self.kept(self.deadlines_of(id));
        match document {
            Some(id) => of(id),
            None => self.documents_held().iter().flat_map(|id| of(id)).collect(),
        }
    }
}

/// A column of texts.
fn strings(db: &Connection, sql: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Vec<String>, Fault> {
    let mut find = db.prepare_cached(sql)?;
    Ok(find.query_map(values, |row| row.get(0))?.collect::<Result<_, _>>()?)
}

impl Store {
    /// Ids of the documents held, sorted.
    pub(super) fn documents_held(&self) -> Vec<String> {
        self.kept(strings(&self.db, "SELECT id FROM nodes WHERE held > 0 ORDER BY id", &[]))
    }

    /// What others say of a document, each saying once with how many say so.
    fn said(&self, id: &str) -> Result<Vec<(Said, usize)>, Fault> {
        let mut find = self
            .db
            .prepare_cached("SELECT s.said, s.n FROM nodes n JOIN said s ON s.node = n.node WHERE n.id = ?")?;
        let rows = find.query_map([id], |row| Ok((row.get::<_, String>(0)?, row.get(1)?)))?;
        rows.map(|row| row.map_err(Fault::from).and_then(|(said, n)| Ok((value(&said)?, n)))).collect()
    }

    fn read_card(&self, id: &str) -> Result<Option<DocumentCard>, Fault> {
        if self.node(id)?.is_none() {
            return Ok(None);
        }
        let mut find = self.db.prepare_cached(&format!(
            "SELECT d.own FROM nodes n JOIN documents d ON d.node = n.node JOIN sources s ON s.source = d.source
             WHERE n.id = ? ORDER BY {SPEAKING} LIMIT 1"
        ))?;
        let own: Option<String> = find.query_row([id], |row| row.get(0)).optional()?;
        let own: Option<Said> = own.as_deref().map(value).transpose()?;
        // What a document says of itself in full, nobody else is asked.
        let said = if own.as_ref().is_some_and(Said::is_full) { Vec::new() } else { self.said(id)? };
        let said: Vec<(&Said, usize)> = said.iter().map(|(said, n)| (said, *n)).collect();
        Ok(Some(card_of(id, own.as_ref(), &said)))
    }

    fn hops(&self, id: &str, here: &str, there: &str) -> Result<Vec<Hop>, Fault> {
        let mut find = self.db.prepare_cached(&format!(
            "SELECT e.relation, o.id, d.id, s.path, e.start, e.\"end\", e.sentence, e.cue, e.asserted_by
             FROM nodes n JOIN edges e ON e.{here} = n.node JOIN nodes o ON o.node = e.{there}
             JOIN documents d ON d.source = e.source JOIN sources s ON s.source = e.source WHERE n.id = ?"
        ))?;
        let mut rows = find.query([id])?;
        let mut found: BTreeMap<(RelationKind, String), BTreeSet<Evidence>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let relation: String = row.get(0)?;
            let relation = relation.parse::<RelationKind>()
                .map_err(|_| Fault::Content(format!("`{relation}` is no relation")))?;
            let evidence = Evidence {
                document: row.get(2)?,
                path: row.get(3)?,
                span: Span { start: row.get(4)?, end: row.get(5)? },
                text: row.get(6)?,
                cue: row.get(7)?,
                asserted_by: row.get(8)?,
            };
            found.entry((relation, row.get(1)?)).or_default().insert(evidence);
        }
        let hop = |((relation, other), evidence): ((RelationKind, String), BTreeSet<Evidence>)| {
            let (from, to) = if here == "from_node" { (id.to_owned(), other) } else { (other, id.to_owned()) };
            let evidence: Vec<Evidence> = evidence.into_iter().collect();
            Hop { from, relation, to, cue: evidence.iter().find_map(|e| e.cue.clone()), evidence }
        };
        Ok(found.into_iter().map(hop).collect())
    }

    fn read_claims(&self, id: &str) -> Result<Option<Claims>, Fault> {
        let Some(node) = self.node(id)? else { return Ok(None) };
        let mut find = self.db.prepare_cached(&format!(
            "SELECT s.path, s.caller_id, s.sha256 FROM documents d JOIN sources s ON s.source = d.source
             WHERE d.node = ? ORDER BY {SPEAKING}"
        ))?;
        let source = |row: &rusqlite::Row<'_>| {
            Ok(HeldSource { path: row.get(0)?, id: row.get(1)?, sha256: row.get(2)? })
        };
        let sources = find.query_map([node], source)?.collect::<Result<_, _>>()?;
        let mut find = self.db.prepare_cached(
            "SELECT id, date, coalesce(issuer_id, issuer) FROM documents WHERE node = ?1
             UNION ALL
             SELECT d.id, c.date, coalesce(c.issuer_id, c.issuer) FROM cited c JOIN documents d ON d.source = c.source
             WHERE c.node = ?1",
        )?;
        let (mut dates, mut issuers) = (Vec::new(), Vec::new());
        let mut rows = find.query([node])?;
        while let Some(row) = rows.next()? {
            let by: String = row.get(0)?;
            let date: Option<String> = row.get(1)?;
            let issuer: Option<String> = row.get(2)?;
            dates.extend(date.and_then(|date| Some((PartialDate::of_edtf(&date)?, by.clone()))));
            issuers.extend(issuer.map(|issuer| (issuer, by)));
        }
        Ok(Some(Claims { sources, dates: claims_of(dates), issuers: claims_of(issuers) }))
    }

    /// The files that hold a document, the one that speaks for it first.
    fn loaded(&self, id: &str) -> Result<Vec<Arc<Held>>, Fault> {
        self.sources_of(id)?.into_iter().map(|source| self.load(source).map(Arc::new)).collect()
    }

    fn tasks_of(&self, id: &str) -> Result<Vec<TaskEntry>, Fault> {
        let mut seen = BTreeSet::new();
        let copies = self.loaded(id)?;
        let mut entries: Vec<TaskEntry> = copies.iter().flat_map(|held| task_entries(held)).collect();
        entries.retain(|entry| seen.insert(entry.task.id.clone()));
        entries.sort_by(|a, b| (a.task.span, &a.task.id).cmp(&(b.task.span, &b.task.id)));
        Ok(entries)
    }

    fn deadlines_of(&self, id: &str) -> Result<Vec<DeadlineEntry>, Fault> {
        let Some(&first) = self.sources_of(id)?.first() else { return Ok(Vec::new()) };
        let copy = copy_of(&self.load(first)?);
        let entry = |(deadline, tasks, evidence)| DeadlineEntry { document: id.to_owned(), deadline, tasks, evidence };
        Ok(copy.deadlines.into_iter().map(entry).collect())
    }

    fn find_passages(&self, words: &[String]) -> Result<Vec<Evidence>, Fault> {
        let any: Vec<String> = words.iter().filter_map(|word| phrase(&word.replace('-', " "))).collect();
        if any.is_empty() {
            return Ok(Vec::new());
        }
        let mut find = self.db.prepare_cached("SELECT rowid FROM passages WHERE passages MATCH ?")?;
        let rows = find.query_map([any.join(" OR ")], |row| row.get::<_, i64>(0))?;
        let sources: BTreeSet<i64> = rows.map(|row| row.map(source_of_row)).collect::<Result<_, _>>()?;
        let mut held: BTreeMap<String, Particulars> = BTreeMap::new();
        for source in sources {
            let mut find = self.db.prepare_cached("SELECT id FROM documents WHERE source = ?")?;
            let id: String = find.query_row([source], |row| row.get(0))?;
            // Of several files that hold a document the first speaks.
            if self.sources_of(&id)?.first() == Some(&source) {
                held.insert(id, copy_of(&self.load(source)?).particulars);
            }
        }
        Ok(held.values().flat_map(|held| passages_of(held, words)).collect())
    }
}

fn value<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| Fault::Content(format!("a row cannot be read: {error}")))
}
