//! Tables as converters leave them: cells between lines of `|`, or rows `| a | b |`. Only the shape is read
//! here; whether a table is one of content or only lays out a letterhead is told by what its cells say.

use std::ops::Range;

use crate::syntax::{LabelKind, Line, LineKind};
use crate::text::Span;

/// Lưới: rows of cells; a cell is the lines in it (empty for an empty cell).
#[derive(Debug, Clone)]
pub(crate) struct Grid {
    /// All lines of the table, borders included.
    pub lines: Range<usize>,
    /// Cells as spans of the reading, with the lines they lie in.
    pub rows: Vec<Vec<Cell>>,
}

/// Ô: one cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// Its text without blanks around it; empty for an empty cell.
    pub span: Span,
    /// The lines it lies in.
    pub lines: Range<usize>,
}

/// The most columns a table is believed to have.
const MAX_COLUMNS: usize = 16;
/// A text longer than this is no cell but what stands between two tables.
const MAX_CELL_LINES: usize = 60;

/// Every table among `lines`, in order.
pub(crate) fn grids(reading: &str, lines: &[Line], range: Range<usize>) -> Vec<Grid> {
    let mut found = Vec::new();
    let mut run = Vec::new();
    let mut at = range.start;
    while at < range.end {
        let grid = match lines[at].kind {
            LineKind::Border => bordered(lines, at, range.end, &mut run),
            LineKind::MarkdownRow => Some(markdown(reading, lines, at, range.end)),
            _ => None,
        };
        match grid {
            Some(grid) => {
                at = grid.lines.end.max(at + 1);
                found.push(grid);
            }
            None => at += 1,
        }
    }
    found
}

/// Rows `| a | b |`, one a line.
fn markdown(reading: &str, lines: &[Line], from: usize, end: usize) -> Grid {
    let mut rows = Vec::new();
    let mut at = from;
    while at < end && matches!(lines[at].kind, LineKind::MarkdownRow | LineKind::MarkdownRule) {
        if lines[at].kind == LineKind::MarkdownRow {
            let span = lines[at].span;
            let text = &reading[span.range()];
            let inner = Span::new(span.start + 1, span.end - usize::from(text.ends_with('|')));
            let mut start = inner.start;
            let mut row = Vec::new();
            for cell in reading[inner.range()].split('|') {
                let span = Span::new(start, start + cell.len()).trimmed(reading, &[]);
                row.push(Cell { span, lines: at..at + 1 });
                start += cell.len() + 1;
            }
            rows.push(row);
        }
        at += 1;
    }
    Grid { lines: from..at, rows }
}

/// Cells between lines of `|`. A row is `|` cell `|` cell `|`, so two borders that meet end one row and begin
/// the next, or hold an empty cell; the number of columns under which most reads tells which. `run` are the borders
/// found for the table before this one, which may reach to it.
fn bordered(lines: &[Line], from: usize, end: usize, run: &mut Vec<Border>) -> Option<Grid> {
    // More empty cells than a row has: no table, and no need to look where the borders end.
    let said = lines[from..end].iter().filter(|line| line.kind != LineKind::Blank);
    if said.take(MAX_COLUMNS + 1).filter(|line| line.kind == LineKind::Border).count() > MAX_COLUMNS {
        return None;
    }
    // The last border of a run is what it is because nothing belongs to the table behind it.
    let known = run.binary_search_by_key(&from, |border| border.line).ok().filter(|at| at + 1 < run.len());
    let known = known.unwrap_or_else(|| {
        *run = tokens(lines, from, end);
        0
    });
    let tokens = &run[known..];
    let best = (2..=MAX_COLUMNS)
        .filter_map(|columns| Layout::of(tokens, columns).map(|layout| (columns, layout)))
        .min_by(|(_, a), (_, b)| a.cost.total_cmp(&b.cost).then(b.end.cmp(&a.end)))?
        .1;
    let rows: Vec<Vec<Cell>> =
        best.rows.iter().map(|&(start, cells)| row(lines, tokens, start, cells)).collect();
    let first = rows.first()?.first()?.lines.start.min(from);
    Some(Grid { lines: first..tokens[best.end].line + 1, rows })
}

/// A border, and the lines of text behind it up to the next border.
#[derive(Debug, Clone)]
struct Border {
    line: usize,
    text: Range<usize>,
}

