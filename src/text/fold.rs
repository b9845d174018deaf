//! Forms of a text for comparison, for ids and for showing. The text itself is never rewritten.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::letters::{BYTES, Byte, is_shown, letter_at, string};

/// Vowels with a tone, by tone, and the vowel without: the second letter of `oà`, `oè`, `uỳ` in the old placement.
const TONED: [(char, [char; 5]); 3] =
    [('a', ['à', 'á', 'ả', 'ã', 'ạ']), ('e', ['è', 'é', 'ẻ', 'ẽ', 'ẹ']), ('y', ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'])];

/// The toned vowels of [`TONED`] by their first two bytes and the last of them.
const TONES: [[u8; 3]; 15] = {
    let mut tones = [[0; 3]; 15];
    let mut at = 0;
    while at < 15 {
        let mut bytes = [0; 4];
        let length = TONED[at / 5].1[at % 5].encode_utf8(&mut bytes).len();
        tones[at] = [bytes[0], bytes[1], bytes[length - 1]];
        at += 1;
    }
    tones
};

/// The first vowel with the same tones.
const O: [char; 5] = ['ò', 'ó', 'ỏ', 'õ', 'ọ'];
/// As [`O`].
const U: [char; 5] = ['ù', 'ú', 'ủ', 'ũ', 'ụ'];

/// The two letters that stand for a toned vowel and the one before it, with the tone moved to the first of `oa`, `oe`,
/// `uy`: `uỷ` and `ủy` are one word. `q` owns the `u` behind it, so `quý` stays.
fn placed(key: &[u8], c: char) -> Option<(char, char)> {
    let firsts = match key {
        [.., b'o'] => O,
        [.., b'q', b'u'] => return None,
        [.., b'u'] => U,
        _ => return None,
    };
    let (vowel, tone) =
        TONED.iter().find_map(|(v, toned)| Some((*v, toned.iter().position(|t| *t == c)?)))?;
    ((firsts == U) == (vowel == 'y')).then_some((firsts[tone], vowel))
}

/// Adds a letter in small type, the tone [`placed`].
fn push_placed(key: &mut String, c: char) {
    match placed(key.as_bytes(), c) {
        Some((first, vowel)) => {
            key.pop();
            key.push(first);
            key.push(vowel);
        }
        None => key.push(c),
    }
}

/// Cyrillic letters that look like Latin ones; they come in through keyboards and OCR.
pub(super) const fn latin(c: char) -> Option<char> {
    Some(match c {
        'А' => 'A',
        'В' => 'B',
        'Е' => 'E',
        'К' => 'K',
        'М' => 'M',
        'Н' => 'H',
        'О' => 'O',
        'Р' => 'P',
        'С' => 'C',
        'Т' => 'T',
        'Х' => 'X',
        'У' => 'Y',
        'І' => 'I',
        'Ѕ' => 'S',
        'Ј' => 'J',
        'а' => 'a',
        'е' => 'e',
        'о' => 'o',
        'р' => 'p',
        'с' => 'c',
        'у' => 'y',
        'х' => 'x',
        'і' => 'i',
        _ => return None,
    })
}

/// Hyphens, dashes and the minus sign: all are typed for one another.
pub(super) const fn is_dash(c: char) -> bool {
    matches!(c, '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE63}' | '\u{FF0D}')
}

/// Characters that show nothing: soft hyphen, zero width blanks and joiners, direction marks, BOM.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}')
}

/// How much of the folding a text needs.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Need {
    /// It is shown as it stands but for blanks at its ends.
    Nothing,
    /// Blanks and marks must go.
    Blanks,
    /// It holds characters that only Unicode's tables know.
    Unicode,
}

/// One look at the bytes: most texts hold nothing but letters of Vietnamese, signs and single blanks.
fn need(text: &str) -> Need {
    let bytes = text.as_bytes();
    let mut need = Need::Nothing;
    for at in 0..bytes.len() {
        match need_at(bytes, at) {
            Need::Nothing => {}
            Need::Blanks => need = Need::Blanks,
            Need::Unicode => return Need::Unicode,
        }
    }
    need
}

