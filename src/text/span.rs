//! Where a value stands in the text: the smallest piece of evidence.

use std::ops::Range;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A half-open range of byte offsets into the text as it was read (what `vanban text` prints).
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize, JsonSchema,
)]
pub struct Span {
    /// First byte.
    pub start: usize,
    /// One past the last byte.
    pub end: usize,
}

impl Span {
    /// The span from `start` up to but not including `end`.
    pub const fn new(start: usize, end: usize) -> Self {
        Self { start, end }
    }

    /// Length in bytes.
    pub const fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies in it.
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// As a range, to slice a text with.
    pub const fn range(self) -> Range<usize> {
        self.start..self.end
    }

    /// The smallest span that holds both.
    pub fn hull(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// Whether `other` lies wholly inside.
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one byte.
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The same span moved right by `by` bytes.
    pub const fn shifted(self, by: usize) -> Self {
        Self { start: self.start + by, end: self.end + by }
    }

    /// The span without white space, `|` cell borders and the given characters at its ends.
    pub fn trimmed(self, text: &str, also: &[char]) -> Self {
        let out = |c: char| c.is_whitespace() || c == '|' || also.contains(&c);
        let slice = &text[self.range()];
        let left = slice.trim_start_matches(out);
        let start = self.end - left.len();
        Self { start, end: start + left.trim_end_matches(out).len() }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        Self { start: range.start, end: range.end }
    }
}
