//! Resolving documents together: each gets its id, and each reference the id of what it means. The outcome does not
//! depend on the order of the documents.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::context::{complete_issuer, context_of};
use super::groups::complete_groups;
use super::identity::{Key, Named, identity, law_candidates};
use super::issuers::body_of;
use super::symbol;
use crate::model::{Confidence, Document, KeyPart, PartialDate, Reference, draft_mark};
use crate::registry::{Context, Unscoped};

/// Sets ids and targets over documents that are known together. What a resolver does must not depend on the order
/// of the documents, nor on whether they were resolved before: a graph asks again when further ones arrive.
pub trait Resolver: Send + Sync {
    /// Sets `Document.id`, and of each reference `target`, `candidates`, `lacks`, `confidence` and the issuer's id.
    fn resolve(&self, documents: &mut [Document]);
}

/// The resolver of CONTRACT.md, Identity: a mention that lacks parts of its key attaches only to a single
/// candidate that its context allows, never through another such mention.
#[derive(Debug, Clone, Copy, Default)]
pub struct ContextResolver;

/// Resolves documents together with the default [`ContextResolver`].
///
/// ```
/// use vanban::text::Source;
///
/// let letter = "Số: 12/SYT-VP\n\nCà Mau, ngày 20 tháng 5 năm 2026\n\nThực hiện Kế hoạch số 264/KH-UBND ngày 15/5/2026 của UBND tỉnh.\n";
/// let mut documents = [vanban::parse(&Source::from_text(letter))];
/// vanban::resolve::resolve(&mut documents);
/// let target = documents[0].references[0].target.as_deref();
/// assert_eq!(target, Some("vn/ubnd-ca-mau/ke-hoach/2026/264-kh-ubnd"));
/// ```
pub fn resolve(documents: &mut [Document]) {
    ContextResolver.resolve(documents);
}

impl Resolver for ContextResolver {
    fn resolve(&self, documents: &mut [Document]) {
        let mut known = Known::default();
        let mut vague: BTreeMap<Key, BTreeSet<String>> = BTreeMap::new();
        // A key is kept as its id, which takes a third of the room, and asked for again where it cannot be read back.
        let mut own: Vec<Box<str>> = Vec::with_capacity(documents.len());
        for document in &mut *documents {
            let stake = Stake::of(document);
            stake.known.iter().for_each(|(key, date)| known.add(key, *date));
            own.push(stake.own.to_string().into());
            if stake.is_vague() {
                vague.entry(stake.own).or_default().insert(document.source.sha256.clone());
            }
        }
        // Documents of one incomplete key are told apart by their files.
        vague.retain(|_, files| files.len() > 1);
        for (document, id) in documents.iter_mut().zip(own) {
            let key = Key::of_id(&id).unwrap_or_else(|| own_key(document));
            settle(document, &key, vague.contains_key(&key), &known);
        }
    }
}

/// What a document brings to the resolution of all: what its own text decides.
#[derive(Debug, Clone, Default)]
pub struct Stake {
    /// Its own key, before namesakes are told apart.
    pub own: Key,
    /// The documents it knows whole, itself among them, with the dates it says of them.
    pub known: Vec<(Key, Option<PartialDate>)>,
}

impl Stake {
    /// Decides what `document` decides alone: its issuer, its groups, the references whose key is whole.
    pub fn of(document: &mut Document) -> Self {
        complete_issuer(document);
        complete_groups(document);
        let own = own_key(document);
        let context = context_of(document);
        let mut known = vec![(own.clone(), document.date)];
        for reference in &mut document.references {
            complete_reference(reference, &context);
            if let Some(target) = reference.target.as_deref().and_then(Key::of_id) {
                known.push((target, reference.date));
            }
        }
        known.retain(|(key, _)| key.is_whole());
        Self { own, known }
    }

    /// Whether another text may bear the same incomplete key, so that both must be told apart.
    pub fn is_vague(&self) -> bool {
        !self.own.is_whole() && !self.own.code.starts_with("draft-")
    }
}

/// A mention that lacks a part of its key: which documents, once known, it may mean.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Open {
    /// What is known of the key.
    pub key: Key,
    /// The province a body of its symbol must be of; None where any may be.
    pub province: Option<String>,
}

impl Open {
    /// The open mentions of a document of which [`Stake::of`] has decided the rest.
    pub fn of(document: &Document) -> Vec<Self> {
        let context = context_of(document);
        let open = document.references.iter().filter(|r| is_open(r));
        open.map(|reference| {
            let (mut key, _) = identity(&reference.into(), &context);
            if reference.target.is_some() && is_guess(reference) {
                key.kind = None;
            }
            let placed = key.issuer.is_none() && !templates(reference, &key).is_empty();
            let province = context.province.filter(|_| placed).map(|p| p.slug().to_owned());
            Self { key, province }
        })
        .collect()
    }

    /// Whether knowing this document can change what the mention means.
    pub fn may_mean(&self, other: &Key) -> bool {
        let at_home = |place: &String| other.issuer.as_deref().is_some_and(|i| i.ends_with(place.as_str()));
        self.key.may_be(other) && self.province.as_ref().is_none_or(at_home)
    }
}