/// What the character that begins at a byte needs; nothing for the inside of one.
#[inline]
pub(super) fn need_at(bytes: &[u8], at: usize) -> Need {
    match BYTES[usize::from(bytes[at])] {
        Byte::Blank if bytes.get(at + 1) == Some(&b' ') => Need::Blanks,
        Byte::Plain | Byte::Blank => Need::Nothing,
        Byte::Mark => Need::Blanks,
        Byte::Three if is_shown(&bytes[at..]) => Need::Nothing,
        Byte::Three | Byte::Other => Need::Unicode,
    }
}

/// The text to show for a value: NFC, white space collapsed to one blank, markdown marks and invisible
/// characters dropped, ends trimmed; never re-spelled.
pub fn tidy(text: &str) -> String {
    match need(text) {
        Need::Nothing => text.trim_matches(' ').to_owned(),
        Need::Blanks => tidy_blanks(text),
        Need::Unicode => tidy_any(text),
    }
}

/// [`tidy`] for a text whose blanks and marks are all ASCII.
fn tidy_blanks(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut at = 0;
    while at < bytes.len() {
        let dropped = |byte: &u8| matches!(BYTES[usize::from(*byte)], Byte::Blank | Byte::Mark);
        let end = bytes[at..].iter().position(dropped).map_or(bytes.len(), |run| at + run);
        if end > at {
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            out.push_str(&text[at..end]);
            at = end;
        } else {
            blank |= matches!(bytes[at], b' ' | b'|' | b'\t'..=b'\r');
            at += 1;
        }
    }
    out
}

/// [`tidy`] for any text, by Unicode's tables.
fn tidy_any(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut blank = false;
    let mut push = |c: char| {
        if c.is_whitespace() || c == '|' {
            blank = true;
        } else if c != '*' && !is_invisible(c) && !c.is_control() {
            if blank && !out.is_empty() {
                out.push(' ');
            }
            blank = false;
            out.push(c);
        }
    };
    if is_nfc_quick(text.chars()) == IsNormalized::Yes {
        text.chars().for_each(&mut push);
    } else {
        text.nfc().for_each(&mut push);
    }
    out
}

/// The key two texts are compared by: as [`tidy`], and lower case, Ð as đ, Cyrillic look-alikes as Latin,
/// one placement of tones, one dash.
pub fn fold(text: &str) -> String {
    match need(text) {
        Need::Nothing => fold_letters(text.trim_matches(' ')),
        Need::Blanks => fold_letters(&tidy(text)),
        Need::Unicode => fold_any(&tidy_any(text)),
    }
}

/// [`fold`] for a tidy text of letters of Vietnamese and signs: nearly all change in place.
fn fold_letters(text: &str) -> String {
    let mut key = text.as_bytes().to_vec();
    key.make_ascii_lowercase();
    // What was folded otherwise, word by word, and how far.
    let mut out: Vec<u8> = Vec::new();
    let mut copied = 0;
    let mut at = 0;
    while at < key.len() {
        if key[at].is_ascii() {
            at += 1;
            continue;
        }
        let (known, width) = letter_at(&key, at);
        let end = at + width;
        // Đ that is Icelandic, a dash, a letter of elsewhere; `oà`, `uý`.
        let other = known.small == 0 && !(key[at] == 0xE2 && !matches!(key[at + 2], 0x90..=0x95));
        let after_vowel = at > 0 && matches!(key[at - 1], b'o' | b'u');
        let second = if width == 2 { known.small } else { key[at + 1] };
        if other || after_vowel && TONES.contains(&[key[at], second, known.small]) {
            let start = memchr::memrchr(b' ', &key[..at]).map_or(0, |blank| blank + 1);
            let end = memchr::memchr(b' ', &key[at..]).map_or(key.len(), |length| at + length);
            out.extend_from_slice(&key[copied..start]);
            out.extend_from_slice(fold_any(&text[start..end]).as_bytes());
            (copied, at) = (end, end);
            continue;
        }
        if known.small != 0 {
            key[end - 1] = known.small;
        }
        at = end;
    }
    if copied == 0 {
        return string(key);
    }
    out.extend_from_slice(&key[copied..]);
    string(out)
}

