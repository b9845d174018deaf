//! Whose tasks: the texts in which somebody may have a part, by the ids and the words of those who are charged there.

use std::collections::BTreeSet;

use super::error::Fault;
use super::open::Store;
use super::words::phrase;
use crate::graph::{GraphView as _, Party, TaskEntry};

impl Store {
    /// Tasks of the documents in which the party may have a part, in the order of all tasks.
    pub(super) fn tasks_of_party(&self, party: &Party) -> Result<Vec<TaskEntry>, Fault> {
        let mut actors: BTreeSet<i64> = BTreeSet::new();
        for (id, plain) in party.names() {
            let mut by_organ =
                self.db.prepare_cached("SELECT actor FROM actors WHERE organ IN (?1, 'vn/' || ?1)")?;
            for actor in by_organ.query_map([id], |row| row.get(0))? {
                actors.insert(actor?);
            }
            let words = plain.replace('-', " ");
            if let Some(words) = phrase(&words) {
                let mut by_words =
                    self.db.prepare_cached("SELECT rowid FROM actor_words WHERE actor_words MATCH ?")?;
                for actor in by_words.query_map([words], |row| row.get(0))? {
                    actors.insert(actor?);
                }
            }
        }
        let mut documents: BTreeSet<String> = BTreeSet::new();
        let mut charged = self.db.prepare_cached(
            "SELECT d.id FROM charged c JOIN documents d ON d.source = c.source WHERE c.actor = ?",
        )?;
        for actor in actors {
            for id in charged.query_map([actor], |row| row.get(0))? {
                documents.insert(id?);
            }
        }
        Ok(documents.iter().flat_map(|id| self.tasks(Some(id))).collect())
    }
}
