//! Rules of the house for grammar files: every rule is reached, documented and free of recursion, and no literal of a
//! choice hides a longer one behind it.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use pest_meta::ast::{Expr, Rule};
use pest_meta::parser;

fn root(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Every source of the syntax floor, folders included.
fn sources(folder: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).expect("src/syntax is readable").flatten() {
        if entry.path().is_dir() {
            sources(&entry.path(), found);
        } else if entry.path().extension().is_some_and(|e| e == "rs") {
            found.push(fs::read_to_string(entry.path()).expect("readable"));
        }
    }
}

/// A parser: the grammar files joined as its derive joins them, and their rules.
struct Grammar {
    files: Vec<String>,
    rules: Vec<Rule>,
}

/// The parsers of the syntax floor, as their `#[grammar = "..."]` lines list the files.
fn grammars(code: &[String]) -> Vec<Grammar> {
    let mut lists: Vec<Vec<String>> = Vec::new();
    for source in code {
        let mut list = Vec::new();
        for line in source.lines() {
            if let Some(file) =
                line.trim().strip_prefix("#[grammar = \"../").and_then(|l| l.strip_suffix("\"]"))
            {
                list.push(file.to_owned());
            } else if line.contains("struct ") && !list.is_empty() {
                lists.push(std::mem::take(&mut list));
            }
        }
    }
    lists
        .into_iter()
        .map(|files| {
            let text: String =
                files.iter().map(|f| fs::read_to_string(root(f)).expect("grammar is readable")).collect();
            let pairs = parser::parse(parser::Rule::grammar_rules, &text)
                .unwrap_or_else(|e| panic!("{files:?}: {e}"));
            let rules = parser::consume_rules(pairs).unwrap_or_else(|e| panic!("{files:?}: {e:?}"));
            Grammar { files, rules }
        })
        .collect()
}

fn code() -> Vec<String> {
    let mut code = Vec::new();
    sources(&root("src/syntax"), &mut code);
    assert!(code.len() > 5, "the sources were found");
    code
}

/// Names of rules an expression uses.
fn used(expr: &Expr) -> BTreeSet<String> {
    expr.clone()
        .iter_top_down()
        .filter_map(|e| match e {
            Expr::Ident(name) => Some(name),
            _ => None,
        })
        .collect()
}

#[test]
fn every_grammar_file_belongs_to_a_parser() {
    let listed: BTreeSet<String> = grammars(&code()).into_iter().flat_map(|g| g.files).collect();
    for entry in fs::read_dir(root("grammar")).expect("grammar is readable").flatten() {
        let name = format!("grammar/{}", entry.file_name().to_string_lossy());
        let empty = fs::read_to_string(entry.path()).expect("readable").trim().is_empty();
        assert!(empty || listed.contains(&name), "{name}");
    }
}

#[test]
fn every_rule_is_reached() {
    let code = code();
    // Rules the program starts from: handed to `parse`, or to a function that parses.
    let mut starts = BTreeSet::new();
    for source in &code {
        for (at, _) in source.match_indices("Rule::") {
            let name: String =
                source[at + 6..].chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if source[at + 6 + name.len()..].trim_start().starts_with([',', ')']) {
                starts.insert(name);
            }
        }
    }
    for grammar in grammars(&code) {
        let uses: BTreeMap<&str, BTreeSet<String>> =
            grammar.rules.iter().map(|r| (r.name.as_str(), used(&r.expr))).collect();
        let mut open: Vec<&str> = uses.keys().copied().filter(|name| starts.contains(*name)).collect();
        let mut reached = BTreeSet::new();
        while let Some(name) = open.pop() {
            if reached.insert(name) {
                open.extend(
                    uses[name].iter().filter_map(|n| uses.get_key_value(n.as_str()).map(|(k, _)| *k)),
                );
            }
        }
        let lost: Vec<_> = uses.keys().filter(|name| !reached.contains(*name)).collect();
        assert!(lost.is_empty(), "{:?}: {lost:?}", grammar.files);
    }
}

#[test]
fn no_rule_is_recursive() {
    for grammar in grammars(&code()) {
        let uses: BTreeMap<&str, BTreeSet<String>> =
            grammar.rules.iter().map(|r| (r.name.as_str(), used(&r.expr))).collect();
        for &start in uses.keys() {
            let mut open: Vec<&String> = uses[start].iter().collect();
            let mut seen = BTreeSet::new();
            while let Some(name) = open.pop() {
                assert_ne!(name, start, "{:?}", grammar.files);
                if seen.insert(name) {
                    open.extend(uses.get(name.as_str()).into_iter().flatten());
                }
            }
        }
    }
}

/// The alternatives of a choice in order.
fn alternatives<'a>(expr: &'a Expr, out: &mut Vec<&'a Expr>) {
    if let Expr::Choice(left, right) = expr {
        alternatives(left, out);
        alternatives(right, out);
    } else {
        out.push(expr);
    }
}

/// The literal an alternative begins with.
fn literal(expr: &Expr) -> Option<&str> {
    match expr {
        Expr::Str(text) | Expr::Insens(text) => Some(text),
        Expr::Seq(first, _) => literal(first),
        _ => None,
    }
}

#[test]
fn no_literal_hides_a_longer_one() {
    let mut hidden = Vec::new();
    for grammar in grammars(&code()) {
        for rule in &grammar.rules {
            for expr in rule.expr.clone().iter_top_down() {
                let mut choice = Vec::new();
                alternatives(&expr, &mut choice);
                for (at, short) in choice.iter().enumerate() {
                    let Expr::Str(short) = short else { continue };
                    for long in choice[at + 1..].iter().filter_map(|e| literal(e)) {
                        if long.starts_with(short.as_str()) {
                            hidden.push(format!("{}: {short:?} hides {long:?}", rule.name));
                        }
                    }
                }
            }
        }
    }
    assert!(hidden.is_empty(), "{}", hidden.join("\n"));
}

#[test]
fn every_rule_says_what_it_reads() {
    for entry in fs::read_dir(root("grammar")).expect("grammar is readable").flatten() {
        let text = fs::read_to_string(entry.path()).expect("readable");
        let mut before = "";
        for line in text.lines() {
            let name: String = line.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            if !name.is_empty() && line[name.len()..].trim_start().starts_with('=') {
                assert!(before.starts_with("/// "), "{}: {name}", entry.path().display());
            }
            before = line;
        }
        assert!(text.ends_with('\n'), "{}", entry.path().display());
    }
}
