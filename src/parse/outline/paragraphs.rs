//! Lines joined to paragraphs. Texts come hard-wrapped with empty lines between paragraphs, with one line a
//! paragraph, or as OCR lines with nothing between; each break is judged by the two lines it lies between.

use std::ops::Range;

use super::zones::{is_post, names_a_body};
use crate::syntax::layout::line;
use crate::syntax::{LabelKind, Line, LineKind};
use crate::text::{Span, after_letters, bare, is_letter_or_digit};

pub(crate) use crate::text::is_capitals;

/// Đoạn: lines that read as one.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// Its lines; silent ones may lie among them.
    pub lines: Range<usize>,
    /// What its first line is.
    pub kind: LineKind,
    /// All of it, label included.
    pub span: Span,
    /// The label it begins with.
    pub label: Option<Span>,
    /// Whether all of it is in bold type.
    pub bold: bool,
}

impl Paragraph {
    /// Its text behind the label.
    pub fn inner(&self, reading: &str) -> Span {
        self.label.map_or(self.span, |label| Span::new(label.end, self.span.end).trimmed(reading, &[]))
    }
}

/// A line longer than this was not wrapped.
const LONGEST_WRAPPED: usize = 140;

/// How the lines of a text are wrapped.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wrapping {
    /// Length of a full line in letters.
    width: usize,
    /// Whether lines are not wrapped: one line is one paragraph.
    endless: bool,
    /// Whether empty lines stand between paragraphs.
    spaced: bool,
}

impl Wrapping {
    /// Judges by the longer lines: nine in ten are no longer than `width`.
    pub fn of(reading: &str, lines: &[Line]) -> Self {
        let mut lengths: Vec<usize> = lines
            .iter()
            .filter(|line| matches!(line.kind, LineKind::Text | LineKind::Item(_) | LineKind::Recital))
            .map(|line| reading[line.span.range()].chars().count())
            .filter(|&n| n > 40)
            .collect();
        lengths.sort_unstable();
        let at = |share: usize| lengths.get(lengths.len() * share / 100).copied().unwrap_or(80);
        let wrapped = &lengths[..lengths.partition_point(|&n| n <= LONGEST_WRAPPED)];
        let width = wrapped.get(wrapped.len() * 9 / 10).copied().unwrap_or(80).max(50);
        let said =
            lines.iter().filter(|line| matches!(line.kind, LineKind::Text | LineKind::Item(_))).count();
        let gaps = lines
            .windows(2)
            .filter(|two| two[0].kind != LineKind::Blank && two[1].kind == LineKind::Blank)
            .count();
        Self { width, endless: at(80) > LONGEST_WRAPPED, spaced: gaps * 6 > said }
    }
}

/// Words after which a line is never complete.
const OPEN_WORDS: [&str; 35] = [
    "va", "cua", "cac", "ve", "tai", "theo", "so", "ngay", "thang", "nam", "dieu", "khoan", "diem", "muc",
    "chuong", "phan", "voi", "cho", "thuoc", "tu", "den", "do", "la", "trong", "tren", "hoac", "bo", "so",
    "uy", "ban", "tinh", "pho", "nghi", "quyet", "nhung",
];

/// Joins the lines of `range` to paragraphs.
pub(crate) fn paragraphs(
    reading: &str,
    lines: &[Line],
    range: Range<usize>,
    wrapping: Wrapping,
) -> Vec<Paragraph> {
    let mut found: Vec<Paragraph> = Vec::new();
    let mut gap = Gap::Hard;
    let mut previous = 0;
    for at in range {
        let own = &lines[at];
        match own.kind {
            LineKind::Blank | LineKind::MarkdownRule => {
                gap = gap.max(Gap::Blank);
                continue;
            }
            LineKind::PageMark | LineKind::Furniture => {
                gap = gap.max(Gap::Page);
                continue;
            }
            LineKind::Border | LineKind::Separator => {
                gap = Gap::Hard;
                continue;
            }
            _ => {}
        }
        let opening = found.last().map_or(LineKind::Blank, |paragraph| paragraph.kind);
        let joined = found.last_mut().filter(|paragraph| {
            gap != Gap::Hard
                && !is_last_line(reading, &lines[previous], own, paragraph, wrapping)
                && goes_on(reading, &lines[previous], own, gap, wrapping, opening)
        });
        match joined {
            Some(paragraph) => {
                paragraph.lines.end = at + 1;
                paragraph.span.end = own.span.end;
                paragraph.bold &= own.bold;
            }
            None => found.push(Paragraph {
                lines: at..at + 1,
                kind: own.kind,
                span: own.span,
                label: own.label,
                bold: own.bold,
            }),
        }
        previous = at;
        gap = Gap::None;
    }
    found
        .iter_mut()
        .filter(|p| p.kind == LineKind::Text && p.lines.len() > 1)
        .for_each(|p| reclassify(reading, p));
    found
}

