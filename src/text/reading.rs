//! The reading: the text with what hinders a grammar taken out, and the way back to where it came from.
//!
//! Taken out: carriage returns, markdown marks, invisible characters. Put in one form: NFC, blanks, dashes,
//! Đ, Cyrillic look-alikes. Most texts need none of it and are their own reading.

use unicode_normalization::UnicodeNormalization;

use super::Span;
use super::fold::{is_dash, is_invisible, latin};

/// A run of the reading and where it stands in the text as read.
#[derive(Debug, Clone, Copy)]
struct Run {
    reading: usize,
    start: usize,
    end: usize,
}

/// The way from offsets of the reading back to offsets of the text as read.
#[derive(Debug, Clone, Default)]
pub struct OffsetMap {
    /// Sorted by `reading`; empty when both texts are one.
    runs: Vec<Run>,
}

impl OffsetMap {
    /// Whether the reading is the text itself.
    pub fn is_identity(&self) -> bool {
        self.runs.is_empty()
    }

    /// The span of the text as read that a span of the reading came from.
    pub fn back(&self, span: Span) -> Span {
        if self.is_identity() {
            return span;
        }
        let start = self.start(span.start);
        Span { start, end: if span.is_empty() { start } else { self.end(span.end) } }
    }

    fn start(&self, at: usize) -> usize {
        let i = self.runs.partition_point(|run| run.reading <= at);
        let run = self.runs[i.saturating_sub(1)];
        (run.start + (at - run.reading)).min(run.end)
    }

    fn end(&self, at: usize) -> usize {
        let i = self.runs.partition_point(|run| run.reading < at).max(1);
        let run = self.runs[i - 1];
        match self.runs.get(i) {
            Some(next) if next.reading == at => run.end,
            _ => (run.start + (at - run.reading)).min(run.end),
        }
    }
}

/// Bytes at which a change may be due; all others are copied in one go.
const MARKED: [bool; 256] = {
    let mut table = [false; 256];
    let bytes = *b"*#\\\r\x0B\x0C\xC2\xC3\xCC\xCD\xD0\xD1\xE2\xE3\xEF";
    let mut i = 0;
    while i < bytes.len() {
        table[bytes[i] as usize] = true;
        i += 1;
    }
    table
};

/// What stands in the reading for the characters at the head of a rest of text.
enum Change {
    Keep,
    Drop(usize),
    Put(usize, char),
}

/// The reading of `text`, or `None` when it is the text itself.
pub(super) fn read(text: &str) -> Option<(String, OffsetMap)> {
    let bytes = text.as_bytes();
    let mut out = String::new();
    let mut map = OffsetMap::default();
    let mut copied = 0;
    let mut at = 0;
    while at < bytes.len() {
        if !MARKED[usize::from(bytes[at])] {
            at += 1;
            continue;
        }
        // Of the letters that begin so, all but Ð and ð are common and stay.
        if bytes[at] == 0xC3 && !matches!(bytes[at + 1], 0x90 | 0xB0) {
            at += 2;
            continue;
        }
        if matches!(bytes[at], 0xCC | 0xCD) {
            // A combining mark: compose it with the letter before it, which was not copied yet.
            let base = text[copied..at].char_indices().next_back().map_or(at, |(i, _)| copied + i);
            let marks = text[at..].find(|c| !unicode_normalization::char::is_combining_mark(c));
            let end = marks.map_or(text.len(), |n| at + n);
            if end > at {
                copy(text, copied..base, &mut out, &mut map);
                map.runs.push(Run { reading: out.len(), start: base, end });
                out.extend(text[base..end].nfc());
                (copied, at) = (end, end);
                continue;
            }
        }
        match change(text, at) {
            Change::Keep => at += text[at..].chars().next().map_or(1, char::len_utf8),
            Change::Drop(len) => {
                copy(text, copied..at, &mut out, &mut map);
                (copied, at) = (at + len, at + len);
            }
            Change::Put(len, c) => {
                copy(text, copied..at, &mut out, &mut map);
                map.runs.push(Run { reading: out.len(), start: at, end: at + len });
                out.push(c);
                (copied, at) = (at + len, at + len);
            }
        }
    }
    if copied == 0 && map.runs.is_empty() {
        return None;
    }
    copy(text, copied..text.len(), &mut out, &mut map);
    // The end of both texts: a span that ends there ends where the last run does.
    map.runs.push(Run { reading: out.len(), start: text.len(), end: text.len() });
    Some((out, map))
}

