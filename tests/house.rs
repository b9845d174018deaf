//! The house has floors and imports only go down.

use std::fs;
use std::path::{Path, PathBuf};

/// Floors from the lowest up. A file may name its own floor and those before it.
const FLOORS: [&str; 11] =
    ["text", "registry", "model", "syntax", "parse", "resolve", "graph", "office", "store", "export", "cli"];

/// Crates that only one floor may name.
const OWNED: [(&str, &str); 4] =
    [("pest", "syntax"), ("petgraph", "graph"), ("rusqlite", "store"), ("clap", "cli")];

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|e| e == "rs") {
            found.push(path);
        }
    }
}

/// Each source file with the index of its floor; lib.rs and main.rs stand above all.
fn sources() -> Vec<(PathBuf, usize, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    rust_files(&src, &mut paths);
    assert!(paths.len() > 20, "the sources were found");
    paths
        .into_iter()
        .filter_map(|path| {
            let inside = path.strip_prefix(&src).ok()?;
            let floor = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
            let index = FLOORS.iter().position(|f| *f == floor)?;
            let code = fs::read_to_string(&path).ok()?;
            Some((path, index, code))
        })
        .collect()
}

/// The floors a line of code names: `crate::graph::X`, `use crate::{model, text}`, `super::super::graph`, `vanban::graph`.
fn named(line: &str) -> Vec<usize> {
    let code = line.split("//").next().unwrap_or("");
    let mut floors = Vec::new();
    for start in ["crate::", "vanban::"] {
        for (at, _) in code.match_indices(start) {
            let rest = &code[at + start.len()..];
            let heads: Vec<&str> = match rest.strip_prefix('{') {
                Some(list) => list.split([',', '}']).collect(),
                None => vec![rest],
            };
            for head in heads {
                let word: String =
                    head.trim().chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                floors.extend(FLOORS.iter().position(|f| *f == word));
            }
        }
    }
    floors
}

#[test]
fn imports_only_go_down() {
    let mut wrong = Vec::new();
    for (path, floor, code) in sources() {
        for (n, line) in code.lines().enumerate() {
            for named in named(line) {
                if named > floor {
                    wrong.push(format!("{}:{} names {}", path.display(), n + 1, FLOORS[named]));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_library_has_one_home() {
    let mut wrong = Vec::new();
    for (path, floor, code) in sources() {
        for (library, home) in OWNED {
            let paths = [format!("{library}::"), format!("{library}_derive::")];
            let named = code
                .lines()
                .map(|line| line.split("//").next().unwrap_or(""))
                .any(|line| paths.iter().any(|p| line.contains(p.as_str())));
            if named && FLOORS[floor] != home {
                wrong.push(format!("{} names {library}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_source_file_holds_one_concept() {
    for (path, _, code) in sources() {
        let lines = code.lines().count();
        assert!(lines <= 500, "{} has {lines} lines", path.display());
        assert!(code.starts_with("//!"), "{} opens without saying why it exists", path.display());
    }
}