/// Gives a document its id, and each open reference what it means among `known`; the document is as [`Stake::of`]
/// left it. `shared`: its own key is incomplete and another text bears it too.
pub fn settle(document: &mut Document, own: &Key, shared: bool, known: &Known) {
    let mut key = own.clone();
    if shared {
        key.code = format!("{}-{}", key.code, document.source.sha256.get(..12).unwrap_or_default());
    }
    name(document, &key.to_string());
    let context = context_of(document);
    let date = document.date;
    let since = not_before(document);
    for reference in document.references.iter_mut().filter(|r| is_open(r)) {
        attach(reference, &context, Citing { date, since, own: &key }, known);
    }
}

/// Whether what is known beside it has a say in what a reference means.
fn is_open(reference: &Reference) -> bool {
    reference.target.is_none() || is_guess(reference)
}

/// The bodies the symbol of a reference without an issuer can be of.
fn templates(reference: &Reference, key: &Key) -> Vec<Unscoped> {
    match (&key.issuer, &reference.symbol) {
        (None, Some(symbol)) => symbol::read(symbol, reference.style, reference.kind).templates(),
        _ => Vec::new(),
    }
}

/// Whether the kind was concluded from the table of laws: `41/2024/QH15` may be a resolution as well.
fn is_guess(reference: &Reference) -> bool {
    reference.kind.is_none() && reference.code.is_some() && reference.confidence == Confidence::Likely
}

/// Gives a document its id, and its tasks theirs, which begin with it.
pub(super) fn name(document: &mut Document, id: &str) {
    // What is named so already keeps its memory: there may be millions.
    for task in &mut document.tasks {
        let (before, place) = task.id.split_once('#').unwrap_or_default();
        if before != id {
            task.id = [id, "#", place].concat();
        }
    }
    if document.id != id {
        id.clone_into(&mut document.id);
    }
}

/// The key of a document itself.
pub(super) fn own_key(document: &Document) -> Key {
    let number = document.number.as_ref().filter(|n| n.is_given());
    let issuer = document.issuer.as_ref();
    let named = Named {
        code: document.number.as_ref().map(|n| n.code.as_str()),
        name: None,
        year: number.and_then(|n| n.year),
        symbol: document.number.as_ref().and_then(|n| n.symbol.as_deref()),
        style: document.number.as_ref().and_then(|n| n.style),
        kind: document.kind,
        date: document.date,
        issuer: issuer.and_then(|i| i.id.as_deref()),
        issuer_name: issuer.map(|i| i.name.as_str()),
    };
    let (mut key, _) = identity(&named, &context_of(document));
    if number.is_none() {
        key.code = mark(document);
    }
    key
}

/// The mark of the text: parsing leaves it at the end of `id`; without it the file's hash serves.
fn mark(document: &Document) -> String {
    let last = document.id.rsplit('/').next().unwrap_or_default();
    if last.starts_with("draft-") {
        return last.to_owned();
    }
    let source = &document.source;
    match source.sha256.get(..12) {
        Some(hash) => format!("draft-{hash}"),
        None => draft_mark(source.path.as_deref().or(source.id.as_deref()).unwrap_or_default()),
    }
}

/// Gives a reference the id of its issuer, and its target where its key is whole.
fn complete_reference(reference: &mut Reference, context: &Context) {
    if let Some(issuer) = &mut reference.issuer
        && issuer.id.is_none()
    {
        let at = Context {
            date: reference.date.map(|d| d.to_string()).or(context.date.clone()),
            ..context.clone()
        };
        issuer.id = body_of(&issuer.name, &at).map(|b| format!("vn/{}", b.id));
    }
    let (key, confidence) = identity(&(&*reference).into(), context);
    reference.candidates.clear();
    reference.lacks.clear();
    reference.confidence = confidence;
    reference.target = key.is_whole().then(|| key.to_string());
}

/// The document a mention stands in.
#[derive(Clone, Copy)]
struct Citing<'a> {
    date: Option<PartialDate>,
    /// The year it is not older than.
    since: Option<u16>,
    own: &'a Key,
}

/// The year a document is not older than: its own, else that of the latest document it cites.
fn not_before(document: &Document) -> Option<u16> {
    let cited = || document.references.iter().filter_map(|r| r.date?.year).max();
    document.date.and_then(|date| date.year).or_else(cited)
}

/// Of the laws a bare name can mean those that were not replaced by a newer one before the document was written. A law
/// is taken for the one in force from the second year after it was passed.
fn in_force(laws: Vec<String>, since: Option<u16>) -> BTreeSet<String> {
    let year = |id: &String| Key::of_id(id).and_then(|key| key.period?.parse::<u16>().ok());
    let settled = since.and_then(|since| laws.iter().filter_map(year).filter(|year| year + 1 < since).max());
    laws.into_iter().filter(|id| year(id) >= settled).collect()
}

