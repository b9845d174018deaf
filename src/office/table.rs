//! Tables that an office keeps beside the documents: CSV with a line of names, as spreadsheets write it.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::error::FileError;
use crate::text::slug;

/// A column: its name, the other names it may bear, and whether the table must have it.
pub(super) struct Column {
    pub name: &'static str,
    pub also: &'static [&'static str],
    pub needed: bool,
}

/// A row: its line in the file and its cells in the order of the columns asked for; None where it is empty.
pub(super) struct Row {
    pub line: usize,
    pub cells: Vec<Option<String>>,
}

impl Row {
    /// The cell of a column, taken out.
    pub fn take(&mut self, at: usize) -> Option<String> {
        self.cells.get_mut(at).and_then(Option::take)
    }
}

/// Reads the columns asked for; commas or semicolons part the cells, columns with other names are passed over.
///
/// # Errors
/// A column that is missing, a line that is no CSV.
pub(super) fn rows(text: &str, columns: &[Column]) -> Result<Vec<Row>, FileError> {
    let text = text.trim_start_matches('\u{FEFF}');
    let first = text.lines().next().unwrap_or_default();
    let semicolons = first.contains(';') && !first.contains(',');
    let mut reader = ReaderBuilder::new()
        .delimiter(if semicolons { b';' } else { b',' })
        .trim(Trim::All)
        .flexible(true)
        .from_reader(text.as_bytes());
    let places = places(reader.headers().map_err(|error| broken(&error))?, columns)?;
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error))?;
        let line = record.position().map_or(0, |at| usize::try_from(at.line()).unwrap_or(usize::MAX));
        let cell = |at: &Option<usize>| {
            at.and_then(|at| record.get(at)).filter(|cell| !cell.is_empty()).map(str::to_owned)
        };
        let cells: Vec<Option<String>> = places.iter().map(cell).collect();
        if cells.iter().any(Option::is_some) {
            rows.push(Row { line, cells });
        }
    }
    Ok(rows)
}

/// Where each column stands.
fn places(heads: &StringRecord, columns: &[Column]) -> Result<Vec<Option<usize>>, FileError> {
    let heads: Vec<String> = heads.iter().map(slug).collect();
    let place = |column: &Column| {
        let mut names = std::iter::once(column.name).chain(column.also.iter().copied()).map(slug);
        names.find_map(|name| heads.iter().position(|head| *head == name))
    };
    let found: Vec<Option<usize>> = columns.iter().map(place).collect();
    match columns.iter().zip(&found).find(|(column, at)| column.needed && at.is_none()) {
        None => Ok(found),
        Some((missing, _)) => {
            let names: Vec<&str> = columns.iter().map(|column| column.name).collect();
            let help = format!("the first line names the columns: {}", names.join(","));
            Err(FileError::new(1, format!("there is no column `{}`", missing.name), help))
        }
    }
}

fn broken(error: &csv::Error) -> FileError {
    let line = error.position().map_or(1, |at| usize::try_from(at.line()).unwrap_or(usize::MAX));
    FileError::new(line, "this is no line of CSV in UTF-8", "save the table as CSV UTF-8")
}
