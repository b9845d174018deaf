//! The index as a [`GraphView`]: the same answers as a graph in memory, from rows.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _};

use super::error::Fault;
use super::frozen::NEAR;
use super::intake::word;
use super::load::SPEAKING;
use super::open::Store;
use super::words::{holding, place_of};
use crate::graph::{
    Claims, DeadlineEntry, GraphView, Held, Mentions, Particulars, Party, Reach, Said, Tally, TaskEntry, Way,
    breadth_first, card_of, claims_of, deadline_entries, final_day, first_day, first_word, paragraphs,
    particulars, passages_in, slips, tasks_of,
};
use crate::model::{Assignment, DocumentCard, Duty, Evidence, HeldSource, Hop, PartialDate, RelationKind};
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
            let all: BTreeSet<String> =
                said.into_iter().flat_map(|(said, _)| said.candidates.into_owned()).collect();
            all.into_iter().collect()
        });
        self.kept(all)
    }

    fn claims(&self, id: &str) -> Option<Claims> {
        self.kept(self.read_claims(id))
    }

    fn particulars(&self, id: &str) -> Vec<Particulars> {
        let copies =
            self.loaded(id).map(|copies| copies.iter().map(|held| particulars(held.borrowed())).collect());
        self.kept(copies)
    }

    fn passages(&self, words: &[String], least: usize) -> Vec<Evidence> {
        self.kept(self.find_passages(words, least))
    }

    fn tasks(&self, document: Option<&str>) -> Vec<TaskEntry> {
        let of = |id: &str| self.kept(self.tasks_of(id));
        match document {
            Some(id) => of(id),
            None => self.documents_held().iter().flat_map(|id| of(id)).collect(),
        }
    }

    fn tasks_naming(&self, document: Option<&str>, party: &Party) -> Vec<TaskEntry> {
        // A name without a word cannot be looked for.
        let wordless = party.names().any(|(id, plain)| id.is_empty() && plain.is_empty());
        match document {
            None if !wordless => self.kept(self.tasks_of_party(party)),
            _ => self.tasks(document),
        }
    }

    fn hop(&self, from: &str, relation: RelationKind, to: &str) -> Option<Hop> {
        self.kept(self.one_hop(from, relation, to))
    }

    fn neighbours(&self, id: &str, way: Way) -> Vec<(RelationKind, String)> {
        self.kept(self.find_neighbours(id, way))
    }

    fn reach(&self, start: &str, way: Way, follows: &[RelationKind]) -> Vec<Reach> {
        // Most walks end soon, and the rows they need are few; the arrays are for the others.
        let near = breadth_first(self, start, way, follows, NEAR);
        let far = || self.kept(self.reach_far(start, way, follows));
        near.or_else(far).or_else(|| breadth_first(self, start, way, follows, usize::MAX)).unwrap_or_default()
    }

    fn count_reached(&self, start: &str, way: Way, follows: &[RelationKind]) -> usize {
        let near = breadth_first(self, start, way, follows, NEAR).map(|near| near.len());
        near.or_else(|| self.kept(self.count_far(start, way, follows)))
            .unwrap_or_else(|| self.reach(start, way, follows).len())
    }

    fn by_tail(&self, tail: &str) -> Vec<String> {
        self.kept(strings(&self.db, "SELECT id FROM nodes WHERE tail = ? ORDER BY id", &[&tail]))
    }

    fn by_like_tail(&self, tail: &str) -> Vec<String> {
        self.kept(self.find_like(tail))
    }

    fn newest(&self) -> Option<PartialDate> {
        let day = || -> Result<Option<String>, Fault> {
            let mut find = self.db.prepare_cached("SELECT max(first_day) FROM documents")?;
            Ok(find.query_row([], |row| row.get(0))?)
        };
        self.kept(day()).and_then(|day| PartialDate::of_edtf(&day))
    }

    fn documents_due(&self, since: Option<PartialDate>, until: Option<PartialDate>) -> Option<Vec<String>> {
        self.kept(self.find_due(since, until).map(Some))
    }

    fn count_undated(&self, duty: Option<Duty>, assignment: Option<Assignment>) -> usize {
        self.kept(self.count_tasks_undated(duty, assignment))
    }

    fn tally(&self) -> Tally {
        let kept = self.kept(self.kept_tally());
        kept.unwrap_or_else(|| self.kept(self.count_all()))
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
    fn said(&self, id: &str) -> Result<Vec<(Said<'static>, usize)>, Fault> {
        let mut find = self.db.prepare_cached(
            "SELECT s.said, s.n FROM nodes n JOIN said s ON s.node = n.node WHERE n.id = ?",
        )?;
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
        let own: Option<Said<'_>> = own.as_deref().map(value).transpose()?;
        // What a document says of itself in full, nobody else is asked.
        let said = if own.as_ref().is_some_and(Said::is_full) { Vec::new() } else { self.said(id)? };
        Ok(Some(card_of(id, own.as_ref(), &said)))
    }

    fn hops(&self, id: &str, here: &str, there: &str) -> Result<Vec<Hop>, Fault> {
        let mut find = self.db.prepare_cached(&format!(
            "SELECT {EVIDENCE}, e.relation, o.id FROM nodes n JOIN edges e ON e.{here} = n.node JOIN nodes o ON o.node = e.{there}
             JOIN documents d ON d.source = e.source JOIN sources s ON s.source = e.source WHERE n.id = ?"
        ))?;
        let mut rows = find.query([id])?;
        let mut found: BTreeMap<(RelationKind, String), BTreeSet<Evidence>> = BTreeMap::new();
        while let Some(row) = rows.next()? {
            let relation: String = row.get(7)?;
            let relation = relation_of(&relation)?;
            let evidence = evidence_of(row)?;
            found.entry((relation, row.get(8)?)).or_default().insert(evidence);
        }
        let hop = |((relation, other), evidence): ((RelationKind, String), BTreeSet<Evidence>)| {
            let (from, to) =
                if here == "from_node" { (id.to_owned(), other) } else { (other, id.to_owned()) };
            Hop::new(from, relation, to, evidence)
        };
        Ok(found.into_iter().map(hop).collect())
    }

    /// One relation between two documents, or none.
    fn one_hop(&self, from: &str, relation: RelationKind, to: &str) -> Result<Option<Hop>, Fault> {
        let (Some(a), Some(b)) = (self.node(from)?, self.node(to)?) else { return Ok(None) };
        let mut find = self.db.prepare_cached(&format!(
            "SELECT {EVIDENCE} FROM edges e JOIN documents d ON d.source = e.source
             JOIN sources s ON s.source = e.source WHERE e.from_node = ? AND e.to_node = ? AND e.relation = ?"
        ))?;
        let found: BTreeSet<Evidence> = find
            .query_map(rusqlite::params![a, b, relation.as_str()], evidence_of)?
            .collect::<Result<_, _>>()?;
        let said = !found.is_empty();
        Ok(said.then(|| Hop::new(from.to_owned(), relation, to.to_owned(), found)))
    }

    fn find_neighbours(&self, id: &str, way: Way) -> Result<Vec<(RelationKind, String)>, Fault> {
        let (here, there) = if way == Way::Out { ("from_node", "to_node") } else { ("to_node", "from_node") };
        let mut find = self.db.prepare_cached(&format!(
            "SELECT DISTINCT e.relation, o.id FROM nodes n JOIN edges e ON e.{here} = n.node
             JOIN nodes o ON o.node = e.{there} WHERE n.id = ?"
        ))?;
        let rows = find.query_map([id], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
        let mut found = Vec::new();
        for row in rows {
            let (relation, other) = row?;
            found.push((relation_of(&relation)?, other));
        }
        found.sort();
        Ok(found)
    }

    fn find_like(&self, tail: &str) -> Result<Vec<String>, Fault> {
        let (first, rest) = first_word(tail);
        // What begins with the word and a hyphen stands between it and the next sign, `.`.
        let (from, to) = (format!("{first}-"), format!("{first}."));
        let sql = "SELECT id FROM nodes WHERE tail = ?1 OR (tail >= ?2 AND tail < ?3)";
        let mut found: BTreeSet<String> =
            strings(&self.db, sql, &[&first, &from, &to])?.into_iter().collect();
        for serial in slips(first) {
            let tail = if rest.is_empty() { serial } else { format!("{serial}-{rest}") };
            found.extend(strings(&self.db, "SELECT id FROM nodes WHERE tail = ?", &[&tail])?);
        }
        Ok(found.into_iter().collect())
    }

    fn find_due(&self, since: Option<PartialDate>, until: Option<PartialDate>) -> Result<Vec<String>, Fault> {
        let from = since.map_or_else(String::new, |day| first_day(day).to_string());
        let to = until.map_or_else(|| "~".to_owned(), |day| final_day(day).to_string());
        let sql = "SELECT DISTINCT d.id FROM (
               SELECT source FROM deadlines WHERE last_day >= ?1 AND last_day <= ?2
               UNION SELECT source FROM deadlines WHERE recurs
             ) due JOIN documents d ON d.source = due.source ORDER BY d.id";
        strings(&self.db, sql, &[&from, &to])
    }

    fn count_tasks_undated(
        &self,
        duty: Option<Duty>,
        assignment: Option<Assignment>,
    ) -> Result<usize, Fault> {
        // A task that several files give counts once.
        let mut find = self.db.prepare_cached(
            "SELECT count(*) FROM tasks t JOIN documents d ON d.source = t.source JOIN nodes n ON n.node = d.node
             WHERE t.undated AND n.held = 1 AND t.duty = coalesce(?1, t.duty) AND t.assignment = coalesce(?2, t.assignment)",
        )?;
        let words = (duty.as_ref().and_then(word), assignment.as_ref().and_then(word));
        let alone: usize = find.query_row([words.0, words.1], |row| row.get(0))?;
        let mut several = 0;
        for id in strings(&self.db, "SELECT id FROM nodes WHERE held > 1", &[])? {
            several += self.tasks_of(&id)?.iter().filter(|entry| entry.is_undated(duty, assignment)).count();
        }
        Ok(alone + several)
    }

    pub(super) fn count_all(&self) -> Result<Tally, Fault> {
        let count = |sql: &str| -> Result<usize, Fault> { Ok(self.db.query_row(sql, [], |row| row.get(0))?) };
        let fate = |sql: &str| {
            count(&format!(
                "SELECT coalesce(sum(c.mentions), 0) FROM cited c JOIN nodes n ON n.node = c.node WHERE {sql}"
            ))
        };
        // Where several files hold a document the first tells its time limits.
        let several = strings(&self.db, "SELECT id FROM nodes WHERE held > 1", &[])?;
        let mut deadlines = count(
            "SELECT count(*) FROM deadlines x JOIN documents d ON d.source = x.source JOIN nodes n ON n.node = d.node
             WHERE n.held = 1",
        )?;
        for id in several {
            deadlines += self.deadlines_of(&id)?.len();
        }
        Ok(Tally {
            held: count("SELECT count(*) FROM nodes WHERE held > 0")?,
            cited: count("SELECT count(*) FROM nodes WHERE held = 0")?,
            relations: count(
                "SELECT count(*) FROM (SELECT DISTINCT from_node, relation, to_node FROM edges)",
            )?,
            tasks: count("SELECT count(DISTINCT task) FROM tasks")?,
            deadlines,
            mentions: Mentions {
                all: count("SELECT coalesce(sum(mentions), 0) FROM cited")?,
                held: fate("c.fate <> 'ambiguous' AND n.held > 0")?,
                stubs: fate("c.fate = 'resolved' AND n.held = 0")?,
                ambiguous: fate("c.fate = 'ambiguous'")?,
                abstained: fate("c.fate = 'abstained' AND n.held = 0")?,
            },
        })
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
    fn loaded(&self, id: &str) -> Result<Vec<Held>, Fault> {
        self.sources_of(id)?.into_iter().map(|source| self.load(source)).collect()
    }

    fn tasks_of(&self, id: &str) -> Result<Vec<TaskEntry>, Fault> {
        let copies = self.loaded(id)?;
        Ok(tasks_of(&copies.iter().map(Held::borrowed).collect::<Vec<_>>()))
    }

    fn deadlines_of(&self, id: &str) -> Result<Vec<DeadlineEntry>, Fault> {
        let Some(&first) = self.sources_of(id)?.first() else { return Ok(Vec::new()) };
        Ok(deadline_entries(self.load(first)?.borrowed()).collect())
    }

    fn find_passages(&self, words: &[String], least: usize) -> Result<Vec<Evidence>, Fault> {
        let Some(question) = holding(words, least) else { return Ok(Vec::new()) };
        let mut find =
            self.db.prepare_cached("SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rowid")?;
        let mut places: BTreeMap<i64, Vec<usize>> = BTreeMap::new();
        for row in find.query_map([question], |row| row.get::<_, i64>(0))? {
            let (source, paragraph) = place_of(row?);
            places.entry(source).or_default().push(paragraph);
        }
        let mut found: BTreeMap<String, Vec<Evidence>> = BTreeMap::new();
        let mut find = self.db.prepare_cached(
            "SELECT d.id, s.path FROM documents d JOIN sources s ON s.source = d.source WHERE d.source = ?",
        )?;
        for (source, at) in places {
            let (id, path): (String, Option<String>) =
                find.query_row([source], |row| Ok((row.get(0)?, row.get(1)?)))?;
            // Of several files that hold a document the first speaks.
            if self.sources_of(&id)?.first() == Some(&source) {
                let text = self.load_text(source)?;
                let all = paragraphs(&text);
                let spans = at.into_iter().filter_map(|n| all.get(n).copied());
                let passages = passages_in(&id, path.as_deref(), &text, spans, words, least);
                found.insert(id, passages);
            }
        }
        Ok(found.into_values().flatten().collect())
    }
}

/// The columns of an edge, its document and its source that [`evidence_of`] reads.
const EVIDENCE: &str = "d.id, s.path, e.start, e.\"end\", e.sentence, e.cue, e.asserted_by";

fn evidence_of(row: &rusqlite::Row<'_>) -> rusqlite::Result<Evidence> {
    Ok(Evidence {
        document: row.get(0)?,
        path: row.get(1)?,
        span: Span { start: row.get(2)?, end: row.get(3)? },
        text: row.get(4)?,
        cue: row.get(5)?,
        asserted_by: row.get(6)?,
    })
}

fn relation_of(name: &str) -> Result<RelationKind, Fault> {
    name.parse().map_err(|_| Fault::Content(format!("`{name}` is no relation")))
}

fn value<T: serde::de::DeserializeOwned>(json: &str) -> Result<T, Fault> {
    serde_json::from_str(json).map_err(|error| Fault::Content(format!("a row cannot be read: {error}")))
}
