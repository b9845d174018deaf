//! Thời hạn of a document: which phrases of time are limits for somebody to act, and what day they mean.

pub(super) mod labels;
pub(super) mod limits;
mod sentences;
mod standing;
mod stops;

use std::collections::HashMap;

use self::limits::Context;
use self::sentences::in_sentences;
use self::stops::Stops;
use crate::model::{Deadline, DeadlineUse, PartialDate};
use crate::parse::outline::{Outline, Zone};
use crate::syntax::deadline::{self, Cue, TimePhrase};
use crate::syntax::moment::Moment;
use crate::text::{Source, Span};

/// Every limit in time the document sets, in the order of the text; spans are of the reading.
///
/// `own_date` fills in a year that is not printed and tells what is past.
pub fn read(source: &Source, outline: &Outline, own_date: Option<PartialDate>) -> Vec<Deadline> {
    let lower = source.unwrapped();
    let stops = Stops::new(lower);
    let mut found = Vec::new();
    for region in regions(lower, outline) {
        let kept = if region.entry {
            let mut all = deadline::entries(lower, region.span);
            let planned = lower[region.span.range()].trim_start().starts_with("theo ");
            all.retain(|phrase| (region.acts || is_period(phrase)) && !(planned && returns(phrase)));
            all
        } else {
            in_sentences(&stops, region.span, own_date)
        };
        let from = found.len();
        for phrase in &kept {
            let context = Context {
                source,
                stops: &stops,
                own_date,
                part: &outline.parts[region.part].id,
                region: region.span,
            };
            found.extend(phrase.moments.iter().filter_map(|moment| limits::build(&context, phrase, moment)));
        }
        close(&stops, region.span, &kept, &mut found[from..]);
    }
    found.sort_by_key(|deadline: &Deadline| deadline.span);
    found
}

/// Gives recurrences the last day their sentence names: `hằng tuần báo cáo, đến hết ngày 30/6/2026`.
fn close(stops: &Stops<'_>, region: Span, kept: &[TimePhrase], found: &mut [Deadline]) {
    let mut ends = kept.iter().filter(|phrase| phrase.cue == Cue::UpTo).map(|phrase| phrase.span).peekable();
    if ends.peek().is_none() || !found.iter().any(|deadline| deadline.value.starts_with("RRULE")) {
        return;
    }
    let of = |span: Span| stops.sentence_start(region.start, span.start);
    // Deadlines stand in the order of their phrases.
    let mut rest = found.iter();
    let mut days = HashMap::new();
    for end in ends {
        if let Some(day) = rest.find(|deadline| deadline.span == end).and_then(|deadline| deadline.last_day) {
            days.insert(of(end), day);
        }
    }
    for deadline in found.iter_mut().filter(|deadline| deadline.value.starts_with("RRULE")) {
        deadline.until = days.get(&of(deadline.span)).copied().or(deadline.until);
    }
}

/// A stretch of text to be read for limits.
struct Region {
    span: Span,
    part: usize,
    /// A cell of a time column or the rest of a line behind `Thời gian thực hiện:`.
    entry: bool,
    /// False behind a bare `Thời gian:`.
    acts: bool,
}

fn regions(lower: &str, outline: &Outline) -> Vec<Region> {
    let mut all = Vec::new();
    let rows = outline.tables.iter().flat_map(|table| &table.rows);
    let mut cells: Vec<Span> = rows.flat_map(|row| row.cells.iter().copied()).collect();
    cells.retain(|cell| !cell.is_empty());
    cells.sort_unstable();
    for block in &outline.blocks {
        // A cell with items of its own is blocks, not a cell of the grid.
        let next = cells.partition_point(|cell| cell.start < block.span.end);
        let in_table = cells[..next].last().is_some_and(|cell| cell.overlaps(block.span));
        // Forms in an annex have closings of their own, with steps behind them.
        let framed = block.part == 0 && !matches!(block.zone, Zone::Body | Zone::Table);
        if in_table || framed {
            continue;
        }
        divide(lower, block.span, block.part, block.zone == Zone::Table, &mut all);
    }
    for table in &outline.tables {
        let timed: Vec<bool> =
            table.columns.iter().map(|column| labels::is_time_column(&lower[column.range()])).collect();
        for row in &table.rows {
            for (i, &span) in row.cells.iter().enumerate() {
                if row.cells.len() > 1 && timed.get(i).copied().unwrap_or(false) {
                    all.push(Region { span, part: table.part, entry: true, acts: true });
                } else {
                    divide(lower, span, table.part, true, &mut all);
                }
            }
        }
    }
    all.retain(|region| !region.span.is_empty());
    all
}

/// Cuts out what stands behind labels of time; a cell that holds nothing but a time is all of it an entry.
fn divide(lower: &str, span: Span, part: usize, cell: bool, all: &mut Vec<Region>) {
    if cell && is_time_alone(lower, span) {
        all.push(Region { span, part, entry: true, acts: true });
        return;
    }
    let mut rest = span;
    for (entry, acts) in labels::entries(lower, span) {
        all.push(Region { span: Span::new(rest.start, entry.start), part, entry: false, acts: true });
        all.push(Region { span: entry, part, entry: true, acts });
        rest.start = entry.end;
    }
    all.push(Region { span: rest, part, entry: false, acts: true });
}

/// Whether a phrase names a stretch of time or its end rather than the hour of a meeting.
fn is_period(phrase: &TimePhrase) -> bool {
    matches!(phrase.cue, Cue::Inside | Cue::UpTo | Cue::Before | Cue::Limit | Cue::End)
        || phrase.moments.iter().any(|moment| {
            matches!(
                moment,
                Moment::Month { .. } | Moment::Quarter { .. } | Moment::Half { .. } | Moment::Every(_)
            )
        })
}

/// `theo kế hoạch công tác hằng năm`: the recurrence is of the plan.
fn returns(phrase: &TimePhrase) -> bool {
    phrase.cue == Cue::None && phrase.moments.iter().all(|moment| matches!(moment, Moment::Every(_)))
}

fn is_time_alone(lower: &str, span: Span) -> bool {
    let length = |moment: &Moment| matches!(moment, Moment::Length(_));
    deadline::leading_entry(lower, span).is_some_and(|phrase| {
        let whole = lower[phrase.span.end..span.end].trim_matches([' ', '.', ';', '\n']).is_empty();
        let bare = matches!(
            phrase.moments[..],
            [Moment::Year(_)
                | Moment::Month { .. }
                | Moment::Day { .. }
                | Moment::Quarter { year: None, .. }]
        );
        let worked = |moment: &Moment| matches!(moment, Moment::Length(length) if length.working);
        whole
            && !bare
            && (phrase.anchor.is_some()
                || !phrase.moments.iter().any(length)
                || phrase.moments.iter().all(worked))
    })
}

/// What a limit is for: a horizon, a report, or something to be done.
fn purpose(stops: &Stops<'_>, region: Span, phrase: &TimePhrase, moment: &Moment) -> DeadlineUse {
    let horizon =
        matches!(moment, Moment::Year(_)) && matches!(phrase.cue, Cue::UpTo | Cue::Before | Cue::End);
    if horizon {
        return DeadlineUse::Target;
    }
    let start = stops.sentence_start(region.start, phrase.span.start);
    let to = (phrase.span.end + 60).min(region.end);
    if stops.reports(Span::new(start, to)) { DeadlineUse::Report } else { DeadlineUse::Task }
}
