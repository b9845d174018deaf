//! What a change gained and lost, document by document.
//!
//! ```console
//! $ vanban parse --format ndjson corpus/texts -o before.ndjson
//! $ ... change the grammar, build ...
//! $ vanban parse --format ndjson corpus/texts -o after.ndjson
//! $ cargo run --release --example accuracy -- before.ndjson after.ndjson corpus/facts
//! ```
//!
//! Two files of parsed documents are scored against the facts of a folder (`<id>.json`, as in `corpus/facts`, the
//! default); errors that only one of them makes are listed, then the figures side by side. Exit status 1 when
//! something was lost.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/scoring.rs"]
mod scoring;

use scoring::{Score, score};

/// Parsed documents by the stem of their path.
fn documents(path: &Path) -> Result<BTreeMap<String, Value>, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut found = BTreeMap::new();
    for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let document: Value =
            serde_json::from_str(line).map_err(|error| format!("{}:{}: {error}", path.display(), n + 1))?;
        let source = document["source"]["path"].as_str().unwrap_or_default();
        let stem = Path::new(source).file_stem().unwrap_or_default().to_string_lossy().into_owned();
        found.insert(stem, document);
    }
    Ok(found)
}

fn run(before: &Path, after: &Path, facts: &Path) -> Result<bool, String> {
    let (before, after) = (documents(before)?, documents(after)?);
    let (mut old_total, mut new_total) = (Score::default(), Score::default());
    let mut lost_any = false;
    for id in before.keys().filter(|id| after.contains_key(*id)) {
        let Ok(said) = fs::read(facts.join(format!("{id}.json"))) else { continue };
        let said: Value = serde_json::from_slice(&said).map_err(|error| format!("facts of {id}: {error}"))?;
        let (mut old, mut new) = (Score::default(), Score::default());
        score(&said, &before[id], &mut old);
        score(&said, &after[id], &mut new);
        score(&said, &before[id], &mut old_total);
        score(&said, &after[id], &mut new_total);
        let (old, new): (BTreeSet<_>, BTreeSet<_>) =
            (old.errors.into_iter().collect(), new.errors.into_iter().collect());
        for mended in old.difference(&new) {
            println!("+ {mended}");
        }
        for broken in new.difference(&old) {
            println!("- {broken}");
            lost_any = true;
        }
    }
    println!("\n{:20} {:>8} {:>8} {:>8}", "figure", "before", "after", "gain");
    for (name, count) in &new_total.figures {
        let (was, is) = (old_total.figures.get(name).map_or(1.0, |c| c.figure(name)), count.figure(name));
        println!("{name:20} {was:8.4} {is:8.4} {:+8.4}", is - was);
    }
    Ok(lost_any)
}

fn main() -> ExitCode {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let (before, after, facts) = match arguments.as_slice() {
        [before, after] => (before, after, Path::new("corpus/facts").to_owned()),
        [before, after, facts] => (before, after, facts.clone()),
        _ => {
            eprintln!("usage: accuracy BEFORE.ndjson AFTER.ndjson [FOLDER OF FACTS]");
            return ExitCode::from(2);
        }
    };
    match run(before, after, &facts) {
        Ok(lost) => ExitCode::from(u8::from(lost)),
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::from(2)
        }
    }
}
