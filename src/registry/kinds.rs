//! Kinds of documents (tên loại văn bản): names, abbreviations in State and Party symbols, and what follows
//! from the kind alone: whether it is law, may head a document, or is no reference at all.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::table::{list, rows};
use crate::text::{fold, slug};

/// How a symbol is built: State `1026/KH-UBND`, Party `107-KL/TW`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Style {
    /// Nhà nước: Nghị định 30/2020/NĐ-CP.
    State,
    /// Đảng: Hướng dẫn 05-HD/VPTW.
    Party,
}

impl Style {
    /// Both styles.
    pub const ALL: [Style; 2] = [Style::State, Style::Party];

    /// The value of CONTRACT.md: `state`.
    pub fn as_str(self) -> &'static str {
        match self {
            Style::State => "state",
            Style::Party => "party",
        }
    }
}

/// Tên loại văn bản: a row of the table of kinds; equal when the kind is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KindId(u16);

struct Kind {
    name: &'static str,
    slug: String,
    state: Vec<&'static str>,
    party: Vec<&'static str>,
    variants: Vec<&'static str>,
    flags: Vec<&'static str>,
}

static KINDS: LazyLock<Vec<Kind>> = LazyLock::new(|| {
    rows(include_str!("data/kinds.tsv"), ["name", "state", "party", "variants", "flags"])
        .into_iter()
        .map(|[name, state, party, variants, flags]| Kind {
            name,
            slug: slug(name),
            state: list(state),
            party: list(party),
            variants: list(variants),
            flags: flags.split_whitespace().collect(),
        })
        .collect()
});

static BY_NAME: LazyLock<HashMap<String, KindId>> = LazyLock::new(|| {
    let mut names = HashMap::new();
    for kind in KindId::all() {
        for name in std::iter::once(kind.name()).chain(kind.variants().iter().copied()) {
            names.entry(fold(name)).or_insert(kind);
        }
    }
    names
});

static LAST_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| BY_NAME.keys().filter_map(|name| name.rsplit(' ').next()).collect());

/// Whether the name of some kind ends with this word: most words are none.
pub fn ends_a_kind(word: &str) -> bool {
    LAST_WORDS.contains(fold(word).as_str())
}

impl KindId {
    /// Every kind, in the order of the table.
    pub fn all() -> impl Iterator<Item = KindId> {
        (0..KINDS.len()).filter_map(|at| u16::try_from(at).ok().map(KindId))
    }

    fn row(self) -> &'static Kind {
        &KINDS[usize::from(self.0)]
    }

    /// The name in lower case: `kế hoạch`.
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// The segment of an id: `ke-hoach`.
    pub fn slug(self) -> &'static str {
        &self.row().slug
    }

    /// Other names of the kind: `thông tư liên bộ`.
    pub fn variants(self) -> &'static [&'static str] {
        &self.row().variants
    }

    /// Abbreviations (chữ viết tắt tên loại) in symbols of a style, the usual one first: `QyĐ`.
    pub fn abbreviations(self, style: Style) -> &'static [&'static str] {
        match style {
            Style::State => &self.row().state,
            Style::Party => &self.row().party,
        }
    }

    fn has(self, flag: &str) -> bool {
        self.row().flags.contains(&flag)
    }

    /// Văn bản quy phạm pháp luật by its kind alone (Luật 64/2025/QH15, Điều 4): luật, nghị định, thông tư ...
    pub fn is_normative(self) -> bool {
        self.has("normative")
    }

    /// Kinds that are law or not as the case may be: nghị quyết, quyết định, chỉ thị.
    pub fn may_be_normative(self) -> bool {
        self.is_normative() || self.has("maybe-normative")
    }

    /// Whether the word is no kind but stands for any: `Văn bản số 12/SXD-QLN`.
    pub fn is_unspecific(self) -> bool {
        self.has("unspecific")
    }

    /// Whether the name may stand as a document's title line (Ô số 5a).
    pub fn is_title(self) -> bool {
        self.has("title")
    }

    /// False for what is printed with a number but is no reference: permits, contracts, standards, forms.
    pub fn is_citable(self) -> bool {
        !self.has("noncitable")
    }

    /// Bản sao y, sao lục, trích sao: a copy that carries another document.
    pub fn is_copy(self) -> bool {
        self.has("copy")
    }
}