/// The first words may be broken over lines (`Phụ` / `lục 1`): the joined text tells what it is.
fn reclassify(reading: &str, paragraph: &mut Paragraph) {
    const OPENING: usize = 200;
    let text = &reading[paragraph.span.range()];
    let opening = text[..after_letters(text, OPENING).unwrap_or(text.len())].replace('\n', " ");
    let kind = line(&opening).kind;
    if matches!(
        kind,
        LineKind::Annex
            | LineKind::AttachmentNote
            | LineKind::Recital
            | LineKind::Addressees
            | LineKind::Recipients
    ) {
        paragraph.kind = kind;
    }
}

/// What lies between two lines that speak.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Page,
    Blank,
    Hard,
}

/// Whether a short line far inside a numbered item ends it: `1.1. Giao Sở Y tế` / `và Sở Nội vụ` / `Khẩn trương ...`.
fn is_last_line(reading: &str, line: &Line, next: &Line, paragraph: &Paragraph, wrapping: Wrapping) -> bool {
    let (text, following) = (&reading[line.span.range()], &reading[next.span.range()]);
    let inside = paragraph.span.start < line.span.start;
    inside
        && matches!(paragraph.kind, LineKind::Item(kind) if kind < LabelKind::Dash)
        && !line.bold
        && !wrapping.endless
        && text.chars().count() * 2 < wrapping.width
        && following.starts_with(char::is_uppercase)
        && !is_capitals(following)
        && !ends_open(text)
}

/// Whether `next` goes on with the sentence of `line`.
fn goes_on(reading: &str, line: &Line, next: &Line, gap: Gap, wrapping: Wrapping, opening: LineKind) -> bool {
    let (text, following) = (&reading[line.span.range()], &reading[next.span.range()]);
    if !may_open(line.kind) || !may_follow(next.kind) {
        return false;
    }
    let small = following.chars().next().is_some_and(|c| is_letter_or_digit(c) || c == '(' || c == '-')
        && following.chars().find(|&c| is_letter_or_digit(c)).is_some_and(char::is_lowercase);
    let complete = is_complete(text);
    if let LineKind::Item(LabelKind::Arabic | LabelKind::Decimal | LabelKind::Letter | LabelKind::Dash) =
        line.kind
        && !says_something(line, text)
    {
        // A label on a line of its own.
        return next.kind == LineKind::Text;
    }
    let open =
        || ends_open(text) || !is_capitals(text) && names_a_body(following) && is_post(inner(line, text));
    let length = text.chars().count();
    let endless = wrapping.endless || length > LONGEST_WRAPPED;
    let word = following.split_whitespace().next().map_or(0, |w| w.chars().count());
    // A closed sentence needs less room to end a paragraph than an open one.
    let room = if complete { wrapping.width } else { wrapping.width * 92 / 100 };
    let fits = length + 1 + word <= room;
    if gap == Gap::Blank {
        // An empty line inside a sentence: a page was broken, or OCR saw one.
        return small
            && !complete
            && !endless
            && matches!(next.kind, LineKind::Text | LineKind::PlaceDate)
            && matches!(line.kind, LineKind::Text | LineKind::Item(_) | LineKind::Recital)
            && length * 10 >= wrapping.width * 6
            && !(line.bold && !next.bold);
    }
    if matches!(next.kind, LineKind::Item(_)) {
        let open = ends_open(text) && !ends_with_a_body(text);
        return item_goes_on(text, following, next, complete, open, fits || endless, line.bold_goes_on);
    }
    // A list of addressees or a subject ends where a new sentence begins.
    if matches!(opening, LineKind::Addressees | LineKind::Subject)
        && !small
        && fits
        && !line.bold_goes_on
        && !open()
    {
        return false;
    }
    let set_apart = line.bold && !line.bold_goes_on && says_something(line, text);
    if matches!(next.kind, LineKind::Recital | LineKind::Subject)
        && (set_apart || is_capitals(text) || (complete || fits) && !open())
    {
        return false;
    }
    // Bold type that ends with the line ends a heading; a new run of it begins one.
    if set_apart && !small && !endless {
        return false;
    }
    if next.bold && !line.bold && is_capitals(following) && fits {
        return false;
    }
    if line.bold_goes_on && !complete {
        return true;
    }
    if endless {
        return small && !complete;
    }
    if next.indent >= line.indent + 3 && next.indent < 20 && !small {
        return false;
    }
    if small {
        return !complete || !text.ends_with([';', ':']) || !fits;
    }
    if wrapping.spaced && gap == Gap::None {
        return !(complete && fits)
            && !(line.bold && !next.bold && fits)
            && is_capitals(text) == is_capitals(following);
    }
    if complete {
        return !fits && !text.ends_with(':');
    }
    if open() {
        return true;
    }
    // A heading stands alone: in bold type, in capitals, or a short labelled line.
    let heading = (line.bold && !next.bold) || (is_capitals(text) && !is_capitals(following));
    let last_is_name = text.split_whitespace().next_back().is_some_and(|w| w.starts_with(char::is_uppercase));
    let begins = following.starts_with(char::is_uppercase) && text.ends_with(char::is_alphabetic);
    let numbered = matches!(line.kind, LineKind::Item(kind) if kind < LabelKind::Dash);
    let short = numbered && length * 2 < wrapping.width && !last_is_name && begins;
    !(heading && fits || short)
}

