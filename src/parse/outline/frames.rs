//! Khung: rows `| a | b |` that only lay out a letterhead or a closing are taken apart to the lines their cells
//! hold, so that they read like any other letterhead in two columns.

use super::grid::{Cell, Grid, grids};
use crate::syntax::layout::line;
use crate::syntax::{Line, LineKind};
use crate::text::{Source, Span, after_letters, bare};

/// Whether a line is one of a letterhead or a closing, whatever stands around it.
pub(super) const fn is_frame(kind: LineKind) -> bool {
    matches!(
        kind,
        LineKind::Motto
            | LineKind::PartyHeader
            | LineKind::Number
            | LineKind::Recipients
            | LineKind::Authority
            | LineKind::Addressees
    )
}

/// The lines with every such row replaced by the lines of its cells, row by row.
pub(super) fn unfold(source: &Source, lines: Vec<Line>) -> Vec<Line> {
    let reading = source.reading();
    if !lines.iter().any(|line| line.kind == LineKind::MarkdownRow) {
        return lines;
    }
    let frames: Vec<Grid> = grids(reading, &lines, 0..lines.len())
        .into_iter()
        .filter(|grid| lines[grid.lines.start].kind == LineKind::MarkdownRow && lays_out(reading, grid))
        .collect();
    let mut found = Vec::with_capacity(lines.len());
    let mut start = 0;
    for frame in frames {
        found.extend_from_slice(&lines[start..frame.lines.start]);
        for cell in frame.rows.iter().flat_map(|row| row.iter().enumerate()) {
            cell_lines(source, cell, &mut found);
        }
        start = frame.lines.end;
    }
    found.extend_from_slice(&lines[start..]);
    found
}

/// Whether one of the first rows opens with a line of a frame.
fn lays_out(reading: &str, grid: &Grid) -> bool {
    let opens = |cell: &Cell| is_frame(line(reading[cell.span.range()].trim()).kind);
    grid.rows.iter().take(3).flatten().any(opens)
}

/// The lines of one cell, closed off from its neighbours by an empty rule.
fn cell_lines(source: &Source, (column, cell): (usize, &Cell), found: &mut Vec<Line>) {
    let reading = source.reading();
    if cell.span.is_empty() {
        return;
    }
    let start = cell.span.start;
    found.push(Line { kind: LineKind::Separator, span: Span::new(start, start), column, ..line("") });
    let ends = cuts(source, cell.span).into_iter().chain([cell.span.end]);
    let mut from = start;
    for to in ends {
        let piece = Span::new(from, to).trimmed(reading, &[]);
        from = to;
        if !piece.is_empty() {
            found.push(Line { column, ..line(&reading[piece.range()]).moved(piece.start) });
        }
    }
}

/// Where a cell's lines end: at a new run of bold type, before a bullet, before the label of a subject.
fn cuts(source: &Source, cell: Span) -> Vec<usize> {
    let reading = source.reading();
    let text = &reading[cell.range()];
    let listed = line(text).kind == LineKind::Recipients;
    let numbered = line(text).kind == LineKind::Number;
    let mut found = Vec::new();
    for (at, _) in text.match_indices(' ') {
        let blank = Span::new(cell.start + at, cell.start + at + 1);
        let before = reading[..blank.start].chars().next_back().map_or(0, char::len_utf8);
        let after = reading[blank.end..].chars().next().map_or(0, char::len_utf8);
        let around = source.map().back(Span::new(blank.start - before, blank.end + after));
        let marked = source.text()[around.range()].contains("**");
        let rest = &reading[blank.end..cell.end];
        let bulleted = listed && rest.starts_with("- ");
        let label = || bare(&rest[..after_letters(rest, 4).unwrap_or(rest.len())]).to_ascii_lowercase();
        let labelled = numbered && label() == "v/v ";
        if marked || bulleted || labelled {
            found.push(blank.end);
        }
    }
    found
}
