//! Phrases that tell what one document does to another (dấu hiệu quan hệ): `triển khai thực hiện`, `bị bãi bỏ`.

use std::sync::LazyLock;

use super::relations::Relation;
use super::table::rows;

/// Which of the two documents acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Voice {
    /// The one before the phrase: `A thay thế B`.
    Active,
    /// The one behind it: `A được thay thế bởi B`.
    Passive,
}

/// Where a phrase tells what the document that prints it does itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OwnPlace {
    /// In any sentence: `thực hiện`.
    Any,
    /// At the head of a sentence or in the subject: `trả lời`.
    Head,
    /// In the subject or the articles of an act: `bãi bỏ`. Elsewhere it is a wish (`đề nghị sửa đổi`).
    Act,
    /// Nowhere.
    Never,
}

/// Dấu hiệu quan hệ: a row of the table, one for every spelling of its phrase.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cue {
    /// In lower case, single blanks.
    pub phrase: &'static str,
    /// What it tells; `cites` for a phrase that only refers (`theo quy định tại`).
    pub relation: Relation,
    /// Who acts.
    pub voice: Voice,
    /// Where it speaks of the document itself.
    pub own: OwnPlace,
    /// Whether it links two other documents: `Quyết định A về thực hiện Nghị quyết B`.
    pub inner: bool,
    /// How telling it is, 1 to 3.
    pub weight: u8,
}

static CUES: LazyLock<Vec<Cue>> = LazyLock::new(|| {
    let table = include_str!("data/relation_cues.tsv");
    rows(table, ["phrases", "relation", "voice", "own", "inner", "weight"])
        .into_iter()
        .filter_map(|[phrases, relation, voice, own, inner, weight]| {
            let cue = Cue {
                phrase: "",
                relation: relation.parse().ok()?,
                voice: if voice == "passive" { Voice::Passive } else { Voice::Active },
                own: match own {
                    "any" => OwnPlace::Any,
                    "head" => OwnPlace::Head,
                    "act" => OwnPlace::Act,
                    _ => OwnPlace::Never,
                },
                inner: inner == "inner",
                weight: weight.parse().ok()?,
            };
            Some(phrases.split('|').map(move |phrase| Cue { phrase, ..cue.clone() }))
        })
        .flatten()
        .collect()
});

/// Every phrase of the table.
pub fn relation_cues() -> &'static [Cue] {
    &CUES
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{lower, tidy};

    #[test]
    fn every_row_is_read_and_every_phrase_stands_once() {
        let lines = include_str!("data/relation_cues.tsv").lines().filter(|line| !line.starts_with('#'));
        let phrases: usize =
            lines.skip(1).map(|line| line.split('\t').next().unwrap_or("").split('|').count()).sum();
        assert_eq!(relation_cues().len(), phrases);
        let mut seen: Vec<_> = relation_cues().iter().map(|cue| cue.phrase).collect();
        seen.sort_unstable();
        assert!(seen.windows(2).all(|pair| pair[0] != pair[1]), "a phrase stands twice");
        assert!(seen.iter().all(|phrase| lower(phrase) == **phrase && tidy(phrase) == **phrase));
    }

    #[test]
    fn every_relation_has_a_phrase() {
        for relation in Relation::ALL {
            assert!(relation_cues().iter().any(|cue| cue.relation == relation), "{relation}");
        }
    }
}
