//! What many documents say alike is counted, not listed: a law that a hundred thousand texts cite under three names has
//! three rows. Each document's share is kept in its ledger, so that it can be taken out again by whatever version of the
//! program, and the shares of a batch are summed up before they are written.

use std::collections::HashMap;

use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};

use super::error::Fault;

/// The share of one document in the counting tables.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct Ledger {
    /// Documents it knows whole: code, id, date or nothing.
    pub known: Vec<(String, String, String)>,
    /// Codes and names, each with the document that goes by it.
    pub keys: Vec<(String, String)>,
    /// Ids of documents and what it says of them.
    pub said: Vec<(String, String)>,
    /// Bodies and the names it prints them under.
    pub bodies: Vec<(String, String)>,
}

/// Sums of shares that are not written yet.
#[derive(Debug, Default)]
pub(super) struct Counts {
    keys: HashMap<(String, i64), i64>,
    said: HashMap<(i64, String), i64>,
    bodies: HashMap<(String, String), i64>,
    /// How often a document is held, and how often something is said of it.
    nodes: HashMap<i64, (i64, i64)>,
}

impl Counts {
    /// Adds a share, or with `sign` -1 takes it out; `node` gives the number of an id.
    pub fn add(
        &mut self,
        ledger: &Ledger,
        sign: i64,
        mut node: impl FnMut(&str) -> Result<i64, Fault>,
    ) -> Result<(), Fault> {
        for (key, id) in &ledger.keys {
            *self.keys.entry((key.clone(), node(id)?)).or_default() += sign;
        }
        for (id, said) in &ledger.said {
            let node = node(id)?;
            self.nodes.entry(node).or_default().1 += sign;
            *self.said.entry((node, said.clone())).or_default() += sign;
        }
        for body in &ledger.bodies {
            *self.bodies.entry(body.clone()).or_default() += sign;
        }
        Ok(())
    }

    /// Notes that a document is held in one file more, or with `sign` -1 less.
    pub fn held(&mut self, node: i64, sign: i64) {
        self.nodes.entry(node).or_default().0 += sign;
    }

    /// Writes the sums; what is no longer said by anybody goes.
    pub fn write(self, db: &Connection) -> Result<(), Fault> {
        for ((key, node), n) in self.keys {
            count(db, "keys", "key, node", "key = ?1 AND node = ?2", params![key, node, n], n)?;
        }
        for ((node, said), n) in self.said {
            count(db, "said", "node, said", "node = ?1 AND said = ?2", params![node, said, n], n)?;
        }
        for ((id, name), n) in self.bodies {
            count(db, "bodies", "id, name", "id = ?1 AND name = ?2", params![id, name, n], n)?;
        }
        for (node, (held, said)) in self.nodes {
            db.prepare_cached("UPDATE nodes SET held = held + ?2, said = said + ?3 WHERE node = ?1")?
                .execute(params![node, held, said])?;
            if held < 0 || said < 0 {
                db.prepare_cached("DELETE FROM nodes WHERE node = ?1 AND held <= 0 AND said <= 0")?
                    .execute([node])?;
            }
        }
        Ok(())
    }
}

/// Adds `n`, the third of the values, to the row of a counting table.
fn count(
    db: &Connection,
    table: &str,
    columns: &str,
    row: &str,
    values: &[&dyn rusqlite::ToSql],
    n: i64,
) -> Result<(), Fault> {
    if n > 0 {
        let add = format!(
            "INSERT INTO {table} ({columns}, n) VALUES (?1, ?2, ?3) ON CONFLICT ({columns}) DO UPDATE SET n = n + ?3"
        );
        db.prepare_cached(&add)?.execute(values)?;
    } else if n < 0 {
        db.prepare_cached(&format!("UPDATE {table} SET n = n + ?3 WHERE {row}"))?.execute(values)?;
        db.prepare_cached(&format!("DELETE FROM {table} WHERE {row} AND n <= 0"))?.execute(&values[..2])?;
    }
    Ok(())
}
