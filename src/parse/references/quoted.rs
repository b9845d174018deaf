//! Quotation marks: what stands between them is another document speaking, so its `Luật này` is not ours and its
//! verbs are not our acts.

use crate::text::Span;

/// Longer than this no quotation is believed: a mark was lost.
const LONGEST: usize = 6000;
/// Shorter than this it is a name or a term in quotation marks, not a quoted provision.
const SHORTEST: usize = 60;

/// The quoted provisions of a text, in order, marks included.
pub(super) fn quotations(text: &str) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    let mut open: Option<(usize, char)> = None;
    // The marks begin with one of these bytes.
    for at in memchr::memchr3_iter(b'"', 0xE2, 0xC2, text.as_bytes()) {
        let Some(mark) = text[at..].chars().next().filter(|mark| "“”«»\"".contains(*mark)) else {
            continue;
        };
        // A letter too far behind the opening mark ended it.
        let last = text[..at].char_indices().next_back().map_or(0, |(last, _)| last);
        open = open.filter(|&(start, _)| last <= start + LONGEST);
        match (open, mark) {
            // A second opening mark: the closing one before it was lost.
            (None, '“' | '«' | '"') | (Some((_, '“')), '“') | (Some((_, '«')), '«') => {
                open = Some((at, mark));
            }
            (Some((start, first)), '”' | '»' | '"') if closes(first, mark) => {
                let span = Span::new(start, at + mark.len_utf8());
                if (SHORTEST..=LONGEST).contains(&span.len()) {
                    found.push(span);
                }
                open = None;
            }
            (Some((start, _)), _) if at - start > LONGEST => open = None,
            _ => {}
        }
    }
    found
}

const fn closes(open: char, close: char) -> bool {
    matches!((open, close), ('“' | '"', '”' | '"') | ('«', '»'))
}

/// Whether a place lies in one of the quotations.
pub(super) fn is_quoted(quotations: &[Span], at: usize) -> bool {
    quotation_at(quotations, at).is_some()
}

/// The quotation a place lies in.
pub(super) fn quotation_at(quotations: &[Span], at: usize) -> Option<Span> {
    let next = quotations.partition_point(|quote| quote.start <= at);
    quotations[..next].last().copied().filter(|quote| at < quote.end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quoted_provision_is_found_and_a_quoted_term_is_not() {
        let text = "quy định: “Cơ quan đăng ký thực hiện theo quy định của Luật này và các văn bản liên quan.” Hàng “Nhà ở”";
        let found = quotations(text);
        assert_eq!(found.len(), 1);
        assert!(is_quoted(&found, text.find("Luật này").unwrap_or(0)));
        assert!(!is_quoted(&found, text.find("Nhà ở").unwrap_or(0)));
    }

    #[test]
    fn a_lost_closing_mark_swallows_nothing() {
        assert!(quotations(&format!("“mở đầu {}", "a ".repeat(5000))).is_empty());
    }
}
