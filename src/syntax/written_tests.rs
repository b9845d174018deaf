//! The functions written from `deadline.pest` and `task.pest` give the pairs pest gives.

use std::fs;
use std::path::Path;

use pest::{Parser, RuleType};

use super::deadline::grammar as time;
use super::pairs::Run;
use super::task::grammar as duty;
use crate::text::Source;

/// The specimens in lower case.
fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts");
    let paths = fs::read_dir(folder).expect("specimens").flatten().map(|entry| entry.path());
    paths.map(|path| Source::from_bytes(&fs::read(path).expect("a specimen")).lower().to_owned()).collect()
}

/// Where the words of a text begin.
fn words(text: &str) -> impl Iterator<Item = usize> {
    let begins =
        |at: usize, c: char| c.is_alphanumeric() && !text[..at].ends_with(|c: char| c.is_alphanumeric());
    text.char_indices().filter(move |&(at, c)| begins(at, c)).map(|(at, _)| at)
}

/// Holds the functions to what pest reads at the head of `text`.
fn compare<P: Parser<R>, R: RuleType>(
    rule: R,
    text: &str,
    fast: impl Fn(&mut Run<'_, R>, R, usize) -> Option<usize>,
) {
    let mut run = Run::new(text.as_bytes(), 0);
    let end = fast(&mut run, rule, 0);
    match P::parse(rule, text) {
        Ok(pairs) => {
            let by_pest = Run::of_pest(text.as_bytes(), pairs);
            assert!(end.is_some(), "{rule:?} reads {text:?}");
            let listed = |run: &Run<'_, R>| -> Vec<_> {
                let pairs = run.pairs().flatten().map(|pair| (pair.as_rule(), pair.start(), pair.end()));
                // The end of the text is a pair to pest alone.
                pairs.filter(|(rule, ..)| format!("{rule:?}") != "EOI").collect()
            };
            assert_eq!(listed(&run), listed(&by_pest), "{rule:?} of {text:?}");
        }
        Err(_) => assert_eq!(end, None, "{rule:?} does not read {text:?}"),
    }
}

#[test]
fn phrases_of_time_are_read_as_by_pest() {
    let made = [
        "trước ngày họp ít nhất 03 ngày làm việc, năm (05) ngày kể từ khi nhận",
        "chậm nhất là: trước 17 giờ ngày thứ sáu (ngày 12/12/2025) hằng tuần",
        "ít nhất 02 lần/năm; 06 tháng một lần; ngày 20 của tháng cuối quý; ngày 15 tháng 6 hằng năm",
        "trong thời hạn tối đa không quá mười lăm ngày; trong vòng 24h; sau 1/2 ngày, kể từ khi ký",
        "định kỳ hằng tháng, quý, 6 tháng và đột xuất; từ tháng 6/2025 đến hết tháng 12/2025; năm 2025 và các năm tiếp theo",
    ];
    for text in texts().iter().map(String::as_str).chain(made) {
        for at in words(text) {
            let window = &text[at..text.floor_char_boundary(text.len().min(at + 256))];
            for rule in [time::Rule::phrase, time::Rule::entry, time::Rule::bare_within] {
                compare::<time::DeadlineParser, _>(rule, window, time::fast::read);
            }
        }
    }
}

#[test]
fn headings_and_labels_of_duties_are_read_as_by_pest() {
    for text in texts() {
        for line in text.lines() {
            let line = &line[..line.floor_char_boundary(line.len().min(160))];
            let tails = words(line).map(|at| line[at..].trim_end_matches([':', '.', ' ']));
            for text in std::iter::once(line).chain(tails) {
                for rule in [duty::Rule::label_line, duty::Rule::charge_head, duty::Rule::charge_tail] {
                    compare::<duty::TaskParser, _>(rule, text, duty::fast::read);
                }
            }
        }
    }
}
