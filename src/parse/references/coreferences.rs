//! Short forms that point to a document named elsewhere: `Nghị định nêu trên`, `Kế hoạch này`, declared short names, and
//! `Thông tư 78` for `Thông tư số 78/2014/TT-BTC`, which prints a number and so is a mention.

use std::collections::{BTreeMap, HashMap};

use memchr::memmem;

use super::gather::OwnDocument;
use super::merge::Entry;
use super::passages::cut_at;
use super::quoted::quotation_at;
use crate::model::{Coreference, CoreferenceTarget, DocumentKind};
use crate::parse::outline::Outline;
use crate::registry::ends_a_kind;
use crate::text::{Source, Span, string};

/// A short form that prints the number: a mention.
#[derive(Debug, Clone, Copy)]
pub(super) struct ShortForm {
    /// Kind and number.
    pub span: Span,
    /// Tên loại.
    pub kind: Span,
    /// The number as far as printed.
    pub number: Span,
    /// Index of the document.
    pub entry: usize,
}

/// Kind and serial of a document, by which it may be called later.
struct Pattern<'a> {
    kind: &'a str,
    serial: &'a str,
    entry: usize,
}

/// A place where a document is already known to be named.
#[derive(Debug, Clone, Copy)]
pub(super) struct Named {
    /// Where.
    pub span: Span,
    /// Index of the document; None for one that is no reference.
    pub entry: Option<usize>,
}

/// Finds short forms; `named` is in reading order.
pub(super) struct Finder<'a> {
    source: &'a Source,
    outline: &'a Outline,
    own: &'a OwnDocument<'a>,
    entries: &'a [Entry],
    named: &'a [Named],
    quotations: &'a [Span],
    /// Lower case, line breaks as blanks, offsets kept.
    flat: String,
}

impl<'a> Finder<'a> {
    /// Over one document.
    pub fn new(
        source: &'a Source,
        outline: &'a Outline,
        own: &'a OwnDocument<'a>,
        entries: &'a [Entry],
        named: &'a [Named],
        quotations: &'a [Span],
    ) -> Self {
        let mut flat = source.lower().as_bytes().to_vec();
        flat.iter_mut().filter(|byte| matches!(byte, b'\n' | b'|' | b'\t')).for_each(|byte| *byte = b' ');
        let flat = string(flat);
        Self { source, outline, own, entries, named, quotations, flat }
    }

