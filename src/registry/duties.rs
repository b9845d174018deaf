//! Words of duty: who acts, what opens an action, how a task is given. Sets of phrases matched at a word.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::LazyLock;

use super::table::rows;

/// What a phrase does in a sentence that gives a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DutyWord {
    /// Head of a named body: `sở`, `bộ`, `văn phòng`.
    Body,
    /// Chức vụ: `giám đốc`, `thủ trưởng`.
    Post,
    /// Noun of a set: `đơn vị`, `ngành`, `xã`.
    Group,
    /// Word before a set: `các`, `mỗi`.
    Opener,
    /// Obligation: `có trách nhiệm`, `phải`.
    Must,
    /// Manner and scope before a verb: `tiếp tục`, `căn cứ`.
    Manner,
    /// Action: `xây dựng`, `chủ trì`.
    Verb,
    /// Short action that opens an item but is a syllable of names too: `lập`, `cấp`.
    Action,
    /// `giao`, `phân công`.
    Assign,
    /// `yêu cầu`.
    Require,
    /// `đề nghị`.
    Request,
    /// `đôn đốc`.
    Urge,
    /// What follows a subject that is given no task: `đã`, `được`.
    Past,
    /// Opening of an item that tells rather than assigns: `kết quả`, `kinh phí`.
    Statement,
    /// What opens like an actor and is none: `hội nghị`, `thuế suất`.
    NotActor,
    /// Heading of a section without tasks: `mục đích`.
    Aim,
    /// Heading of a section of tasks: `tổ chức thực hiện`.
    Charge,
    /// Closing formula: `chịu trách nhiệm thi hành`.
    Generic,
}

fn kind(cell: &str) -> Option<DutyWord> {
    Some(match cell {
        "body" => DutyWord::Body,
        "post" => DutyWord::Post,
        "group" => DutyWord::Group,
        "opener" => DutyWord::Opener,
        "must" => DutyWord::Must,
        "manner" => DutyWord::Manner,
        "verb" => DutyWord::Verb,
        "action" => DutyWord::Action,
        "notactor" => DutyWord::NotActor,
        "assign" => DutyWord::Assign,
        "require" => DutyWord::Require,
        "request" => DutyWord::Request,
        "urge" => DutyWord::Urge,
        "past" => DutyWord::Past,
        "statement" => DutyWord::Statement,
        "aim" => DutyWord::Aim,
        "charge" => DutyWord::Charge,
        "generic" => DutyWord::Generic,
        _ => return None,
    })
}

/// A set of [`DutyWord`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct DutyKinds(u32);

impl DutyKinds {
    /// The set of these.
    pub const fn of(kinds: &[DutyWord]) -> Self {
        let (mut bits, mut i) = (0, 0);
        while i < kinds.len() {
            bits |= 1 << kinds[i] as u32;
            i += 1;
        }
        Self(bits)
    }