/// The text of a line behind its label, or behind `Kính gửi:`.
fn inner<'t>(line: &Line, text: &'t str) -> &'t str {
    let behind = text.get(line.label.map_or(0, Span::len)..).unwrap_or(text);
    behind.rsplit(':').next().unwrap_or(behind).trim()
}

/// Whether a line has more than its label.
fn says_something(line: &Line, text: &str) -> bool {
    line.label.is_none_or(|label| text[label.len().min(text.len())..].chars().any(is_letter_or_digit))
}

/// Whether an item at the head of a line is none, but the middle of a sentence (`kinh tế\n- xã hội`).
#[allow(clippy::fn_params_excessive_bools)] // Each tells one thing about the two lines.
fn item_goes_on(
    text: &str,
    following: &str,
    next: &Line,
    complete: bool,
    open: bool,
    fits: bool,
    bold: bool,
) -> bool {
    let LineKind::Item(kind) = next.kind else { return false };
    let label = next.label.map_or(0, crate::text::Span::len);
    let after = following.get(label..).unwrap_or_default().trim_start();
    let small = after.starts_with(char::is_lowercase)
        || kind == LabelKind::Dash
            && after.starts_with(|c: char| c.is_ascii_digit())
            && text.ends_with(|c: char| c.is_ascii_digit());
    match kind {
        LabelKind::Dash | LabelKind::Plus | LabelKind::Star => {
            !complete && (small || bold && !fits) && !text.ends_with(',')
        }
        LabelKind::Part | LabelKind::Chapter | LabelKind::Division => !complete && open,
        LabelKind::Article => !complete && (open || !fits) && !after.is_empty() || open,
        _ => !complete && (open || !fits),
    }
}

const fn may_open(kind: LineKind) -> bool {
    matches!(
        kind,
        LineKind::Text
            | LineKind::Item(_)
            | LineKind::Recital
            | LineKind::Subject
            | LineKind::Addressees
            | LineKind::Authority
            | LineKind::AttachmentNote
            | LineKind::PlaceDate
    )
}

const fn may_follow(kind: LineKind) -> bool {
    matches!(
        kind,
        LineKind::Text | LineKind::Item(_) | LineKind::Recital | LineKind::Subject | LineKind::PlaceDate
    )
}

/// Whether a text ends with a closing mark.
pub(crate) fn is_complete(text: &str) -> bool {
    let text =
        text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '”' | '»' | ')' | '_' | '|'));
    text.ends_with(['.', ';', ':', '!', '?', '…']) || text.ends_with("./")
}

/// Whether a text breaks off in the middle: after a comma, a dash or a word that asks for another.
pub(crate) fn ends_open(text: &str) -> bool {
    if text.ends_with([',', '-', '(', '/', '“']) {
        return true;
    }
    // The longest of the words has six letters of three bytes at most.
    let last = text.split_whitespace().next_back().filter(|word| word.len() <= 18);
    last.map(|word| bare(word).to_ascii_lowercase()).is_some_and(|word| OPEN_WORDS.contains(&word.as_str()))
}

/// Whether the last word may end a sentence as well (`cấp tỉnh`, `cán bộ`, `hằng năm`): before a new label it does.
fn ends_with_a_body(text: &str) -> bool {
    let last = text.split_whitespace().next_back().map(str::to_lowercase);
    last.is_some_and(|word| ["sở", "bộ", "ban", "tỉnh", "năm", "quyết", "nghị"].contains(&word.as_str()))
}