/// Attaches a reference that lacks parts of its key.
fn attach(reference: &mut Reference, context: &Context, citing: Citing<'_>, known: &Known) {
    let (mut key, _) = identity(&(&*reference).into(), context);
    let guessed = reference.target.take();
    if guessed.is_some() && is_guess(reference) {
        key.kind = None;
    }
    let templates = templates(reference, &key);
    let fits = |other: &Key| {
        let stem_fits = templates.is_empty()
            || templates.iter().any(|t| {
                let stem = t.template.split('{').next().unwrap_or_default();
                other.issuer.as_deref().is_some_and(|issuer| issuer.starts_with(stem))
            });
        let province = key.issuer.is_some()
            || templates.is_empty()
            || context
                .province
                .is_none_or(|p| other.issuer.as_deref().is_some_and(|i| i.ends_with(p.slug())));
        stem_fits && province && other != citing.own
    };
    let mut found = in_force(law_candidates(&(&*reference).into(), context), citing.since);
    found.extend(guessed);
    found.extend(
        known
            .like(&key)
            .filter(|(other, dates)| fits(other) && in_time(reference, &key, other, dates, citing.date))
            .map(|(other, _)| other.to_string()),
    );
    let found: Vec<String> = found.into_iter().collect();
    match found.as_slice() {
        [] => reference.target = Some(key.to_string()),
        [one] => {
            reference.target = Some(one.clone());
            reference.confidence = Confidence::Likely;
        }
        _ => {
            reference.lacks = lacking(&key, &found);
            reference.candidates = found;
            reference.confidence = Confidence::Likely;
        }
    }
}

/// What a key leaves open, and the candidates differ in.
fn lacking(key: &Key, candidates: &[String]) -> Vec<KeyPart> {
    let keys: Vec<Key> = candidates.iter().filter_map(|id| Key::of_id(id)).collect();
    let differ = |part: KeyPart| keys.windows(2).any(|pair| pair[0].part(part) != pair[1].part(part));
    let differing = [KeyPart::Issuer, KeyPart::Kind, KeyPart::Period].into_iter().filter(|p| differ(*p));
    differing.filter(|part| key.part(*part).is_none()).collect()
}

/// Whether the dates allow it: not later than the citing document, not against the date printed, and for a number
/// that runs by the year no earlier than the year before.
fn in_time(
    r: &Reference,
    key: &Key,
    other: &Key,
    dates: &[PartialDate],
    citing: Option<PartialDate>,
) -> bool {
    if let Some(printed) = r.date {
        return dates.is_empty() || dates.iter().any(|d| d.agrees_with(printed));
    }
    let year = other.period.as_deref().and_then(|p| p.get(..4)).and_then(|y| y.parse::<u16>().ok());
    let (Some(year), None, Some(now)) = (year, &key.period, citing.and_then(|d| d.year)) else {
        let later = |d: &PartialDate| citing.is_some_and(|c| d.is_whole() && c.is_whole() && *d > c);
        return dates.is_empty() || !dates.iter().all(later);
    };
    year == now || year + 1 == now
}

/// The documents whose key is whole, with the dates said of them, by number.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Most numbers are those of one document, and most documents have one date: short lists, not trees.
    by_code: HashMap<Box<str>, Vec<Series>>,
}

/// A document by what stands beside its number, in one piece, and the dates said of it.
#[derive(Debug, Clone)]
struct Series {
    /// Issuer, kind and period.
    parts: Box<str>,
    dates: Vec<PartialDate>,
}

/// What stands between the parts of a series, and in none of them.
const BETWEEN: char = '\n';

impl Known {
    /// Adds what is said of a document; of one whose key is not whole nothing is known.
    pub fn add(&mut self, key: &Key, date: Option<PartialDate>) {
        let Key { issuer: Some(issuer), kind: Some(kind), period: Some(period), code } = key else { return };
        let parts = format!("{issuer}{BETWEEN}{kind}{BETWEEN}{period}");
        if !self.by_code.contains_key(code.as_str()) {
            self.by_code.insert(code.as_str().into(), Vec::with_capacity(1));
        }
        let Some(same) = self.by_code.get_mut(code.as_str()) else { return };
        let place = same.binary_search_by(|other| (*other.parts).cmp(&parts)).unwrap_or_else(|at| {
            same.insert(at, Series { parts: parts.into(), dates: Vec::new() });
            at
        });
        let dates = &mut same[place].dates;
        if let Some(date) = date
            && let Err(at) = dates.binary_search(&date)
        {
            dates.reserve_exact(1);
            dates.insert(at, date);
        }
    }

    fn like<'a>(&'a self, key: &'a Key) -> impl Iterator<Item = (Key, &'a [PartialDate])> {
        let same = self.by_code.get(key.code.as_str()).into_iter().flatten();
        let whole = |series: &'a Series| {
            let mut parts = series.parts.split(BETWEEN).map(str::to_owned);
            let (issuer, kind, period) = (parts.next(), parts.next(), parts.next());
            (Key { issuer, kind, period, code: key.code.clone() }, series.dates.as_slice())
        };
        same.map(whole).filter(|(other, _)| key.may_be(other))
    }
}
