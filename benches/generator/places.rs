//! Provinces and places in them (địa danh).

/// Tỉnh, thành phố trực thuộc Trung ương.
#[derive(Debug, PartialEq, Eq)]
pub struct Province {
    /// `Cà Mau`.
    pub name: &'static str,
    /// In an id.
    pub slug: &'static str,
    /// Whether it is a city.
    pub city: bool,
    /// Whether its bodies were constituted anew on 1 July 2025.
    pub refounded: bool,
}

const fn province(name: &'static str, slug: &'static str, refounded: bool) -> Province {
    Province { name, slug, city: false, refounded }
}

const fn city(name: &'static str, slug: &'static str, refounded: bool) -> Province {
    Province { name, slug, city: true, refounded }
}

/// Those that bear one name and one rank in all years used here.
pub const PROVINCES: [Province; 32] = [
    city("Hà Nội", "ha-noi", false),
    province("Cao Bằng", "cao-bang", false),
    province("Tuyên Quang", "tuyen-quang", true),
    province("Điện Biên", "dien-bien", false),
    province("Lai Châu", "lai-chau", false),
    province("Sơn La", "son-la", false),
    province("Lào Cai", "lao-cai", true),
    province("Thái Nguyên", "thai-nguyen", true),
    province("Lạng Sơn", "lang-son", false),
    province("Quảng Ninh", "quang-ninh", false),
    province("Bắc Ninh", "bac-ninh", true),
    province("Phú Thọ", "phu-tho", true),
    city("Hải Phòng", "hai-phong", true),
    province("Hưng Yên", "hung-yen", true),
    province("Ninh Bình", "ninh-binh", true),
    province("Thanh Hóa", "thanh-hoa", false),
    province("Nghệ An", "nghe-an", false),
    province("Hà Tĩnh", "ha-tinh", false),
    province("Quảng Trị", "quang-tri", true),
    city("Đà Nẵng", "da-nang", true),
    province("Quảng Ngãi", "quang-ngai", true),
    province("Gia Lai", "gia-lai", true),
    province("Khánh Hòa", "khanh-hoa", true),
    province("Đắk Lắk", "dak-lak", true),
    province("Lâm Đồng", "lam-dong", true),
    city("Hồ Chí Minh", "ho-chi-minh", true),
    province("Tây Ninh", "tay-ninh", true),
    province("Đồng Tháp", "dong-thap", true),
    province("Vĩnh Long", "vinh-long", true),
    province("An Giang", "an-giang", true),
    city("Cần Thơ", "can-tho", true),
    province("Cà Mau", "ca-mau", true),
];

impl Province {
    /// `tỉnh` or `thành phố`.
    pub const fn rank(&self) -> &'static str {
        if self.city { "thành phố" } else { "tỉnh" }
    }

    /// `tỉnh Cà Mau`.
    pub fn full(&self) -> String {
        format!("{} {}", self.rank(), self.name)
    }

    /// `Tỉnh ủy` or `Thành ủy`.
    pub const fn committee(&self) -> &'static str {
        if self.city { "Thành ủy" } else { "Tỉnh ủy" }
    }
}

/// Names of communes and of districts before them, with their slugs.
pub const LOCALITIES: [(&str, &str); 24] = [
    ("Tân Lập", "tan-lap"),
    ("Phú Hưng", "phu-hung"),
    ("Bình Minh", "binh-minh"),
    ("An Thạnh", "an-thanh"),
    ("Đông Sơn", "dong-son"),
    ("Thạnh Mỹ", "thanh-my"),
    ("Vĩnh Thuận", "vinh-thuan"),
    ("Long Điền", "long-dien"),
    ("Mỹ Lộc", "my-loc"),
    ("Nam Cường", "nam-cuong"),
    ("Yên Khê", "yen-khe"),
    ("Tam Giang", "tam-giang"),
    ("Quang Trung", "quang-trung"),
    ("Hợp Thành", "hop-thanh"),
    ("Xuân Trường", "xuan-truong"),
    ("Kim Sơn", "kim-son"),
    ("Lương Phú", "luong-phu"),
    ("Thanh Khê", "thanh-khe"),
    ("Đại Đồng", "dai-dong"),
    ("Trường Xuân", "truong-xuan"),
    ("Phước Hiệp", "phuoc-hiep"),
    ("Hưng Thịnh", "hung-thinh"),
    ("Cẩm Thạch", "cam-thach"),
    ("Sơn Kỳ", "son-ky"),
];
