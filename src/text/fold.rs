//! Forms of a text for comparison, for ids and for showing. The text itself is never rewritten.

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Vowels with a tone, by tone, and the vowel without: the second letter of `oà`, `oè`, `uỳ` in the old placement.
const TONED: [(char, [char; 5]); 3] =
    [('a', ['à', 'á', 'ả', 'ã', 'ạ']), ('e', ['è', 'é', 'ẻ', 'ẽ', 'ẹ']), ('y', ['ỳ', 'ý', 'ỷ', 'ỹ', 'ỵ'])];

/// The first vowel with the same tones.
const O: [char; 5] = ['ò', 'ó', 'ỏ', 'õ', 'ọ'];
/// As [`O`].
const U: [char; 5] = ['ù', 'ú', 'ủ', 'ũ', 'ụ'];

/// Adds a letter with the tone moved to the first vowel of `oa`, `oe`, `uy`: `uỷ` and `ủy` are one word. `q` owns the
/// `u` behind it, so `quý` stays.
fn push_placed(key: &mut String, c: char) {
    let firsts = if key.ends_with('o') {
        Some(O)
    } else if key.ends_with('u') && !key.ends_with("qu") {
        Some(U)
    } else {
        None
    };
    let moved = firsts.and_then(|firsts| {
        let (vowel, tone) =
            TONED.iter().find_map(|(v, toned)| Some((*v, toned.iter().position(|t| *t == c)?)))?;
        ((firsts == U) == (vowel == 'y')).then_some((firsts[tone], vowel))
    });
    match moved {
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

/// The text to show for a value: NFC, white space collapsed to one blank, markdown marks and invisible
/// characters dropped, ends trimmed; never re-spelled.
pub fn tidy(text: &str) -> String {
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
    let mut key = String::with_capacity(text.len());
    for c in tidy(text).chars() {
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
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let mut small = c.to_lowercase();
        match (small.next(), small.next()) {
            (Some(l), None) if l.len_utf8() == c.len_utf8() => out.push(l),
            _ => out.push(c),
        }
    }
    out
}

/// The text letter by letter without its marks: one ASCII character for each character, so that places
/// can be counted back; `Đ` is D, a bullet `*`, a quotation mark `"`, anything else unknown `?`.
pub fn bare(text: &str) -> String {
    text.chars().map(bare_letter).collect()
}

fn bare_letter(c: char) -> char {
    match c {
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
    }
}

/// A segment of an id: `[a-z0-9-]`, letters without marks, đ as d, all else as single hyphens.
pub fn slug(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in fold(text).nfd() {
        match c {
            'a'..='z' | '0'..='9' => out.push(c),
            'đ' => out.push('d'),
            c if unicode_normalization::char::is_combining_mark(c) => {}
            _ if out.is_empty() || out.ends_with('-') => {}
            _ => out.push('-'),
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
