//! From a few words in Vietnamese or English to a [`Query`].

use std::str::FromStr;

use pest::Parser;
use pest::iterators::Pair;

use super::{NotUnderstood, Query, TaskFilter, US, documents};
use crate::model::{Assignment, Component, Duty, PartialDate};
use crate::syntax::plain::Plain;

mod grammar {
    #![allow(missing_docs)]
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/query.pest"]
    #[grammar = "../grammar/query_documents.pest"]
    pub(in crate::syntax::query) struct QueryParser;
}
use grammar::QueryParser;
pub(super) use grammar::Rule;

impl FromStr for Query {
    type Err = NotUnderstood;

    /// Reads a question in Vietnamese, with or without accents, or in English.
    fn from_str(question: &str) -> Result<Self, Self::Err> {
        let text = Plain::of(question);
        let mut pairs = QueryParser::parse(Rule::question, text.plain()).map_err(|_| NotUnderstood)?;
        let asked = pairs.next().and_then(|question| question.into_inner().next()).ok_or(NotUnderstood)?;
        lower(&asked, &text).ok_or(NotUnderstood)
    }
}

fn lower(pair: &Pair<'_, Rule>, text: &Plain) -> Option<Query> {
    let mut inner = pair.clone().into_inner();
    Some(match pair.as_rule() {
        Rule::count => {
            let asked = inner.next()?;
            match lower(&asked, text)? {
                // `how many days`, `how many documents by month` ask for numbers themselves.
                query @ (Query::Stats | Query::ChainDays(_) | Query::Register(_)) => query,
                query => Query::Count(Box::new(query)),
            }
        }
        Rule::stats | Rule::all => Query::Stats,
        Rule::duplicates => Query::Duplicates,
        Rule::not_held => Query::NotHeld,
        Rule::implemented_by => Query::ImplementedBy(text.at(&inner.next()?)),
        Rule::implements => Query::Implements(text.at(&inner.next()?)),
        Rule::cited_by => Query::CitedBy(text.at(&inner.next()?)),
        Rule::cites => Query::Cites(text.at(&inner.next()?)),
        Rule::chain => Query::Chain(text.at(&inner.next()?)),
        Rule::show => Query::Show(text.at(&inner.next()?)),
        Rule::bare => Query::Show(text.at(pair)),
        Rule::deadlines | Rule::due => Query::Deadlines(filter(pair, text)),
        Rule::tasks | Rule::tasks_of | Rule::overdue | Rule::general => Query::Tasks(filter(pair, text)),
        Rule::recurring => Query::Recurring(filter(pair, text)),
        Rule::required => Query::Required(filter(pair, text)),
        Rule::task_source => Query::TaskSource(text.at(&inner.next()?)),
        _ => return documents::lower(pair, text),
    })
}

fn filter(pair: &Pair<'_, Rule>, text: &Plain) -> TaskFilter {
    let overdue = pair.as_rule() == Rule::overdue;
    let general = pair.as_rule() == Rule::general;
    let assignment = general.then_some(Assignment::Collective);
    let mut filter = TaskFilter { assignment, overdue, ..TaskFilter::default() };
    for part in pair.clone().into_inner() {
        match part.as_rule() {
            Rule::body => filter.body = Some(text.at(&part)),
            Rule::us | Rule::our => filter.body = Some(US.to_owned()),
            Rule::doc
            | Rule::named
            | Rule::asking_for
            | Rule::past_in
            | Rule::whole
            | Rule::requiring
            | Rule::demanding => {
                filter.document = Some(text.at(&part));
            }
            Rule::date => filter.overdue_on = date(part),
            Rule::duty => {
                let coordinate = part.into_inner().any(|p| p.as_rule() == Rule::coordinate);
                filter.duty = Some(if coordinate { Duty::Coordinate } else { Duty::Lead });
            }
            Rule::when => part.into_inner().for_each(|range| limit(range, &mut filter)),
            Rule::soon => filter.within = Some(SOON),
            Rule::ahead => limit(part, &mut filter),
            _ => {}
        }
    }
    filter
}

/// Days that `sắp đến hạn` reaches over.
const SOON: u16 = 10;

/// The days of a range, into the ends of a filter.
pub(super) fn limit(range: Pair<'_, Rule>, filter: &mut TaskFilter) {
    let rule = range.as_rule();
    if rule == Rule::ahead {
        filter.within = days(range);
        return;
    }
    let mut dates = range.into_inner().filter_map(date);
    let first = dates.next();
    match rule {
        Rule::between => (filter.since, filter.until) = (first, dates.next()),
        Rule::before => filter.until = first.and_then(day_before),
        Rule::until => filter.until = first,
        Rule::since => filter.since = first,
        _ => (filter.since, filter.until) = (first, first),
    }
}

/// A number of days, weeks or months; a month has 30 days.
fn days(length: Pair<'_, Rule>) -> Option<u16> {
    let mut parts = length.into_inner();
    let first = parts.next()?;
    match first.as_rule() {
        Rule::week_ahead => return Some(7),
        Rule::month_ahead => return Some(30),
        _ => {}
    }
    let amount: u16 = first.as_str().parse().ok()?;
    let each = match parts.next()?.into_inner().next()?.as_rule() {
        Rule::weeks => 7,
        Rule::months => 30,
        _ => 1,
    };
    amount.checked_mul(each)
}

/// The day before the first day a date can mean; a date without a year stays without one.
fn day_before(date: PartialDate) -> Option<PartialDate> {
    // A year without 29 February serves where none is given.
    let year = date.year.unwrap_or(2026);
    let first = PartialDate::day(year, date.month.known().unwrap_or(1), date.day.known().unwrap_or(1))?;
    let before = first.plus_days(-1)?;
    Some(PartialDate { year: date.year.and(before.year), ..before })
}

pub(super) fn date(pair: Pair<'_, Rule>) -> Option<PartialDate> {
    let mut found = PartialDate { year: None, month: Component::Absent, day: Component::Absent };
    for part in pair.into_inner().flat_map(Pair::into_inner) {
        match part.as_rule() {
            Rule::year => found.year = part.as_str().parse().ok(),
            Rule::month => found.month = Component::Known(part.as_str().parse().ok()?),
            Rule::day => found.day = Component::Known(part.as_str().parse().ok()?),
            _ => {}
        }
    }
    let whole = found.year.is_some() && found.day.known().is_some();
    (!whole || PartialDate::of_edtf(&found.to_string()).is_some()).then_some(found)
}
