//! Citations of a whole text: a scan for the words one can begin with, a look at the bytes around each, and only
//! then the grammar on a bounded window. [`citations_naively`] tries the grammar everywhere and finds the same.

use super::amended_laws;
use super::citation::{Found, read, read_by_pest};
use super::issuing;
use super::mention::Mention;
use super::triggers::{begin, can_begin, next};
use super::window::{FIRST, Window};
use crate::text::Source;

/// Every mention of a document in the reading, in order: those that print a number, and laws, codes, ordinances,
/// constitutions and congress resolutions by name.
pub fn citations(source: &Source) -> Vec<Mention> {
    let (reading, lower) = (source.reading(), source.lower());
    let mut mentions = Vec::new();
    let mut window = Window::default();
    let mut at = 0;
    let mut done = 0;
    while let Some(trigger) = next(lower, at) {
        let (_, start, end) = trigger;
        let found = begin(reading, lower, trigger, FIRST)
            .filter(|&begin| begin >= done)
            .and_then(|begin| read(reading, lower, begin, &mut window));
        match found {
            Some(found) => {
                done = push(found, &mut mentions, source, &mut window);
                at = done.max(start + 1);
            }
            // A trigger may lie inside another that led to nothing.
            None => at = start + lower[start..end].chars().next().map_or(1, char::len_utf8),
        }
        at = lower.ceil_char_boundary(at);
    }
    look_back(&mut mentions, source);
    mentions
}

/// The same by the grammar alone, `(citation | ANY)*` under the same cap: the measure [`citations`] is held to.
#[doc(hidden)]
pub fn citations_naively(source: &Source) -> Vec<Mention> {
    let (reading, lower) = (source.reading(), source.lower());
    let mut mentions = Vec::new();
    let mut window = Window::default();
    let mut done = 0;
    for (at, _) in lower.char_indices() {
        if at < done || !can_begin(lower, at) {
            continue;
        }
        if let Some(found) = read_by_pest(reading, lower, at, &mut window) {
            done = push(found, &mut mentions, source, &mut window).max(at + 1);
        }
    }
    look_back(&mut mentions, source);
    mentions
}

/// Issuers named before their documents, each looked for behind the mention before.
fn look_back(mentions: &mut [Mention], source: &Source) {
    let mut window = Window::default();
    let mut floor = 0;
    for mention in mentions {
        issuing::look_back(mention, source.reading(), source.lower(), floor, &mut window);
        floor = mention.span.end;
    }
}

/// Adds what was found and the laws its title lists; where to read on.
fn push(found: Found, mentions: &mut Vec<Mention>, source: &Source, window: &mut Window) -> usize {
    let base = mentions.len();
    mentions.extend(found.mentions.into_iter().map(|mut mention| {
        mention.list = mention.list.map(|head| base + head);
        mention
    }));
    let listed = (base < mentions.len())
        .then(|| amended_laws::expand(mentions, source.reading(), source.lower(), window))
        .flatten();
    listed.map_or(found.end, |end| end.max(found.end))
}
