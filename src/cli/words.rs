//! The words around the data, in Vietnamese and in English.

use clap::ValueEnum;
use vanban::model::{Component, DocumentKind, PartialDate, RelationKind, Severity, Status, Tier};

/// Language of the words around the data; quoted text stays as it is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Lang {
    /// Tiếng Việt
    #[default]
    Vi,
    /// English
    En,
}

impl Lang {
    /// The one of two wordings that is in this language.
    pub(crate) fn pick<T>(self, vi: T, en: T) -> T {
        match self {
            Self::Vi => vi,
            Self::En => en,
        }
    }

    /// The same for the tables of the library.
    fn registry(self) -> vanban::registry::Lang {
        self.pick(vanban::registry::Lang::Vi, vanban::registry::Lang::En)
    }

    /// What the acting document does: `thực hiện`, `implements`.
    pub(crate) fn verb(self, relation: RelationKind) -> &'static str {
        relation.verb(self.registry())
    }

    /// What happens to the other document: `được thực hiện bởi`, `is implemented by`.
    pub(crate) fn reverse_verb(self, relation: RelationKind) -> &'static str {
        relation.reverse_verb(self.registry())
    }

    /// Cấp của cơ quan.
    pub(crate) fn tier(self, tier: Tier) -> &'static str {
        match tier {
            Tier::Central => self.pick("trung ương", "central"),
            Tier::Ministry => self.pick("bộ, ngành", "ministry"),
            Tier::Province => self.pick("cấp tỉnh", "province"),
            Tier::Department => self.pick("sở, ngành tỉnh", "department"),
            Tier::District => self.pick("cấp huyện", "district"),
            Tier::Commune => self.pick("cấp xã", "commune"),
            Tier::Unit => self.pick("đơn vị", "unit"),
        }
    }

    pub(crate) fn severity(self, severity: Severity) -> &'static str {
        match severity {
            Severity::Note => self.pick("ghi chú", "note"),
            Severity::Warning => self.pick("cảnh báo", "warning"),
            Severity::Error => self.pick("lỗi", "error"),
        }
    }

    /// Mark of a document that is only cited.
    pub(crate) fn not_held(self) -> &'static str {
        self.pick("chưa có trong kho", "not held")
    }

    /// Mark of a document without a number.
    pub(crate) fn draft(self) -> &'static str {
        self.pick("dự thảo", "draft")
    }

    /// `1 văn bản`; English words get their plural.
    pub(crate) fn count(self, n: usize, vi: &str, en: &str) -> String {
        match self {
            Self::Vi => format!("{n} {vi}"),
            Self::En if n == 1 => format!("1 {en}"),
            Self::En => format!("{n} {en}s"),
        }
    }
}

/// A day as people write it: `24/4/2026`; `4/2026` where the day is blank; `10/12` where the year is not known.
pub(crate) fn day(date: PartialDate) -> String {
    let known = |part: Component| part.known().map(|n| n.to_string());
    let parts = [known(date.day), known(date.month), date.year.map(|y| y.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join("/")
}

/// What people call a document: `Kế hoạch 264/KH-UBND`, `Công văn /SYT-VP (dự thảo)`, `Luật Đất đai năm 2024`.
/// None where neither kind nor number is known. A document cited by name has its kind in the name.
pub(crate) fn name(
    kind: Option<DocumentKind>,
    code: Option<&str>,
    status: Status,
    lang: Lang,
) -> Option<String> {
    let kind = kind.map(DocumentKind::name);
    let name = match (kind, code.filter(|code| !code.is_empty())) {
        (Some(kind), Some(code)) if code.to_lowercase().starts_with(kind) => capital(code),
        (Some(kind), Some(code)) => format!("{} {code}", capital(kind)),
        (Some(name), None) | (None, Some(name)) => capital(name),
        (None, None) => return None,
    };
    Some(if status == Status::Draft { format!("{name} ({})", lang.draft()) } else { name })
}

/// The first letter large.
pub(crate) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_read_as_people_write_them() {
        for (edtf, shown) in [
            ("2026-04-24", "24/4/2026"),
            ("2026-04-XX", "4/2026"),
            ("2026-XX-XX", "2026"),
            ("XXXX-12-10", "10/12"),
        ] {
            let date: PartialDate = serde_json::from_value(edtf.into()).expect("an EDTF date");
            assert_eq!(day(date), shown);
        }
    }

    #[test]
    fn a_document_is_called_by_kind_and_number() {
        for (kind, code, status, shown) in [
            ("kế hoạch", "264/KH-UBND", Status::Issued, Some("Kế hoạch 264/KH-UBND")),
            ("công văn", "/SYT-VP", Status::Draft, Some("Công văn /SYT-VP (dự thảo)")),
            ("luật", "Luật Đất đai năm 2024", Status::Unknown, Some("Luật Đất đai năm 2024")),
            ("tờ trình", "", Status::Unknown, Some("Tờ trình")),
            ("", "12", Status::Unknown, Some("12")),
            ("", "", Status::Unknown, None),
        ] {
            assert_eq!(name(DocumentKind::named(kind), Some(code), status, Lang::Vi).as_deref(), shown);
        }
    }
}
