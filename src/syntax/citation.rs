//! From the pairs of the citation grammar to mentions.

use pest::Parser;

use super::grammar::{InlineParser, Pair, Rule, fast};
use super::known_laws::can_be_name;
use super::mention::Mention;
use super::number::span_of;
use super::pairs::Run;
use super::window::{FIRST, LARGEST, Window};
use super::{date, number, organ};
use crate::model::{DocumentKind, DocumentNumber, PartialDate, Style};
use crate::registry::{kinds_by_abbreviation, laws_named, templates_by_symbol};
use crate::text::Span;

/// How near to the end of a window a match may come before the window is doubled.
const MARGIN: usize = 64;

/// What was found at one place: its mentions (none for what is skipped) and where to read on.
pub(super) struct Found {
    pub(super) mentions: Vec<Mention>,
    pub(super) end: usize,
}

/// Reads a citation that begins at `start`.
pub(super) fn read(reading: &str, lower: &str, start: usize, window: &mut Window) -> Option<Found> {
    read_by(reading, lower, start, window, |window| {
        let mut run = Run::new(&window.bytes, 0);
        fast::read(&mut run, Rule::citation, 0).map(|_| run)
    })
}

/// The same by pest itself.
pub(super) fn read_by_pest(reading: &str, lower: &str, start: usize, window: &mut Window) -> Option<Found> {
    read_by(reading, lower, start, window, |window| {
        let pairs = InlineParser::parse(Rule::citation, window.text()).ok()?;
        Some(Run::of_pest(&window.bytes, pairs))
    })
}

fn read_by(
    reading: &str,
    lower: &str,
    start: usize,
    window: &mut Window,
    grammar: impl Fn(&Window) -> Option<Run<'_, Rule>>,
) -> Option<Found> {
    let mut size = FIRST;
    loop {
        let whole = window.fill(reading, lower, start, size);
        let run = grammar(window)?;
        let pair = run.pairs().next()?;
        if !whole && size < LARGEST && pair.end() + MARGIN >= window.bytes.len() {
            size *= 2;
            continue;
        }
        return lower_citation(pair, reading, start, window);
    }
}

fn lower_citation(pair: Pair<'_>, reading: &str, start: usize, window: &Window) -> Option<Found> {
    let whole = span_of(&pair, window);
    let mut mentions: Vec<Mention> = Vec::new();
    let mut pinpoint = None;
    for inner in pair.into_inner() {
        match inner.as_rule() {
            Rule::skipped => return Some(Found { mentions, end: whole.end }),
            Rule::pinpoint if mentions.is_empty() => pinpoint = Some(span_of(&inner, window)),
            Rule::pinpoint => {
                let behind = span_of(&inner, window);
                if let Some(last) = mentions.last_mut() {
                    last.pinpoint.get_or_insert(behind);
                }
            }
            rule => {
                let (mut mention, cut) = Reading { reading, window }.mention(inner, rule)?;
                let end = mention.span.end;
                mention.pinpoint = pinpoint.take();
                mention.list = (rule == Rule::list_item && continues(&mentions, &mention)).then_some(0);
                if rule == Rule::bare && is_number_line(&mention, reading, start) {
                    return Some(Found { mentions, end });
                }
                if mentions.is_empty() && !fits(&mention, rule, reading, start) {
                    return None;
                }
                mentions.push(mention);
                if cut {
                    complete(&mut mentions);
                    return Some(Found { mentions, end });
                }
            }
        }
    }
    complete(&mut mentions);
    Some(Found { mentions, end: whole.end })
}

/// Gives numbers cut short in a list what the next whole number has: `số 12 và số 13/2020/NĐ-CP`.
fn complete(mentions: &mut [Mention]) {
    let mut whole: Option<DocumentNumber> = None;
    for mention in mentions.iter_mut().rev() {
        let Some(number) = mention.number.as_mut() else { continue };
        if number.symbol.is_some() {
            whole = Some(number.clone());
        } else if let (Some(full), Some(serial)) = (&whole, &number.serial) {
            let tail = full.code.trim_start_matches(full.serial.as_deref().unwrap_or_default());
            let tail = match number.year {
                Some(_) => full.symbol.as_ref().map(|symbol| format!("/{symbol}")).unwrap_or_default(),
                None => tail.to_owned(),
            };
            number.code = match number.year {
                Some(year) => format!("{serial}/{year}{tail}"),
                None => format!("{serial}{tail}"),
            };
            number.year = number.year.or(full.year);
            number.symbol.clone_from(&full.symbol);
            number.style = full.style;
        }
    }
}

