//! Passages: the stretches of text within which a phrase can speak of a document, cut into sentences. A block is
//! one, a cell of a table is one; text that the layout gave to no block is cut at blank lines.

use crate::parse::outline::{Outline, Zone};
use crate::text::{Source, Span};

/// One passage with what its place in the document says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Passage {
    /// All of it, of the reading.
    pub span: Span,
    /// Where in the frame it stands.
    pub zone: Zone,
    /// Index in [`Outline::parts`].
    pub part: usize,
    /// The text of the heading or lead-in that governs it: `Căn cứ:`, `Bãi bỏ các văn bản sau:`.
    pub lead: Option<Span>,
}

/// The passages that hold at least one of `points` (sorted by start), in reading order; every point is in one.
pub(super) fn passages(source: &Source, outline: &Outline, points: &[Span]) -> Vec<Passage> {
    let mut found: Vec<Passage> = Vec::new();
    for point in points {
        if found.last().is_some_and(|last| last.span.start <= point.start && point.start < last.span.end) {
            continue;
        }
        let mut passage = block_at(outline, point.start).unwrap_or_else(|| loose(source, outline, *point));
        // A point that runs out of its block (a citation broken by the layout) takes the passage with it.
        passage.span.end = passage.span.end.max(point.end);
        found.push(passage);
    }
    found
}

fn block_at(outline: &Outline, at: usize) -> Option<Passage> {
    let next = outline.blocks.partition_point(|block| block.span.start <= at);
    let near = outline.blocks[..next].iter().rev().take(4);
    let block = near.into_iter().find(|block| at < block.span.end)?;
    let lead = block.parent.and_then(|parent| outline.blocks.get(parent)).map(|parent| parent.span);
    Some(Passage { span: block.span, zone: block.zone, part: block.part, lead })
}

/// The run of lines around a point, up to a blank line on either side.
fn loose(source: &Source, outline: &Outline, point: Span) -> Passage {
    let text = source.reading();
    let start = text[..point.start].rfind("\n\n").map_or(0, |at| at + 2);
    let end = text[point.end..].find("\n\n").map_or(text.len(), |at| point.end + at);
    let part = outline.parts.iter().rposition(|part| part.span.start <= point.start).unwrap_or(0);
    Passage { span: Span::new(start, end), zone: Zone::Body, part, lead: None }
}

/// Cuts `span` into sentences: at a full stop with a capital behind it, never inside one of `points`.
pub(super) fn sentences(source: &Source, span: Span, points: &[Span]) -> Vec<Span> {
    let text = &source.reading()[span.range()];
    let mut cut = Vec::new();
    let mut start = span.start;
    for (at, mark) in text.match_indices(['.', '?', '!']) {
        let at = span.start + at;
        let rest = &source.reading()[at + mark.len()..span.end];
        let next =
            rest.trim_start_matches(|c: char| c.is_whitespace() || "-+\"“”".contains(c)).chars().next();
        let ends = rest.starts_with(char::is_whitespace) && next.is_some_and(char::is_uppercase);
        let inside = || {
            let near = points[..points.partition_point(|point| point.start <= at)].iter().rev().take(4);
            near.into_iter().any(|point| at < point.end)
        };
        if ends && !inside() && !abbreviates(&source.reading()[start..at]) {
            cut.push(Span::new(start, at + mark.len()));
            start = at + mark.len();
        }
    }
    cut.push(Span::new(start, span.end));
    cut
}

/// The last place not behind `at` where `text` may be cut.
pub(super) fn cut_at(text: &str, at: usize) -> usize {
    let at = at.min(text.len());
    (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Whether a full stop behind `before` belongs to a short form or a label: `TP.`, `Điều 1.`, `a.`
fn abbreviates(before: &str) -> bool {
    let word = before.rsplit(char::is_whitespace).next().unwrap_or("");
    let letters = word.trim_start_matches(['(', '"', '“']);
    let short = letters.chars().count() <= 3 && letters.chars().all(char::is_uppercase);
    let label = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let numbered = label.len() < before.len() && label.trim_end().to_lowercase().ends_with("điều");
    (short && !letters.is_empty()) || numbered
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_ends_before_a_capital_but_not_in_a_short_form() {
        let text = "Thực hiện Kế hoạch số 5. Sở Y tế yêu cầu TP. Cà Mau báo cáo. điểm a.3 Điều 2. Hết";
        let source = Source::from_text(text);
        let cut = sentences(&source, Span::new(0, text.len()), &[]);
        let parts: Vec<_> = cut.iter().map(|s| text[s.range()].trim()).collect();
        assert_eq!(
            parts,
            ["Thực hiện Kế hoạch số 5.", "Sở Y tế yêu cầu TP. Cà Mau báo cáo. điểm a.3 Điều 2. Hết"]
        );
    }
}
