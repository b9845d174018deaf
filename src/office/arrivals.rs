//! Sổ văn bản đến: what came in, under which number, on which day.

use super::day::day;
use super::error::FileError;
use super::table::{Column, rows};
use crate::model::PartialDate;

/// Văn bản đến: a line of the incoming register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrival {
    /// Số, ký hiệu.
    pub code: String,
    /// Cơ quan ban hành.
    pub issuer: Option<String>,
    /// Số đến.
    pub number: Option<String>,
    /// Ngày đến.
    pub arrived: PartialDate,
    /// Line of the register.
    pub line: usize,
}

impl Arrival {
    /// What names the document: `230/KH-UBND của Ủy ban nhân dân tỉnh Cà Mau`.
    pub(super) fn name(&self) -> String {
        match &self.issuer {
            Some(issuer) => format!("{} của {issuer}", self.code),
            None => self.code.clone(),
        }
    }
}

const COLUMNS: [Column; 4] = [
    Column {
        name: "code", also: &["số, ký hiệu", "số ký hiệu", "số và ký hiệu", "ký hiệu"], needed: true
    },
    Column { name: "issuer", also: &["cơ quan ban hành", "nơi gửi", "tác giả"], needed: false },
    Column { name: "number", also: &["số đến"], needed: false },
    Column { name: "arrived", also: &["ngày đến", "ngày nhận"], needed: true },
];

/// Reads a register: CSV with the columns `code`, `issuer`, `number`, `arrived` (or their Vietnamese names).
///
/// # Errors
/// A column that is missing, a document without number or day, a day that is none.
pub fn arrivals(text: &str) -> Result<Vec<Arrival>, FileError> {
    let mut found = Vec::new();
    for mut row in rows(text, &COLUMNS)? {
        let line = row.line;
        let missing =
            |what: &str| FileError::new(line, format!("no {what}"), "fill the cell in or take the line out");
        let (code, issuer, number) = (row.take(0), row.take(1), row.take(2));
        let code = code.ok_or_else(|| missing("code"))?;
        let shown = row.take(3).ok_or_else(|| missing("day of arrival"))?;
        let arrived = day(&shown).ok_or_else(|| {
            FileError::new(line, format!("`{shown}` is no day"), "write it as 2026-06-30 or 30/6/2026")
        })?;
        found.push(Arrival { code, issuer, number, arrived, line });
    }
    Ok(found)
}
