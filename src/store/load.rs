//! From rows back to documents with their texts.

use std::sync::Arc;

use rusqlite::OptionalExtension as _;

use super::counts::Ledger;
use super::error::{Fault, StoreError};
use super::open::Store;
use super::pack::{unpack_text, unpack_value};
use crate::graph::Held;
use crate::model::Document;

/// The order in which files that hold one document speak for it: that of their paths.
pub(super) const SPEAKING: &str = "s.path, s.caller_id, s.sha256";

impl Store {
    /// The number of a document.
    pub(super) fn node(&self, id: &str) -> Result<Option<i64>, Fault> {
        let mut find = self.db.prepare_cached("SELECT node FROM nodes WHERE id = ?")?;
        Ok(find.query_row([id], |row| row.get(0)).optional()?)
    }

    /// The sources that hold a document, the one that speaks for it first.
    pub(super) fn sources_of(&self, id: &str) -> Result<Vec<i64>, Fault> {
        let mut find = self.db.prepare_cached(&format!(
            "SELECT d.source FROM nodes n JOIN documents d ON d.node = n.node JOIN sources s ON s.source = d.source
             WHERE n.id = ? ORDER BY {SPEAKING}"
        ))?;
        Ok(find.query_map([id], |row| row.get(0))?.collect::<Result<_, _>>()?)
    }

    /// The document of a source with its text.
    pub(super) fn load(&self, source: i64) -> Result<Held, Fault> {
        let mut find = self.db.prepare_cached("SELECT record, text FROM texts WHERE source = ?")?;
        let (record, text): (Vec<u8>, Vec<u8>) = find
            .query_row([source], |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?
            .ok_or_else(|| Fault::Content(format!("the text of source {source} is missing")))?;
        let document: Document = unpack_value(&record)?;
        let text: Arc<str> = unpack_text(&text)?.into();
        Ok(Held { document, text })
    }

    /// The text of a source alone.
    pub(super) fn load_text(&self, source: i64) -> Result<String, Fault> {
        let mut find = self.db.prepare_cached("SELECT text FROM texts WHERE source = ?")?;
        let packed: Option<Vec<u8>> = find.query_row([source], |row| row.get(0)).optional()?;
        packed.map_or_else(
            || Err(Fault::Content(format!("the text of source {source} is missing"))),
            |p| unpack_text(&p),
        )
    }

    /// What a source added to the counting tables.
    pub(super) fn ledger(&self, source: i64) -> Result<Ledger, Fault> {
        let mut find = self.db.prepare_cached("SELECT ledger FROM texts WHERE source = ?")?;
        let packed: Option<Vec<u8>> = find.query_row([source], |row| row.get(0)).optional()?;
        packed.map_or_else(|| Ok(Ledger::default()), |packed| unpack_value(&packed))
    }

    /// Every document held, with its text, in the order of the places they came from.
    ///
    /// # Errors
    /// [`StoreError`] when the index cannot be read; so do its items.
    pub fn held(&self) -> Result<impl Iterator<Item = Result<Held, StoreError>> + '_, StoreError> {
        let all = || -> Result<Vec<i64>, Fault> {
            let mut find = self.db.prepare(
                "SELECT d.source FROM documents d JOIN sources s ON s.source = d.source ORDER BY s.place",
            )?;
            Ok(find.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
        };
        let sources = self.told(all())?;
        Ok(sources.into_iter().map(|source| self.told(self.load(source))))
    }

    /// The text a file or line was read from, by its path or the caller's id.
    pub fn text_of(&self, name: &str) -> Option<String> {
        self.kept((|| {
            let find = |by: &str| -> Result<Option<i64>, Fault> {
                let sql = format!("SELECT source FROM sources WHERE {by} AND state = 'held'");
                Ok(self.db.prepare_cached(&sql)?.query_row([name], |row| row.get(0)).optional()?)
            };
            let source = match find("place = ?")? {
                Some(source) => Some(source),
                None => find("path IS NULL AND caller_id = ?")?,
            };
            source.map(|source| self.load_text(source)).transpose()
        })())
    }
}
