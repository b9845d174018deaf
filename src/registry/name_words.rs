//! Names of bodies and places as words to compare: folded, short forms spelled out, punctuation dropped, and
//! for each word whether it was printed with a capital (names of communes are told by that).

use std::collections::HashMap;
use std::sync::LazyLock;

use super::table::rows;
use crate::text::{fold, is_letter_or_digit, tidy};

/// One word of a name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Word {
    /// The key it is compared by.
    pub key: String,
    /// Begins with a capital or a digit, or was spelled out from a short form.
    pub capital: bool,
}

static SHORT_FORMS: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    rows(include_str!("data/short_forms.tsv"), ["short", "long"])
        .into_iter()
        .map(|[short, long]| (fold(short), plain_words(long)))
        .collect()
});

fn plain_words(text: &str) -> Vec<String> {
    fold(text)
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The words of a printed name up to an opening bracket: `UBND TP. Cần Thơ` gives `ủy ban nhân dân thành phố
/// cần thơ`; a lone `&` is `và`.
pub(super) fn words_of(printed: &str) -> Vec<Word> {
    let shown = tidy(printed);
    let outside = shown.split('(').next().unwrap_or_default().trim_matches(' ');
    // Folded at once: a word's key does not depend on its neighbours.
    let folded = fold(outside);
    let mut words = Vec::new();
    for (token, key) in outside.split(' ').zip(folded.split(' ')) {
        if token.chars().all(is_letter_or_digit) {
            push_key(token, key.to_owned(), &mut words);
            continue;
        }
        let bare: String = token.chars().filter(|c| c.is_alphanumeric()).collect();
        if token == "&" {
            words.push(Word { key: "và".to_owned(), capital: false });
        } else if let Some(long) = SHORT_FORMS.get(&fold(&bare)) {
            words.extend(long.iter().map(|key| Word { key: key.clone(), capital: true }));
        } else {
            for piece in token.split(|c: char| !c.is_alphanumeric()).filter(|piece| !piece.is_empty()) {
                push_word(piece, &mut words);
            }
        }
    }
    words
}

/// A word of letters and digits alone, or what it is short for.
fn push_word(printed: &str, words: &mut Vec<Word>) {
    push_key(printed, fold(printed), words);
}

/// A word with its key.
fn push_key(printed: &str, key: String, words: &mut Vec<Word>) {
    if let Some(long) = SHORT_FORMS.get(&key) {
        words.extend(long.iter().map(|key| Word { key: key.clone(), capital: true }));
    } else if !printed.is_empty() {
        let capital = printed.chars().next().is_some_and(|c| c.is_uppercase() || c.is_numeric());
        words.push(Word { key, capital });
    }
}

/// The words joined by blanks: the key of a lookup.
pub(super) fn joined(words: &[Word]) -> String {
    words.iter().map(|word| word.key.as_str()).collect::<Vec<_>>().join(" ")
}

/// The key of a printed name.
pub(super) fn name_key(printed: &str) -> String {
    joined(&words_of(printed))
}

/// A name in lower case with its short forms written out, punctuation dropped: `luật ban hành văn bản qppl`.
pub fn spelled_out(printed: &str) -> String {
    name_key(printed)
}

/// The words with a capital each: `Đất Mũi`.
pub(super) fn titled(words: &[Word]) -> String {
    let capitalised = words.iter().map(|word| capital_first(&word.key));
    capitalised.collect::<Vec<_>>().join(" ")
}

/// The text with its first letter in upper case.
pub(super) fn capital_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Whether the words begin with the ones of a key.
pub(super) fn starts_with(words: &[Word], key: &str) -> bool {
    // Most words fail at their first letter.
    let first = words.first().and_then(|word| word.key.bytes().next());
    first == key.bytes().next()
        && key.split(' ').enumerate().all(|(at, part)| words.get(at).is_some_and(|word| word.key == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_forms_and_spellings_meet() {
        for (a, b) in [
            ("UBND TP. Cần Thơ", "Uỷ ban nhân dân thành phố Cần Thơ"),
            ("Sở KH&CN", "Sở Khoa học và Công nghệ"),
            ("TP.HCM", "thành phố Hồ Chí Minh"),
            ("Bộ Lao động - Thương binh và Xã hội", "BỘ LAO ĐỘNG – THƯƠNG BINH & XÃ HỘI"),
            ("Thủ tướng Chính phủ (để b/c)", "Thủ tướng Chính phủ"),
        ] {
            assert_eq!(name_key(a), name_key(b));
        }
    }

    #[test]
    fn capitals_are_kept_beside_the_key() {
        let words = words_of("UBND xã Đất Mũi");
        assert_eq!(titled(&words[5..]), "Đất Mũi");
        assert!(words[0].capital && !words[4].capital && words[5].capital);
        assert!(starts_with(&words, "ủy ban nhân dân"));
    }
}
