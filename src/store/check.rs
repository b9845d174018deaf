//! Whether an index is whole: its pages, its texts, and its tables against one another.

use super::error::{Fault, StoreError};
use super::open::Store;

impl Store {
    /// Reads all of the index. How many documents it holds.
    ///
    /// # Errors
    /// [`StoreError::Damaged`] with the first thing that does not agree.
    pub fn check(&self) -> Result<usize, StoreError> {
        self.told(self.check_all())
    }

    fn check_all(&self) -> Result<usize, Fault> {
        let told: String = self.db.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
        if told != "ok" {
            return Err(Fault::Content(told));
        }
        for (what, sql) in [
            ("texts without a place", "SELECT count(*) FROM texts WHERE source NOT IN (SELECT source FROM sources)"),
            (
                "documents without a text",
                "SELECT count(*) FROM documents WHERE source NOT IN (SELECT source FROM texts)",
            ),
            (
                "files held without a document",
                "SELECT count(*) FROM sources WHERE state = 'held' AND source NOT IN (SELECT source FROM documents)",
            ),
            (
                "relations of documents that are not there",
                "SELECT count(*) FROM edges WHERE from_node NOT IN (SELECT node FROM nodes)
                 OR to_node NOT IN (SELECT node FROM nodes)",
            ),
            (
                "documents counted wrongly",
                "SELECT count(*) FROM nodes n WHERE n.held <> (SELECT count(*) FROM documents d WHERE d.node = n.node)
                 OR n.said <> (SELECT count(*) FROM cited c WHERE c.node = n.node)",
            ),
        ] {
            let wrong: i64 = self.db.query_row(sql, [], |row| row.get(0))?;
            if wrong > 0 {
                return Err(Fault::Content(format!("{wrong} {what}")));
            }
        }
        let mut find = self.db.prepare("SELECT source FROM texts")?;
        let mut held = 0;
        for source in find.query_map([], |row| row.get(0))? {
            self.load(source?)?;
            held += 1;
        }
        Ok(held)
    }
}