    /// `Thông tư 78`, `Nghị quyết số 57`: kind and serial of one document alone, behind its full number.
    pub fn short_forms(&self) -> Vec<ShortForm> {
        let mut patterns: Vec<Pattern<'_>> = Vec::new();
        for (at, entry) in self.entries.iter().enumerate() {
            let Some(serial) = entry.number.as_ref().and_then(|n| n.serial.as_deref()) else { continue };
            if serial.len() < 2 || !serial.bytes().all(|b| b.is_ascii_digit()) {
                continue;
            }
            let mut kinds: Vec<&str> = entry.kinds.iter().map(|(kind, _)| kind.name()).collect();
            kinds.sort_unstable();
            kinds.dedup();
            for kind in kinds {
                patterns.push(Pattern { kind, serial, entry: at });
            }
        }
        let mut by_serial: HashMap<&str, Vec<&Pattern<'_>>> = HashMap::new();
        for pattern in &patterns {
            by_serial.entry(pattern.serial).or_default().push(pattern);
        }
        let longest = by_serial.keys().map(|serial| serial.len()).max().unwrap_or_default();
        let flat = self.flat.as_bytes();
        let mut first: HashMap<usize, usize> = HashMap::new();
        for named in self.named {
            if let Some(entry) = named.entry {
                let end = first.entry(entry).or_insert(named.span.end);
                *end = named.span.end.min(*end);
            }
        }
        let mut found = Vec::new();
        let mut at = 0;
        while let Some(step) = flat[at..].iter().position(u8::is_ascii_digit) {
            let start = at + step;
            let digits = flat[start..].iter().take_while(|b| b.is_ascii_digit()).count();
            at = start + digits;
            // The leftmost, then the longest, as a search for all of them would have it.
            let mut best: Option<(Span, &Pattern<'_>, bool)> = None;
            for length in 2..=digits.min(longest) {
                for pattern in by_serial.get(&self.flat[start..start + length]).into_iter().flatten() {
                    let Some(from) = self.kind_with_serial(pattern, start) else { continue };
                    let span = Span::new(from, start + length);
                    match best {
                        Some((known, one, _)) if known == span => best = Some((span, one, false)),
                        Some((known, ..)) if (known.start, span.end) < (from, known.end) => {}
                        Some((known, ..)) if known.start < from => {}
                        _ => best = Some((span, pattern, true)),
                    }
                }
            }
            let Some((span, pattern, alone)) = best else { continue };
            let behind = first.get(&pattern.entry).is_some_and(|&end| end <= span.start);
            if alone && behind && self.is_whole(span) && !self.is_named(span) && !self.counts(span.end) {
                found.push(ShortForm {
                    span,
                    kind: Span::new(span.start, span.start + pattern.kind.len()),
                    number: Span::new(start, span.end),
                    entry: pattern.entry,
                });
            }
        }
        found
    }

    /// Where the kind of a pattern begins whose serial stands at `start`.
    fn kind_with_serial(&self, pattern: &Pattern<'_>, start: usize) -> Option<usize> {
        let before = self.flat[..start].strip_suffix(' ')?;
        let front = before
            .strip_suffix(pattern.kind)
            .or_else(|| before.strip_suffix(" số")?.strip_suffix(pattern.kind));
        front.map(str::len)
    }

    /// `Kế hoạch này`, `Nghị định nêu trên`.
    pub fn demonstratives(&self) -> Vec<Coreference> {
        const TAILS: [&str; 6] = [" này", " nêu trên", " nói trên", " dẫn trên", " trên đây", " trên"];
        let mut found = Vec::new();
        let mut spans: BTreeMap<usize, usize> = BTreeMap::new();
        for tail in TAILS {
            for at in memmem::find_iter(self.flat.as_bytes(), tail) {
                let end = at + tail.len();
                let Some((kind, start)) = self.kind_before(at) else { continue };
                let span = Span::new(start, end);
                let rest = self.flat[end..].trim_start();
                let closed = rest.is_empty() || rest.starts_with(['.', ',', ';', ':', ')']);
                if overlaps(&spans, span)
                    || !self.is_whole(span)
                    || self.is_named(span)
                    || (tail == " trên" && !closed)
                {
                    continue;
                }
                let reference = self.target(kind, span, tail == " này");
                if reference.is_some() || tail != " này" {
                    spans.insert(span.start, span.end);
                    found.push(Coreference { span, text: self.source.quote(span), reference });
                }
            }
        }
        found
    }

    /// `(sau đây gọi tắt là Quy chế phối hợp)`: the declared name and every later printing of it.
    pub fn declared(&self) -> Vec<Coreference> {
        const CUES: [&str; 5] = ["gọi tắt là", "viết tắt là", "gọi chung là", "gọi là", "gọi tắt:"];
        let mut found: Vec<Coreference> = Vec::new();
        let mut spans: BTreeMap<usize, usize> = BTreeMap::new();
        for cue in CUES {
            for at in memmem::find_iter(self.flat.as_bytes(), cue) {
                let start = at + cue.len();
                let limit = cut_at(&self.flat, start + 120);
                let window = &self.flat[start..limit];
                let Some(close) = window.find([')', ';', '.', ',']) else { continue };
                let name = Span::new(start, start + close).trimmed(&self.flat, &['"', '“', '”']);
                let Some((kind, rest)) = self.kind_at(name) else { continue };
                let bare = self.flat[rest..name.end].trim();
                // One word is the kind alone (`Kế hoạch`): it would be found in every sentence.
                if self.is_named(name) || bare.is_empty() || bare.split(' ').count() > 12 {
                    continue;
                }
                let Some(entry) = self.last_of_kind(kind, at, 900) else { continue };
                let text = self.flat[name.range()].to_owned();
                for (later, _) in self.flat[name.start..].match_indices(&text) {
                    let span = Span::new(name.start + later, name.start + later + text.len());
                    if self.is_whole(span) && !self.is_named(span) && !overlaps(&spans, span) {
                        spans.insert(span.start, span.end);
                        let reference = Some(CoreferenceTarget::Reference(entry));
                        found.push(Coreference { span, text: self.source.quote(span), reference });
                    }
                }
            }
        }
        found
    }

    /// `Bộ luật Lao động năm 2019 (BLLĐ)`: an abbreviation made of the initials, and every later printing of it.
    pub fn abbreviated(&self) -> Vec<Coreference> {
        let reading = self.source.reading();
        let mut found: Vec<Coreference> = Vec::new();
        let mut spans: BTreeMap<usize, usize> = BTreeMap::new();
        for named in self.named {
            let Some(entry) = named.entry else { continue };
            let Some((inside, _)) = reading[named.span.end..]
                .trim_start()
                .strip_prefix('(')
                .and_then(|rest| rest[..cut_at(rest, 60)].split_once(')'))
            else {
                continue;
            };
            let short = inside.rsplit(char::is_whitespace).next().unwrap_or("").trim_matches(['"', '“', '”']);
            let letters = short.chars().count();
            let initials: String = reading[named.span.range()]
                .split_whitespace()
                .filter_map(|word| word.chars().next())
                .flat_map(char::to_uppercase)
                .collect();
            if !(3..=8).contains(&letters) || !initials.starts_with(short) {
                continue;
            }
            for (at, _) in reading[named.span.end..].match_indices(short) {
                let span = Span::new(named.span.end + at, named.span.end + at + short.len());
                if self.is_whole(span) && !self.is_named(span) && !overlaps(&spans, span) {
                    spans.insert(span.start, span.end);
                    let reference = Some(CoreferenceTarget::Reference(entry));
                    found.push(Coreference { span, text: self.source.quote(span), reference });
                }
            }
        }
        found
    }

    fn target(&self, kind: Option<DocumentKind>, span: Span, this: bool) -> Option<CoreferenceTarget> {
        if let Some(quotation) = quotation_at(self.quotations, span.start) {
            // The document quoted speaks of itself: the one named before the quotation.
            return kind
                .filter(|_| this)
                .and_then(|kind| self.last_of_kind(kind, quotation.start, 1500))
                .map(CoreferenceTarget::Reference);
        }
        if this {
            let part = self.outline.parts.iter().rev().find(|part| part.span.start <= span.start);
            let of_part = part.is_some_and(|part| kind.is_some_and(|kind| kind.name() == part.kind));
            let own = kind.is_some() && kind == self.own.kind || kind.is_none() && self.own.kind.is_some();
            if own || of_part {
                return Some(CoreferenceTarget::ITSELF);
            }
        }
        let reach = if this { 600 } else { 6000 };
        kind.and_then(|kind| self.last_of_kind(kind, span.start, reach)).map(CoreferenceTarget::Reference)
    }

    /// The last document of a kind named before `at`, not more than `reach` bytes away.
    fn last_of_kind(&self, kind: DocumentKind, at: usize, reach: usize) -> Option<usize> {
        let is = |entry: usize| self.entries[entry].kinds.iter().any(|(known, _)| *known == kind);
        let before = self.named.iter().rev().filter(|n| n.span.end <= at && at - n.span.end <= reach);
        before.filter_map(|n| n.entry).find(|&entry| is(entry))
    }

    /// The kind whose name ends at `at`, with where it begins; `văn bản` is any kind.
    fn kind_before(&self, at: usize) -> Option<(Option<DocumentKind>, usize)> {
        if !ends_a_kind(self.flat[..at].rsplit(' ').next().unwrap_or_default()) {
            return None;
        }
        let words = self.flat[..at].rmatch_indices(' ').map(|(i, _)| i + 1).chain([0]).take(5);
        let starts: Vec<usize> = words.filter(|&start| start < at).collect();
        let named = |start: &&usize| {
            DocumentKind::named(&self.flat[**start..at]).is_some_and(|kind| !kind.0.is_unspecific())
        };
        if let Some(&start) = starts.iter().rev().find(named) {
            return Some((DocumentKind::named(&self.flat[start..at]), start));
        }
        let plain = self.flat[..at].ends_with("văn bản").then(|| at - "văn bản".len());
        plain.map(|start| (None, start))
    }

    /// The kind that a name begins with, and where the rest of the name begins.
    fn kind_at(&self, name: Span) -> Option<(DocumentKind, usize)> {
        let text = &self.flat[name.range()];
        let ends = text.match_indices(' ').map(|(i, _)| i).chain([text.len()]).take(5);
        ends.filter_map(|end| DocumentKind::named(&text[..end]).map(|kind| (kind, name.start + end))).last()
    }

    fn is_named(&self, span: Span) -> bool {
        let next = self.named.partition_point(|n| n.span.start < span.end);
        self.named[..next].iter().rev().take(6).any(|n| n.span.overlaps(span))
    }

    /// Whether the form ends as a word and is no part of a longer number.
    fn is_whole(&self, span: Span) -> bool {
        let before = self.flat[..span.start].chars().next_back();
        let mut after = self.flat[span.end..].chars();
        let (next, then) = (after.next(), after.next());
        let goes_on = next.is_some_and(|c| c.is_alphanumeric() || c == '/' || c == '-')
            || (next == Some('.') && then.is_some_and(|c| c.is_ascii_digit()));
        !before.is_some_and(char::is_alphanumeric) && !goes_on
    }

    /// `Kế hoạch 05 năm`: a number that counts something.
    fn counts(&self, end: usize) -> bool {
        const COUNTED: [&str; 8] = ["năm", "tháng", "ngày", "điểm", "nhiệm vụ", "triệu", "%", "dự án"];
        let rest = self.flat[end..].trim_start();
        COUNTED.iter().any(|word| rest.starts_with(word))
    }
}

/// Whether a span overlaps one of those taken, which do not overlap one another: by start, their ends.
fn overlaps(taken: &BTreeMap<usize, usize>, span: Span) -> bool {
    taken.range(..span.end).next_back().is_some_and(|(_, &end)| span.start < end)
}
