//! Độ phủ: by province or unit, which document first carries out a directive, and after how many days. What no
//! document read tells is not in the corpus; whether it is there in fact, nobody here knows.

use super::day::days_between;
use super::profile::Unit;
use crate::graph::{GraphView, Lookup, Party, answer, lookup};
use crate::model::{
    Answer, AnswerItem, AnswerStatus, Cell, DocumentCard, Evidence, Hop, Intent, PartialDate, Tier,
};
use crate::registry::{ProvinceId, body};
use crate::resolve::Key;
use crate::syntax::Query;

/// Whom a directive is to reach.
#[derive(Debug, Clone, Copy)]
pub enum Scope<'a> {
    /// The provinces there are now; a former one counts for its successor.
    Provinces,
    /// The units of a roster; without one, those the directive is addressed and sent to by name.
    Units(&'a [Unit]),
}

impl Scope<'_> {
    /// The scope a directive has by itself: provinces for one of the centre, else the units it names.
    pub fn of(view: &dyn GraphView, directive: &str) -> Self {
        let tier = match lookup(view, directive) {
            Lookup::Found(id) => view.card(&id).and_then(|card| card.tier),
            _ => None,
        };
        match tier {
            Some(Tier::Central | Tier::Ministry) => Self::Provinces,
            _ => Self::Units(&[]),
        }
    }
}

/// What a row can say, in the order of the rows.
const STATUSES: [&str; 3] = ["found", "ambiguous", "not_in_corpus"];

/// A document that carries the directive out.
struct Found {
    card: DocumentCard,
    depth: usize,
    evidence: Vec<Evidence>,
    /// The provinces it may be of: one where its issuer tells.
    provinces: Vec<ProvinceId>,
}

/// One row for each province or unit in scope: its first document that carries out `directive`, the document's date,
/// days since the directive, hops, and `status`: `found`, `not_in_corpus`, `ambiguous`.
pub fn coverage(view: &dyn GraphView, directive: &str, scope: Scope<'_>) -> Answer {
    let mut answer = answer(view, &Query::ImplementedBy(directive.to_owned()));
    answer.interpretation.intent = Intent::Coverage;
    if !matches!(answer.status, AnswerStatus::Found | AnswerStatus::None) {
        return answer;
    }
    let id = answer.interpretation.target.clone().unwrap_or_default();
    let since = view.card(&id).and_then(|card| card.date).filter(|date| date.is_whole());
    let mut found: Vec<Found> =
        std::mem::take(&mut answer.answers).into_iter().filter_map(|item| read(view, item)).collect();
    // First the earliest; one without a date comes behind, and of one day the nearest comes first.
    found.sort_by(|a, b| {
        let key = |f: &Found| (day_of(&f.card).is_none(), day_of(&f.card), f.depth);
        key(a).cmp(&key(b)).then_with(|| a.card.id.cmp(&b.card.id))
    });
    answer.answers = match scope {
        Scope::Provinces => ProvinceId::all()
            .filter(|province| !province.is_former())
            .map(|province| {
                let (sure, maybe) =
                    split(&found, |f| f.provinces.contains(&province), |f| f.provinces.len() == 1);
                row(province.name(), sure, &maybe, since)
            })
            .collect(),
        Scope::Units(roster) => {
            let named = if roster.is_empty() { named_by(view, &id) } else { roster.to_vec() };
            let unit = |unit: &Unit| {
                let party = Party::named(&unit.names());
                let other = |f: &Found| f.card.issuer.is_some() && party.issued(&f.card);
                let (sure, maybe) = split(&found, other, |f| is_settled(&f.card, unit));
                row(&unit.name, sure, &maybe, since)
            };
            named.iter().map(unit).collect()
        }
    };
    answer.answers.sort_by_cached_key(order);
    answer.status = if answer.answers.is_empty() { AnswerStatus::None } else { AnswerStatus::Found };
    answer
}

