//! What the layout of a text says: parts, blocks of text under one another, tables. Every later step reads
//! blocks and knows nothing of lines.

mod frames;
pub(super) mod grid;
pub(super) mod paragraphs;
pub(super) mod parts;
pub(super) mod sections;
#[cfg(test)]
mod tests;
pub(super) mod titles;
pub(super) mod tree;
pub(super) mod zones;

use std::ops::Range;

use self::frames::{is_frame, unfold};
use self::grid::{Cell, Grid, grids};
use self::paragraphs::{Paragraph, Wrapping, paragraphs};
use self::parts::parts;
use self::tree::link;
use self::zones::zones;
use crate::syntax::layout::lines;
use crate::syntax::{Line, LineKind};
use crate::text::{Source, Span};

pub use crate::syntax::LabelKind;

/// Bố cục của tệp: the text cut into parts, blocks and tables. All spans are of the reading.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The main text first, then what is attached to it; never empty.
    pub parts: Vec<PartRange>,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// Tables with a row of column names, in reading order.
    pub tables: Vec<Table>,
    /// The lines behind the blocks: letterhead and signatures are read line by line.
    pub(crate) lines: Vec<Line>,
}

/// One part of the file.
#[derive(Debug, Clone)]
pub struct PartRange {
    /// `main`, `quy-che`, `phu-luc-1`.
    pub id: String,
    /// `main` or the kind of the attached text.
    pub kind: String,
    /// Its title.
    pub title: Option<Span>,
    /// All of it.
    pub span: Span,
}

/// Which part of a document's frame a block belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Letterhead, number, date, title, subject, addressees; in an attached part its title lines.
    Header,
    /// Căn cứ ..., Theo đề nghị ..., up to the enacting line.
    Recital,
    /// The content.
    Body,
    /// Nơi nhận and the signature block.
    Closing,
    /// A cell of a table.
    Table,
}

/// Đoạn: one heading, item, paragraph. A paragraph wrapped over lines is one block.
#[derive(Debug, Clone)]
pub struct Block {
    /// The text without its label.
    pub span: Span,
    /// The label or bullet before it.
    pub label: Option<Label>,
    /// Where in the frame it stands.
    pub zone: Zone,
    /// Index in [`Outline::parts`].
    pub part: usize,
    /// The block above that governs it: its heading, or a lead-in that ends with a colon.
    pub parent: Option<usize>,
    /// Whether it stands as a heading: short, without closing mark, with blocks under it.
    pub heading: bool,
}

/// Nhãn: what numbers or marks a block.
#[derive(Debug, Clone)]
pub struct Label {
    /// Where it stands, with its closing mark.
    pub span: Span,
    /// As printed without the closing mark: `Điều 3`, `II`, `2`, `2.1`, `a`, `-`.
    pub text: String,
    /// Which series it belongs to.
    pub kind: LabelKind,
}

/// Bảng: a table with the names of its columns.
#[derive(Debug, Clone)]
pub struct Table {
    /// Index in [`Outline::parts`].
    pub part: usize,
    /// All of it.
    pub span: Span,
    /// Names of the columns, in order.
    pub columns: Vec<Span>,
    /// Rows below the names.
    pub rows: Vec<Row>,
    /// The block that stands over the table.
    pub parent: Option<usize>,
}

/// Dòng: one row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// All of it.
    pub span: Span,
    /// One span a column; empty spans for empty cells. A row that is a heading over the rows below has one cell.
    pub cells: Vec<Span>,
}

