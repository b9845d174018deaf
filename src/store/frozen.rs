//! Walks that reach far. Row by row a walk over a million documents takes longer than anybody waits, so the relations are
//! also kept as arrays, made from the rows at the end of each run of the writer. They carry the state of the index they were
//! made of and a checksum; arrays of another state or with a wrong sum are not believed, and the rows are walked instead.
//!
//! Documents are numbered in the order of their ids, so that "the first by id" is the smallest number.

use std::collections::VecDeque;

use rusqlite::{OptionalExtension as _, params};

use super::error::{Fault, StoreError};
use super::open::Store;
use super::writer::Writer;
use crate::graph::{Reach, Tally, Way};
use crate::model::RelationKind;
use crate::resolve::Key;

/// A walk that reaches no further goes over the rows.
pub(super) const NEAR: usize = 400;
/// Set in the number of a document of which nobody says by whom it was issued.
const VAGUE: u32 = 1 << 31;
/// No document.
const NOBODY: u32 = u32::MAX;

/// Pairs of numbers, sorted: a document, and one it is joined to.
#[derive(Debug, Default)]
struct Pairs(Vec<(u32, u32)>);

impl Pairs {
    fn of(&self, at: u32) -> &[(u32, u32)] {
        let from = self.0.partition_point(|pair| pair.0 < at);
        let to = from + self.0[from..].partition_point(|pair| pair.0 == at);
        &self.0[from..to]
    }
}

/// The arrays of a walk.
struct Frozen {
    /// Number of the row of each document, in the order of ids, with [`VAGUE`].
    nodes: Vec<u32>,
    /// By relation, in the order of strength.
    pairs: Vec<(RelationKind, Pairs)>,
}

/// A document reached: its place in the order of ids, and the step to it.
struct Step {
    at: u32,
    depth: usize,
    before: u32,
    relation: RelationKind,
}

impl Writer {
    /// Makes the arrays anew if the index has changed since they were made.
    ///
    /// # Errors
    /// When the index cannot be written; then it is as it was.
    pub fn freeze(&mut self) -> Result<(), StoreError> {
        let store = &self.store;
        store.told(store.db.execute_batch("BEGIN IMMEDIATE"))?;
        let done = store.freeze();
        let end = if done.is_ok() { "COMMIT" } else { "ROLLBACK" };
        store.told(store.db.execute_batch(end))?;
        store.told(done)
    }
}

impl Store {
    /// How many states of the index there were.
    fn changed(&self) -> Result<i64, Fault> {
        Ok(self.meta("changed")?.parse().unwrap_or_default())
    }

