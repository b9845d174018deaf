//! From a text to a document: layout, header, citations, relations, tasks, deadlines, diagnostics. Total: any
//! text at all gives a document.

pub mod deadlines;
pub mod header;
pub mod outline;
pub mod references;
pub mod tasks;

use crate::model::{Diagnostic, Document, DocumentNumber, Severity, SourceRecord, Span, draft_mark};
use crate::syntax::citations;
use crate::text::Source;
use outline::Outline;
use references::OwnDocument;

/// Reads one document as far as its own text goes: everything but identities, which `resolve` decides.
pub fn document(source: &Source) -> Document {
    let outline = outline::read(source);
    let mut document =
        Document { schema: Document::SCHEMA.to_owned(), source: record(source), ..Document::default() };
    header::read(source, &outline, &mut document);
    // The identity of a document without a number; `resolve` makes an id of it.
    if !document.number.as_ref().is_some_and(DocumentNumber::is_given) {
        document.id = draft_mark(source.text());
    }
    cite(source, &outline, &mut document);
    document.deadlines = deadlines::read(source, &outline, document.date);
    document.tasks = tasks::read(source, &outline, &document.deadlines, &tasks::Own::of(&document));
    if !source.map().is_identity() {
        document.for_each_span(&mut |span| *span = source.map().back(*span));
    }
    // These stand in the text as read already.
    document.diagnostics.extend(source.invalid().iter().map(|&span| invalid_bytes(span)));
    document
}

fn invalid_bytes(span: Span) -> Diagnostic {
    Diagnostic {
        code: "invalid-bytes".to_owned(),
        severity: Severity::Warning,
        message: "bytes that are no text were read as U+FFFD".to_owned(),
        span: Some(span),
        help: Some("save the file as UTF-8 or UTF-16".to_owned()),
    }
}

/// Citations and what follows from them.
fn cite(source: &Source, outline: &Outline, document: &mut Document) {
    let issuer = document.issuer.as_ref().map(|issuer| issuer.name.clone());
    let own = OwnDocument {
        kind: document.kind,
        number: document.number.as_ref(),
        date: document.date,
        issuer: issuer.as_deref(),
    };
    let cited = references::gather(source, outline, citations(source), &own);
    document.citations = cited.citations;
    document.coreferences = cited.coreferences;
    document.references = cited.references;
    document.relations = cited.relations;
    document.diagnostics.extend(cited.diagnostics);
}

/// What is known of the file; path and id are the caller's to add.
fn record(source: &Source) -> SourceRecord {
    SourceRecord {
        path: None,
        id: None,
        format: "txt".to_owned(),
        encoding: source.encoding().name().to_owned(),
        bytes: source.bytes(),
        sha256: source.sha256().to_owned(),
    }
}
