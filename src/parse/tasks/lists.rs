//! Word lists of the reading of tasks: whom no command reaches, kinds that set rules, what a rule has a body do.

/// What a recital names.
pub(crate) const RECITED: [&str; 8] =
    ["luật", "nghị", "quyết định", "thông tư", "hiến pháp", "kế hoạch", "bộ luật", "pháp lệnh"];

/// Those whom no line of command reaches.
pub(crate) const PUBLIC: [&str; 22] = [
    "cơ quan chi trả",
    "đơn vị nhận",
    "cán bộ",
    "công chức",
    "viên chức",
    "thành viên",
    "đại biểu",
    "học sinh",
    "người",
    "doanh nghiệp",
    "cá nhân",
    "tổ chức, cá nhân",
    "công ty",
    "hộ ",
    "các doanh nghiệp",
    "nhà thầu",
    "các tổ chức, cá nhân",
    "thương nhân",
    "hiệp hội",
    "tổ chức",
    "các công ty",
    "các tổ chức",
];

/// Kinds whose sentences set rules; only `có trách nhiệm` or a section of duties makes tasks there.
pub(crate) const NORMS: [&str; 12] = [
    "quyết định",
    "nghị quyết",
    "thông tư",
    "nghị định",
    "luật",
    "pháp lệnh",
    "quy chế",
    "quy định",
    "điều lệ",
    "thông tư liên tịch",
    "bộ luật",
    "nội quy",
];

/// Parts whose rules are for those within the state who work by them.
pub(crate) const INNER: [&str; 3] = ["quy chế", "quy định", "nội quy"];

/// What a body decides, is or uses rather than is told to do.
pub(crate) const NOT_TOLD: [&str; 3] = ["quyết định", "là ", "sử dụng"];

/// Headings of what is done one after the other: an aim in a plan, duties among the rules of an office.
pub(crate) const STEPS: [&str; 2] = ["trình tự", "thủ tục"];

/// What a rule has a body do for others.
pub(crate) const DIRECTS: [&str; 32] = [
    "chỉ đạo",
    "trực tiếp chỉ đạo",
    "chủ trì",
    "chủ động",
    "phối hợp",
    "hướng dẫn",
    "tham mưu",
    "thường xuyên",
    "phải thường xuyên",
    "tổ chức",
    "huy động",
    "đôn đốc",
    "theo dõi",
    "kiểm tra",
    "ban hành",
    "tổng hợp",
    "niêm yết",
    "cập nhật",
    "rà soát",
    "bố trí",
    "báo cáo",
    "tiếp tục",
    "triển khai",
    "xây dựng",
    "đề xuất",
    "làm chủ đầu tư",
    "công khai",
    "công bố",
    "tiếp nhận",
    "chuyển",
    "gửi",
    "xác minh",
];

pub(crate) fn obliges(action: &str) -> bool {
    let near = &action[..action.floor_char_boundary(action.len().min(160))];
    near.contains("có trách nhiệm") || near.contains("chịu trách nhiệm")
}
