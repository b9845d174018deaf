//! Letters as bytes: lower case and the letter without marks for what Vietnamese is printed with, told from two
//! or three bytes. Unicode's own tables cost ten times as much and are asked for all other characters.

/// Letters without marks of U+00C0 to U+00FF; `?` has none.
const LATIN: &[u8; 64] = b"AAAAAA?CEEEEIIIIDNOOOOO??UUUUY??aaaaaa?ceeeeiiiidnooooo??uuuuy?y";

/// The same of U+1EA0 to U+1EF9 by pairs of capital and small letter.
const TONED: &[u8; 45] = b"AAAAAAAAAAAAEEEEEEEEIIOOOOOOOOOOOOUUUUUUUYYYY";

/// The same of the few letters of Vietnamese between them, capital and small.
const HOOKED: [(usize, usize, u8); 6] = [
    (0x102, 0x103, b'A'),
    (0x110, 0x111, b'D'),
    (0x128, 0x129, b'I'),
    (0x168, 0x169, b'U'),
    (0x1A0, 0x1A1, b'O'),
    (0x1AF, 0x1B0, b'U'),
];

/// What is known of a letter: without marks, and the last byte of its small letter; 0 is not known.
#[derive(Clone, Copy)]
pub(super) struct Letter {
    pub(super) unmarked: u8,
    pub(super) small: u8,
}

const UNKNOWN: Letter = Letter { unmarked: 0, small: 0 };

/// The last byte of a character of several.
#[allow(clippy::cast_possible_truncation)] // Six bits are left.
const fn last(code: usize) -> u8 {
    0x80 | (code & 0x3F) as u8
}

/// Characters of two bytes, U+00C0 to U+023F.
static SHORT: [Letter; 384] = {
    let mut table = [UNKNOWN; 384];
    let mut code = 0xC0;
    while code < 0x100 {
        let capital = code < 0xDF && code != 0xD7 && code != 0xD0;
        let small = if capital { last(code + 0x20) } else { last(code) };
        // The small letter of Ð is ð; folding takes both for đ.
        let small = if code == 0xD0 || code == 0xF0 { 0 } else { small };
        table[code - 0xC0] = Letter { unmarked: LATIN[code - 0xC0], small };
        code += 1;
    }
    let mut at = 0;
    while at < HOOKED.len() {
        let (capital, small, letter) = HOOKED[at];
        table[capital - 0xC0] = Letter { unmarked: letter, small: last(small) };
        table[small - 0xC0] = Letter { unmarked: letter | 0x20, small: last(small) };
        at += 1;
    }
    table
};

/// Characters of three bytes, U+1E80 to U+1EFF.
static LONG: [Letter; 128] = {
    let mut table = [UNKNOWN; 128];
    let mut at = 0;
    while at < 90 {
        let unmarked = if at % 2 == 0 { TONED[at / 2] } else { TONED[at / 2] | 0x20 };
        table[at + 0x20] = Letter { unmarked, small: last((0x1EA0 + at) | 1) };
        at += 1;
    }
    table
};

/// The letter that begins at a byte that is not ASCII, and how many bytes it takes.
#[allow(clippy::inline_always)] // The innermost step of every loop over letters.
#[inline(always)]
pub(super) fn letter_at(bytes: &[u8], at: usize) -> (Letter, usize) {
    match bytes[at] {
        lead @ 0xC3..=0xC8 => (SHORT[usize::from(lead - 0xC3) << 6 | usize::from(bytes[at + 1] & 0x3F)], 2),
        0xE1 => match bytes[at + 1] {
            row @ (0xBA | 0xBB) => (LONG[usize::from(row & 1) << 6 | usize::from(bytes[at + 2] & 0x3F)], 3),
            _ => (UNKNOWN, 3),
        },
        lead => (UNKNOWN, width(lead)),
    }
}

/// How many bytes the character takes that begins with this byte.
const fn width(lead: u8) -> usize {
    match lead {
        0..0xC0 => 1,
        0xC0..0xE0 => 2,
        0xE0..0xF0 => 3,
        _ => 4,
    }
}

/// Whether a character is a letter, as [`char::is_alphabetic`] says: that of Latin and Vietnamese is known at once.
pub fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\x7F' => c.is_ascii_alphabetic(),
        '\u{C0}'..='\u{24F}' => c != '×' && c != '÷',
        '\u{1E00}'..='\u{1EFF}' => true,
        '\u{2010}'..='\u{203F}' => false,
        _ => c.is_alphabetic(),
    }
}

/// The byte behind the first `count` characters of a text; None where it has no more than these.
pub fn after_letters(text: &str, count: usize) -> Option<usize> {
    if text.len() <= count {
        return None;
    }
    let begins = |byte: u8| !(0x80..0xC0).contains(&byte);
    text.bytes().enumerate().filter(|&(_, byte)| begins(byte)).nth(count).map(|(at, _)| at)
}

