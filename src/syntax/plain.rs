//! A question without marks and capitals, so that one grammar reads it however it was typed.

use pest::RuleType;
use pest::iterators::Pair;
use unicode_normalization::UnicodeNormalization;

use crate::text::tidy;

/// A text and its plain form, one ASCII byte for each character.
pub(super) struct Plain {
    letters: Vec<char>,
    plain: String,
}

impl Plain {
    /// Takes a text as typed; closing marks are dropped.
    pub fn of(typed: &str) -> Self {
        let shown = tidy(typed);
        let letters: Vec<char> = shown.trim_end_matches(['?', '.', '!', ' ', '…']).chars().collect();
        let plain = letters.iter().map(|&c| bare(c)).collect();
        Self { letters, plain }
    }

    /// The plain form: lower case ASCII.
    pub fn plain(&self) -> &str {
        &self.plain
    }

    /// What was typed where a rule matched the plain form.
    pub fn at<R: RuleType>(&self, pair: &Pair<'_, R>) -> String {
        let span = pair.as_span();
        let typed: String = self.letters[span.start()..span.end()].iter().collect();
        typed.trim().trim_matches(['"', '“', '”', '«', '»']).to_owned()
    }
}

/// One character without marks, as one byte; what has no plain form is a control character that no rule names.
fn bare(c: char) -> char {
    match c {
        'đ' | 'Đ' | 'Ð' | 'ð' => 'd',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '"' | '“' | '”' | '«' | '»' => '"',
        c => {
            let base = c.nfd().next().unwrap_or(c).to_ascii_lowercase();
            if base.is_ascii() { base } else { '\u{1A}' }
        }
    }
}
