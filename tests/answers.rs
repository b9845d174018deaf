//! Answers over whole collections: the specimens against what their facts imply, the two seeds against what a reader
//! of them would say.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use serde_json::Value;
use vanban::graph::{Graph, ask};
use vanban::text::Source;

use crate::scoring::Score;

fn graph(folder: &Path) -> Graph {
    let mut paths: Vec<_> =
        fs::read_dir(folder).expect("the texts are readable").flatten().map(|e| e.path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "txt"));
    paths.sort();
    let mut documents = Vec::new();
    let mut texts = Vec::new();
    for path in paths {
        let source = Source::from_bytes(&fs::read(&path).expect("a text is readable"));
        documents.push(vanban::parse(&source));
        texts.push(source.text().to_owned());
    }
    vanban::resolve::resolve(&mut documents);
    Graph::build(documents.into_iter().zip(texts))
}

/// Codes of the documents an answer names, and each hop's quoted words.
fn answered(graph: &Graph, question: &str) -> (String, BTreeSet<String>, Vec<String>) {
    let answer = serde_json::to_value(ask(graph, question)).expect("an answer is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let word = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let answers = list(&answer["answers"]);
    let codes = answers.iter().map(|a| word(&a["document"]["code"])).collect();
    let hops = answers.iter().flat_map(|a| list(&a["path"]));
    let quotes = hops.map(|hop| word(&hop["evidence"][0]["text"])).collect();
    (word(&answer["status"]), codes, quotes)
}

/// What implements `root`, through any number of documents, as the facts beside the specimens say.
fn implied(facts: &[Value], root: &str) -> BTreeSet<String> {
    let mut edges: Vec<(&str, &str)> = Vec::new();
    for document in facts {
        let own = document["header"]["code"].as_str().unwrap_or_default();
        for reference in document["references"].as_array().into_iter().flatten() {
            let carries_out =
                reference["roles"].as_array().is_some_and(|r| r.iter().any(|r| r == "implements"));
            if let Some(code) =
                reference["code"].as_str().filter(|_| carries_out && reference["ignore"] != true)
            {
                edges.push((own, code));
            }
        }
        for relation in document["document_relations"].as_array().into_iter().flatten() {
            if relation["relation"] == "implements" {
                edges.push((
                    relation["from"].as_str().unwrap_or_default(),
                    relation["to"].as_str().unwrap_or_default(),
                ));
            }
        }
    }
    let mut found = BTreeSet::new();
    let mut open = vec![root.to_owned()];
    while let Some(at) = open.pop() {
        for (from, _) in edges.iter().filter(|(_, to)| *to == at) {
            if found.insert((*from).to_owned()) {
                open.push((*from).to_owned());
            }
        }
    }
    found
}

/// Answers about both chains, held against the facts; the figure `answers` of the specimens.
pub fn score_specimens(score: &mut Score) {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let facts: Vec<Value> = fs::read_dir(corpus.join("facts"))
        .expect("the facts are readable")
        .flatten()
        .map(|e| {
            serde_json::from_slice(&fs::read(e.path()).expect("facts are readable")).expect("facts are JSON")
        })
        .collect();
    let graph = graph(&corpus.join("texts"));
    for root in ["107-KL/TW", "226-KL/TW", "264/KH-UBND", "230/KH-UBND", "534/QĐ-TTg"] {
        let (_, got, _) = answered(&graph, &format!("what implements {root}"));
        let said = implied(&facts, root);
        score.sets(root, "answers", &Vec::from_iter(said), &Vec::from_iter(got));
    }
}

#[test]
fn shared_seeds_answer_what_implements_what_with_the_words_that_prove_it() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        eprintln!("skipped: no seeds beside the project");
        return;
    }
    let graph = graph(&seeds);
    for (question, status, codes) in [
        ("what implements Kết luận 107-KL/TW", "found", &["/SYT-VP", "264/KH-UBND"][..]),
        ("văn bản nào triển khai Kết luận 107-KL/TW", "found", &["/SYT-VP", "264/KH-UBND"]),
        ("van ban nao trien khai ket luan 107-KL/TW", "found", &["/SYT-VP", "264/KH-UBND"]),
        ("what implements 226-KL/TW", "found", &["/SYT-VP", "230/KH-UBND", "534/QĐ-TTg"]),
        ("what implements 999-KL/TW", "not_found", &[]),
    ] {
        let (got, found, quotes) = answered(&graph, question);
        assert_eq!(got, status, "{question}");
        assert_eq!(found, codes.iter().map(ToString::to_string).collect(), "{question}");
        assert!(quotes.iter().all(|quote| quote.contains("riển khai")), "{question}: {quotes:?}");
    }
}

#[test]
fn shared_seeds_tell_what_a_person_should_look_at() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/seeds");
    if !seeds.is_dir() {
        eprintln!("skipped: no seeds beside the project");
        return;
    }
    let bytes = fs::read(seeds.join("001_da934ad1efdb15d9.txt")).expect("the seed is readable");
    let document = vanban::parse(&Source::from_bytes(&bytes));
    let document = serde_json::to_value(document).expect("a document is JSON");
    assert_eq!(document["status"], "draft");
    assert_eq!(document["number"]["code"], "/SYT-VP");
    assert_eq!(document["number"]["serial"], Value::Null);
    assert_eq!(document["date"], "2026-05-XX");
    assert_eq!(document["issuer"]["id"], "vn/so-y-te-ca-mau");
    assert_eq!(document["issuer"]["inferred_from"], "symbol");
    assert_eq!(document["references"].as_array().map(Vec::len), Some(2));
    let codes: BTreeSet<&str> =
        document["diagnostics"].as_array().into_iter().flatten().filter_map(|d| d["code"].as_str()).collect();
    assert!(
        codes.is_superset(&BTreeSet::from(["author-variant", "missing-number", "missing-day"])),
        "{codes:?}"
    );
    let tasks = document["tasks"].as_array().expect("tasks are a list");
    let about = |words: &str| tasks.iter().find(|t| t["text"].as_str().is_some_and(|x| x.starts_with(words)));
    let office = about("Giao Văn phòng Sở").expect("the office has its task");
    assert_eq!(office["lead"][0]["text"], "Văn phòng Sở");
    let report = about("Báo cáo kết quả").expect("a report is asked for");
    assert_eq!(report["report_to"][0]["text"], "Sở Y tế");
    assert_eq!(report["via"][0]["text"], "Văn phòng Sở");
    let limit =
        report["deadlines"][0].as_u64().and_then(|i| usize::try_from(i).ok()).expect("with a limit in time");
    assert_eq!(document["deadlines"][limit]["value"], "RRULE:FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10");
}
