//! Where a text is not shown as it stands: most of what is quoted from it is a run of plain words and copied as it is.

use super::fold::{Need, need_at};

/// A bit for each byte of a text that [`super::tidy`] may have to change, or that begins what it may have to change.
#[derive(Debug, Clone, Default)]
pub(super) struct Untidy(Vec<u64>);

impl Untidy {
    /// One look at every byte.
    pub fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut bits = vec![0; bytes.len().div_ceil(64)];
        for at in 0..bytes.len() {
            if need_at(bytes, at) != Need::Nothing {
                bits[at / 64] |= 1 << (at % 64);
            }
        }
        Self(bits)
    }

    /// Whether there is any of it from one byte up to another.
    pub fn any(&self, from: usize, to: usize) -> bool {
        let mut at = from;
        while at < to {
            let end = (at - at % 64 + 64).min(to);
            let mask = (u64::MAX >> (64 - (end - at))) << (at % 64);
            if self.0.get(at / 64).is_some_and(|bits| bits & mask != 0) {
                return true;
            }
            at = end;
        }
        false
    }
}

#[cfg(test)]
mod tests {
    use super::super::tidy;
    use super::*;

    #[test]
    fn what_is_not_untidy_is_shown_as_it_stands() {
        let text = "Số: 12/QĐ-TTg  *ngày* 5\nSở Y tế — “Điều 1”…\u{a0}và các xã, phường trong tỉnh cùng thực hiện, báo cáo về Sở | hết";
        let untidy = Untidy::of(text);
        let places: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
        let mut plain = 0;
        for &from in &places {
            for &to in places.iter().filter(|&&to| to >= from) {
                let part = &text[from..to];
                if !untidy.any(from, to) {
                    assert_eq!(tidy(part), part.trim_matches(' '), "{part}");
                    plain += usize::from(part.len() > 64);
                }
            }
        }
        assert!(plain > 0);
    }
}
