//! What must stand behind a trigger for a citation to begin there: looks at a few bytes of the lower text that accept
//! all the grammar accepts and spare it nearly all the rest.

use super::triggers::trigger;

/// The most words between a kind and its number: those of the longest kind, of a title, `số hiệu`.
const MOST_WORDS: usize = 24;
/// The most provisions in one pinpoint that are looked at.
const MOST_LABELS: usize = 40;

/// Behind the blanks at `at`; None at the end of the text or of a paragraph.
fn past_blanks(bytes: &[u8], at: usize) -> Option<usize> {
    let run = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
    let breaks = memchr::memchr_iter(b'\n', &bytes[at..at + run]).count();
    (breaks < 2 && at + run < bytes.len()).then_some(at + run)
}

/// Where the letters and digits at `at` end.
fn word_end(bytes: &[u8], at: usize) -> usize {
    let part = |b: &&u8| b.is_ascii_alphanumeric() || **b >= 0x80 && **b != 0xE2;
    // The letters that begin with 0xE2 are signs: dashes, dots, quotation marks.
    at + bytes[at..].iter().take_while(part).count()
}

fn is_letter(byte: u8) -> bool {
    byte.is_ascii_lowercase() || matches!(byte, 0xC4 | 0xC6)
}

/// Whether the words behind a kind may lead to a number: `kế hoạch cải cách hành chính số 12/KH-UBND`.
pub(super) fn number_may_follow(bytes: &[u8], from: usize, reach: usize) -> bool {
    let mut at = from;
    let mut last: &[u8] = b"";
    for _ in 0..MOST_WORDS {
        let touching = at;
        let Some(next) = past_blanks(bytes, at) else { return false };
        at = next;
        let byte = bytes[at];
        match byte {
            b'0'..=b'9' => return true,
            b'a'..=b'z' | 0x80..=0xE1 | 0xE3.. => {
                let end = word_end(bytes, at);
                last = &bytes[at..end];
                if opens_tail(last) {
                    return digit_before_stop(bytes, end, from + reach);
                }
                at = end;
            }
            b':' if is_counter(last) => at += 1,
            b':' | b'(' | b',' => {
                let Some(next) = past_blanks(bytes, at + 1) else { return false };
                let end = word_end(bytes, next);
                match bytes[next] {
                    b'0'..=b'9' => return true,
                    b'_' | b'~' => return digit_before_stop(bytes, next, from + reach),
                    _ if is_counter(&bytes[next..end]) => at = next,
                    _ if opens_tail(&bytes[next..end]) => {
                        return digit_before_stop(bytes, end, from + reach);
                    }
                    _ => return false,
                }
            }
            b'_' | b'~' => return digit_before_stop(bytes, at, from + reach),
            b'.' | b'/' | b'-' if is_counter(last) => return true,
            b'.' => return touching == at && bytes.get(at + 1).is_some_and(u8::is_ascii_alphanumeric),
            b'/' | b'-' => {
                let behind = past_blanks(bytes, at + 1).map(|next| bytes[next]);
                return behind.is_some_and(|b| b.is_ascii_digit())
                    || touching == at && bytes.get(at + 1).is_some_and(|&b| is_letter(b));
            }
            0xE2 => return is_counter(last) && bytes[at..].starts_with("…".as_bytes()),
            _ => return false,
        }
    }
    false
}

/// Words that open an issuer or a date.
fn opens_tail(word: &[u8]) -> bool {
    ["của", "do", "ngày", "tháng", "năm"].iter().any(|known| word == known.as_bytes())
}

/// `số`, however it was scanned, and the word behind it.
fn is_counter(word: &[u8]) -> bool {
    ["số", "sô", "s6", "hiệu"].iter().any(|known| word == known.as_bytes())
}

/// Whether a digit, or the slash of a number left blank, stands before the end of the sentence.
fn digit_before_stop(bytes: &[u8], from: usize, to: usize) -> bool {
    for at in from..to.min(bytes.len()) {
        match bytes[at] {
            b'0'..=b'9' | b'/' => return true,
            b';' | b'|' | b'"' => return false,
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => return false,
            _ => {}
        }
    }
    false
}

/// Whether `số` may be the head of a number: `số: 12/KH-UBND`, `số hiệu 12/KH-UBND`, `số thứ tự 2`.
pub(super) fn counts(bytes: &[u8], from: usize) -> bool {
    /// Bytes within which the joint of a number follows its first digit.
    const JOINT: usize = 48;
    let Some(mut at) = past_blanks(bytes, from) else { return false };
    let end = word_end(bytes, at);
    if &bytes[at..end] == "thứ".as_bytes() {
        return true;
    }
    if &bytes[at..end] == "hiệu".as_bytes() {
        at = end;
    }
    let signs =
        bytes[at..].iter().take_while(|b| b.is_ascii_whitespace() || matches!(b, b':' | b'-')).count();
    at += signs;
    bytes.get(at).is_some_and(u8::is_ascii_digit)
        && bytes[at..bytes.len().min(at + JOINT)].iter().any(|b| matches!(b, b'/' | b'-'))
}

