//! Metadata a caller has of documents, from a register or a document management system: it wins over what texts let
//! conclude, and where they differ a diagnostic says so.

use std::collections::BTreeMap;
use std::mem;

use super::context::complete_issuer;
use super::corpus::{ContextResolver, Resolver, own_key};
use crate::model::{
    Diagnostic, Document, DocumentKind, DocumentNumber, Inference, Issuer, PartialDate, Reference, Severity,
};
use crate::registry::body;
use crate::text::{Span, fold};

/// Dữ liệu đã biết về một văn bản: what is None is not known and stays as read.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Record {
    /// The file it tells about: its path, the caller's id or its SHA-256. None for a document without a text, to which
    /// citations may lead.
    pub file: Option<String>,
    /// Số, ký hiệu.
    pub code: Option<String>,
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Cơ quan ban hành: its name, or its id (`vn/ubnd-ca-mau`).
    pub issuer: Option<String>,
}

/// Sổ văn bản: a resolver that knows some documents beforehand and asks another for the rest.
///
/// ```
/// use vanban::model::PartialDate;
/// use vanban::resolve::{Record, Register, Resolver};
/// use vanban::text::Source;
///
/// let mut documents = [vanban::parse(&Source::from_text("Số: 230/KH-UBND\n\nKẾ HOẠCH\nVề công tác năm"))];
/// documents[0].source.id = Some("den-17".to_owned());
/// let record = Record {
///     file: Some("den-17".to_owned()),
///     date: PartialDate::of_edtf("2026-04-24"),
///     issuer: Some("Ủy ban nhân dân tỉnh Cà Mau".to_owned()),
///     ..Record::default()
/// };
/// Register::new(vec![record]).resolve(&mut documents);
/// assert_eq!(documents[0].id, "vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd");
/// ```
#[derive(Debug, Clone, Default)]
pub struct Register<R = ContextResolver> {
    records: Vec<Record>,
    rest: R,
}

impl Register {
    /// A register before the default resolver.
    pub fn new(records: Vec<Record>) -> Self {
        Self::before(records, ContextResolver)
    }
}

impl<R> Register<R> {
    /// A register before another resolver.
    pub fn before(records: Vec<Record>, rest: R) -> Self {
        Self { records, rest }
    }
}

impl<R: Resolver> Resolver for Register<R> {
    fn resolve(&self, documents: &mut [Document]) {
        for document in documents.iter_mut() {
            for record in &self.records {
                if record.is_of(document) {
                    record.apply(document);
                }
            }
        }
        // Documents known without a text stand beside the others, so that citations lead to them by the same rules.
        let mut all: Vec<Document> = documents.iter_mut().map(mem::take).collect();
        let known = self.records.iter().filter(|record| record.file.is_none());
        all.extend(known.filter_map(Record::document));
        self.rest.resolve(&mut all);
        let mut registered: BTreeMap<String, Document> = BTreeMap::new();
        for (at, document) in all.into_iter().enumerate() {
            match documents.get_mut(at) {
                Some(place) => *place = document,
                None => drop(registered.insert(document.id.clone(), document)),
            }
        }
        for document in documents {
            let told: Vec<Diagnostic> =
                document.references.iter().filter_map(|r| differing(r, document, &registered)).collect();
            for diagnostic in told {
                tell(document, diagnostic);
            }
        }
    }
}

impl Record {
    fn is_of(&self, document: &Document) -> bool {
        let Some(file) = self.file.as_deref() else { return false };
        let source = &document.source;
        [source.path.as_deref(), source.id.as_deref(), Some(source.sha256.as_str())].contains(&Some(file))
    }

    /// A document of which no text is at hand; None where the record does not tell enough to be one.
    fn document(&self) -> Option<Document> {
        let mut document = Document::default();
        self.apply(&mut document);
        document.diagnostics.clear();
        complete_issuer(&mut document);
        own_key(&document).is_whole().then_some(document)
    }

    /// Puts what is known in the place of what was read.
    fn apply(&self, document: &mut Document) {
        let mut conflicts = Vec::new();
        if let Some(code) = &self.code {
            let number =
                code.parse().unwrap_or_else(|_| DocumentNumber { code: code.clone(), ..Default::default() });
            if let Some(read) = document.number.as_ref().filter(|read| **read != number) {
                conflicts.push(conflict(code, &read.code, read.span));
            }
            if document.number.as_ref() != Some(&number) {
                document.number = Some(number);
            }
        }
        if let Some(kind) = self.kind.filter(|kind| document.kind != Some(*kind)) {
            conflicts
                .extend(document.kind.map(|read| conflict(kind.name(), read.name(), document.kind_span)));
            (document.kind, document.kind_span) = (Some(kind), None);
            document.kind_inferred_from = Some(Inference::Metadata);
        }
        if let Some(date) = self.date.filter(|date| document.date != Some(*date)) {
            let read = document.date.filter(|read| !read.agrees_with(date));
            conflicts
                .extend(read.map(|read| conflict(&date.to_string(), &read.to_string(), document.date_span)));
            (document.date, document.date_span) = (Some(date), None);
            document.date_inferred_from = Some(Inference::Metadata);
        }
        if let Some(issuer) = &self.issuer {
            conflicts.extend(set_issuer(issuer, document));
        }
        for diagnostic in conflicts {
            tell(document, diagnostic);
        }
    }
}

/// Sets the issuer by name or id; what was read of another one is a conflict.
fn set_issuer(known: &str, document: &mut Document) -> Option<Diagnostic> {
    let id = known.strip_prefix("vn/").map(|bare| (known.to_owned(), body(bare)));
    let (id, name) = match id {
        Some((id, found)) => (Some(id), found.map_or_else(|| known.to_owned(), |body| body.name)),
        None => (None, known.to_owned()),
    };
    let mut issuer = Issuer {
        name,
        id,
        branch: None,
        tier: None,
        parent: None,
        span: None,
        pieces: Vec::new(),
        inferred_from: Some(Inference::Metadata),
    };
    let read = document.issuer.take();
    document.issuer = Some(issuer.clone());
    complete_issuer(document);
    let read = read?;
    issuer.id = document.issuer.as_ref().and_then(|issuer| issuer.id.clone());
    let same = match (&read.id, &issuer.id) {
        (Some(read), Some(known)) => read == known,
        _ => fold(&read.name) == fold(&issuer.name),
    };
    if same {
        document.issuer = Some(read);
        return None;
    }
    Some(conflict(&issuer.name, &read.name, read.span))
}

/// What a reference says against the document it means, as the register knows it.
fn differing(
    reference: &Reference,
    citing: &Document,
    registered: &BTreeMap<String, Document>,
) -> Option<Diagnostic> {
    let known = registered.get(reference.target.as_deref()?)?;
    let (date, printed) = known.date.zip(reference.date)?;
    let mention = reference.mentions.first().and_then(|&at| citing.citations.get(at));
    (!date.agrees_with(printed))
        .then(|| conflict(&date.to_string(), &printed.to_string(), mention.map(|citation| citation.span)))
}

fn conflict(known: &str, read: &str, span: Option<Span>) -> Diagnostic {
    Diagnostic {
        code: "register-conflict".to_owned(),
        severity: Severity::Warning,
        message: format!("sổ ghi `{known}`, văn bản ghi `{read}`"),
        span,
        help: None,
    }
}

/// Adds a diagnostic once, however often the documents are resolved.
fn tell(document: &mut Document, diagnostic: Diagnostic) {
    if !document.diagnostics.contains(&diagnostic) {
        document.diagnostics.push(diagnostic);
    }
}
