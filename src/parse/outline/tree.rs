//! What governs what: every block's heading or lead-in, from labels, headings and closing colons.

use super::paragraphs::{is_capitals, is_complete};
use super::parts::roman;
use super::{Block, Label, LabelKind, Zone};
use crate::text::bare;

/// Longest heading, in letters.
const HEADING: usize = 220;
/// Longest heading that closes with a full stop.
const CLOSED_HEADING: usize = 70;

/// A series of labels: `1.` and `1)` are two, so are `I.` and `A.`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Series {
    kind: LabelKind,
    mark: char,
}

#[derive(Debug, Clone, Copy)]
struct Open {
    block: usize,
    series: Option<Series>,
    number: Option<usize>,
    heading: bool,
    /// Ends with a colon and waits for what it announces.
    announces: bool,
}

/// Sets `parent` and `heading` of the body blocks of one part, given in order.
pub(crate) fn link(reading: &str, blocks: &mut [Block], of_part: &[usize]) {
    let mut stack: Vec<Open> = Vec::new();
    let mut quote: Option<(usize, usize)> = None;
    for (position, &at) in of_part.iter().enumerate() {
        if blocks[at].zone != Zone::Body {
            if blocks[at].zone != Zone::Table {
                stack.clear();
            }
            continue;
        }
        // Quoted provisions keep to themselves: their labels are not this document's.
        if let Some((_, depth)) = quote.filter(|&(last, _)| position > last) {
            stack.truncate(depth);
            quote = None;
        }
        if quote.is_none()
            && let Some(last) = quoted_until(reading, blocks, of_part, position)
        {
            let depth = stack.len();
            quote = Some((last, depth));
            if let Some(before) =
                position.checked_sub(1).map(|p| of_part[p]).filter(|&b| blocks[b].zone == Zone::Body)
            {
                stack.push(Open {
                    block: before,
                    series: None,
                    number: None,
                    heading: true,
                    announces: true,
                });
            }
        }
        let floor = quote.map_or(0, |(_, depth)| depth);
        let next = of_part.get(position + 1).map(|&n| &blocks[n]).filter(|b| b.zone == Zone::Body);
        let text = &reading[blocks[at].span.range()];
        let heading = is_heading(text, &blocks[at], next);
        let announces = text.ends_with(':');
        let parent = match blocks[at].label.as_ref() {
            Some(label) => labelled(&mut stack, floor, at, label, heading, announces),
            None => plain(&mut stack, floor, at, position, of_part, heading, announces, next, text),
        };
        blocks[at].parent = parent.filter(|&p| p != at);
        blocks[at].heading = heading;
    }
}

fn labelled(
    stack: &mut Vec<Open>,
    floor: usize,
    at: usize,
    label: &Label,
    heading: bool,
    announces: bool,
) -> Option<usize> {
    let series = Series { kind: label.kind, mark: mark(label) };
    let number = number(label);
    let bullet = label.kind >= LabelKind::Dash;
    let same = (floor..stack.len()).rev().find(|&i| stack[i].series == Some(series));
    // `1.` again below an announcing item of the same series opens a list inside it.
    let inner = same.is_some_and(|i| {
        let top = stack[stack.len() - 1];
        number == Some(1) && stack[i].number.is_some_and(|n| n >= 1) && top.announces && top.series.is_some()
    });
    match same {
        Some(i) if !inner => stack.truncate(i),
        _ if inner => {}
        _ if bullet => {
            let top = stack.last().filter(|_| stack.len() > floor);
            let under = top.is_none_or(|top| {
                top.series.is_none_or(|s| s.kind < LabelKind::Dash)
                    || top.announces
                    || top.heading
                    || label.kind == LabelKind::Plus
            });
            if !under {
                while stack.len() > floor
                    && stack.last().is_some_and(|t| t.series.is_some_and(|s| s.kind >= LabelKind::Dash))
                {
                    stack.pop();
                }
            }
        }
        _ => {
            let restarts = number == Some(1);
            let outer = (floor..stack.len()).find(|&i| {
                stack[i].series.is_some_and(|s| s.kind > label.kind || s.kind == label.kind && !restarts)
            });
            if let Some(i) = outer {
                stack.truncate(i);
            }
        }
    }
    let parent = stack.last().map(|open| open.block);
    stack.push(Open { block: at, series: Some(series), number, heading, announces });
    parent
}

