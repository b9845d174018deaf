//! Signing authority (quyền hạn ký): TM., KT., TL., TUQ., Q. of the State, T/M, K/T, T/L of the Party.

use std::sync::LazyLock;

use super::kinds::Style;
use super::table::rows;

/// By what right somebody signs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AuthorityMeaning {
    /// Thay mặt tập thể.
    OnBehalf,
    /// Ký thay người đứng đầu.
    ForHead,
    /// Thừa lệnh.
    ByOrder,
    /// Thừa ủy quyền.
    ByDelegation,
    /// Quyền (giao quyền cấp trưởng).
    Acting,
}

/// A row of the table of authorities.
#[derive(Debug, PartialEq, Eq)]
pub struct AuthorityForm {
    /// As the rule prints it: `KT.`, `T/M`.
    pub form: &'static str,
    /// State or Party.
    pub style: Style,
    /// What it means.
    pub meaning: AuthorityMeaning,
    /// The words it stands for: `ký thay`.
    pub vietnamese: &'static str,
    /// Its letters: `KT`.
    letters: String,
    /// Whether it is nothing without its full stop.
    needs_stop: bool,
}

static FORMS: LazyLock<Vec<AuthorityForm>> = LazyLock::new(|| {
    rows(include_str!("data/authority.tsv"), ["form", "style", "meaning", "vietnamese", "dot"])
        .into_iter()
        .map(|[form, style, meaning, vietnamese, dot]| AuthorityForm {
            form,
            style: if style == "party" { Style::Party } else { Style::State },
            meaning: match meaning {
                "for_head" => AuthorityMeaning::ForHead,
                "by_order" => AuthorityMeaning::ByOrder,
                "by_delegation" => AuthorityMeaning::ByDelegation,
                "acting" => AuthorityMeaning::Acting,
                _ => AuthorityMeaning::OnBehalf,
            },
            vietnamese,
            letters: form.trim_end_matches('.').to_owned(),
            needs_stop: dot == "yes",
        })
        .collect()
});

/// Every form of the table.
pub fn authority_forms() -> &'static [AuthorityForm] {
    &FORMS
}

/// The authority a signature line begins with, and the rest of the line: `KT. GIÁM ĐỐC` gives `KT.` and
/// `GIÁM ĐỐC`. The full stop may be lost (`TM ỦY BAN NHÂN DÂN`); small letters are no authority.
pub fn authority_of(line: &str) -> Option<(&'static AuthorityForm, &str)> {
    let line = line.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '|'));
    authority_forms().iter().find_map(|form| {
        let behind = line.strip_prefix(form.letters.as_str())?;
        let rest = behind
            .strip_prefix('.')
            .or_else(|| behind.strip_prefix('/').filter(|_| form.letters.contains('/')));
        let rest = match rest {
            Some(rest) => rest,
            None if !form.needs_stop && behind.starts_with(char::is_whitespace) => behind,
            None => return None,
        };
        let rest = rest.trim();
        rest.chars().next().is_some_and(char::is_uppercase).then_some((form, rest))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_begin_with_their_authority() {
        for (line, form, rest) in [
            ("KT. GIÁM ĐỐC", "KT.", "GIÁM ĐỐC"),
            ("TM. ỦY BAN NHÂN DÂN", "TM.", "ỦY BAN NHÂN DÂN"),
            ("TM ỦY BAN NHÂN DÂN", "TM.", "ỦY BAN NHÂN DÂN"),
            ("**TL.CỤC TRƯỞNG", "TL.", "CỤC TRƯỞNG"),
            ("TUQ. GIÁM ĐỐC", "TUQ.", "GIÁM ĐỐC"),
            ("Q. GIÁM ĐỐC", "Q.", "GIÁM ĐỐC"),
            ("T/M BAN THƯỜNG VỤ", "T/M", "BAN THƯỜNG VỤ"),
            ("K/T TRƯỞNG BAN", "K/T", "TRƯỞNG BAN"),
        ] {
            let found = authority_of(line).map(|(found, rest)| (found.form, rest));
            assert_eq!(found, Some((form, rest)), "{line}");
        }
    }

    #[test]
    fn other_lines_have_none() {
        for line in ["GIÁM ĐỐC", "TMĐT", "Q 5", "KT. ", "TLĐ", "Tm. x", "KT-XH", ""] {
            assert_eq!(authority_of(line), None, "{line}");
        }
    }
}
