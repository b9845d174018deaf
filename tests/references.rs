//! Documents cited, what this document does to them and they to one another, one sentence a row.

use serde::Deserialize;
use vanban::model::{CoreferenceTarget, DocumentKind, DocumentNumber, PartialDate, RelationKind};
use vanban::parse::outline::{Block, Outline, PartRange, Zone};
use vanban::parse::references::{Cited, OwnDocument, gather};
use vanban::syntax::citations;
use vanban::text::{Source, Span};

#[derive(Deserialize)]
struct Cases {
    row: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    class: String,
    text: String,
    /// Kind of the document that says it.
    #[serde(default)]
    own: String,
    /// `subject` or `recital`; the content where nothing is said.
    #[serde(default)]
    zone: String,
    /// Whether the lines are laid out (items under a lead-in) instead of one passage.
    #[serde(default)]
    laid_out: bool,
    /// `A implements B`, all but bare mentions.
    #[serde(default)]
    relations: Vec<String>,
    /// `label|kind|date|issuer|mentions`, as far as the row tells.
    #[serde(default)]
    references: Vec<String>,
    /// `text -> label`.
    #[serde(default)]
    coreferences: Vec<String>,
    /// `label: provision`.
    #[serde(default)]
    pinpoints: Vec<String>,
    /// Codes of diagnostics.
    #[serde(default)]
    diagnostics: Vec<String>,
}

fn read(row: &Row) -> Cited {
    let source = Source::from_text(&row.text);
    let span = Span::new(0, source.reading().len());
    let part = PartRange { id: "main".to_owned(), kind: "main".to_owned(), title: None, span };
    let zone = match row.zone.as_str() {
        "subject" => Zone::Header,
        "recital" => Zone::Recital,
        _ => Zone::Body,
    };
    let block = Block { span, label: None, zone, part: 0, parent: None, heading: false };
    let mut outline = Outline::default();
    outline.parts.push(part);
    outline.blocks.push(block);
    if row.laid_out {
        outline = vanban::parse::outline::read(&source);
    }
    let number = DocumentNumber {
        code: "99/KH-SYT".to_owned(),
        serial: Some("99".to_owned()),
        symbol: Some("KH-SYT".to_owned()),
        ..DocumentNumber::default()
    };
    let own = OwnDocument {
        kind: DocumentKind::named(&row.own),
        number: Some(&number),
        date: PartialDate::day(2026, 6, 1),
        issuer: Some("Sở Y tế tỉnh Cà Mau"),
    };
    gather(&source, &outline, citations(&source), &own)
}

fn cases(table: &str) -> Vec<Row> {
    toml::from_str::<Cases>(table).expect("a table of cases").row
}

fn hold(found: &mut Vec<String>, wanted: &[String], row: &Row, wrong: &mut Vec<String>) {
    let mut wanted = wanted.to_vec();
    wanted.sort();
    found.sort();
    if *found != wanted {
        wrong.push(format!("{}: {}\n  wanted {wanted:?}\n  found  {found:?}", row.class, row.text));
    }
}

#[test]
fn every_sentence_tells_its_relations() {
    let rows = cases(include_str!("cases/relations.toml"));
    assert!(rows.len() >= 120, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let cited = read(row);
        let mut found: Vec<String> = cited
            .relations
            .iter()
            .filter(|r| r.relation.as_str() != "cites")
            .map(|r| format!("{} {} {}", r.from, r.relation, r.to))
            .collect();
        hold(&mut found, &row.relations, row, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn every_sentence_tells_its_references() {
    let rows = cases(include_str!("cases/references.toml"));
    assert!(rows.len() >= 40, "{} rows", rows.len());
    let mut wrong = Vec::new();
    for row in &rows {
        let cited = read(row);
        let label = |at: usize| cited.references[at].label().to_owned();
        let mut found: Vec<String> = cited
            .references
            .iter()
            .map(|r| {
                let kind = r.kind.map(vanban::model::DocumentKind::name).unwrap_or_default();
                let date = r.date.map(|d| d.to_string()).unwrap_or_default();
                let issuer = r.issuer.as_ref().map(|i| i.name.clone()).unwrap_or_default();
                format!("{}|{kind}|{date}|{issuer}|{}", r.label(), r.mentions.len())
            })
            .collect();
        hold(&mut found, &row.references, row, &mut wrong);
        let mut found: Vec<String> = cited
            .coreferences
            .iter()
            .map(|c| match c.reference {
                Some(CoreferenceTarget::Reference(at)) => format!("{} -> {}", c.text, label(at)),
                Some(CoreferenceTarget::Own(_)) => format!("{} -> self", c.text),
                None => format!("{} -> ?", c.text),
            })
            .collect();
        hold(&mut found, &row.coreferences, row, &mut wrong);
        let provisions = cited
            .references
            .iter()
            .flat_map(|r| r.pinpoints.iter().map(|p| format!("{}: {}", r.label(), p.text)));
        hold(&mut provisions.collect(), &row.pinpoints, row, &mut wrong);
        let mut codes: Vec<String> = cited.diagnostics.iter().map(|d| d.code.clone()).collect();
        hold(&mut codes, &row.diagnostics, row, &mut wrong);
    }
    assert!(wrong.is_empty(), "{} of {}\n{}", wrong.len(), rows.len(), wrong.join("\n"));
}

#[test]
fn a_sentence_may_go_on_from_document_to_document_without_end() {
    const LINKS: usize = 60;
    let named: Vec<String> = (1..=LINKS).map(|n| format!("Kế hoạch số {n}/KH-UBND")).collect();
    let text = format!("Thực hiện {}.", named.join(" về triển khai "));
    let document = vanban::parse(&Source::from_text(&text));
    let links: Vec<(String, String)> = document
        .relations
        .iter()
        .filter(|r| r.relation == RelationKind::Implements && r.from != "self")
        .map(|r| (r.from.clone(), r.to.clone()))
        .collect();
    let expected: Vec<(String, String)> =
        (1..LINKS).map(|n| (format!("{n}/KH-UBND"), format!("{}/KH-UBND", n + 1))).collect();
    assert_eq!(links, expected);
}
