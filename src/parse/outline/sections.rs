//! Bố cục in the output: the parts of the file and the tree of its sections.

use super::{Block, Outline, Zone};
use crate::model::{Document, Part, Section};
use crate::text::{Source, Span, after_letters};

/// Longest heading or opening words shown, in letters.
const HEADING: usize = 160;

/// Fills in parts and sections.
pub(crate) fn read(source: &Source, outline: &Outline, document: &mut Document) {
    document.parts = outline
        .parts
        .iter()
        .map(|part| Part {
            id: part.id.clone(),
            kind: part.kind.clone(),
            title: part.title.map(|span| source.quote(span)),
            span: part.span,
        })
        .collect();
    let mut children: Vec<Vec<usize>> = vec![Vec::new(); outline.blocks.len()];
    let mut roots = Vec::new();
    // The section each block belongs to. Lead-ins are no sections: their items belong to the section above.
    let mut above: Vec<Option<usize>> = Vec::with_capacity(outline.blocks.len());
    for (at, block) in outline.blocks.iter().enumerate() {
        let parent = match block.parent {
            Some(parent) if is_section(&outline.blocks[parent]) => Some(parent),
            Some(parent) => above.get(parent).copied().flatten(),
            None => None,
        };
        above.push(parent);
        if !is_section(block) {
            continue;
        }
        match parent {
            Some(parent) if parent < at => children[parent].push(at),
            _ => roots.push(at),
        }
    }
    document.sections = roots.iter().map(|&at| section(source, outline, &children, at, 0)).collect();
}

fn is_section(block: &Block) -> bool {
    block.zone == Zone::Body && (block.label.is_some() || block.heading)
}

fn section(source: &Source, outline: &Outline, children: &[Vec<usize>], at: usize, depth: usize) -> Section {
    /// Deeper than any document goes; a limit for what is none.
    const DEEPEST: usize = 24;
    let block = &outline.blocks[at];
    let below: Vec<Section> = if depth < DEEPEST {
        children[at].iter().map(|&child| section(source, outline, children, child, depth + 1)).collect()
    } else {
        Vec::new()
    };
    let start = block.label.as_ref().map_or(block.span.start, |label| label.span.start);
    let own = Span::new(start, block.span.end.max(start));
    let span = below.iter().map(|child| child.span).fold(own, Span::hull);
    let text = opening(source, block);
    let heading = match after_letters(&text, HEADING) {
        Some(cut) if !block.heading => Some(format!("{} …", text[..cut].trim_end())),
        _ => Some(text),
    };
    Section {
        label: block.label.as_ref().map(|label| label.text.clone()),
        heading: heading.filter(|heading| !heading.is_empty()),
        part: outline.parts[block.part].id.clone(),
        span,
        children: below,
    }
}

/// The text of a block as far as it is shown, and more.
fn opening(source: &Source, block: &Block) -> String {
    /// What the letters shown take, as a rule, and a little more.
    const ENOUGH: usize = HEADING * 3 / 2;
    let reading = source.reading();
    let head = (block.span.start + ENOUGH).min(block.span.end);
    let blank = memchr::memchr(b' ', &reading.as_bytes()[head..block.span.end]);
    match blank.filter(|_| !block.heading) {
        // Cut before a blank, what is shown is not touched by what follows; all of it if too little was left.
        Some(at) => {
            let text = source.quote(Span::new(block.span.start, head + at));
            if after_letters(&text, HEADING).is_some() { text } else { source.quote(block.span) }
        }
        None => source.quote(block.span),
    }
}
