//! Removing a document for good, and never taking in what must not be stored.

use std::collections::HashSet;

use rusqlite::params;

use super::error::{Fault, StoreError};
use super::open::Store;
use super::writer::{Batch, Writer};
use crate::model::Document;

impl Writer {
    /// Removes a document by its canonical id, in every file that holds it: its text, all that was read from it, and the
    /// bytes of both in the file. What others say of it stays. Its content is not taken in from a folder again. The places
    /// it was removed from.
    ///
    /// # Errors
    /// When the index cannot be written; then it is as it was.
    pub fn forget(&mut self, id: &str) -> Result<Vec<String>, StoreError> {
        let found = self.store.told(self.bearing(id))?;
        if found.is_empty() {
            return Ok(Vec::new());
        }
        self.store.told(self.store.db.execute_batch("PRAGMA secure_delete = ON"))?;
        self.transaction(|batch| {
            for (source, _, sha256) in &found {
                batch.remove(*source)?;
                let db = &batch.store.db;
                db.prepare_cached("INSERT OR IGNORE INTO forgotten VALUES (?)")?.execute([sha256])?;
            }
            batch.drop_idle_actors()?;
            // Merged into one segment, the full-text tables keep no word of it.
            batch.store.db.execute_batch(
                "INSERT INTO passages (passages) VALUES ('optimize');
                 INSERT INTO actor_words (actor_words) VALUES ('optimize')",
            )?;
            Ok(())
        })?;
        self.store.told(self.store.db.execute_batch("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)"))?;
        Ok(found.into_iter().map(|(_, place, _)| place).collect())
    }

    /// Notes that documents are passed over because they are marked mật: their places and the hash of their bytes, so that
    /// they are not read again, and nothing of what they say. What was held of them before is removed.
    ///
    /// # Errors
    /// When the index cannot be written; then it is as it was.
    pub fn pass_over(&mut self, documents: &[(String, Document)]) -> Result<(), StoreError> {
        if documents.is_empty() {
            return Ok(());
        }
        self.transaction(|batch| {
            for (place, document) in documents {
                if let Some((source, _)) = batch.source(place)? {
                    batch.remove(source)?;
                }
                batch.place(None, place, document, "classified-skipped")?;
            }
            batch.drop_idle_actors()
        })?;
        Ok(())
    }

    /// Sources, places and hashes of a document, held or vanished.
    fn bearing(&self, id: &str) -> Result<Vec<(i64, String, String)>, Fault> {
        let db = &self.store.db;
        let mut found = Vec::new();
        let mut find = db.prepare_cached(
            "SELECT s.source, s.place, s.sha256 FROM documents d JOIN sources s ON s.source = d.source WHERE d.id = ?",
        )?;
        for row in find.query_map([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))? {
            found.push(row?);
        }
        let mut find =
            db.prepare_cached("SELECT source, place, sha256 FROM sources WHERE state = 'vanished'")?;
        let gone: Vec<(i64, String, String)> = find
            .query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?
            .collect::<Result<_, _>>()?;
        for row in gone {
            if self.store.load(row.0)?.document.id == id {
                found.push(row);
            }
        }
        Ok(found)
    }
}

impl Store {
    /// Hashes of the contents that were removed for good.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn forgotten(&self) -> Result<HashSet<String>, StoreError> {
        let find = || -> Result<HashSet<String>, Fault> {
            let mut find = self.db.prepare_cached("SELECT sha256 FROM forgotten")?;
            Ok(find.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        self.told(find())
    }
}

impl Batch<'_> {
    /// Removes a source with all it holds.
    fn remove(&mut self, source: i64) -> Result<(), Fault> {
        let state: String = self
            .store
            .db
            .prepare_cached("SELECT state FROM sources WHERE source = ?")?
            .query_row([source], |row| row.get(0))?;
        if state == "held" {
            self.withdraw(source)?;
        }
        self.drop_text(source)?;
        self.store.db.prepare_cached("DELETE FROM sources WHERE source = ?")?.execute(params![source])?;
        Ok(())
    }

    /// Drops the names of actors that no text charges any more: they may be of one that was removed.
    fn drop_idle_actors(&mut self) -> Result<(), Fault> {
        self.store.db.execute_batch(
            "DELETE FROM actor_words WHERE rowid IN
               (SELECT actor FROM actors WHERE actor NOT IN (SELECT actor FROM charged));
             DELETE FROM actors WHERE actor NOT IN (SELECT actor FROM charged)",
        )?;
        Ok(())
    }
}
