//! Rows as tables: those with the same columns together, each with the place that proves it.

use comfy_table::{ColumnConstraint, Width};
use vanban::model::{AnswerItem, Cell, Evidence, PartialDate, RelationKind};
use vanban::registry::body;

use super::agenda::{broken, lines, table};
use super::corpus::Corpus;
use super::headings::{heading, meaning};
use super::look::{Look, columns, shorten};
use super::tree::{body_name, name};
use super::words::day;

/// Most letters of a cell that a table shows.
const LONGEST: usize = 160;
/// Words longer than this may be broken.
const WORD: usize = 20;

/// Cells that hold dates.
const DATES: [&str; 5] = ["date", "above_date", "below_date", "changed_on", "month"];
/// Cells that hold values of the output, not words of documents.
const CODED: [&str; 16] = [
    "relation", "detail", "first", "second", "change", "fault", "finding", "held", "likeness", "order",
    "purpose", "right", "role", "state", "status", "days",
];

/// The rows among the answers; empty when there are none.
pub(crate) fn table_of(items: &[AnswerItem], corpus: &Corpus, look: Look) -> String {
    let mut out = String::new();
    let mut open: Vec<(&[Cell], String)> = Vec::new();
    for item in items {
        let AnswerItem::Row { cells, evidence } = item else { continue };
        if open.first().is_some_and(|(first, _)| !alike(first, cells)) {
            out.push_str(&draw(&open, corpus, look));
            open.clear();
        }
        open.push((cells, places(evidence, corpus)));
    }
    out.push_str(&draw(&open, corpus, look));
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

/// The first places, one a line, files without their folders.
fn places(evidence: &[Evidence], corpus: &Corpus) -> String {
    let mut places: Vec<String> = evidence.iter().map(|e| corpus.shelf.place(e)).collect();
    places.dedup();
    let file = |place: &String| place.rsplit(['/', '\\']).next().unwrap_or(place).to_owned();
    places.iter().take(2).map(file).collect::<Vec<_>>().join("\n")
}

/// A cell as people read it: documents by kind and number, bodies by name, days as they are written.
fn shown(cell: &Cell, corpus: &Corpus, look: Look) -> String {
    let coded = CODED.contains(&cell.name.as_str());
    let several = cell.value.contains("; ");
    let piece = |value: &str| -> String {
        let dated = |date: &PartialDate| date.is_whole() || DATES.contains(&cell.name.as_str());
        if let Some(date) = PartialDate::of_edtf(value).filter(dated) {
            return day(date);
        }
        if let Some(card) = Some(value).filter(|v| v.starts_with("vn/")).and_then(|id| corpus.view().card(id))
        {
            return card.code.clone().filter(|_| several).unwrap_or_else(|| name(&card, look));
        }
        if let Some(found) = value.strip_prefix("vn/").and_then(body) {
            return found.name;
        }
        if cell.name == "issuer" {
            return body_name(value);
        }
        let verb = || {
            let active = value.parse::<RelationKind>().ok().map(|r| look.lang.verb(r));
            active.or_else(|| RelationKind::from_reverse_name(value).map(|r| look.lang.reverse_verb(r)))
        };
        let word = || verb().or_else(|| meaning(value, look.lang));
        coded.then(word).flatten().map_or_else(|| value.replace("..", "–"), str::to_owned)
    };
    let text = cell.value.split("; ").map(piece).collect::<Vec<_>>().join("; ");
    if cell.name == "documents" { text } else { shorten(&text, LONGEST) }
}

fn alike(one: &[Cell], other: &[Cell]) -> bool {
    one.iter().map(|c| &c.name).eq(other.iter().map(|c| &c.name))
}

fn draw(rows: &[(&[Cell], String)], corpus: &Corpus, look: Look) -> String {
    let Some((first, _)) = rows.first() else { return String::new() };
    // A column without any value says nothing.
    let told =
        |n: &usize| rows.iter().any(|(cells, _)| cells.get(*n).is_some_and(|cell| !cell.value.is_empty()));
    let kept: Vec<usize> = (0..first.len()).filter(told).collect();
    let mut heads: Vec<&str> = kept.iter().map(|&n| heading(&first[n].name, look.lang)).collect();
    let proved = rows.iter().any(|(_, place)| !place.is_empty());
    if proved {
        heads.push(look.lang.pick("Nguồn", "Source"));
    }
    let line = |(cells, place): &(&[Cell], String)| -> Vec<String> {
        let cells = kept.iter().filter_map(|&n| cells.get(n));
        let mut row: Vec<String> = cells.map(|cell| shown(cell, corpus, look)).collect();
        row.extend(proved.then(|| place.clone()));
        row
    };
    let rows: Vec<Vec<String>> = rows.iter().map(line).collect();
    let widths = fit(&heads, &rows, look.width.saturating_sub(3 * heads.len() - 1));
    let mut table = table(&heads, &vec![0; heads.len()], look);
    for (n, &width) in widths.iter().enumerate() {
        if let Some(column) = table.column_mut(n) {
            let width = u16::try_from(width + 2).unwrap_or(u16::MAX);
            column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width)));
        }
    }
    for mut row in rows {
        if let (true, Some(place), Some(&width)) = (proved, row.last_mut(), widths.last()) {
            *place = place.lines().map(|place| broken(place, width)).collect::<Vec<_>>().join("\n");
        }
        table.add_row(row);
    }
    format!("\n{}\n", lines(&table))
}

/// The width of each column: what its longest line takes, then less for the widest until all have room. No column
/// falls below its longest word while another has more than that.
fn fit(heads: &[&str], rows: &[Vec<String>], room: usize) -> Vec<usize> {
    let cells = |n: usize| {
        rows.iter().filter_map(move |row| row.get(n).map(String::as_str)).chain(heads.get(n).copied())
    };
    let most = |n: usize| cells(n).flat_map(str::lines).map(columns).max().unwrap_or(0);
    let word = |n: usize| {
        let words = cells(n).flat_map(|cell| cell.split([' ', '\n', '-', '_', '.']));
        words.map(|word| columns(word) + 1).max().unwrap_or(0).min(WORD)
    };
    let mut widths: Vec<usize> = (0..heads.len()).map(most).collect();
    let least: Vec<usize> = (0..heads.len()).map(word).collect();
    while widths.iter().sum::<usize>() > room {
        let above = (0..widths.len()).filter(|&n| widths[n] > least[n]).max_by_key(|&n| widths[n]);
        let Some(n) = above.or_else(|| (0..widths.len()).max_by_key(|&n| widths[n])) else { break };
        if widths[n] <= 1 {
            break;
        }
        widths[n] -= 1;
    }
    widths
}
