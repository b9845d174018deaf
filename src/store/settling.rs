//! Resolution, as far as something new can change it. A document is settled again when one that its open mentions may
//! mean becomes known or unknown, or when another text comes or goes that bears the same incomplete key; nothing else has
//! a say in it (see [`crate::resolve::Stake`]). So the index stays what it would be if all had been read at once.

use std::collections::{BTreeSet, HashMap};

use rusqlite::{Connection, OptionalExtension as _, params};

use super::error::Fault;
use crate::model::{Document, PartialDate};
use crate::resolve::{Key, Known, Open, Stake};

/// What a batch changes of what is known.
#[derive(Debug, Default)]
pub(super) struct Settling {
    /// Code, id and date of what is known, and how many texts more or less say so.
    known: HashMap<(String, String, String), i64>,
    /// Incomplete keys that a text more or less bears.
    vague: BTreeSet<String>,
    /// What is known of a code, as asked for in this batch.
    asked: HashMap<String, Vec<(Key, Option<PartialDate>)>>,
}

/// The share of a document in what is known, as its ledger keeps it.
pub(super) fn share(stake: &Stake) -> Vec<(String, String, String)> {
    let row = |(key, date): &(Key, Option<PartialDate>)| {
        (key.code.clone(), key.to_string(), date.map(|date| date.to_string()).unwrap_or_default())
    };
    stake.known.iter().map(row).collect()
}

impl Settling {
    /// Adds the share of a document, or with `sign` -1 takes it out.
    pub fn add(&mut self, share: &[(String, String, String)], sign: i64) {
        for row in share {
            *self.known.entry(row.clone()).or_default() += sign;
        }
    }

    /// Notes what a document leaves open.
    pub fn open(
        &mut self,
        db: &Connection,
        source: i64,
        document: &Document,
        stake: &Stake,
    ) -> Result<(), Fault> {
        let mut insert = db.prepare_cached("INSERT INTO open VALUES (?1, ?2, ?3, ?4, ?5)")?;
        for (at, open) in Open::of(document).into_iter().enumerate() {
            insert.execute(params![open.key.code, source, at, open.key.to_string(), open.province])?;
        }
        if stake.is_vague() {
            let key = stake.own.to_string();
            db.prepare_cached("INSERT INTO vague VALUES (?1, ?2, ?3)")?.execute(params![
                key,
                source,
                document.source.sha256
            ])?;
            self.vague.insert(key);
        }
        Ok(())
    }

    /// Takes out what a source left open.
    pub fn close(&mut self, db: &Connection, source: i64) -> Result<(), Fault> {
        let mut find = db.prepare_cached("SELECT key FROM vague WHERE source = ?")?;
        for key in find.query_map([source], |row| row.get::<_, String>(0))? {
            self.vague.insert(key?);
        }
        db.prepare_cached("DELETE FROM vague WHERE source = ?")?.execute([source])?;
        db.prepare_cached("DELETE FROM open WHERE source = ?")?.execute([source])?;
        Ok(())
    }

    /// Writes what is known now, and tells the sources that may have to be settled again.
    pub fn write(&mut self, db: &Connection) -> Result<BTreeSet<i64>, Fault> {
        let mut changed: BTreeSet<(String, String)> = BTreeSet::new();
        for ((code, id, date), n) in self.known.drain().filter(|(_, n)| *n != 0) {
            let row = params![code, id, date];
            let before: Option<i64> = db
                .prepare_cached("SELECT n FROM known WHERE code = ? AND id = ? AND date = ?")?
                .query_row(row, |row| row.get(0))
                .optional()?;
            let now = before.unwrap_or(0) + n;
            if now <= 0 {
                db.prepare_cached("DELETE FROM known WHERE code = ? AND id = ? AND date = ?")?
                    .execute(row)?;
            } else {
                db.prepare_cached("INSERT OR REPLACE INTO known VALUES (?, ?, ?, ?)")?
                    .execute(params![code, id, date, now])?;
            }
            if before.is_none() != (now <= 0) {
                changed.insert((code, id));
            }
        }
        let mut affected = BTreeSet::new();
        let mut open = db.prepare_cached("SELECT source, mention, province FROM open WHERE code = ?")?;
        for (code, id) in &changed {
            let Some(known) = Key::of_id(id) else { continue };
            let mut rows = open.query([code])?;
            while let Some(row) = rows.next()? {
                let mention: String = row.get(1)?;
                let key =
                    Key::of_id(&mention).unwrap_or_else(|| Key { code: code.clone(), ..Key::default() });
                if (Open { key, province: row.get(2)? }).may_mean(&known) {
                    affected.insert(row.get(0)?);
                }
            }
        }
        let mut vague = db.prepare_cached("SELECT source FROM vague WHERE key = ?")?;
        for key in std::mem::take(&mut self.vague) {
            for source in vague.query_map([key], |row| row.get(0))? {
                affected.insert(source?);
            }
        }
        Ok(affected)
    }

    /// What is known of the documents that open mentions may mean.
    pub fn known_for(&mut self, db: &Connection, document: &Document) -> Result<Known, Fault> {
        let mut known = Known::default();
        for open in Open::of(document) {
            let code = open.key.code;
            if !self.asked.contains_key(&code) {
                let rows = read(db, &code)?;
                self.asked.insert(code.clone(), rows);
            }
            for (key, date) in self.asked.get(&code).into_iter().flatten() {
                known.add(key, *date);
            }
        }
        Ok(known)
    }
}

/// Whether several texts bear an incomplete key.
pub(super) fn is_shared(db: &Connection, stake: &Stake) -> Result<bool, Fault> {
    if !stake.is_vague() {
        return Ok(false);
    }
    let mut count = db.prepare_cached("SELECT count(DISTINCT sha256) > 1 FROM vague WHERE key = ?")?;
    Ok(count.query_row([stake.own.to_string()], |row| row.get(0))?)
}

/// The documents of a code that are known whole.
fn read(db: &Connection, code: &str) -> Result<Vec<(Key, Option<PartialDate>)>, Fault> {
    let mut find = db.prepare_cached("SELECT id, date FROM known WHERE code = ?")?;
    let rows = find.query_map([code], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut found = Vec::new();
    for row in rows {
        let (id, date) = row?;
        if let Some(key) = Key::of_id(&id) {
            found.push((key, PartialDate::of_edtf(&date)));
        }
    }
    Ok(found)
}
