//! Gaps: the words between one document named in a sentence and the next, and the phrases of relation in them.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::registry::{Cue, relation_cues};
use crate::text::{Source, Span};

/// A stretch of text in lower case with single blanks, with the way back to the reading.
pub(super) struct Gap {
    /// Lower case, runs of blanks, line breaks and cell borders as one blank, ends trimmed.
    pub text: String,
    at: Vec<usize>,
    end: usize,
}

/// A phrase of relation found in a gap; offsets are of [`Gap::text`].
#[derive(Clone, Copy)]
pub(super) struct Found {
    /// Where it begins.
    pub start: usize,
    /// One past its end.
    pub end: usize,
    /// Which.
    pub cue: &'static Cue,
}

static FINDER: LazyLock<Option<AhoCorasick>> = LazyLock::new(|| {
    let phrases = relation_cues().iter().map(|cue| cue.phrase);
    // Gaps are short: an automaton that is made at once is worth more than one that runs fast.
    let kind = Some(AhoCorasickKind::ContiguousNFA);
    AhoCorasick::builder().kind(kind).match_kind(MatchKind::LeftmostLongest).build(phrases).ok()
});

impl Gap {
    /// The gap over `span` of the reading.
    pub fn new(source: &Source, span: Span) -> Self {
        let mut gap = Self {
            text: String::with_capacity(span.len()),
            at: Vec::with_capacity(span.len()),
            end: span.end,
        };
        let mut blank = false;
        for (at, c) in source.lower()[span.range()].char_indices() {
            if c.is_whitespace() || c == '|' {
                blank = true;
                continue;
            }
            if blank && !gap.text.is_empty() {
                gap.push(' ', span.start + at);
            }
            blank = false;
            gap.push(c, span.start + at);
        }
        gap
    }

    fn push(&mut self, c: char, at: usize) {
        self.text.push(c);
        self.at.extend(std::iter::repeat_n(at, c.len_utf8()));
    }

    /// Where a phrase stands in the reading.
    pub fn span(&self, found: &Found) -> Span {
        let start = self.at.get(found.start).copied().unwrap_or(self.end);
        let last = self.text[..found.end].char_indices().next_back();
        let end = last.and_then(|(i, c)| self.at.get(i).map(|at| at + c.len_utf8())).unwrap_or(self.end);
        Span::new(start, end)
    }

    /// The phrases in it, in order, as whole words.
    pub fn cues(&self) -> Vec<Found> {
        let Some(finder) = FINDER.as_ref() else { return Vec::new() };
        finder
            .find_iter(&self.text)
            .map(|m| Found { start: m.start(), end: m.end(), cue: &relation_cues()[m.pattern().as_usize()] })
            .filter(|found| {
                let before = self.text[..found.start].chars().next_back();
                let after = self.text[found.end..].chars().next();
                !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
            })
            .collect()
    }

    /// The words before a phrase.
    pub fn before(&self, found: &Found) -> &str {
        self.text[..found.start].trim()
    }

    /// The words behind a phrase.
    pub fn behind(&self, found: &Found) -> &str {
        self.text[found.end..].trim()
    }
}

/// Whether words end as a list goes on: `..., các`, `... và tại`, `...;`.
pub(super) fn is_joined(words: &str) -> bool {
    coordinator(words).is_some()
}

/// Whether the list goes on behind a semicolon.
pub(super) fn is_joined_by_semicolon(words: &str) -> bool {
    coordinator(words) == Some(";")
}

fn coordinator(words: &str) -> Option<&str> {
    /// Words that may stand between a coordinator and the document.
    const LEAD: [&str; 15] = [
        "các",
        "những",
        "tại",
        "theo",
        "cả",
        "-",
        "số",
        "của",
        "một số điều",
        "hướng dẫn",
        "quy định",
        "nội dung",
        "chỉ đạo",
        "yêu cầu",
        "tinh thần",
    ];
    let mut rest = words.trim();
    while let Some(shorter) = LEAD
        .iter()
        .find_map(|word| rest.strip_suffix(word).filter(|r| r.is_empty() || r.ends_with([' ', ',', ';'])))
    {
        rest = shorter.trim_end();
    }
    [";", ",", "và", "hoặc", "cùng", "cùng với", "hay", "với"].into_iter().find(|word| {
        rest.strip_suffix(word)
            .is_some_and(|r| word.len() == 1 || r.is_empty() || r.ends_with([' ', ',', ';', ')']))
    })
}

