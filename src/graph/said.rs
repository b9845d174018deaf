//! What is said of a document, by itself and by those that cite it, and what follows from it: its card, and who claims
//! what. Nothing is overwritten, so all of it is the same whatever came first.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::model::{Claim, Document, DocumentCard, DocumentKind, PartialDate, Reference, Status, Tier};
use crate::registry::body;
use crate::resolve::kind_of;

/// What one document says of one document.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct Said<'a> {
    pub code: Option<Cow<'a, str>>,
    pub kind: Option<DocumentKind>,
    pub issuer: Option<Cow<'a, str>>,
    pub issuer_id: Option<Cow<'a, str>>,
    pub author: Option<Cow<'a, str>>,
    pub date: Option<PartialDate>,
    pub subject: Option<Cow<'a, str>>,
    pub tier: Option<Tier>,
    pub draft: bool,
    pub issued: bool,
    pub candidates: Cow<'a, [String]>,
}

impl<'a> Said<'a> {
    /// Whether a card needs nothing that others say.
    pub fn is_full(&self) -> bool {
        let named = self.code.is_some() && self.kind.is_some() && self.issuer.is_some();
        named && self.date.is_some() && self.subject.is_some() && self.tier.is_some()
    }

    /// What a held document says of itself.
    pub fn of_itself(document: &'a Document) -> Self {
        let issuer = document.issuer.as_ref();
        Self {
            code: document.number.as_ref().map(|n| n.code.as_str().into()),
            kind: document.kind,
            issuer: issuer.map(|i| i.name.as_str().into()),
            issuer_id: issuer.and_then(|i| i.id.as_deref()).map(Cow::Borrowed),
            author: document.author.as_ref().map(|a| a.name.as_str().into()),
            date: document.date,
            subject: document.subject.as_ref().map(|s| s.text.as_str().into()),
            tier: issuer.and_then(|i| i.tier),
            draft: document.status == Status::Draft,
            issued: document.status == Status::Issued,
            candidates: Cow::default(),
        }
    }

    /// What a citing document says of a reference.
    #[cfg(feature = "store")]
    pub fn of_reference(reference: &'a Reference) -> Self {
        Self::printed(reference).tiered()
    }

    /// What a citing document prints of a reference; the table of bodies is not asked.
    fn printed(reference: &'a Reference) -> Self {
        let issuer = reference.issuer.as_ref();
        Self {
            code: reference.code.as_deref().or(reference.name.as_deref()).map(Cow::Borrowed),
            kind: kind_of(reference),
            issuer: issuer.map(|i| i.name.as_str().into()),
            issuer_id: issuer.and_then(|i| i.id.as_deref()).map(Cow::Borrowed),
            date: reference.date,
            subject: reference.title.as_deref().map(Cow::Borrowed),
            candidates: Cow::Borrowed(&reference.candidates),
            ..Self::default()
        }
    }

    /// With the tier of the issuer, by the table of bodies.
    fn tiered(self) -> Self {
        let tier = self.issuer_id.as_deref().and_then(tier_of);
        Self { tier, ..self }
    }

    /// What references say of a document, each saying once with how many say so.
    pub fn counted(references: impl Iterator<Item = &'a Reference>) -> Vec<(Self, usize)> {
        let mut counts: BTreeMap<Self, usize> = BTreeMap::new();
        references.for_each(|reference| *counts.entry(Self::printed(reference)).or_default() += 1);
        counts.into_iter().map(|(said, n)| (said.tiered(), n)).collect()
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
pub(crate) fn card_of<'a>(id: &str, own: Option<&Said<'a>>, said: &[(Said<'a>, usize)]) -> DocumentCard {
    let all = || said.iter().map(|(said, n)| (said, *n));
    DocumentCard {
        id: id.to_owned(),
        code: own
            .and_then(|s| s.code.clone())
            .or_else(|| most(all().filter_map(|(s, n)| Some((s.code.as_ref()?, n)))))
            .map(Cow::into_owned),
        kind: own
            .and_then(|s| s.kind)
            .or_else(|| most(all().filter_map(|(s, n)| Some((s.kind.as_ref()?, n))))),
        issuer: own.and_then(|s| s.issuer.clone()).or_else(|| issuer_said(said)).map(Cow::into_owned),
        author: own.and_then(|s| s.author.clone()).map(Cow::into_owned),
        date: own.and_then(|s| s.date).or_else(|| precise(said)),
        subject: own
            .and_then(|s| s.subject.clone())
            .or_else(|| longest(all().filter_map(|(s, _)| s.subject.as_ref())))
            .map(Cow::into_owned),
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
fn issuer_said<'a>(said: &[(Said<'a>, usize)]) -> Option<Cow<'a, str>> {
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
fn longest<'a, 's: 'a>(values: impl Iterator<Item = &'a Cow<'s, str>>) -> Option<Cow<'s, str>> {
    values.max_by(|a, b| a.len().cmp(&b.len()).then_with(|| b.cmp(a))).cloned()
}

/// The most precise date that most give.
fn precise(said: &[(Said<'_>, usize)]) -> Option<PartialDate> {
    let dates = || said.iter().filter_map(|(s, n)| Some((s.date.as_ref()?, *n)));
    let best = dates().map(|(date, _)| date.precision()).max()?;
    most(dates().filter(|(date, _)| date.precision() == best))
}

fn tier_of(id: &str) -> Option<Tier> {
    body(id.strip_prefix("vn/").unwrap_or(id)).map(|found| found.tier)
}
