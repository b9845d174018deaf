//! Citations over whole texts: figures against spans annotated by others, and the scan against the grammar alone.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::{Mention, citations, citations_naively};
use crate::text::Source;

fn shared(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared").join(path)
}

const KINDS: [&str; 9] = [
    "luật",
    "bộ luật",
    "nghị định",
    "thông tư",
    "thông tư liên tịch",
    "quyết định",
    "nghị quyết",
    "pháp lệnh",
    "hiến pháp",
];

/// Spans as the annotators drew them: from the kind to the last of name, number and date.
fn spans(mentions: &[Mention], source: &Source) -> BTreeSet<(usize, usize)> {
    let mut kinds = Vec::new();
    let mut out = BTreeSet::new();
    for mention in mentions {
        let kind = mention
            .kind
            .map(|(kind, _)| kind)
            .or_else(|| mention.list.and_then(|at: usize| kinds.get(at).copied().flatten()));
        kinds.push(kind);
        if !kind.is_some_and(|kind| KINDS.contains(&kind.name())) {
            continue;
        }
        let ends = [
            mention.kind.map(|(_, s)| s.end),
            mention.name.map(|s| s.end),
            mention.number.as_ref().and_then(|n| n.span).map(|s| s.end),
            mention.date.map(|(_, s)| s.end),
        ];
        let end = ends.into_iter().flatten().max().unwrap_or(mention.span.end);
        let span = source.map().back(crate::text::Span::new(mention.span.start, end));
        out.insert((span.start, span.end));
    }
    out
}

#[test]
#[ignore = "prints figures on annotated sentences beside the project"]
fn annotated_spans() {
    let text = fs::read_to_string(shared("eval/vnlegaltext-dev.jsonl")).expect("present");
    let (mut hit, mut extra, mut missed) = (0_u32, 0_u32, 0_u32);
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).expect("JSON");
        let text = row["text"].as_str().unwrap_or_default();
        let byte = |chars: &Value| {
            let n = usize::try_from(chars.as_u64().unwrap_or_default()).unwrap_or_default();
            text.char_indices().nth(n).map_or(text.len(), |(at, _)| at)
        };
        let gold: BTreeSet<_> =
            row["spans"].as_array().into_iter().flatten().map(|s| (byte(&s[0]), byte(&s[1]))).collect();
        let source = Source::from_text(text);
        let found = spans(&citations(&source), &source);
        hit += u32::try_from(gold.intersection(&found).count()).unwrap_or_default();
        for &(a, b) in found.difference(&gold) {
            extra += 1;
            println!("extra  {:?} :: {:?}", &text[a..b], around(text, a, b));
        }
        for &(a, b) in gold.difference(&found) {
            missed += 1;
            println!("missed {:?} :: {:?}", &text[a..b], around(text, a, b));
        }
    }
    let f1 = 2.0 * f64::from(hit) / f64::from(2 * hit + extra + missed);
    println!("exact F1 {f1:.4} hit {hit} extra {extra} missed {missed}");
}

fn around(text: &str, start: usize, end: usize) -> &str {
    &text[text.floor_char_boundary(start.saturating_sub(40))
        ..text.ceil_char_boundary((end + 40).min(text.len()))]
}

#[test]
#[ignore = "prints figures on official notes beside the project"]
fn official_notes() {
    let text = fs::read_to_string(shared("eval/phapdien-notes-dev.jsonl")).expect("present");
    let (mut good, mut all) = (0, 0);
    for line in text.lines() {
        let row: Value = serde_json::from_str(line).expect("JSON");
        let field = |name: &str| row[name].as_str().unwrap_or_default().to_owned();
        let source = Source::from_text(row["raw"].as_str().unwrap_or_default());
        let squeeze = |text: &str| crate::text::fold(text).replace([' ', ',', '.'], "");
        let number: String = field("num").chars().filter(|c| !c.is_whitespace()).collect();
        let found = citations(&source).into_iter().any(|mention| {
            mention.number.as_ref().is_some_and(|n| squeeze(&n.code) == squeeze(&number))
                && mention.kind.is_some_and(|(kind, _)| squeeze(kind.name()) == squeeze(&field("type")))
                && mention
                    .pinpoint
                    .is_some_and(|span| squeeze(&source.quote(span)).contains(&squeeze(&field("prov"))))
        });
        all += 1;
        good += usize::from(found);
        if !found {
            println!("{} {:?}", source.text(), citations(&source));
        }
    }
    println!("notes {good}/{all}");
}