/// [`fold`] for any tidy text, by Unicode's tables.
fn fold_any(tidy: &str) -> String {
    let mut key = String::with_capacity(tidy.len());
    for c in tidy.chars() {
        match c {
            ' '..='@' | '['..='~' => key.push(c),
            'A'..='Z' => key.push(c.to_ascii_lowercase()),
            'Ð' | 'ð' => key.push('đ'),
            c if is_dash(c) => key.push('-'),
            c => latin(c).unwrap_or(c).to_lowercase().for_each(|c| push_placed(&mut key, c)),
        }
    }
    key
}

/// The same text in lower case with every offset kept: a letter whose lower case has another length stays.
pub fn lower(text: &str) -> String {
    let mut out = text.as_bytes().to_vec();
    out.make_ascii_lowercase();
    let mut at = 0;
    while at < out.len() {
        if out[at].is_ascii() {
            at += 1;
            continue;
        }
        let (known, width) = letter_at(&out, at);
        let end = at + width;
        match known.small {
            0 => lower_any(&text[at..end], &mut out[at..end]),
            last => out[end - 1] = last,
        }
        at = end;
    }
    string(out)
}

/// [`lower`] of one character, by Unicode's tables.
fn lower_any(letter: &str, out: &mut [u8]) {
    let mut all = letter.chars().flat_map(char::to_lowercase);
    if let (Some(small), None) = (all.next(), all.next())
        && small.len_utf8() == out.len()
    {
        small.encode_utf8(out);
    }
}

/// The text letter by letter without its marks: one ASCII character for each character, so that places
/// can be counted back; `Đ` is D, a bullet `*`, a quotation mark `"`, anything else unknown `?`.
pub fn bare(text: &str) -> String {
    let mut out = String::new();
    bare_into(text, &mut out);
    out
}

/// [`bare`] over what a string held before: lines are read one by one.
pub fn bare_into(text: &str, out: &mut String) {
    let mut plain = std::mem::take(out).into_bytes();
    if plain.len() < text.len() {
        plain.resize(text.len(), 0);
    }
    let mut rest = text.as_bytes();
    let mut count = 0;
    for letter in &mut plain {
        let Some((&byte, tail)) = rest.split_first() else { break };
        count += 1;
        if byte.is_ascii() {
            (*letter, rest) = (byte, tail);
            continue;
        }
        let (known, width) = letter_at(rest, 0);
        let at = text.len() - rest.len();
        *letter = if known.unmarked == 0 { bare_any(&text[at..at + width]) } else { known.unmarked };
        rest = &rest[width..];
    }
    plain.truncate(count);
    *out = String::from_utf8(plain).unwrap_or_default();
}

/// [`bare`] of one character, by Unicode's tables.
fn bare_any(letter: &str) -> u8 {
    let c = letter.chars().next().unwrap_or('?');
    let bare = match c {
        c if c.is_ascii() => c,
        'Đ' | 'Ð' => 'D',
        'đ' | 'ð' => 'd',
        '“' | '”' | '«' | '»' | '„' | '‟' => '"',
        '‘' | '’' => '\'',
        '…' => '.',
        '•' | '●' | '▪' | '◦' | '·' | '■' | '♦' | '✓' | '\u{F0B7}' | '\u{F0A7}' => '*',
        c if is_dash(c) => '-',
        c if c.is_whitespace() => ' ',
        c => {
            let mut base = None;
            unicode_normalization::char::decompose_canonical(c, |d| {
                base.get_or_insert(d);
            });
            base.filter(char::is_ascii).unwrap_or('?')
        }
    };
    bare as u8
}

