//! Labels of time: columns (`Thời gian hoàn thành`) and lines (`Thời gian thực hiện: ...`) that hold a limit.

use crate::text::Span;

/// Words a label or a column name of time opens with.
const HEADS: [&str; 7] =
    ["thời gian", "thời hạn", "tiến độ", "thời điểm", "hạn hoàn thành", "hạn", "hoàn thành"];

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

/// Where the text behind each label of time within `range` stands, up to the end of its sentence.
pub(crate) fn entries(lower: &str, range: Span) -> Vec<Span> {
    let text = &lower[range.range()];
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(colon) = text[from..].find(':').map(|i| from + i) {
        let start = text[from..colon].rfind(['.', ';', '\n', '-', '+', '(']).map_or(from, |i| from + i + 1);
        from = colon + 1;
        // A label wrapped over two lines: the line above belongs to it.
        let label = text[start..colon].trim();
        if !is_label(label) {
            continue;
        }
        let end =
            ["\n\n", ". ", ".\n", "; ", ";\n", "|"].iter().filter_map(|stop| text[from..].find(stop)).min();
        let span = Span::new(range.start + from, range.start + end.map_or(text.len(), |i| from + i));
        from = span.end - range.start;
        found.push(span);
    }
    found
}

fn is_label(label: &str) -> bool {
    let label = label.split_whitespace().collect::<Vec<_>>().join(" ");
    label.chars().count() <= 50
        && HEADS.iter().any(|head| label.starts_with(head))
        && ACTS.iter().any(|act| label.contains(act))
}
