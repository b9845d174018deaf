//! `vanban tasks` and `vanban deadlines`: who must do what, and when.

use anyhow::{Context as _, anyhow};
use clap::{Args, ValueEnum};
use vanban::graph::answer_for;
use vanban::model::{AnswerStatus, Assignment, Duty, GraphRecord, Intent, PartialDate};
use vanban::office::{Since, changes};
use vanban::syntax::{Query, TaskFilter, US};

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
    /// What is new, changed or withdrawn since DATE, or since an earlier `export --format json` in FILE
    #[arg(long, value_name = "DATE|FILE")]
    changed_since: Option<String>,
    /// Only what is past its last safe day today
    #[arg(long)]
    overdue: bool,
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
    vanban::office::day(text).ok_or_else(|| "write a day as 2026-06-30 or 30/6/2026".to_owned())
}

/// Asks for `Query::Tasks` or `Query::Deadlines`.
pub(crate) fn run(
    arguments: &Arguments,
    what: fn(TaskFilter) -> Query,
    lang: Lang,
    notes: &mut Notes,
) -> anyhow::Result<Outcome> {
    if let Some(since) = &arguments.changed_since {
        return tell_changes(arguments, since, lang, notes);
    }
    let duty = arguments.duty.map(|part| match part {
        Part::Lead => Duty::Lead,
        Part::Coordinate => Duty::Coordinate,
        Part::Monitor => Duty::Monitor,
    });
    let query = what(TaskFilter {
        body: arguments.body.clone().or_else(|| arguments.asks_for_us().then(|| US.to_owned())),
        duty,
        since: arguments.since,
        until: arguments.until,
        overdue: arguments.overdue,
        overdue_on: arguments.overdue_on,
        within: arguments.within,
        assignment: arguments.general.then_some(Assignment::Collective),
        document: arguments.of.clone(),
    });
    put(&arguments.asking, lang, notes, |desk, asker| {
        let mut answer = answer_for(desk, &query, asker);
        let everything = arguments.of.is_none() && query == what(TaskFilter::of_us());
        if everything && answer.interpretation.intent == Intent::Tasks {
            answer.answers.extend(desk.unreported());
            if !answer.answers.is_empty() {
                answer.status = AnswerStatus::Found;
            }
        }
        answer
    })
}

impl Arguments {
    /// A profile says who asks, and nobody else is named.
    fn asks_for_us(&self) -> bool {
        self.asking.office.tell_who() && self.body.is_none()
    }
}

/// `--changed-since`: a day, or the file of an earlier export.
fn tell_changes(
    arguments: &Arguments,
    since: &str,
    lang: Lang,
    notes: &mut Notes,
) -> anyhow::Result<Outcome> {
    if let Some(day) = vanban::office::day(since) {
        return put(&arguments.asking, lang, notes, |desk, _| changes(desk, Since::Day(day)));
    }
    let text = std::fs::read_to_string(since).with_context(|| {
        format!("{since}: neither a day (2026-06-30, 30/6/2026) nor a file that can be read")
    })?;
    let before: GraphRecord = serde_json::from_str(&text)
        .map_err(|error| anyhow!("{since}: no graph as `vanban export --format json` writes it: {error}"))?;
    put(&arguments.asking, lang, notes, |desk, _| changes(desk, Since::Export(&before)))
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
