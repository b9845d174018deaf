//! Provisions that stand away from their document: under the line that cites it (`Căn cứ Thông tư A: + Tại khoản 1
//! Điều 2 quy định ...`), and in the articles of an act that amends one other (`2. Bãi bỏ Điều 6.`).

use super::quoted::is_quoted;
use crate::model::{Citation, Coreference, CoreferenceTarget, Reference, RelationKind};
use crate::parse::outline::{Block, Outline, Zone};
use crate::text::{Source, Span};

/// Units of a document that bear a label.
const UNITS: [&str; 7] = ["điểm", "khoản", "điều", "mục", "chương", "phụ lục", "tiết"];

/// The provisions of the text that belong to a reference without standing beside it: its index and where.
pub(super) fn apart(
    source: &Source,
    outline: &Outline,
    citations: &[Citation],
    references: &[Reference],
    quotations: &[Span],
) -> Vec<(usize, Span)> {
    let amended = sole_amended(references);
    let cited = Cited::new(citations);
    let mut found = Vec::new();
    for block in
        outline.blocks.iter().filter(|b| b.zone == Zone::Body && !is_quoted(quotations, b.span.start))
    {
        let text = &source.lower()[block.span.range()];
        if !may_open(text) && (amended.is_none() || !CHANGES.iter().any(|verb| text.starts_with(verb))) {
            continue;
        }
        let text = text.replace(['\n', '\t'], " ");
        let clear = |span: Span| cited.within(span).is_empty();
        if let Some(run) = opening(&text).map(|run| run.shifted(block.span.start)) {
            if clear(Span::new(run.start, run.end + 1))
                && let Some(reference) = governing(outline, block, citations, &cited)
            {
                found.push((reference, run));
            }
        } else if let Some(reference) = amended.filter(|_| block.part == 0 && clear(block.span))
            && let Some(run) = changed(&text)
        {
            found.push((reference, run.shifted(block.span.start)));
        }
    }
    found
}

/// The provision printed before an abbreviation: `khoản 2 Điều 137 BLLĐ`.
pub(super) fn beside(source: &Source, short: &Coreference) -> Option<(usize, Span)> {
    /// Bytes within which it begins.
    const REACH: usize = 120;
    let Some(CoreferenceTarget::Reference(reference)) = short.reference else { return None };
    let lower = source.lower();
    let from = lower.ceil_char_boundary(short.span.start.saturating_sub(REACH));
    let text = lower[from..short.span.start].replace(['\n', '\t'], " ");
    let mut starts = text.char_indices().filter(|&(at, _)| at == 0 || text[..at].ends_with([' ', '(']));
    let ends = |at: usize| run(&text[at..]).filter(|len| text[at + len..].trim().is_empty());
    let (at, len) = starts.find_map(|(at, _)| Some((at, ends(at)?)))?;
    Some((reference, Span::new(from + at, from + at + len)))
}

/// The one document whose provisions this one amends.
fn sole_amended(references: &[Reference]) -> Option<usize> {
    let mut amended = (0..references.len()).filter(|&at| references[at].role == Some(RelationKind::Amends));
    let only = amended.next()?;
    amended.next().is_none().then_some(only)
}

/// Where citations stand, with their provisions, sorted by start; how far those up to each reach.
struct Cited {
    hulls: Vec<(Span, usize)>,
    reach: Vec<usize>,
}

impl Cited {
    fn new(citations: &[Citation]) -> Self {
        let hull = |c: &Citation| c.pinpoint.as_ref().map_or(c.span, |p| c.span.hull(p.span));
        let mut hulls: Vec<(Span, usize)> = citations.iter().map(hull).zip(0..).collect();
        hulls.sort_by_key(|(span, _)| span.start);
        let reach = hulls.iter().scan(0, |reach, (span, _)| {
            *reach = span.end.max(*reach);
            Some(*reach)
        });
        Self { reach: reach.collect(), hulls }
    }

    /// The indices of citations that touch a span, in order.
    fn within(&self, span: Span) -> Vec<usize> {
        let next = self.hulls.partition_point(|(hull, _)| hull.start < span.end);
        let near = (0..next).rev().take_while(|&at| self.reach[at] > span.start);
        let mut found: Vec<usize> =
            near.filter(|&at| self.hulls[at].0.overlaps(span)).map(|at| self.hulls[at].1).collect();
        found.sort_unstable();
        found
    }
}

/// Whether a block in lower case may open with a provision.
fn may_open(text: &str) -> bool {
    const FIRST: [&str; 9] = ["điểm", "khoản", "điều", "mục", "chương", "phụ", "tiết", "tại", "theo"];
    let body = text.trim_start_matches(['+', '-', '*', ' ', '\n', '\t']);
    FIRST.iter().any(|word| body.starts_with(word))
}

