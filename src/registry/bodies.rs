//! Bodies (cơ quan, tổ chức) as the table tells them: the fixed ones, and templates for those that every
//! province, district or commune has. Templates become bodies in `body_match`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::name_words::name_key;
use super::table::{list, optional, rows};

/// The part of the political system a body belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Branch {
    /// Đảng.
    Party,
    /// Chính phủ, bộ, ủy ban nhân dân and what they run.
    Government,
    /// Hội đồng nhân dân.
    Council,
    /// Quốc hội.
    Assembly,
    /// Chủ tịch nước.
    President,
    /// Tòa án.
    Court,
    /// Viện kiểm sát.
    Procuracy,
    /// Kiểm toán nhà nước.
    Audit,
    /// Mặt trận Tổ quốc and the mass organisations.
    Front,
    /// Doanh nghiệp.
    Enterprise,
    /// Anything else.
    Other,
}

/// The rung a body stands on (cấp).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tier {
    /// Trung ương.
    Central,
    /// Bộ, cơ quan ngang bộ.
    Ministry,
    /// Cấp tỉnh.
    Province,
    /// Sở, ban, ngành of a province.
    Department,
    /// Cấp huyện, until 30 June 2025.
    District,
    /// Cấp xã.
    Commune,
    /// Đơn vị: part of another body, or run by it.
    Unit,
}

/// How often a row of the table exists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Scope {
    /// Once.
    Fixed,
    /// In every province.
    Province,
    /// In every district.
    District,
    /// In every commune.
    Commune,
}

/// A row of the table of bodies; id, name and parent of a template hold placeholders (`ubnd-{province}`).
#[derive(Debug)]
pub struct Body {
    /// The id without `vn/`: `bo-y-te`, `so-y-te-{province}`.
    pub id: &'static str,
    /// The full name.
    pub name: &'static str,
    /// Other names, short forms allowed.
    pub aliases: Vec<&'static str>,
    /// Abbreviations in symbols (chữ viết tắt tên cơ quan): `BYT`.
    pub symbols: Vec<&'static str>,
    /// Branch.
    pub branch: Branch,
    /// Tier.
    pub tier: Tier,
    /// Id of the body above it (cơ quan chủ quản).
    pub parent: Option<&'static str>,
    /// First day, EDTF; None when before what the table tells.
    pub valid_from: Option<&'static str>,
    /// Last day, EDTF.
    pub valid_to: Option<&'static str>,
    /// Id of the body that took over its work.
    pub successor: Option<&'static str>,
    /// How often it exists.
    pub scope: Scope,
    /// Whether its name is never printed without its place (`Công an` alone is nobody).
    pub placed: bool,
    /// Id of the body under whose numbers it issues: Bộ Chính trị under `tw`.
    pub series: Option<&'static str>,
}

fn branch(cell: &str) -> Branch {
    match cell {
        "party" => Branch::Party,
        "government" => Branch::Government,
        "council" => Branch::Council,
        "assembly" => Branch::Assembly,
        "president" => Branch::President,
        "court" => Branch::Court,
        "procuracy" => Branch::Procuracy,
        "audit" => Branch::Audit,
        "front" => Branch::Front,
        "enterprise" => Branch::Enterprise,
        _ => Branch::Other,
    }
}

fn tier(cell: &str) -> Tier {
    match cell {
        "central" => Tier::Central,
        "ministry" => Tier::Ministry,
        "province" => Tier::Province,
        "department" => Tier::Department,
        "district" => Tier::District,
        "commune" => Tier::Commune,
        _ => Tier::Unit,
    }
}

impl Branch {
    /// Every branch.
    pub const ALL: [Branch; 11] = [
        Branch::Party,
        Branch::Government,
        Branch::Council,
        Branch::Assembly,
        Branch::President,
        Branch::Court,
        Branch::Procuracy,
        Branch::Audit,
        Branch::Front,
        Branch::Enterprise,
        Branch::Other,
    ];

    /// The value of CONTRACT.md: `government`.
    pub fn as_str(self) -> &'static str {
        match self {
            Branch::Party => "party",
            Branch::Government => "government",
            Branch::Council => "council",
            Branch::Assembly => "assembly",
            Branch::President => "president",
            Branch::Court => "court",
            Branch::Procuracy => "procuracy",
            Branch::Audit => "audit",
            Branch::Front => "front",
            Branch::Enterprise => "enterprise",
            Branch::Other => "other",
        }
    }
}

impl Tier {
    /// Every tier, from the highest down.
    pub const ALL: [Tier; 7] = [
        Tier::Central,
        Tier::Ministry,
        Tier::Province,
        Tier::Department,
        Tier::District,
        Tier::Commune,
        Tier::Unit,
    ];