fn copy(text: &str, range: std::ops::Range<usize>, out: &mut String, map: &mut OffsetMap) {
    if !range.is_empty() {
        map.runs.push(Run { reading: out.len(), start: range.start, end: range.end });
        out.push_str(&text[range]);
    }
}

/// What to do with the character at `at`, whose first byte is marked.
fn change(text: &str, at: usize) -> Change {
    let bytes = text.as_bytes();
    let next = bytes.get(at + 1).copied();
    let line_start = at == 0 || bytes[at - 1] == b'\n';
    match bytes[at] {
        b'\r' if next == Some(b'\n') => Change::Drop(1),
        b'\r' | 0x0B | 0x0C => Change::Put(1, '\n'),
        // A star at the head of a line with a blank behind it is a bullet, any other one marks bold type.
        b'*' if line_start && next == Some(b' ') => Change::Keep,
        b'*' => Change::Drop(1),
        b'\\' if next.is_some_and(|b| b.is_ascii_punctuation()) => Change::Drop(1),
        b'#' if line_start => {
            let marks = bytes[at..].iter().take_while(|&&b| b == b'#').count();
            if bytes.get(at + marks) == Some(&b' ') { Change::Drop(marks + 1) } else { Change::Keep }
        }
        byte if byte.is_ascii() => Change::Keep,
        _ => {
            let c = text[at..].chars().next().unwrap_or(' ');
            let len = c.len_utf8();
            match c {
                'Ð' => Change::Put(len, 'Đ'),
                'ð' => Change::Put(len, 'đ'),
                c if is_invisible(c) => Change::Drop(len),
                c if is_dash(c) => Change::Put(len, '-'),
                '\u{2028}' | '\u{2029}' => Change::Put(len, '\n'),
                c if c.is_whitespace() => Change::Put(len, ' '),
                c => latin(c).map_or(Change::Keep, |l| Change::Put(len, l)),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_clean_text_is_its_own_reading() {
        assert!(read("Số: 12/QĐ-UBND à é").is_none());
    }

    #[test]
    fn every_cleaning_finds_its_way_back() {
        for (text, word, from) in [
            ("**Số: 12**/QĐ", "12/QĐ", "12**/QĐ"),
            ("Bô\u{323} Y tê\u{301}", "Bộ Y tế", "Bô\u{323} Y tê\u{301}"),
            ("số\u{a0}12\r\nngày", "12\nngày", "12\r\nngày"),
            ("a \u{200b}QÐ–UBND b", "QĐ-UBND", "QÐ–UBND"),
            ("(*qua Sở*) **trước ngày**", "qua Sở", "qua Sở"),
            ("# KẾ HOẠCH\n", "KẾ HOẠCH", "KẾ HOẠCH"),
            ("38/NQ-СР", "NQ-CP", "NQ-СР"),
            ("Sơ\u{309}", "Sở", "Sơ\u{309}"),
        ] {
            let (reading, map) = read(text).unwrap();
            let at = reading.find(word).unwrap();
            assert_eq!(&text[map.back(Span::new(at, at + word.len())).range()], from, "{text}");
        }
    }

    #[test]
    fn nothing_but_marks_reads_as_nothing() {
        let (reading, map) = read("**").unwrap();
        assert_eq!((reading.as_str(), map.back(Span::new(0, 0))), ("", Span::new(2, 2)));
    }
}