    /// Whether some kind is of both sets.
    pub const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

impl From<DutyWord> for DutyKinds {
    fn from(kind: DutyWord) -> Self {
        Self(1 << kind as u32)
    }
}

/// A phrase of the table, with what its own beginnings say: a place that opens with it opens with those too.
struct Phrase {
    text: &'static str,
    kinds: DutyKinds,
    /// Of the phrase and all shorter ones it begins with.
    all: DutyKinds,
    /// The longest of those, as an index into [`Phrases::list`].
    shorter: Option<usize>,
}

/// The first word of some phrases.
struct First {
    word: &'static str,
    phrases: Range<usize>,
    /// Of all of them.
    kinds: DutyKinds,
}

/// The table by first word: one look-up answers for all kinds.
struct Phrases {
    /// Phrases of one first word stand together, longest first.
    list: Vec<Phrase>,
    /// First words with their phrases.
    words: Vec<First>,
    /// Open addressing: index into `words` and one, by [`hash`].
    slots: Vec<u16>,
}

/// A power of two some times the count of first words.
const SLOTS: usize = 4096;

static PHRASES: LazyLock<Phrases> = LazyLock::new(|| {
    let mut kinds: BTreeMap<(&str, Reverse<usize>, &'static str), u32> = BTreeMap::new();
    for [phrase, cell] in rows(include_str!("data/duty_phrases.tsv"), ["phrase", "kind"]) {
        if let (Some(kind), Some(first)) = (kind(cell), phrase.split(' ').next()) {
            *kinds.entry((first, Reverse(phrase.len()), phrase)).or_default() |= DutyKinds::from(kind).0;
        }
    }
    let mut all = Phrases { list: Vec::new(), words: Vec::new(), slots: vec![0; SLOTS] };
    for ((first, _, text), bits) in kinds {
        let at = all.list.len();
        match all.words.last_mut() {
            Some(known) if known.word == first => {
                known.phrases.end = at + 1;
                known.kinds.0 |= bits;
            }
            _ => all.words.push(First { word: first, phrases: at..at + 1, kinds: DutyKinds(bits) }),
        }
        all.list.push(Phrase { text, kinds: DutyKinds(bits), all: DutyKinds(bits), shorter: None });
    }
    for (i, First { word, phrases, .. }) in all.words.iter().enumerate() {
        let mut slot = hash(word.as_bytes());
        while all.slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        all.slots[slot] = u16::try_from(i + 1).unwrap_or_default();
        for at in phrases.clone().rev() {
            let text = all.list[at].text;
            let begins = |shorter: &usize| {
                let rest = text.strip_prefix(all.list[*shorter].text);
                rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
            };
            all.list[at].shorter = (at + 1..phrases.end).find(begins);
            all.list[at].all.0 |= all.list[at].shorter.map_or(0, |shorter| all.list[shorter].all.0);
        }
    }
    all
});

/// Of a word: its first eight bytes and its length tell first words apart well enough.
fn hash(word: &[u8]) -> usize {
    let mut head = [0; 8];
    let len = word.len().min(8);
    head[..len].copy_from_slice(&word[..len]);
    let key = u64::from_le_bytes(head) ^ (word.len() as u64) << 56;
    (key.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 52) as usize % SLOTS
}

/// What a place of a text opens with: its phrases of all kinds.
#[derive(Clone, Copy)]
pub struct DutyWords<'a> {
    lower: &'a str,
    longest: Option<&'static Phrase>,
}

impl DutyWords<'_> {
    /// Whether a phrase of one of these kinds stands here.
    pub fn has(self, kinds: impl Into<DutyKinds>) -> bool {
        self.longest.is_some_and(|longest| longest.all.meets(kinds.into()))
    }

    /// The length of the longest phrase of one of these kinds.
    pub fn length(self, kinds: impl Into<DutyKinds>) -> Option<usize> {
        let kinds = kinds.into();
        let mut phrase = self.longest.filter(|longest| longest.all.meets(kinds))?;
        while !phrase.kinds.meets(kinds) {
            phrase = &PHRASES.list[phrase.shorter?];
        }
        phrase_length(self.lower, phrase.text)
    }
}

/// The phrases `lower` (text in lower case) begins with, as whole words; blanks in the text may be line breaks.
pub fn duty_words(lower: &str) -> DutyWords<'_> {
    let phrases = &*PHRASES;
    let known = first_at(phrases, lower, word_end(lower));
    DutyWords { lower, longest: known.and_then(|known| longest(phrases, known, lower)) }
}

