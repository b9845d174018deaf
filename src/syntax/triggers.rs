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

/// The triggers by their bytes, of which there are eight at most: open addressing over a power of two.
struct Table {
    slots: [Option<(u64, usize)>; SLOTS],
}

/// More than ten times the triggers: nearly every word is told by one look.
const SLOTS: usize = 1024;
/// Bytes of the longest trigger.
const LONGEST: usize = 8;

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table { slots: [None; SLOTS] };
    for (at, (word, ..)) in TRIGGERS.iter().enumerate() {
        let key = key(word.as_bytes());
        let mut slot = slot(key);
        while table.slots[slot].is_some() {
            slot = (slot + 1) % SLOTS;
        }
        table.slots[slot] = Some((key, at));
    }
    table
});

/// A word of at most eight bytes as a number.
fn key(word: &[u8]) -> u64 {
    word.iter().rev().fold(0, |key, &byte| key << 8 | u64::from(byte))
}

fn slot(key: u64) -> usize {
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 54) as usize
}

/// The trigger that a whole word is.
pub(super) fn trigger(word: &[u8]) -> Option<usize> {
    if word.len() > LONGEST {
        return None;
    }
    let key = key(word);
    let mut slot = slot(key);
    while let Some((known, at)) = TABLE.slots[slot] {
        if known == key {
            return Some(at);
        }
        slot = (slot + 1) % SLOTS;
    }
    None
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
    /// The first byte of a sign of more bytes.
    Wide,
}

static PARTS: [Part; 256] = {
    let mut parts = [Part::Word; 256];
    let mut byte = 0_u8;
    loop {
        parts[byte as usize] = match byte {
            b'/' | b'-' => Part::Joint,
            0..0x80 if !byte.is_ascii_alphanumeric() => Part::Sign,
            // Letters with accents begin with 0xC3 to 0xC6 and 0xE1; what begins otherwise is taken for a sign.
            0x80..0xC0 | 0xC3..0xC7 | 0xE1 => Part::Word,
            0x80.. => Part::Wide,
            _ => Part::Word,
        };
        if byte == u8::MAX {
            break parts;
        }
        byte += 1;
    }
};

/// The next trigger at or after `from`: its index in [`TRIGGERS`], start and end. A trigger is a whole word: inside a
/// longer one it begins no citation.
pub(super) fn next(lower: &str, from: usize) -> Option<(usize, usize, usize)> {
    let bytes = lower.as_bytes();
    let mut fresh = !lower[..from].ends_with(char::is_alphanumeric);
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        match PARTS[usize::from(byte)] {
            Part::Word => {
                let end =
                    at + bytes[at..].iter().take_while(|&&b| PARTS[usize::from(b)] == Part::Word).count();
                if fresh && let Some(word) = trigger(&bytes[at..end]) {
                    return Some((word, at, end));
                }
                fresh = false;
                at = end;
            }
            Part::Joint => return trigger(&bytes[at..=at]).map(|word| (word, at, at + 1)),
            Part::Sign => {
                fresh = true;
                at += 1;
            }
            Part::Wide => {
                fresh = true;
                at += lower[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
    }
    None
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
        "đại", "hội", "lần", "nhất", "hai", "ba", "tư", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười",
        "ban", "bch", "trung", "phiên", "thứ",
    ];
    let behind = behind.trim_start();
    let word = &behind[..behind.find(|c: char| !c.is_alphanumeric()).unwrap_or(behind.len())];
    WORDS.contains(&word)
        || !word.is_empty()
            && word.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'i' | b'v' | b'x' | b'l'))
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_trigger_is_found_as_a_whole_word() {
        for (at, (word, ..)) in TRIGGERS.iter().enumerate() {
            assert!(word.len() <= LONGEST, "{word}");
            let text = format!("a “{word}” b");
            let start = "a “".len();
            assert_eq!(next(&text, 0), Some((at, start, start + word.len())), "{word}");
        }
        assert_eq!(next("a luậtx xluật b", 0), None);
    }
}
