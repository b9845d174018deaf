//! A document as a node: what it says of itself in each file that holds it, and what others say of it. Nothing is
//! overwritten, so the node is the same whatever came first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::view::Particulars;
use crate::model::{
    Claim, Deadline, Document, DocumentCard, DocumentKind, Evidence, HeldSource, NodeRecord, PartialDate,
    Reference, Span, Status, Tier,
};
use crate::registry::body;
use crate::resolve::kind_of;

/// What a held document says beside its relations.
pub(super) fn particulars(document: &Document, text: &Arc<str>) -> Particulars {
    let first = |reference: &Reference| {
        // The subject names what the text then cites in full.
        let titled =
            |span: Span| document.subject.as_ref().is_some_and(|subject| subject.span.contains(span));
        let mut mentions = reference.mentions.iter().filter_map(|&at| document.citations.get(at));
        let in_text = mentions.clone().find(|citation| !titled(citation.span));
        in_text.or_else(|| mentions.next()).map(|c| (c.span, c.parts)).unwrap_or_default()
    };
    let (mentions, printed) = document.references.iter().map(first).unzip();
    Particulars {
        document: document.id.clone(),
        source: source_of(document),
        text: Arc::clone(text),
        copy: document.copy.clone(),
        date: document.date,
        subject: document.subject.clone(),
        signatures: document.signatures.clone(),
        addressees: document.addressees.clone(),
        recipients: document.recipients.clone(),
        mentions,
        printed,
        references: document.references.clone(),
        diagnostics: document.diagnostics.clone(),
    }
}

/// What one document says of one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Said {
    pub code: Option<String>,
    pub kind: Option<DocumentKind>,
    pub issuer: Option<String>,
    pub issuer_id: Option<String>,
    pub author: Option<String>,
    pub date: Option<PartialDate>,
    pub subject: Option<String>,
    pub tier: Option<Tier>,
    pub draft: bool,
    pub issued: bool,
    pub candidates: Vec<String>,
}

/// A document in one file.
#[derive(Debug, Clone)]
pub(super) struct Copy {
    pub said: Said,
    pub deadlines: Vec<(Deadline, Vec<String>, Evidence)>,
    pub particulars: Particulars,
}

/// Who says something: the citing document, its file, and which of its references.
pub(super) type Sayer = (String, HeldSource, usize);

/// Văn bản as a node.
#[derive(Debug, Clone, Default)]
pub(super) struct DocumentNode {
    pub id: String,
    /// The files that hold it.
    pub copies: BTreeMap<HeldSource, Copy>,
    /// What others say of it.
    pub said: BTreeMap<Sayer, Said>,
}

/// The file of a document.
pub(super) fn source_of(document: &Document) -> HeldSource {
    let source = &document.source;
    HeldSource { path: source.path.clone(), id: source.id.clone(), sha256: source.sha256.clone() }
}

impl Said {
    /// What a held document says of itself.
    pub fn of_itself(document: &Document) -> Self {
        let issuer = document.issuer.as_ref();
        Self {
            code: document.number.as_ref().map(|n| n.code.clone()),
            kind: document.kind,
            issuer: issuer.map(|i| i.name.clone()),
            issuer_id: issuer.and_then(|i| i.id.clone()),
            author: document.author.as_ref().map(|a| a.name.clone()),
            date: document.date,
            subject: document.subject.as_ref().map(|s| s.text.clone()),
            tier: issuer.and_then(|i| i.tier),
            draft: document.status == Status::Draft,
            issued: document.status == Status::Issued,
            candidates: Vec::new(),
        }
    }

    /// What a citing document says of a reference.
    pub fn of_reference(reference: &Reference) -> Self {
        let issuer = reference.issuer.as_ref();
        let issuer_id = issuer.and_then(|i| i.id.clone());
        Self {
            code: reference.code.clone().or_else(|| reference.name.clone()),
            kind: kind_of(reference),
            issuer: issuer.map(|i| i.name.clone()),
            tier: issuer_id.as_deref().and_then(tier_of),
            issuer_id,
            date: reference.date,
            subject: reference.title.clone(),
            candidates: reference.candidates.clone(),
            ..Self::default()
        }
    }
}

impl DocumentNode {
    /// The file that speaks for the document: the first in order.
    pub fn copy(&self) -> Option<&Copy> {
        self.copies.values().next()
    }

