//! Thời hạn as the grammar reads them: phrases of time with their cue, nothing concluded from what stands around.

use std::sync::LazyLock;

use super::moment::{self, Moment};
use super::pairs::Run;
use super::words::dense;
use crate::text::{Span, is_letter_or_digit};
use aho_corasick::{AhoCorasick, MatchKind};

pub(super) mod grammar {
    //! The grammar, by pest and as functions.
    #![allow(missing_docs, clippy::pedantic)]

    /// Thời hạn.
    #[cfg_attr(not(test), allow(dead_code))]
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/deadline.pest"]
    pub struct DeadlineParser;

    /// A rule that held.
    pub(in crate::syntax) type Pair<'a> = crate::syntax::pairs::Pair<'a, Rule>;

    /// The same rules as functions; see `build/`.
    #[allow(clippy::all, unused_variables, unused_comparisons, dead_code)]
    pub(in crate::syntax) mod fast {
        use super::Rule;
        use crate::syntax::pairs::Run;

        include!(concat!(env!("OUT_DIR"), "/deadline.rs"));
    }
}
use grammar::{Pair, Rule, fast};

/// Từ mở đầu: what stands before the time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Cue {
    /// Nothing: a bare recurrence, or an entry of a column.
    #[default]
    None,
    /// Chậm nhất, không muộn hơn, không quá, trong thời hạn: a limit by itself.
    Limit,
    /// Trước: a limit unless it tells of the past.
    Before,
    /// Đến, đến hết.
    UpTo,
    /// Trong tháng, trong năm.
    Inside,
    /// Vào: a limit only with a recurrence.
    At,
    /// Hết, cuối (tháng 12).
    End,
    /// Counted back from an event: `trước ngày họp ít nhất 03 ngày`.
    AheadOf,
}

/// Cụm từ chỉ thời hạn: one phrase with every moment it names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimePhrase {
    /// From the cue to the end.
    pub span: Span,
    /// What opens it.
    pub cue: Cue,
    /// The day itself is too late (`trước`).
    pub exclusive: bool,
    /// The last day of the period is meant (`hết`, `cuối`).
    pub end: bool,
    /// It opens with `định kỳ`, or tells how many times (`mỗi quý một lần`).
    pub regular: bool,
    /// Giờ, phút.
    pub clock: Option<(u8, u8)>,
    /// At least one.
    pub moments: Vec<Moment>,
    /// Mốc of a duration.
    pub anchor: Option<Span>,
}

/// Words a phrase can open with; each is a word of its own where the grammar is asked, with one of [`OPENERS`] behind it.
const TRIGGERS: [&str; 36] = [
    "trước",
    "chậm",
    "muộn",
    "không",
    "tối đa",
    "đến",
    "trong",
    "vào",
    "hết",
    "cuối",
    "định",
    "hằng",
    "hàng",
    "mỗi",
    "ngày",
    "thời hạn",
    "06 tháng",
    "03 tháng",
    "01 tháng",
    "02 tháng",
    "6 tháng",
    "3 tháng",
    "2 tháng",
    "05 năm",
    "02 năm",
    "tháng",
    "quý",
    "quí",
    "từng",
    "lúc",
    "sau",
    "ít nhất",
    "tối thiểu",
    "ngày làm việc",
    "kể từ",
    "tính từ",
];

/// What may stand behind a trigger.
const OPENERS: [&str; 39] = [
    "ngày", "tháng", "quý", "quí", "năm", "thứ", "chủ", "hết", "cuối", "trước", "nhất", "muộn", "chậm",
    "quá", "thời", "vòng", "kỳ", "kì", "không", "tối", "lúc", "tuần", "một", "là", "/", "mùng", "khoảng",
    "mười", "hai", "ba", "năm", "sáu", "sáng", "chiều", "tối", "trưa", "khi", "bốn", "ít",
];

static SCAN: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| dense(MatchKind::LeftmostLongest).build(TRIGGERS).ok());

