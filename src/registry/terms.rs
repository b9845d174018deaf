//! Terms (khóa) of the Party's Central Committee and of the National Assembly: Party numbers run by term.

use std::sync::LazyLock;

use super::dates::bounds;
use super::table::rows;

struct Term {
    assembly: &'static str,
    number: u8,
    roman: &'static str,
    from: &'static str,
}

static TERMS: LazyLock<Vec<Term>> = LazyLock::new(|| {
    rows(include_str!("data/terms.tsv"), ["assembly", "number", "roman", "from"])
        .into_iter()
        .filter_map(|[assembly, number, roman, from]| {
            Some(Term { assembly, number: number.parse().ok()?, roman, from })
        })
        .collect()
});

fn term_on(assembly: &str, date: &str) -> Option<u8> {
    let (earliest, latest) = bounds(date)?;
    let on = |day: &str| {
        TERMS
            .iter()
            .filter(|term| term.assembly == assembly)
            .rfind(|term| term.from <= day)
            .map(|term| term.number)
    };
    on(&earliest).filter(|number| on(&latest) == Some(*number))
}

/// Khóa of the Central Committee on an EDTF date: 13 for 24 December 2024. None when an open day or month
/// leaves two terms possible.
pub fn party_term(date: &str) -> Option<u8> {
    term_on("party", date)
}

/// Khóa of the National Assembly on an EDTF date: 15 for 2024.
pub fn national_term(date: &str) -> Option<u8> {
    term_on("national", date)
}

/// The number of a term written in Roman or Arabic figures: `XIII`.
pub fn roman_term(written: &str) -> Option<u8> {
    let written = written.trim();
    let known = TERMS.iter().find(|term| term.roman.eq_ignore_ascii_case(written));
    known.map(|term| term.number).or_else(|| written.parse().ok().filter(|number| (1..=30).contains(number)))
}

/// The segment of an id for a term: `khoa-13`.
pub fn term_slug(number: u8) -> String {
    format!("khoa-{number}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_lies_in_one_term() {
        for (date, party, national) in [
            ("2024-12-24", Some(13), Some(15)),
            ("2025-12-11", Some(13), Some(15)),
            ("2026-04-XX", Some(14), None),
            ("2026-04-24", Some(14), Some(16)),
            ("2026-01-09", Some(13), Some(15)),
            ("2026", None, None),
            ("2018", Some(12), Some(14)),
            ("XXXX-12-10", None, None),
        ] {
            assert_eq!((party_term(date), national_term(date)), (party, national), "{date}");
        }
    }

    #[test]
    fn terms_are_written_in_roman_figures() {
        assert_eq!(roman_term("xiii"), Some(13));
        assert_eq!(roman_term("13"), Some(13));
        assert_eq!(roman_term("khóa"), None);
        assert_eq!(term_slug(13), "khoa-13");
    }
}