/// Whether the words between a phrase and a document let the phrase reach it: none, an adverb, a provision, or a
/// noun that the document is the place of (`các giải pháp tại`).
pub(super) fn reaches(tail: &str) -> bool {
    /// Verbs that begin something else.
    const OTHER: [&str; 7] = [" trình ", "báo cáo", "đề nghị", "yêu cầu", "tham mưu", " gửi ", "có văn bản"];
    const LINKS: [&str; 12] =
        ["của", "tại", "theo", "trong", "về", "gồm", "là", "như", "ở", "số", "đến", "các"];
    let tail = tail.trim();
    if tail.is_empty() {
        return true;
    }
    let last = tail.trim_end_matches("các").trim_end().rsplit(' ').next().unwrap_or("");
    if tail.ends_with(':') {
        return tail.chars().count() <= 60;
    }
    if tail.contains(';') || (is_joined(tail) && !LINKS[..4].contains(&last)) || tail.ends_with([',', ';']) {
        return false;
    }
    let linked = LINKS.contains(&last);
    let limit = match last {
        "tại" | "theo" | "trong" => 400,
        _ if linked => 90,
        _ => 45,
    };
    let other = tail.contains("ban hành") || OTHER.iter().any(|verb| tail.contains(verb));
    tail.chars().count() <= limit && (linked || !other)
}

/// `dừng thực hiện`, `chưa báo cáo kết quả thực hiện`, `có thể áp dụng`: the act that a phrase names is not done.
pub(super) fn is_denied(before: &str) -> bool {
    ["dừng", "ngừng", "chưa", "không", "chấm dứt", "kết thúc", "có thể"]
        .iter()
        .any(|word| before.strip_suffix(word).is_some_and(|rest| rest.is_empty() || rest.ends_with(' ')))
}

/// Whether the document behind the words only declares a short form: `(sau đây gọi tắt là`.
pub(super) fn is_declared(words: &str) -> bool {
    ["gọi tắt là", "viết tắt là", "gọi chung là", "gọi là"].iter().any(|cue| words.ends_with(cue))
}

/// Whether words behind a document read as the beginning of its title, so that a phrase in them is its act.
pub(super) fn is_title(words: &str) -> bool {
    const OPENERS: [&str; 26] = [
        "về",
        "v/v",
        "quy định",
        "ban hành",
        "phê duyệt",
        "hướng dẫn",
        "sửa đổi",
        "bổ sung",
        "công bố",
        "để",
        "nhằm",
        "đã",
        "có ",
        "được",
        "do",
        "của",
        "ngày",
        "năm",
        "khóa",
        "khoá",
        "này",
        "là",
        "bãi bỏ",
        "thay thế",
        "triển khai",
        "thực hiện",
    ];
    const OTHER: [&str; 12] = [
        "yêu cầu",
        "đề nghị",
        "có ý kiến",
        "như sau",
        ", các ",
        ", giao ",
        "chịu trách nhiệm",
        ", sở ",
        ", ủy ban",
        ", ubnd",
        ", bộ ",
        "chỉ đạo các",
    ];
    let mut words = words.trim();
    if let Some(aside) = words.strip_prefix('(') {
        match aside.split_once(')') {
            Some((_, rest)) => words = rest.trim(),
            None => words = aside.trim(),
        }
    }
    if words.is_empty() {
        return true;
    }
    let words = words.trim_start_matches([',', ' ', '-', ':', '“', '"']);
    // The rest of an issuer that was not read whole: `- Công Thương`.
    let rest = words.chars().count() <= 30 && !words.contains([',', '.', ':']) && !words.contains("các");
    (rest || OPENERS.iter().any(|opener| words.starts_with(opener)))
        && !words.contains(';')
        && !OTHER.iter().any(|verb| words.contains(verb))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_broken_over_lines_is_found_with_its_place() {
        let source = Source::from_text("x về việc triển\n  khai thực hiện Y");
        let gap = Gap::new(&source, Span::new(1, source.reading().len() - 1));
        let cues = gap.cues();
        assert_eq!(cues.len(), 1);
        assert_eq!(source.quote(gap.span(&cues[0])), "triển khai thực hiện");
    }

    #[test]
    fn words_that_carry_a_phrase_to_a_document() {
        for tail in ["", "các", "nghiêm túc", "các nhiệm vụ, giải pháp tại", "một số điều của", "kế hoạch"]
        {
            assert!(reaches(tail), "{tail}");
        }
        for tail in ["nhiệm vụ; sở y tế ban hành", "nhiệm vụ,", "công tác, sở y tế ban hành", "luật và"]
        {
            assert!(!reaches(tail), "{tail}");
        }
    }

    #[test]
    fn words_that_go_on_with_a_list() {
        for words in [",", "; các", "về đất đai và", "và tại", "của chính phủ, theo"] {
            assert!(is_joined(words), "{words}");
        }
        for words in ["về", "tại", "theo", "về đất đai", "vvà"] {
            assert!(!is_joined(words), "{words}");
        }
        assert!(is_joined_by_semicolon("về giá; các") && !is_joined_by_semicolon("về giá,"));
    }
}
