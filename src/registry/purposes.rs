//! Why a copy goes to a recipient (Nơi nhận): the phrase in brackets, behind `để`, or the item itself.

use std::sync::LazyLock;

use super::table::rows;
use crate::text::fold;

/// The purpose of CONTRACT.md.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Purpose {
    /// Như trên.
    AsAbove,
    /// Để báo cáo.
    Report,
    /// Để phối hợp.
    Coordinate,
    /// Để thực hiện.
    Implement,
    /// Để biết.
    Inform,
    /// Thay trả lời.
    ReplyInstead,
    /// Để đăng tải, Công báo.
    Publish,
    /// Lưu.
    Archive,
}

impl Purpose {
    /// Every purpose.
    pub const ALL: [Purpose; 8] = [
        Purpose::AsAbove,
        Purpose::Report,
        Purpose::Coordinate,
        Purpose::Implement,
        Purpose::Inform,
        Purpose::ReplyInstead,
        Purpose::Publish,
        Purpose::Archive,
    ];

    /// The value in the output: `as_above`.
    pub fn as_str(self) -> &'static str {
        match self {
            Purpose::AsAbove => "as_above",
            Purpose::Report => "report",
            Purpose::Coordinate => "coordinate",
            Purpose::Implement => "implement",
            Purpose::Inform => "inform",
            Purpose::ReplyInstead => "reply_instead",
            Purpose::Publish => "publish",
            Purpose::Archive => "archive",
        }
    }
}

struct Phrase {
    text: String,
    at_start: bool,
    purpose: Purpose,
}

static PHRASES: LazyLock<Vec<Phrase>> = LazyLock::new(|| {
    rows(include_str!("data/recipients.tsv"), ["phrase", "where", "purpose"])
        .into_iter()
        .filter_map(|[phrase, place, purpose]| {
            let purpose = Purpose::ALL.into_iter().find(|known| known.as_str() == purpose)?;
            Some(Phrase { text: fold(phrase), at_start: place == "start", purpose })
        })
        .collect()
});

/// Whether `phrase` stands in `text` as whole words.
fn has_words(text: &str, phrase: &str) -> bool {
    text.match_indices(phrase).any(|(at, _)| {
        let outside = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        outside(text[..at].chars().next_back()) && outside(text[at + phrase.len()..].chars().next())
    })
}

/// The purpose an item of Nơi nhận states: `UBND tỉnh (báo cáo)`, `Như trên`, `Lưu: VT, VP`; None when it
/// states none.
pub fn purpose_of(item: &str) -> Option<Purpose> {
    let item = fold(item);
    let item = item.trim_start_matches(['-', '+', ' ']);
    let bracketed = item.rsplit_once('(').map(|(_, inside)| inside.trim_end_matches([')', ';', '.', ' ']));
    let behind = item.rsplit_once(" để ").map(|(_, behind)| behind);
    let notes = [bracketed, behind];
    let states = |phrase: &&Phrase| {
        if phrase.at_start {
            item.starts_with(&phrase.text) && has_words(item, &phrase.text)
        } else {
            notes.iter().flatten().any(|note| has_words(note, &phrase.text))
        }
    };
    PHRASES.iter().find(states).map(|phrase| phrase.purpose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_a_purpose() {
        let rows = include_str!("data/recipients.tsv").lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(PHRASES.len(), rows - 1);
    }

    #[test]
    fn items_tell_their_purpose() {
        for (item, purpose) in [
            ("Như trên", Some(Purpose::AsAbove)),
            ("- Như Điều 3;", Some(Purpose::AsAbove)),
            ("UBND tỉnh (báo cáo)", Some(Purpose::Report)),
            ("Thủ tướng Chính phủ (để b/c);", Some(Purpose::Report)),
            ("Thường trực Tỉnh ủy để báo cáo", Some(Purpose::Report)),
            ("Các Ban: CS, PC, CĐS (để phối hợp t/h)", Some(Purpose::Coordinate)),
            ("Các sở, ban, ngành (thực hiện)", Some(Purpose::Implement)),
            ("Sở Nội vụ (để biết, thực hiện)", Some(Purpose::Implement)),
            ("Ban Giám đốc (để biết)", Some(Purpose::Inform)),
            ("Công ty A (thay trả lời)", Some(Purpose::ReplyInstead)),
            ("Website Sở (để đăng tải)", Some(Purpose::Publish)),
            ("Công báo", Some(Purpose::Publish)),
            ("Lưu: VT, VP (VRB)", Some(Purpose::Archive)),
            ("Lưu VT, NN (03). Hg", Some(Purpose::Archive)),
            ("Báo Nhân dân", None),
            ("Ủy ban nhân dân tỉnh", None),
            ("Bộ Nội vụ (03)", None),
        ] {
            assert_eq!(purpose_of(item), purpose, "{item}");
        }
    }
}