/// Whether the text around lets the first mention stand for a document.
fn fits(mention: &Mention, rule: Rule, reading: &str, start: usize) -> bool {
    let before = reading[..start].trim_end();
    match rule {
        Rule::named => {
            let capital = reading[mention.span.start..].chars().next().is_some_and(char::is_uppercase);
            let name_capital =
                mention.name.is_some_and(|name| reading[name.range()].starts_with(char::is_uppercase));
            let last: Vec<String> = before.split_whitespace().rev().take(2).map(crate::text::lower).collect();
            let is_last = |words: &[&str]| {
                words.iter().rev().zip(&last).all(|(a, b)| a == b) && last.len() >= words.len()
            };
            let drafted = is_last(&["dự", "thảo"]) || is_last(&["dự", "án"]);
            // `pháp luật`, `kỷ luật`; `Công ty Luật A`, `Đại học Luật`: no laws.
            let other_word = is_last(&["pháp"]) || is_last(&["kỷ"]);
            let a_firm = [["công", "ty"], ["ty", "tnhh"], ["văn", "phòng"], ["đại", "học"], ["cử", "nhân"]]
                .iter()
                .any(|words| is_last(words));
            // `theo luật đất đai`: all in small letters, but the name of a law.
            let known = || {
                let name = mention.name.map(|name| &reading[name.range()]).unwrap_or_default();
                let branch = ["ngành", "môn", "khoa", "các", "và", "về", "giảng", "học"];
                name.contains(' ')
                    && !last.first().is_some_and(|word| branch.contains(&word.as_str()))
                    && !laws_named(name).is_empty()
            };
            mention.number.is_some()
                || capital && !drafted && !a_firm
                || name_capital && !drafted && !other_word && !a_firm
                || !drafted && !other_word && !a_firm && known()
        }
        // The report on this text itself, among what was weighed; another document of its own, not a title.
        Rule::titled if reading[mention.span.start..].starts_with(char::is_uppercase) => {
            let last = crate::text::lower(before.rsplit(char::is_whitespace).next().unwrap_or_default());
            if mention.issuer.is_some() {
                last.ends_with([';', ',']) || matches!(last.as_str(), "xét" | "và")
            } else {
                matches!(last.as_str(), "theo" | "chỉnh" | "với" | "hiện" | "khai" | "cứ" | "và")
                    || last.ends_with([',', ';'])
            }
        }
        Rule::titled => false,
        Rule::short_form => reading[mention.span.start..].starts_with(char::is_uppercase),
        Rule::bare if reading[start..].starts_with(|c: char| c.is_ascii_digit()) => {
            mention.number.as_ref().is_some_and(is_strong)
        }
        _ => true,
    }
}

/// Whether `Số: 12/KH-UBND` stands alone at the head of a line or cell: the number of the text itself.
fn is_number_line(mention: &Mention, reading: &str, start: usize) -> bool {
    let before = reading[..start].trim_end();
    let printed =
        reading[mention.span.range()].trim_start_matches(|c: char| c.is_alphabetic() || c.is_whitespace());
    printed.starts_with(':')
        && (before.is_empty() || before.ends_with('|') || reading[before.len()..start].contains('\n'))
}

/// Whether a number without a kind can have the kind of the list it stands in: its symbol names no other kind.
fn continues(mentions: &[Mention], item: &Mention) -> bool {
    let Some((kind, _)) = mentions.first().and_then(|head| head.kind) else { return false };
    let Some(number) = item.number.as_ref() else { return false };
    let symbol = number.symbol.as_deref().unwrap_or_default();
    let short = symbol.split(['-', '/']).next().unwrap_or_default();
    let kinds = kinds_by_abbreviation(short, number.style.unwrap_or(Style::State));
    kinds.is_empty() || kinds.contains(&kind.0)
}

/// Whether a number is known for one without `số` or a kind before it.
fn is_strong(number: &DocumentNumber) -> bool {
    let Some(symbol) = number.symbol.as_deref() else { return false };
    let mut groups = symbol.split(['-', '/']);
    let first = groups.next().unwrap_or_default();
    let rest = groups.next().unwrap_or_default();
    let term = |prefix: &str| {
        first.strip_prefix(prefix).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    };
    if number.year.is_some() && (term("QH") || term("UBTVQH")) {
        return true;
    }
    let style = number.style.unwrap_or(Style::State);
    let kind = kinds_by_abbreviation(first, style).into_iter().next();
    match kind {
        Some(kind) => kind.is_citable() && !rest.is_empty() && (rest.len() > 1 || style == Style::Party),
        None => !rest.is_empty() && !templates_by_symbol(first).is_empty(),
    }
}

/// Where the last part of a mention ends.
fn end_of(mention: &Mention) -> Option<usize> {
    let parts = [
        mention.kind.map(|(_, span)| span),
        mention.name,
        mention.number.as_ref().and_then(|number| number.span),
        mention.date.map(|(_, span)| span),
        mention.issuer,
    ];
    parts.into_iter().flatten().map(|span| span.end).max()
}

/// A date, or the year alone behind a name.
fn date_of(part: &Pair<'_>) -> Option<PartialDate> {
    if part.as_rule() == Rule::bare_year {
        return part.as_str().parse().ok().map(PartialDate::year);
    }
    date::lower(part)
}

/// The reading and the window its pairs come from.
struct Reading<'a> {
    reading: &'a str,
    window: &'a Window,
}

