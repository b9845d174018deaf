//! What a person has set right by hand. Corrections are kept beside the documents and applied on every run, after
//! the resolver and against it.

use std::collections::{BTreeMap, BTreeSet};

use super::corpus::{ContextResolver, Resolver, name};
use crate::model::{Actor, Confidence, Document, OrganRef, Reference};
use crate::registry::body;
use crate::text::fold;

/// Bản đính chính của người dùng.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Corrections {
    /// Citations whose document is known.
    pub citations: Vec<CitationIs>,
    /// Names whose body is known.
    pub aliases: Vec<AliasIs>,
    /// Files that are not one document, though their identities meet.
    pub apart: Vec<Vec<String>>,
}

/// This citation is that document.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CitationIs {
    /// Number, name, or words of the mention.
    pub cited: String,
    /// The citing document: its file, number or id; None for all.
    pub within: Option<String>,
    /// Canonical id.
    pub is: String,
}

/// This name is that body.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct AliasIs {
    /// As printed.
    pub name: String,
    /// Id of the body: `vn/so-y-te-ca-mau`.
    pub is: String,
}

impl Corrections {
    /// Ids of bodies by their names, folded.
    pub fn bodies(&self) -> BTreeMap<String, String> {
        self.aliases.iter().map(|alias| (fold(&alias.name), alias.is.clone())).collect()
    }

    /// What is corrected and met nowhere in the documents: a citation, a name, or the files to keep apart.
    pub fn idle(&self, documents: &[Document]) -> Vec<String> {
        let cited = |correction: &&CitationIs| {
            let mut citing = documents.iter().filter(|document| correction.is_within(document));
            !citing.any(|document| document.references.iter().any(|r| correction.is_of(r, document)))
        };
        let citations = self.citations.iter().filter(cited).map(|correction| correction.cited.clone());
        let named = |alias: &&AliasIs| {
            let name = fold(&alias.name);
            !documents.iter().any(|document| names(document).any(|printed| fold(printed) == name))
        };
        let aliases = self.aliases.iter().filter(named).map(|alias| alias.name.clone());
        let there = |files: &&Vec<String>| {
            files.iter().any(|file| !documents.iter().any(|document| is_named(document, file)))
        };
        let apart = self.apart.iter().filter(there).map(|files| files.join(", "));
        citations.chain(aliases).chain(apart).collect()
    }
}

/// Every name of a body that a document prints.
fn names(document: &Document) -> impl Iterator<Item = &str> {
    let issuers = document.references.iter().filter_map(|reference| reference.issuer.as_ref());
    let actors = document
        .tasks
        .iter()
        .flat_map(|task| [&task.lead, &task.coordinate, &task.report_to, &task.via].into_iter().flatten());
    document
        .issuer
        .iter()
        .map(|issuer| issuer.name.as_str())
        .chain(issuers.map(|issuer| issuer.name.as_str()))
        .chain(document.addressees.iter().map(|to| to.text.as_str()))
        .chain(document.recipients.iter().map(|to| to.text.as_str()))
        .chain(actors.map(|actor| actor.text.as_str()))
}

impl CitationIs {
    fn is_within(&self, document: &Document) -> bool {
        self.within.as_deref().is_none_or(|named| is_named(document, named))
    }

    fn is_of(&self, reference: &Reference, document: &Document) -> bool {
        let cited = fold(&self.cited);
        let mentions = reference.mentions.iter().filter_map(|&at| document.citations.get(at));
        let names = [&reference.code, &reference.name].into_iter().flatten().map(|name| fold(name));
        names.chain(mentions.map(|citation| fold(&citation.text))).any(|name| name == cited)
    }
}

/// A resolver whose outcome is corrected by hand.
#[derive(Debug, Clone, Default)]
pub struct Corrected<R = ContextResolver> {
    corrections: Corrections,
    rest: R,
}

impl Corrected {
    /// Corrections to the default resolver.
    pub fn new(corrections: Corrections) -> Self {
        Self::of(corrections, ContextResolver)
    }
}

