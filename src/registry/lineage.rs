//! Kế thừa: bodies whose work another took over when ministries, departments and provinces were merged.

use std::collections::{BTreeSet, HashMap};
use std::sync::LazyLock;

use super::bodies::{Body, Scope, bodies};
use super::body_match::{Setting, fixed, set};
use super::provinces::{ProvinceId, ProvinceKind};

/// Bodies by the one that took over their work.
static BY_HEIR: LazyLock<HashMap<String, BTreeSet<String>>> = LazyLock::new(|| {
    let mut by_heir: HashMap<String, BTreeSet<String>> = HashMap::new();
    let once = bodies().iter().filter(|row| row.scope == Scope::Fixed).map(fixed);
    let before = |province: ProvinceId| province.kind_on(Some("1900"));
    let settings = ProvinceId::all().flat_map(|province| {
        let changed = (before(province) != province.kind()).then(|| before(province));
        std::iter::once(province.kind()).chain(changed).map(move |kind| Setting {
            province,
            kind,
            local: None,
        })
    });
    let everywhere = settings.flat_map(|setting| {
        let rows = bodies().iter().filter(|row| row.scope == Scope::Province);
        rows.map(move |row| set(row, &setting))
    });
    for body in once.chain(everywhere) {
        if let Some(heir) = body.successor.filter(|heir| *heir != body.id) {
            by_heir.entry(heir).or_default().insert(body.id);
        }
    }
    // Tỉnh ủy is Thành ủy since its province is a city.
    for province in ProvinceId::all().filter(|p| before(*p) != p.kind()) {
        let of = |row: &Body, kind: ProvinceKind| set(row, &Setting { province, kind, local: None }).id;
        for row in bodies().iter().filter(|row| row.id.contains("{uy}")) {
            let (then, now) = (of(row, ProvinceKind::Province), of(row, province.kind()));
            by_heir.entry(now).or_default().insert(then);
        }
    }
    by_heir
});

/// Ids of the bodies whose work a body took over, directly and through others, sorted; without `vn/` as all ids here.
/// A province that kept its name through a merger is one body with two series and no predecessor of itself.
pub fn predecessors(id: &str) -> Vec<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![id.to_owned()];
    while let Some(heir) = open.pop() {
        let before = BY_HEIR.get(&heir).into_iter().flatten().cloned();
        open.extend(before.filter(|id| found.insert(id.clone())));
    }
    found.remove(id);
    found.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_body_knows_whose_work_it_took_over() {
        for (id, before) in [
            ("bo-dan-toc-va-ton-giao", &["uy-ban-dan-toc"][..]),
            ("ubnd-ca-mau", &["ubnd-bac-lieu"]),
            (
                "so-dan-toc-va-ton-giao-ca-mau",
                &["ban-dan-toc-bac-lieu", "ban-dan-toc-ca-mau", "so-dan-toc-va-ton-giao-bac-lieu"],
            ),
            ("thanh-uy-ho-chi-minh", &["tinh-uy-ba-ria-vung-tau", "tinh-uy-binh-duong"]),
            ("ubnd-nghe-an", &[]),
            ("ubnd-xa-dat-mui-ca-mau", &[]),
        ] {
            let found = predecessors(id);
            assert_eq!(found, before, "{id}");
        }
        assert!(predecessors("bo-tai-chinh").contains(&"bo-ke-hoach-va-dau-tu".to_owned()));
        assert_eq!(predecessors("thanh-uy-dong-nai"), ["tinh-uy-binh-phuoc", "tinh-uy-dong-nai"]);
        // Through two mergers: 2007 and 2025.
        assert!(predecessors("bo-nong-nghiep-va-moi-truong").contains(&"bo-thuy-san".to_owned()));
    }
}
