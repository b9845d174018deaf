//! A document as a node: what it says of itself in each file that holds it, and what others say of it. Nothing is
//! overwritten, so the node is the same whatever came first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde::{Deserialize, Serialize};

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
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Said {
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
pub(crate) struct Copy {
    pub said: Said,
    pub deadlines: Vec<(Deadline, Vec<String>, Evidence)>,
    pub particulars: Particulars,
}

/// Who says something: the citing document, its file, and which of its references.
pub(crate) type Sayer = (String, HeldSource, usize);

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
pub(crate) fn source_of(document: &Document) -> HeldSource {
    let source = &document.source;
    HeldSource { path: source.path.clone(), id: source.id.clone(), sha256: source.sha256.clone() }
}

impl Said {
    /// Whether a card needs nothing that others say.
    #[cfg(feature = "store")]
    pub fn is_full(&self) -> bool {
        let named = self.code.is_some() && self.kind.is_some() && self.issuer.is_some();
        named && self.date.is_some() && self.subject.is_some() && self.tier.is_some()
    }

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
        let said: Vec<(&Said, usize)> = self.said.values().map(|said| (said, 1)).collect();
        card_of(&self.id, self.copy().map(|copy| &copy.said), &said)
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

/// Values with those who say so, both sorted.
pub(crate) fn claims<T: Ord + Clone>(said: impl IntoIterator<Item = (T, impl AsRef<str>)>) -> Vec<Claim<T>> {
    let mut by_value: BTreeMap<T, BTreeSet<String>> = BTreeMap::new();
    for (value, by) in said {
        by_value.entry(value).or_default().insert(by.as_ref().to_owned());
    }
    by_value.into_iter().map(|(value, by)| Claim { value, said_by: by.into_iter().collect() }).collect()
}

/// A document in a few words, by what it says itself and by what is said of it, each with how many say so.
pub(crate) fn card_of(id: &str, own: Option<&Said>, said: &[(&Said, usize)]) -> DocumentCard {
    let all = || said.iter().copied();
    DocumentCard {
        id: id.to_owned(),
        code: own
            .and_then(|s| s.code.clone())
            .or_else(|| most(all().filter_map(|(s, n)| Some((s.code.as_ref()?, n))))),
        kind: own
            .and_then(|s| s.kind)
            .or_else(|| most(all().filter_map(|(s, n)| Some((s.kind.as_ref()?, n))))),
        issuer: own.and_then(|s| s.issuer.clone()).or_else(|| issuer_said(said)),
        author: own.and_then(|s| s.author.clone()),
        date: own.and_then(|s| s.date).or_else(|| precise(said)),
        subject: own
            .and_then(|s| s.subject.clone())
            .or_else(|| longest(all().filter_map(|(s, _)| s.subject.as_ref()))),
        tier: own
            .and_then(|s| s.tier)
            .or_else(|| most(all().filter_map(|(s, n)| Some((s.tier.as_ref()?, n))))),
        status: match own {
            Some(s) if s.draft => Status::Draft,
            Some(s) if s.issued => Status::Issued,
            _ => Status::Unknown,
        },
        held: own.is_some(),
    }
}

/// The fullest printed name among those with the id most of them mean.
fn issuer_said(said: &[(&Said, usize)]) -> Option<String> {
    let id = most(said.iter().filter_map(|(s, n)| Some((s.issuer_id.as_ref()?, *n))));
    let same = said.iter().filter(|(s, _)| id.is_none() || s.issuer_id == id);
    longest(same.filter_map(|(s, _)| s.issuer.as_ref()))
}

/// What is said most often; of those the first in order.
fn most<'a, T: Ord + Clone + 'a>(values: impl Iterator<Item = (&'a T, usize)>) -> Option<T> {
    let mut counts: BTreeMap<&T, usize> = BTreeMap::new();
    values.for_each(|(value, count)| *counts.entry(value).or_default() += count);
    counts.into_iter().rev().max_by_key(|(_, count)| *count).map(|(value, _)| value.clone())
}

/// The longest text; of those the first in order.
fn longest<'a>(values: impl Iterator<Item = &'a String>) -> Option<String> {
    values.max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b.cmp(a))).cloned()
}

/// The most precise date that most give.
fn precise(said: &[(&Said, usize)]) -> Option<PartialDate> {
    let dates = || said.iter().filter_map(|(s, n)| Some((s.date.as_ref()?, *n)));
    let best = dates().map(|(date, _)| date.precision()).max()?;
    most(dates().filter(|(date, _)| date.precision() == best))
}

fn tier_of(id: &str) -> Option<Tier> {
    body(id.strip_prefix("vn/").unwrap_or(id)).map(|found| found.tier)
}
