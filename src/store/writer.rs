//! Taking documents in: a batch at a time, each in one transaction that leaves the index whole.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::sync::Arc;

use rusqlite::{OptionalExtension as _, params};

use super::counts::{Counts, Ledger};
use super::error::{Fault, StoreError};
use super::intake::{Rows, erase, erase_words, write_words};
use super::lock::WriteLock;
use super::open::Store;
use super::pack::{pack, pack_value};
use super::settling::{Settling, is_shared, share};
use crate::graph::{Held, contribute, tail_of};
use crate::model::Document;
use crate::resolve::{Stake, settle};

/// What the index holds of a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    /// SHA-256 of the raw file as it was.
    pub sha256: String,
    /// The grammar and tables it was read with.
    pub fingerprint: String,
    /// `held`, `vanished`, `classified-skipped`.
    pub state: String,
}

/// A document that comes in.
#[derive(Debug, Clone)]
pub struct Arrival {
    /// The path; for a line of NDJSON the path of its file, `#` and its id.
    pub place: String,
    /// The document as parsed, with its path or the caller's id.
    pub document: Document,
    /// The text its spans point into.
    pub text: Arc<str>,
}

/// What a batch did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Taken {
    /// Places that were not there before.
    pub new: usize,
    /// Places whose document is another one now.
    pub replaced: usize,
    /// Other documents of which a mention means something else now.
    pub settled: usize,
}

/// The one who writes to an index; there is one at a time. What a transaction does not reach to is not there: a process
/// that is killed leaves the state before or behind it.
#[derive(Debug)]
pub struct Writer {
    pub(super) store: Store,
    _lock: WriteLock,
}

impl Store {
    /// What the index holds of a place; None when it was never met.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn standing(&self, place: &str) -> Result<Option<Standing>, StoreError> {
        let find = || -> Result<Option<Standing>, Fault> {
            let mut find =
                self.db.prepare_cached("SELECT sha256, fingerprint, state FROM sources WHERE place = ?")?;
            let row = find.query_row([place], |row| {
                Ok(Standing { sha256: row.get(0)?, fingerprint: row.get(1)?, state: row.get(2)? })
            });
            Ok(row.optional()?)
        };
        self.told(find())
    }
}

/// A document on its way into the index.
struct Pending {
    held: Held,
    stake: Stake,
    /// What it came with, for one that is settled again; None for one that is new.
    before: Option<Document>,
}

impl Writer {
    /// Opens an index for writing, made when there is none. While another process writes, this one waits a little and
    /// tells `waiting` who it is.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when the other does not end, and those of [`Store::open`].
    pub fn open(path: &Path, waiting: &mut dyn FnMut(&str)) -> Result<Self, StoreError> {
        let lock = WriteLock::take(path, waiting)?;
        Ok(Self { store: Store::open_to_write(path)?, _lock: lock })
    }

    /// The index as it is written.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Takes documents in, or puts them in the place of what was there.
    ///
    /// # Errors
    /// When the index cannot be written; then it is as it was.
    pub fn take(&mut self, arrivals: Vec<Arrival>) -> Result<Taken, StoreError> {
        self.transaction(|batch| {
            for arrival in arrivals {
                batch.arrive(arrival)?;
            }
            Ok(())
        })
    }

    /// Does something in one transaction and settles what it touched.
    pub(super) fn transaction(
        &mut self,
        act: impl FnOnce(&mut Batch<'_>) -> Result<(), Fault>,
    ) -> Result<Taken, StoreError> {
        self.store.told(self.store.db.execute_batch("BEGIN IMMEDIATE"))?;
        let mut batch = Batch::new(&self.store);
        let done = act(&mut batch).and_then(|()| batch.finish());
        match done {
            Ok(taken) => {
                self.store.told(self.store.db.execute_batch("COMMIT"))?;
                Ok(taken)
            }
            Err(fault) => {
                // The first fault is the one to tell of.
                let _ = self.store.db.execute_batch("ROLLBACK");
                Err(fault.of(&self.store.path))
            }
        }
    }
}

/// One transaction.
pub(super) struct Batch<'a> {
    pub store: &'a Store,
    settling: Settling,
    counts: Counts,
    /// Numbers of documents asked for so far.
    nodes: HashMap<String, i64>,
    pending: BTreeMap<i64, Pending>,
    taken: Taken,
}