    fn freeze(&self) -> Result<(), Fault> {
        let changed = self.changed()?;
        let made: Option<i64> =
            self.db.query_row("SELECT max(changed) FROM frozen", [], |row| row.get(0)).optional()?.flatten();
        if made == Some(changed) {
            return Ok(());
        }
        self.db.execute_batch("DELETE FROM frozen")?;
        let (mut nodes, mut places) = (Vec::new(), Vec::new());
        let mut find = self.db.prepare("SELECT node, id, held FROM nodes ORDER BY id")?;
        let mut rows = find.query([])?;
        while let Some(row) = rows.next()? {
            let (node, id, held): (u32, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let vague = held == 0 && Key::of_id(&id).is_some_and(|key| key.issuer.is_none());
            let place = number(nodes.len());
            nodes.push(if vague { node | VAGUE } else { node });
            let node = node as usize;
            if places.len() <= node {
                places.resize(node + 1, NOBODY);
            }
            places[node] = place;
        }
        let bytes: Vec<u8> = nodes.iter().flat_map(|node| node.to_le_bytes()).collect();
        let tally = serde_json::to_vec(&self.count_all()?).unwrap_or_default();
        self.keep("tally", changed, &tally)?;
        self.keep("nodes", changed, &bytes)?;
        let place = |node: u32| places.get(node as usize).copied().unwrap_or(NOBODY);
        for relation in RelationKind::ALL {
            let mut find =
                self.db.prepare_cached("SELECT DISTINCT from_node, to_node FROM edges WHERE relation = ?")?;
            let mut pairs: Vec<(u32, u32)> = find
                .query_map([relation.as_str()], |row| Ok((place(row.get(0)?), place(row.get(1)?))))?
                .collect::<Result<_, _>>()?;
            for way in [Way::Out, Way::In] {
                if way == Way::In {
                    for pair in &mut pairs {
                        *pair = (pair.1, pair.0);
                    }
                }
                pairs.sort_unstable();
                let bytes: Vec<u8> =
                    pairs.iter().flat_map(|(a, b)| [a.to_le_bytes(), b.to_le_bytes()]).flatten().collect();
                self.keep(&part(relation, way), changed, &bytes)?;
            }
        }
        Ok(())
    }

    fn keep(&self, part: &str, changed: i64, data: &[u8]) -> Result<(), Fault> {
        self.db.prepare_cached("INSERT INTO frozen VALUES (?, ?, ?, ?)")?.execute(params![
            part,
            changed,
            sum(data),
            data
        ])?;
        Ok(())
    }

    /// A part of this state; None when there is none, or not the one that was made.
    fn part(&self, part: &str, changed: i64) -> Result<Option<Vec<u8>>, Fault> {
        let mut find =
            self.db.prepare_cached("SELECT sum, data FROM frozen WHERE part = ? AND changed = ?")?;
        let found: Option<(i64, Vec<u8>)> =
            find.query_row(params![part, changed], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        Ok(found.filter(|(told, data)| *told == sum(data)).map(|(_, data)| data))
    }

    /// How much there is, as counted when the arrays were made; None when it has changed since.
    pub(super) fn kept_tally(&self) -> Result<Option<Tally>, Fault> {
        let told = self.part("tally", self.changed()?)?;
        Ok(told.and_then(|told| serde_json::from_slice(&told).ok()))
    }

    fn thaw(&self, way: Way, follows: &[RelationKind]) -> Result<Option<Frozen>, Fault> {
        let changed = self.changed()?;
        let Some(nodes) = self.part("nodes", changed)? else { return Ok(None) };
        let mut pairs = Vec::new();
        for relation in RelationKind::ALL.into_iter().filter(|relation| follows.contains(relation)) {
            let Some(data) = self.part(&part(relation, way), changed)? else { return Ok(None) };
            let pair = |bytes: &[u8]| Some((word(bytes.get(..4)?), word(bytes.get(4..)?)));
            pairs.push((relation, Pairs(data.chunks_exact(8).filter_map(pair).collect())));
        }
        Ok(Some(Frozen { nodes: nodes.chunks_exact(4).map(word).collect(), pairs }))
    }

    /// How many documents can be reached; None when there are no arrays to tell.
    pub(super) fn count_far(
        &self,
        start: &str,
        way: Way,
        follows: &[RelationKind],
    ) -> Result<Option<usize>, Fault> {
        let Some(frozen) = self.thaw(way, follows)? else { return Ok(None) };
        let Some(node) = self.node(start)? else { return Ok(Some(0)) };
        Ok(Some(self.walk(&frozen, node, way)?.len()))
    }

    /// The documents that can be reached; None when there are no arrays to tell.
    pub(super) fn reach_far(
        &self,
        start: &str,
        way: Way,
        follows: &[RelationKind],
    ) -> Result<Option<Vec<Reach>>, Fault> {
        let Some(frozen) = self.thaw(way, follows)? else { return Ok(None) };
        let Some(node) = self.node(start)? else { return Ok(Some(Vec::new())) };
        let mut steps = self.walk(&frozen, node, way)?;
        steps.sort_by_key(|step| (step.depth, step.at));
        let mut find = self.db.prepare_cached("SELECT id FROM nodes WHERE node = ?")?;
        let mut id = |at: u32| -> Result<String, Fault> {
            let node = frozen.nodes.get(at as usize).map_or(0, |node| node & !VAGUE);
            Ok(find.query_row([node], |row| row.get(0))?)
        };
        let mut reached = Vec::with_capacity(steps.len());
        for Step { at, depth, before, relation } in steps {
            reached.push(Reach { id: id(at)?, depth, before: id(before)?, relation });
        }
        Ok(Some(reached))
    }

    /// The documents that can be reached, read from the arrays however near they are; None when there are none of this
    /// state.
    ///
    /// # Errors
    /// When the index cannot be read.
    pub fn reach_over_arrays(
        &self,
        start: &str,
        way: Way,
        follows: &[RelationKind],
    ) -> Result<Option<Vec<Reach>>, StoreError> {
        self.told(self.reach_far(start, way, follows))
    }

    /// As [`crate::graph`] walks: the strongest relation shows the way, and a document without an issuer leads on only with a
    /// text that names both its sides.
    fn walk(&self, frozen: &Frozen, start: i64, way: Way) -> Result<Vec<Step>, Fault> {
        let is_start = |node: &u32| i64::from(node & !VAGUE) == start;
        let Some(start) = frozen.nodes.iter().position(is_start).map(number) else { return Ok(Vec::new()) };
        let mut met = vec![false; frozen.nodes.len()];
        met[start as usize] = true;
        let mut steps: Vec<Step> = Vec::new();
        let mut queue: VecDeque<(u32, Option<usize>)> = VecDeque::from([(start, None)]);
        let mut next: Vec<(u32, usize)> = Vec::new();
        while let Some((at, came)) = queue.pop_front() {
            next.clear();
            for (strength, (_, pairs)) in frozen.pairs.iter().enumerate() {
                next.extend(pairs.of(at).iter().map(|(_, to)| (*to, strength)));
            }
            next.sort_unstable();
            let vague = frozen.nodes[at as usize] & VAGUE != 0;
            let said = match came.filter(|_| vague) {
                Some(came) => Some(self.sayers(frozen, steps[came].before, at, steps[came].relation, way)?),
                None => None,
            };
            let depth = came.map_or(0, |came| steps[came].depth);
            for &(to, strength) in &next {
                let Some(met) = met.get_mut(to as usize).filter(|met| !**met) else { continue };
                let relation = frozen.pairs[strength].0;
                if let Some(said) = &said {
                    let theirs = self.sayers(frozen, at, to, relation, way)?;
                    if !theirs.iter().any(|one| said.contains(one)) {
                        continue;
                    }
                }
                *met = true;
                queue.push_back((to, Some(steps.len())));
                steps.push(Step { at: to, depth: depth + 1, before: at, relation });
            }
        }
        Ok(steps)
    }

    /// The documents that say how two are joined; `way` leads from the first to the second.
    fn sayers(
        &self,
        frozen: &Frozen,
        a: u32,
        b: u32,
        relation: RelationKind,
        way: Way,
    ) -> Result<Vec<i64>, Fault> {
        let node = |at: u32| frozen.nodes.get(at as usize).map_or(0, |node| node & !VAGUE);
        let (from, to) = if way == Way::Out { (node(a), node(b)) } else { (node(b), node(a)) };
        let mut find = self.db.prepare_cached(
            "SELECT DISTINCT d.node FROM edges e JOIN documents d ON d.source = e.source
             WHERE e.from_node = ? AND e.to_node = ? AND e.relation = ?",
        )?;
        let rows = find.query_map(params![from, to, relation.as_str()], |row| row.get(0))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

fn part(relation: RelationKind, way: Way) -> String {
    format!("{} {}", relation.as_str(), if way == Way::Out { "out" } else { "in" })
}

fn number(place: usize) -> u32 {
    u32::try_from(place).unwrap_or(NOBODY)
}

fn word(bytes: &[u8]) -> u32 {
    bytes.try_into().map_or(0, u32::from_le_bytes)
}

/// A checksum; SQLite keeps none of its pages.
fn sum(data: &[u8]) -> i64 {
    i64::from(crc32fast::hash(data))
}
