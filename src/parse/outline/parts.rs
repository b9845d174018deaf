//! Parts of a file: the main text, and what is attached to it (`PHỤ LỤC I`, `QUY CHẾ (Ban hành kèm theo ...)`).

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::paragraphs::{Paragraph, is_capitals, is_complete};
use super::titles::{kind_named, may_name_a_kind, title_at};
use super::zones::is_post;
use crate::model::DocumentKind;
use crate::syntax::{Line, LineKind};
use crate::text::{Span, bare, slug};

/// One part as a range of paragraphs.
#[derive(Debug, Clone)]
pub(crate) struct PartParagraphs {
    /// `main`, `phu-luc-1`.
    pub id: String,
    /// `main`, `phụ lục`, `quy chế`.
    pub kind: String,
    /// Its paragraphs.
    pub range: Range<usize>,
    /// Title and subject lines of an attached part.
    pub title: Option<Span>,
    /// The first paragraph behind its title lines.
    pub body: usize,
}

/// The id of the text that others are attached to.
const MAIN: &str = "main";

/// How far below an attached text's title its note `(Kèm theo ...)` may stand, in paragraphs.
const NOTE_WITHIN: usize = 10;

/// Cuts the paragraphs of a file into parts; the first is `main`.
pub(crate) fn parts(reading: &str, lines: &[Line], paragraphs: &[Paragraph]) -> Vec<PartParagraphs> {
    let mut found = vec![PartParagraphs {
        id: MAIN.to_owned(),
        kind: MAIN.to_owned(),
        range: 0..paragraphs.len(),
        title: None,
        body: 0,
    }];
    let mut ids = Ids::default();
    let mut state = Progress::default();
    for at in 0..paragraphs.len() {
        let in_title = found.last().is_some_and(|part| at < part.body);
        let opening = if in_title { None } else { opening(reading, lines, paragraphs, at, state) };
        state.see(reading, lines, &paragraphs[at]);
        let Some(opening) = opening else { continue };
        if let Some(last) = found.last_mut() {
            last.range.end = at;
        }
        let id = ids.unused(opening.id);
        let (title, body) = title_lines(reading, paragraphs, at, opening.title_end);
        found.push(PartParagraphs {
            id,
            kind: opening.kind,
            range: at..paragraphs.len(),
            title: Some(title),
            body,
        });
        state = Progress { titled: true, attached: true, ..Progress::default() };
    }
    found
}

/// What has been read of the part so far.
#[derive(Debug, Clone, Copy, Default)]
#[allow(clippy::struct_excessive_bools)] // Four things may stand behind us, in any order.
struct Progress {
    titled: bool,
    /// Its title, its V/v or its addressees stand behind us.
    headed: bool,
    /// Its recipients or its signature stand behind us.
    closed: bool,
    attached: bool,
}

impl Progress {
    fn see(&mut self, reading: &str, lines: &[Line], paragraph: &Paragraph) {
        self.titled = self.titled || title_at(reading, lines, paragraph.lines.start).is_some();
        self.headed |= self.titled
            || matches!(paragraph.kind, LineKind::Addressees | LineKind::Subject | LineKind::Recital);
        self.closed |= self.headed && matches!(paragraph.kind, LineKind::Recipients | LineKind::Authority);
    }
}

struct Opening {
    id: String,
    kind: String,
    /// The last paragraph of the title proper.
    title_end: usize,
}

/// Whether a part begins at paragraph `at`.
fn opening(
    reading: &str,
    lines: &[Line],
    paragraphs: &[Paragraph],
    at: usize,
    state: Progress,
) -> Option<Opening> {
    if !state.headed && !state.attached {
        return None;
    }
    let paragraph = &paragraphs[at];
    let text = &reading[paragraph.span.range()];
    let stands_alone = at == 0 || state.closed || is_complete(&reading[paragraphs[at - 1].span.range()]);
    if paragraph.kind == LineKind::Annex
        && (is_capitals(text) || paragraph.bold || state.closed && stands_alone)
    {
        return Some(Opening { id: annex_id(text), kind: "phụ lục".to_owned(), title_end: at });
    }
    if !is_capitals(text) && !paragraph.bold {
        return None;
    }
    let noted = || {
        paragraphs[at + 1..]
            .iter()
            .take(NOTE_WITHIN)
            .take_while(|p| p.label.is_none() && p.kind != LineKind::Annex)
            .any(|p| p.kind == LineKind::AttachmentNote)
    };
    let kind = title_at(reading, lines, paragraph.lines.start).map(|t| t.kind).or_else(|| opening_kind(text));
    match kind {
        Some(kind)
            if state.titled
                && (state.closed || noted())
                && paragraph.label.is_none()
                && kind.name() != "quyết định"
                && !kind.0.is_copy() =>
        {
            Some(Opening { id: kind.slug().to_owned(), kind: kind.name().to_owned(), title_end: at })
        }
        // A list or a form without a name of its own: `DANH MỤC ...` / `(Kèm theo Công văn ...)`.
        None if state.closed
            && paragraph.kind == LineKind::Text
            && is_capitals(text)
            && text.chars().count() > 8
            && !is_post(text)
            && !matches!(paragraphs[at - 1].kind, LineKind::Authority)
            && !is_post(&reading[paragraphs[at - 1].span.range()])
            && noted() =>
        {
            Some(Opening { id: "phu-luc".to_owned(), kind: "phụ lục".to_owned(), title_end: at })
        }
        _ => None,
    }
}

