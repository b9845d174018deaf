//! The figures that are asked of this project, measured here and now, in one table.
//!
//! ```console
//! $ cargo bench --bench ratios                       # what fits in minutes
//! $ cargo bench --bench ratios -- --full             # the sizes asked: 100 MB on a line, 100,000 documents, 360 MB of NDJSON
//! $ cargo bench --bench ratios -- --only adversarial
//! ```
//!
//! Times are processor time of the thread, the fastest of several rounds; ratios compare what ran in turns in one run.

mod adversarial;
#[path = "../adversarial/mod.rs"]
mod adversary;
mod clock;
#[path = "../generator/mod.rs"]
mod generator;
mod linear;
mod material;
mod memory;
mod naive;
mod program;
mod scan;
mod table;
mod threads;

/// How much is measured.
pub struct Options {
    /// The sizes asked instead of those that fit in minutes.
    pub full: bool,
}

/// A name and what it measures.
type Group = (&'static str, fn(&mut table::Table, &Options));

/// What the program needs comes first: to a child counts as its own peak what its parent needed before.
const GROUPS: [Group; 6] = [
    ("memory", memory::rows),
    ("program", program::rows),
    ("scan", scan::rows),
    ("threads", threads::rows),
    ("linear", linear::rows),
    ("adversarial", adversarial::rows),
];

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let options = Options { full: arguments.iter().any(|a| a == "--full") };
    let only = arguments.iter().position(|a| a == "--only").and_then(|at| arguments.get(at + 1));
    let mut table = table::Table::default();
    for (name, rows) in GROUPS {
        if only.is_none_or(|only| only.split(',').any(|one| one == name)) {
            rows(&mut table, &options);
        }
    }
    table.print();
}