impl Reading<'_> {
    /// The mention of a pair, and whether it was cut short, so that nothing behind it in the pair holds.
    fn mention(&self, pair: Pair<'_>, rule: Rule) -> Option<(Mention, bool)> {
        let mut mention = Mention { span: span_of(&pair, self.window), ..Mention::default() };
        let mut start = None;
        let mut cut = false;
        for part in pair.into_inner() {
            let span = span_of(&part, self.window);
            if cut {
                break;
            }
            match part.as_rule() {
                Rule::kind
                | Rule::short_kind
                | Rule::short_form_kind
                | Rule::law_kind
                | Rule::constitution
                | Rule::congress_kind
                | Rule::titled_kind => {
                    let word = if part.as_rule() == Rule::constitution {
                        "hiến pháp"
                    } else {
                        &self.reading[span.range()]
                    };
                    let kind: DocumentKind = word.parse().ok()?;
                    mention.kind = Some((kind, span));
                    let at = span.start + "hiến pháp".len() + 1;
                    if part.as_rule() == Rule::constitution && at < span.end {
                        mention.name = Some(Span::new(at, span.end));
                    }
                }
                Rule::any_document => {
                    mention.unspecific = Some(span);
                    start = Some(span.start);
                }
                Rule::known_name => {
                    mention.name = Some(self.window.back(part.start() + 1, part.end()));
                }
                Rule::open_name => {
                    let end = part.end();
                    let (name, short) = self.open_name(part.start() + 1, end);
                    if !can_be_name(&self.reading[name.range()]) && !self.has_tail(end) {
                        return None;
                    }
                    mention.name = Some(name);
                    cut = short;
                }
                // `các luật về thuế` are many; ordinances were named so.
                Rule::about_name if mention.kind.is_some_and(|(kind, _)| kind.name() == "luật") => {
                    return None;
                }
                Rule::amending_name | Rule::about_name | Rule::congress_name => {
                    let skip = usize::from(part.as_rule() != Rule::congress_name);
                    mention.name = Some(self.window.back(part.start() + skip, part.end()));
                }
                Rule::titled_name => (mention.name, mention.issuer) = self.titled(part)?,
                Rule::number
                | Rule::part_number
                | Rule::short_number
                | Rule::symbol_first
                | Rule::full_number
                | Rule::blank_cited
                | Rule::foreign_number => {
                    mention.number = Some(number::lower(part, self.reading, self.window));
                }
                Rule::date | Rule::day_date | Rule::plain_date | Rule::bare_year => {
                    if let Some(value) = date_of(&part) {
                        mention.date = Some((value, span));
                        let year_alone = value.precision() == 1;
                        if rule == Rule::named && mention.number.is_none() && year_alone {
                            mention.name = mention.name.map(|name| name.hull(span)).or(Some(span));
                        }
                    }
                }
                Rule::organ => match organ::lower(&part, self.reading, self.window) {
                    Some(issuer) => {
                        cut = issuer.end < span.end && mention.number.is_some();
                        mention.issuer = Some(issuer);
                    }
                    None => cut = mention.number.is_some(),
                },
                _ => {}
            }
        }
        let first = mention.kind.as_ref().map(|(_, span)| span.start).or(start);
        let begin = first.unwrap_or(mention.span.start);
        let end = end_of(&mention)?;
        if matches!(rule, Rule::numbered) && mention.number.is_none() {
            return None;
        }
        mention.span = Span::new(begin, end.max(begin));
        Some((mention, cut))
    }

    /// The name of a document told by what it is about, and its issuer where the name has one.
    fn titled(&self, part: Pair<'_>) -> Option<(Option<Span>, Option<Span>)> {
        let span = span_of(&part, self.window);
        let Some(organ) = part.into_inner().find(|inner| inner.as_rule() == Rule::organ) else {
            return Some((Some(span), None));
        };
        let issuer = organ::lower(&organ, self.reading, self.window)?;
        Some((Some(Span::new(span.start, issuer.end)), Some(issuer)))
    }

    /// The name of a law the table does not know: without what a comma or `và` adds in small letters.
    fn open_name(&self, start: usize, end: usize) -> (Span, bool) {
        let whole = self.window.back(start, end);
        let text = &self.reading[whole.range()];
        let mut from = 0;
        while let Some(step) = text[from..].find([',', ' ', '\n']) {
            let at = from + step;
            from = at + 1;
            let rest = text[at..].trim_start_matches([',', ' ', '\n']);
            let joined = text[at..].starts_with(',')
                || rest.starts_with("của ")
                || rest.starts_with("ở ")
                || rest.starts_with("tại ");
            if joined && rest.starts_with(char::is_lowercase) && !text[..at].is_empty() && !self.has_tail(end)
            {
                return (Span::new(whole.start, whole.start + at), true);
            }
        }
        (whole, false)
    }

    /// Whether a number, date or year stands right behind the name.
    fn has_tail(&self, end: usize) -> bool {
        let rest = self.window.text()[end..].trim_start_matches([' ', ',', '(']);
        ["số ", "năm ", "ngày ", "19", "20"].iter().any(|word| rest.starts_with(word))
    }
}