    fn all(&self) -> impl Iterator<Item = (&String, &Said)> {
        let own = self.copies.values().map(|copy| (&self.id, &copy.said));
        own.chain(self.said.iter().map(|(sayer, said)| (&sayer.0, said)))
    }

    /// The document in a few words: its own, else what most of those say that cite it.
    pub fn card(&self) -> DocumentCard {
        let own = self.copy().map(|copy| &copy.said);
        let said: Vec<&Said> = self.said.values().collect();
        DocumentCard {
            id: self.id.clone(),
            code: own
                .and_then(|s| s.code.clone())
                .or_else(|| most(said.iter().filter_map(|s| s.code.as_ref()))),
            kind: own.and_then(|s| s.kind).or_else(|| most(said.iter().filter_map(|s| s.kind.as_ref()))),
            issuer: own.and_then(|s| s.issuer.clone()).or_else(|| self.issuer_said()),
            author: own.and_then(|s| s.author.clone()),
            date: own.and_then(|s| s.date).or_else(|| precise(&said)),
            subject: own
                .and_then(|s| s.subject.clone())
                .or_else(|| longest(said.iter().filter_map(|s| s.subject.as_ref()))),
            tier: own.and_then(|s| s.tier).or_else(|| most(said.iter().filter_map(|s| s.tier.as_ref()))),
            status: match own {
                Some(s) if s.draft => Status::Draft,
                Some(s) if s.issued => Status::Issued,
                _ => Status::Unknown,
            },
            held: own.is_some(),
        }
    }

    /// The fullest printed name among those with the id most of them mean.
    fn issuer_said(&self) -> Option<String> {
        let id = most(self.said.values().filter_map(|s| s.issuer_id.as_ref()));
        let same = self.said.values().filter(|s| id.is_none() || s.issuer_id == id);
        longest(same.filter_map(|s| s.issuer.as_ref()))
    }

    /// Documents that a mention without all parts of its key may mean.
    pub fn candidates(&self) -> Vec<String> {
        let all: BTreeSet<&String> = self.said.values().flat_map(|s| &s.candidates).collect();
        all.into_iter().cloned().collect()
    }

    /// Every date said of it, with those who say so.
    pub fn dates(&self) -> Vec<Claim<PartialDate>> {
        claims(self.all().filter_map(|(by, said)| Some((said.date?, by))))
    }

    /// Every body said to have issued it, by id where known.
    pub fn issuers(&self) -> Vec<Claim<String>> {
        claims(
            self.all()
                .filter_map(|(by, said)| Some((said.issuer_id.clone().or_else(|| said.issuer.clone())?, by))),
        )
    }

    /// As written out.
    pub fn record(&self) -> NodeRecord {
        NodeRecord::Document {
            card: self.card(),
            sources: self.copies.keys().cloned().collect(),
            dates: self.dates(),
            issuers: self.issuers(),
            candidates: self.candidates(),
        }
    }
}

fn claims<T: Ord + Clone>(said: impl Iterator<Item = (T, impl AsRef<str>)>) -> Vec<Claim<T>> {
    let mut by_value: BTreeMap<T, BTreeSet<String>> = BTreeMap::new();
    for (value, by) in said {
        by_value.entry(value).or_default().insert(by.as_ref().to_owned());
    }
    by_value.into_iter().map(|(value, by)| Claim { value, said_by: by.into_iter().collect() }).collect()
}

/// What is said most often; of those the first in order.
fn most<'a, T: Ord + Clone + 'a>(values: impl Iterator<Item = &'a T>) -> Option<T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    values.for_each(|value| *counts.entry(value).or_default() += 1);
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| value.clone())
}

/// The longest text; of those the first in order.
fn longest<'a>(values: impl Iterator<Item = &'a String>) -> Option<String> {
    values.max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b.cmp(a))).cloned()
}

/// The most precise date that most give.
fn precise(said: &[&Said]) -> Option<PartialDate> {
    let best = said.iter().filter_map(|s| s.date).map(PartialDate::precision).max()?;
    let dates: Vec<PartialDate> =
        said.iter().filter_map(|s| s.date).filter(|d| d.precision() == best).collect();
    most(dates.iter())
}

fn tier_of(id: &str) -> Option<Tier> {
    body(id.strip_prefix("vn/").unwrap_or(id)).map(|found| found.tier)
}
