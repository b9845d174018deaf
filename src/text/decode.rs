//! From bytes to UTF-8 text. Bytes never make reading fail: what is no text becomes U+FFFD and is told.

use serde::Serialize;

use super::Span;

/// How the bytes of a file were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Encoding {
    /// UTF-8, with or without byte order mark.
    #[serde(rename = "utf-8")]
    Utf8,
    /// UTF-16, little end first, known by its byte order mark.
    #[serde(rename = "utf-16le")]
    Utf16Le,
    /// UTF-16, big end first, known by its byte order mark.
    #[serde(rename = "utf-16be")]
    Utf16Be,
}

impl Encoding {
    /// The name as IANA writes it, lower case.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "utf-8",
            Self::Utf16Le => "utf-16le",
            Self::Utf16Be => "utf-16be",
        }
    }
}

/// Decodes `bytes` to text without its byte order mark. The spans tell where U+FFFD stands for bytes
/// that are no text.
pub fn decode(bytes: &[u8]) -> (String, Encoding, Vec<Span>) {
    match bytes {
        [0xFF, 0xFE, rest @ ..] => utf16(rest, Encoding::Utf16Le),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, Encoding::Utf16Be),
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> (String, Encoding, Vec<Span>) {
    if let Ok(text) = simdutf8::basic::from_utf8(bytes) {
        return (text.to_owned(), Encoding::Utf8, Vec::new());
    }
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        if !chunk.invalid().is_empty() {
            replace(&mut text, &mut invalid);
        }
    }
    (text, Encoding::Utf8, invalid)
}

fn utf16(bytes: &[u8], encoding: Encoding) -> (String, Encoding, Vec<Span>) {
    let unit = |pair: &[u8]| match encoding {
        Encoding::Utf16Be => u16::from_be_bytes([pair[0], pair[1]]),
        _ => u16::from_le_bytes([pair[0], pair[1]]),
    };
    let pairs = bytes.chunks_exact(2);
    let odd = !pairs.remainder().is_empty();
    let mut text = String::with_capacity(bytes.len());
    let mut invalid = Vec::new();
    for c in char::decode_utf16(pairs.map(unit)) {
        match c {
            Ok(c) => text.push(c),
            Err(_) => replace(&mut text, &mut invalid),
        }
    }
    if odd {
        replace(&mut text, &mut invalid);
    }
    (text, encoding, invalid)
}

/// One U+FFFD for each run of bytes that is no text; neighbours share a span.
fn replace(text: &mut String, invalid: &mut Vec<Span>) {
    let start = text.len();
    text.push(char::REPLACEMENT_CHARACTER);
    match invalid.last_mut() {
        Some(last) if last.end == start => last.end = text.len(),
        _ => invalid.push(Span::new(start, text.len())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_byte_order_mark_is_not_text() {
        for bytes in [&b"\xEF\xBB\xBFS\xE1\xBB\x9F"[..], b"\xFF\xFES\0\xDF\x1E", b"\xFE\xFF\0S\x1E\xDF"] {
            assert_eq!(decode(bytes).0, "Sở");
        }
    }

    #[test]
    fn bytes_that_are_no_text_become_one_mark_each_run_and_are_told() {
        let (text, _, invalid) = decode(b"S\xFF\xFE: 12");
        assert_eq!(text, "S\u{FFFD}\u{FFFD}: 12");
        assert_eq!(invalid, [Span::new(1, 7)]);
        assert_eq!(decode(b"\xFF\xFES").0, "\u{FFFD}");
    }
}