#[allow(clippy::too_many_arguments)]
fn plain(
    stack: &mut Vec<Open>,
    floor: usize,
    at: usize,
    position: usize,
    of_part: &[usize],
    heading: bool,
    announces: bool,
    next: Option<&Block>,
    text: &str,
) -> Option<usize> {
    // What announces governs the paragraph right below it; else the nearest heading does.
    let before = position.checked_sub(1).map(|p| of_part[p]);
    let governs = |open: &Open| open.heading || open.announces && Some(open.block) == before;
    let depth = (floor..stack.len())
        .rev()
        .find(|&i| governs(&stack[i]) || i < floor)
        .map_or(floor.min(stack.len()), |i| i + 1);
    let parent = depth.checked_sub(1).and_then(|i| stack.get(i)).map(|open| open.block);
    if heading && is_capitals(text) {
        stack.truncate(floor);
        let parent = stack.last().map(|open| open.block);
        stack.push(Open { block: at, series: None, number: None, heading: true, announces: false });
        return parent;
    }
    if !announces && !heading {
        return parent;
    }
    let open = Open { block: at, series: None, number: None, heading, announces };
    let Some(label) = next.and_then(|n| n.label.as_ref()) else {
        stack.truncate(depth);
        stack.push(open);
        return parent;
    };
    let series = Series { kind: label.kind, mark: mark(label) };
    let same = (floor..stack.len()).rev().find(|&i| stack[i].series == Some(series));
    match same {
        // The list goes on behind it: it only closes the item above.
        Some(i) if number(label).is_some_and(|n| stack[i].number.is_some_and(|last| n == last + 1)) => {
            return stack.last().map(|open| open.block);
        }
        Some(i) => stack.truncate(i),
        None if depth < stack.len() && label.kind < LabelKind::Dash => {
            let outer = (floor..stack.len()).find(|&i| stack[i].series.is_some_and(|s| s.kind >= label.kind));
            stack.truncate(outer.unwrap_or(stack.len()));
        }
        None => {}
    }
    let parent = stack.last().map(|open| open.block);
    stack.push(open);
    parent
}

/// Whether a block stands as a heading over what follows.
fn is_heading(text: &str, block: &Block, next: Option<&Block>) -> bool {
    let length = text.chars().count();
    let Some(next) = next else { return false };
    if length == 0 {
        return block.label.is_some();
    }
    let deeper = match (&block.label, &next.label) {
        (Some(label), Some(below)) => {
            below.kind > label.kind || below.kind == label.kind && mark(below) != mark(label)
        }
        (Some(label), None) => {
            label.kind <= LabelKind::Decimal || label.kind == LabelKind::Letter || text.ends_with(':')
        }
        (None, _) => is_capitals(text) || text.ends_with(':') && length <= CLOSED_HEADING,
    };
    let outer = block.label.as_ref().is_some_and(|label| label.kind <= LabelKind::Article);
    if outer && length <= HEADING && !is_complete(text) {
        return true;
    }
    if !deeper {
        return false;
    }
    let closed = is_complete(text) && !text.ends_with(':');
    if text.ends_with(':') {
        length <= HEADING
    } else if closed {
        length <= CLOSED_HEADING && !text.ends_with(';') && (outer || next.label.is_some())
    } else {
        length <= HEADING
    }
}

/// Quotation marks, however they are turned.
const QUOTES: [char; 7] = ['"', '“', '”', '«', '»', '„', '‟'];

/// The last position of the quotation that opens at `position`; None when nothing is quoted over blocks.
fn quoted_until(reading: &str, blocks: &[Block], of_part: &[usize], position: usize) -> Option<usize> {
    const REACH: usize = 60;
    let block = &blocks[of_part[position]];
    let start = block.label.as_ref().map_or(block.span.start, |label| label.span.start);
    // Few blocks begin with a mark: the others are not looked at.
    if !reading[start..block.span.end].starts_with(QUOTES) {
        return None;
    }
    let text = bare(&reading[start..block.span.end]);
    if !text.starts_with('"') || text[1..].contains('"') {
        return None;
    }
    (position + 1..of_part.len().min(position + REACH)).find(|&p| {
        let block = &blocks[of_part[p]];
        let start = block.label.as_ref().map_or(block.span.start, |label| label.span.start);
        let tail = reading[start..block.span.end].trim_end_matches(|c: char| {
            matches!(c, ' ' | '.' | ';' | ',' | '/' | '…') || !c.is_ascii() && c.is_whitespace()
        });
        tail.ends_with(QUOTES)
    })
}

/// What tells series of one kind apart: the closing mark, letters from Roman numbers.
fn mark(label: &Label) -> char {
    match label.kind {
        LabelKind::Roman => {
            if roman(&label.text).is_some() {
                'I'
            } else {
                'A'
            }
        }
        LabelKind::Arabic if label.text.starts_with('(') => '(',
        LabelKind::Letter => {
            if label.text.starts_with('(') {
                '('
            } else {
                ')'
            }
        }
        LabelKind::Decimal => {
            if label.text.matches('.').count() > 1 {
                '3'
            } else {
                '2'
            }
        }
        _ => '.',
    }
}

/// The number of a label in its series.
pub(crate) fn number(label: &Label) -> Option<usize> {
    const LETTERS: &str = "abcdđeghiklmnopqrstuvxy";
    let text = label.text.trim_matches(['(', ')', '.', ' ']);
    let last = text.rsplit([' ', '.']).next()?;
    match label.kind {
        LabelKind::Dash | LabelKind::Plus | LabelKind::Star => None,
        LabelKind::Letter => {
            last.chars().next().and_then(|c| LETTERS.chars().position(|l| l == c)).map(|n| n + 1)
        }
        LabelKind::Roman => {
            roman(last).or_else(|| last.bytes().next().map(|b| usize::from(b.saturating_sub(b'A')) + 1))
        }
        _ => last.trim_end_matches(|c: char| c.is_alphabetic()).parse().ok().or_else(|| roman(last)),
    }
}
