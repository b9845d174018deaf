//! The words a citation can begin with, and what must follow them: a superset of what the grammar accepts, so
//! that no citation is lost, told from a few bytes.

use std::sync::LazyLock;

/// What must stand behind a word for the grammar to be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// Tên loại, `số`, mẫu, giấy phép: a digit or slash in the first window.
    Numbered,
    /// Luật, nghị quyết of a congress, phụ lục: nothing, the name may be all.
    Named,
    /// Điều, khoản, điểm: a label; the second syllable makes it a kind: điều lệ, chương trình.
    Provision,
    /// The slash or dash of a number that stands alone: digits before it.
    Joint,
}

/// A first syllable, the second ones it goes with (none: any), and the class.
type Trigger = (&'static str, &'static [&'static str], Class);

use Class::{Joint, Named, Numbered, Provision};

pub(super) const TRIGGERS: &[Trigger] = &[
    ("luật", &[], Named),
    ("bộ", &["luật"], Named),
    ("pháp", &["lệnh"], Named),
    ("hiến", &["pháp"], Named),
    ("nghị", &["quyết", "định"], Named),
    ("thông", &["tư", "báo", "tri", "cáo"], Numbered),
    ("quyết", &["định"], Numbered),
    ("chỉ", &["thị"], Numbered),
    ("văn", &["bản"], Numbered),
    ("kết", &["luận"], Numbered),
    ("quy", &["chế", "định", "hoạch", "trình", "tắc", "chuẩn"], Numbered),
    ("hướng", &["dẫn"], Numbered),
    ("tuyên", &["bố"], Numbered),
    ("lời", &["kêu"], Numbered),
    ("chiến", &["lược"], Numbered),
    ("chương", &["trình"], Provision),
    ("kế", &["hoạch"], Numbered),
    ("phương", &["án"], Numbered),
    ("đề", &["án", "cương"], Numbered),
    ("dự", &["án"], Numbered),
    ("báo", &["cáo"], Numbered),
    ("biên", &["bản", "lai"], Numbered),
    ("tờ", &["trình", "khai"], Numbered),
    ("công", &["văn", "điện", "hàm", "thư", "báo"], Numbered),
    ("điện", &[], Numbered),
    ("điều", &["lệ"], Provision),
    ("bản", &["ghi", "thỏa", "thoả", "sao", "trích", "án"], Numbered),
    ("sao", &["y", "lục"], Numbered),
    ("trích", &["sao"], Numbered),
    ("thỏa", &["thuận"], Numbered),
    ("thoả", &["thuận"], Numbered),
    ("cương", &["lĩnh"], Numbered),
    ("nội", &["quy"], Numbered),
    ("phiếu", &[], Numbered),
    ("thư", &["công"], Numbered),
    ("giấy", &[], Numbered),
    ("đơn", &["đề"], Numbered),
    ("lệnh", &[], Numbered),
    ("sắc", &["lệnh", "luật"], Numbered),
    ("cáo", &["trạng"], Numbered),
    ("kháng", &["nghị"], Numbered),
    ("kiến", &["nghị"], Numbered),
    ("án", &["lệ"], Numbered),
    ("mẫu", &[], Numbered),
    ("biểu", &[], Numbered),
    ("hợp", &["đồng"], Numbered),
    ("hóa", &["đơn"], Numbered),
    ("hoá", &["đơn"], Numbered),
    ("tài", &["khoản"], Numbered),
    ("hộ", &["chiếu"], Numbered),
    ("chứng", &["chỉ"], Numbered),
    ("tiêu", &["chuẩn"], Numbered),
    ("thụ", &["lý", "lí"], Numbered),
    ("số", &[], Numbered),
    ("sô", &[], Numbered),
    ("s6", &[], Numbered),
    ("ttlt", &[], Numbered),
    ("vbhn", &[], Numbered),
    ("nđ", &[], Numbered),
    ("qđ", &[], Numbered),
    ("nq", &[], Numbered),
    ("ttr", &[], Numbered),
    ("tt", &[], Numbered),
    ("ct", &[], Numbered),
    ("kl", &[], Numbered),
    ("kh", &[], Numbered),
    ("cv", &[], Numbered),
    ("tb", &[], Numbered),
    ("hd", &[], Numbered),
    ("bc", &[], Numbered),
    ("cđ", &[], Numbered),
    ("ctr", &[], Numbered),
    ("pl", &[], Numbered),
    ("điểm", &[], Provision),
    ("khoản", &[], Provision),
    ("mục", &[], Provision),
    ("phần", &[], Provision),
    ("phụ", &["lục"], Named),
    ("tiết", &[], Provision),
    ("tiểu", &["mục"], Named),
    ("đoạn", &[], Provision),
    ("câu", &["số"], Named),
    ("/", &[], Joint),
    ("-", &[], Joint),
];

/// The triggers by first byte, the longer first, and which first three bytes they have.
struct Table {
    heads: Vec<u64>,
    by_first: Vec<Vec<usize>>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { heads: vec![0; 1 << (HASH_BITS - 6)], by_first: vec![Vec::new(); 256] };
    for (at, (word, ..)) in TRIGGERS.iter().enumerate() {
        let word = word.as_bytes();
        // Behind a word of two letters any sign may stand.
        let thirds = if let Some(third) = word.get(2) { *third..=*third } else { 0..=0xFF };
        for third in thirds.filter(|third| !third.is_ascii_alphanumeric() || word.len() > 2) {
            let slot = head(&[word[0], word.get(1).copied().unwrap_or_default(), third], 0);
            table.heads[slot / 64] |= 1 << (slot % 64);
        }
        table.by_first[usize::from(word[0])].push(at);
    }
    for words in &mut table.by_first {
        words.sort_by_key(|&at| std::cmp::Reverse(TRIGGERS[at].0.len()));
    }
    table
});

const HASH_BITS: usize = 14;

/// A slot for the first three bytes at `at`.
fn head(bytes: &[u8], at: usize) -> usize {
    let byte = |n: usize| u32::from(bytes.get(at + n).copied().unwrap_or_default());
    let third = if byte(2) < 0x80 && !byte(2).to_le_bytes()[0].is_ascii_alphanumeric() { 0 } else { byte(2) };
    let key = byte(0) | byte(1) << 8 | third << 16;
    (key.wrapping_mul(0x9E37_79B1) >> (32 - HASH_BITS)) as usize
}

/// The next trigger at or after `from`: its index in [`TRIGGERS`], start and end. Words are looked up at their first
/// letters; a trigger inside a word begins no citation and is passed over.
pub(super) fn next(lower: &str, from: usize) -> Option<(usize, usize, usize)> {
    let bytes = lower.as_bytes();
    let table = &*TABLE;
    let mut before = from.checked_sub(1).map_or(b' ', |at| bytes[at]);
    for at in from..bytes.len() {
        let byte = bytes[at];
        let inside = before.is_ascii_alphanumeric();
        before = byte;
        if inside && byte != b'/' && byte != b'-' || matches!(byte, b' ' | 0x80..0xC0) {
            continue;
        }
        let slot = head(bytes, at);
        if !matches!(byte, b'/' | b'-') && table.heads[slot / 64] >> (slot % 64) & 1 == 0 {
            continue;
        }
        let words = &table.by_first[usize::from(byte)];
        let found = words.iter().find(|&&word| bytes[at..].starts_with(TRIGGERS[word].0.as_bytes()));
        if let Some(&word) = found {
            return Some((word, at, at + TRIGGERS[word].0.len()));
        }
    }
    None
}

/// Where a citation with this trigger would begin; None where there can be none.
pub(super) fn begin(
    lower: &str,
    (trigger, start, end): (usize, usize, usize),
    first_window: usize,
) -> Option<usize> {
    let (_, seconds, class) = TRIGGERS[trigger];
    if class == Class::Joint {
        return number_start(lower, start);
    }
    let rest = &lower[end..];
    if rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let next = rest.trim_start();
    let second = seconds.iter().any(|second| next.starts_with(second));
    let bytes = lower.as_bytes();
    // A draft leaves the digits out: `số /QĐ-UBND`.
    let ahead = &bytes[end..bytes.len().min(start + first_window).max(end)];
    let digit_follows = || ahead.iter().any(|&b| b.is_ascii_digit() || b == b'/');
    let follows = match class {
        Named | Joint => second || seconds.is_empty(),
        Numbered => (second || seconds.is_empty()) && (digit_follows() || is_review(lower, start, next)),
        Provision => second && digit_follows() || is_label(next),
    };
    (follows && can_begin(lower, start)).then_some(start)
}

/// Whether a word at `start` with `next` behind it begins `báo cáo thẩm tra`, a report cited without a number.
fn is_review(lower: &str, start: usize, next: &str) -> bool {
    lower[start..].starts_with("báo") && next.split_whitespace().nth(1) == Some("thẩm")
}

/// Whether a text begins with a digit, a Roman number, a single letter, or `thứ`.
fn is_label(text: &str) -> bool {
    let word = &text[..text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len())];
    word.starts_with(|c: char| c.is_ascii_digit())
        || word.chars().count() == 1
        || word == "thứ"
        || !word.is_empty() && word.bytes().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l'))
}

