//! Who is told to act by what stands above an item: a heading that names a body, a lead-in that ends with a colon.

use std::rc::Rc;

use super::Reader;
use super::above::Says;
use super::lists::NORMS;
use crate::parse::outline::Zone;
use crate::registry::{DutyWord, duty_word, has_duty_word};
use crate::syntax::charge;
use crate::syntax::task;
use crate::text::Span;

/// What an item inherits.
#[derive(Debug, Clone)]
pub(crate) struct Governor {
    /// Who must act.
    pub actors: Vec<Span>,
    /// The word that gives the task.
    pub cue: Option<DutyWord>,
    /// Who gives it.
    pub by: Vec<Span>,
    /// Whether it is a heading of nothing but actors.
    pub heading: bool,
}

/// The nearest block above that tells somebody to act.
pub(crate) fn governor(reader: &Reader<'_>, block: usize) -> Option<Rc<Governor>> {
    reader.governors.of(reader.outline.blocks[block].parent, |parent| {
        if let Some(found) = told_by(reader, parent) {
            return Says::This(Some(Rc::new(found)));
        }
        if quotes_rules(reader, parent) {
            return Says::This(None);
        }
        Says::Ask(reader.outline.blocks[parent].parent.or_else(|| torn_from(reader, parent)))
    })
}

/// `Tại khoản 2 Điều 5 Nghị định ... quy định:`: what stands below is the law's word, not this document's.
fn quotes_rules(reader: &Reader<'_>, block: usize) -> bool {
    let text = reader.lower(reader.outline.blocks[block].span).trim_end();
    let tail = &text[text.ceil_char_boundary(text.len().saturating_sub(60))..];
    text.ends_with(':')
        && ["quy định", "hướng dẫn như sau", "nêu rõ", "đã nêu"].iter().any(|word| tail.contains(word))
}

/// The parent of the block before a stray line that only looks like a heading (`TTHC.` torn off by a line break).
fn torn_from(reader: &Reader<'_>, block: usize) -> Option<usize> {
    let stray = &reader.outline.blocks[block];
    let text = reader.lower(stray.span);
    let torn =
        stray.label.is_none() && text.trim_end().ends_with('.') && text.chars().nth(LONGEST_TORN).is_none();
    let before = block.checked_sub(1).filter(|_| torn)?;
    reader.outline.blocks[before].parent.filter(|&parent| parent < block)
}

/// Letters of the longest such line.
const LONGEST_TORN: usize = 39;

fn told_by(reader: &Reader<'_>, block: usize) -> Option<Governor> {
    let parent = &reader.outline.blocks[block];
    let text = reader.lower(parent.span);
    let open = text.trim_end().ends_with(':');
    // A line of capitals without a number is a letterhead or a signature.
    let printed = &reader.words.text[parent.span.range()];
    let capitals = parent.label.is_none() && !printed.contains(char::is_lowercase);
    if let Some((actors, cue)) = charge::heading(reader.words, parent.span).filter(|_| !capitals) {
        // What companies and citizens do is told, unless the section is one of duties.
        let public = actors.first().is_some_and(|first| reader.is_public(*first));
        let charged = || reader.within_charge(block) || has_duty_word(text, DutyWord::Charge);
        if public && cue.is_none() && !charged() {
            return None;
        }
        return Some(Governor { actors, cue, by: Vec::new(), heading: true });
    }
    let titles = parent.heading && reader.within_charge(block);
    // `7. Cục Quản lý đầu tư xây dựng` above its duties, in a document that is nothing but duties.
    let body = duty_word(text, DutyWord::Body).is_some() && !text.starts_with("thuế");
    let alone = parent.label.is_some() && !open && text.len() <= LONGEST_NAME;
    let stands_above = body && alone && reader.governs[block] && !reader.own.is_kind(&NORMS);
    if (titles || stands_above)
        && !capitals
        && let Some(actors) = charge::named_heading(reader.words, parent.span)
    {
        return Some(Governor { actors, cue: None, by: Vec::new(), heading: true });
    }
    if parent.heading
        && !capitals
        && let Some(actors) = charge::owner(reader.words, parent.span)
    {
        return Some(Governor { actors, cue: None, by: Vec::new(), heading: true });
    }
    if !open && (parent.heading || parent.label.is_none()) {
        return None;
    }
    let last = last_sentence(reader, parent.span);
    let found = task::assignment(reader.words, last).or_else(|| {
        let before = before_announcement(reader, block, last)?;
        task::assignment(reader.words, last_sentence(reader, before))
            .filter(|found| found.cue.is_some() && !found.actors.is_empty())
    })?;
    if found.cue.is_none() && found.actors.first().is_some_and(|first| reader.is_issuer(*first)) {
        return None;
    }
    if found.actors.is_empty() {
        // `Thủ tướng Chính phủ yêu cầu:` tells those it is sent to.
        let actors: Vec<Span> = reader.own.addressees.iter().map(|addressee| addressee.span).collect();
        return (!actors.is_empty()).then_some(Governor {
            actors,
            cue: found.cue,
            by: found.by,
            heading: false,
        });
    }
    Some(Governor { actors: found.actors, cue: found.cue, by: found.by, heading: false })
}

/// What stands before `Cụ thể như sau:`, in the paragraph or the one above it.
fn before_announcement(reader: &Reader<'_>, block: usize, last: Span) -> Option<Span> {
    if !announces(reader, last) {
        return None;
    }
    let parent = &reader.outline.blocks[block];
    if last.start > parent.span.start {
        return Some(Span::new(parent.span.start, last.start).trimmed(reader.words.text, &[]));
    }
    let above = &reader.outline.blocks[block.checked_sub(1)?];
    (!above.heading && above.zone == Zone::Body && parent.label.is_none()).then_some(above.span)
}

/// Whether a sentence only announces what follows: `Cụ thể:`, `Một số nội dung như sau:`.
pub(crate) fn announces(reader: &Reader<'_>, span: Span) -> bool {
    let text = reader.lower(span).trim_end_matches([':', ' ']);
    let opens =
        ["cụ thể", "trong đó", "như sau", "các nội dung", "một số nội dung", "nội dung cụ thể", "gồm"];
    text.chars().count() <= LONGEST_ANNOUNCEMENT && opens.iter().any(|word| text.starts_with(word))
}

/// Letters of the longest sentence that only announces.
const LONGEST_ANNOUNCEMENT: usize = 60;

/// Bytes of the longest heading that is one name.
const LONGEST_NAME: usize = 90;

/// The sentence a lead-in ends with.
fn last_sentence(reader: &Reader<'_>, span: Span) -> Span {
    let text = reader.lower(span);
    let start = [". ", ".\n"].iter().filter_map(|stop| text.rfind(stop)).max().map(|i| i + 2);
    Span::new(span.start + start.unwrap_or(0), span.end)
}
