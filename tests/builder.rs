//! Documents built by hand, to say in a few lines what a text would say in a page.

use vanban::model::{
    Document, DocumentKind, DocumentNumber, Issuer, PartialDate, Reference, ReferenceIssuer, Relation,
    RelationKind, Span, Status, Style, draft_mark,
};

/// Serial, year, symbol and style of a code as it is printed.
fn number(code: &str) -> DocumentNumber {
    let party = !code.contains("/TTLT") && code.split('/').next().is_some_and(|head| head.contains('-'));
    let mut rest = code.split_once(if party { '-' } else { '/' });
    let serial = rest.map(|(serial, _)| serial.to_owned()).filter(|s| !s.is_empty());
    let mut year = None;
    if let Some((_, tail)) = rest
        && let Some((head, symbol)) = tail.split_once('/')
        && head.len() == 4
        && let Ok(found) = head.parse::<u16>()
    {
        year = Some(found);
        rest = Some(("", symbol));
    }
    DocumentNumber {
        code: code.to_owned(),
        serial,
        year,
        symbol: rest.map(|(_, symbol)| symbol.to_owned()),
        style: Some(if party { Style::Party } else { Style::State }),
        span: None,
    }
}

/// A held document.
pub fn held(code: &str, kind: &str, issuer: &str, date: &str) -> Document {
    let number = number(code);
    let draft = number.serial.is_none();
    let mut document = Document {
        kind: DocumentKind::named(kind),
        date: PartialDate::of_edtf(date),
        status: if draft { Status::Draft } else { Status::Issued },
        issuer: (!issuer.is_empty()).then(|| Issuer {
            name: issuer.to_owned(),
            id: None,
            branch: None,
            tier: None,
            parent: None,
            span: None,
            pieces: Vec::new(),
            inferred_from: None,
        }),
        number: (!code.is_empty()).then_some(number),
        ..Document::default()
    };
    let mark = draft_mark(&format!("{code} {kind} {issuer} {date}"));
    document.source.sha256 = format!("{:0<64}", mark.trim_start_matches("draft-"));
    document.source.path = Some(format!("{mark}.txt"));
    document
}

/// A reference as a text prints it; parts that it does not print are empty.
pub fn reference(code: &str, kind: &str, issuer: &str, date: &str) -> Reference {
    let number = number(code);
    let named = !code.contains(['/', '-']);
    Reference {
        code: (!named).then(|| code.to_owned()),
        name: named.then(|| code.to_owned()),
        kind: DocumentKind::named(kind),
        serial: number.serial.filter(|_| !named),
        year: number.year,
        symbol: number.symbol.filter(|_| !named),
        style: number.style.filter(|_| !named),
        date: PartialDate::of_edtf(date),
        issuer: (!issuer.is_empty()).then(|| ReferenceIssuer { name: issuer.to_owned(), id: None }),
        ..Reference::default()
    }
}

/// Adds references and what the text states between them: `self` or the code of a reference.
pub fn stating(
    mut document: Document,
    references: Vec<Reference>,
    relations: &[(&str, RelationKind, &str)],
) -> Document {
    document.references = references;
    let at = |document: &Document, code: &str| document.references.iter().position(|r| r.label() == code);
    for (from, relation, to) in relations {
        let relation = Relation {
            from: (*from).to_owned(),
            relation: *relation,
            to: (*to).to_owned(),
            from_reference: at(&document, from),
            to_reference: at(&document, to),
            cue: Some("thực hiện".to_owned()),
            span: Span::new(0, 9),
            asserted_by: "self".to_owned(),
            attachment: vanban::model::Attachment::Certain,
        };
        document.relations.push(relation);
    }
    document
}
