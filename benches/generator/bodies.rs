//! Who issues documents (cơ quan ban hành): names, symbols, ids.

use super::kinds::Kind;
use super::places::{LOCALITIES, PROVINCES, Province};

/// Ministries that bear one name in all years used here: name, symbol, id.
pub const MINISTRIES: [(&str, &str, &str); 10] = [
    ("Bộ Y tế", "BYT", "bo-y-te"),
    ("Bộ Tài chính", "BTC", "bo-tai-chinh"),
    ("Bộ Nội vụ", "BNV", "bo-noi-vu"),
    ("Bộ Tư pháp", "BTP", "bo-tu-phap"),
    ("Bộ Công Thương", "BCT", "bo-cong-thuong"),
    ("Bộ Xây dựng", "BXD", "bo-xay-dung"),
    ("Bộ Khoa học và Công nghệ", "BKHCN", "bo-khoa-hoc-va-cong-nghe"),
    ("Bộ Giáo dục và Đào tạo", "BGDĐT", "bo-giao-duc-va-dao-tao"),
    ("Bộ Văn hóa, Thể thao và Du lịch", "BVHTTDL", "bo-van-hoa-the-thao-va-du-lich"),
    ("Bộ Công an", "BCA", "bo-cong-an"),
];

/// Departments of a province that bear one name in all years: name, symbol, id.
pub const DEPARTMENTS: [(&str, &str, &str); 8] = [
    ("Sở Y tế", "SYT", "so-y-te"),
    ("Sở Tài chính", "STC", "so-tai-chinh"),
    ("Sở Nội vụ", "SNV", "so-noi-vu"),
    ("Sở Tư pháp", "STP", "so-tu-phap"),
    ("Sở Công Thương", "SCT", "so-cong-thuong"),
    ("Sở Xây dựng", "SXD", "so-xay-dung"),
    ("Sở Khoa học và Công nghệ", "SKHCN", "so-khoa-hoc-va-cong-nghe"),
    ("Sở Giáo dục và Đào tạo", "SGDĐT", "so-giao-duc-va-dao-tao"),
];

/// Cơ quan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Body {
    /// Ban Chấp hành Trung ương Đảng.
    Centre,
    /// Thủ tướng Chính phủ.
    Premier,
    /// Bộ, by its place in [`MINISTRIES`].
    Ministry(usize),
    /// Tỉnh ủy, by its place in [`PROVINCES`].
    Committee(usize),
    /// Ủy ban nhân dân tỉnh.
    People(usize),
    /// Sở: province and place in [`DEPARTMENTS`].
    Department(usize, usize),
    /// Ủy ban nhân dân huyện, since July 2025 xã: province and place in [`LOCALITIES`].
    Local(usize, usize),
    /// Bệnh viện Đa khoa under a Sở Y tế: province and place in [`LOCALITIES`].
    Hospital(usize, usize),
}

