//! Where the name of an actor ends when no known verb follows: behind a place, behind `có liên quan`; and the names
//! whose last syllables are verbs elsewhere (`Phòng Kế hoạch tổng hợp`).

use super::words::Words;

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
    let rest = words.rest(next);
    let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    !words.capital(next) && !word.is_empty() && !GO_ON.contains(&word) && is_whole(words, from, at)
}

/// Whether nothing but a place or a relation may follow the name `from..at`.
fn is_whole(words: Words<'_>, from: usize, at: usize) -> bool {
    let named: Vec<&str> = words.text[from..at].split_whitespace().collect();
    if words.lower[from..at].ends_with("liên quan") {
        return true;
    }
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let first = named.first().is_some_and(|word| capital(word));
    match named.as_slice() {
        // `Thanh tra tỉnh`; the provinces themselves (`các tỉnh`) may be told more closely.
        [.., before, "tỉnh"] => first && before.to_lowercase() != "các",
        [_, .., "Thành" | "thành", "phố"] => first,
        // `phường Tân Thành`
        [.., place, one, two] if capital(one) && capital(two) => is_place(place),
        [.., place, one, two, three] if capital(one) && capital(two) && capital(three) => is_place(place),
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
