//! Kinds of documents by name or abbreviation.

use std::str::FromStr;

use super::error::{ErrorKind, ParseError};
use crate::model::{DocumentKind, Style};
use crate::registry::kinds_by_abbreviation;

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
