//! Bodies that are not called by their names: sets (`các phòng, đơn vị trực thuộc Sở`) with their scope and day, and items
//! of Nơi nhận that point elsewhere (`Như trên`, `Như Điều 3`, `Mục IV`).

use super::context::context_of;
use crate::model::{BodyRef, Document, OrganRef, OrganSet, Task};
use crate::registry::Context;
use crate::text::fold;

/// Tells the sets among addressees and recipients, and whom the items that point elsewhere mean.
pub(super) fn complete_groups(document: &mut Document) {
    let context = context_of(document);
    let own = document.issuer.as_ref().and_then(|issuer| issuer.id.clone());
    let as_of = document.date.map(|date| date.to_string());
    let set = |text: &str, organ: &Option<String>| {
        let set = organ.is_none().then(|| set_of(text, own.as_deref(), &context)).flatten()?;
        Some(OrganSet { set, as_of: as_of.clone() })
    };
    for addressee in &mut document.addressees {
        addressee.set = set(&addressee.text, &addressee.organ);
    }
    let above: Vec<BodyRef> = document
        .addressees
        .iter()
        .map(|to| BodyRef { name: to.text.clone(), id: to.organ.clone() })
        .collect();
    for recipient in &mut document.recipients {
        recipient.set = set(&recipient.text, &recipient.organ);
        let text = fold(&recipient.text);
        let text = text.split(['(', ';']).next().unwrap_or_default().trim_end_matches(['.', ',', ' ']);
        recipient.members =
            if text == "như trên" { above.clone() } else { charged_in(&labels(text), &document.tasks) };
    }
}

/// The sections an item points to: `điều 3`, `iv`; none for an item that names somebody.
fn labels(text: &str) -> Vec<String> {
    let text = text.strip_prefix("như ").or_else(|| text.strip_prefix("theo ")).unwrap_or(text);
    let Some((level, list)) = ["điều", "mục", "phần"]
        .iter()
        .find_map(|level| Some((*level, text.strip_prefix(level)?.strip_prefix(' ')?)))
    else {
        return Vec::new();
    };
    let numbers: Vec<&str> =
        list.split([',', ' ']).filter(|word| !word.is_empty() && *word != "và").collect();
    let numbered = |word: &&str| word.chars().all(|c| c.is_ascii_digit() || "ivxlc".contains(c));
    if !numbers.iter().all(numbered) {
        return Vec::new();
    }
    let label =
        |number: &str| if level == "điều" { format!("điều {number}") } else { number.to_owned() };
    numbers.into_iter().map(label).collect()
}

/// Those whom the tasks of some sections charge, in the order of the text.
fn charged_in(labels: &[String], tasks: &[Task]) -> Vec<BodyRef> {
    let mut found: Vec<BodyRef> = Vec::new();
    let stands_there = |task: &&Task| {
        task.section.iter().any(|label| {
            let label = fold(label);
            let label = label.strip_prefix("mục ").or(label.strip_prefix("phần ")).unwrap_or(&label);
            labels.iter().any(|wanted| wanted == label.trim_end_matches('.'))
        })
    };
    for actor in tasks.iter().filter(stands_there).flat_map(|task| task.lead.iter().chain(&task.coordinate)) {
        let id = match &actor.organ {
            Some(OrganRef::Body(id)) => Some(id.clone()),
            _ => None,
        };
        let body = BodyRef { name: actor.text.clone(), id };
        if !found.contains(&body) {
            found.push(body);
        }
    }
    found
}

/// What the members of a set are: `units of vn/so-y-te-ca-mau`, `departments of vn/ubnd-ca-mau`, `communes of ...`,
/// `ministries`, `provinces`. None for a single body, and for a set of which place is not known.
fn set_of(text: &str, own: Option<&str>, context: &Context) -> Option<String> {
    let text = fold(text);
    let has = |words: &[&str]| words.iter().any(|word| format!(" {text} ").contains(word));
    if !has(&[" các ", " những ", " toàn thể "]) {
        return None;
    }
    let committee = || context.province.map(|province| format!("vn/ubnd-{}", province.slug()));
    if has(&["các bộ, ", "các bộ ", "cơ quan ngang bộ"]) {
        Some("ministries".to_owned())
    } else if has(&["thành phố trực thuộc trung ương", "các tỉnh, thành phố", "các tỉnh, tp"])
    {
        Some("provinces".to_owned())
    } else if has(&["các sở", "sở, ban", "sở, ngành"]) {
        committee().map(|body| format!("departments of {body}"))
    } else if has(&[" xã, phường", "các xã", "các phường", "phường, xã"]) {
        committee().map(|body| format!("communes of {body}"))
    } else if has(&[" phòng", " đơn vị", " trực thuộc", "thuộc sở", " khoa, phòng"]) {
        own.map(|own| format!("units of {own}"))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::province_by_name;

    #[test]
    fn sets_are_told_by_their_scope() {
        let at = Context { province: province_by_name("Cà Mau"), ..Context::default() };
        for (text, set) in [
            ("Các phòng, đơn vị trực thuộc Sở", Some("units of vn/so-y-te-ca-mau")),
            ("Giám đốc các bệnh viện, trung tâm thuộc Sở", Some("units of vn/so-y-te-ca-mau")),
            ("Các sở, ban, ngành tỉnh", Some("departments of vn/ubnd-ca-mau")),
            ("Chủ tịch UBND các xã, phường", Some("communes of vn/ubnd-ca-mau")),
            ("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ", Some("ministries")),
            ("UBND các tỉnh, thành phố trực thuộc Trung ương", Some("provinces")),
            ("Sở Tài chính", None),
            ("Các ông, bà có tên tại Điều 1", None),
        ] {
            assert_eq!(set_of(text, Some("vn/so-y-te-ca-mau"), &at).as_deref(), set, "{text}");
        }
        assert_eq!(set_of("Các sở, ban, ngành", None, &Context::default()), None);
    }

    #[test]
    fn items_point_to_sections() {
        for (text, found) in [
            ("như điều 3", &["điều 3"][..]),
            ("như điều 2, 3", &["điều 2", "điều 3"]),
            ("mục iv", &["iv"]),
            ("như mục iii và iv", &["iii", "iv"]),
            ("mục tiêu quốc gia", &[]),
            ("sở y tế", &[]),
        ] {
            assert_eq!(labels(text), found, "{text}");
        }
    }
}
