//! From the name of a document to its node: found, ambiguous with candidates, or not found with the nearest.

use std::collections::BTreeSet;

use super::view::{GraphView, key_of};
use crate::model::DocumentCard;
use crate::registry::{Context, find_body, predecessors};
use crate::resolve::Key;
use crate::syntax::DocumentName;
use crate::text::{fold, slug};

/// What a name leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// One document, by id.
    Found(String),
    /// Several bear the name.
    Ambiguous(Vec<DocumentCard>),
    /// None does; the nearest, best first.
    NotFound(Vec<String>),
}

/// Names less alike than this are no suggestion; 1 is the same.
const ALIKE: f64 = 0.7;
/// The most suggestions.
const NEAREST: usize = 5;

/// Looks a document up by anything that names one: a canonical id, `107-KL/TW`, `Kết luận 107-KL/TW`,
/// `230/KH-UBND ngày 24/4/2026 của UBND tỉnh Cà Mau`, `/SYT-VP`, `Luật Đất đai năm 2024`.
///
/// ```
/// # use vanban::{graph::Graph, text::Source};
/// # let plan = Source::from_text("Số: 264/KH-UBND\n\nCà Mau, ngày 15 tháng 5 năm 2026\n\nKẾ HOẠCH\nTriển khai thực hiện Kết luận số 107-KL/TW ngày 24/12/2024 của Bộ Chính trị\n");
/// # let graph = Graph::build([vanban::parse(&plan)]);
/// use vanban::graph::{Lookup, lookup};
///
/// assert_eq!(lookup(&graph, "Kết luận 107-KL/TW"), Lookup::Found("vn/tw/ket-luan/khoa-13/107-kl-tw".to_owned()));
/// assert_eq!(lookup(&graph, "107-KL/TU"), Lookup::NotFound(vec!["107-KL/TW".to_owned()]));
/// ```
pub fn lookup(view: &dyn GraphView, name: &str) -> Lookup {
    let name = name.trim();
    if view.card(name).is_some() {
        return Lookup::Found(name.to_owned());
    }
    if let Some(key) = Key::of_id(name) {
        return by_former_id(view, &key, name);
    }
    let read = DocumentName::read(name);
    let cards = named(view, name, &read);
    decide(view, cards, read.code.as_deref().unwrap_or(name))
}

/// Every document that bears a name, mentions that may be any of the others among them.
pub(super) fn bearers(view: &dyn GraphView, name: &str) -> Vec<DocumentCard> {
    let name = name.trim();
    match Key::of_id(name) {
        Some(key) => {
            let same = |id: &String| Key::of_id(id).is_some_and(|other| key.may_be(&other));
            view.by_tail(&key.code).iter().filter(|id| same(id)).filter_map(|id| view.card(id)).collect()
        }
        None => named(view, name, &DocumentName::read(name)),
    }
}

/// The documents of a code or a name that fit what else was said of it.
fn named(view: &dyn GraphView, name: &str, read: &DocumentName) -> Vec<DocumentCard> {
    let by_code = read.code.as_deref().map(|code| view.by_key(&key_of(code))).unwrap_or_default();
    let ids = if by_code.is_empty() { view.by_key(&key_of(name)) } else { by_code };
    fitting(ids.iter().filter_map(|id| view.card(id)).collect(), read)
}

/// Of the cards those that fit what else the name says; what none of them fits is passed over only for a card that
/// does not know it.
fn fitting(mut cards: Vec<DocumentCard>, read: &DocumentName) -> Vec<DocumentCard> {
    cards.retain(|card| read.kind.is_none() || card.kind.is_none() || read.kind == card.kind);
    if let Some(date) = read.date {
        cards.retain(|card| card.date.is_none_or(|d| d.agrees_with(date)));
    }
    if let Some(issuer) = read.issuer.as_deref() {
        let wanted = find_body(issuer, &Context::default()).found().map(|body| body.series);
        let same = |card: &DocumentCard| {
            let by_id = series_of(card).zip(wanted.as_ref()).map(|(a, b)| a == *b);
            by_id.unwrap_or_else(|| {
                card.issuer.as_deref().is_none_or(|name| fold(name).contains(&fold(issuer)))
            })
        };
        if cards.iter().any(same) {
            cards.retain(same);
        } else {
            let before = wanted.as_deref().map(predecessors).unwrap_or_default();
            cards.retain(|card| series_of(card).is_some_and(|series| before.contains(&series)));
        }
    }
    cards
}

/// The body under whose numbers a document was issued.
fn series_of(card: &DocumentCard) -> Option<String> {
    Key::of_id(&card.id).and_then(|key| key.issuer)
}

/// The body whose document was found under the name of the one that took over its work; None for any other name.
pub(super) fn predecessor_meant(name: &str, id: &str) -> Option<String> {
    let issuer = DocumentName::read(name).issuer?;
    let wanted = find_body(&issuer, &Context::default()).found()?.series;
    let series = Key::of_id(id)?.issuer?;
    predecessors(&wanted).contains(&series).then(|| format!("vn/{series}"))
}

fn decide(view: &dyn GraphView, mut cards: Vec<DocumentCard>, name: &str) -> Lookup {
    // A stub that may be any of the others is no answer beside them.
    let ids: BTreeSet<String> = cards.iter().map(|card| card.id.clone()).collect();
    if cards.len() > 1 {
        cards.retain(|card| !view.candidates(&card.id).iter().any(|c| ids.contains(c)));
    }
    match cards.as_slice() {
        [] => Lookup::NotFound(nearest(view, name)),
        [one] => Lookup::Found(one.id.clone()),
        _ => Lookup::Ambiguous(cards),
    }
}

/// An id that was fuller or emptier when it was noted down.
fn by_former_id(view: &dyn GraphView, key: &Key, name: &str) -> Lookup {
    let cards = |key: &Key| -> Vec<DocumentCard> {
        let same = |id: &String| Key::of_id(id).is_some_and(|other| key.may_be(&other));
        view.by_tail(&key.code).iter().filter(|id| same(id)).filter_map(|id| view.card(id)).collect()
    };
    let mut found = cards(key);
    if found.is_empty()
        && let Some(period) = &key.period
    {
        // Noted down before it was known that the body was founded anew within the period.
        found = cards(&Key { period: Some(format!("{period}-1")), ..key.clone() });
    }
    decide(view, found, name.rsplit('/').next().unwrap_or(name))
}

/// The codes and names most like `name`, the best first.
fn nearest(view: &dyn GraphView, name: &str) -> Vec<String> {
    let wanted = slug(name);
    let mut found: Vec<(f64, String)> = view
        .by_like_tail(&key_of(name))
        .iter()
        .filter_map(|id| view.card(id))
        .filter_map(|card| {
            let shown = card.code.clone().unwrap_or_else(|| card.id.clone());
            let alike = strsim::normalized_damerau_levenshtein(&wanted, &slug(&shown));
            (alike >= ALIKE).then_some((alike, shown))
        })
        .collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
    found.dedup_by(|a, b| a.1 == b.1);
    found.into_iter().take(NEAREST).map(|(_, shown)| shown).collect()
}
