//! Lines: what every line of a text is, by the layout grammar. The first step of reading, and a total one.

use pest::Parser;

use super::openings::{Verdict, verdicts};
use crate::text::{Source, Span, after_letters, bare_into};

pub(super) mod grammar {
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/layout.pest"]
    pub(in crate::syntax) struct Layout;
}

use grammar::{Layout, Rule};

/// Series of labels from the outermost in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// Phần thứ nhất, Phần I.
    Part,
    /// Chương II.
    Chapter,
    /// Mục 1 (of a chapter).
    Division,
    /// Điều 3.
    Article,
    /// I. II. or A. B.
    Roman,
    /// 1. 2. or 1)
    Arabic,
    /// 1.1. 2.3.1.
    Decimal,
    /// a) b) đ)
    Letter,
    /// - or a long dash.
    Dash,
    /// + .
    Plus,
    /// * or a round bullet.
    Star,
}

/// Loại dòng: what a line is by itself, before its neighbours are asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineKind {
    /// Nothing but blanks.
    Blank,
    /// `|` alone: the border of a cell.
    Border,
    /// `|---|---|`.
    MarkdownRule,
    /// `| a | b |`.
    MarkdownRow,
    /// A page number or page break.
    PageMark,
    /// `-----`, `*`.
    Separator,
    /// Traces of an electronic signature or of a web page.
    Furniture,
    /// Quốc hiệu, tiêu ngữ.
    Motto,
    /// Tiêu đề Đảng.
    PartyHeader,
    /// Số, ký hiệu.
    Number,
    /// Địa danh, ngày tháng năm.
    PlaceDate,
    /// `V/v ...`.
    Subject,
    /// `Kính gửi`.
    Addressees,
    /// `Nơi nhận`.
    Recipients,
    /// TM. KT. TL. TUQ. Q.
    Authority,
    /// `QUYẾT ĐỊNH:`.
    Enacting,
    /// `Căn cứ ...`.
    Recital,
    /// `(Ban hành kèm theo ...`.
    AttachmentNote,
    /// `PHỤ LỤC I`.
    Annex,
    /// A line that begins with a label.
    Item(LabelKind),
    /// Any other.
    Text,
}

/// Dòng: one line of the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// What it is.
    pub kind: LineKind,
    /// Its text without the blanks around it.
    pub span: Span,
    /// The label it begins with, closing mark included.
    pub label: Option<Span>,
    /// Blanks before its text, in characters.
    pub indent: usize,
    /// Its place among the cells of a table's row, from 0.
    pub column: usize,
    /// Whether bold type that is open at its end goes on in the next line.
    pub bold_goes_on: bool,
    /// Whether all of it is in bold type.
    pub bold: bool,
    /// Whether the line beside it told what it is.
    pub told: bool,
}

impl Line {
    /// Whether it says nothing: blank, rules, page numbers, traces.
    pub fn is_silent(&self) -> bool {
        matches!(
            self.kind,
            LineKind::Blank
                | LineKind::Separator
                | LineKind::PageMark
                | LineKind::Furniture
                | LineKind::MarkdownRule
        )
    }
}

/// Every line of the reading, in order.
pub fn lines(source: &Source) -> Vec<Line> {
    let reading = source.reading();
    let mut bold = BoldType::new(source.text());
    let mut plain = String::new();
    let mut start = 0;
    let breaks = memchr::memchr_iter(b'\n', reading.as_bytes()).chain([reading.len()]);
    let mut found: Vec<Line> = breaks
        .map(|end| {
            let at = start;
            start = end + 1;
            let (is_bold, goes_on) = bold.next_line();
            Line {
                bold: is_bold,
                bold_goes_on: goes_on,
                ..line_with(&reading[at..end], &mut plain).moved(at)
            }
        })
        .collect();
    join_first_words(reading, &mut found);
    found
}

/// A line of one word is what the next one makes it: `Căn` / `cứ Luật ...` is a recital, `CÔNG` / `BỐ DANH MỤC`
/// no national name.
fn join_first_words(reading: &str, lines: &mut [Line]) {
    for at in 1..lines.len() {
        let (head, tail) = (lines[at - 1].span, lines[at].span);
        match &reading[head.range()] {
            "CÔNG" => {
                let published =
                    ["BỐ ", "NHẬN ", "KHAI "].iter().any(|word| reading[tail.range()].starts_with(word));
                if published {
                    (lines[at - 1].kind, lines[at - 1].told) = (LineKind::Text, true);
                }
            }
            "Căn" if reading[tail.range()].starts_with("cứ ") => {
                (lines[at - 1].kind, lines[at - 1].told) = (LineKind::Recital, true);
            }
            "Điều" | "Chương" => join_label(reading, lines, at),
            _ => {}
        }
    }
}

