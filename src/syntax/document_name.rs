//! What names a document in a question: `Kết luận 107-KL/TW`, `230/KH-UBND ngày 24/4/2026 của UBND tỉnh Cà Mau`.

use crate::model::{DocumentKind, PartialDate};
use crate::text::{fold, tidy};

/// Tên gọi của một văn bản, by its parts; each may be missing.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentName {
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Số, ký hiệu, blanks removed; `/SYT-VP` for a draft.
    pub code: Option<String>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Cơ quan ban hành, as typed.
    pub issuer: Option<String>,
}

impl DocumentName {
    /// Reads the parts of a name; total, because any words may be a name.
    pub fn read(name: &str) -> Self {
        let name =
            tidy(name).replace(" / ", "/").replace(" /", "/").replace("/ ", "/").replace(['–', '—'], "-");
        let words: Vec<&str> = name.split(' ').collect();
        let Some(at) = words.iter().position(|word| is_code(word)) else { return Self::default() };
        let before: Vec<&str> = words[..at]
            .iter()
            .copied()
            .filter(|w| !matches!(fold(w).as_str(), "số" | "so" | "số:" | "so:"))
            .collect();
        let kind = (0..before.len()).find_map(|from| kind_of(&before[from..].join(" ")));
        let behind = &words[at + 1..];
        let date = behind.iter().find_map(|word| numeric_date(word));
        let of = behind.iter().position(|w| matches!(fold(w).as_str(), "của" | "cua" | "of"));
        let issuer = of.map(|of| behind[of + 1..].join(" ")).filter(|issuer| !issuer.is_empty());
        let code =
            words[at].trim_matches(|c: char| matches!(c, ',' | ';' | '"' | '“' | '”' | '(' | ')' | ':'));
        Self { kind, code: Some(code.to_owned()), date, issuer }
    }
}

/// The kind of a name typed with or without accents.
fn kind_of(name: &str) -> Option<DocumentKind> {
    DocumentKind::named(name).or_else(|| DocumentKind::by_slug(&crate::text::slug(name)))
}

/// Whether a word has the shape of a number with its symbol: letters, and digits or a blank before `/` or `-`.
fn is_code(word: &str) -> bool {
    let letters = word.chars().any(char::is_alphabetic);
    let numbered = word.starts_with('/') || word.starts_with(|c: char| c.is_ascii_digit());
    letters && numbered && word.contains(['/', '-'])
}

/// `24/4/2026`.
fn numeric_date(word: &str) -> Option<PartialDate> {
    let word = word.trim_end_matches([',', '.', ';', ')']);
    let mut parts = word.split(['/', '-', '.']);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() || year.len() != 4 {
        return PartialDate::of_edtf(word).filter(|d| d.is_whole());
    }
    PartialDate::day(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_read_by_its_parts() {
        for (name, kind, code, date, issuer) in [
            ("107-KL/TW", None, Some("107-KL/TW"), None, None),
            ("Kết luận số 107-KL/TW", Some("kết luận"), Some("107-KL/TW"), None, None),
            ("ket luan 107-kl/tw", Some("kết luận"), Some("107-kl/tw"), None, None),
            ("230 / KH-UBND của UBND tỉnh Cà Mau", None, Some("230/KH-UBND"), None, Some("UBND tỉnh Cà Mau")),
            (
                "Kế hoạch 230/KH-UBND ngày 24/4/2026",
                Some("kế hoạch"),
                Some("230/KH-UBND"),
                Some("2026-04-24"),
                None,
            ),
            ("/SYT-VP", None, Some("/SYT-VP"), None, None),
            ("Luật Đất đai năm 2024", None, None, None, None),
        ] {
            let read = DocumentName::read(name);
            assert_eq!(read.kind.map(DocumentKind::name), kind, "{name}");
            assert_eq!(read.code.as_deref(), code, "{name}");
            assert_eq!(read.date.map(|d| d.to_string()).as_deref(), date, "{name}");
            assert_eq!(read.issuer.as_deref(), issuer, "{name}");
        }
    }
}