    /// The value of CONTRACT.md: `department`.
    pub fn as_str(self) -> &'static str {
        match self {
            Tier::Central => "central",
            Tier::Ministry => "ministry",
            Tier::Province => "province",
            Tier::Department => "department",
            Tier::District => "district",
            Tier::Commune => "commune",
            Tier::Unit => "unit",
        }
    }
}

const COLUMNS: [&str; 12] = [
    "id",
    "name",
    "aliases",
    "symbols",
    "branch",
    "tier",
    "parent",
    "from",
    "to",
    "successor",
    "scope",
    "series",
];

static BODIES: LazyLock<Vec<Body>> = LazyLock::new(|| {
    rows(include_str!("data/bodies.tsv"), COLUMNS)
        .into_iter()
        .map(|[id, name, aliases, symbols, b, t, parent, from, to, successor, scope, series]| Body {
            id,
            name,
            aliases: list(aliases),
            symbols: list(symbols),
            branch: branch(b),
            tier: tier(t),
            parent: optional(parent),
            valid_from: optional(from),
            valid_to: optional(to),
            successor: optional(successor),
            scope: match scope.split(' ').next() {
                Some("province") => Scope::Province,
                Some("district") => Scope::District,
                Some("commune") => Scope::Commune,
                _ => Scope::Fixed,
            },
            placed: scope.ends_with("placed"),
            series: optional(series),
        })
        .collect()
});

/// The fixed bodies by id.
static FIXED: LazyLock<HashMap<&'static str, &'static Body>> = LazyLock::new(|| {
    bodies().iter().rev().filter(|body| body.scope == Scope::Fixed).map(|body| (body.id, body)).collect()
});

/// Whether the name of some body begins with this word.
pub(super) fn begins_a_name(word: &str) -> bool {
    FIRST_WORDS.contains(word)
}

/// How many words the longest name has.
static MOST_WORDS: LazyLock<usize> =
    LazyLock::new(|| BY_NAME.keys().map(|name| name.split(' ').count()).max().unwrap_or_default());

/// Names of the fixed bodies, and of templates what stands before the place (`sở y tế`, `tỉnh ủy`).
static BY_NAME: LazyLock<HashMap<String, Vec<&'static Body>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&'static Body>> = HashMap::new();
    for body in bodies() {
        for name in std::iter::once(body.name).chain(body.aliases.iter().copied()) {
            for stem in stems(name) {
                let known = names.entry(stem).or_default();
                if !known.iter().any(|other| other.id == body.id) {
                    known.push(body);
                }
            }
        }
    }
    names.remove("");
    names
});

/// The first words of [`BY_NAME`].
static FIRST_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| BY_NAME.keys().filter_map(|name| name.split(' ').next()).collect());

/// The keys of a name before its place; `{uy}` is Tỉnh ủy and Thành ủy.
fn stems(name: &str) -> Vec<String> {
    let spelled = [name.replace("{uy}", "Tỉnh ủy"), name.replace("{uy}", "Thành ủy")];
    let mut keys: Vec<String> =
        spelled.iter().map(|name| name_key(name.split('{').next().unwrap_or_default())).collect();
    keys.dedup();
    keys
}

/// Every row of the table: fixed bodies and templates.
pub fn bodies() -> &'static [Body] {
    &BODIES
}

/// The rows whose name, or name before its place, has this key.
pub(super) fn bodies_named(key: &str) -> &'static [&'static Body] {
    BY_NAME.get(key).map_or(&[], Vec::as_slice)
}

/// How many words the longest name of the table has, at most.
pub(super) fn most_words() -> usize {
    *MOST_WORDS
}

/// Every key of [`bodies_named`].
pub(super) fn name_keys() -> impl Iterator<Item = &'static str> {
    BY_NAME.keys().map(String::as_str)
}

/// The fixed body of an id.
pub(super) fn fixed_body(id: &str) -> Option<&'static Body> {
    FIXED.get(id).copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_parent_series_and_successor_is_in_the_table() {
        for body in bodies() {
            for id in [body.parent, body.successor, body.series].into_iter().flatten() {
                assert!(bodies().iter().any(|other| other.id == id), "{} names {id}", body.id);
            }
        }
    }

    #[test]
    fn ids_are_unique_and_places_end_the_name() {
        for body in bodies() {
            assert_eq!(bodies().iter().filter(|other| other.id == body.id).count(), 1, "{}", body.id);
            assert_eq!(body.scope == Scope::Fixed, !body.id.contains('{'), "{}", body.id);
            assert_eq!(body.scope == Scope::Fixed, !body.name.contains('{'), "{}", body.id);
        }
    }
}