/// First words of the verbs of change.
const CHANGES: [&str; 4] = ["sửa", "bổ", "bãi", "thay"];

/// The document first cited in the nearest line above that governs the block.
fn governing(outline: &Outline, block: &Block, citations: &[Citation], cited: &Cited) -> Option<usize> {
    let mut parent = block.parent;
    while let Some(above) = parent.and_then(|at| outline.blocks.get(at)) {
        if let Some(first) = cited.within(above.span).into_iter().find_map(|at| citations[at].reference) {
            return Some(first);
        }
        parent = above.parent;
    }
    None
}

/// `Tại khoản 10 Điều 2 quy định ...`: a provision that a block opens with, relative to it.
fn opening(text: &str) -> Option<Span> {
    const TELLS: [&str; 8] =
        ["quy định", "giải thích", "hướng dẫn", "có quy định", "nêu", "về ", "như sau", "sửa đổi"];
    let body = text.trim_start_matches(['+', '-', '*', ' ']);
    let body = ["tại ", "theo "].iter().find_map(|word| body.strip_prefix(word)).unwrap_or(body);
    let start = text.len() - body.len();
    let end = start + run(body)?;
    let rest = text[end..].trim_start();
    let tells = rest.starts_with([':', '“', '"'])
        || TELLS.iter().any(|word| rest.trim_start_matches(", ").starts_with(word));
    tells.then(|| Span::new(start, end))
}

/// `Bổ sung điểm c vào khoản 2 Điều 3 như sau:`: the provision of the amended document, relative to the block.
fn changed(text: &str) -> Option<Span> {
    const VERBS: [&str; 5] = ["sửa đổi", "bổ sung", "bãi bỏ", "thay thế", "thay cụm từ"];
    /// Bytes within which the provision is named.
    const NEAR: usize = 200;
    VERBS.iter().any(|verb| text.starts_with(verb)).then_some(())?;
    let units = UNITS.iter().flat_map(|unit| text.match_indices(unit).map(|(at, _)| at));
    let mut starts: Vec<usize> = units.filter(|&at| at < NEAR && text[..at].ends_with(' ')).collect();
    starts.sort_unstable();
    starts.into_iter().find_map(|at| run(&text[at..]).map(|len| Span::new(at, at + len)))
}

/// How far provisions run from the start of `text`: `điểm a khoản 2, khoản 3 điều 5`; None without an article.
fn run(text: &str) -> Option<usize> {
    let mut end = None;
    let mut at = 0;
    let mut article = false;
    while let Some((unit, rest)) =
        UNITS.iter().find_map(|unit| Some((*unit, text[at..].strip_prefix(unit)?.strip_prefix(' ')?)))
    {
        let rest = rest.trim_start();
        let label = rest.find([' ', ',', ';', ':', '.', ')', '“', '"']).unwrap_or(rest.len());
        if !is_label(&rest[..label]) {
            break;
        }
        article |= unit == "điều";
        let stop = text.len() - rest.len() + label;
        end = Some(stop);
        let next = &text[stop..];
        let next = next.strip_prefix(',').unwrap_or(next).trim_start();
        at = text.len() - next.strip_prefix("và ").unwrap_or(next).len();
    }
    end.filter(|_| article)
}

/// `a`, `12`, `5a`, `iv`.
fn is_label(word: &str) -> bool {
    let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
    let roman = letters.len() == word.len() && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'l'));
    !word.is_empty() && (letters.chars().count() <= 1 && letters.chars().all(char::is_alphabetic) || roman)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(of: Option<Span>, text: &str) -> Option<&str> {
        of.map(|span| &text[span.range()])
    }

    #[test]
    fn a_provision_that_opens_a_line_is_read_to_its_end() {
        for (line, provision) in [
            ("+ tại khoản 10 điều 2 giải thích từ ngữ: “10. ...", Some("khoản 10 điều 2")),
            ("tại khoản 1, điều 14 quy định", Some("khoản 1, điều 14")),
            ("điều 9: các khoản", Some("điều 9")),
            ("tại khoản 2 mục này quy định", None),
            ("tại điều 5 luật giá", None),
            ("tại điều khoản cuối quy định", None),
        ] {
            assert_eq!(text(opening(line), line), provision, "{line}");
        }
    }

    #[test]
    fn a_changed_provision_stands_behind_a_verb_of_change() {
        for (line, provision) in [
            ("bổ sung điểm c vào khoản 2 điều 3 như sau:", Some("khoản 2 điều 3")),
            ("bãi bỏ điều 6.", Some("điều 6")),
            ("sửa đổi, bổ sung điểm a khoản 1 điều 8 như sau", Some("điểm a khoản 1 điều 8")),
            ("kinh phí theo điều 6", None),
        ] {
            assert_eq!(text(changed(line), line), provision, "{line}");
        }
    }
}