impl<'a> Batch<'a> {
    fn new(store: &'a Store) -> Self {
        Self {
            store,
            settling: Settling::default(),
            counts: Counts::default(),
            nodes: HashMap::new(),
            pending: BTreeMap::new(),
            taken: Taken::default(),
        }
    }

    /// The source of a place, with its state.
    pub fn source(&self, place: &str) -> Result<Option<(i64, String)>, Fault> {
        let mut find = self.store.db.prepare_cached("SELECT source, state FROM sources WHERE place = ?")?;
        Ok(find.query_row([place], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
    }

    /// Writes what is known of a file, under the number it has when it was met before; its number.
    pub fn place(
        &mut self,
        known: Option<i64>,
        place: &str,
        document: &Document,
        state: &str,
    ) -> Result<i64, Fault> {
        let s = &document.source;
        let (path, fingerprint) = (s.path.as_deref(), &document.generator.fingerprint);
        let db = &self.store.db;
        // Not one statement for both: a statement that may have to be taken back makes the full-text tables write out
        // all they hold.
        if let Some(source) = known {
            db.prepare_cached(
                "UPDATE sources SET path = ?2, caller_id = ?3, sha256 = ?4, bytes = ?5, fingerprint = ?6, state = ?7
                 WHERE source = ?1",
            )?
            .execute(params![source, path, s.id, s.sha256, s.bytes, fingerprint, state])?;
            return Ok(source);
        }
        db.prepare_cached(
            "INSERT INTO sources (place, path, caller_id, sha256, bytes, fingerprint, state)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
        )?
        .execute(params![place, path, s.id, s.sha256, s.bytes, fingerprint, state])?;
        Ok(db.last_insert_rowid())
    }

    fn arrive(&mut self, arrival: Arrival) -> Result<(), Fault> {
        let Arrival { place, document, text } = arrival;
        let known = self.source(&place)?;
        match &known {
            Some((source, state)) => {
                if state == "held" {
                    self.withdraw(*source)?;
                }
                self.drop_text(*source)?;
                self.taken.replaced += 1;
            }
            None => self.taken.new += 1,
        }
        let source = self.place(known.map(|(source, _)| source), &place, &document, "held")?;
        self.store
            .db
            .prepare_cached("INSERT INTO texts VALUES (?, ?, x'', x'')")?
            .execute(params![source, pack(text.as_bytes())])?;
        self.enter(source, Held { document, text })
    }

    /// Takes the document of a source into answers; it is settled with the others of the batch.
    fn enter(&mut self, source: i64, mut held: Held) -> Result<(), Fault> {
        let stake = Stake::of(&mut held.document);
        self.settling.add(&share(&stake), 1);
        self.settling.open(&self.store.db, source, &held.document, &stake)?;
        write_words(&self.store.db, source, &held.text)?;
        self.pending.insert(source, Pending { held, stake, before: None });
        Ok(())
    }

    /// Takes a source that is held back into answers.
    pub fn revive(&mut self, source: i64) -> Result<(), Fault> {
        self.taken.new += 1;
        self.enter(source, self.store.load(source)?)
    }

    /// Takes a source out of all answers; its text stays.
    pub fn withdraw(&mut self, source: i64) -> Result<(), Fault> {
        // It came in earlier in this very batch.
        let waiting = self.pending.remove(&source);
        if let Some(pending) = &waiting {
            self.settling.add(&share(&pending.stake), -1);
        } else {
            let ledger = self.unwrite(source)?;
            self.settling.add(&ledger.known, -1);
        }
        self.settling.close(&self.store.db, source)?;
        let text =
            waiting.map_or_else(|| self.store.load_text(source).map(Arc::from), |p| Ok(p.held.text))?;
        erase_words(&self.store.db, source, &text)
    }

    /// Drops the text of a source.
    pub fn drop_text(&mut self, source: i64) -> Result<(), Fault> {
        self.store.db.prepare_cached("DELETE FROM texts WHERE source = ?")?.execute([source])?;
        Ok(())
    }

    /// Takes out what a settled document wrote; its ledger.
    fn unwrite(&mut self, source: i64) -> Result<Ledger, Fault> {
        let ledger = self.store.ledger(source)?;
        let mut find = self.store.db.prepare_cached("SELECT node FROM documents WHERE source = ?")?;
        let node: Option<i64> = find.query_row([source], |row| row.get(0)).optional()?;
        if let Some(node) = node {
            self.counts.held(node, -1);
        }
        let (store, nodes) = (self.store, &mut self.nodes);
        self.counts.add(&ledger, -1, |id| number_of(store, nodes, id))?;
        erase(&store.db, source)?;
        Ok(ledger)
    }

    /// Settles everything that came in or is touched by it, and writes it.
    fn finish(mut self) -> Result<Taken, Fault> {
        for source in self.settling.write(&self.store.db)? {
            if !self.pending.contains_key(&source) {
                let mut held = self.store.load(source)?;
                let before = held.document.clone();
                let stake = Stake::of(&mut held.document);
                self.pending.insert(source, Pending { held, stake, before: Some(before) });
            }
        }
        for (source, mut pending) in std::mem::take(&mut self.pending) {
            let shared = is_shared(&self.store.db, &pending.stake)?;
            let known = self.settling.known_for(&self.store.db, &pending.held.document)?;
            settle(&mut pending.held.document, &pending.stake.own, shared, &known);
            let known = match &pending.before {
                Some(before) if *before == pending.held.document => continue,
                // What it stakes is as it was; the ledger says so even where the tables of this version would not.
                Some(_) => {
                    self.taken.settled += 1;
                    self.unwrite(source)?.known
                }
                None => share(&pending.stake),
            };
            self.write(source, &pending.held, known)?;
        }
        self.counts.write(&self.store.db)?;
        self.store.db.execute_batch("UPDATE meta SET value = value + 1 WHERE name = 'changed'")?;
        Ok(self.taken)
    }

    fn write(&mut self, source: i64, held: &Held, known: Vec<(String, String, String)>) -> Result<(), Fault> {
        let mut rows = Rows::default();
        contribute(&mut rows, held.borrowed());
        let (store, nodes) = (self.store, &mut self.nodes);
        let mut number = |id: &str| number_of(store, nodes, id);
        self.counts.held(number(&held.document.id)?, 1);
        rows.write(&store.db, source, held, &mut number)?;
        self.counts.add(&rows.ledger, 1, number)?;
        rows.ledger.known = known;
        store
            .db
            .prepare_cached("UPDATE texts SET record = ?2, ledger = ?3 WHERE source = ?1")?
            .execute(params![source, pack_value(&held.document), pack_value(&rows.ledger)])?;
        Ok(())
    }
}

/// The number of a document, given when it has none yet.
fn number_of(store: &Store, nodes: &mut HashMap<String, i64>, id: &str) -> Result<i64, Fault> {
    if let Some(&node) = nodes.get(id) {
        return Ok(node);
    }
    let node = if let Some(node) = store.node(id)? {
        node
    } else {
        store.db.prepare_cached("INSERT INTO nodes (id, tail) VALUES (?, ?)")?.execute([id, tail_of(id)])?;
        store.db.last_insert_rowid()
    };
    nodes.insert(id.to_owned(), node);
    Ok(node)
}