/// Reads the layout of a text. Total: a text without any layout is one part of body blocks.
pub fn read(source: &Source) -> Outline {
    let reading = source.reading();
    let lines = unfold(source, lines(source));
    let wrapping = Wrapping::of(reading, &lines);
    let tables: Vec<Grid> = grids(reading, &lines, 0..lines.len())
        .into_iter()
        .filter(|g| is_content(reading, &lines, g))
        .collect();
    let (paragraphs, tabled) = flow(reading, &lines, &tables, wrapping);
    let cuts = parts(reading, &lines, &paragraphs);

    let mut outline = Outline::default();
    for (index, cut) in cuts.iter().enumerate() {
        let start = if index == 0 { 0 } else { paragraphs[cut.range.start].span.start };
        let end = cuts.get(index + 1).map_or(reading.len(), |next| paragraphs[next.range.start].span.start);
        outline.parts.push(PartRange {
            id: cut.id.clone(),
            kind: cut.kind.clone(),
            title: cut.title,
            span: Span::new(start, end),
        });
        let zones = zones(reading, &lines, &paragraphs, cut);
        let mut of_part = Vec::new();
        for (paragraph, zone) in paragraphs[cut.range.clone()].iter().zip(zones) {
            of_part.push(outline.blocks.len());
            outline.blocks.push(block(reading, paragraph, zone, index));
        }
        link(reading, &mut outline.blocks, &of_part);
    }
    for (grid, after) in tables.iter().zip(tabled) {
        place_table(reading, &lines, grid, after, wrapping, &paragraphs, &mut outline);
    }
    outline.sort_by_place();
    outline.lines = lines;
    outline
}

/// The paragraphs outside tables, and for each table how many paragraphs stand before it.
fn flow(reading: &str, lines: &[Line], tables: &[Grid], wrapping: Wrapping) -> (Vec<Paragraph>, Vec<usize>) {
    let mut found = Vec::new();
    let mut before = Vec::with_capacity(tables.len());
    let mut start = 0;
    for table in tables {
        found.extend(paragraphs(reading, lines, start..table.lines.start, wrapping));
        before.push(found.len());
        start = table.lines.end;
    }
    found.extend(paragraphs(reading, lines, start..lines.len(), wrapping));
    (found, before)
}

fn block(reading: &str, paragraph: &Paragraph, zone: Zone, part: usize) -> Block {
    let behind = |label: Span| Span::new(label.end, paragraph.span.end).trimmed(reading, &[]);
    // `- Trên cơ sở ...` is a recital only above the content.
    let dash = || {
        let start = paragraph.span.start;
        let bulleted = zone == Zone::Body && paragraph.kind == LineKind::Recital;
        let span =
            Some(Span::new(start, start + 1)).filter(|_| bulleted && reading[start..].starts_with('-'));
        label(reading, LineKind::Item(LabelKind::Dash), span)
    };
    let label = label(reading, paragraph.kind, paragraph.label).or_else(dash);
    Block {
        span: label.as_ref().map_or(paragraph.span, |label| behind(label.span)),
        label,
        zone,
        part,
        parent: None,
        heading: false,
    }
}

fn label(reading: &str, kind: LineKind, span: Option<Span>) -> Option<Label> {
    let (LineKind::Item(kind), Some(span)) = (kind, span) else { return None };
    let text = reading[span.range()].trim();
    let open = text.starts_with('(');
    let closing: &[char] = if open { &[' '] } else { &['.', ')', ':', '/', ' ', '\\'] };
    let text = match kind {
        LabelKind::Dash | LabelKind::Plus | LabelKind::Star => text,
        _ => text.trim_end_matches(closing).trim_end_matches(|c| !open && c == '-').trim_end(),
    };
    Some(Label { span, text: text.replace('\n', " "), kind })
}

/// Whether a table holds content: letterheads, recipients and signatures are only laid out in one.
fn is_content(reading: &str, lines: &[Line], grid: &Grid) -> bool {
    let frame = |cell: &Cell| lines[cell.lines.clone()].iter().any(|line| is_frame(line.kind));
    let columns = grid.rows.iter().map(Vec::len).max().unwrap_or(0);
    let filled = grid.rows.iter().flatten().filter(|cell| !cell.span.is_empty()).count();
    let long = |cell: &Cell| cell.lines.len() > 80 || reading[cell.span.range()].len() > 6000;
    let signed = grid.rows.len() == 1 && columns == 2;
    columns >= 2
        && filled >= 3
        && !signed
        && !grid.rows.iter().take(3).flatten().any(frame)
        && !grid.rows.iter().flatten().any(long)
}

