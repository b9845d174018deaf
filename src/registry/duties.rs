//! Words of duty: who acts, what opens an action, how a task is given. Sets of phrases matched at a word.

use std::collections::HashMap;
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

/// Phrases by kind and first word, longest first.
static PHRASES: LazyLock<HashMap<(DutyWord, &'static str), Vec<&'static str>>> = LazyLock::new(|| {
    let mut all: HashMap<_, Vec<&'static str>> = HashMap::new();
    for [phrase, cell] in rows(include_str!("data/duty_phrases.tsv"), ["phrase", "kind"]) {
        if let (Some(kind), Some(first)) = (kind(cell), phrase.split(' ').next()) {
            all.entry((kind, first)).or_default().push(phrase);
        }
    }
    for list in all.values_mut() {
        list.sort_by_key(|phrase| std::cmp::Reverse(phrase.len()));
    }
    all
});

/// The length of the longest phrase of `kind` that `lower` (text in lower case) begins with, as whole words;
/// blanks in the text may be line breaks.
pub fn duty_word(lower: &str, kind: DutyWord) -> Option<usize> {
    let first = lower.split(|c: char| !c.is_alphanumeric()).next().filter(|word| !word.is_empty())?;
    PHRASES.get(&(kind, first))?.iter().find_map(|phrase| phrase_length(lower, phrase))
}

/// Whether a phrase of `kind` stands anywhere in `lower` at the beginning of a word.
pub fn has_duty_word(lower: &str, kind: DutyWord) -> bool {
    let mut after_letter = false;
    lower.char_indices().any(|(at, c)| {
        let starts = c.is_alphanumeric() && !after_letter;
        after_letter = c.is_alphanumeric();
        starts && duty_word(&lower[at..], kind).is_some()
    })
}

fn phrase_length(lower: &str, phrase: &str) -> Option<usize> {
    let mut rest = lower;
    for (i, word) in phrase.split(' ').enumerate() {
        if i > 0 {
            let next = rest.trim_start_matches(char::is_whitespace);
            if next.len() == rest.len() {
                return None;
            }
            rest = next;
        }
        rest = rest.strip_prefix(word)?;
    }
    (!rest.starts_with(char::is_alphanumeric)).then_some(lower.len() - rest.len())
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