/// The phrases that begin with the word `lower[..first]`.
fn first_at(phrases: &'static Phrases, lower: &str, first: usize) -> Option<&'static First> {
    let word = &lower.as_bytes()[..first];
    let mut slot = hash(word);
    loop {
        let known = &phrases.words[usize::from(phrases.slots[slot]).checked_sub(1)?];
        if known.word.as_bytes() == word {
            return Some(known);
        }
        slot = (slot + 1) % SLOTS;
    }
}

/// The longest phrase of `known` that `lower` begins with.
fn longest(phrases: &'static Phrases, known: &First, lower: &str) -> Option<&'static Phrase> {
    let first = known.word.len();
    let second = lower[first..].trim_start();
    let parted = second.len() < lower.len() - first;
    phrases.list[known.phrases.clone()].iter().find(|phrase| {
        let tail = phrase.text.get(first + 1..).unwrap_or_default();
        // Most phrases fail at the first letter of their second word.
        tail.is_empty()
            || parted
                && second.as_bytes().first() == tail.as_bytes().first()
                && phrase_length(second, tail).is_some()
    })
}

/// The length of the longest phrase of `kind` that `lower` (text in lower case) begins with, as whole words;
/// blanks in the text may be line breaks.
pub fn duty_word(lower: &str, kind: DutyWord) -> Option<usize> {
    duty_words(lower).length(kind)
}

/// Whether a phrase of one of these kinds stands anywhere in `lower` at the beginning of a word.
pub fn has_duty_word(lower: &str, kinds: impl Into<DutyKinds>) -> bool {
    let (kinds, phrases) = (kinds.into(), &*PHRASES);
    let mut rest = lower;
    while !rest.is_empty() {
        let end = word_end(rest);
        if end == 0 {
            rest = &rest[rest.chars().next().map_or(1, char::len_utf8)..];
            continue;
        }
        let known = first_at(phrases, rest, end).filter(|known| known.kinds.meets(kinds));
        let found = known.and_then(|known| longest(phrases, known, rest));
        if found.is_some_and(|phrase| phrase.all.meets(kinds)) {
            return true;
        }
        rest = &rest[end..];
    }
    false
}

/// The first words of all phrases of these kinds: where none of them stands no such phrase does.
pub fn first_words(kinds: impl Into<DutyKinds>) -> impl Iterator<Item = &'static str> {
    let kinds = kinds.into();
    PHRASES.words.iter().filter(move |first| first.kinds.meets(kinds)).map(|first| first.word)
}

/// Where the letters and digits a text begins with end.
fn word_end(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += match byte {
            b'a'..=b'z' | b'0'..=b'9' | b'A'..=b'Z' => 1,
            0..=0x7F => break,
            // The blocks of Latin letters that Vietnamese is written with hold nothing but letters, save × and ÷.
            0xC3 if !matches!(bytes.get(at + 1), Some(0x97 | 0xB7)) => 2,
            0xC4..=0xC8 => 2,
            0xE1 if matches!(bytes.get(at + 1), Some(0xB8..=0xBB)) => 3,
            _ => match text[at..].chars().next().filter(|c| c.is_alphanumeric()) {
                Some(c) => c.len_utf8(),
                None => break,
            },
        };
    }
    at
}

/// How much of `lower` the phrase takes, if it begins with it as whole words.
fn phrase_length(lower: &str, phrase: &str) -> Option<usize> {
    let bytes = lower.as_bytes();
    let mut at = 0;
    for &byte in phrase.as_bytes() {
        match bytes.get(at) {
            Some(b' ')
                if byte == b' '
                    && bytes.get(at + 1).is_some_and(|&next| next > b' ' && next < 0xE1 && next != 0xC2) =>
            {
                at += 1;
            }
            Some(_) if byte == b' ' => {
                let rest = &lower[at..];
                let blank = rest.len() - rest.trim_start().len();
                if blank == 0 {
                    return None;
                }
                at += blank;
            }
            Some(&other) if other == byte => at += 1,
            _ => return None,
        }
    }
    (word_end(&lower[at..]) == 0).then_some(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_phrase_wins_and_words_are_whole() {
        assert_eq!(duty_word("giao cho sở y tế", DutyWord::Assign), Some("giao cho".len()));
        assert_eq!(duty_word("giao\ncho sở", DutyWord::Assign), Some("giao\ncho".len()));
        assert_eq!(duty_word("giaothông", DutyWord::Assign), None);
        assert!(has_duty_word("1. tổ chức thực hiện", DutyWord::Charge));
        assert!(!has_duty_word("phân công", DutyWord::Aim));
    }

    #[test]
    fn every_row_has_a_known_kind() {
        for [phrase, cell] in rows(include_str!("data/duty_phrases.tsv"), ["phrase", "kind"]) {
            assert!(kind(cell).is_some() && !phrase.is_empty(), "{phrase} {cell}");
        }
    }
}