/// Start of the digits before the slash or dash at `joint`; a symbol may stand between: `489 QĐ/QLTN`.
fn number_start(lower: &str, joint: usize) -> Option<usize> {
    let (start, token) = token_before(lower, joint);
    let (start, token) = if token.starts_with(|c: char| c.is_ascii_digit()) {
        (start, token)
    } else if token.is_empty() {
        return None;
    } else {
        token_before(lower, start)
    };
    (token.starts_with(|c: char| c.is_ascii_digit()) && can_begin(lower, start)).then_some(start)
}

/// The letters and digits that end before `at`, and where they begin.
fn token_before(lower: &str, at: usize) -> (usize, &str) {
    let before = lower[..at].trim_end();
    let rest = before.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | 'đ' | 'ư'));
    let token = before[rest.len()..].trim_start_matches('.');
    (before.len() - token.len(), token)
}

/// Whether a citation can begin here: not inside a word, a number or a symbol.
pub(super) fn can_begin(lower: &str, at: usize) -> bool {
    let mut before = lower[..at].chars().rev();
    match before.next() {
        Some(c) if c.is_alphanumeric() => false,
        Some('/' | '-' | '.' | ',') if lower[at..].starts_with(|c: char| c.is_ascii_digit()) => {
            !before.next().is_some_and(char::is_alphanumeric)
        }
        _ => true,
    }
}
