//! Headers and closings, one text a row: what the frame of a document says, in every layout it comes in.

use serde::Deserialize;
use vanban::model::{Document, Signature};
use vanban::text::Source;

#[derive(Deserialize)]
struct Headers {
    row: Vec<HeaderRow>,
}

/// A text and what its header says; what is not named is not asked.
#[derive(Deserialize)]
struct HeaderRow {
    class: String,
    text: String,
    kind: Option<String>,
    code: Option<String>,
    style: Option<String>,
    status: Option<String>,
    date: Option<String>,
    place: Option<String>,
    issuer: Option<String>,
    issuer_id: Option<String>,
    parent: Option<String>,
    subject: Option<String>,
    author: Option<String>,
    urgency: Option<String>,
    classification: Option<String>,
    copy: Option<String>,
    diagnostic: Option<String>,
    addressees: Option<Vec<String>>,
    signers: Option<Vec<String>>,
    parts: Option<Vec<String>>,
    /// Nothing may be read at all.
    #[serde(default)]
    none: bool,
}

fn read(text: &str) -> Document {
    vanban::parse(&Source::from_text(text))
}

/// What a row asks for under a name, and what was read.
type Asked = (&'static str, Option<String>, Option<String>);

fn asked(row: &HeaderRow, read: &Document) -> Vec<Asked> {
    let issuer = read.issuer.as_ref();
    let number = read.number.as_ref();
    let lower = |value: &dyn std::fmt::Debug| format!("{value:?}").to_lowercase();
    vec![
        ("kind", row.kind.clone(), read.kind.map(|kind| kind.name().to_owned())),
        ("code", row.code.clone(), number.map(|number| number.code.clone())),
        ("style", row.style.clone(), number.and_then(|number| number.style).map(|style| lower(&style))),
        ("status", row.status.clone(), Some(lower(&read.status))),
        ("date", row.date.clone(), read.date.map(|date| date.to_string())),
        ("place", row.place.clone(), read.place.clone()),
        ("issuer", row.issuer.clone(), issuer.map(|issuer| issuer.name.clone())),
        ("issuer_id", row.issuer_id.clone(), issuer.and_then(|issuer| issuer.id.clone())),
        (
            "parent",
            row.parent.clone(),
            issuer.and_then(|i| i.parent.as_ref()).map(|parent| parent.name.clone()),
        ),
        ("subject", row.subject.clone(), read.subject.as_ref().map(|subject| subject.text.clone())),
        ("author", row.author.clone(), read.author.as_ref().map(|author| author.name.clone())),
        ("urgency", row.urgency.clone(), read.urgency.clone()),
        ("classification", row.classification.clone(), read.classification.clone()),
        ("copy", row.copy.clone(), read.copy.as_ref().and_then(|copy| copy.code.clone())),
    ]
}

/// A list by name: what a row wants of it, what was read.
type AskedList = (&'static str, Option<Vec<String>>, Vec<String>);

#[test]
fn every_header_says_what_its_row_says() {
    let headers: Headers = toml::from_str(include_str!("cases/headers.toml")).unwrap();
    assert!(headers.row.len() >= 40);
    let mut wrong = Vec::new();
    for row in &headers.row {
        let read = read(&row.text);
        let mut differ = |name: &str, want: String, got: String| {
            if want != got {
                wrong.push(format!("{}: {name}\n    want {want}\n    read {got}", row.class));
            }
        };
        for (name, want, got) in asked(row, &read) {
            if let Some(want) = want {
                differ(name, want, got.unwrap_or_default());
            }
        }
        let texts = |list: Vec<&str>| list.join(" | ");
        if let Some(want) = &row.addressees {
            let got = read.addressees.iter().map(|a| a.text.as_str()).collect();
            differ("addressees", want.join(" | "), texts(got));
        }
        if let Some(want) = &row.signers {
            let got = read.signatures.iter().filter_map(|s| s.name.as_deref()).collect();
            differ("signers", want.join(" | "), texts(got));
        }
        if let Some(want) = &row.parts {
            differ(
                "parts",
                want.join(" | "),
                texts(read.parts.iter().map(|part| part.id.as_str()).collect()),
            );
        }
        if let Some(code) = &row.diagnostic {
            let has = read.diagnostics.iter().any(|diagnostic| &diagnostic.code == code);
            differ(
                "diagnostic",
                code.clone(),
                if has { code.clone() } else { format!("{:?}", read.diagnostics) },
            );
        }
        if row.none {
            let nothing = read.kind.is_none()
                && read.number.is_none()
                && read.issuer.is_none()
                && read.subject.is_none()
                && read.signatures.is_empty();
            differ("nothing", "true".to_owned(), nothing.to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[derive(Deserialize)]
struct Principals {
    row: Vec<PrincipalRow>,
}

/// `evidence | name` of the author, `principal | post | person` of each direction.
#[derive(Deserialize)]
struct PrincipalRow {
    class: String,
    text: String,
    author: Option<String>,
    subject: Option<String>,
    directions: Option<Vec<String>>,
}

#[test]
fn authors_and_directions_are_what_their_row_says() {
    let principals: Principals = toml::from_str(include_str!("cases/principals.toml")).unwrap();
    let mut wrong = Vec::new();
    for row in principals.row {
        let read = read(&row.text);
        let author = read.author.as_ref().map(|author| {
            let evidence = serde_json::to_value(author.evidence).unwrap();
            format!("{} | {}", evidence.as_str().unwrap_or_default(), author.name)
        });
        let directions: Vec<String> = read
            .directions
            .iter()
            .map(|d| {
                let shown = |value: &Option<String>| value.clone().unwrap_or_default();
                format!("{} | {} | {}", shown(&d.principal), shown(&d.post), shown(&d.person))
            })
            .map(|line| line.trim().replace("  ", " "))
            .collect();
        let subject = read.subject.map(|subject| subject.text).unwrap_or_default();
        for (name, want, got) in [
            ("author", row.author, author.unwrap_or_default()),
            ("subject", row.subject, subject),
            ("directions", row.directions.map(|d| d.join("; ")), directions.join("; ")),
        ] {
            if want.as_ref().is_some_and(|want| *want != got) {
                wrong.push(format!("{}: {name}\n    want {want:?}\n    read {got:?}", row.class));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[derive(Deserialize)]
struct Closings {
    row: Vec<ClosingRow>,
}

#[derive(Deserialize)]
struct ClosingRow {
    class: String,
    text: String,
    recipients: Option<Vec<String>>,
    purposes: Option<Vec<String>>,
    signers: Option<Vec<String>>,
}

/// `authority; authority | title | name`.
fn signer(signature: &Signature) -> String {
    let title = signature.title.as_deref().unwrap_or_default();
    let name = signature.name.as_deref().unwrap_or_default();
    format!("{} | {title} | {name}", signature.authority.join("; ")).trim_start().to_owned()
}

#[test]
fn every_closing_says_what_its_row_says() {
    let closings: Closings = toml::from_str(include_str!("cases/closings.toml")).unwrap();
    let mut wrong = Vec::new();
    for row in closings.row {
        let read = read(&row.text);
        let recipients = read.recipients.iter().map(|r| r.text.clone()).collect();
        let purposes =
            read.recipients.iter().map(|r| r.purpose.map_or("-", |p| p.as_str()).to_owned()).collect();
        let signers = read.signatures.iter().map(signer).collect();
        let asked: [AskedList; 3] = [
            ("recipients", row.recipients, recipients),
            ("purposes", row.purposes, purposes),
            ("signers", row.signers, signers),
        ];
        for (name, want, got) in asked {
            if want.as_ref().is_some_and(|want| *want != got) {
                wrong.push(format!("{}: {name}\n    want {want:?}\n    read {got:?}", row.class));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_span_of_a_header_lies_in_the_text() {
    let headers: Headers = toml::from_str(include_str!("cases/headers.toml")).unwrap();
    for row in headers.row {
        let mut document = read(&row.text);
        document.for_each_span(&mut |span| {
            assert!(
                span.start <= span.end && row.text.get(span.range()).is_some(),
                "{}: {span:?}",
                row.class
            );
        });
    }
}
