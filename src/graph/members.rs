//! Who belongs to a set of bodies (`các phòng, đơn vị trực thuộc Sở`), as far as the documents at hand and the table of
//! bodies know. Whoever is not listed may belong to it all the same.

use std::collections::BTreeSet;

use super::view::GraphView;
use crate::model::{OrganSet, PartialDate, Tier};
use crate::registry::{BodyMatch, ProvinceId, bodies, body};
use crate::resolve::Key;

/// Ids of the known members on the day of the set, sorted.
pub fn members(view: &dyn GraphView, set: &OrganSet) -> Vec<String> {
    let there = |id: &str| body(id).filter(|body| existed(body, set.as_of.as_deref()));
    let bare: BTreeSet<String> = match set.set.split_once(" of vn/") {
        None if set.set == "ministries" => {
            let fixed =
                bodies().iter().filter(|row| row.tier == Tier::Ministry && row.parent == Some("chinh-phu"));
            fixed.filter(|row| there(row.id).is_some()).map(|row| row.id.to_owned()).collect()
        }
        None if set.set == "provinces" => {
            let committees = ProvinceId::all().map(|province| format!("ubnd-{}", province.slug()));
            committees.filter(|id| there(id).is_some()).collect()
        }
        None => BTreeSet::new(),
        Some((kind, above)) => {
            let place = above.strip_prefix("ubnd-").unwrap_or_default();
            let belongs = |id: &String| match kind {
                "departments" => there(id).is_some_and(|b| b.parent.as_deref() == Some(above)),
                "communes" => {
                    let within = id.strip_suffix(place).is_some_and(|rest| rest.ends_with('-'));
                    within
                        && ["ubnd-xa-", "ubnd-phuong-", "ubnd-dac-khu-"]
                            .iter()
                            .any(|head| id.starts_with(head))
                }
                _ => id.strip_suffix(above).is_some_and(|rest| rest.ends_with('-')),
            };
            issuers(view).into_iter().filter(belongs).collect()
        }
    };
    bare.into_iter().map(|id| format!("vn/{id}")).collect()
}

/// Every body that issued something, held or cited.
fn issuers(view: &dyn GraphView) -> BTreeSet<String> {
    view.documents().iter().filter_map(|id| Key::of_id(id)?.issuer).collect()
}

fn existed(body: &BodyMatch, on: Option<&str>) -> bool {
    let date = |text: Option<&str>| text.and_then(PartialDate::of_edtf);
    let Some(on) = date(on) else { return body.valid_to.is_none() };
    date(body.valid_from.as_deref()).is_none_or(|from| from <= on || from.agrees_with(on))
        && date(body.valid_to.as_deref()).is_none_or(|to| on <= to || to.agrees_with(on))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::graph::Graph;

    #[test]
    fn a_set_has_the_members_of_its_day() {
        let graph = Graph::default();
        let of = |set: &str, on: &str| members(&graph, &OrganSet { set: set.into(), as_of: Some(on.into()) });
        let has = |list: &[String], id: &str| list.iter().any(|member| member == id);
        let (before, since) = (of("ministries", "2024-05-05"), of("ministries", "2026-05-05"));
        assert!(has(&before, "vn/bo-giao-thong-van-tai") && !has(&since, "vn/bo-giao-thong-van-tai"));
        assert!(has(&since, "vn/bo-dan-toc-va-ton-giao") && !has(&before, "vn/bo-dan-toc-va-ton-giao"));
        assert_eq!(of("provinces", "2026-05-05").len(), 34);
        assert!(has(&of("provinces", "2024-05-05"), "vn/ubnd-bac-lieu"));
        assert!(of("units of vn/so-y-te-ca-mau", "2026-05-05").is_empty());
    }
}