/// The kind of a printed name, whatever its case and tone placement: `KẾ HOẠCH`.
pub fn kind_by_name(name: &str) -> Option<KindId> {
    BY_NAME.get(&fold(name)).copied()
}

/// The kinds an abbreviation can stand for, the likeliest first: `TTr` is tờ trình, Party `QĐ` is quyết
/// định or quy định. As printed when that fits any, else without regard to case.
pub fn kinds_by_abbreviation(abbreviation: &str, style: Style) -> Vec<KindId> {
    let known = |key: &str| BY_ABBREVIATION.get(&(style, key.to_owned()));
    let folded = || known(&fold(abbreviation)).map(|kinds| kinds.folded.clone());
    let exact = known(abbreviation).map(|kinds| kinds.exact.clone()).filter(|kinds| !kinds.is_empty());
    exact.or_else(folded).unwrap_or_default()
}

/// The kinds of an abbreviation as it is printed in the table, and of one that folds to it.
#[derive(Default)]
struct Abbreviated {
    exact: Vec<KindId>,
    folded: Vec<KindId>,
}

static BY_ABBREVIATION: LazyLock<HashMap<(Style, String), Abbreviated>> = LazyLock::new(|| {
    let mut known: HashMap<(Style, String), Abbreviated> = HashMap::new();
    for style in Style::ALL {
        for kind in KindId::all() {
            for abbreviation in kind.abbreviations(style) {
                let exact = &mut known.entry((style, (*abbreviation).to_owned())).or_default().exact;
                if !exact.contains(&kind) {
                    exact.push(kind);
                }
                let folded = &mut known.entry((style, fold(abbreviation))).or_default().folded;
                if !folded.contains(&kind) {
                    folded.push(kind);
                }
            }
        }
    }
    known
});

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn every_name_and_slug_is_one_kind() {
        let slugs: HashSet<_> = KindId::all().map(KindId::slug).collect();
        assert_eq!(slugs.len(), KindId::all().count());
        for kind in KindId::all() {
            assert_eq!(kind_by_name(kind.name()), Some(kind));
            for variant in kind.variants() {
                assert_eq!(kind_by_name(variant), Some(kind), "{variant}");
            }
        }
    }

    #[test]
    fn abbreviations_tell_the_kind() {
        for (abbreviation, style, names) in [
            ("KH", Style::State, &["kế hoạch"][..]),
            ("TTr", Style::State, &["tờ trình"]),
            ("TT", Style::State, &["thông tư"]),
            ("TT", Style::Party, &["thông tri"]),
            ("QĐ", Style::Party, &["quyết định", "quy định"]),
            ("kl", Style::Party, &["kết luận"]),
            ("QyĐ", Style::State, &["quy định"]),
            ("NĐ", Style::State, &["nghị định"]),
        ] {
            let found: Vec<_> =
                kinds_by_abbreviation(abbreviation, style).into_iter().map(KindId::name).collect();
            assert!(found.starts_with(names), "{abbreviation}: {found:?}");
        }
        assert!(kinds_by_abbreviation("UBND", Style::State).is_empty());
    }

    #[test]
    fn kinds_know_what_they_are() {
        let kind = |name| kind_by_name(name).expect("in the table");
        assert!(kind("NGHỊ ĐỊNH").is_normative());
        assert!(!kind("quyết định").is_normative() && kind("quyết định").may_be_normative());
        assert!(!kind("giấy phép").is_citable());
        assert!(kind("kế hoạch").is_title() && !kind("kế hoạch").may_be_normative());
        assert_eq!(kind("quy định").slug(), "quy-dinh");
        assert!(kind("sao y").is_copy());
    }
}
