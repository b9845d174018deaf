//! Tasks and time limits as tables: who, what, when, and the place in the text.

use comfy_table::{ColumnConstraint, ContentArrangement, Table, Width, presets};
use vanban::model::{AnswerItem, DeadlineCard, Evidence, TaskCard};

use super::look::{Ink, Look, columns, shorten};
use super::shelf::Shelf;
use super::standing::{occurrence, remarks};
use super::tree::{name, title};
use super::words::day;

/// Most letters of a task that a table shows.
const LONGEST: usize = 240;

/// Width of the column that names document and file.
const SOURCE: u16 = 24;

/// Tasks, those of one file under the name of its document. Empty when there are none.
pub(crate) fn tasks<'a>(
    items: impl IntoIterator<Item = &'a AnswerItem>,
    shelf: &Shelf,
    look: Look,
) -> String {
    let mut out = String::new();
    let mut open: Option<(String, Table)> = None;
    for item in items {
        let AnswerItem::Task { task, document, evidence } = item else { continue };
        let (file, line) = place(evidence, shelf);
        let head = format!("{}\n{}", title(document, look), look.paint(Ink::Faint, &file));
        if open.as_ref().is_none_or(|(opened, _)| *opened != head) {
            out.push_str(&close(open.take()));
            let heads = look.lang.pick(["Ai", "Việc", "Hạn", "Dòng"], ["Who", "What", "When", "Line"]);
            open = Some((head, table(&heads, &[24, 0, 22, 5], look)));
        }
        if let Some((_, table)) = &mut open {
            table.add_row([who(task, look), what(task), stand(task, look), line]);
        }
    }
    out.push_str(&close(open));
    out
}

fn close(open: Option<(String, Table)>) -> String {
    open.map_or_else(String::new, |(head, table)| format!("\n{head}\n{}\n", lines(&table)))
}

/// Time limits in the order of the answer. Empty when there are none.
pub(crate) fn deadlines(items: &[&AnswerItem], shelf: &Shelf, look: Look) -> String {
    let heads = look.lang.pick(["Hạn", "Việc", "Ai", "Nguồn"], ["When", "What", "Who", "Source"]);
    let mut table = table(&heads, &[20, 0, 18, SOURCE], look);
    let mut rows = 0;
    for item in items {
        let AnswerItem::Deadline { deadline, task, document, evidence } = item else { continue };
        let (file, line) = place(evidence, shelf);
        let file = format!("{}:{line}", file.rsplit(['/', '\\']).next().unwrap_or(&file));
        let from = format!("{}\n{}", name(document, look), broken(&file, usize::from(SOURCE)));
        let (what, who) = task.as_ref().map_or_else(
            || (evidence.first().map_or_else(String::new, |e| shorten(&e.text, LONGEST)), String::new()),
            |task| (what(task), who(task, look)),
        );
        let mut limit = vec![when(std::slice::from_ref(deadline))];
        limit.extend(task.iter().flat_map(|task| remarks(task, look.lang)));
        table.add_row([limit.join("\n"), what, who, from]);
        rows += 1;
    }
    if rows == 0 { String::new() } else { format!("\n{}\n", lines(&table)) }
}

/// A table as wide as the window; a width of 0 takes what the other columns leave.
pub(crate) fn table(heads: &[&str], widths: &[u16], look: Look) -> Table {
    let mut table = Table::new();
    table.load_preset(presets::UTF8_HORIZONTAL_ONLY).force_no_tty();
    table.set_content_arrangement(ContentArrangement::Dynamic);
    let width = u16::try_from(look.width).unwrap_or(u16::MAX);
    table.set_width(width).set_header(heads.iter().map(|head| (*head).to_owned()));
    // Two blanks around each cell, one between two.
    let columns = u16::try_from(widths.len()).unwrap_or(0);
    let room = width.saturating_sub(widths.iter().sum::<u16>() + 3 * columns - 1);
    if room >= 24 {
        for (n, &width) in widths.iter().enumerate() {
            let width = if width == 0 { room } else { width };
            if let Some(column) = table.column_mut(n) {
                column.set_constraint(ColumnConstraint::Absolute(Width::Fixed(width + 2)));
            }
        }
    }
    table
}

pub(crate) fn lines(table: &Table) -> String {
    table.lines().map(|line| line.trim_end().to_owned()).collect::<Vec<_>>().join("\n")
}

fn who(task: &TaskCard, look: Look) -> String {
    let lead = shorten(&task.lead.join("; "), 120);
    if task.coordinate.is_empty() {
        return lead;
    }
    let with = look.lang.pick("phối hợp", "with");
    format!("{lead}\n({with}: {})", shorten(&task.coordinate.join("; "), 80)).trim_start().to_owned()
}

fn what(task: &TaskCard) -> String {
    shorten(&task.text, LONGEST)
}

/// As printed, and the day it means where the words do not say it.
fn when(deadlines: &[DeadlineCard]) -> String {
    let one = |deadline: &DeadlineCard| {
        let due: Vec<String> = deadline.due.iter().take(3).map(|&date| day(date)).collect();
        let more = if deadline.due.len() > 3 { ", …" } else { "" };
        if due.is_empty() || (due.len() == 1 && deadline.text.contains(&due[0])) {
            deadline.text.clone()
        } else {
            format!("{}{more}\n{}", due.join(", "), deadline.text)
        }
    };
    deadlines.iter().map(one).collect::<Vec<_>>().join("\n")
}

/// When, and what else is to be known of how it stands.
fn stand(task: &TaskCard, look: Look) -> String {
    let limits = Some(when(&task.deadlines)).filter(|limits| !limits.is_empty());
    limits
        .into_iter()
        .chain(occurrence(task, look.lang))
        .chain(remarks(task, look.lang))
        .collect::<Vec<_>>()
        .join("\n")
}

/// The file and the line.
fn place(evidence: &[Evidence], shelf: &Shelf) -> (String, String) {
    let place = evidence.first().map_or_else(String::new, |e| shelf.place(e));
    let (file, line) = place.rsplit_once(':').unwrap_or((&place, ""));
    (file.to_owned(), line.to_owned())
}

/// A long name broken behind a hyphen, a dot or a low line, so that it can be read.
pub(crate) fn broken(name: &str, width: usize) -> String {
    let mut out = String::new();
    let mut used = 0;
    for piece in name.split_inclusive(['-', '_', '.', ' ']) {
        let wide = columns(piece);
        if used > 0 && used + wide > width {
            out.push('\n');
            used = 0;
        }
        out.push_str(piece);
        used += wide;
    }
    out
}
