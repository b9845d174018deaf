//! Words of texts as the full-text tables know them: lower case without marks, `đ` as d.

use crate::text::{Span, slug};

/// Numbers of paragraphs in one text; what comes behind is found under the last.
const PARAGRAPHS: i64 = 1 << 20;

/// The words of a text between blanks.
pub(super) fn words(text: &str) -> String {
    slug(text).replace('-', " ")
}

/// The row of a paragraph of a source.
pub(super) fn row_of(source: i64, paragraph: usize) -> i64 {
    source * PARAGRAPHS + i64::try_from(paragraph).unwrap_or(PARAGRAPHS).min(PARAGRAPHS - 1)
}

/// The rows a source can have.
pub(super) fn rows_of(source: i64) -> (i64, i64) {
    (row_of(source, 0), row_of(source, usize::MAX))
}

/// The source and the paragraph of a row.
pub(super) fn place_of(row: i64) -> (i64, usize) {
    (row / PARAGRAPHS, usize::try_from(row % PARAGRAPHS).unwrap_or_default())
}

/// The paragraphs of a text with their words.
pub(super) fn paragraphs(text: &str) -> impl Iterator<Item = (usize, String)> {
    let spans = crate::graph::paragraphs(text).into_iter();
    spans.enumerate().filter_map(|(n, span)| {
        let words = text.get(Span::range(span)).map(words)?;
        (!words.is_empty()).then_some((n, words))
    })
}

/// A full-text question: the words one behind the other; None where there is no word.
pub(super) fn phrase(words: &str) -> Option<String> {
    let words: Vec<&str> = words.split(' ').filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| format!("\"{}\"", words.join(" ")))
}

/// Of so many words the choices of some are put as a question; with more words any of them is asked for, and what holds too
/// few is left out afterwards.
const CHOICES: usize = 9;

/// A full-text question: paragraphs that hold at least so many of the words. None where there is no word.
pub(super) fn holding(words: &[String], least: usize) -> Option<String> {
    let mut all: Vec<String> = words.iter().filter_map(|word| phrase(&word.replace('-', " "))).collect();
    all.sort();
    all.dedup();
    let least = if all.len() > CHOICES { 1 } else { least.clamp(1, all.len().max(1)) };
    let chosen = (0_u32..1 << all.len().min(CHOICES)).filter(|set| set.count_ones() as usize == least);
    let choices: Vec<String> = if least == 1 {
        all
    } else {
        let together = |set: u32| {
            let some: Vec<&str> = all
                .iter()
                .enumerate()
                .filter(|(n, _)| set >> n & 1 == 1)
                .map(|(_, word)| word.as_str())
                .collect();
            format!("({})", some.join(" AND "))
        };
        chosen.map(together).collect()
    };
    (!choices.is_empty()).then(|| choices.join(" OR "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_asks_for_every_choice_of_so_many_words() {
        let words = |all: &[&str]| -> Vec<String> { all.iter().map(|&word| word.to_owned()).collect() };
        for (all, least, question) in [
            (&["a"][..], 1, Some("\"a\"")),
            (&["b", "a"], 1, Some("\"a\" OR \"b\"")),
            (&["a", "b"], 2, Some("(\"a\" AND \"b\")")),
            (&["a", "b", "a"], 3, Some("(\"a\" AND \"b\")")),
            (&["a", "b", "c"], 2, Some("(\"a\" AND \"b\") OR (\"a\" AND \"c\") OR (\"b\" AND \"c\")")),
            (&[], 1, None),
        ] {
            assert_eq!(holding(&words(all), least).as_deref(), question, "{all:?}");
        }
    }

    #[test]
    fn a_row_leads_back_to_its_paragraph() {
        assert_eq!(place_of(row_of(12, 7)), (12, 7));
        assert!(rows_of(12).0 <= row_of(12, 7) && row_of(12, 7) <= rows_of(12).1);
    }
}
