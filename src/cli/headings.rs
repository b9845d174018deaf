//! What the columns of rows are called, in both languages.

use vanban::model::Cell;

use super::words::Lang;

/// Name of a cell, its heading in Vietnamese and in English.
const HEADINGS: &[(&str, &str, &str)] = &[
    ("document", "Văn bản", "Document"),
    ("days", "Số ngày", "Days"),
    ("likeness", "Quan hệ", "Likeness"),
    ("alike", "Giống", "Alike"),
    ("file", "Tệp", "File"),
    ("other_file", "Tệp kia", "Other file"),
    ("who", "Ai", "Who"),
    ("kind", "Loại", "Kind"),
    ("to", "Gửi ai", "To"),
    ("via", "Qua ai", "Via"),
    ("when", "Hạn", "When"),
    ("day", "Ngày", "Day"),
    ("unit", "Đơn vị", "Unit"),
    ("task", "Việc", "Task"),
    ("status", "Tình trạng", "Status"),
    ("change", "Thay đổi", "Change"),
    ("what", "Nội dung", "What"),
    ("why", "Vì sao", "Why"),
    ("hops", "Số bậc", "Hops"),
];

/// The heading of a column; its name where none is given.
pub(crate) fn heading(name: &str, lang: Lang) -> &str {
    let known = HEADINGS.iter().find(|(cell, ..)| *cell == name);
    known.map_or(name, |(_, vi, en)| lang.pick(*vi, *en))
}

/// Values that are words of ours: the cell they stand in, the word, and what it is called in both languages.
const WORDS: &[(&str, &str, &str, &str)] = &[
    ("status", "found", "có văn bản", "found"),
    ("status", "not_in_corpus", "chưa thấy trong kho", "not in the corpus"),
    ("status", "ambiguous", "chưa rõ", "ambiguous"),
    ("change", "new", "mới", "new"),
    ("change", "changed", "thay đổi", "changed"),
    ("change", "withdrawn", "không còn", "withdrawn"),
];

/// What a cell says, in the language asked for.
pub(crate) fn word(cell: &Cell, lang: Lang) -> &str {
    let known = WORDS.iter().find(|(name, value, ..)| *name == cell.name && *value == cell.value);
    known.map_or(&cell.value, |(_, _, vi, en)| lang.pick(*vi, *en))
}
