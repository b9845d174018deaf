//! Lines and columns for people: an offset becomes the place an editor shows.

/// A place as an editor counts it: both from 1, the column in characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text begin.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the line breaks of `text` once.
    pub fn new(text: &str) -> Self {
        let breaks = memchr::memchr_iter(b'\n', text.as_bytes()).map(|at| at + 1);
        Self { starts: std::iter::once(0).chain(breaks).collect() }
    }

    /// The place of byte `offset` of the same `text`; an offset past the end is the end.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let offset = offset.min(text.len());
        let offset = (0..=offset).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
        let line = self.starts.partition_point(|&start| start <= offset);
        let start = self.starts[line - 1];
        Position { line, column: text[start..offset].chars().count() + 1 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_letters_not_bytes() {
        let text = "Số\nĐiều 1";
        let at = |offset| LineIndex::new(text).position(text, offset);
        assert_eq!(at(0), Position { line: 1, column: 1 });
        assert_eq!(at(text.find('1').unwrap()), Position { line: 2, column: 6 });
        assert_eq!(at(999), Position { line: 2, column: 7 });
    }
}
