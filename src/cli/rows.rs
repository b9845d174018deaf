//! Rows as tables: those with the same columns together, each with the place that proves it.

use vanban::model::{AnswerItem, Cell};

use super::agenda::{lines, table};
use super::headings::heading;
use super::look::{Look, columns, shorten};
use super::shelf::Shelf;

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
    out
}

fn alike(one: &[Cell], other: &[Cell]) -> bool {
    one.iter().map(|c| &c.name).eq(other.iter().map(|c| &c.name))
}

fn draw(rows: &[(&[Cell], String)], look: Look) -> String {
    let Some((first, _)) = rows.first() else { return String::new() };
    let mut heads: Vec<&str> = first.iter().map(|cell| heading(&cell.name, look.lang)).collect();
    let proved = rows.iter().any(|(_, place)| !place.is_empty());
    if proved {
        heads.push(look.lang.pick("Nguồn", "Source"));
    }
    let shown = |(cells, place): &(&[Cell], String)| -> Vec<String> {
        let mut row: Vec<String> = cells.iter().map(|cell| shorten(&cell.value, LONGEST)).collect();
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
