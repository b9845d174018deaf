//! A document's text as it came, and what is needed to read it and to point back into it.

use std::sync::OnceLock;

use sha2::{Digest, Sha256};

use super::untidy::Untidy;
use super::{Encoding, OffsetMap, Span, decode, lower, reading, tidy};

/// A text with everything known about how it came: the one thing a parser is given.
///
/// Grammars run over [`Source::reading`]; spans that leave the library point into [`Source::text`].
///
/// ```
/// use vanban::text::Source;
///
/// let source = Source::from_bytes("Số: **12/QÐ–UBND**".as_bytes());
/// assert_eq!(source.text(), "Số: **12/QÐ–UBND**");
/// assert_eq!(source.reading(), "Số: 12/QĐ-UBND");
/// ```
#[derive(Debug, Clone)]
pub struct Source {
    text: String,
    reading: Option<String>,
    map: OffsetMap,
    lower: OnceLock<String>,
    unwrapped: OnceLock<String>,
    untidy: OnceLock<Untidy>,
    encoding: Encoding,
    invalid: Vec<Span>,
    bytes: usize,
    sha256: String,
}

impl Source {
    /// Decodes a file's bytes.
    pub fn from_bytes(bytes: &[u8]) -> Self {
        let (text, encoding, invalid) = decode(bytes);
        Self::build(text, encoding, invalid, bytes)
    }

    /// Takes a text that is UTF-8 already.
    pub fn from_text(text: &str) -> Self {
        Self::build(text.to_owned(), Encoding::Utf8, Vec::new(), text.as_bytes())
    }

    fn build(text: String, encoding: Encoding, invalid: Vec<Span>, bytes: &[u8]) -> Self {
        let (reading, map) = reading::read(&text).map_or((None, OffsetMap::default()), |(r, m)| (Some(r), m));
        let sha256 = sha256_of(bytes);
        Self {
            text,
            reading,
            map,
            lower: OnceLock::new(),
            unwrapped: OnceLock::new(),
            untidy: OnceLock::new(),
            encoding,
            invalid,
            bytes: bytes.len(),
            sha256,
        }
    }

    /// The text as read: decoded, without byte order mark, nothing else changed. Spans point into it.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The cleaned text that grammars read.
    pub fn reading(&self) -> &str {
        self.reading.as_deref().unwrap_or(&self.text)
    }

    /// [`Source::reading`] in lower case, offsets kept.
    pub fn lower(&self) -> &str {
        self.lower.get_or_init(|| lower(self.reading()))
    }

    /// [`Source::lower`] with its wrapped lines joined, offsets kept: a blank for each line break that stands alone.
    /// Phrases are compared as plain strings, and a break inside `có trách nhiệm` must not hide them.
    pub fn unwrapped(&self) -> &str {
        self.unwrapped.get_or_init(|| unwrapped(self.lower()))
    }

    /// The way from offsets of the reading to offsets of the text.
    pub fn map(&self) -> &OffsetMap {
        &self.map
    }

    /// What a span of the reading says, as it was printed: blanks collapsed, marks dropped, never re-spelled.
    pub fn quote(&self, reading: Span) -> String {
        let span = self.map.back(reading);
        let printed = &self.text[span.range()];
        let untidy = self.untidy.get_or_init(|| Untidy::of(&self.text));
        if untidy.any(span.start, span.end) { tidy(printed) } else { printed.trim_matches(' ').to_owned() }
    }

    /// How the bytes were written.
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// Where U+FFFD stands for bytes that are no text (offsets of the text).
    pub fn invalid(&self) -> &[Span] {
        &self.invalid
    }

    /// Length of the raw file in bytes.
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// SHA-256 of the raw file, 64 hex digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }
}

/// [`Source::sha256`] of a file that is not read yet: 64 hex digits.
pub fn sha256_of(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes))
}

/// Bytes as hex digits.
fn hex(bytes: &[u8]) -> String {
    let digit = |value: u8| char::from(b"0123456789abcdef"[usize::from(value)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

fn unwrapped(lower: &str) -> String {
    let bytes = lower.as_bytes();
    let broken = |at: Option<&u8>| at.is_none_or(|&b| b == b'\n');
    let alone = |at: usize| {
        !broken(at.checked_sub(1).and_then(|before| bytes.get(before))) && !broken(bytes.get(at + 1))
    };
    let mut out = String::with_capacity(lower.len());
    let mut copied = 0;
    for at in memchr::memchr_iter(b'\n', bytes).filter(|&at| alone(at)) {
        out.push_str(&lower[copied..at]);
        out.push(' ');
        copied = at + 1;
    }
    out.push_str(&lower[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_break_that_stands_alone_becomes_a_blank() {
        let source = Source::from_text("Có\ntrách nhiệm\n\ngiao\n");
        assert_eq!(source.unwrapped(), "có trách nhiệm\n\ngiao\n");
    }
}
