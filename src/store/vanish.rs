//! Files that are gone: their documents are in no answer any more, and are there again when the file comes back.

use std::collections::HashSet;

use rusqlite::params;

use super::error::{Fault, StoreError};
use super::writer::Writer;

impl Writer {
    /// Marks as vanished what is held of `scope` and was not seen: a place, all below a folder (`folder/`), all lines of
    /// an NDJSON file (`file#`). How many there are.
    ///
    /// # Errors
    /// When the index cannot be written; then it is as it was.
    pub fn vanish(&mut self, scope: &str, seen: &HashSet<String>) -> Result<usize, StoreError> {
        let gone = self.store.told(self.places(scope))?;
        let gone: Vec<(i64, String)> = gone.into_iter().filter(|(_, place)| !seen.contains(place)).collect();
        if gone.is_empty() {
            return Ok(0);
        }
        self.transaction(|batch| {
            for (source, _) in &gone {
                batch.withdraw(*source)?;
                batch
                    .store
                    .db
                    .prepare_cached("UPDATE sources SET state = 'vanished' WHERE source = ?")?
                    .execute([source])?;
            }
            Ok(())
        })?;
        Ok(gone.len())
    }

    /// Takes a document back of which the file is there again, unchanged.
    ///
    /// # Errors
    /// When the index cannot be written; then it is as it was.
    pub fn revive(&mut self, place: &str) -> Result<(), StoreError> {
        self.transaction(|batch| {
            let Some((source, _)) = batch.source(place)? else { return Ok(()) };
            batch
                .store
                .db
                .prepare_cached("UPDATE sources SET state = 'held' WHERE source = ?")?
                .execute([source])?;
            batch.revive(source)
        })?;
        Ok(())
    }

    /// The places of a scope that are held.
    fn places(&self, scope: &str) -> Result<Vec<(i64, String)>, Fault> {
        let mut find = self.store.db.prepare_cached(
            "SELECT source, place FROM sources WHERE state = 'held' AND (place = ?1 OR substr(place, 1, length(?1)) = ?1 AND ?2)",
        )?;
        let below = scope.ends_with(['/', '#']);
        let rows = find.query_map(params![scope, below], |row| Ok((row.get(0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
