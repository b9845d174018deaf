//! Documents that have to do with one another otherwise than by a common legal basis: every second document rests on
//! the Law on the organisation of local government, which binds nothing together.

use std::collections::{BTreeMap, BTreeSet};

use super::row::{listed, row};
use crate::graph::reach::Way;
use crate::graph::view::GraphView;
use crate::model::{AnswerItem, Evidence, RelationKind};
use crate::text::{fold, slug};

/// What a relation between the two is worth; a bare basis or mention less than an act.
const ACTS: f64 = 1.0;
const NAMES: f64 = 0.5;
/// What carrying out the same document is worth, shared among all that do.
const SAME_DIRECTIVE: f64 = 0.5;
/// What the same addressees, and the same words in the subject, are worth at most.
const SAME_ADDRESSEES: f64 = 0.3;
const SAME_SUBJECT: f64 = 0.6;
/// Less than this is chance.
const LEAST: f64 = 0.15;
/// The most answers.
const MOST: usize = 15;

/// The relations that join what act on one document; a common `căn cứ` or mention does not.
fn joins(relation: RelationKind) -> bool {
    !matches!(relation, RelationKind::BasedOn | RelationKind::Cites | RelationKind::ProposedBy)
}

/// What speaks for a document being related, and how much.
#[derive(Default)]
struct Reasons {
    score: f64,
    relation: Vec<String>,
    together: BTreeSet<String>,
    addressees: Vec<String>,
    subject: Option<f64>,
    evidence: Vec<Evidence>,
}

/// What a document says of itself that others may share.
struct Profile {
    acts_on: BTreeSet<String>,
    addressees: BTreeMap<String, String>,
    words: BTreeSet<String>,
}

/// Documents connected by relations, by what both carry out, by addressees and by subject; each with its score and the
/// reasons, the closest first.
pub(super) fn related(view: &dyn GraphView, id: &str) -> Vec<AnswerItem> {
    let mut found: BTreeMap<String, Reasons> = BTreeMap::new();
    let out = view.outgoing(id).into_iter().map(|hop| (hop.to.clone(), hop.relation.as_str(), hop));
    let back = view.incoming(id).into_iter().map(|hop| (hop.from.clone(), hop.relation.reverse_name(), hop));
    for (other, verb, hop) in out.chain(back) {
        let law = view.card(&other).and_then(|card| card.kind).is_some_and(|kind| kind.0.is_normative());
        if law && !joins(hop.relation) {
            continue;
        }
        let reasons = found.entry(other).or_default();
        let worth = if joins(hop.relation) { ACTS } else { NAMES };
        reasons.score = reasons.score.max(worth);
        reasons.relation.push(verb.to_owned());
        reasons.evidence.extend(hop.evidence.into_iter().take(1));
    }
    let own = profile(view, id);
    for other in view.documents().into_iter().filter(|other| other != id) {
        if view.card(&other).is_some_and(|card| card.held) {
            let theirs = profile(view, &other);
            let reasons = found.entry(other).or_default();
            compare(view, &own, &theirs, reasons);
        }
    }
    let mut found: Vec<(String, Reasons)> =
        found.into_iter().filter(|(_, reasons)| reasons.score >= LEAST).collect();
    found.sort_by(|a, b| b.1.score.total_cmp(&a.1.score).then_with(|| a.0.cmp(&b.0)));
    found.into_iter().take(MOST).map(|(other, reasons)| item(other, reasons)).collect()
}

fn item(other: String, reasons: Reasons) -> AnswerItem {
    let cells = [
        ("document", other),
        ("score", format!("{:.2}", reasons.score)),
        ("relation", listed(reasons.relation)),
        ("together", listed(reasons.together)),
        ("addressees", listed(reasons.addressees)),
        ("subject", reasons.subject.map(|alike| format!("{alike:.2}")).unwrap_or_default()),
    ];
    row(cells, reasons.evidence.into_iter().take(1).collect())
}

fn profile(view: &dyn GraphView, id: &str) -> Profile {
    let ends = view.neighbours(id, Way::Out).into_iter();
    let acts_on = ends.filter(|(relation, _)| joins(*relation)).map(|(_, to)| to).collect();
    let mut addressees = BTreeMap::new();
    let mut subject = view.card(id).and_then(|card| card.subject);
    for held in view.particulars(id).into_iter().take(1) {
        subject = held.subject.map(|s| s.text).or(subject);
        for to in held.addressees {
            addressees.insert(to.organ.unwrap_or_else(|| fold(&to.text)), to.text);
        }
    }
    addressees.retain(|name, _| !name.starts_with("như "));
    Profile { acts_on, addressees, words: pairs(subject.as_deref().unwrap_or_default()) }
}

/// Pairs of neighbouring syllables, because most Vietnamese words are two; numbers and the words that every subject
/// opens with are left out.
fn pairs(subject: &str) -> BTreeSet<String> {
    const COMMON: [&str; 22] = [
        "ve", "viec", "v", "thuc", "hien", "trien", "khai", "ban", "hanh", "so", "ngay", "thang", "nam",
        "cua", "va", "tren", "dia", "ban", "tinh", "ke", "hoach", "quyet",
    ];
    let plain = slug(subject);
    let words: Vec<&str> = plain
        .split('-')
        .filter(|w| w.len() > 1 && !COMMON.contains(w) && !w.bytes().any(|b| b.is_ascii_digit()))
        .collect();
    words.windows(2).map(|pair| pair.join(" ")).collect()
}

fn compare(view: &dyn GraphView, own: &Profile, theirs: &Profile, reasons: &mut Reasons) {
    for both in own.acts_on.intersection(&theirs.acts_on) {
        let ends = view.neighbours(both, Way::In).into_iter();
        let sharers = ends.filter(|(relation, _)| joins(*relation)).count();
        reasons.score += SAME_DIRECTIVE / (1.0 + number(sharers.max(2)).ln());
        reasons.together.insert(both.clone());
    }
    let shared: Vec<String> = theirs
        .addressees
        .iter()
        .filter(|(key, _)| own.addressees.contains_key(*key))
        .map(|(_, name)| name.clone())
        .collect();
    let all = own.addressees.len() + theirs.addressees.len() - shared.len();
    if !shared.is_empty() {
        reasons.score += SAME_ADDRESSEES * number(shared.len()) / number(all.max(1));
        reasons.addressees = shared;
    }
    let common = own.words.intersection(&theirs.words).count();
    let size = own.words.len() + theirs.words.len();
    // Two pairs in common may be chance.
    if common > 2 {
        let alike = 2.0 * number(common) / number(size.max(1));
        reasons.score += SAME_SUBJECT * alike;
        reasons.subject = Some(alike);
    }
}

fn number(count: usize) -> f64 {
    u32::try_from(count).map_or(f64::MAX, f64::from)
}