/// Whether all letters are capitals but for one in twelve, and there are two at least.
pub fn is_capitals(text: &str) -> bool {
    let bytes = text.as_bytes();
    let (mut upper, mut lower) = (0, 0);
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        let is_lower = if byte.is_ascii() {
            at += 1;
            byte.is_ascii_alphabetic().then_some(byte.is_ascii_lowercase())
        } else {
            let (letter, width) = letter_at(bytes, at);
            at += width;
            if letter.unmarked.is_ascii_alphabetic() {
                Some(letter.unmarked.is_ascii_lowercase())
            } else {
                let c = text[at - width..].chars().next().unwrap_or(' ');
                is_letter(c).then_some(c.is_lowercase())
            }
        };
        match is_lower {
            Some(true) => {
                lower += 1;
                // Capitals all the rest would not outweigh it.
                if lower * 12 > bytes.len() {
                    return false;
                }
            }
            Some(false) => upper += 1,
            None => {}
        }
    }
    upper >= 2 && lower * 12 <= upper
}

/// Whether a character is a letter or a digit, as [`char::is_alphanumeric`] says.
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || if c.is_ascii() { c.is_ascii_digit() } else { c >= '\u{A0}' && c.is_numeric() }
}

/// What a byte is to folding.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Byte {
    /// ASCII that is kept, a letter of two bytes, or the inside of a character.
    Plain,
    /// The one blank that is kept.
    Blank,
    /// ASCII that is no text or no word: markdown marks, cell borders, control characters.
    Mark,
    /// The first of three, most often of a toned letter, a dash or a quotation mark.
    Three,
    /// The first of anything else: Unicode decides.
    Other,
}

/// [`Byte`] of each byte.
pub(super) static BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte {
            0x20 => Byte::Blank,
            0x2A | 0x7C | 0..0x20 | 0x7F => Byte::Mark,
            0x21..0x7F | 0x80..0xC0 | 0xC3..=0xC8 => Byte::Plain,
            0xE1 | 0xE2 => Byte::Three,
            _ => Byte::Other,
        };
        byte += 1;
    }
    table
};

/// Whether three bytes are a composed letter of Vietnamese, or a sign that is shown and no blank (`–`, `”`, `…`, `•`).
#[inline]
pub(super) const fn is_shown(bytes: &[u8]) -> bool {
    matches!(
        bytes,
        [0xE1, 0xBA, 0xA0..=0xBF, ..]
            | [0xE1, 0xBB, 0x80..=0xB9, ..]
            | [0xE2, 0x80, 0x90..=0xA7 | 0xB0..=0xBF, ..]
    )
}

/// A string of bytes that were put together from whole characters.
pub(crate) fn string(bytes: Vec<u8>) -> String {
    /// Shorter strings are checked faster byte by byte.
    const LONG: usize = 128;
    if bytes.len() < LONG {
        return String::from_utf8(bytes).unwrap_or_default();
    }
    simdutf8::basic::from_utf8(&bytes).map(str::to_owned).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tables_say_what_unicode_says() {
        let mut bytes = [0; 4];
        for c in '\u{80}'..='\u{2FFFF}' {
            let bytes = c.encode_utf8(&mut bytes).as_bytes();
            let (Letter { unmarked, small }, width) = letter_at(bytes, 0);
            assert_eq!(width, bytes.len());
            if small != 0 {
                let mut found = bytes.to_vec();
                *found.last_mut().unwrap() = small;
                assert_eq!(c.to_lowercase().to_string().as_bytes(), found, "{c}");
            }
            if unmarked != 0 && !['Đ', 'đ', 'Ð', 'ð'].contains(&c) {
                let mut base = None;
                unicode_normalization::char::decompose_canonical(c, |d| {
                    base.get_or_insert(d);
                });
                let base = base.filter(char::is_ascii).unwrap_or('?');
                assert_eq!(base, char::from(unmarked), "{c}");
            }
            assert_eq!(
                (is_letter(c), is_letter_or_digit(c)),
                (c.is_alphabetic(), c.is_alphanumeric()),
                "{c}"
            );
        }
    }

    #[test]
    fn every_letter_of_vietnamese_is_in_the_tables() {
        for c in "ăâđêôơưĂÂĐÊÔƠƯàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵỲÝỶỸỴĨŨ".chars()
        {
            let mut bytes = [0; 4];
            let bytes = c.encode_utf8(&mut bytes).as_bytes();
            let known = letter_at(bytes, 0).0;
            assert!(known.small != 0 && known.unmarked != 0, "{c}");
        }
    }
}
