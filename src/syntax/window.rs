//! The window: a stretch of the reading in the one form the inline grammar is written for.
//!
//! Lower case, single blanks, one placement of tones; only the letters of symbols keep their case (`QĐ-TTg`), so
//! that a symbol ends where the next word begins. Names of known laws are joined into one word by [`JOIN`].
//! Every byte knows where it came from.

use std::borrow::Cow;

use super::known_laws::join;
use crate::text::Span;

/// Stands for the blanks of a known law's name, and before it.
pub(super) const JOIN: u8 = 0x1F;
/// Stands for the end of a paragraph; no rule accepts it.
pub(super) const BREAK: u8 = 0x1E;
/// First size in bytes; doubled while a match comes near the end.
pub(super) const FIRST: usize = 256;
/// Largest size in bytes.
pub(super) const LARGEST: usize = 2048;

/// Old tone placement at the end of a syllable, and the one the grammar is written in. Pairs whose lengths differ
/// (`uỳ`, `uỹ`, `oẽ`) are left alone: no name of the tables has them.
const TONES: [(&[u8], &[u8]); 12] = [
    (b"o\xC3\xA0", b"\xC3\xB2a"),         // oà òa
    (b"o\xC3\xA1", b"\xC3\xB3a"),         // oá óa
    (b"o\xE1\xBA\xA3", b"\xE1\xBB\x8Fa"), // oả ỏa
    (b"o\xC3\xA3", b"\xC3\xB5a"),         // oã õa
    (b"o\xE1\xBA\xA1", b"\xE1\xBB\x8Da"), // oạ ọa
    (b"o\xC3\xA8", b"\xC3\xB2e"),         // oè òe
    (b"o\xC3\xA9", b"\xC3\xB3e"),         // oé óe
    (b"o\xE1\xBA\xBB", b"\xE1\xBB\x8Fe"), // oẻ ỏe
    (b"o\xE1\xBA\xB9", b"\xE1\xBB\x8De"), // oẹ ọe
    (b"u\xC3\xBD", b"\xC3\xBAy"),         // uý úy
    (b"u\xE1\xBB\xB7", b"\xE1\xBB\xA7y"), // uỷ ủy
    (b"u\xE1\xBB\xB5", b"\xE1\xBB\xA5y"), // uỵ ụy
];

/// A stretch of the reading as the grammar sees it; its buffers are used again for the next stretch.
#[derive(Debug, Default)]
pub(super) struct Window {
    /// UTF-8: only whole characters are moved.
    pub(super) bytes: Vec<u8>,
    /// Where window and reading run apart: from an offset of the window on, the offset of the reading it stands for.
    steps: Vec<(usize, usize)>,
    /// Where a `-`, `/` or `(` stands, and where a tone may have to move: of the stretch being filled.
    joints: Vec<usize>,
    tones: Vec<usize>,
}

impl Window {
    /// Fills the window from `start` with at most `size` bytes of the reading; true when that reaches its end.
    pub(super) fn fill(&mut self, reading: &str, lower: &str, start: usize, size: usize) -> bool {
        let whole = self.fill_unjoined(reading, lower, start, size);
        join(&mut self.bytes);
        whole
    }

    /// The same with the names of known laws left in words.
    pub(super) fn fill_unjoined(&mut self, reading: &str, lower: &str, start: usize, size: usize) -> bool {
        let end = reading.floor_char_boundary((start + size).min(reading.len()));
        self.fold(reading.as_bytes(), lower.as_bytes(), start, end);
        end == reading.len()
    }

    /// The window as text.
    pub(super) fn text(&self) -> &str {
        std::str::from_utf8(&self.bytes).unwrap_or_default()
    }

    /// Copies stretch by stretch: all between two blanks that need more than to be a blank. One look at each byte
    /// tells which need more: blanks, the joints of symbols, tones.
    fn fold(&mut self, source: &[u8], small: &[u8], start: usize, end: usize) {
        let mut out = std::mem::take(&mut self.bytes);
        let mut joints = std::mem::take(&mut self.joints);
        let mut tones = std::mem::take(&mut self.tones);
        out.clear();
        joints.clear();
        tones.clear();
        self.steps.clear();
        self.steps.push((0, start));
        let (mut copied, mut at) = (start, start);
        while at < end {
            match SIGNS[usize::from(small[at])] {
                Sign::None => {}
                Sign::Blank => {
                    let plain = small[at] == b' ' && !small.get(at + 1).is_some_and(u8::is_ascii_whitespace);
                    if !plain {
                        out.extend_from_slice(&small[copied..at]);
                        at = self.push_blank(source, at, end, &mut out);
                        copied = at;
                        continue;
                    }
                }
                Sign::Cell => {
                    out.extend_from_slice(&small[copied..at]);
                    out.push(BREAK);
                    copied = at + 1;
                }
                Sign::Joint => joints.push(out.len() + at - copied),
                Sign::Vowel => {
                    if at > start && matches!(small[at - 1], b'o' | b'u') {
                        tones.push(out.len() + at - copied - 1);
                    }
                }
            }
            at += 1;
        }
        out.extend_from_slice(&small[copied..end]);
        for &vowel in &tones {
            place_tone(&mut out, vowel);
        }
        self.bytes = out;
        for &joint in &joints {
            self.keep_symbol(source, joint);
        }
        (self.joints, self.tones) = (joints, tones);
    }

    fn push_blank(&mut self, source: &[u8], at: usize, end: usize, out: &mut Vec<u8>) -> usize {
        let run = source[at..end].iter().take_while(|b| b.is_ascii_whitespace()).count();
        let breaks = memchr::memchr_iter(b'\n', &source[at..at + run]).count();
        let next = &source[at + run..end.min(at + run + 2)];
        let bullet = breaks > 0 && (next.starts_with(b"- ") || next.starts_with(b"+ "));
        out.push(if breaks > 1 || bullet { BREAK } else { b' ' });
        if run > 1 {
            self.steps.push((out.len(), at + run));
        }
        at + run
    }

