//! Provinces and centrally run cities (đơn vị hành chính cấp tỉnh): the 34 since 1 July 2025 and the former ones.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::dates::{is_before, may_lie_within};
use super::name_words::{Word, joined, name_key, words_of};
use super::table::{list, optional, rows};
use crate::text::slug;

/// Tỉnh, thành phố trực thuộc trung ương: a row of the table of provinces. A name kept through the merger
/// of 2025 (Cà Mau) is one province; [`ProvinceId::refounded`] tells when its bodies began anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ProvinceId(u16);

/// Tỉnh or thành phố trực thuộc trung ương.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ProvinceKind {
    /// Tỉnh.
    Province,
    /// Thành phố trực thuộc trung ương.
    City,
}

struct Row {
    name: &'static str,
    slug: String,
    /// `tỉnh`, `thành phố`, or `Thành phố` where that is part of the name (Thành phố Hồ Chí Minh).
    level: &'static str,
    aliases: Vec<&'static str>,
    from: Option<&'static str>,
    refounded: Option<&'static str>,
    city_from: Option<&'static str>,
    until: Option<&'static str>,
    successor: Option<&'static str>,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let columns = ["name", "kind", "aliases", "from", "refounded", "city_from", "until", "successor"];
    rows(include_str!("data/provinces.tsv"), columns)
        .into_iter()
        .map(|[name, level, aliases, from, refounded, city_from, until, successor]| Row {
            name,
            slug: slug(name),
            level,
            aliases: list(aliases),
            from: optional(from),
            refounded: optional(refounded),
            city_from: optional(city_from),
            until: optional(until),
            successor: optional(successor),
        })
        .collect()
});

static BY_NAME: LazyLock<HashMap<String, ProvinceId>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for province in ProvinceId::all() {
        let row = province.row();
        for name in std::iter::once(row.name).chain(row.aliases.iter().copied()) {
            let key = name_key(name);
            names.entry(without_level(&key).to_owned()).or_insert(province);
        }
    }
    names
});

/// The longest name has four words (Bà Rịa - Vũng Tàu).
const LONGEST: usize = 4;

fn without_level(key: &str) -> &str {
    key.strip_prefix("tỉnh ").or_else(|| key.strip_prefix("thành phố ")).unwrap_or(key)
}

impl ProvinceId {
    /// Every province, the present ones first.
    pub fn all() -> impl Iterator<Item = ProvinceId> {
        (0..ROWS.len()).filter_map(|at| u16::try_from(at).ok().map(ProvinceId))
    }

    fn row(self) -> &'static Row {
        &ROWS[usize::from(self.0)]
    }

    /// The bare name: `Cà Mau`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The segment of an id: `ca-mau`.
    pub fn slug(self) -> &'static str {
        &self.row().slug
    }

    /// What it is now, or was last.
    pub fn kind(self) -> ProvinceKind {
        if self.row().level == "tỉnh" { ProvinceKind::Province } else { ProvinceKind::City }
    }

    /// What it was on an EDTF date: Đồng Nai is a city only from 30 April 2026. Without a date, [`Self::kind`].
    pub fn kind_on(self, date: Option<&str>) -> ProvinceKind {
        match (date, self.row().city_from) {
            (Some(date), Some(from)) if is_before(date, from) => ProvinceKind::Province,
            _ => self.kind(),
        }
    }

    /// The name with its level, as bodies bear it: `tỉnh Cà Mau`, `Thành phố Hồ Chí Minh`.
    pub fn full_name(self, kind: ProvinceKind) -> String {
        let level = match kind {
            kind if kind == self.kind() => self.row().level,
            ProvinceKind::Province => "tỉnh",
            ProvinceKind::City => "thành phố",
        };
        format!("{level} {}", self.name())
    }

    /// Whether the province is no more (merged, renamed): Bạc Liêu.
    pub fn is_former(self) -> bool {
        self.row().until.is_some()
    }

    /// The last day of a former province: `2025-06-30`.
    pub fn valid_to(self) -> Option<&'static str> {
        self.row().until
    }

    /// The day a province that kept its name was constituted anew (Nghị quyết 202/2025/QH15): the numbers of
    /// its bodies start again from there.
    pub fn refounded(self) -> Option<&'static str> {
        self.row().refounded
    }

    /// The province a former one went into.
    pub fn successor(self) -> Option<ProvinceId> {
        self.row().successor.and_then(province_by_slug)
    }

    /// Whether it existed as a province on a date: Huế only from 2025 (before: Thừa Thiên Huế).
    pub(super) fn existed(self, date: &str) -> bool {
        may_lie_within(date, self.row().from, self.row().until)
    }
}

