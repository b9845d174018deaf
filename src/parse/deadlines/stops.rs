//! Where sentences begin and quotations stand open, found by going through a text once: a paragraph may hold any number
//! of limits, and each asks.

use std::cell::OnceCell;

use crate::text::Span;

/// The ends of the sentences of a text.
pub(super) struct Stops<'a> {
    /// The text in lower case, wrapped lines joined.
    pub lower: &'a str,
    /// In order; gone through when the first limit asks.
    all: OnceCell<Vec<Span>>,
    /// Where reports are named.
    reports: OnceCell<Vec<usize>>,
}

const REPORT: &str = "báo cáo";

impl<'a> Stops<'a> {
    pub fn new(lower: &'a str) -> Self {
        Self { lower, all: OnceCell::new(), reports: OnceCell::new() }
    }

    /// Where the sentence that holds `at` begins, at `from` or behind it; a full stop within a number or an
    /// abbreviation ends none.
    pub fn sentence_start(&self, from: usize, at: usize) -> usize {
        let all = self.all.get_or_init(|| stops(self.lower.as_bytes()));
        let before = all.partition_point(|stop| stop.end <= at);
        let last = before.checked_sub(1).map(|last| all[last]);
        last.filter(|stop| stop.start >= from).map_or(from, |stop| stop.end)
    }
}

impl Stops<'_> {
    /// Whether a report is named within `range`.
    pub fn reports(&self, range: Span) -> bool {
        let find = || memchr::memmem::find_iter(self.lower.as_bytes(), REPORT).collect();
        let all = self.reports.get_or_init(find);
        let next = all.get(all.partition_point(|&at| at < range.start));
        next.is_some_and(|at| at + REPORT.len() <= range.end)
    }
}

/// Each `. `, `; `, `./.` and empty line.
fn stops(bytes: &[u8]) -> Vec<Span> {
    let mut all = Vec::new();
    for at in memchr::memchr3_iter(b'.', b';', b'\n', bytes) {
        if bytes[at] == b'.' && bytes[..at].ends_with(b"./") {
            all.push(Span::new(at - 2, at + 1));
        }
        match (bytes[at], bytes.get(at + 1)) {
            (b'\n', Some(b'\n')) | (b'.' | b';', Some(b' ' | b'\n')) => all.push(Span::new(at, at + 2)),
            _ => {}
        }
    }
    all
}

/// The quotation marks of a stretch of text, read from its start on.
pub(super) struct Quotes<'a> {
    lower: &'a str,
    from: usize,
    at: usize,
    open: Option<usize>,
}

impl<'a> Quotes<'a> {
    pub fn new(lower: &'a str, from: usize) -> Self {
        Self { lower, from, at: from, open: None }
    }

    /// Whether a quotation is open at `to` that is no provision; one behind a colon is, with its limits: `quy định:
    /// “Trong thời hạn 07 ngày ...”`. Asked in the order of the text.
    pub fn open_at(&mut self, to: usize) -> bool {
        let passed = &self.lower[self.at..to.max(self.at)];
        let last =
            |mark: char| memchr::memmem::rfind(passed.as_bytes(), mark.encode_utf8(&mut [0; 4]).as_bytes());
        match (last('“'), last('”')) {
            (open, close) if open > close => self.open = open.map(|open| self.at + open),
            (_, Some(_)) => self.open = None,
            _ => {}
        }
        self.at += passed.len();
        self.open.is_some_and(|open| !self.lower[self.from..open].trim_end().ends_with(':'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_begins_behind_the_last_stop() {
        let text = "a. b; c./. d 1.5\n\ne";
        let stops = Stops::new(text);
        for (at, start) in [("b", "b"), ("c", "c"), ("d", "d"), ("5", "d"), ("e", "e"), ("a", "a")] {
            let place = |needle: &str| text.find(needle).expect("it stands there");
            assert_eq!(stops.sentence_start(0, place(at)), place(start), "{at}");
        }
        assert_eq!(stops.sentence_start(2, 3), 2, "a stop before the stretch is none of it");
    }

    #[test]
    fn a_quotation_behind_a_colon_is_a_provision() {
        let text = "a “b” c “d” : “e”";
        let mut quotes = Quotes::new(text, 0);
        let open: Vec<bool> = ["b", "c", "d", "e"]
            .iter()
            .map(|letter| quotes.open_at(text.find(letter).expect("it stands there")))
            .collect();
        assert_eq!(open, [true, false, true, false]);
    }
}