#[test]
#[ignore = "prints every mention of the documents beside the project"]
fn mentions_of_documents() {
    let folder = std::env::var("VANBAN_TEXTS").map_or_else(|_| shared("eval/docs"), PathBuf::from);
    for path in texts(&folder) {
        let source = Source::from_bytes(&fs::read(&path).expect("readable"));
        println!("== {}", path.display());
        for m in citations(&source) {
            let quote = |span: Option<crate::text::Span>| span.map(|s| source.quote(s)).unwrap_or_default();
            println!(
                "{} | {} | {} | {} | {} | {} | {} | {:?}",
                quote(Some(m.span)),
                m.kind.map(|(k, _)| k.name()).unwrap_or_default(),
                quote(m.name),
                m.number.as_ref().map(|n| n.code.clone()).unwrap_or_default(),
                m.date.map(|(d, _)| d.to_string()).unwrap_or_default(),
                quote(m.issuer),
                quote(m.pinpoint),
                m.list
            );
        }
    }
}

fn texts(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|e| e == "txt")).collect();
    paths.sort();
    paths
}

/// The scan and the grammar alone must find the same in a text.
fn same(name: &str, text: &str) {
    let source = Source::from_text(text);
    let (fast, naive) = (citations(&source), citations_naively(&source));
    if let Some(at) = (0..fast.len().max(naive.len())).find(|&i| fast.get(i) != naive.get(i)) {
        let show =
            |m: Option<&Mention>| m.map(|m| around(source.reading(), m.span.start, m.span.end).to_owned());
        panic!("{name}: scan {:?}, grammar {:?}", show(fast.get(at)), show(naive.get(at)));
    }
}

#[test]
fn the_scan_finds_what_the_grammar_finds_in_every_specimen() {
    for path in texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts")) {
        same(&path.display().to_string(), Source::from_bytes(&fs::read(&path).expect("readable")).text());
    }
}

#[test]
fn the_scan_finds_what_the_grammar_finds_in_every_shared_document() {
    let folder = shared("corpus");
    if !folder.exists() {
        println!("skipped ../shared/corpus: not present");
        return;
    }
    let paths = texts(&folder);
    // The grammar alone is slow: every core takes its share.
    let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
    std::thread::scope(|scope| {
        for core in 0..cores {
            let share = paths.iter().skip(core).step_by(cores);
            scope.spawn(move || {
                for path in share {
                    let source = Source::from_bytes(&fs::read(path).expect("readable"));
                    same(&path.display().to_string(), source.text());
                }
            });
        }
    });
}

/// Windows given to the grammar, for each that held a mention: the guards are to spare it the rest.
#[test]
#[ignore = "prints how often the grammar is asked in vain"]
fn windows_of_documents() {
    let folder = std::env::var("VANBAN_TEXTS").map_or_else(|_| shared("corpus"), PathBuf::from);
    let mut asked: std::collections::BTreeMap<&str, (usize, usize)> = std::collections::BTreeMap::new();
    for path in texts(&folder) {
        let source = Source::from_bytes(&fs::read(&path).expect("readable"));
        let (reading, lower) = (source.reading(), source.lower());
        let mut window = super::window::Window::default();
        let mut at = 0;
        while let Some(trigger) = super::triggers::next(lower, at) {
            at = trigger.1 + 1;
            let Some(begin) = super::triggers::begin(reading, lower, trigger, super::window::FIRST) else {
                continue;
            };
            let found = super::citation::read(reading, lower, begin, &mut window);
            let counts = asked.entry(super::triggers::TRIGGERS[trigger.0].0).or_default();
            counts.0 += 1;
            if let Some(found) = found {
                counts.1 += 1;
                at = at.max(found.end);
            }
            at = lower.ceil_char_boundary(at);
        }
    }
    for (word, (windows, held)) in &asked {
        println!("{word}\t{windows}\t{held}");
    }
    let (windows, held) = asked.values().fold((0, 0), |(a, b), (c, d)| (a + c, b + d));
    println!("windows {windows}, held {held}");
}
