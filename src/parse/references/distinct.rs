//! One reference out of all its mentions: the most precise kind, date, issuer and name win.

use super::issuers::body_of_post;
use super::merge::Entry;
use super::passages::cut_at;
use memchr::memmem;

use crate::model::{DocumentKind, PartialDate, Reference, ReferenceIssuer};
use crate::registry::laws_named;
use crate::syntax::kind_of_symbol;
use crate::text::{Source, Span};

/// The reference an entry stands for, without roles, provisions and mentions.
pub(super) fn reference(entry: &Entry) -> Reference {
    let number = entry.number.as_ref();
    let symbol = number.and_then(|n| n.symbol.clone());
    let style = number.and_then(|n| n.style);
    let printed = most_frequent(entry.kinds.iter().map(|(kind, _)| plain(*kind)));
    Reference {
        code: number.map(|n| n.code.clone()),
        name: name(entry),
        kind: printed
            .or_else(|| DocumentKind::unspecific().filter(|_| entry.unspecific))
            .or_else(|| symbol.as_deref().and_then(|symbol| kind_of_symbol(symbol, style))),
        serial: number.and_then(|n| n.serial.clone()),
        year: number.and_then(|n| n.year),
        symbol,
        style,
        date: date(entry),
        issuer: issuer(entry).map(|name| ReferenceIssuer { name, id: None }),
        ..Reference::default()
    }
}

/// `Thông báo kết luận số ...` is a thông báo that tells a conclusion.
fn plain(kind: DocumentKind) -> DocumentKind {
    let told = kind.name().starts_with("thông báo ");
    told.then(|| DocumentKind::named("thông báo")).flatten().unwrap_or(kind)
}

/// The fullest name, in mixed case where there is one.
fn name(entry: &Entry) -> Option<String> {
    let best = entry.names.iter().max_by_key(|name| {
        let shouted = !name.chars().any(char::is_lowercase);
        let dated = name.ends_with(|c: char| c.is_ascii_digit());
        let bare =
            name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().trim_end_matches("năm").trim_end();
        (dated, !shouted, !laws_named(bare).is_empty(), name.len())
    });
    best.cloned()
}

/// The fullest date, the one printed most often where two are full.
fn date(entry: &Entry) -> Option<PartialDate> {
    let fullest = entry.dates.iter().map(|(date, _)| date.precision()).max()?;
    most_frequent(entry.dates.iter().map(|(date, _)| *date).filter(|date| date.precision() == fullest))
}

/// The fullest issuer, post or body as most mentions have it.
fn issuer(entry: &Entry) -> Option<String> {
    let by_post = |name: &str| body_of_post(name).is_some();
    let posts = entry.issuers.iter().filter(|(name, _)| by_post(name)).count();
    let post = 2 * posts > entry.issuers.len();
    let fitting = entry.issuers.iter().filter(|(name, _)| by_post(name) == post);
    fitting
        .map(|(name, _)| name)
        .max_by_key(|name| name.chars().count())
        .or(entry.issuers.first().map(|(n, _)| n))
        .cloned()
}

/// The value that comes most often, the first of those that come equally often.
fn most_frequent<T: PartialEq + Copy>(values: impl Iterator<Item = T>) -> Option<T> {
    let mut counts: Vec<(T, usize)> = Vec::new();
    for value in values {
        match counts.iter_mut().find(|(known, _)| *known == value) {
            Some((_, count)) => *count += 1,
            None => counts.push((value, 1)),
        }
    }
    let most = counts.iter().map(|(_, count)| *count).max()?;
    counts.into_iter().find(|(_, count)| *count == most).map(|(value, _)| value)
}

/// The provisions in a pinpoint: a new one begins behind a complete `Điều`.
pub(super) fn provisions(source: &Source, span: Span) -> Vec<Span> {
    let text = source.lower()[span.range()].replace('\n', " ");
    let mut found = Vec::new();
    let mut start = 0;
    let mut marks: Vec<(usize, &str)> =
        text.match_indices([',', ';']).chain(text.match_indices(" và ")).collect();
    marks.sort_unstable();
    for (at, word) in marks {
        let (before, after) = (&text[start..at], &text[at..]);
        if ["điều ", "phụ lục "].iter().any(|unit| before.contains(unit) && after.contains(unit)) {
            found.push(Span::new(span.start + start, span.start + at));
            start = at + word.len();
        }
    }
    found.push(Span::new(span.start + start, span.end));
    found
        .into_iter()
        .map(|piece| piece.trimmed(source.reading(), &[',', ';']))
        .map(|piece| match source.lower()[piece.range()].strip_prefix("tại ") {
            Some(rest) => Span::new(piece.end - rest.len(), piece.end),
            None => piece,
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

/// The title quoted behind a mention, from `về` to the end of its clause.
pub(super) fn title(source: &Source, end: usize) -> Option<String> {
    const OPENERS: [&str; 9] = [
        "về ",
        "v/v ",
        "quy định ",
        "ban hành ",
        "phê duyệt ",
        "hướng dẫn ",
        "sửa đổi",
        "bổ sung ",
        "công bố ",
    ];
    /// A title longer than this has lost its end.
    const LONGEST: usize = 600;
    let limit = cut_at(source.lower(), end + LONGEST);
    let rest = source.lower().get(end..limit)?;
    let begin = end + (rest.len() - rest.trim_start_matches([' ', '\n', ',']).len());
    // Few words begin like an opener.
    if !matches!(rest.as_bytes().get(begin - end), Some(b'v' | b'q' | b'b' | b'p' | b'h' | b's' | b'c')) {
        return None;
    }
    let head = source.lower().get(begin..cut_at(source.lower(), begin + 24).min(limit))?.replace('\n', " ");
    if !OPENERS.iter().any(|opener| head.starts_with(opener)) {
        return None;
    }
    let text = source.lower().get(begin..limit)?.replace('\n', " ");
    let found = |mark: &str| memmem::find(text.as_bytes(), mark.as_bytes());
    let stop = text.find([';', ':', '(', ')', '”']).into_iter().chain(found(". ")).chain(found("  ")).min();
    let stop = stop.unwrap_or(if text.len() < LONGEST - 20 { text.len() } else { 0 });
    let span = Span::new(begin, begin + stop).trimmed(source.reading(), &[',', '.', '/']);
    (!span.is_empty()).then(|| source.quote(span))
}