/// Every phrase of time within `range` of a text in lower case, in order, none overlapping another.
pub fn phrases(lower: &str, range: Span) -> Vec<TimePhrase> {
    let mut found = Vec::new();
    let Some(scan) = SCAN.as_ref() else { return found };
    let mut free = range.start;
    for hit in scan.find_iter(&lower[range.range()]) {
        let at = range.start + hit.start();
        let behind = range.start + hit.end();
        if at < free {
            continue;
        }
        let phrase = match &lower[at..behind] {
            "ngày làm việc" | "kể từ" | "tính từ" => uncued(lower, free, at, range),
            "tháng" | "quý" | "quí" => Some(at)
                .filter(|_| says_when(lower, range.start, at, behind))
                .and_then(|at| parse(Rule::phrase, lower, at, range.end)),
            _ if is_word(lower, at, behind) => {
                parse(Rule::phrase, lower, at, range.end).filter(|_| may_open(lower, behind))
            }
            _ => None,
        };
        if let Some(phrase) = phrase {
            free = phrase.span.end;
            found.push(phrase);
        }
    }
    found
}

/// How far before its mark a length of time begins, in bytes.
const BEFORE_MARK: usize = 48;

/// A length of time without a cue that holds or ends at `mark`: one counted from an event (`05 ngày kể từ ngày nhận đơn`),
/// or working days that stand apart (`Thẩm định (03 ngày làm việc)`).
fn uncued(lower: &str, free: usize, mark: usize, range: Span) -> Option<TimePhrase> {
    let from = lower.ceil_char_boundary(free.max(range.start).max(mark.saturating_sub(BEFORE_MARK)));
    let window = &lower[from..mark];
    let starts = window.char_indices().filter(|&(at, c)| {
        c.is_alphanumeric()
            && !window[..at].ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '/'))
    });
    let phrase = starts
        .filter_map(|(at, _)| parse(Rule::bare_within, lower, from + at, range.end))
        .find(|phrase| phrase.span.end > mark)?;
    let before = lower[range.start..phrase.span.start].trim_end();
    let after = lower[phrase.span.end..range.end].trim_start();
    let apart =
        before.ends_with([':', '(', '|']) && (after.is_empty() || after.starts_with([')', '.', ';', '|']));
    (phrase.anchor.is_some() || apart).then_some(phrase)
}

/// Whether a month or quarter without a cue says when: `hoàn thành quý II/2026`, `tháng 11 hằng năm`.
fn says_when(lower: &str, from: usize, start: usize, end: usize) -> bool {
    let before = lower[from..start].trim_end();
    let after = &lower[end..lower.floor_char_boundary((end + 16).min(lower.len()))];
    before.ends_with("hoàn thành")
        || before.ends_with("xong")
        || [" hằng năm", " hàng năm"].iter().any(|yearly| after.contains(yearly))
}

