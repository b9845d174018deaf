//! Laws, codes, ordinances and the constitution by name and number: a document cited by name only is one of
//! these, or several of different years.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::kinds::{KindId, kind_by_name};
use super::table::{optional, rows};
use crate::text::fold;

/// Luật, bộ luật, pháp lệnh, Hiến pháp: a row of the table of laws.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Its kind.
    pub kind: KindId,
    /// The name without the kind: `Đất đai`; empty for the constitution.
    pub name: &'static str,
    /// Number and symbol: `31/2024/QH15`.
    pub number: Option<&'static str>,
    /// The day it was passed, `YYYY-MM-DD`.
    pub date: Option<&'static str>,
    /// The year it is called by: of the number, else of the date.
    pub year: Option<u16>,
}

impl Law {
    /// Id of the body that passed it.
    pub fn issuer(&self) -> &'static str {
        if self.kind.name() == "pháp lệnh" { "uy-ban-thuong-vu-quoc-hoi" } else { "quoc-hoi" }
    }

    /// Kind and name: `Luật Đất đai`, `Hiến pháp`.
    pub fn full_name(&self) -> String {
        super::name_words::capital_first(format!("{} {}", self.kind.name(), self.name).trim_end())
    }
}

static LAWS: LazyLock<Vec<Law>> = LazyLock::new(|| {
    rows(include_str!("data/laws.tsv"), ["kind", "name", "number", "date"])
        .into_iter()
        .filter_map(|[kind, name, number, date]| {
            let kind = kind_by_name(kind)?;
            let numbered = number.split('/').nth(1).filter(|year| year.len() == 4);
            let year = numbered.or(date.split('-').next()).and_then(|year| year.parse().ok());
            Some(Law { kind, name, number: optional(number), date: optional(date), year })
        })
        .collect()
});

static BY_NAME: LazyLock<HashMap<String, Vec<&'static Law>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&'static Law>> = HashMap::new();
    for law in laws() {
        let full = fold(&law.full_name());
        names.entry(full.clone()).or_default().push(law);
        let bare = fold(law.name);
        if !bare.is_empty() && bare != full {
            names.entry(bare).or_default().push(law);
        }
    }
    names
});

static BY_NUMBER: LazyLock<HashMap<String, &'static Law>> = LazyLock::new(|| {
    laws().iter().filter_map(|law| law.number.map(|number| (number_key(number), law))).collect()
});

fn number_key(number: &str) -> String {
    fold(number).replace(' ', "")
}

static NAMES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut names: Vec<&'static str> =
        laws().iter().map(|law| law.name).filter(|name| !name.is_empty()).collect();
    names.sort_unstable_by(|a, b| b.len().cmp(&a.len()).then(a.cmp(b)));
    names.dedup();
    names
});

/// Every law of the table.
pub fn laws() -> &'static [Law] {
    &LAWS
}

/// The laws of a name, with or without the kind before it, the newest first: `Luật Đất đai`, `đất đai`.
pub fn laws_named(name: &str) -> Vec<&'static Law> {
    let mut found = BY_NAME.get(&fold(name)).cloned().unwrap_or_default();
    found.sort_by_key(|law| std::cmp::Reverse((law.year, law.date)));
    found
}

/// The law of a number, blanks and dashes as they come: `45/2013/QH13`.
pub fn law_by_number(number: &str) -> Option<&'static Law> {
    BY_NUMBER.get(&number_key(number)).copied()
}

/// The distinct names without the kind, the longest first (so that `Đầu tư công` is tried before `Đầu tư`).
pub fn law_names() -> impl Iterator<Item = &'static str> {
    NAMES.iter().copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_row_is_read_and_every_number_is_one_law() {
        let rows = include_str!("data/laws.tsv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(laws().len(), rows - 1);
        let numbers: Vec<_> = laws().iter().filter_map(|law| law.number).collect();
        assert_eq!(numbers.iter().collect::<HashSet<_>>().len(), numbers.len());
        // A row without a number is a short name that documents use; it dates nothing.
        assert!(laws().iter().all(|law| law.year.is_some() || law.number.is_none()));
    }

    #[test]
    fn names_lead_to_laws_of_all_years_newest_first() {
        let numbers = |name| laws_named(name).into_iter().filter_map(|law| law.number).collect::<Vec<_>>();
        assert_eq!(numbers("LUẬT ĐẤT ĐAI"), ["31/2024/QH15", "45/2013/QH13", "13/2003/QH11"]);
        assert_eq!(numbers("đất đai").len(), 3);
        assert_eq!(numbers("bộ luật dân sự"), ["91/2015/QH13", "33/2005/QH11"]);
        assert!(numbers("Luật sư").contains(&"65/2006/QH11"));
        assert_eq!(laws_named("Hiến pháp").first().and_then(|law| law.year), Some(2013));
        assert!(laws_named("Luật Phép thuật").is_empty());
    }

    #[test]
    fn a_number_leads_to_its_law() {
        let law = law_by_number("45/2019/QH14").expect("in the table");
        assert_eq!((law.full_name().as_str(), law.issuer()), ("Bộ luật Lao động", "quoc-hoi"));
        assert_eq!(law_by_number("06/2013/UBTVQH13").map(Law::issuer), Some("uy-ban-thuong-vu-quoc-hoi"));
    }

    #[test]
    fn longer_names_come_first() {
        let names: Vec<_> = law_names().collect();
        let at = |name| names.iter().position(|n| *n == name);
        assert!(at("Đầu tư công") < at("Đầu tư"));
    }
}
