//! A text with its wrapped lines joined, every offset kept: phrases are compared as plain strings, and a line
//! break inside `có trách nhiệm` must not hide them.

/// `lower` with a blank for each line break that stands alone; empty lines still part paragraphs.
pub(super) fn unwrapped(lower: &str) -> String {
    let bytes = lower.as_bytes();
    let alone = |i: usize| {
        let broken = |at: Option<&u8>| at.is_none_or(|&b| b == b'\n');
        !broken(i.checked_sub(1).and_then(|before| bytes.get(before))) && !broken(bytes.get(i + 1))
    };
    lower.char_indices().map(|(i, c)| if c == '\n' && alone(i) { ' ' } else { c }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_break_that_stands_alone_becomes_a_blank() {
        assert_eq!(unwrapped("có\ntrách nhiệm\n\ngiao\n"), "có trách nhiệm\n\ngiao\n");
    }
}