/// The borders from `from` on while they may belong to one table.
fn tokens(lines: &[Line], from: usize, end: usize) -> Vec<Border> {
    let mut borders = Vec::new();
    let mut at = from;
    while at < end {
        let text = at + 1..(at + 1..end).find(|&i| lines[i].kind == LineKind::Border).unwrap_or(end);
        let next = text.end;
        let said: Vec<usize> = text.clone().filter(|&i| lines[i].kind != LineKind::Blank).collect();
        let text = match (said.first(), said.last()) {
            (Some(&a), Some(&b)) => a..b + 1,
            _ => at + 1..at + 1,
        };
        // The closing of the document is no row of the table right above it.
        if at > from && text.len() > 1 && lines[text.start].kind == LineKind::Recipients {
            borders.push(Border { line: at, text: at + 1..at + 1 });
            break;
        }
        // Text behind an empty line, a title or a provision stands behind the table.
        let outside = said.len() > MAX_CELL_LINES
            || said.first().is_some_and(|&first| first > at + 1)
            || said.iter().any(|&i| is_outside(&lines[i]));
        borders.push(Border { line: at, text });
        if next >= end || outside {
            break;
        }
        at = next;
    }
    borders
}

/// Lines that no cell holds.
const fn is_outside(line: &Line) -> bool {
    matches!(
        line.kind,
        LineKind::Annex
            | LineKind::AttachmentNote
            | LineKind::Recital
            | LineKind::Enacting
            | LineKind::Item(LabelKind::Article)
    )
}

/// How a run of borders reads as rows of a given number of columns.
struct Layout {
    /// First border of each row, and its number of cells.
    rows: Vec<(usize, usize)>,
    /// Border that ends the last row.
    end: usize,
    cost: f64,
}

impl Layout {
    /// The cheapest reading: rows of `columns` cells, or of one cell over all columns. A table ends where a
    /// row's last border is not followed by another.
    fn of(borders: &[Border], columns: usize) -> Option<Self> {
        let mut rows: Vec<(usize, usize)> = Vec::new();
        let mut at = 0;
        let mut cost = 0.0;
        let empty_cells = |at: usize| {
            let last = at + columns;
            (last < borders.len()).then(|| (at..last).filter(|&i| borders[i].text.is_empty()).count())
        };
        loop {
            let full = empty_cells(at).filter(|&empty| empty < columns);
            // A heading over the rows below: one cell, then at once the next row.
            let spanning = at + 1 < borders.len()
                && !borders[at].text.is_empty()
                && borders[at + 1].text.is_empty()
                && full.is_none_or(|empty| empty > 0 && empty_cells(at + 2).is_some_and(|next| next < empty));
            let (cells, paid) = match full {
                _ if spanning => (1, 0.8),
                Some(empty) => (columns, 0.3 * as_cost(empty)),
                None => break,
            };
            rows.push((at, cells));
            cost += paid;
            at += cells;
            // The next row opens with the border behind the one that closed this row.
            if at + 1 < borders.len() && borders[at].text.is_empty() {
                at += 1;
            } else {
                break;
            }
        }
        let &(last, cells) = rows.last()?;
        if rows.iter().all(|row| row.1 == 1) {
            return None;
        }
        // Borders that are left over count against this reading.
        let end = last + cells;
        let rate = cost / as_cost(rows.len()) + 0.05 * as_cost(borders.len() - 1 - end);
        Some(Self { rows, end, cost: rate })
    }
}

fn as_cost(count: usize) -> f64 {
    f64::from(u32::try_from(count.min(1000)).unwrap_or(1000))
}

fn row(lines: &[Line], borders: &[Border], start: usize, cells: usize) -> Vec<Cell> {
    (start..start + cells)
        .map(|i| {
            let text = borders[i].text.clone();
            let border = lines[borders[i].line].span.end;
            let span = if text.is_empty() {
                Span::new(border, border)
            } else {
                lines[text.start].span.hull(lines[text.end - 1].span)
            };
            Cell { span, lines: text }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::layout::lines;
    use crate::text::Source;

    #[test]
    fn a_table_is_read_alike_alone_and_behind_others() {
        let table = "|\nTT\n|\nNhiệm vụ\n|\n|\n1\n|\nRà soát quy trình\n|\n";
        let text = format!(
            "{table}{table}|\n|\n| a | b |\n{table}\nSở Y tế rà soát.\n\n{table}|\nNơi nhận:\nnhư trên\n|\n{table}"
        );
        let source = Source::from_text(&text);
        let lines = lines(&source);
        let mut run = Vec::new();
        let mut tables = 0;
        for at in (0..lines.len()).filter(|&at| lines[at].kind == LineKind::Border) {
            let shape = |grid: Option<Grid>| grid.map(|grid| (grid.lines, grid.rows));
            let alone = shape(bordered(&lines, at, lines.len(), &mut Vec::new()));
            tables += usize::from(alone.is_some());
            assert_eq!(shape(bordered(&lines, at, lines.len(), &mut run)), alone, "line {at}");
        }
        assert!(tables > 0);
    }
}
