//! Questions about documents, from what the grammar `query_documents.pest` matched.

use pest::iterators::Pair;

use super::read::{Rule, date, limit};
use super::{DocumentFilter, Grouping, Query, TaskFilter};
use crate::model::{DocumentKind, Tier};
use crate::syntax::plain::Plain;

/// The question of a rule; None for rules that ask nothing of documents.
pub(super) fn lower(pair: &Pair<'_, Rule>, text: &Plain) -> Option<Query> {
    let mut names = pair.clone().into_inner().map(|part| text.at(&part));
    Some(match pair.as_rule() {
        Rule::chain_days => Query::ChainDays(names.next()?),
        Rule::unimplemented => Query::Unimplemented,
        Rule::not_followed_up => Query::NotFollowedUp(names.next()?),
        Rule::superseded => Query::Superseded(names.next()),
        Rule::faulty_citations => Query::FaultyCitations(names.next()),
        Rule::shared_bases => Query::SharedBases(names.next()?, names.next()?),
        Rule::signers => Query::Signers(names.next()),
        Rule::recipients => Query::Recipients(names.next()?),
        Rule::passages => Query::Passages(names.next()?),
        Rule::related => Query::Related(names.next()?),
        Rule::register => Query::Register(grouping(pair)),
        Rule::sanity => Query::Sanity,
        Rule::which => Query::Which(names.next()?),
        Rule::among => return among(pair, text),
        _ => return None,
    })
}

/// What a register counts by; by month where nothing is said.
fn grouping(pair: &Pair<'_, Rule>) -> Grouping {
    let by = pair.clone().into_inner().flat_map(Pair::into_inner).next();
    match by.map(|by| by.as_rule()) {
        Some(Rule::by_kind) => Grouping::Kind,
        Some(Rule::by_issuer) => Grouping::Issuer,
        _ => Grouping::Month,
    }
}

/// What implements or cites a document, narrowed down; a filter that narrows nothing is left out.
fn among(pair: &Pair<'_, Rule>, text: &Plain) -> Option<Query> {
    let mut filter = DocumentFilter::default();
    let (mut target, mut cites) = (None, false);
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            Rule::among_target => target = Some(text.at(&part)),
            Rule::among_cites => cites = true,
            Rule::among_kind => filter.kind = kind(part.as_str()),
            Rule::tier => filter.tier = tier(part),
            Rule::narrowing | Rule::narrowing_behind => {
                part.into_inner().for_each(|by| narrow(by, text, &mut filter));
            }
            _ => {}
        }
    }
    let asked = if cites { Query::CitedBy(target?) } else { Query::ImplementedBy(target?) };
    Some(if filter == DocumentFilter::default() { asked } else { Query::Among(Box::new(asked), filter) })
}

fn narrow(by: Pair<'_, Rule>, text: &Plain, filter: &mut DocumentFilter) {
    match by.as_rule() {
        Rule::tier => filter.tier = tier(by),
        Rule::among_issuer | Rule::issuer_behind => filter.issuer = Some(text.at(&by)),
        Rule::among_time => by.into_inner().for_each(|part| narrow(part, text, filter)),
        Rule::when => {
            let mut range = TaskFilter::default();
            by.into_inner().for_each(|part| limit(part, &mut range));
            (filter.since, filter.until) = (range.since, range.until);
        }
        Rule::date => {
            let day = date(by);
            (filter.since, filter.until) = (day, day);
        }
        _ => {}
    }
}

fn tier(pair: Pair<'_, Rule>) -> Option<Tier> {
    Some(match pair.into_inner().next()?.as_rule() {
        Rule::central => Tier::Central,
        Rule::ministry => Tier::Ministry,
        Rule::province => Tier::Province,
        Rule::department => Tier::Department,
        Rule::district => Tier::District,
        Rule::commune => Tier::Commune,
        _ => Tier::Unit,
    })
}

/// English names of kinds, as questions have them.
const ENGLISH: [(&str, &str); 17] = [
    ("plans", "ke-hoach"),
    ("official letters", "cong-van"),
    ("letters", "cong-van"),
    ("dispatches", "cong-van"),
    ("telegrams", "cong-dien"),
    ("decisions", "quyet-dinh"),
    ("directives", "chi-thi"),
    ("resolutions", "nghi-quyet"),
    ("conclusions", "ket-luan"),
    ("notices", "thong-bao"),
    ("circulars", "thong-tu"),
    ("decrees", "nghi-dinh"),
    ("guidelines", "huong-dan"),
    ("programmes", "chuong-trinh"),
    ("programs", "chuong-trinh"),
    ("reports", "bao-cao"),
    ("submissions", "to-trinh"),
];

/// The kind asked for; None for `văn bản`, which is any.
fn kind(asked: &str) -> Option<DocumentKind> {
    let english = ENGLISH.iter().find(|(name, _)| *name == asked).map(|(_, slug)| *slug);
    DocumentKind::by_slug(english.unwrap_or(&asked.replace(' ', "-"))).filter(|kind| !kind.0.is_unspecific())
}
