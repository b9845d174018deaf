//! Documents that were generated: what is known of them beforehand is what is read from them, and who carries out whom
//! is answered as it was laid out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Debug;
use std::sync::LazyLock;

use vanban::graph::{Graph, answer};
use vanban::model::{Document, RelationKind};
use vanban::syntax::Query;
use vanban::text::Source;

use crate::generator::Corpus;

/// A family and the beginning of the next.
const SOME: usize = 300;
/// The seed of these tests; any other does as well.
const SEED: u64 = 7;

fn parsed(count: usize) -> Vec<Document> {
    let corpus = Corpus::new(SEED);
    (0..count).map(|n| vanban::parse(&Source::from_text(&corpus.document(n).text))).collect()
}

/// The first documents, parsed once for all tests.
static FIRST: LazyLock<Vec<Document>> = LazyLock::new(|| parsed(SOME));

/// How often what is read is what is known, by what was compared, with the first that is not.
#[derive(Default)]
struct Score(BTreeMap<&'static str, (usize, usize, String)>);

impl Score {
    fn compare<T: PartialEq + Debug>(&mut self, what: &'static str, n: usize, read: &T, known: &T) {
        let (right, all, wrong) = self.0.entry(what).or_default();
        *all += 1;
        if read == known {
            *right += 1;
        } else if wrong.is_empty() {
            *wrong = format!("document {n}: read {read:?}, known {known:?}");
        }
    }

    /// At least so many of a thousand are right.
    fn reaches(&self, what: &str, thousandths: usize) {
        let (right, all, wrong) = &self.0[what];
        assert!(right * 1_000 >= all * thousandths, "{what}: {right} of {all}; {wrong}");
    }
}

/// A cited document by its number; a law cited by name by the number in its id.
fn number(reference: &vanban::model::Reference) -> String {
    let of_id =
        || Some(reference.target.as_deref()?.rsplit('/').next()?.replacen('-', "/", 2).to_uppercase());
    reference.code.clone().or_else(of_id).unwrap_or_default()
}

#[test]
fn what_is_known_of_generated_documents_is_read_from_them() {
    let mut score = Score::default();
    for (n, document) in FIRST.iter().enumerate() {
        let Some(known) = Corpus::new(SEED).facts(n) else { continue };
        let named = document.number.as_ref().map(|number| number.code.clone());
        score.compare("number", n, &named, &Some(known.code));
        score.compare("kind", n, &document.kind.map(|kind| kind.name().to_owned()), &Some(known.kind));
        score.compare("date", n, &document.date.map(|date| date.to_string()), &Some(known.date));
        score.compare("issuer", n, &document.issuer.as_ref().and_then(|i| i.id.clone()), &Some(known.issuer));
        if let Some(id) = known.id {
            score.compare("id", n, &document.id, &id);
        }
        let mut cited: Vec<String> = document.references.iter().map(number).collect();
        cited.sort();
        let mut cites = known.cites;
        cites.sort();
        score.compare("references", n, &cited, &cites);
        let carried_out = document.references.iter().filter(|r| r.roles.contains(&RelationKind::Implements));
        let mut carried_out: Vec<String> = carried_out.filter_map(|r| r.target.clone()).collect();
        carried_out.sort();
        let mut implements = known.implements;
        implements.sort();
        score.compare("implements", n, &carried_out, &implements);
        let tasks = document.tasks.iter().filter(|task| !task.generic).count();
        score.compare("tasks", n, &tasks, &known.tasks);
        score.compare("time limits", n, &document.deadlines.len(), &known.deadlines);
        score.compare("classified", n, &document.is_classified(), &known.classified);
    }
    for what in ["number", "kind", "date", "issuer", "id", "references", "implements", "classified"] {
        score.reaches(what, 1_000);
    }
    score.reaches("tasks", 850);
    score.reaches("time limits", 920);
}

#[test]
fn generated_documents_are_the_same_however_many_are_asked_for() {
    let (once, again) = (Corpus::new(SEED), Corpus::new(SEED));
    for n in [0, 1, 17, 249, 250, 12_345, 999_999] {
        assert_eq!(once.document(n).text, again.document(n).text);
    }
    assert_ne!(once.document(3).text, Corpus::new(SEED + 1).document(3).text);
}

#[test]
fn no_two_generated_documents_bear_one_id() {
    let corpus = Corpus::new(SEED);
    let mut seen = BTreeSet::new();
    for id in (0..4_000).filter_map(|n| corpus.facts(n)?.id) {
        assert!(seen.insert(id.clone()), "{id} twice");
    }
}

/// Compares, for every document, how many carry it out with how many were laid out to.
fn chains_are_answered(mut documents: Vec<Document>, asked_one_in: usize) {
    let (corpus, count) = (Corpus::new(SEED), documents.len());
    documents.retain(|document| !document.is_classified());
    vanban::resolve::resolve(&mut documents);
    let graph = Graph::build(documents);
    let mut wrong = Vec::new();
    corpus.reached(count, |n, known| {
        let Some(facts) = corpus.facts(n).filter(|facts| !facts.classified && n % asked_one_in == 0) else {
            return;
        };
        let Some(id) = facts.id else { return };
        let found = answer(&graph, &Query::ImplementedBy(id.clone())).answers.len();
        if found != known {
            wrong.push(format!("{id}: {found} answers, {known} laid out"));
        }
    });
    assert!(wrong.is_empty(), "{}\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn who_carries_out_a_generated_document_is_answered_as_it_was_laid_out() {
    chains_are_answered(FIRST.clone(), 3);
}

#[test]
#[ignore = "takes minutes"]
fn who_carries_out_one_of_ten_thousand_generated_documents_is_answered_as_it_was_laid_out() {
    chains_are_answered(parsed(10_000), 7);
}
