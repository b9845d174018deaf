//! The sentence or item a place belongs to: what a reader wants to see as evidence.

use super::{Span, tidy};

/// Words that end with a full stop and end no sentence: `TP. Cà Mau`, `KT. GIÁM ĐỐC`.
const SHORT: [&str; 16] =
    ["tp", "tx", "tt", "tm", "kt", "tl", "tuq", "q", "p", "h", "ts", "ths", "pgs", "gs", "bs", "đ/c"];

/// Signs that open an item of a list.
const BULLETS: [char; 6] = ['-', '+', '*', '•', '–', '·'];

/// The whole sentence or item around `span`, without its bullet, blanks collapsed.
///
/// A line break ends it only where the line before is closed by `.` `;` `:` or the next one opens an item
/// or follows a blank line; so a paragraph may be wrapped over several lines.
pub fn sentence_of(text: &str, span: Span) -> String {
    let start = text.floor_char_boundary(span.start.min(text.len()));
    let end = text.ceil_char_boundary(span.end.clamp(start, text.len()));
    let from = (0..=start).rev().find(|&at| begins(text, at)).unwrap_or(0);
    let to = (end..text.len()).find(|&at| ends(text, at)).unwrap_or(text.len());
    let inside = text[from..to].trim_start_matches(|c: char| c.is_whitespace() || BULLETS.contains(&c));
    tidy(inside)
}

fn begins(text: &str, at: usize) -> bool {
    at == 0 || (text.is_char_boundary(at) && boundary(text, at))
}

fn ends(text: &str, at: usize) -> bool {
    text.is_char_boundary(at) && boundary(text, at)
}

/// Whether one sentence or item ends right before `at`.
fn boundary(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    match before.as_bytes().last() {
        Some(b'\n') => {
            let line = before[..at - 1].trim_end_matches(['\r', ' ', '\t', '*', '|']);
            line.is_empty() || line.ends_with(['\n', '.', ';', ':', '/']) || opens(after)
        }
        Some(b' ') => stops(before.trim_end_matches(' ')) && after.starts_with(char::is_uppercase),
        _ => false,
    }
}

/// Whether a line opens an item, or is blank.
fn opens(line: &str) -> bool {
    let line = line.trim_start_matches([' ', '\t']);
    let label = line.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let numbered = label.len() < line.len()
        && (line[..line.len() - label.len()].ends_with('.') || label.starts_with(')'))
        && label.starts_with([' ', ')']);
    let mut letters = line.chars();
    let lettered = letters.next().is_some_and(char::is_lowercase) && letters.next() == Some(')');
    line.starts_with(['\n', '\r'])
        || line.starts_with(BULLETS)
        || line.starts_with("Điều ")
        || numbered
        || lettered
}

/// Whether a text ends with a full stop that closes a sentence: not that of a short form or a label.
fn stops(text: &str) -> bool {
    let Some(rest) = text.strip_suffix('.') else { return text.ends_with("./") };
    let word = rest.rsplit(|c: char| c.is_whitespace()).next().unwrap_or("");
    let label = word.chars().all(|c| c.is_ascii_digit() || c == '.')
        && rest[..rest.len() - word.len()].trim_end_matches(' ').ends_with('\n');
    !(SHORT.contains(&word.to_lowercase().as_str()) || word.chars().count() < 2 || label)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sentence_is_whole_and_alone() {
        for (text, needle, sentence) in [
            (
                "Mở đầu.\nThực hiện Kế hoạch\nsố 12/KH-UBND của tỉnh. Sở yêu cầu.",
                "12/KH",
                "Thực hiện Kế hoạch số 12/KH-UBND của tỉnh.",
            ),
            (
                "Các việc:\n- Việc một;\n- Việc hai\ntheo số 3/CT;\n- Việc ba",
                "3/CT",
                "Việc hai theo số 3/CT;",
            ),
            ("A\n\nUBND TP. Cà Mau giao Sở Y tế làm.\n\nB", "giao", "UBND TP. Cà Mau giao Sở Y tế làm."),
            ("Một câu.\n1. Tổ chức họp theo 5/KH.\n", "5/KH", "1. Tổ chức họp theo 5/KH."),
        ] {
            let at = text.find(needle).expect("the needle is there");
            assert_eq!(sentence_of(text, Span::new(at, at + needle.len())), sentence);
        }
        assert_eq!(sentence_of("", Span::new(4, 9)), "");
    }
}