/// A segment of an id: `[a-z0-9-]`, letters without marks, đ as d, all else as single hyphens.
pub fn slug(text: &str) -> String {
    let key = fold(text);
    let mut out = String::with_capacity(key.len());
    let mut put = |c: char| match c {
        'a'..='z' | '0'..='9' => out.push(c),
        'đ' => out.push('d'),
        c if unicode_normalization::char::is_combining_mark(c) => {}
        _ if out.is_empty() || out.ends_with('-') => {}
        _ => out.push('-'),
    };
    for c in key.chars() {
        if c.is_ascii() {
            put(c);
            continue;
        }
        let letter = letter_at(c.encode_utf8(&mut [0; 4]).as_bytes(), 0).0.unmarked;
        if letter.is_ascii_lowercase() {
            put(char::from(letter));
        } else {
            std::iter::once(c).nfd().for_each(&mut put);
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_have_one_key() {
        for (a, b) in [
            ("Uỷ ban  nhân dân", "ủy ban nhân dân"),
            ("Thanh Hoá", "Thanh Hóa"),
            ("QÐ–UBND", "qđ-ubnd"),
            ("NQ\u{2011}СР", "NQ-CP"),
            ("**Số**\u{a0}12", "số 12"),
            ("Bô\u{323}", "Bộ"),
            ("quý II", "QUÝ II"),
        ] {
            assert_eq!(fold(a), fold(b));
        }
        assert_ne!(fold("quy định"), fold("quyết định"));
        assert!(fold("quý").starts_with("quý"));
    }

    #[test]
    fn the_fast_ways_say_what_unicode_says() {
        let pieces = [
            "", " ", "  ", "\n", "\t", "*", "**", "|", "\u{1}", "\u{a0}", "\u{ad}", "–", "”", "…",
            "\u{2028}", "А", "İ", "ß", "Ÿ", "oà", "OÀ", "quý", "QUỲ", "uỳ", "hoá", "Hóa", "đ", "Ð", "ð", "Đ",
            "Ơ", "ư", "ắ", "Ệ", "ỹ", "a\u{301}", "é", "÷", "x1", "\u{3000}", "\u{2000}", "\u{1680}", "漢",
            "Ǆ", "ʼ", "\u{FB01}",
        ];
        for a in pieces {
            for b in pieces {
                for c in ["", "o", " q", "u", "*"] {
                    let text = format!("{c}{a}{b}{c}{b}{a}");
                    assert_eq!(tidy(&text), tidy_any(&text), "{text:?}");
                    assert_eq!(fold(&text), fold_any(&tidy_any(&text)), "{text:?}");
                    let bared: String =
                        text.chars().map(|c| char::from(bare_any(c.encode_utf8(&mut [0; 4])))).collect();
                    assert_eq!(bare(&text), bared, "{text:?}");
                }
            }
        }
    }

    #[test]
    fn lower_keeps_offsets() {
        let text = "SỐ: 12/QĐ-UBND İ";
        assert_eq!(lower(text).len(), text.len());
        assert!(lower(text).starts_with("số: 12/qđ-ubnd"));
    }

    #[test]
    fn a_bare_text_keeps_the_count_of_its_letters() {
        for (text, plain) in
            [("Điều 1. “Đất”", "Dieu 1. \"Dat\""), ("• Quỹ ②", "* Quy ?"), ("ỦY BAN", "UY BAN")]
        {
            assert_eq!(bare(text), plain);
            assert_eq!(bare(text).len(), text.chars().count());
        }
    }

    #[test]
    fn a_slug_is_plain_ascii() {
        assert_eq!(slug("Ủy ban nhân dân tỉnh Đắk Lắk"), "uy-ban-nhan-dan-tinh-dak-lak");
        assert_eq!(slug("/230/KH–UBND"), "230-kh-ubnd");
    }
}
