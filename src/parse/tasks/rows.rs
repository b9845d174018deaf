//! Duties in tables: a row with a column of the duty, one of who leads, and often who helps and by when.

use super::Reader;
use super::fields::Draft;
use crate::parse::deadlines::labels;
use crate::parse::outline::{Row, Table};
use crate::syntax::actor::actors_at;
use crate::text::Span;

/// What the columns of a table of duties hold.
struct Columns {
    duty: usize,
    lead: usize,
    coordinate: Option<usize>,
    time: Option<usize>,
}

pub(crate) fn read(reader: &Reader<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for table in &reader.outline.tables {
        let Some(columns) = columns(reader, table) else { continue };
        for (i, row) in table.rows.iter().enumerate() {
            if row.cells.len() == table.columns.len() {
                drafts.extend(duty(reader, table, &columns, row, i + 1));
            }
        }
    }
    drafts
}

fn columns(reader: &Reader<'_>, table: &Table) -> Option<Columns> {
    let names: Vec<String> = table
        .columns
        .iter()
        .map(|&column| reader.lower(column).split_whitespace().collect::<Vec<_>>().join(" "))
        .collect();
    // Steps of a procedure (thủ tục hành chính) are no duties.
    if names
        .iter()
        .any(|name| ["thủ tục", "tthc", "trình tự", "bước", "lệ phí"].iter().any(|word| name.contains(word)))
    {
        return None;
    }
    let find = |words: &[&str]| names.iter().position(|name| words.iter().any(|word| name.contains(word)));
    let body = |name: &str| {
        ["cơ quan", "đơn vị", "phân công", "tổ chức", "trách nhiệm", "người"].iter().any(|w| name.contains(w))
    };
    let coordinate = names.iter().position(|name| name.contains("phối hợp") && !name.contains("chủ trì"));
    let lead = find(&["chủ trì"]).or_else(|| {
        names.iter().position(|name| {
            body(name)
                && ["thực hiện", "chịu trách nhiệm", "đầu mối", "tham mưu", "phân công"]
                    .iter()
                    .any(|w| name.contains(w))
                && !name.contains("phối hợp")
        })
    })?;
    let time = names.iter().position(|name| labels::is_time_column(name));
    let duty = names.iter().enumerate().position(|(i, name)| {
        i != lead
            && Some(i) != coordinate
            && Some(i) != time
            && ["nhiệm vụ", "nội dung", "công việc", "hoạt động", "giải pháp", "đề án", "tên"]
                .iter()
                .any(|w| name.contains(w))
    })?;
    Some(Columns { duty, lead, coordinate, time })
}

fn duty(reader: &Reader<'_>, table: &Table, columns: &Columns, row: &Row, number: usize) -> Option<Draft> {
    let cell = |at: usize| row.cells.get(at).copied().filter(|span| !span.is_empty());
    let (span, lead) = (reader.clean(cell(columns.duty)?), cell(columns.lead)?);
    let blocks = &reader.outline.blocks;
    // Blocks stand in the order of the text, side by side.
    let first = blocks.partition_point(|block| block.span.end <= span.start);
    let block = Some(first).filter(|&at| blocks.get(at).is_some_and(|block| block.span.overlaps(span)));
    let block = block.or(table.parent)?;
    Some(Draft {
        block,
        part: table.part,
        span,
        lead: named(reader, lead),
        coordinate: columns.coordinate.and_then(cell).map(|span| named(reader, span)).unwrap_or_default(),
        time: columns.time.and_then(cell),
        row: Some(number),
        ..Draft::default()
    })
}

/// The actors of a cell; one whose words the grammar does not know is taken as it stands.
fn named(reader: &Reader<'_>, cell: Span) -> Vec<Span> {
    let mut found = Vec::new();
    for piece in reader.lower(cell).split_inclusive(';').scan(cell.start, |at, piece| {
        let span = Span::new(*at, *at + piece.len());
        *at = span.end;
        Some(span)
    }) {
        let piece = piece.trimmed(reader.words.text, &[';', '.', ',', '-']);
        if piece.is_empty() {
            continue;
        }
        match actors_at(reader.words, piece.start, piece.end) {
            Some(list) if reader.words.text[list.end..piece.end].trim().is_empty() => {
                found.extend(list.items);
            }
            _ => found.push(piece),
        }
    }
    found
}
