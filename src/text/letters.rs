//! Letters as bytes: lower case and the letter without marks for what Vietnamese is printed with, told from two
//! or three bytes. Unicode's own tables cost ten times as much and are asked for all other characters.

/// Letters without marks of U+00C0 to U+00FF; `?` has none.
const LATIN: &[u8; 64] = b"AAAAAA?CEEEEIIIIDNOOOOO??UUUUY??aaaaaa?ceeeeiiiidnooooo??uuuuy?y";

/// The same of U+1EA0 to U+1EF9 by pairs of capital and small letter.
const TONED: &[u8; 45] = b"AAAAAAAAAAAAEEEEEEEEIIOOOOOOOOOOOOUUUUUUUYYYY";

/// The small letter of a letter of Vietnamese, which differs in its last byte alone; None for any other character.
pub(super) const fn small(bytes: &[u8]) -> Option<u8> {
    match *bytes {
        [0xC3, last @ 0x80..=0x9E] if last != 0x97 && last != 0x90 => Some(last + 0x20),
        [0xC3, last] if last != 0x90 && last != 0xB0 => Some(last),
        [0xC4, last @ (0x82 | 0x90 | 0xA8)] | [0xC5, last @ 0xA8] | [0xC6, last @ (0xA0 | 0xAF)] => {
            Some(last + 1)
        }
        [0xC4, last @ (0x83 | 0x91 | 0xA9)] | [0xC5, last @ 0xA9] | [0xC6, last @ (0xA1 | 0xB0)] => {
            Some(last)
        }
        [0xE1, 0xBA, last @ 0xA0..=0xBF] | [0xE1, 0xBB, last @ 0x80..=0xB9] => Some(last | 1),
        _ => None,
    }
}

/// The letter without marks of a letter of Vietnamese or of Latin-1; None for any other character.
pub(super) const fn unmarked(bytes: &[u8]) -> Option<u8> {
    let pair = match *bytes {
        [0xC3, last @ 0x80..=0xBF] => return Some(LATIN[(last & 0x3F) as usize]),
        [0xC4, last @ (0x82 | 0x83)] => (b'A', last & 1),
        [0xC4, last @ (0x90 | 0x91)] => (b'D', last & 1),
        [0xC4, last @ (0xA8 | 0xA9)] => (b'I', last & 1),
        [0xC5, last @ (0xA8 | 0xA9)] => (b'U', last & 1),
        [0xC6, last @ (0xA0 | 0xA1)] => (b'O', last & 1),
        [0xC6, last @ (0xAF | 0xB0)] => (b'U', last & 1 ^ 1),
        [0xE1, 0xBA, last @ 0xA0..=0xBF] => (TONED[(last as usize - 0xA0) / 2], last & 1),
        [0xE1, 0xBB, last @ 0x80..=0xB9] => (TONED[(last as usize - 0x60) / 2], last & 1),
        _ => return None,
    };
    Some(pair.0 | pair.1 << 5)
}

/// How many bytes the character takes that begins with this byte.
pub(super) const fn width(lead: u8) -> usize {
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

/// Whether a character is a letter or a digit, as [`char::is_alphanumeric`] says.
pub fn is_letter_or_digit(c: char) -> bool {
    is_letter(c) || if c.is_ascii() { c.is_ascii_digit() } else { c >= '\u{A0}' && c.is_numeric() }
}

/// What a character is to folding, by its first byte.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Lead {
    /// ASCII that is kept.
    Ascii,
    /// The one blank that is kept.
    Blank,
    /// ASCII that is no text or no word: markdown marks, cell borders, control characters.
    Mark,
    /// A letter of two bytes of Latin, composed.
    Letter,
    /// Three bytes, most often a toned letter.
    Toned,
    /// Three bytes, most often a dash or a quotation mark.
    Sign,
    /// Anything else: Unicode decides.
    Other,
}

/// [`Lead`] of each byte.
pub(super) static LEADS: [Lead; 256] = {
    let mut table = [Lead::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b' ' => Lead::Blank,
            b'*' | b'|' | 0..0x20 | 0x7F => Lead::Mark,
            0x21..0x7F => Lead::Ascii,
            0xC3..=0xC8 => Lead::Letter,
            0xE1 => Lead::Toned,
            0xE2 => Lead::Sign,
            _ => Lead::Other,
        };
        byte += 1;
    }
    table
};

/// Whether three bytes are a composed letter of Vietnamese, or a sign that is shown and no blank (`–`, `”`, `…`, `•`).
pub(super) const fn is_shown(bytes: [u8; 3]) -> bool {
    matches!(
        bytes,
        [0xE1, 0xBA, 0xA0..=0xBF] | [0xE1, 0xBB, 0x80..=0xB9] | [0xE2, 0x80, 0x90..=0xA7 | 0xB0..=0xBF]
    )
}

/// A string of bytes that were put together from whole characters.
pub(super) fn string(bytes: Vec<u8>) -> String {
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
        for c in ('\u{80}'..='\u{2FFFF}') {
            let bytes = c.encode_utf8(&mut bytes).as_bytes();
            if let Some(last) = small(bytes) {
                let mut found = bytes.to_vec();
                *found.last_mut().unwrap() = last;
                assert_eq!(c.to_lowercase().to_string().as_bytes(), found, "{c}");
            }
            if let Some(letter) = unmarked(bytes).filter(|_| !['Đ', 'đ', 'Ð', 'ð'].contains(&c)) {
                let mut base = None;
                unicode_normalization::char::decompose_canonical(c, |d| {
                    base.get_or_insert(d);
                });
                let base = base.filter(char::is_ascii).unwrap_or('?');
                assert_eq!(base, char::from(letter), "{c}");
            }
            assert_eq!(width(bytes[0]), bytes.len());
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
            assert!(small(bytes).is_some() && unmarked(bytes).is_some(), "{c}");
        }
    }
}
