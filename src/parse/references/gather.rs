//! From mentions to what a document says about other documents: distinct references with roles, coreferences,
//! relations, and the places where the mentions do not agree.

use super::coreferences::{Finder, Named, ShortForm};
use super::flow::Reader;
use super::listed::{Listed, complete};
use super::merge::{Landing, merge};
use super::own_acts::{OwnActs, Place};
use super::passages::{passages, sentences};
use super::points::{Point, points};
use super::provisions::{apart, beside};
use super::quoted::quotations;
use super::{agreement, distinct, relations, roles};
use crate::model::{
    Citation, CitationParts, Coreference, CoreferenceTarget, Diagnostic, DocumentKind, DocumentNumber,
    PartialDate, Quote, Reference, Relation,
};
use crate::parse::outline::Outline;
use crate::syntax::Mention;
use crate::text::{Source, Span, fold};

/// What is already known of the document that cites.
#[derive(Debug, Clone, Copy, Default)]
pub struct OwnDocument<'a> {
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Số, ký hiệu.
    pub number: Option<&'a DocumentNumber>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Cơ quan ban hành, as printed.
    pub issuer: Option<&'a str>,
}

/// What a document says about others.
#[derive(Debug, Clone, Default)]
pub struct Cited {
    /// Every mention.
    pub citations: Vec<Citation>,
    /// Every short form.
    pub coreferences: Vec<Coreference>,
    /// The distinct documents.
    pub references: Vec<Reference>,
    /// What the text states between documents.
    pub relations: Vec<Relation>,
    /// Where mentions do not agree.
    pub diagnostics: Vec<Diagnostic>,
}

/// Gathers the mentions of a text (in reading order) into documents, roles and relations.
pub fn gather(source: &Source, outline: &Outline, mentions: Vec<Mention>, own: &OwnDocument<'_>) -> Cited {
    let own_line = own.number.and_then(|n| n.span);
    let mut listed = complete(source, mentions);
    listed.retain(|one| !own_line.is_some_and(|line| line.overlaps(one.mention.span)));
    let (entries, landings) = merge(source, &listed, own);
    let quotations = quotations(source.reading());
    let named: Vec<Named> = listed
        .iter()
        .zip(&landings)
        .map(|(one, landing)| Named {
            span: one.mention.span,
            entry: match landing {
                Landing::Mention(at) | Landing::Name(at) => Some(*at),
                Landing::Own | Landing::Nothing => None,
            },
        })
        .collect();
    let finder = Finder::new(source, outline, own, &entries, &named, &quotations);
    let short = finder.short_forms();
    let mut coreferences = finder.declared();
    coreferences.retain(|c| !short.iter().any(|s| s.span.overlaps(c.span)));
    let abbreviated = finder.abbreviated();
    let beside: Vec<_> = abbreviated.iter().filter_map(|c| beside(source, c)).collect();
    coreferences.extend(abbreviated);
    coreferences.extend(finder.demonstratives());
    coreferences.extend(listed.iter().zip(&landings).filter_map(|(one, landing)| {
        let reference = match landing {
            Landing::Name(at) => CoreferenceTarget::Reference(*at),
            Landing::Own => CoreferenceTarget::ITSELF,
            Landing::Mention(_) | Landing::Nothing => return None,
        };
        let span = one.mention.span;
        Some(Coreference { span, text: source.quote(span), reference: Some(reference) })
    }));
    coreferences.sort_by_key(|c| (c.span.start, c.span.end));

    let mut citations = citations(source, outline, &listed, &landings, &short);
    let mut references: Vec<Reference> = entries.iter().map(distinct::reference).collect();
    collect(source, &citations, &listed, &landings, &mut references);

    let points = points(&citations, &coreferences, &references, &quotations);
    let statements = read(source, outline, &points, own);
    roles::assign(source, &statements, &points, &mut citations, &mut references);
    let apart = apart(source, outline, &citations, &references, &quotations);
    for (reference, run) in apart.into_iter().chain(beside) {
        add_provisions(source, &mut references[reference], run);
    }
    let relations = relations::relations(source, &statements, &points, &citations, &references);
    let diagnostics = agreement::diagnostics(&entries, &references, own);
    Cited { citations, coreferences, references, relations, diagnostics }
}

