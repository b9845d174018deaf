//! Issuers as citations print them: of which place they are, and whether the head of a body or the body is named.
//! The ids of bodies are the business of `resolve`; here two printed names are only held against each other.

use crate::text::fold;

/// Words for a level of administration before the name of a place.
const LEVELS: [&str; 13] = [
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "tỉnh",
    "thành phố",
    "tp.",
    "huyện",
    "quận",
    "thị xã",
    "xã",
    "phường",
    "đặc khu",
];

/// Posts that act for a body.
const POSTS: [&str; 14] = [
    "phó chủ tịch",
    "chủ tịch",
    "bộ trưởng",
    "phó giám đốc",
    "giám đốc",
    "tổng cục trưởng",
    "cục trưởng",
    "chánh văn phòng",
    "trưởng ban",
    "tổng giám đốc",
    "thống đốc",
    "chánh thanh tra",
    "thủ trưởng",
    "viện trưởng",
];

/// The place a body belongs to, folded: `cà mau` of `UBND tỉnh Cà Mau`; None where the name gives none (`UBND tỉnh`).
pub(super) fn place_of(issuer: &str) -> Option<String> {
    let name = fold(issuer);
    let after = |level: &str| {
        let at = name
            .match_indices(level)
            .filter(|(at, _)| at == &0 || name[..*at].ends_with([' ', '-']))
            .last()?
            .0;
        let rest = name[at + level.len()..].trim();
        (!rest.is_empty() && !rest.starts_with("ủy")).then(|| rest.to_owned())
    };
    LEVELS.iter().find_map(|level| after(level))
}

/// Whether two issuers can be one body as far as places go: not when both name a place and the places differ.
pub(super) fn may_be_one(a: &str, b: &str) -> bool {
    match (place_of(a), place_of(b)) {
        (Some(a), Some(b)) => a.starts_with(&b) || b.starts_with(&a) || a.ends_with(&b) || b.ends_with(&a),
        _ => true,
    }
}

/// The body behind a post, folded: `ủy ban nhân dân tỉnh` of `Chủ tịch Ủy ban nhân dân tỉnh`; None for a body itself.
pub(super) fn body_of_post(issuer: &str) -> Option<String> {
    let name = fold(issuer);
    POSTS.iter().find_map(|post| name.strip_prefix(post)).map(|body| spelled_out(body.trim()))
}

/// The name folded, with the common short forms written out.
pub(super) fn spelled_out(issuer: &str) -> String {
    fold(issuer)
        .replace("ubnd", "ủy ban nhân dân")
        .replace("hđnd", "hội đồng nhân dân")
        .replace("tp.", "thành phố ")
        .replace("  ", " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_provinces_are_two_issuers() {
        assert!(!may_be_one("HĐND tỉnh Cà Mau", "Hội đồng nhân dân tỉnh Nghệ An"));
        assert!(may_be_one("UBND tỉnh", "Ủy ban nhân dân tỉnh Nghệ An"));
        assert!(may_be_one("Bộ Tài chính", "Bộ trưởng Bộ Tài chính"));
        assert_eq!(place_of("Ban Thường vụ Tỉnh ủy Lào Cai").as_deref(), Some("lào cai"));
    }

    #[test]
    fn a_post_acts_for_its_body() {
        let body = body_of_post("Chủ tịch UBND tỉnh Cà Mau");
        assert_eq!(body.as_deref(), Some("ủy ban nhân dân tỉnh cà mau"));
        assert_eq!(body_of_post("Ủy ban nhân dân tỉnh"), None);
    }
}
