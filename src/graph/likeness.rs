//! How alike texts with one identity are: the same document twice, a copy of it, another version of it, or a text that
//! has only the number in common. Told by runs of words (shingles), so line breaks and marks do not matter.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};

use super::view::{GraphView, Particulars};
use crate::model::Status;
use crate::resolve::Key;
use crate::text::{Span, fold};

/// Words of a run.
const RUN: usize = 4;
/// Words at the beginning, at most, that prove nothing where they agree: texts of one number share their letterhead.
const HEAD: usize = 40;
/// From here on two texts have the same words but for slips of typing and recognition.
const NEARLY: u8 = 80;
/// From here on two texts are one, whatever their letterheads.
const HALF: u8 = 50;
/// Below this a text has only phrases of office in common with another.
const KIN: u8 = 25;

/// What two texts with one identity are to one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Likeness {
    /// Trùng: the same words.
    Duplicate,
    /// Bản sao: sao y, trích sao, or nearly the same words.
    Copy,
    /// Bản khác: much of the text is the same.
    Version,
    /// Hai văn bản: only the identity is the same.
    Unlike,
    /// Not to be told: a text is missing.
    Unknown,
}

impl Likeness {
    /// The code of its diagnostic.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Duplicate => "duplicate",
            Self::Copy => "copy",
            Self::Version => "version",
            Self::Unlike => "unlike",
            Self::Unknown => "unknown",
        }
    }
}

/// Two files that hold one document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Twins {
    /// The file that speaks for the document.
    pub first: Particulars,
    /// Another one.
    pub other: Particulars,
    /// What they are to one another.
    pub likeness: Likeness,
    /// Share of runs of words in common, per cent; None when a text is missing.
    pub alike: Option<u8>,
}

/// What was issued of a draft, as far as the words tell: documents of the same body and kind with much of its text.
pub fn issued_of(view: &dyn GraphView, draft: &str) -> Vec<Twins> {
    let Some(first) = view.particulars(draft).into_iter().next() else { return Vec::new() };
    let series = |id: &str| Key::of_id(id).map(|key| (key.issuer, key.kind));
    let others = view.documents().into_iter().filter(|id| {
        id != draft
            && series(id) == series(draft)
            && view.card(id).is_some_and(|card| card.held && card.status != Status::Draft)
    });
    let held = others.flat_map(|id| view.particulars(&id));
    let twins = held.map(|other| {
        let (likeness, alike) = likeness(&first, &other);
        Twins { first: first.clone(), other, likeness, alike }
    });
    twins.filter(|pair| !matches!(pair.likeness, Likeness::Unlike | Likeness::Unknown)).collect()
}

/// The files of a document beside the first.
pub fn twins(view: &dyn GraphView, id: &str) -> Vec<Twins> {
    let mut held = view.particulars(id).into_iter();
    let Some(first) = held.next() else { return Vec::new() };
    held.map(|other| {
        let (likeness, alike) = likeness(&first, &other);
        Twins { first: first.clone(), other, likeness, alike }
    })
    .collect()
}

/// What two texts with one identity are to one another, and how much they have in common, per cent.
pub fn likeness(one: &Particulars, other: &Particulars) -> (Likeness, Option<u8>) {
    if one.source.sha256 == other.source.sha256 && !one.source.sha256.is_empty() {
        return (Likeness::Duplicate, Some(100));
    }
    if one.text.is_empty() || other.text.is_empty() {
        return (Likeness::Unknown, None);
    }
    let (a, b) = (words(&one.text), words(&other.text));
    if a == b {
        return (Likeness::Duplicate, Some(100));
    }
    let head = a.iter().zip(&b).take(HEAD).take_while(|(a, b)| a == b).count();
    let alike = common(&runs(&a), &runs(&b)).0;
    // A trích sao holds only a part of the text, and the words of the copier beside it.
    let contained = common(&runs(&a[head..]), &runs(&b[head..])).1;
    let kin = alike >= HALF || contained >= KIN;
    let likeness = match alike {
        NEARLY.. => Likeness::Copy,
        _ if kin && (one.copy.is_some() || other.copy.is_some()) => Likeness::Copy,
        _ if kin => Likeness::Version,
        _ => Likeness::Unlike,
    };
    (likeness, Some(alike))
}

/// How many runs two texts share, per cent of all and of the shorter text.
fn common(a: &HashSet<u64>, b: &HashSet<u64>) -> (u8, u8) {
    let both = a.intersection(b).count();
    (share(both, a.len() + b.len() - both), share(both, a.len().min(b.len())))
}

fn share(part: usize, whole: usize) -> u8 {
    u8::try_from((part * 100).checked_div(whole).unwrap_or(100)).unwrap_or(100)
}

/// The words of a text, whatever stands between them.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Hashes of every run of words; a text shorter than a run is one.
fn runs(words: &[String]) -> HashSet<u64> {
    let hash = |run: &[String]| {
        let mut hasher = DefaultHasher::new();
        run.hash(&mut hasher);
        hasher.finish()
    };
    match words.len() {
        0..RUN => HashSet::from([hash(words)]),
        _ => words.windows(RUN).map(hash).collect(),
    }
}

impl Twins {
    /// Where the first words of both texts that are told apart stand.
    pub fn beginnings(&self) -> [Span; 2] {
        [&self.first, &self.other].map(|held| {
            let start = held.text.len() - held.text.trim_start().len();
            let line = held.text[start..].lines().next().map_or(0, str::len);
            Span::new(start, start + line)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::HeldSource;

    fn held(text: &str) -> Particulars {
        let sha256 = format!("{:0<64}", crate::model::draft_mark(text));
        Particulars {
            text: text.into(),
            source: HeldSource { sha256, ..HeldSource::default() },
            ..Particulars::default()
        }
    }

    #[test]
    fn texts_are_told_apart_by_their_words() {
        let text = "Sở Y tế đề nghị các đơn vị trực thuộc rà soát, niêm yết công khai số điện thoại đường dây nóng và \
            gửi báo cáo kết quả về Sở trước ngày 15 tháng 6 năm 2026 để tổng hợp, trình Ủy ban nhân dân tỉnh.";
        let of = |other: &str| likeness(&held(text), &held(other)).0;
        assert_eq!(of(text), Likeness::Duplicate);
        assert_eq!(of(&text.replace(", ", ",\n\n").to_uppercase()), Likeness::Duplicate);
        assert_eq!(of(&text.replace("trình Ủy", "trinh Ủy")), Likeness::Copy);
        assert_eq!(of(&text.replace("rà soát, niêm yết công khai", "kiểm tra lại")), Likeness::Version);
        assert_eq!(of("Ban hành quy chế làm việc của Ủy ban nhân dân xã, gồm năm chương."), Likeness::Unlike);
        assert_eq!(likeness(&held(text), &Particulars::default()).0, Likeness::Unknown);
        assert_eq!(of(""), Likeness::Unknown);
    }
}
