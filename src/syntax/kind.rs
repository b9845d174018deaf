//! Kinds of documents by name or abbreviation.

use std::str::FromStr;

use super::error::{ErrorKind, ParseError};
use crate::model::{DocumentKind, Style};
use crate::registry::{Context, bodies_by_symbol, kinds_by_abbreviation, templates_by_symbol};

impl FromStr for DocumentKind {
    type Err = ParseError;

    /// Reads a name in any spelling (`KẾ HOẠCH`) or an abbreviation (`KH`, `QyĐ`), State forms before Party forms.
    ///
    /// # Errors
    /// [`ErrorKind::Kind`] with the span of the whole text.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        Self::named(text)
            .or_else(|| {
                let short = text.trim();
                let of = |style| kinds_by_abbreviation(short, style).into_iter().next().map(Self);
                of(Style::State).or_else(|| of(Style::Party))
            })
            .ok_or(ParseError::new(ErrorKind::Kind, 0, text.len()))
    }
}

/// The kind that a symbol tells without doubt: `QĐ-TTg` is quyết định; Party `QĐ` may be quyết định or quy định. A
/// State symbol without an abbreviation of a kind (`SYT-VP`) is that of a công văn.
pub fn kind_of_symbol(symbol: &str, style: Option<Style>) -> Option<DocumentKind> {
    let style = style?;
    let head = symbol.split(['-', '/']).next()?;
    let kinds = kinds_by_abbreviation(head, style);
    let body = symbol.split(['-', '/']).nth(1).unwrap_or_default();
    // `4492/CT-TTHT` is a letter of a Cục Thuế: directives bear the symbol of a body.
    let a_body = || {
        body == "TTg"
            || !bodies_by_symbol(body, &Context::default()).is_empty()
            || !templates_by_symbol(body).is_empty()
    };
    match (style, kinds.as_slice()) {
        (Style::State, _) if head == "CT" && !a_body() => DocumentKind::named("công văn"),
        (Style::State, [first, ..]) => Some(DocumentKind(*first)),
        (Style::Party, [first, ..]) if head != "QĐ" => Some(DocumentKind(*first)),
        (Style::State, []) if symbol.contains('-') => DocumentKind::named("công văn"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_has_a_name_and_an_abbreviation() {
        for (text, name) in [
            ("KẾ HOẠCH", "kế hoạch"),
            ("Quyết\n định", "quyết định"),
            ("QĐ", "quyết định"),
            ("TTr", "tờ trình"),
            ("KL", "kết luận"),
        ] {
            let kind: DocumentKind = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(kind.name(), name);
            assert_eq!(kind.to_string().parse(), Ok(kind));
        }
        assert_eq!("bài thơ".parse::<DocumentKind>().unwrap_err().kind, ErrorKind::Kind);
    }
}