/// Rows with a document first, the earliest before the others; then those that are not clear, then the rest.
fn order(item: &AnswerItem) -> (usize, bool, String) {
    let AnswerItem::Row { cells, .. } = item else { return (STATUSES.len(), true, String::new()) };
    let value =
        |name: &str| cells.iter().find(|c| c.name == name).map(|c| c.value.as_str()).unwrap_or_default();
    let rank = STATUSES.iter().position(|status| *status == value("status")).unwrap_or(STATUSES.len());
    (rank, value("day").is_empty(), value("day").to_owned())
}

/// The first that is surely meant, and those that may be.
fn split(
    found: &[Found],
    fits: impl Fn(&Found) -> bool,
    sure: impl Fn(&Found) -> bool,
) -> (Option<&Found>, Vec<&Found>) {
    let (certain, maybe): (Vec<&Found>, Vec<&Found>) =
        found.iter().filter(|f| fits(f)).partition(|f| sure(f));
    (certain.into_iter().next(), maybe)
}

/// Whether the document is the unit's own by its full name or id, not by a short name that others share.
fn is_settled(card: &DocumentCard, unit: &Unit) -> bool {
    Party::named(&[&unit.name]).issued(card) || Key::of_id(&card.id).is_some_and(|key| key.issuer.is_some())
}

fn read(view: &dyn GraphView, item: AnswerItem) -> Option<Found> {
    let AnswerItem::Document { document: card, depth, path } = item else { return None };
    let provinces = match province_of(&card.id) {
        Some(province) => vec![province],
        None => view.candidates(&card.id).iter().filter_map(|id| province_of(id)).collect(),
    };
    let own = path.into_iter().find(|hop: &Hop| hop.from == card.id);
    Some(Found { evidence: own.map(|hop| hop.evidence).unwrap_or_default(), card, depth, provinces })
}

/// The province whose body issued a document, as its id tells; of a former one its successor.
fn province_of(id: &str) -> Option<ProvinceId> {
    let issuer = Key::of_id(id)?.issuer?;
    let province = body(&issuer).and_then(|body| body.province).or_else(|| {
        let within = |p: &ProvinceId| issuer.strip_suffix(p.slug()).is_some_and(|rest| rest.ends_with('-'));
        ProvinceId::all().filter(within).max_by_key(|p| p.slug().len())
    })?;
    Some(province.successor().unwrap_or(province))
}

fn day_of(card: &DocumentCard) -> Option<PartialDate> {
    card.date.filter(|date| date.year.is_some())
}

/// The units a directive names: those it is addressed to and those it is sent to, groups left out.
fn named_by(view: &dyn GraphView, id: &str) -> Vec<Unit> {
    let mut names: Vec<String> = Vec::new();
    for held in view.particulars(id) {
        let addressees = held.addressees.iter().filter(|a| a.organ.is_some()).map(|a| a.text.clone());
        let recipients = held.recipients.iter().filter(|r| r.organ.is_some()).map(|r| r.text.clone());
        for name in addressees.chain(recipients) {
            if !names.contains(&name) {
                names.push(name);
            }
        }
    }
    names.into_iter().map(|name| Unit { name, aliases: Vec::new() }).collect()
}

fn row(unit: &str, sure: Option<&Found>, maybe: &[&Found], since: Option<PartialDate>) -> AnswerItem {
    let (status, shown) = match (sure, maybe.first()) {
        (Some(found), _) => (STATUSES[0], Some(found)),
        (None, Some(found)) => (STATUSES[1], Some(*found)),
        (None, None) => (STATUSES[2], None),
    };
    let code = shown.map(|f| f.card.code.clone().unwrap_or_else(|| f.card.id.clone()));
    let date = shown.and_then(|f| f.card.date);
    let days = since.zip(date.filter(|date| date.is_whole())).and_then(|(from, to)| days_between(from, to));
    let cells = vec![
        Cell::new("unit", unit),
        Cell::new("status", status),
        Cell::new("document", code.unwrap_or_default()),
        Cell::new("day", date.map_or_else(String::new, |date| date.to_string())),
        Cell::new("days", days.map_or_else(String::new, |days| days.to_string())),
        Cell::new("hops", shown.map_or_else(String::new, |f| f.depth.to_string())),
    ];
    AnswerItem::Row { cells, evidence: shown.map(|f| f.evidence.clone()).unwrap_or_default() }
}