fn citations(
    source: &Source,
    outline: &Outline,
    listed: &[Listed],
    landings: &[Landing],
    short: &[ShortForm],
) -> Vec<Citation> {
    let make = |span: Span, parts: CitationParts, reference, pinpoint: Option<Span>| {
        let part = outline.parts.iter().rev().find(|part| part.span.start <= span.start);
        Citation {
            span,
            pieces: Vec::new(),
            text: source.quote(span),
            parts,
            reference,
            pinpoint: pinpoint.map(|span| Quote { text: source.quote(span), span }),
            cue: None,
            part: part.map_or_else(|| "main".to_owned(), |part| part.id.clone()),
        }
    };
    let full = listed.iter().zip(landings).filter_map(|(one, landing)| {
        let reference = match landing {
            Landing::Mention(at) => Some(*at),
            Landing::Nothing => None,
            Landing::Name(_) | Landing::Own => return None,
        };
        let m = &one.mention;
        let parts = CitationParts {
            kind: m.kind.map(|(_, span)| span).filter(|kind| m.span.overlaps(*kind)),
            name: m.name,
            number: m.number.as_ref().and_then(|n| n.span),
            date: m.date.map(|(_, span)| span),
            issuer: m.issuer,
        };
        Some(make(m.span, parts, reference, m.pinpoint))
    });
    let mut all: Vec<Citation> = full.collect();
    all.extend(short.iter().map(|s| {
        let parts = CitationParts { kind: Some(s.kind), number: Some(s.number), ..CitationParts::default() };
        make(s.span, parts, Some(s.entry), None)
    }));
    all.sort_by_key(|c| (c.span.start, c.span.end));
    all
}

/// Mentions, provisions and titles of each reference.
fn collect(
    source: &Source,
    citations: &[Citation],
    listed: &[Listed],
    landings: &[Landing],
    references: &mut [Reference],
) {
    for (at, citation) in citations.iter().enumerate() {
        if let Some(reference) = citation.reference {
            references[reference].mentions.push(at);
        }
    }
    for (one, landing) in listed.iter().zip(landings) {
        let (Landing::Mention(at) | Landing::Name(at)) = *landing else { continue };
        let reference = &mut references[at];
        if let Some(span) = one.mention.pinpoint {
            add_provisions(source, reference, span);
        }
        if reference.title.is_none() {
            reference.title = distinct::title(source, one.mention.span.end);
        }
    }
}

/// The provisions of one place, those that are new.
fn add_provisions(source: &Source, reference: &mut Reference, place: Span) {
    for span in distinct::provisions(source, place) {
        let text = source.quote(span);
        let key = fold(&text);
        if !reference.pinpoints.iter().any(|known| fold(&known.text) == key) {
            reference.pinpoints.push(Quote { text, span });
        }
    }
}

fn read(
    source: &Source,
    outline: &Outline,
    points: &[Point],
    own: &OwnDocument<'_>,
) -> Vec<super::flow::Statement> {
    let spans: Vec<Span> = points.iter().map(|point| point.span).collect();
    let acts = OwnActs::of(own.kind);
    let reader = Reader { source, points, own: &acts };
    let mut stated = Vec::new();
    let mut next = 0;
    for passage in passages(source, outline, &spans) {
        let end = next + spans[next..].partition_point(|span| span.start < passage.span.end);
        let mut first = true;
        for sentence in sentences(source, passage.span, &spans[next..end]) {
            let stop = next + spans[next..end].partition_point(|span| span.start < sentence.end);
            if next < stop {
                stated.extend(reader.read(sentence, next..stop, &Place::new(source, &passage, first)));
            }
            first = false;
            next = stop;
        }
        next = end;
    }
    stated
}