/// `Điều` / `4. Giám đốc ...`: a label broken behind its word.
fn join_label(reading: &str, lines: &mut [Line], at: usize) {
    let (head, tail) = (lines[at - 1].span, lines[at].span);
    let whole = line(&format!("{} {}", &reading[head.range()], &reading[tail.range()]));
    let Some(label) = whole.label.filter(|_| matches!(whole.kind, LineKind::Item(_))) else { return };
    let end = tail.start + label.end.saturating_sub(head.end - head.start + 1);
    lines[at - 1].kind = whole.kind;
    lines[at - 1].label = Some(Span::new(head.start, end));
    (lines[at].kind, lines[at].label) = (LineKind::Text, None);
    (lines[at - 1].told, lines[at].told) = (true, true);
}

impl Line {
    /// The line with its offsets counted from elsewhere.
    pub(crate) fn moved(self, by: usize) -> Self {
        Self { span: self.span.shifted(by), label: self.label.map(|l| l.shifted(by)), ..self }
    }
}

/// What one line is, offsets from its start.
pub fn line(text: &str) -> Line {
    line_with(text, &mut String::new())
}

/// [`line()`] with room for its bare form.
fn line_with(text: &str, plain: &mut String) -> Line {
    let inner = text.trim();
    let start = if inner.len() == text.len() { 0 } else { text.len() - text.trim_start().len() };
    let span = Span::new(start, start + inner.len());
    let indent = text[..start].chars().map(|c| if c == '\t' { 8 } else { 1 }).sum();
    let mut line = Line {
        kind: LineKind::Text,
        span,
        label: None,
        indent,
        column: 0,
        bold_goes_on: false,
        bold: false,
        told: false,
    };
    if inner.is_empty() {
        return Line { kind: LineKind::Blank, ..line };
    }
    bare_into(inner, plain);
    let Some((rule, label)) = verdicts(plain).find_map(|verdict| taken(verdict, plain)) else { return line };
    line.kind = kind(rule);
    if matches!(line.kind, LineKind::Item(_)) && !label.is_empty() {
        let byte = |count: usize| start + after_letters(inner, count).unwrap_or(inner.len());
        line.label = Some(Span::new(byte(label.start), byte(label.end)));
    }
    line
}

/// The rule that takes a bare line, and its label.
fn taken(verdict: Verdict, plain: &str) -> Option<(Rule, Span)> {
    match verdict {
        Verdict::Take(rule, label) => Some((rule, Span::new(0, label))),
        Verdict::Ask(rule) => {
            let pair = Layout::parse(rule, plain).ok()?.next()?;
            let rule = pair.as_rule();
            let label = pair.into_inner().next().map(|label| label.as_span());
            Some((rule, label.map_or(Span::new(0, 0), |label| Span::new(label.start(), label.end()))))
        }
    }
}

fn kind(rule: Rule) -> LineKind {
    use LabelKind as L;
    use LineKind as K;
    match rule {
        Rule::blank => K::Blank,
        Rule::border => K::Border,
        Rule::markdown_rule => K::MarkdownRule,
        Rule::markdown_row => K::MarkdownRow,
        Rule::page_mark => K::PageMark,
        Rule::separator => K::Separator,
        Rule::furniture => K::Furniture,
        Rule::motto => K::Motto,
        Rule::party_header => K::PartyHeader,
        Rule::number_line => K::Number,
        Rule::place_date => K::PlaceDate,
        Rule::subject_line => K::Subject,
        Rule::addressee_label => K::Addressees,
        Rule::recipients_label => K::Recipients,
        Rule::authority_line => K::Authority,
        Rule::enacting => K::Enacting,
        Rule::recital => K::Recital,
        Rule::attachment_note => K::AttachmentNote,
        Rule::annex => K::Annex,
        Rule::part => K::Item(L::Part),
        Rule::chapter => K::Item(L::Chapter),
        Rule::division => K::Item(L::Division),
        Rule::article => K::Item(L::Article),
        Rule::roman | Rule::upper => K::Item(L::Roman),
        Rule::decimal => K::Item(L::Decimal),
        Rule::arabic => K::Item(L::Arabic),
        Rule::letter => K::Item(L::Letter),
        Rule::dash => K::Item(L::Dash),
        Rule::plus => K::Item(L::Plus),
        Rule::star => K::Item(L::Star),
        _ => K::Text,
    }
}

/// Where the first line break of any kind stands: those of ASCII, and U+2028 and U+2029, `E2 80 A8` and `A9`.
fn line_break(text: &str) -> Option<usize> {
    let bytes = text.as_bytes();
    bytes.iter().enumerate().find_map(|(at, byte)| match byte {
        b'\n' | b'\r' | 0x0B | 0x0C => Some(at),
        0xE2 if matches!(bytes[at + 1..], [0x80, 0xA8 | 0xA9, ..]) => Some(at),
        _ => None,
    })
}

/// Whether a text has marks of type at all, and how its lines break.
enum Marked {
    Nowhere,
    /// At `\n` and `\r` alone.
    AmongUsualBreaks,
    AmongRareBreaks,
}