/// The kind a line in capitals opens with: `DANH MỤC THỦ TỤC HÀNH CHÍNH`, `PHỤ LỤC II: BIỂU MẪU`.
fn opening_kind(text: &str) -> Option<DocumentKind> {
    if !may_name_a_kind(text) {
        return None;
    }
    let words: Vec<&str> = text.split_whitespace().collect();
    (1..=words.len().min(4)).rev().find_map(|n| kind_named(&words[..n].join(" ")))
}

/// `phu-luc-1` for `PHỤ LỤC I`, `Phụ lục số 01`.
fn annex_id(text: &str) -> String {
    let plain = bare(text).to_ascii_uppercase();
    let mut words = plain.split_whitespace().skip(2).skip_while(|word| *word == "SO");
    let number = words.next().unwrap_or_default().trim_matches([':', '.', '-']);
    let short = number.len() <= 3 && (number.len() == 1 || number.starts_with(|c: char| c.is_ascii_digit()));
    match roman(number) {
        Some(value) => format!("phu-luc-{value}"),
        None if short && !number.is_empty() => format!("phu-luc-{}", slug(number.trim_start_matches('0'))),
        None => "phu-luc".to_owned(),
    }
}

/// The value of a Roman number up to 399.
pub(crate) fn roman(text: &str) -> Option<usize> {
    let value = |c| match c {
        'I' => Some(1),
        'V' => Some(5),
        'X' => Some(10),
        'L' => Some(50),
        'C' => Some(100),
        _ => None,
    };
    let digits: Vec<usize> = text.chars().map(value).collect::<Option<_>>()?;
    let sum = digits.iter().enumerate().fold(0_isize, |sum, (i, &n)| {
        let n = n.cast_signed();
        if digits.get(i + 1).is_some_and(|&next| next.cast_signed() > n) { sum - n } else { sum + n }
    });
    usize::try_from(sum).ok().filter(|&n| n > 0)
}

/// The ids that are taken, and the number that comes next for each that was asked for again.
#[derive(Default)]
struct Ids {
    taken: HashSet<String>,
    next: HashMap<String, usize>,
}

impl Ids {
    /// `phu-luc`, `phu-luc-2`, `phu-luc-3`: the first that is free.
    fn unused(&mut self, id: String) -> String {
        if id != MAIN && self.taken.insert(id.clone()) {
            return id;
        }
        let next = self.next.entry(id.clone()).or_insert(2);
        loop {
            let numbered = format!("{id}-{next}");
            *next += 1;
            if self.taken.insert(numbered.clone()) {
                return numbered;
            }
        }
    }
}

/// The title of an attached part with the lines in capitals below it, and the first paragraph behind the
/// title lines and the note `(Kèm theo ...)`.
fn title_lines(reading: &str, paragraphs: &[Paragraph], at: usize, title_end: usize) -> (Span, usize) {
    let mut title = paragraphs[at].span.hull(paragraphs[title_end].span);
    let mut body = title_end + 1;
    let mut noted = false;
    for (i, paragraph) in paragraphs.iter().enumerate().skip(title_end + 1).take(NOTE_WITHIN) {
        let text = &reading[paragraph.span.range()];
        let heads = paragraph.label.is_none()
            && paragraph.kind != LineKind::Recital
            && (is_capitals(text) || paragraph.bold && !is_complete(text));
        match paragraph.kind {
            LineKind::AttachmentNote => noted = true,
            LineKind::Subject if !noted => title.end = paragraph.span.end,
            LineKind::Text if heads && !noted => title.end = paragraph.span.end,
            LineKind::Motto | LineKind::PartyHeader | LineKind::Number | LineKind::PlaceDate => {}
            _ => break,
        }
        body = i + 1;
    }
    (title, body)
}