/// The province of a name, with or without its level: `tỉnh Cà Mau`, `TP. HCM`, `Thanh Hoá`.
pub fn province_by_name(name: &str) -> Option<ProvinceId> {
    BY_NAME.get(without_level(&name_key(name))).copied()
}

/// The province of an id segment: `ca-mau`.
pub fn province_by_slug(slug: &str) -> Option<ProvinceId> {
    ProvinceId::all().find(|province| province.slug() == slug)
}

/// The province whose bare name the words are, all of them.
pub(super) fn province_of_words(words: &[Word]) -> Option<ProvinceId> {
    (1..=LONGEST).contains(&words.len()).then(|| BY_NAME.get(&joined(words)).copied()).flatten()
}

/// The first province named in a text: one behind `tỉnh` or `thành phố` before one that stands bare, and a
/// bare name only where it is printed with capitals (`hòa bình` is no place).
pub fn province_in(text: &str) -> Option<ProvinceId> {
    let words = words_of(text);
    let named_at = |at: usize| {
        (1..=LONGEST.min(words.len().saturating_sub(at)))
            .rev()
            .filter(|length| words[at..at + length].iter().all(|word| word.capital))
            .find_map(|length| province_of_words(&words[at..at + length]))
    };
    let mut behind_level = (1..words.len()).filter(|at| {
        let before = words[..*at].iter().rev().map(|word| word.key.as_str());
        let mut before = before.take(2);
        matches!((before.next(), before.next()), (Some("tỉnh"), _) | (Some("phố"), Some("thành")))
    });
    behind_level.find_map(named_at).or_else(|| (0..words.len()).find_map(named_at))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn province(name: &str) -> ProvinceId {
        province_by_name(name).unwrap_or_else(|| panic!("{name}"))
    }

    #[test]
    fn there_are_34_provinces_and_every_former_one_has_a_successor() {
        assert_eq!(ProvinceId::all().filter(|p| !p.is_former()).count(), 34);
        for former in ProvinceId::all().filter(|p| p.is_former()) {
            let successor = former.successor().unwrap_or_else(|| panic!("{}", former.name()));
            assert!(!successor.is_former());
        }
    }

    #[test]
    fn a_province_is_found_however_it_is_written() {
        for (printed, slug) in [
            ("tỉnh Cà Mau", "ca-mau"),
            ("TP. HCM", "ho-chi-minh"),
            ("TP.HCM", "ho-chi-minh"),
            ("Thành phố Hồ Chí Minh", "ho-chi-minh"),
            ("THANH HOÁ", "thanh-hoa"),
            ("Bà Rịa-Vũng Tàu", "ba-ria-vung-tau"),
            ("Đăk Lăk", "dak-lak"),
        ] {
            assert_eq!(province(printed).slug(), slug);
        }
        assert_eq!(province_by_name("Sài Gòn"), None);
    }

    #[test]
    fn a_province_is_found_inside_a_text() {
        for (text, slug) in [
            ("Ủy ban nhân dân tỉnh Cà Mau", Some("ca-mau")),
            ("Công ty Hòa Bình, thành phố Cần Thơ", Some("can-tho")),
            ("Cà Mau, ngày 24 tháng 4 năm 2026", Some("ca-mau")),
            ("giữ gìn hòa bình", None),
        ] {
            assert_eq!(province_in(text).map(ProvinceId::slug), slug, "{text}");
        }
    }

    #[test]
    fn kind_and_being_depend_on_the_date() {
        assert_eq!(province("Đồng Nai").kind_on(Some("2026-03-XX")), ProvinceKind::Province);
        assert_eq!(province("Đồng Nai").kind_on(Some("2026-05-02")), ProvinceKind::City);
        assert_eq!(province("Bạc Liêu").successor(), Some(province("Cà Mau")));
        assert_eq!(province("Cà Mau").refounded(), Some("2025-07-01"));
        assert!(!province("Huế").existed("2024-05-01") && province("Huế").existed("2025-02-01"));
        assert!(!province("Bạc Liêu").existed("2025-07-02"));
    }
}
