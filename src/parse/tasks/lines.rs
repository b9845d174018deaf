//! Duties whose actors stand in lines below: `- Cơ quan chủ trì: Sở Nội vụ`, `- Thời gian thực hiện: Quý II`.

use std::collections::BTreeSet;

use super::Reader;
use super::fields::Draft;
use crate::parse::outline::Zone;
use crate::registry::{DutyWord, duty_word};
use crate::syntax::actor::actors_at;
use crate::syntax::charge::{self, LineLabel};
use crate::syntax::task;
use crate::text::Span;

/// What the lines gave, and the blocks they used up.
#[derive(Default)]
pub(crate) struct Lines {
    pub drafts: Vec<Draft>,
    pub taken: BTreeSet<usize>,
    /// The labelled lines themselves.
    ended: BTreeSet<usize>,
}

/// A run of labelled lines under one block.
#[derive(Default)]
struct Group {
    lead: Vec<Span>,
    coordinate: Vec<Span>,
    time: Option<Span>,
    /// Blocks with the duty itself: `Nội dung thực hiện: ...`.
    content: Vec<(usize, Span)>,
    /// Lines of leaders that tell the action too.
    spoken: Vec<(usize, Span)>,
    lines: Vec<usize>,
}

pub(crate) fn read(reader: &Reader<'_>) -> Lines {
    let blocks = &reader.outline.blocks;
    let mut lines = Lines::default();
    let mut i = 0;
    while i < blocks.len() {
        let block = &blocks[i];
        let label =
            (block.zone == Zone::Body).then(|| charge::line_label(reader.words, block.span)).flatten();
        if label.is_none() {
            i += 1;
            continue;
        }
        let mut group = Group::default();
        let first = i;
        while i < blocks.len() && blocks[i].zone == Zone::Body {
            let Some((label, rest)) = charge::line_label(reader.words, blocks[i].span) else { break };
            if label == LineLabel::Content && !group.lines.is_empty() && !group.lead.is_empty() {
                break;
            }
            match label {
                LineLabel::Lead => {
                    let actors = named(reader, rest);
                    // The line itself tells who does what: `Sở Nội vụ chủ trì tham mưu ...; Sở Tư pháp ...`.
                    if task::assignment(reader.words, rest)
                        .is_some_and(|found| found.opens && tells(reader, found.action))
                    {
                        group.spoken.push((i, rest));
                    }
                    group.lead.extend(actors);
                }
                LineLabel::Coordinate => group.coordinate.extend(named(reader, rest)),
                LineLabel::Time => group.time = Some(rest),
                LineLabel::Content => group.content.push((i, rest)),
                LineLabel::Other => {}
            }
            group.lines.push(i);
            i += 1;
        }
        if group.lead.is_empty() {
            continue;
        }
        close(reader, first, &group, &mut lines);
    }
    lines
}

fn tells(reader: &Reader<'_>, action: usize) -> bool {
    let rest = &reader.words.lower[action..];
    [DutyWord::Verb, DutyWord::Must].iter().any(|&kind| duty_word(rest, kind).is_some())
}

/// Every actor of a line: `Sở Nội vụ chủ trì tham mưu; Sở Tư pháp và các sở chủ động triển khai`.
fn named(reader: &Reader<'_>, rest: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut at = rest.start;
    while at < rest.end {
        if let Some(list) = actors_at(reader.words, at, rest.end) {
            at = list.end;
            found.extend(list.items);
        }
        // `..., trong phạm vi nhiệm vụ của mình, và các cơ quan khác`: the list goes on behind its scope.
        let text = reader.lower(Span::new(at, rest.end));
        let scoped = ["trong phạm vi", "theo chức năng", "theo thẩm quyền"]
            .iter()
            .any(|word| text.trim_start().starts_with(word));
        let next = if scoped {
            text.find(" và ").map(|i| i + " và ".len())
        } else {
            text.find(';').map(|i| i + 1)
        };
        match next {
            Some(next) => at += next + text[next..].len() - text[next..].trim_start().len(),
            None => break,
        }
    }
    found
}

/// The duty the lines belong to: the content line, the items before them, or the block above.
fn close(reader: &Reader<'_>, first: usize, group: &Group, lines: &mut Lines) {
    let blocks = &reader.outline.blocks;
    let mut duties = group.content.clone();
    if duties.is_empty() {
        let parent = blocks[first].parent;
        // The duties between the lines of the duty before and these.
        let before = (0..first).rev().take_while(|&j| Some(j) != parent && !lines.ended.contains(&j));
        duties = before
            .filter(|&j| {
                blocks[j].parent == parent && blocks[j].zone == Zone::Body && !lines.taken.contains(&j)
            })
            .filter(|&j| {
                charge::line_label(reader.words, blocks[j].span).is_none()
                    && task::acts(reader.words, blocks[j].span)
            })
            .map(|j| (j, blocks[j].span))
            .collect();
        if duties.is_empty() {
            // The line just above, whatever it opens with; else the item the lines stand under.
            let above = first.checked_sub(1).filter(|&j| blocks[j].parent == parent && !blocks[j].heading);
            let told = |&j: &usize| reader.words.text[blocks[j].span.range()].contains(char::is_lowercase);
            let duty = above.filter(|j| !lines.ended.contains(j)).or(parent).filter(told);
            duties = duty.map(|j| (j, blocks[j].span)).into_iter().collect();
        }
    }
    lines.taken.extend(group.lines.iter().copied());
    lines.ended.extend(group.lines.iter().copied());
    duties.extend(group.spoken.iter().copied());
    for (block, span) in duties {
        lines.taken.insert(block);
        lines.drafts.push(Draft {
            block,
            part: blocks[block].part,
            span: reader.clean(span),
            lead: group.lead.clone(),
            coordinate: group.coordinate.clone(),
            time: group.time,
            ..Draft::default()
        });
    }
}