impl Body {
    /// The province it belongs to.
    pub fn province(self) -> Option<&'static Province> {
        match self {
            Self::Centre | Self::Premier | Self::Ministry(_) => None,
            Self::Committee(p)
            | Self::People(p)
            | Self::Department(p, _)
            | Self::Local(p, _)
            | Self::Hospital(p, _) => Some(&PROVINCES[p]),
        }
    }

    /// Whether it is of the Party.
    pub const fn is_party(self) -> bool {
        matches!(self, Self::Centre | Self::Committee(_))
    }

    /// `huyện` before July 2025, `xã` since.
    pub const fn local_rank(year: u16) -> &'static str {
        if year < 2026 { "huyện" } else { "xã" }
    }

    /// The name in full.
    pub fn name(self, year: u16) -> String {
        let place = self.province().map(Province::full).unwrap_or_default();
        match self {
            Self::Centre => "Bộ Chính trị".to_owned(),
            Self::Premier => "Thủ tướng Chính phủ".to_owned(),
            Self::Ministry(m) => MINISTRIES[m].0.to_owned(),
            Self::Committee(p) => format!("{} {}", PROVINCES[p].committee(), PROVINCES[p].name),
            Self::People(_) => format!("Ủy ban nhân dân {place}"),
            Self::Department(_, d) => format!("{} {place}", DEPARTMENTS[d].0),
            Self::Local(_, l) => {
                format!("Ủy ban nhân dân {} {}", Self::local_rank(year), LOCALITIES[l].0)
            }
            Self::Hospital(_, l) => format!("Bệnh viện Đa khoa {}", LOCALITIES[l].0),
        }
    }

    /// As those of its province write it.
    pub fn name_at_home(self, year: u16) -> String {
        match self {
            Self::People(p) => format!("Ủy ban nhân dân {}", PROVINCES[p].rank()),
            Self::Committee(p) => format!("Ban Thường vụ {}", PROVINCES[p].committee()),
            Self::Department(_, d) => DEPARTMENTS[d].0.to_owned(),
            _ => self.name(year),
        }
    }

    /// How it speaks of itself: `Sở Y tế`, `Ủy ban nhân dân tỉnh`.
    pub fn own_name(self, year: u16) -> String {
        match self {
            Self::Local(..) => format!("Ủy ban nhân dân {}", Self::local_rank(year)),
            Self::Hospital(..) => "Bệnh viện".to_owned(),
            _ => self.name_at_home(year),
        }
    }

    /// The part of a symbol that names it.
    pub const fn symbol(self) -> &'static str {
        match self {
            Self::Centre => "TW",
            Self::Premier => "TTg",
            Self::Ministry(m) => MINISTRIES[m].1,
            Self::Committee(_) => "TU",
            Self::People(_) | Self::Local(..) => "UBND",
            Self::Department(_, d) => DEPARTMENTS[d].1,
            Self::Hospital(..) => "BVĐK",
        }
    }

    /// In an id.
    pub fn slug(self, year: u16) -> String {
        match self {
            Self::Centre => "tw".to_owned(),
            Self::Premier => "thu-tuong".to_owned(),
            Self::Ministry(m) => MINISTRIES[m].2.to_owned(),
            Self::Committee(p) => {
                format!("{}-{}", if PROVINCES[p].city { "thanh-uy" } else { "tinh-uy" }, PROVINCES[p].slug)
            }
            Self::People(p) => format!("ubnd-{}", PROVINCES[p].slug),
            Self::Department(p, d) => format!("{}-{}", DEPARTMENTS[d].2, PROVINCES[p].slug),
            Self::Local(p, l) => {
                let rank = if year < 2026 { "huyen" } else { "xa" };
                format!("ubnd-{rank}-{}-{}", LOCALITIES[l].1, PROVINCES[p].slug)
            }
            Self::Hospital(p, l) => format!("benh-vien-da-khoa-{}-{}", LOCALITIES[l].1, PROVINCES[p].slug),
        }
    }

    /// Địa danh.
    pub fn place(self) -> &'static str {
        match self {
            Self::Local(_, l) | Self::Hospital(_, l) => LOCALITIES[l].0,
            _ => self.province().map_or("Hà Nội", |p| p.name),
        }
    }

    /// Its head.
    pub const fn head(self) -> &'static str {
        match self {
            Self::Centre => "TỔNG BÍ THƯ",
            Self::Premier => "THỦ TƯỚNG",
            Self::Ministry(_) => "BỘ TRƯỞNG",
            Self::Committee(_) => "BÍ THƯ",
            Self::People(_) | Self::Local(..) => "CHỦ TỊCH",
            Self::Department(..) | Self::Hospital(..) => "GIÁM ĐỐC",
        }
    }

    /// The unit behind the symbol of a công văn: `SYT-VP`.
    pub const fn unit_symbol(self, kind: Kind, turn: usize) -> &'static str {
        match (kind, self) {
            (Kind::Letter, Self::People(_) | Self::Local(..)) => ["NC", "KGVX", "TH"][turn % 3],
            (Kind::Letter, Self::Hospital(..)) => ["KHTH", "TCHC"][turn % 2],
            (Kind::Letter, _) => ["VP", "TTr", "KHTC"][turn % 3],
            _ => "",
        }
    }

    /// A number of its own, by which its documents are numbered apart from those of others.
    pub const fn number(self) -> u64 {
        (match self {
            Self::Centre => 1,
            Self::Premier => 2,
            Self::Ministry(m) => 10 + m,
            Self::Committee(p) => 100 + p,
            Self::People(p) => 200 + p,
            Self::Department(p, d) => 1_000 + p * 10 + d,
            Self::Local(p, l) => 10_000 + p * 100 + l,
            Self::Hospital(p, l) => 20_000 + p * 100 + l,
        }) as u64
    }
}
