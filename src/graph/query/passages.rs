//! Passages about something, with their documents and chains: what a retrieval system or a reader wants quoted.

use std::collections::{BTreeMap, BTreeSet};

use super::walk::{Way, walk};
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Evidence, RelationKind};
use crate::text::{fold, slug};

/// The most passages of one answer.
const MOST: usize = 10;
/// BM25: how soon a repeated word says nothing more, and how much a long passage is held back.
const SATURATION: f64 = 1.2;
const LENGTH: f64 = 0.75;
/// A passage with fewer of the words asked for is about something else.
const COVERED: f64 = 0.6;

/// Words that stand in every passage.
const COMMON: [&str; 34] = [
    "ve", "va", "cua", "cac", "nhung", "trong", "cho", "la", "co", "duoc", "den", "tai", "voi", "theo", "o",
    "mot", "nay", "gi", "nao", "the", "of", "and", "in", "on", "to", "for", "a", "an", "is", "are", "about",
    "what", "which", "how",
];

/// The passages most about the words, best first: BM25 over single words and neighbouring pairs, among the passages that
/// hold most of the words. Words asked with their
/// marks are found with them only, words without in any spelling.
pub(super) fn passages(view: &dyn GraphView, words: &str) -> Vec<AnswerItem> {
    let asked = Asked::read(words);
    let mut plain: Vec<String> = asked.words.iter().map(|word| slug(word)).collect();
    plain.sort();
    plain.dedup();
    let found: Vec<(Evidence, Passage)> = view
        .passages(&plain, least(asked.words.len()))
        .into_iter()
        .map(|e| {
            let passage = asked.within(&e.text);
            (e, passage)
        })
        .collect();
    let mut frequency: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, passage) in &found {
        for term in passage.counts.keys() {
            *frequency.entry(*term).or_default() += 1;
        }
    }
    let length: usize = found.iter().map(|(_, passage)| passage.length).sum();
    let average = number(length) / number(found.len().max(1));
    let mut ranked: Vec<(f64, Evidence)> = found
        .iter()
        .filter(|(_, passage)| passage.covered >= least(asked.words.len()))
        .map(|(evidence, passage)| (passage.score(&frequency, found.len(), average), evidence.clone()))
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    let mut seen = BTreeSet::new();
    ranked.retain(|(_, e)| seen.insert((e.document.clone(), e.text.clone())));
    ranked.into_iter().take(MOST).filter_map(|(_, evidence)| item(view, evidence)).collect()
}

/// How many of so many words a passage must hold.
fn least(words: usize) -> usize {
    (0..=words).find(|count| number(*count) >= COVERED * number(words)).unwrap_or(words)
}

fn item(view: &dyn GraphView, evidence: Evidence) -> Option<AnswerItem> {
    let chain = walk(view, &evidence.document, Way::Out, |r| r == RelationKind::Implements);
    Some(AnswerItem::Passage {
        document: view.card(&evidence.document)?,
        chain: chain.into_iter().map(|reached| reached.id).collect(),
        evidence: vec![evidence],
    })
}

/// The words asked for, and as terms each of them and each neighbouring pair.
struct Asked {
    words: Vec<String>,
}

/// How a passage holds the terms.
struct Passage {
    /// How often each term stands in it; the pair behind word `n` of `m` is term `m + n`.
    counts: BTreeMap<usize, usize>,
    /// How many of the words asked for.
    covered: usize,
    length: usize,
}

impl Asked {
    fn read(words: &str) -> Self {
        let split = |keep: &dyn Fn(&str) -> bool| -> Vec<String> {
            let folded = fold(words);
            let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
            words.filter(|w| keep(&slug(w))).map(str::to_owned).collect()
        };
        let telling = split(&|word| !COMMON.contains(&word));
        Self { words: if telling.is_empty() { split(&|_| true) } else { telling } }
    }

    fn within(&self, text: &str) -> Passage {
        let folded = fold(text);
        let tokens: Vec<&str> =
            folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
        let asked = |token: &str| {
            self.words
                .iter()
                .position(|w| w == token || (w.is_ascii() && !token.is_ascii() && *w == slug(token)))
        };
        let at: Vec<Option<usize>> = tokens.iter().map(|token| asked(token)).collect();
        let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
        for (n, word) in at.iter().enumerate() {
            let Some(word) = word else { continue };
            *counts.entry(*word).or_default() += 1;
            if at.get(n + 1) == Some(&Some(word + 1)) {
                *counts.entry(self.words.len() + word).or_default() += 1;
            }
        }
        let covered = counts.keys().filter(|term| **term < self.words.len()).count();
        Passage { counts, covered, length: tokens.len() }
    }
}

impl Passage {
    fn score(&self, frequency: &BTreeMap<usize, usize>, all: usize, average: f64) -> f64 {
        let long = 1.0 - LENGTH + LENGTH * number(self.length) / average.max(1.0);
        let worth = |(term, count): (&usize, &usize)| {
            let holding = number(frequency.get(term).copied().unwrap_or_default());
            let rare = (1.0 + (number(all) - holding + 0.5) / (holding + 0.5)).ln();
            let count = number(*count);
            rare * count * (SATURATION + 1.0) / (count + SATURATION * long)
        };
        self.counts.iter().map(worth).sum()
    }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
