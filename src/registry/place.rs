//! The place behind the name of a body: `Ủy ban nhân dân` + `tỉnh Cà Mau`, `xã Đất Mũi, tỉnh Cà Mau`, `tỉnh`
//! or nothing. All words must belong to the place, so that `UBND tỉnh và các sở` is no body.

use super::name_words::{Word, joined, starts_with, titled};
use super::provinces::{ProvinceId, ProvinceKind, province_of_words};

/// A district or commune with its level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Local {
    /// `xã`, `huyện`, `thành phố` ...
    pub level: &'static str,
    /// `Đất Mũi`.
    pub name: String,
    /// The district a commune lay in, when printed: `huyện Ngọc Hiển`.
    pub within: Option<String>,
    /// The province, when printed.
    pub province: Option<ProvinceId>,
}

/// What follows the name of a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Nothing.
    None,
    /// `tỉnh`, `thành phố`, `cấp tỉnh`: the province at hand.
    SomeProvince(ProvinceKind),
    /// A province, with its level where printed.
    Province(ProvinceId, Option<ProvinceKind>),
    /// `huyện`, `quận`: the district at hand.
    SomeDistrict,
    /// A district.
    District(Local),
    /// `xã`, `phường`: the commune at hand.
    SomeCommune,
    /// A commune.
    Commune(Local),
}

const COMMUNE_LEVELS: [&str; 4] = ["xã", "phường", "thị trấn", "đặc khu"];
const DISTRICT_LEVELS: [&str; 3] = ["huyện", "quận", "thị xã"];
const CITY: &str = "thành phố";
/// Longer than any name of a commune.
const LONGEST_NAME: usize = 6;

/// The level of a name by its committee: `Huyện ủy Thới Bình` is of the `huyện`.
pub(super) fn level_of_committee(stem: &str) -> Option<&'static str> {
    let committees = [
        ("tỉnh ủy", "tỉnh"),
        ("thành ủy", CITY),
        ("huyện ủy", "huyện"),
        ("quận ủy", "quận"),
        ("thị ủy", "thị xã"),
    ];
    committees.into_iter().find(|(committee, _)| stem.ends_with(committee)).map(|(_, level)| level)
}

/// Reads a place; None when the words are no place or more than one. `date` decides whether a name was a
/// province's then.
pub(super) fn parse_place(words: &[Word], date: Option<&str>) -> Option<Place> {
    let words = match words.first() {
        Some(word) if word.key == "của" => &words[1..],
        _ => words,
    };
    match joined(words).as_str() {
        "" => return Some(Place::None),
        "tỉnh" | "cấp tỉnh" => return Some(Place::SomeProvince(ProvinceKind::Province)),
        CITY => return Some(Place::SomeProvince(ProvinceKind::City)),
        "huyện" | "quận" | "thị xã" | "cấp huyện" => return Some(Place::SomeDistrict),
        "xã" | "phường" | "thị trấn" | "đặc khu" | "cấp xã" => return Some(Place::SomeCommune),
        _ => {}
    }
    if let Some(level) = level_at(words, &COMMUNE_LEVELS) {
        return local(words, level).map(Place::Commune);
    }
    if let Some(level) = level_at(words, &DISTRICT_LEVELS) {
        return local(words, level).map(Place::District);
    }
    if starts_with(words, CITY) {
        return match province_of_words(&words[2..]) {
            Some(province) if is_city(province, date) => {
                Some(Place::Province(province, Some(ProvinceKind::City)))
            }
            _ => local(words, CITY).map(Place::District),
        };
    }
    if starts_with(words, "tỉnh") {
        let province = province_of_words(&words[1..])?;
        return Some(Place::Province(province, Some(ProvinceKind::Province)));
    }
    province_of_words(words).map(|province| Place::Province(province, None))
}

fn is_city(province: ProvinceId, date: Option<&str>) -> bool {
    province.kind() == ProvinceKind::City && date.is_none_or(|date| province.existed(date))
}

fn level_at(words: &[Word], levels: &[&'static str]) -> Option<&'static str> {
    levels.iter().copied().find(|level| starts_with(words, level))
}

/// A local name with what it lies in: `xã Đất Mũi, huyện Ngọc Hiển, tỉnh Cà Mau`.
fn local(words: &[Word], level: &'static str) -> Option<Local> {
    let begin = level.split(' ').count();
    let next_level = |from: usize| {
        (from..words.len()).find(|at| {
            let rest = &words[*at..];
            level_at(rest, &DISTRICT_LEVELS).is_some() || starts_with(rest, CITY) || starts_with(rest, "tỉnh")
        })
    };
    let end = next_level(begin + 1).unwrap_or(words.len());
    let name = words.get(begin..end)?;
    if name.is_empty() || name.len() > LONGEST_NAME || !name.iter().all(|word| word.capital) {
        return None;
    }
    let mut found = Local { level, name: titled(name), within: None, province: None };
    match parse_place(&words[end..], None)? {
        Place::None => {}
        Place::Province(province, _) => found.province = Some(province),
        Place::District(district) if COMMUNE_LEVELS.contains(&level) => {
            found.province = district.province;
            found.within = Some(format!("{} {}", district.level, district.name));
        }
        _ => return None,
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::super::name_words::words_of;
    use super::super::provinces::province_by_name;
    use super::*;

    fn place(printed: &str) -> Option<Place> {
        parse_place(&words_of(printed), None)
    }

    #[test]
    fn a_place_is_read_to_its_end() {
        let ca_mau = province_by_name("Cà Mau").expect("in the table");
        assert_eq!(place("tỉnh Cà Mau"), Some(Place::Province(ca_mau, Some(ProvinceKind::Province))));
        assert_eq!(place("Cà Mau"), Some(Place::Province(ca_mau, None)));
        assert_eq!(place(""), Some(Place::None));
        assert_eq!(place("Tỉnh"), Some(Place::SomeProvince(ProvinceKind::Province)));
        assert_eq!(place("tỉnh và các sở"), None);
        assert_eq!(place("các xã, phường"), None);
        assert_eq!(place("xã và các đơn vị"), None);
    }

    #[test]
    fn a_city_below_a_province_is_a_district() {
        let Some(Place::District(city)) = place("thành phố Cà Mau, tỉnh Cà Mau") else {
            panic!("a district")
        };
        assert_eq!((city.level, city.name.as_str()), ("thành phố", "Cà Mau"));
        assert!(matches!(place("thành phố Cần Thơ"), Some(Place::Province(_, Some(ProvinceKind::City)))));
    }

    #[test]
    fn a_commune_keeps_what_it_lies_in() {
        let Some(Place::Commune(commune)) = place("xã Đất Mũi, huyện Ngọc Hiển, tỉnh Cà Mau")
        else {
            panic!("a commune")
        };
        assert_eq!(commune.name, "Đất Mũi");
        assert_eq!(commune.within.as_deref(), Some("huyện Ngọc Hiển"));
        assert_eq!(commune.province.map(ProvinceId::slug), Some("ca-mau"));
    }
}
