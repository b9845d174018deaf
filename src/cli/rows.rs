//! Rows as tables: those with the same columns together, each with the place that proves it.

use vanban::model::{AnswerItem, Cell, PartialDate};

use super::agenda::{lines, table};
use super::headings::{heading, word};
use super::look::{Look, columns, shorten};
use super::shelf::Shelf;
use super::words::day;

/// Most letters of a cell that a table shows.
const LONGEST: usize = 160;
/// No column is wider than this, but for the last one, which takes what is left.
const WIDEST: usize = 28;

/// The rows among the answers; empty when there are none.
pub(crate) fn table_of(items: &[AnswerItem], shelf: &Shelf, look: Look) -> String {
    let mut out = String::new();
    let mut open: Vec<(&[Cell], String)> = Vec::new();
    for item in items {
        let AnswerItem::Row { cells, evidence } = item else { continue };
        let place = evidence.first().map_or_else(String::new, |e| shelf.place(e));
        if open.first().is_some_and(|(first, _)| !alike(first, cells)) {
            out.push_str(&draw(&open, look));
            open.clear();
        }
        open.push((cells, place));
    }
    out.push_str(&draw(&open, look));
    if items.iter().any(is_missing) {
        out.push_str(look.lang.pick(
            "Chưa thấy trong kho không có nghĩa là không có trên thực tế.\n",
            "Not in the corpus does not mean that it does not exist.\n",
        ));
    }
    out
}

/// Whether a row tells that something is not in the corpus.
fn is_missing(item: &AnswerItem) -> bool {
    matches!(item, AnswerItem::Row { cells, .. } if cells.iter().any(|cell| cell.value == "not_in_corpus"))
}

fn alike(one: &[Cell], other: &[Cell]) -> bool {
    one.iter().map(|c| &c.name).eq(other.iter().map(|c| &c.name))
}

/// A day as people write it, a word of ours in their language, anything else as it is.
fn shown_value(cell: &Cell, look: Look) -> String {
    match PartialDate::of_edtf(&cell.value).filter(|date| date.is_whole()) {
        Some(date) => day(date),
        None => shorten(word(cell, look.lang), LONGEST),
    }
}

fn draw(rows: &[(&[Cell], String)], look: Look) -> String {
    let Some((first, _)) = rows.first() else { return String::new() };
    let mut heads: Vec<&str> = first.iter().map(|cell| heading(&cell.name, look.lang)).collect();
    let proved = rows.iter().any(|(_, place)| !place.is_empty());
    if proved {
        heads.push(look.lang.pick("Nguồn", "Source"));
    }
    let shown = |(cells, place): &(&[Cell], String)| -> Vec<String> {
        let mut row: Vec<String> = cells.iter().map(|cell| shown_value(cell, look)).collect();
        row.extend(proved.then(|| place.rsplit(['/', '\\']).next().unwrap_or(place).to_owned()));
        row
    };
    let rows: Vec<Vec<String>> = rows.iter().map(shown).collect();
    let widest = |n: usize| {
        let cells = rows.iter().filter_map(|row| row.get(n)).map(|cell| columns(cell));
        cells.chain(heads.get(n).map(|head| columns(head))).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..heads.len()).map(|n| widest(n).min(WIDEST)).collect();
    // The column with the most to say takes what the others leave.
    if let Some(roomy) = (0..heads.len()).max_by_key(|&n| widest(n))
        && widest(roomy) > WIDEST
    {
        widths[roomy] = 0;
    }
    let widths: Vec<u16> = widths.into_iter().map(|w| u16::try_from(w).unwrap_or(u16::MAX)).collect();
    let mut table = table(&heads, &widths, look);
    for row in rows {
        table.add_row(row);
    }
    format!("\n{}\n", lines(&table))
}
