//! The words a citation can begin with, and what must follow them: a superset of what the grammar accepts, so
//! that no citation is lost, told from a few bytes.

use std::sync::LazyLock;

use super::guards;
use super::window::LARGEST;

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

/// What a byte is to the search for the first letters of words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Of a letter or digit.
    Word,
    /// A sign or blank of one byte.
    Sign,
    /// The slash or dash that joins a number.
    Joint,
    /// The first byte of a sign of more bytes; how many.
    Wide(u8),
}

static PARTS: [Part; 256] = {
    let mut parts = [Part::Word; 256];
    let mut byte = 0;
    while byte < 256 {
        parts[byte] = match byte {
            0x2F | 0x2D => Part::Joint,
            0..0x80 if !(byte as u8).is_ascii_alphanumeric() => Part::Sign,
            // Letters with accents begin with 0xC3 to 0xC6 and 0xE1; what begins otherwise is taken for a sign.
            0xC2 | 0xC7..0xE0 => Part::Wide(2),
            0xE0 | 0xE2..0xF0 => Part::Wide(3),
            0xF0.. => Part::Wide(4),
            _ => Part::Word,
        };
        byte += 1;
    }
    parts
};

/// The next trigger at or after `from`: its index in [`TRIGGERS`], start and end. Words are looked up at their first
/// letters; a trigger inside a word begins no citation and is passed over.
pub(super) fn next(lower: &str, from: usize) -> Option<(usize, usize, usize)> {
    let (bytes, table) = (lower.as_bytes(), &*TABLE);
    let found = |word: usize, at: usize| Some((word, at, at + TRIGGERS[word].0.len()));
    let mut fresh = !lower[..from].ends_with(char::is_alphanumeric);
    let mut at = from;
    while at < bytes.len() {
        match PARTS[usize::from(bytes[at])] {
            Part::Word => {
                if fresh {
                    let slot = head(bytes, at);
                    if table.heads[slot / 64] >> (slot % 64) & 1 != 0
                        && let Some(word) = trigger_at(bytes, at)
                    {
                        return found(word, at);
                    }
                }
                fresh = false;
                at += 1;
                while at < bytes.len() && PARTS[usize::from(bytes[at])] == Part::Word {
                    at += 1;
                }
            }
            Part::Joint => return trigger_at(bytes, at).and_then(|word| found(word, at)),
            Part::Sign => {
                fresh = true;
                at += 1;
            }
            Part::Wide(width) => {
                fresh = true;
                at += usize::from(width);
            }
        }
    }
    None
}

/// The longest trigger that begins at `at`.
pub(super) fn trigger_at(bytes: &[u8], at: usize) -> Option<usize> {
    let words = &TABLE.by_first[usize::from(bytes[at])];
    words.iter().copied().find(|&word| bytes[at..].starts_with(TRIGGERS[word].0.as_bytes()))
}

/// Where a citation with this trigger would begin; None where there can be none.
pub(super) fn begin(
    reading: &str,
    lower: &str,
    (trigger, start, end): (usize, usize, usize),
    first_window: usize,
) -> Option<usize> {
    let (word, seconds, class) = TRIGGERS[trigger];
    let bytes = lower.as_bytes();
    if class == Class::Joint {
        return number_start(lower, start);
    }
    let rest = &lower[end..];
    if rest.starts_with(|c: char| c.is_alphanumeric()) || !can_begin(lower, start) {
        return None;
    }
    let next = rest.trim_start();
    let second = seconds.iter().find(|second| next.starts_with(**second));
    if second.is_none() && !seconds.is_empty() && class != Provision {
        return None;
    }
    let from = end + (rest.len() - next.len()) + second.map_or(0, |second| second.len());
    let reach = first_window.saturating_sub(from - start);
    let numbered = || guards::number_may_follow(bytes, from, reach);
    let follows = match class {
        Joint => true,
        Named => match (word, second) {
            ("luật", _) => {
                !is_other_word(lower, start)
                    || !reading[start..].starts_with('l')
                    || guards::numbered_after_all(bytes, end, LARGEST)
            }
            ("nghị", _) => names_congress(&lower[from..]) || numbered(),
            _ => true,
        },
        // A report and a plan are cited without a number too.
        Numbered if word == "báo" && is_review(next) || word == "quy" && second == Some(&"hoạch") => true,
        Numbered if matches!(word, "số" | "sô" | "s6") => guards::counts(bytes, end),
        Numbered => numbered(),
        Provision => second.is_some() && numbered() || guards::document_may_follow(bytes, end),
    };
    follows.then_some(start)
}

/// Whether the `luật` at `start` is a part of `pháp luật` or `kỷ luật`.
fn is_other_word(lower: &str, start: usize) -> bool {
    let before = lower[..start].trim_end();
    ["pháp", "kỷ"].iter().any(|word| {
        before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace))
    })
}

/// Whether words behind `nghị quyết` may be the name of a congress or of a meeting.
fn names_congress(behind: &str) -> bool {
    const WORDS: [&str; 19] = [
        "đại", "hội", "lần", "nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười", "ban",
        "bch", "trung", "phiên", "thứ",
    ];
    let behind = behind.trim_start();
    let word = &behind[..behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len())];
    WORDS.contains(&word)
        || !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'i' | b'v' | b'x' | b'l'))
}

/// Whether a word with `next` behind it begins `báo cáo thẩm tra`, a report cited without a number.
fn is_review(next: &str) -> bool {
    next.split_whitespace().nth(1) == Some("thẩm")
}

/// Start of the digits before the slash or dash at `joint`; a symbol may stand between: `489 QĐ/QLTN`.
fn number_start(lower: &str, joint: usize) -> Option<usize> {
    let (start, token) = token_before(lower, joint);
    let (start, token) = if token.starts_with(|c: char| c.is_ascii_digit()) {
        if !guards::symbol_may_follow(lower.as_bytes(), joint) {
            return None;
        }
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