/// Whether the provision whose label stands at `from` may be followed by a document.
pub(super) fn document_may_follow(bytes: &[u8], from: usize) -> bool {
    let mut at = from;
    for _ in 0..MOST_LABELS {
        let Some(label) = past_blanks(bytes, at) else { return false };
        let end = word_end(bytes, label);
        if &bytes[label..end] == "thứ".as_bytes() {
            return true;
        }
        if !is_label(&bytes[label..end]) {
            return false;
        }
        match behind_label(bytes, end) {
            Behind::Provision(end) => at = end,
            Behind::Document => return true,
            Behind::Nothing => return false,
        }
    }
    true
}

/// What stands behind a label.
enum Behind {
    /// Another provision, its word up to here.
    Provision(usize),
    /// What may be a document, or lead to one.
    Document,
    Nothing,
}

const PROVISIONS: [&str; 8] = ["điểm", "khoản", "điều", "mục", "chương", "phần", "tiết", "đoạn"];
const LINKS: [&str; 16] = [
    "tại", "trong", "thuộc", "quy", "nêu", "ban", "kèm", "về", "danh", "đề", "kế", "phụ", "tiểu", "câu",
    "số", "điều",
];

/// Reads on over the labels of a list and the words between, up to a word that decides.
fn behind_label(bytes: &[u8], from: usize) -> Behind {
    let mut at = from;
    for _ in 0..MOST_LABELS {
        while bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            at = word_end(bytes, at + 1);
        }
        let comma = usize::from(matches!(bytes.get(at), Some(b',' | b';')));
        match bytes.get(at) {
            Some(b'/' | b'-') => return Behind::Document,
            Some(b) if b.is_ascii_whitespace() || comma > 0 => {}
            _ => return Behind::Nothing,
        }
        let Some(next) = past_blanks(bytes, at + comma) else { return Behind::Nothing };
        let end = word_end(bytes, next);
        let word = &bytes[next..end];
        let is = |words: &[&str]| words.iter().any(|known| word == known.as_bytes());
        if is(&PROVISIONS) {
            let then = past_blanks(bytes, end).map_or(&b""[..], |at| &bytes[at..word_end(bytes, at)]);
            let kind = then == "lệ".as_bytes() || then == "trình".as_bytes();
            return if kind { Behind::Document } else { Behind::Provision(end) };
        }
        if is_label(word) || is(&["và", "hoặc", "của", "các"]) {
            at = end;
        } else if is(&LINKS) || trigger(word).is_some() || matches!(bytes[next], b'/' | b'-') {
            return Behind::Document;
        } else {
            return Behind::Nothing;
        }
    }
    Behind::Document
}

/// Whether a word is a number, a Roman number or a single letter.
fn is_label(word: &[u8]) -> bool {
    let letters = word.iter().filter(|&b| !(0x80..0xC0).contains(b)).count();
    word.first().is_some_and(u8::is_ascii_digit)
        || letters == 1
        || !word.is_empty() && word.iter().all(|b| matches!(b, b'i' | b'v' | b'x' | b'l' | b'a'..=b'd'))
}

/// Whether a symbol may follow the joint of a number: `12/QĐ-TTg`, `12/2020/NĐ-CP`; a date has none.
pub(super) fn symbol_may_follow(bytes: &[u8], joint: usize) -> bool {
    let Some(at) = past_blanks(bytes, joint + 1) else { return false };
    let digits = bytes[at..].iter().take_while(|b| b.is_ascii_digit()).count();
    if digits == 0 {
        return is_letter(bytes[at]);
    }
    if bytes[joint] == b'-' {
        return false;
    }
    let Some(second) = past_blanks(bytes, at + digits) else { return false };
    if !matches!(bytes[second], b'/' | b'-') {
        return false;
    }
    let doubled = usize::from(bytes.get(second + 1) == Some(&b'/'));
    past_blanks(bytes, second + 1 + doubled).is_some_and(|at| is_letter(bytes[at]))
}

/// Whether `luật` in small letters behind `pháp` or `kỷ`, which names no law, still has a number behind it.
pub(super) fn numbered_after_all(bytes: &[u8], from: usize, reach: usize) -> bool {
    let mut digit = false;
    for at in from..bytes.len().min(from + reach) {
        match bytes[at] {
            b'0'..=b'9' => digit = true,
            b'/' | b'-' if digit => return true,
            b';' | b'|' | b'"' => return false,
            b'.' if !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) => return false,
            b'\n' if bytes.get(at + 1) == Some(&b'\n') => return false,
            _ => {}
        }
    }
    false
}
