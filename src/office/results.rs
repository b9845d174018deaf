//! Kết quả: what was done of which task, on which day, by which document.

use super::day::day;
use super::error::FileError;
use super::table::{Column, rows};
use crate::model::PartialDate;

/// A line of the list of results.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskResult {
    /// Id of the task.
    pub task: String,
    /// The day it was done; None for one only noted.
    pub done: Option<PartialDate>,
    /// The document that did it.
    pub document: Option<String>,
    /// Ghi chú.
    pub note: Option<String>,
    /// Line of the list.
    pub line: usize,
}

const COLUMNS: [Column; 4] = [
    Column { name: "task", also: &["task id", "id", "mã nhiệm vụ", "nhiệm vụ"], needed: true },
    Column { name: "done", also: &["done on", "ngày hoàn thành", "ngày xong"], needed: true },
    Column { name: "document", also: &["by", "văn bản", "văn bản kết quả"], needed: false },
    Column { name: "note", also: &["ghi chú"], needed: false },
];

/// Reads a list of results: CSV with the columns `task`, `done`, `document`, `note` (or their Vietnamese names).
///
/// # Errors
/// A column that is missing, a line without a task, a day that is none.
pub fn results(text: &str) -> Result<Vec<TaskResult>, FileError> {
    let mut found = Vec::new();
    for mut row in rows(text, &COLUMNS)? {
        let line = row.line;
        let task = row.take(0).ok_or_else(|| {
            FileError::new(line, "no task", "give its id as `vanban tasks --format json` prints it")
        })?;
        let done = match row.take(1) {
            None => None,
            Some(shown) => Some(day(&shown).ok_or_else(|| {
                let help = "write it as 2026-06-30 or 30/6/2026, or leave it empty while it is not done";
                FileError::new(line, format!("`{shown}` is no day"), help)
            })?),
        };
        found.push(TaskResult { task, done, document: row.take(2), note: row.take(3), line });
    }
    Ok(found)
}
