//! What the columns of rows are called, in both languages.

use super::words::Lang;

/// Name of a cell, its heading in Vietnamese and in English.
const HEADINGS: &[(&str, &str, &str)] = &[
    ("document", "Văn bản", "Document"),
    ("days", "Số ngày", "Days"),
    ("likeness", "Quan hệ", "Likeness"),
    ("alike", "Giống", "Alike"),
    ("file", "Tệp", "File"),
    ("other_file", "Tệp kia", "Other file"),
];

/// The heading of a column; its name where none is given.
pub(crate) fn heading(name: &str, lang: Lang) -> &str {
    let known = HEADINGS.iter().find(|(cell, ..)| *cell == name);
    known.map_or(name, |(_, vi, en)| lang.pick(*vi, *en))
}
