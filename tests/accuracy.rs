//! Accuracy against facts written down by readers: the specimens of `corpus/`, and the annotated documents beside
//! the project where they are present. Figures may not fall below `tests/floors.toml`; floors only rise.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use vanban::text::Source;

use crate::scoring::{Score, score};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Every `<id>.json` of `facts` with the parsed `<id>.txt` of `texts`.
fn compare(texts: &Path, facts: &Path) -> Score {
    let mut names: Vec<PathBuf> =
        fs::read_dir(facts).expect("facts are readable").flatten().map(|e| e.path()).collect();
    names.retain(|p| p.extension().is_some_and(|e| e == "json"));
    names.sort();
    let mut total = Score::default();
    for path in names {
        let id = path.file_stem().unwrap_or_default().to_string_lossy();
        let said: Value =
            serde_json::from_slice(&fs::read(&path).expect("facts are readable")).expect("facts are JSON");
        let bytes = fs::read(texts.join(format!("{id}.txt"))).expect("each facts file has its text");
        let document = vanban::parse(&Source::from_bytes(&bytes));
        score(&said, &serde_json::to_value(document).expect("a document is JSON"), &mut total);
    }
    total
}

/// Prints the figures and fails when one is below its floor, with the errors behind it.
fn hold(section: &str, total: &Score) {
    let floors: toml::Table = fs::read_to_string(root().join("tests/floors.toml"))
        .expect("floors are readable")
        .parse()
        .expect("floors are TOML");
    let floors = floors[section].as_table().expect("a section is a table");
    let mut fallen = Vec::new();
    for (name, count) in &total.figures {
        let figure = count.figure(name);
        let floor = floors.get(*name).and_then(toml::Value::as_float);
        println!(
            "{section:10} {name:20} {figure:.4}  right {:4} extra {:3} missed {:3}  floor {}",
            count.right,
            count.extra,
            count.missed,
            floor.map_or("none".to_owned(), |f| format!("{f:.3}")),
        );
        match floor {
            None => fallen.push(format!("{section}.{name} has no floor")),
            Some(floor) if figure < floor => {
                fallen.push(format!("{section}.{name} is {figure:.4}, its floor {floor}"));
                fallen.extend(total.errors.iter().filter(|e| e.contains(name)).cloned());
            }
            Some(_) => {}
        }
    }
    assert!(fallen.is_empty(), "{}", fallen.join("\n"));
}

#[test]
fn specimens_are_read_as_their_facts_say() {
    let mut total = compare(&root().join("corpus/texts"), &root().join("corpus/facts"));
    crate::answers::score_specimens(&mut total);
    hold("specimens", &total);
}

#[test]
fn shared_annotated_documents_are_read_as_their_facts_say() {
    let shared = root().join("../shared/eval");
    if !shared.is_dir() {
        eprintln!("skipped: no annotated documents beside the project");
        return;
    }
    hold("annotated", &compare(&shared.join("docs"), &shared.join("gold")));
}

#[test]
fn shared_seeds_are_read_without_an_error() {
    let shared = root().join("../shared/eval");
    if !shared.is_dir() {
        eprintln!("skipped: no annotated documents beside the project");
        return;
    }
    let mut total = Score::default();
    for id in ["seed-000", "seed-001"] {
        let facts = fs::read(shared.join(format!("gold/{id}.json"))).expect("facts are readable");
        let bytes = fs::read(shared.join(format!("docs/{id}.txt"))).expect("the seed is readable");
        let document = vanban::parse(&Source::from_bytes(&bytes));
        let document = serde_json::to_value(document).expect("a document is JSON");
        score(&serde_json::from_slice(&facts).expect("facts are JSON"), &document, &mut total);
    }
    assert!(total.errors.is_empty(), "{}", total.errors.join("\n"));
}

#[test]
fn the_scorer_tells_right_from_wrong() {
    let facts = serde_json::json!({
        "id": "x",
        "header": {"type": "kế hoạch", "code": "12/KH-UBND", "date": null, "place": null, "issuer": "UBND TỈNH CÀ MAU",
                   "parent": null, "subject": null},
        "addressees": ["Sở Y tế"], "recipients": [], "signer": null,
        "references": [{"code": "1/QĐ-TTg", "name": null, "roles": ["implements"], "pinpoints": [], "ignore": false}],
        "document_relations": [], "tasks": [], "deadlines": [{"quote": "trước 1/6", "value": "2026-06-01"}],
    });
    let document = serde_json::json!({
        "kind": "Kế hoạch", "number": {"code": "13/KH-UBND"}, "date": "2026-01-01",
        "issuer": {"name": "Ủy ban nhân dân tỉnh"}, "addressees": [{"text": "Sở Y tế;"}],
        "references": [{"code": "1/QĐ-TTg", "role": "cites"}], "deadlines": [{"value": "2026-06-01", "text": "1/6"}],
    });
    let mut total = Score::default();
    score(&facts, &document, &mut total);
    let count = |name| total.figures[name];
    assert_eq!((count("header.kind").right, count("header.code").missed), (1, 1));
    assert_eq!((count("header.issuer").missed, count("header.invented").extra), (1, 1));
    assert_eq!((count("addressees").right, count("references").right), (1, 1));
    assert_eq!((count("reference.role").missed, count("deadlines").right), (1, 1));
}
