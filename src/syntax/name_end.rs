//! Where the name of an actor ends when no known verb follows: behind a place, behind `có liên quan`; and the names
//! whose last syllables are verbs elsewhere (`Phòng Kế hoạch tổng hợp`).

use super::words::Words;
use crate::text::is_letter_or_digit;

/// Words that go on behind the name of a place or behind `liên quan`: `tỉnh thuộc`, `có liên quan đến`.
const GO_ON: [&str; 56] = [
    "thuộc", "trực", "và", "hoặc", "có", "liên", "các", "của", "cấp", "tại", "trên", "trong", "ở", "nơi",
    "được", "khác", "này", "đó", "nêu", "nói", "phụ", "quản", "ven", "miền", "biên", "khu", "vùng", "khóa",
    "khoá", "nhiệm", "năm", "đến", "tới", "về", "từ", "cùng", "với", "theo", "chịu", "sau", "cũ", "mới",
    "giáp", "phía", "đồng", "trung", "bị", "đã", "chưa", "đang", "không", "là", "ủy", "uỷ", "đoàn", "thành",
];

/// Nouns of places that carry a name.
const PLACES: [&str; 8] = ["tỉnh", "phố", "huyện", "quận", "xã", "phường", "khu", "trấn"];

/// Names of units whose end reads like a verb.
const UNITS: [&str; 8] = [
    "kế hoạch tổng hợp",
    "hành chính tổng hợp",
    "nghiên cứu tổng hợp",
    "thông tin tổng hợp",
    "tham mưu tổng hợp",
    "thanh tra kiểm tra",
    "quan hệ phối hợp",
    "công tác lập pháp",
];

/// Whether the word at `next` stands behind the end of the name `from..at`.
pub(super) fn is_behind(words: Words<'_>, from: usize, at: usize, next: usize) -> bool {
    let word = || words.rest(next).split(|c: char| !is_letter_or_digit(c)).next().unwrap_or_default();
    !words.capital(next)
        && is_whole(words, from, at)
        && Some(word()).is_some_and(|word| !word.is_empty() && !GO_ON.contains(&word))
}

/// Whether nothing but a place or a relation may follow the name `from..at`.
fn is_whole(words: Words<'_>, from: usize, at: usize) -> bool {
    if words.lower[from..at].ends_with("liên quan") {
        return true;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let mut named = words.text[from..at].split_whitespace();
    let Some(last) = named.next_back() else { return false };
    match last {
        // `Thanh tra tỉnh`; the provinces themselves (`các tỉnh`) may be told more closely.
        "tỉnh" => {
            let before = named.next_back().filter(|before| before.to_lowercase() != "các");
            before.is_some_and(|before| capital(named.next().unwrap_or(before)))
        }
        "phố" => {
            let city = named.next_back().is_some_and(|before| matches!(before, "Thành" | "thành"));
            city && named.next().is_some_and(capital)
        }
        // `phường Tân Thành`
        last if capital(last) && named.next_back().is_some_and(capital) => {
            named.next_back().is_some_and(is_place)
        }
        _ => false,
    }
}

fn is_place(word: &str) -> bool {
    PLACES.contains(&word.to_lowercase().as_str())
}

/// Whether the verb at `at` is the end of a unit's name that begins at `from`: another verb or nothing follows it.
pub(super) fn completes(words: Words<'_>, from: usize, at: usize, limit: usize) -> bool {
    UNITS.iter().any(|name| {
        name.match_indices(' ').any(|(i, _)| {
            let (head, tail) = (&name[..i], &name[i + 1..]);
            if !words.lower[from..at].trim_end().ends_with(head) || !words.rest(at).starts_with(tail) {
                return false;
            }
            let next = words.next_word(at + tail.len(), limit);
            next >= limit
                || words.rest(next).starts_with([':', '.', ';', '-', ')', '('])
                || words.stops(next) && !words.rest(next).starts_with("báo cáo")
                || words.rest(next).starts_with("trước ")
        })
    })
}