impl<R> Corrected<R> {
    /// Corrections to another resolver.
    pub fn of(corrections: Corrections, rest: R) -> Self {
        Self { corrections, rest }
    }
}

impl<R: Resolver> Resolver for Corrected<R> {
    fn resolve(&self, documents: &mut [Document]) {
        let aliases = self.corrections.bodies();
        for document in documents.iter_mut().filter(|_| !aliases.is_empty()) {
            rename(document, &aliases);
        }
        self.rest.resolve(documents);
        for files in &self.corrections.apart {
            part(documents, files);
        }
        for correction in &self.corrections.citations {
            let citing = documents.iter_mut().filter(|document| correction.is_within(document));
            citing.for_each(|document| settle(document, correction));
        }
    }
}

/// Gives every body printed under one of the names its id.
fn rename(document: &mut Document, aliases: &BTreeMap<String, String>) {
    let meant = |name: &str| aliases.get(&fold(name)).cloned();
    if let Some(issuer) = &mut document.issuer
        && let Some(id) = meant(&issuer.name)
    {
        let known = body(id.trim_start_matches("vn/"));
        issuer.branch = known.as_ref().map(|body| body.branch).or(issuer.branch);
        issuer.tier = known.as_ref().map(|body| body.tier).or(issuer.tier);
        issuer.id = Some(id);
    }
    for issuer in document.references.iter_mut().filter_map(|reference| reference.issuer.as_mut()) {
        issuer.id = meant(&issuer.name).or(issuer.id.take());
    }
    let named = document.addressees.iter_mut().map(|to| (&to.text, &mut to.organ));
    for (text, organ) in named.chain(document.recipients.iter_mut().map(|to| (&to.text, &mut to.organ))) {
        *organ = meant(text).or(organ.take());
    }
    let of_actor = |actor: &mut Actor| {
        actor.organ = meant(&actor.text).map(OrganRef::Body).or(actor.organ.take());
    };
    for task in &mut document.tasks {
        let roles = [&mut task.lead, &mut task.coordinate, &mut task.report_to, &mut task.via];
        roles.into_iter().flatten().for_each(of_actor);
    }
}

/// Whether a document is called so: by file, number or id.
fn is_named(document: &Document, named: &str) -> bool {
    let source = &document.source;
    let path = source.path.as_deref().is_some_and(|path| {
        path == named || path.strip_suffix(named).is_some_and(|folder| folder.ends_with(['/', '\\']))
    });
    let code = document.number.as_ref().is_some_and(|number| fold(&number.code) == fold(named));
    path || code || source.id.as_deref() == Some(named) || source.sha256 == named || document.id == named
}

/// Gives the files among `files` that share an id each its own; who cites the number may mean either.
fn part(documents: &mut [Document], files: &[String]) {
    let mut shared: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for document in documents.iter().filter(|d| files.iter().any(|file| is_named(d, file))) {
        shared.entry(document.id.clone()).or_default().insert(own_id(document));
    }
    shared.retain(|_, ids| ids.len() > 1);
    for document in documents.iter_mut() {
        let named = files.iter().any(|file| is_named(document, file));
        if named && shared.contains_key(&document.id) {
            let id = own_id(document);
            name(document, &id);
        }
        for reference in &mut document.references {
            if let Some(ids) = reference.target.as_ref().and_then(|target| shared.get(target)) {
                reference.candidates = ids.iter().cloned().collect();
                reference.confidence = Confidence::Likely;
                reference.lacks.clear();
                reference.target = None;
            }
        }
    }
}

/// The id of a document that shares its number with another: marked by its file.
fn own_id(document: &Document) -> String {
    format!("{}-{}", document.id, document.source.sha256.get(..12).unwrap_or_default())
}

fn settle(document: &mut Document, correction: &CitationIs) {
    let meant: Vec<bool> = document.references.iter().map(|r| correction.is_of(r, document)).collect();
    for (reference, _) in document.references.iter_mut().zip(meant).filter(|(_, meant)| *meant) {
        reference.target = Some(correction.is.clone());
        reference.candidates.clear();
        reference.lacks.clear();
        reference.confidence = Confidence::Certain;
    }
}
