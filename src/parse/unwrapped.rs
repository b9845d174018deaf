//! A text with its wrapped lines joined, every offset kept: phrases are compared as plain strings, and a line
//! break inside `có trách nhiệm` must not hide them.

/// `lower` with a blank for each line break that stands alone; empty lines still part paragraphs.
pub(super) fn unwrapped(lower: &str) -> String {
    let bytes = lower.as_bytes();
    let broken = |at: Option<&u8>| at.is_none_or(|&b| b == b'\n');
    let alone = |at: usize| {
        !broken(at.checked_sub(1).and_then(|before| bytes.get(before))) && !broken(bytes.get(at + 1))
    };
    let mut out = String::with_capacity(lower.len());
    let mut copied = 0;
    for at in memchr::memchr_iter(b'\n', bytes).filter(|&at| alone(at)) {
        out.push_str(&lower[copied..at]);
        out.push(' ');
        copied = at + 1;
    }
    out.push_str(&lower[copied..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_break_that_stands_alone_becomes_a_blank() {
        assert_eq!(unwrapped("có\ntrách nhiệm\n\ngiao\n"), "có trách nhiệm\n\ngiao\n");
    }
}