/// Bold type (`**`) line by line, from the text as read: the reading no longer has its marks.
struct BoldType<'t> {
    rest: &'t str,
    text: Marked,
    open: bool,
    /// Whether italic type (`*`) is open: `**` inside it ends one run and begins the next.
    italic: bool,
}

impl<'t> BoldType<'t> {
    fn new(text: &'t str) -> Self {
        let bytes = text.as_bytes();
        let rare = || {
            memchr::memchr2(0x0B, 0x0C, bytes).is_some()
                || memchr::memchr2_iter(0xA8, 0xA9, bytes).any(|at| bytes[..at].ends_with(&[0xE2, 0x80]))
        };
        let marked = match memchr::memchr(b'*', bytes) {
            None => Marked::Nowhere,
            Some(_) if rare() => Marked::AmongRareBreaks,
            Some(_) => Marked::AmongUsualBreaks,
        };
        Self { rest: text, text: marked, open: false, italic: false }
    }

    /// Whether the next line is all bold, and whether bold type goes on behind its end.
    fn next_line(&mut self) -> (bool, bool) {
        let end = match self.text {
            Marked::Nowhere => return (false, false),
            Marked::AmongUsualBreaks => memchr::memchr2(b'\n', b'\r', self.rest.as_bytes()),
            Marked::AmongRareBreaks => line_break(self.rest),
        };
        let (line, rest) = match end {
            Some(at) => {
                let after = &self.rest[at..];
                let len = if after.starts_with("\r\n") {
                    2
                } else {
                    after.chars().next().map_or(0, char::len_utf8)
                };
                (&self.rest[..at], &after[len..])
            }
            None => (self.rest, ""),
        };
        self.rest = rest;
        let began = self.open;
        if !began && !self.italic && memchr::memchr(b'*', line.as_bytes()).is_none() {
            return (false, false);
        }
        if line.trim() == "|" {
            // No type reaches over the border of a cell.
            (self.open, self.italic) = (false, false);
            return (false, false);
        }
        let marks = self.bold_marks(line);
        self.open = began != (marks % 2 == 1);
        let text = line.trim_matches(|c: char| c.is_whitespace() || c == '*');
        if text.is_empty() {
            // Bold type does not reach over an empty line; a stray mark ends here.
            self.open = self.open && marks > 0;
            self.italic = false;
            return (false, self.open);
        }
        let trimmed = line.trim();
        let inner = trimmed.trim_start_matches("**").trim_end_matches("**");
        let all = (began || trimmed.starts_with("**"))
            && (self.open || trimmed.ends_with("**"))
            && !inner.replace("****", "").contains("**");
        (all, self.open)
    }

    /// How many marks of bold type a line holds.
    fn bold_marks(&mut self, line: &str) -> usize {
        let mut found = 0;
        for run in line.split(|c| c != '*').map(str::len).filter(|&len| len > 0) {
            match run {
                1 => self.italic = !self.italic,
                2 if self.italic => {}
                3 => {
                    self.italic = !self.italic;
                    found += 1;
                }
                _ => found += run / 2,
            }
        }
        found
    }
}

/// Where the place and date begin that stand behind a number on one line (`Số: 12/QĐ-UBND Cà Mau, ngày 5 ...`),
/// in letters of the bare line.
pub fn place_date_at(plain: &str) -> Option<usize> {
    let small = plain.to_ascii_lowercase();
    let days = [" ngay", ",ngay", " ngdy", ",ngdy", " ngiy", " ngau"];
    let day = days.iter().find_map(|day| small.rfind(day))?;
    if !["thang", "nam", "thdng", "ndm"].iter().any(|word| small[day..].contains(word)) {
        return None;
    }
    let mut start = day + 1;
    for word in plain[..day].trim_end_matches([',', ' ']).rsplit([' ', '\t']).take(6) {
        let named = word.starts_with(|c: char| c.is_ascii_uppercase()) && !word.contains(['/', '-', ':'])
            || word == "pho";
        // `3323/TCT- CS Hà Nội`: behind a dash the symbol goes on.
        let at = word.as_ptr() as usize - plain.as_ptr() as usize;
        let before = plain[..at].trim_end();
        let capitals = |word: &str| word.len() > 1 && word.bytes().all(|b| b.is_ascii_uppercase());
        let spaced = before.strip_suffix(" -").and_then(|b| b.split_whitespace().next_back());
        let symbol = match spaced {
            Some(last) => capitals(last) && capitals(word),
            None => before.ends_with(['-', '/']) && capitals(word),
        };
        if word.is_empty() || !named || symbol || word == "So" || word.bytes().any(|b| b.is_ascii_digit()) {
            break;
        }
        start = word.as_ptr() as usize - plain.as_ptr() as usize;
    }
    (start > 0).then_some(start)
}
