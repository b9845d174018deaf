//! Stamps above a document: độ khẩn, độ mật, chỉ dẫn phạm vi lưu hành. Each stands on a line of its own.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table::{list, rows};
use crate::text::fold;

/// What a stamp is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MarkKind {
    /// Mức độ khẩn (Ô số 10b).
    Urgency,
    /// Độ mật (Ô số 10a).
    Classification,
    /// Chỉ dẫn về phạm vi lưu hành (Ô số 11).
    Circulation,
}

/// A stamp of the table.
#[derive(Debug, PartialEq, Eq)]
pub struct Mark {
    /// What it is about.
    pub kind: MarkKind,
    /// The value in the output: `hỏa tốc`.
    pub phrase: &'static str,
    /// Other ways to print it.
    pub variants: Vec<&'static str>,
}

static MARKS: LazyLock<Vec<Mark>> = LazyLock::new(|| {
    rows(include_str!("data/marks.tsv"), ["kind", "phrase", "variants"])
        .into_iter()
        .map(|[kind, phrase, variants]| Mark {
            kind: match kind {
                "urgency" => MarkKind::Urgency,
                "classification" => MarkKind::Classification,
                _ => MarkKind::Circulation,
            },
            phrase,
            variants: list(variants),
        })
        .collect()
});

static BY_PHRASE: LazyLock<HashMap<String, &'static Mark>> = LazyLock::new(|| {
    let phrases = |mark: &'static Mark| std::iter::once(mark.phrase).chain(mark.variants.iter().copied());
    marks().iter().flat_map(|mark| phrases(mark).map(move |phrase| (fold(phrase), mark))).collect()
});

/// Every stamp of the table.
pub fn marks() -> &'static [Mark] {
    &MARKS
}

/// The stamp a whole line is: `HOẢ TỐC`, `[MẬT]`, `Lưu hành nội bộ.`
pub fn mark_of(line: &str) -> Option<&'static Mark> {
    let line = fold(line);
    BY_PHRASE.get(line.trim_matches(|c: char| !c.is_alphanumeric())).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_a_whole_line() {
        for (line, kind, phrase) in [
            ("HOẢ TỐC", MarkKind::Urgency, "hỏa tốc"),
            ("HỎA TỐC HẸN GIỜ", MarkKind::Urgency, "hỏa tốc"),
            ("THƯỢNG KHẨN", MarkKind::Urgency, "thượng khẩn"),
            ("[MẬT]", MarkKind::Classification, "mật"),
            ("Lưu hành nội bộ.", MarkKind::Circulation, "lưu hành nội bộ"),
        ] {
            let mark = mark_of(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((mark.kind, mark.phrase), (kind, phrase));
        }
        assert_eq!(mark_of("Bảo vệ bí mật nhà nước"), None);
    }
}