    /// Where byte `i` of the window stands in the reading.
    fn at(&self, i: usize) -> usize {
        let step = self.steps.iter().rev().find(|(from, _)| *from <= i);
        step.map_or(i, |(from, there)| there + (i - from))
    }

    /// Gives the words beside a `-`, `/` or `(` their case back where they are built like a symbol.
    fn keep_symbol(&mut self, source: &[u8], joint: usize) {
        let out = &self.bytes;
        let left = out[..joint].iter().rposition(|&b| b != b' ').map_or(0, |n| n + 1);
        let before = left.checked_sub(1).map(|n| out[n]);
        if out[joint] == b'(' && !before.is_some_and(|b| b.is_ascii_uppercase() || b.is_ascii_digit()) {
            return;
        }
        let begin = out[..left].iter().rposition(|&b| !is_symbol_byte(b)).map_or(0, |n| n + 1);
        let right = joint + 1 + usize::from(out.get(joint + 1) == Some(&b' '));
        let run = |from: usize| {
            out[from..].iter().position(|&b| !is_symbol_byte(b)).map_or(out.len(), |n| from + n)
        };
        let mut end = run(right);
        // `SXD-QLN& TTBĐS`
        if end > right && out[end - 1] == b'&' && out.get(end) == Some(&b' ') {
            end = run(end + 1);
        }
        let numbered = joint > 0 && out[joint - 1].is_ascii_alphanumeric();
        self.keep_case(source, begin..left, false);
        self.keep_case(source, right..end, numbered);
    }

    fn keep_case(&mut self, source: &[u8], range: std::ops::Range<usize>, numbered: bool) {
        let out = &self.bytes;
        if range.is_empty() {
            return;
        }
        // Nearly always the whole word stands in one step.
        let (first, last) = (self.at(range.start), self.at(range.end - 1));
        let printed: Cow<'_, [u8]> = if last - first == range.len() - 1 {
            Cow::Borrowed(&source[first..=last])
        } else {
            Cow::Owned(range.clone().map(|i| source[self.at(i)]).collect())
        };
        // Without capitals there is nothing to give back.
        if *printed == out[range.clone()] {
            return;
        }
        let two = |i: usize| matches!(printed[i - 1..=i], [0xC4, 0x90] | [0xC6, 0xAF]);
        let capital = |i: usize| printed[i].is_ascii_uppercase() || i > 0 && two(i);
        let capitals = (0..printed.len()).filter(|&i| capital(i)).count();
        let letters =
            out[range.clone()].iter().filter(|b| b.is_ascii_alphabetic() || matches!(b, 0xC4 | 0xC6));
        let letters = letters.count();
        let whole_word = out.get(range.end).is_none_or(u8::is_ascii)
            && range.start.checked_sub(1).is_none_or(|before| out[before].is_ascii());
        if capitals >= 2 || capitals == 1 && whole_word && (letters == 1 || numbered) {
            self.bytes[range].copy_from_slice(&printed);
        }
    }

    /// Where a span of the window lies in the reading.
    pub(super) fn back(&self, start: usize, end: usize) -> Span {
        let within = |i: usize| i < self.bytes.len();
        let from = if within(start) { self.at(start) } else { 0 };
        let to = end.checked_sub(1).filter(|&i| within(i)).map_or(from, |i| self.at(i) + 1);
        Span::new(from, to.max(from))
    }
}

/// ASCII letters and digits, `&`, `.`, and the bytes of Đ, đ, Ư, ư.
pub(super) fn is_symbol_byte(byte: u8) -> bool {
    SYMBOL_BYTES[usize::from(byte)]
}

static SYMBOL_BYTES: [bool; 256] = {
    let mut known = [false; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        known[byte as usize] = byte.is_ascii_alphanumeric()
            || matches!(byte, b'&' | b'.' | 0xC4 | 0x90 | 0x91 | 0xC6 | 0xAF | 0xB0);
        byte -= 1;
    }
    known
};

/// Moves the tone of an open syllable at `i` to where the grammar has it: `uỷ` becomes `ủy`; lengths stay.
fn place_tone(out: &mut [u8], i: usize) {
    if out[i] == b'u' && i > 0 && out[i - 1] == b'q' {
        return;
    }
    for (old, new) in TONES {
        let end = i + old.len();
        if out[i..].starts_with(old) && out.get(end).is_none_or(|&b| !b.is_ascii_alphabetic() && b < 0x80) {
            out[i..end].copy_from_slice(new);
            return;
        }
    }
}

/// What a byte asks of the window beyond being copied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    None,
    /// White space.
    Blank,
    /// The border of a cell.
    Cell,
    /// A sign that symbols are joined by.
    Joint,
    /// The first byte of a letter that may bear a tone.
    Vowel,
}

static SIGNS: [Sign; 256] = {
    let mut signs = [Sign::None; 256];
    let mut byte = 0xC3;
    while byte < 256 {
        signs[byte] = Sign::Vowel;
        byte += 1;
    }
    let blanks = [b' ', b'\t', b'\n', 0x0C, b'\r'];
    let mut n = 0;
    while n < blanks.len() {
        signs[blanks[n] as usize] = Sign::Blank;
        n += 1;
    }
    signs[b'|' as usize] = Sign::Cell;
    signs[b'-' as usize] = Sign::Joint;
    signs[b'/' as usize] = Sign::Joint;
    signs[b'(' as usize] = Sign::Joint;
    signs
};