/// The phrases of a cell or of what follows a label such as `Thời gian thực hiện:`, where no cue is needed.
pub fn entries(lower: &str, range: Span) -> Vec<TimePhrase> {
    let mut found = Vec::new();
    let mut at = range.start;
    while at < range.end {
        if let Some(phrase) = entry_at(lower, range, at) {
            at = phrase.span.end;
            found.push(phrase);
            continue;
        }
        // The next word, not a place inside one: `12/2025` must not be read from `2/2025`.
        let rest = &lower[at..range.end];
        let word =
            rest.find(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(')).unwrap_or(rest.len());
        let blank = rest[word..].find(char::is_alphanumeric).unwrap_or(rest.len() - word);
        at += (word + blank).max(1);
        at = lower.ceil_char_boundary(at);
    }
    found
}

/// The phrase that begins at the head of `range`, as [`entries`] reads it.
pub fn leading_entry(lower: &str, range: Span) -> Option<TimePhrase> {
    (!range.is_empty()).then(|| entry_at(lower, range, range.start)).flatten()
}

fn entry_at(lower: &str, range: Span, at: usize) -> Option<TimePhrase> {
    // The end of `2026 - 2030` is no limit by itself.
    let before = lower[range.start..at].trim_end();
    let ranged = before.ends_with("từ")
        || before.ends_with("từ ngày")
        || before
            .strip_suffix('-')
            .is_some_and(|start| start.trim_end().ends_with(|c: char| c.is_ascii_digit()));
    if ranged { None } else { parse(Rule::entry, lower, at, range.end) }
}

/// Whether the trigger at `start..end` is a word of its own.
fn is_word(lower: &str, start: usize, end: usize) -> bool {
    !lower[..start].ends_with(|c: char| is_letter_or_digit(c) || c == '/')
        && !lower[end..].starts_with(is_letter_or_digit)
}

/// Whether a fitting word stands behind a trigger.
fn may_open(lower: &str, end: usize) -> bool {
    let next = lower[end..].trim_start_matches([' ', '\t', '\n', ':', '(']);
    next.starts_with(|c: char| c.is_ascii_digit()) || OPENERS.iter().any(|word| next.starts_with(word))
}

/// First and longest window the grammar is given, in bytes.
const WINDOW: (usize, usize) = (256, 1024);

fn parse(rule: Rule, lower: &str, at: usize, end: usize) -> Option<TimePhrase> {
    let mut width = WINDOW.0;
    loop {
        let stop = lower.floor_char_boundary(end.min(at + width));
        let mut run = Run::new(&lower.as_bytes()[..stop], at);
        let found = fast::read(&mut run, rule, at)?;
        if found == stop && stop < end && width < WINDOW.1 {
            width *= 2;
            continue;
        }
        return lower_phrase(run.pairs().next()?);
    }
}

fn lower_phrase(pair: Pair<'_>) -> Option<TimePhrase> {
    let mut phrase = TimePhrase {
        span: Span::new(pair.start(), pair.end()),
        cue: Cue::None,
        exclusive: false,
        end: false,
        regular: counted(&pair),
        clock: None,
        moments: Vec::new(),
        anchor: None,
    };
    for part in pair.into_inner().flat_map(|form| {
        let inner = matches!(
            form.as_rule(),
            Rule::at_hour
                | Rule::limit
                | Rule::within
                | Rule::ahead_of
                | Rule::bare_within
                | Rule::periodic
                | Rule::interval
        );
        if inner { form.into_inner() } else { form.alone() }
    }) {
        match part.as_rule() {
            Rule::cue => read_cue(part, &mut phrase),
            Rule::within_cue => phrase.cue = Cue::Limit,
            Rule::least => phrase.cue = Cue::AheadOf,
            Rule::regular => phrase.regular = true,
            Rule::by_end => phrase.end = true,
            Rule::clock => phrase.clock = clock(part),
            Rule::anchor => phrase.anchor = event(part),
            // Of an interval the last moment counts.
            Rule::moment if !phrase.moments.is_empty() => phrase.moments = moment::read(part)?,
            _ => phrase.moments.extend(moment::read(part)?),
        }
    }
    (!phrase.moments.is_empty()).then_some(phrase)
}

/// Whether a cycle tells how many times it comes: `mỗi tháng một lần`.
fn counted(pair: &Pair<'_>) -> bool {
    pair.into_inner().flatten().any(|part| matches!(part.as_rule(), Rule::times | Rule::rate))
}

fn read_cue(cue: Pair<'_>, phrase: &mut TimePhrase) {
    for part in cue.into_inner() {
        let (kind, inner) = match part.as_rule() {
            Rule::latest | Rule::not_later => (Cue::Limit, part.into_inner()),
            Rule::ahead => (Cue::Before, part.into_inner()),
            Rule::up_to => (Cue::UpTo, part.into_inner()),
            Rule::inside => (Cue::Inside, part.into_inner()),
            Rule::at => (Cue::At, part.into_inner()),
            _ => (Cue::End, part.into_inner()),
        };
        phrase.cue = kind;
        phrase.exclusive = kind == Cue::Before;
        phrase.end = kind == Cue::End;
        for word in inner {
            match word.as_rule() {
                Rule::ahead => {
                    phrase.exclusive = true;
                    phrase.cue = if kind == Cue::Limit { kind } else { Cue::Before };
                }
                Rule::by_end => phrase.end = true,
                _ => {}
            }
        }
    }
}

fn clock(pair: Pair<'_>) -> Option<(u8, u8)> {
    let mut parts = pair.into_inner().filter_map(|part| part.as_str().parse::<u8>().ok());
    let (hour, minute) = (parts.next()?, parts.next().unwrap_or(0));
    (hour <= 24 && minute < 60).then_some((hour, minute))
}

/// The event without the blanks behind it.
fn event(anchor: Pair<'_>) -> Option<Span> {
    let event = anchor.into_inner().find(|part| part.as_rule() == Rule::event)?;
    Some(Span::new(event.start(), event.start() + event.as_str().trim_end().len()))
}
