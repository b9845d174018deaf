//! `vanban tasks` and `vanban deadlines`: who must do what, and when.

use clap::{Args, ValueEnum};
use vanban::graph::answer_for;
use vanban::model::{Assignment, Duty, PartialDate};
use vanban::syntax::{Query, TaskFilter};

use super::Outcome;
use super::notes::Notes;
use super::question::{Asking, put};
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    asking: Asking,
    /// Only what falls to this body, unit or post
    #[arg(long = "for", value_name = "BODY")]
    body: Option<String>,
    /// Only tasks in which it has this part
    #[arg(long, value_enum)]
    duty: Option<Part>,
    /// Only what this document says
    #[arg(long, value_name = "ID")]
    of: Option<String>,
    /// Only what is due on or after DATE (2026-06-30 or 30/6/2026)
    #[arg(long, value_name = "DATE", value_parser = date)]
    since: Option<PartialDate>,
    /// Only what is due on or before DATE; recurrences are expanded
    #[arg(long, value_name = "DATE", value_parser = date)]
    until: Option<PartialDate>,
    /// Only what is due within so many days from today
    #[arg(long, value_name = "DAYS")]
    within: Option<u16>,
    /// Only tasks given to all of a group, not to one body by name
    #[arg(long)]
    general: bool,
    /// Only what is past its last safe day on DATE
    #[arg(long, value_name = "DATE", value_parser = date)]
    overdue_on: Option<PartialDate>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Part {
    /// Chủ trì
    Lead,
    /// Phối hợp
    Coordinate,
    /// Theo dõi
    Monitor,
}

/// `2026-06-30` or `30/6/2026`.
pub(crate) fn date(text: &str) -> Result<PartialDate, String> {
    let edtf = match *text.split('/').collect::<Vec<_>>() {
        [day, month, year] => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => text.to_owned(),
    };
    serde_json::from_value::<PartialDate>(edtf.into())
        .ok()
        .filter(|date| date.is_whole())
        .ok_or_else(|| "write a day as 2026-06-30 or 30/6/2026".to_owned())
}

/// Asks for `Query::Tasks` or `Query::Deadlines`.
pub(crate) fn run(
    arguments: &Arguments,
    what: fn(TaskFilter) -> Query,
    lang: Lang,
    notes: &mut Notes,
) -> anyhow::Result<Outcome> {
    let duty = arguments.duty.map(|part| match part {
        Part::Lead => Duty::Lead,
        Part::Coordinate => Duty::Coordinate,
        Part::Monitor => Duty::Monitor,
    });
    let query = what(TaskFilter {
        body: arguments.body.clone(),
        duty,
        since: arguments.since,
        until: arguments.until,
        overdue_on: arguments.overdue_on,
        within: arguments.within,
        assignment: arguments.general.then_some(Assignment::Collective),
        document: arguments.of.clone(),
    });
    put(&arguments.asking, lang, notes, |corpus, asker| answer_for(&corpus.graph, &query, asker))
}

#[cfg(test)]
mod tests {
    use super::date;

    #[test]
    fn a_day_is_read_both_ways() {
        assert_eq!(date("30/6/2026"), date("2026-06-30"));
        for wrong in ["", "2026", "31/2/2026", "6-30", "30/6", "mai"] {
            assert!(date(wrong).is_err(), "{wrong}");
        }
    }
}
