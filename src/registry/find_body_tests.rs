//! Names as documents print them, and the bodies they mean.

use super::super::bodies::bodies;
use super::super::provinces::province_by_name;
use super::*;

fn ca_mau() -> Context {
    Context { province: province_by_name("Cà Mau"), date: Some("2026-04-24".into()), ..Context::default() }
}

fn id(printed: &str, context: &Context) -> Option<String> {
    find_body(printed, context).found().map(|body| body.id)
}

#[test]
fn every_alias_of_every_fixed_body_is_that_body() {
    for body in bodies().iter().filter(|body| body.scope == Scope::Fixed) {
        for name in std::iter::once(body.name).chain(body.aliases.iter().copied()) {
            assert_eq!(id(name, &Context::default()).as_deref(), Some(body.id), "{name}");
            assert_eq!(id(&name.to_uppercase(), &Context::default()).as_deref(), Some(body.id), "{name}");
        }
    }
}

#[test]
fn every_template_is_found_by_its_own_name() {
    let context = ca_mau();
    let setting = setting_of(context.province.expect("in the table"), &context);
    for body in bodies().iter().filter(|body| body.scope == Scope::Province) {
        let expected = set(body, &setting);
        assert_eq!(find_body(&expected.name, &Context::default()).found(), Some(expected.clone()));
    }
}

#[test]
fn names_are_read_by_their_context() {
    for (printed, expected) in [
        ("Ủy ban nhân dân tỉnh", "ubnd-ca-mau"),
        ("UBND Tỉnh", "ubnd-ca-mau"),
        ("Uỷ ban nhân dân tỉnh Cà Mau", "ubnd-ca-mau"),
        ("UBND TP. Cần Thơ", "ubnd-can-tho"),
        ("Sở Y tế", "so-y-te-ca-mau"),
        ("Sở Y tế tỉnh Cà Mau", "so-y-te-ca-mau"),
        ("SỞ KH&CN", "so-khoa-hoc-va-cong-nghe-ca-mau"),
        ("Tỉnh ủy", "tinh-uy-ca-mau"),
        ("Thành uỷ Hà Nội", "thanh-uy-ha-noi"),
        ("Văn phòng UBND tỉnh", "van-phong-ubnd-ca-mau"),
        ("Công an tỉnh", "cong-an-ca-mau"),
        ("Thanh tra tỉnh", "thanh-tra-ca-mau"),
        ("Thuế tỉnh Hà Tĩnh", "thue-ha-tinh"),
        ("Ủy ban MTTQ Việt Nam tỉnh", "mttq-ca-mau"),
        ("UBND xã Đất Mũi", "ubnd-xa-dat-mui-ca-mau"),
        ("UBND phường Văn Phú, tỉnh Lào Cai", "ubnd-phuong-van-phu-lao-cai"),
        ("UBND thành phố Cà Mau", "ubnd-thanh-pho-ca-mau-ca-mau"),
        ("Huyện ủy Thới Bình", "dang-uy-huyen-thoi-binh-ca-mau"),
        ("Ban Chấp hành Trung ương Đảng khóa XIII", "tw"),
        ("Ban Bí thư khoá XIII", "ban-bi-thu"),
        ("Đại hội đại biểu toàn quốc lần thứ XIV của Đảng", "dai-hoi-dang"),
        ("Quốc hội khóa XV", "quoc-hoi"),
    ] {
        assert_eq!(id(printed, &ca_mau()).as_deref(), Some(expected), "{printed}");
    }
}

#[test]
fn posts_and_standing_organs_act_for_their_body() {
    for (printed, expected, post) in [
        ("Chủ tịch UBND tỉnh Cà Mau", "ubnd-ca-mau", "Chủ tịch"),
        ("Bộ trưởng Bộ Công Thương", "bo-cong-thuong", "Bộ trưởng"),
        ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "van-phong-chinh-phu", "Bộ trưởng"),
        ("Ban Thường vụ Tỉnh uỷ", "tinh-uy-ca-mau", "Ban Thường vụ"),
        ("Ban Thường vụ Tỉnh ủy Cà Mau", "tinh-uy-ca-mau", "Ban Thường vụ"),
        ("TT HĐND tỉnh", "hdnd-ca-mau", "Thường trực"),
        ("Phó Thủ tướng Chính phủ", "thu-tuong", "Phó Thủ tướng"),
        ("Trưởng Ban Tổ chức Trung ương", "ban-to-chuc-trung-uong", "Trưởng ban"),
        ("Chánh Văn phòng UBND tỉnh", "van-phong-ubnd-ca-mau", "Chánh Văn phòng"),
        ("Giám đốc Sở Tư pháp", "so-tu-phap-ca-mau", "Giám đốc"),
        ("Tổng cục trưởng Tổng cục Thuế", "tong-cuc-thue", "Tổng cục trưởng"),
    ] {
        let found = find_body(printed, &ca_mau()).found().unwrap_or_else(|| panic!("{printed}"));
        assert_eq!((found.id.as_str(), found.post.as_deref()), (expected, Some(post)), "{printed}");
    }
    assert_eq!(id("Chủ tịch nước", &ca_mau()).as_deref(), Some("chu-tich-nuoc"));
}

