//! The body of an issuer as printed, where the tables alone do not know the name: accents lost by a scan, words that
//! do not belong to it, hospitals and centres that are units of their Sở.

use crate::registry::{BodyMatch, Branch, Context, ProvinceId, Tier, find_body, province_in, with_accents};
use crate::text::{fold, slug};

/// The body of a printed name, read in its context.
pub(super) fn body_of(name: &str, at: &Context) -> Option<BodyMatch> {
    find_body(name, at)
        .found()
        .or_else(|| find_body(&with_accents(name)?, at).found())
        .or_else(|| shortened(name, at))
        .or_else(|| institution(name, at))
}

/// `Chủ tịch Ủy ban nhân dân tỉnh vẫn`: without words at the end that are no part of the name. A capital one may be
/// part of a place, so the body must be known by its own place without it.
fn shortened(name: &str, at: &Context) -> Option<BodyMatch> {
    const SETS: [&str; 7] = ["các", "và", "những", "tỉnh", "huyện", "xã", "phường"];
    let words: Vec<&str> = name.split_whitespace().collect();
    (1..=3).take_while(|dropped| words.len() >= dropped + 3).find_map(|dropped| {
        let (front, back) = words.split_at(words.len() - dropped);
        let small = back.iter().all(|word| word.starts_with(char::is_lowercase));
        if back.iter().any(|word| SETS.contains(&fold(word).as_str())) || !(small || dropped == 1) {
            return None;
        }
        let bare = Context { date: at.date.clone(), ..Context::default() };
        let found = find_body(&front.join(" "), if small { at } else { &bare }).found()?;
        (small || found.province.is_some()).then_some(found)
    })
}

/// `Bệnh viện Sản - Nhi Cà Mau`: a hospital or centre goes by its name and its province.
fn institution(name: &str, at: &Context) -> Option<BodyMatch> {
    /// Longer than this other words are in it.
    const LONGEST: usize = 12;
    const HEADS: [&str; 3] = ["bệnh viện ", "trung tâm ", "trạm y tế "];
    const LOCAL: [&str; 11] = [
        "đa khoa",
        "khu vực",
        "y tế",
        "kiểm soát bệnh tật",
        "chuyên khoa",
        "y học cổ truyền",
        "phục hồi chức năng",
        "tâm thần",
        "sản",
        "nhi ",
        "da liễu",
    ];
    let folded = fold(name);
    let head = HEADS.iter().find(|head| folded.starts_with(**head))?;
    let many = [" các ", " thuộc ", " về ", ", ", " tại "].iter().any(|word| folded.contains(word));
    let capital =
        name.split_whitespace().any(|word| !fold(word).is_empty() && word.starts_with(char::is_uppercase));
    if many || !capital || folded.split(' ').count() > LONGEST || folded.len() <= head.len() + 2 {
        return None;
    }
    // A proper name alone may be a hospital of the centre: `Bệnh viện Bạch Mai`.
    let local = LOCAL.iter().any(|word| folded.contains(word)) && !folded.contains("trung ương");
    let province: ProvinceId = province_in(name).or(at.province.filter(|_| local))?;
    let stem = slug(name);
    let place = province.slug();
    let stem = stem.strip_suffix(place).unwrap_or(&stem).trim_end_matches('-');
    let stem =
        ["-tinh", "-thanh-pho", "-tp"].iter().find_map(|level| stem.strip_suffix(level)).unwrap_or(stem);
    let id = format!("{stem}-{place}");
    let health = !folded.starts_with("trung tâm") || folded.contains("y tế") || folded.contains("bệnh");
    Some(BodyMatch {
        name: name.to_owned(),
        branch: Branch::Government,
        tier: Tier::Unit,
        parent: health.then(|| format!("so-y-te-{place}")),
        province: Some(province),
        post: None,
        series: id.clone(),
        id,
        valid_from: None,
        valid_to: None,
        successor: None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::province_by_name;

    #[test]
    fn names_beside_the_tables_are_read() {
        let at = Context { province: province_by_name("Cà Mau"), ..Context::default() };
        for (name, id) in [
            ("Bệnh viện Sản - Nhi Cà Mau", Some("benh-vien-san-nhi-ca-mau")),
            ("Bệnh viện Đa khoa khu vực Cái Nước", Some("benh-vien-da-khoa-khu-vuc-cai-nuoc-ca-mau")),
            ("Trung tâm Y tế khu vực Năm Căn tỉnh Cà Mau", Some("trung-tam-y-te-khu-vuc-nam-can-ca-mau")),
            ("CUC THUE TP HA NOI", Some("cuc-thue-ha-noi")),
            ("Chủ tịch Ủy ban nhân dân tỉnh vẫn", Some("ubnd-ca-mau")),
            ("Ủy ban nhân dân tỉnh Bình Phước Thành", Some("ubnd-binh-phuoc")),
            ("các bệnh viện", None),
            ("Ủy ban nhân dân tỉnh Xa Lạ", None),
            ("Công ty Anh Dương", None),
        ] {
            assert_eq!(body_of(name, &at).map(|body| body.id).as_deref(), id, "{name}");
        }
    }
}
