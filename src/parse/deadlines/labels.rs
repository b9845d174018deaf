//! Labels of time: columns (`Thời gian hoàn thành`) and lines (`Thời gian thực hiện: ...`) that hold a limit.

use crate::text::Span;

/// Words a label or a column name of time opens with.
const HEADS: [&str; 7] =
    ["thời gian", "thời hạn", "tiến độ", "thời điểm", "hạn hoàn thành", "hạn", "hoàn thành"];

/// First syllables of these.
const FIRST: [&str; 4] = ["thời", "hạn", "tiến", "hoàn"];

/// Those that open a label wherever they stand.
const WRAPPED: [&str; 2] = ["thời gian thực hiện", "thời gian hoàn thành"];
/// A label that does not say what the time is for.
const BARE: &str = "thời gian";

/// Words that say the time is one for acting: not `Thời gian hưởng lương`, not the hour of a meeting.
const ACTS: [&str; 17] = [
    "thực hiện",
    "hoàn thành",
    "báo cáo",
    "trình",
    "ban hành",
    "giải quyết",
    "xử lý",
    "gửi",
    "nộp",
    "triển khai",
    "thẩm định",
    "trả lời",
    "kết thúc",
    "cuối cùng",
    "tiến độ",
    "phối hợp",
    "thời hạn",
];

/// Whether a column of this name (in lower case) says by when.
pub(crate) fn is_time_column(name: &str) -> bool {
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    let heads = HEADS.iter().any(|head| name.contains(head)) || name.contains("lộ trình");
    heads && name.chars().count() <= 60 && !name.contains("kinh phí") && !name.contains("đề nghị")
}

/// Where the text behind each label of time within `range` stands, up to the end of its sentence; and whether the
/// label says that something is to be done, or only `Thời gian:`, which meetings have too.
pub(crate) fn entries(lower: &str, range: Span) -> Vec<(Span, bool)> {
    let text = &lower[range.range()];
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(colon) = memchr::memchr(b':', &text.as_bytes()[from..]).map(|i| from + i) {
        let start = text[from..colon].rfind(['.', ';', '\n', '-', '+', '(']).map_or(from, |i| from + i + 1);
        from = colon + 1;
        if !FIRST.iter().any(|word| text[start..colon].contains(word)) {
            continue;
        }
        // A label wrapped over two lines: the line above belongs to it.
        let label = text[start..colon].split_whitespace().collect::<Vec<_>>().join(" ");
        if !is_label(&label) && label != BARE {
            continue;
        }
        let end =
            ["\n\n", ". ", ".\n", "; ", ";\n", "|"].iter().filter_map(|stop| text[from..].find(stop)).min();
        let span = Span::new(range.start + from, range.start + end.map_or(text.len(), |i| from + i));
        from = span.end - range.start;
        found.push((span, label != BARE));
    }
    found
}

/// A label of its own, or one at the end of a line that wraps into it.
fn is_label(label: &str) -> bool {
    let says = |label: &str| label.chars().count() <= 50 && ACTS.iter().any(|act| label.contains(act));
    let wrapped = || WRAPPED.iter().filter_map(|head| label.rfind(head)).max();
    HEADS.iter().any(|head| label.starts_with(head)) && says(label)
        || wrapped().is_some_and(|at| label[..at].ends_with(' ') && says(&label[at..]))
}
