//! Limits of running text: which phrases of a sentence count, and recurrences joined with the day named behind them.

use super::standing::{adds_to_duty, closes_duty, counts_before, opens_duty, opens_sentence, stands};
use super::stops::{Quotes, Stops};
use crate::model::PartialDate;
use crate::syntax::deadline::{self, Cue, TimePhrase};
use crate::syntax::moment::{Cycle, Frequency, Moment};
use crate::text::Span;

/// So many recurrences of one sentence wait for their day.
const MOST_OPEN: usize = 64;

/// The phrases of running text that are limits; a recurrence and the day named behind it are one:
/// `định kỳ hằng năm (trước ngày 10/12)`.
pub(super) fn in_sentences(stops: &Stops<'_>, range: Span, own: Option<PartialDate>) -> Vec<TimePhrase> {
    let lower = stops.lower;
    let mut quotes = Quotes::new(lower, range.start);
    let mut kept: Vec<TimePhrase> = Vec::new();
    // Recurrences read so far in this sentence, with their index in `kept` (None: not a limit by itself).
    let mut open: Vec<(Cycle, Span, Option<usize>)> = Vec::new();
    for mut phrase in deadline::phrases(lower, range) {
        let sentence = stops.sentence_start(range.start, phrase.span.start);
        let quoted = quotes.open_at(phrase.span.start);
        open.retain(|(_, span, _)| span.start >= sentence);
        if let (Cue::None, [Moment::Every(cycle), ..]) = (phrase.cue, phrase.moments.as_slice())
            && cycle.day.is_none()
        {
            let alone = phrase.regular
                || opens_sentence(lower, sentence, phrase.span)
                || counts_before(lower, sentence, phrase.span)
                || closes_duty(lower, sentence, range, phrase.span)
                || opens_duty(lower, sentence, phrase.span)
                || adds_to_duty(lower, sentence, phrase.span);
            for moment in &phrase.moments {
                if let Moment::Every(cycle) = moment {
                    open.push((cycle.clone(), phrase.span, alone.then_some(kept.len())));
                    open.drain(..open.len().saturating_sub(MOST_OPEN));
                }
            }
            if alone {
                kept.push(phrase);
            }
            continue;
        }
        if open.is_empty() {
            if !one_off_weekday(lower, &phrase) && stands(lower, sentence, range, &phrase, own, quoted) {
                kept.push(phrase);
            }
            continue;
        }
        let mut used = Vec::new();
        for moment in &mut phrase.moments {
            if let Some(i) = matching(lower, &open, moment, phrase.span) {
                match *moment {
                    Moment::Day { day, month, .. } => {
                        *moment = Moment::Every(Cycle::yearly(month, Some(day)));
                    }
                    Moment::DayOfMonth(day) => {
                        *moment = Moment::Every(Cycle { day: Some(day), ..open[i].0.clone() });
                    }
                    _ => {}
                }
                used.push(i);
            }
        }
        let weekly = open.iter().any(|(cycle, ..)| cycle.frequency == Frequency::Weekly);
        if !weekly && one_off_weekday(lower, &phrase) || !stands(lower, sentence, range, &phrase, own, quoted)
        {
            continue;
        }
        for &i in &used {
            if let (cycle, _, Some(at)) = &open[i] {
                kept[*at].moments.retain(|moment| *moment != Moment::Every(cycle.clone()));
            }
        }
        kept.push(phrase);
    }
    kept.retain(|phrase| !phrase.moments.is_empty());
    kept
}

/// The open recurrence that `moment` makes precise.
fn matching(lower: &str, open: &[(Cycle, Span, Option<usize>)], moment: &Moment, at: Span) -> Option<usize> {
    open.iter().rposition(|(cycle, span, alone)| match moment {
        Moment::Day { year: None, .. } => {
            let joined =
                lower[span.end..at.start].chars().all(|c| c.is_whitespace() || matches!(c, ',' | '(' | ':'));
            (alone.is_some() || joined) && rhythm(cycle) >= 6
        }
        Moment::DayOfMonth(_) => (1..12).contains(&rhythm(cycle)),
        Moment::Every(precise) => rhythm(precise) == rhythm(cycle),
        _ => false,
    })
}

/// Length of a recurrence in months; days and weeks are told apart below zero.
fn rhythm(cycle: &Cycle) -> i32 {
    let interval = i32::from(cycle.interval);
    match cycle.frequency {
        Frequency::Daily => -1,
        Frequency::Weekly => -2,
        Frequency::Monthly => interval,
        Frequency::Yearly => 12 * interval / i32::try_from(cycle.months.len().max(1)).unwrap_or(1),
    }
}

/// `thứ Sáu` without `hằng tuần` is one day of one week.
fn one_off_weekday(lower: &str, phrase: &TimePhrase) -> bool {
    matches!(&phrase.moments[..], [Moment::Every(cycle)] if cycle.weekday.is_some())
        && !lower[phrase.span.range()].contains("tuần")
}
