//! Where the name of an issuing body ends. The grammar takes as many words as can belong to a name; here the
//! capitals of the reading tell which do.

use super::grammar::{Pair, Rule};
use super::number::span_of;
use super::window::Window;
use crate::text::Span;

/// Small words that stand before the name of a place, or belong to it.
const PLACE_WORDS: [&str; 14] = [
    "tỉnh",
    "thành",
    "phố",
    "huyện",
    "quận",
    "thị",
    "xã",
    "phường",
    "trấn",
    "đặc",
    "khu",
    "vực",
    "trung",
    "ương",
];

/// Verbs that name a body only in capitals (`Ban Chỉ đạo`): in small letters the name is over before them.
const VERBS: [(&str, &str); 7] = [
    ("báo", "cáo"),
    ("chỉ", "đạo"),
    ("quyết", "định"),
    ("thống", "nhất"),
    ("thông", "báo"),
    ("tổ", "chức"),
    ("xem", "xét"),
];

/// Small words that begin what a body does or is, never a part of its name.
const PREDICATES: [&str; 8] = ["khó", "chưa", "phải", "sẽ", "cần", "kính", "xin", "vẫn"];

/// The span of the body a pair (`organ`) names in the reading; None when no word of it is a name.
pub(super) fn lower(pair: &Pair<'_>, reading: &str, window: &Window) -> Option<Span> {
    let whole = span_of(pair, window);
    let last = pair.into_inner().last()?;
    let open = span_of(&last, window);
    if !matches!(last.as_rule(), Rule::shaped_body | Rule::place) || open.end != whole.end {
        return Some(whole);
    }
    let text = &reading[open.range()];
    let level_alone = || text.split_whitespace().all(|word| PLACE_WORDS.contains(&word));
    // `Chánh Thanh tra tỉnh`: of which province is not said.
    if !text.chars().any(char::is_lowercase) || last.as_rule() == Rule::place && level_alone() {
        return Some(whole);
    }
    let kept = named(text);
    if kept == 0 {
        // The post alone stays: `của Chủ tịch hội đồng thẩm định`.
        let head = reading[whole.start..open.start].trim_end();
        let head = head.trim_end_matches([',', '-']).trim_end();
        let head = head.strip_suffix(" và").unwrap_or(head);
        return (!head.is_empty()).then(|| Span::new(whole.start, whole.start + head.len()));
    }
    Some(Span::new(whole.start, open.start + kept))
}

/// Length of the part of `text` that is a name: capitals, up to four small words behind each, words of places;
/// behind the name of a place no small word follows.
fn named(text: &str) -> usize {
    let (mut kept, mut small, mut at) = (0, 0, 0);
    let (mut capital, mut place, mut placed, mut joint) = (false, false, false, false);
    let mut words = text.split_inclusive(char::is_whitespace).peekable();
    while let Some(word) = words.next() {
        let bare = word.trim_end();
        let clean = bare.trim_matches(|c: char| !c.is_alphanumeric());
        let end = at + bare.len();
        at += word.len();
        match clean.chars().next() {
            None => joint = true,
            Some(c) if c.is_uppercase() || c.is_ascii_digit() => {
                placed |= place;
                (capital, place, joint, small, kept) = (true, false, false, 0, end);
            }
            Some(_) if capital && PREDICATES.contains(&clean) => break,
            Some(_) if capital && VERBS.contains(&(clean, words.peek().map_or("", |next| next.trim()))) => {
                break;
            }
            Some(_) if clean == "và" => (joint, place, placed) = (true, false, false),
            Some(_) if PLACE_WORDS.contains(&clean) && !joint => (place, kept) = (true, end),
            Some(_) => {
                small += 1;
                if !capital || joint || placed || small > 4 {
                    break;
                }
                (place, kept) = (false, end);
            }
        }
    }
    if capital { text[..kept].trim_end_matches([',', ' ', '.', '-']).len() } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::named;

    #[test]
    fn a_name_ends_where_capitals_end() {
        for (text, name) in [
            ("Sở Nông nghiệp và Môi trường hướng", "Sở Nông nghiệp và Môi trường hướng"),
            ("Sở Y tế và doanh nghiệp", "Sở Y tế"),
            ("Ủy ban nhân dân tỉnh Cà Mau", "Ủy ban nhân dân tỉnh Cà Mau"),
            ("UBND tỉnh", "UBND tỉnh"),
            ("hội đồng thẩm định", ""),
            ("Sở Y tế chỉ đạo các đơn vị", "Sở Y tế"),
            ("Ban Chỉ đạo phòng, chống dịch", "Ban Chỉ đạo phòng, chống dịch"),
            ("Chi cục Quản lý thị trường", "Chi cục Quản lý thị trường"),
        ] {
            assert_eq!(&text[..named(text)], name);
        }
    }
}
