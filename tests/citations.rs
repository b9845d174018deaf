//! Citations sentence by sentence: `tests/cases/citations.toml`.

use std::fs;
use std::path::Path;

use vanban::syntax::{citations, citations_naively};
use vanban::text::{Source, Span};

/// A mention as the table writes it; what is not printed is left out.
fn row_of(source: &Source, mention: &vanban::syntax::Mention) -> toml::Table {
    let mut row = toml::Table::new();
    let mut put = |name: &str, value: Option<String>| {
        if let Some(value) = value {
            row.insert(name.to_owned(), value.into());
        }
    };
    let quote = |span: Span| source.quote(span);
    put("text", Some(quote(mention.span)));
    put("kind", mention.kind.map(|(kind, _)| kind.to_string()));
    put("name", mention.name.map(quote));
    put("code", mention.number.as_ref().map(|number| number.code.clone()));
    put("date", mention.date.map(|(date, _)| date.to_string()));
    put("issuer", mention.issuer.map(quote));
    put("issuer_before", mention.issuer_before.map(quote));
    put("date_before", mention.date_before.map(|(date, _)| date.to_string()));
    put("pinpoint", mention.pinpoint.map(quote));
    if let Some(list) = mention.list {
        row.insert("list".to_owned(), i64::try_from(list).expect("small").into());
    }
    row
}

#[test]
fn every_sentence_gives_its_mentions() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/citations.toml");
    let table: toml::Table = fs::read_to_string(path).expect("readable").parse().expect("TOML");
    let rows = table["row"].as_array().expect("rows");
    assert!(rows.len() >= 80);
    let mut wrong = Vec::new();
    for row in rows {
        let text = row["text"].as_str().expect("text");
        let source = Source::from_text(text);
        let found = citations(&source);
        assert_eq!(found, citations_naively(&source), "{text}");
        let found: Vec<toml::Value> = found.iter().map(|m| toml::Value::Table(row_of(&source, m))).collect();
        if row["mentions"].as_array() != Some(&found) {
            wrong.push(format!("{} :: {text}\n  {found:?}", row["class"]));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