/// Adds a table's cells as blocks, and the table itself when its first row names the columns.
fn place_table(
    reading: &str,
    lines: &[Line],
    grid: &Grid,
    after: usize,
    wrapping: Wrapping,
    flow: &[Paragraph],
    outline: &mut Outline,
) {
    let over = after.checked_sub(1).map(|i| flow[i].inner(reading));
    // Every paragraph outside the tables is a block, in the same order.
    let over = over.and_then(|span| after.checked_sub(1).filter(|&i| outline.blocks[i].span == span));
    let span = Span::new(lines[grid.lines.start].span.start, lines[grid.lines.end - 1].span.end);
    let part = outline.parts.iter().rposition(|part| part.span.start <= span.start).unwrap_or(0);
    for cell in grid.rows.iter().flatten().filter(|cell| !cell.span.is_empty()) {
        if lines[cell.lines.start].kind == LineKind::MarkdownRow {
            let label = None;
            outline.blocks.push(Block {
                span: cell.span,
                label,
                zone: Zone::Table,
                part,
                parent: over,
                heading: false,
            });
            continue;
        }
        for paragraph in paragraphs(reading, lines, cell.lines.clone(), wrapping) {
            let block = block(reading, &paragraph, Zone::Table, part);
            outline.blocks.push(Block { parent: over, ..block });
        }
    }
    let columns: Vec<Span> = grid.rows[0].iter().map(|cell| cell.span).collect();
    let named = columns.len() >= 2
        && columns.iter().filter(|c| c.is_empty()).count() * 3 <= columns.len()
        && columns.iter().all(|c| reading[c.range()].chars().count() <= 160);
    if !named || grid.rows.len() < 2 {
        return;
    }
    let rows = grid.rows[1..]
        .iter()
        .filter(|row| row.iter().any(|cell| !cell.span.is_empty()))
        .map(|row| {
            let cells: Vec<Span> = row.iter().map(|cell| cell.span).collect();
            let span = cells.iter().copied().filter(|c| !c.is_empty()).reduce(Span::hull).unwrap_or_default();
            Row { span, cells }
        })
        .collect();
    outline.tables.push(Table { part, span, columns, rows, parent: over });
}

impl Outline {
    /// The lines of the blocks of a part's zone, silent ones among them.
    pub(crate) fn lines_of(&self, part: usize, zone: Zone) -> Range<usize> {
        let mut blocks = self.blocks.iter().filter(|b| b.part == part && b.zone == zone);
        let Some(first) = blocks.next() else { return 0..0 };
        let start = first.label.as_ref().map_or(first.span.start, |label| label.span.start);
        let end = blocks.next_back().unwrap_or(first).span.end;
        let from = self.lines.partition_point(|line| line.span.end <= start && line.span.end < start.max(1));
        let to = self.lines.partition_point(|line| line.span.start < end);
        from..to.max(from)
    }

    /// Puts the blocks in reading order and moves the indexes that point to them along.
    fn sort_by_place(&mut self) {
        let mut order: Vec<usize> = (0..self.blocks.len()).collect();
        // Without tables they stand in order already.
        if self.blocks.is_sorted_by_key(|block| block.span.start) {
            return;
        }
        order.sort_by_key(|&i| (self.blocks[i].span.start, i));
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        let moved = |parent: Option<usize>| parent.map(|p| place[p]);
        self.blocks = order
            .iter()
            .map(|&i| Block { parent: moved(self.blocks[i].parent), ..self.blocks[i].clone() })
            .collect();
        for table in &mut self.tables {
            table.parent = table.parent.map(|p| place[p]);
        }
    }
}