#[test]
fn units_belong_to_the_body_named_or_at_hand() {
    let context = Context { body: Some("so-y-te-ca-mau".into()), ..ca_mau() };
    for (printed, expected) in [
        ("Văn phòng Sở", "van-phong-so-y-te-ca-mau"),
        ("Chánh Văn phòng Sở", "van-phong-so-y-te-ca-mau"),
        ("Giám đốc Sở", "so-y-te-ca-mau"),
        ("Giám đốc", "so-y-te-ca-mau"),
        ("Phòng Nghiệp vụ Y", "phong-nghiep-vu-y-so-y-te-ca-mau"),
        ("Vụ Pháp chế - Bộ Xây dựng", "vu-phap-che-bo-xay-dung"),
        ("Vụ Pháp chế (Bộ Công Thương)", "vu-phap-che-bo-cong-thuong"),
        ("Cục Kiểm soát TTHC-VPCP (b/c)", "cuc-kiem-soat-thu-tuc-hanh-chinh-van-phong-chinh-phu"),
        ("Ban Văn hóa - Xã hội Hội đồng nhân dân tỉnh", "ban-van-hoa-xa-hoi-hdnd-ca-mau"),
    ] {
        assert_eq!(id(printed, &context).as_deref(), Some(expected), "{printed}");
    }
    let office = find_body("Văn phòng Sở", &context).found().expect("a unit");
    assert_eq!(office.name, "Văn phòng Sở Y tế tỉnh Cà Mau");
    assert_eq!(office.parent.as_deref(), Some("so-y-te-ca-mau"));
}

#[test]
fn a_name_without_its_place_says_what_is_missing() {
    let nowhere = Context::default();
    for (printed, template, scope) in [
        ("Ủy ban nhân dân tỉnh", "ubnd-{province}", Scope::Province),
        ("Sở Y tế", "so-y-te-{province}", Scope::Province),
        ("Tỉnh ủy", "{uy}-{province}", Scope::Province),
        ("UBND xã", "ubnd-{commune}-{province}", Scope::Commune),
        ("Chủ tịch UBND cấp huyện", "ubnd-{district}-{province}", Scope::District),
    ] {
        match find_body(printed, &nowhere) {
            Lookup::Unscoped(missing) => assert_eq!((missing.template, missing.scope), (template, scope)),
            other => panic!("{printed}: {other:?}"),
        }
    }
}

#[test]
fn sets_and_strangers_are_unknown() {
    for printed in [
        "các sở, ban, ngành tỉnh",
        "Ủy ban nhân dân các xã, phường",
        "Bí thư tỉnh ủy, thành ủy",
        "Tỉnh ủy, HĐND, UBND tỉnh Cà Mau",
        "Công ty TNHH Thuận Thành",
        "Công an",
        "Bộ trưởng",
        "Lãnh đạo Cục",
        "Ban Tổ chức Trung ương và Ban Tuyên giáo Trung ương",
        "Ban Tuyên giáo và Dân vận các tỉnh ủy, thành ủy",
        "Văn phòng, Vụ Thông tin - Đối ngoại",
        "Văn phòng: Tỉnh ủy, UBND tỉnh",
        "",
    ] {
        let context = Context { body: Some("so-y-te-ca-mau".into()), ..ca_mau() };
        assert_eq!(find_body(printed, &context), Lookup::Unknown, "{printed}");
    }
}

#[test]
fn the_date_decides_what_a_name_was() {
    let before = Context { date: Some("2024-05-01".into()), ..Context::default() };
    assert_eq!(id("UBND tỉnh Đồng Nai", &before).as_deref(), Some("ubnd-dong-nai"));
    let name = |context: &Context| find_body("UBND Đồng Nai", context).found().map(|body| body.name);
    assert_eq!(name(&before).as_deref(), Some("Ủy ban nhân dân tỉnh Đồng Nai"));
    let after = Context { date: Some("2026-06-01".into()), ..Context::default() };
    assert_eq!(name(&after).as_deref(), Some("Ủy ban nhân dân thành phố Đồng Nai"));
}
