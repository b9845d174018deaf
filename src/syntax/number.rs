//! Numbers and symbols of documents, alone or found in a text.

use std::str::FromStr;

use super::error::{ErrorKind, ParseError, unfit};
use super::grammar::{Pair, Rule, fast};
use super::pairs::Run;
use super::window::Window;
use crate::model::{DocumentNumber, Style};
use crate::registry::kinds_by_abbreviation;
use crate::text::{Source, Span};

impl FromStr for DocumentNumber {
    type Err = ParseError;

    /// Reads a number alone: `30/2020/NĐ-CP`, `107-KL/TW`, `/SYT-VP` (no serial yet), `12` (no symbol).
    ///
    /// Blanks and line breaks inside are dropped; a number typed in small letters is read as well.
    ///
    /// # Errors
    /// [`ErrorKind::Number`] with the span from the first character that does not fit.
    fn from_str(text: &str) -> Result<Self, ParseError> {
        read(text).or_else(|error| read(&text.to_uppercase()).map_err(|_| error)).map(|mut number| {
            number.code = without_blanks(Source::from_text(text).reading());
            number
        })
    }
}

fn read(text: &str) -> Result<DocumentNumber, ParseError> {
    let source = Source::from_text(text);
    let mut window = Window::default();
    window.fill(source.reading(), source.lower(), 0, usize::MAX / 2);
    let mut run = Run::new(&window.bytes, 0);
    fast::read(&mut run, Rule::number_text, 0)
        .ok_or_else(|| unfit(ErrorKind::Number, Rule::number_head, &source, &window))?;
    let mut number = DocumentNumber { code: without_blanks(source.reading()), ..DocumentNumber::default() };
    for pair in run.pairs().flatten() {
        fill(&mut number, &pair, source.reading(), &window);
    }
    number.style = style(&number);
    Ok(number)
}

/// The number a pair of the grammar (`number`, `part_number`, `symbol_first`) stands for.
pub(super) fn lower(pair: Pair<'_>, reading: &str, window: &Window) -> DocumentNumber {
    let span = span_of(&pair, window);
    let mut number = DocumentNumber {
        // Dots stand for a number left out.
        code: without_blanks(&reading[span.range()]).trim_start_matches(['.', '…', '_']).to_owned(),
        span: Some(span),
        ..Default::default()
    };
    for inner in pair.into_inner().flatten() {
        fill(&mut number, &inner, reading, window);
    }
    number.style = style(&number);
    number
}

fn fill(number: &mut DocumentNumber, pair: &Pair<'_>, reading: &str, window: &Window) {
    match pair.as_rule() {
        Rule::serial => number.serial = Some(pair.as_str().to_owned()),
        Rule::number_year => number.year = pair.as_str().parse().ok(),
        Rule::symbol => number.symbol = Some(without_blanks(&reading[span_of(pair, window).range()])),
        Rule::small_symbol => number.symbol = Some(pair.as_str().to_uppercase()),
        _ => {}
    }
}

/// Where a pair lies in the reading.
pub(super) fn span_of(pair: &Pair<'_>, window: &Window) -> Span {
    window.back(pair.start(), pair.end())
}

/// Party numbers have the kind behind a dash and the body behind a slash: `107-KL/TW`.
fn style(number: &DocumentNumber) -> Option<Style> {
    let symbol = number.symbol.as_deref()?;
    let kind = symbol.split(['-', '/']).next()?;
    let dashed =
        number.code.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '.').starts_with('-');
    let party = dashed && symbol.contains('/') && !kinds_by_abbreviation(kind, Style::Party).is_empty();
    Some(if party { Style::Party } else { Style::State })
}

fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_read_into_its_parts() {
        for (text, code, serial, year, symbol, style) in [
            ("30/2020/NĐ-CP", "30/2020/NĐ-CP", Some("30"), Some(2020), Some("NĐ-CP"), Some(Style::State)),
            ("45/2019/QH14", "45/2019/QH14", Some("45"), Some(2019), Some("QH14"), Some(Style::State)),
            ("107-KL/TW", "107-KL/TW", Some("107"), None, Some("KL/TW"), Some(Style::Party)),
            ("1026/KH-UBND", "1026/KH-UBND", Some("1026"), None, Some("KH-UBND"), Some(Style::State)),
            ("/SYT-VP", "/SYT-VP", None, None, Some("SYT-VP"), Some(Style::State)),
            ("/2026/QĐ-UBND", "/2026/QĐ-UBND", None, Some(2026), Some("QĐ-UBND"), Some(Style::State)),
            (
                "66.4/2025/NQ-CP",
                "66.4/2025/NQ-CP",
                Some("66.4"),
                Some(2025),
                Some("NQ-CP"),
                Some(Style::State),
            ),
            ("930e/QĐ-BNN", "930e/QĐ-BNN", Some("930e"), None, Some("QĐ-BNN"), Some(Style::State)),
            (
                "838/CCTKV.XII-NVDTPC.HUE",
                "838/CCTKV.XII-NVDTPC.HUE",
                Some("838"),
                None,
                Some("CCTKV.XII-NVDTPC.HUE"),
                Some(Style::State),
            ),
            ("03-TTr/ĐU", "03-TTr/ĐU", Some("03"), None, Some("TTr/ĐU"), Some(Style::Party)),
            (
                "1147-QĐ/BTGDVTW",
                "1147-QĐ/BTGDVTW",
                Some("1147"),
                None,
                Some("QĐ/BTGDVTW"),
                Some(Style::Party),
            ),
            ("16 /NQ-\n HĐND", "16/NQ-HĐND", Some("16"), None, Some("NQ-HĐND"), Some(Style::State)),
            ("79/2025/NĐCP", "79/2025/NĐCP", Some("79"), Some(2025), Some("NĐCP"), Some(Style::State)),
            (
                "2587-CV/VPTW/nb",
                "2587-CV/VPTW/nb",
                Some("2587"),
                None,
                Some("CV/VPTW/nb"),
                Some(Style::Party),
            ),
            (
                "1413/CAT-PC04(Đ1)",
                "1413/CAT-PC04(Đ1)",
                Some("1413"),
                None,
                Some("CAT-PC04(Đ1)"),
                Some(Style::State),
            ),
            ("151/CT-TT&HT", "151/CT-TT&HT", Some("151"), None, Some("CT-TT&HT"), Some(Style::State)),
            ("10-LCT/HĐNN7", "10-LCT/HĐNN7", Some("10"), None, Some("LCT/HĐNN7"), Some(Style::State)),
            ("155/HĐBT", "155/HĐBT", Some("155"), None, Some("HĐBT"), Some(Style::State)),
            ("0204/KH-UBND", "0204/KH-UBND", Some("0204"), None, Some("KH-UBND"), Some(Style::State)),
            ("08-QĐi/TW", "08-QĐi/TW", Some("08"), None, Some("QĐi/TW"), Some(Style::Party)),
            (
                "136/2018/tt-btc",
                "136/2018/tt-btc",
                Some("136"),
                Some(2018),
                Some("TT-BTC"),
                Some(Style::State),
            ),
            ("18/011/TT-BTC", "18/011/TT-BTC", Some("18"), None, Some("TT-BTC"), Some(Style::State)),
            (
                "169/QĐ-BCA (V26)",
                "169/QĐ-BCA(V26)",
                Some("169"),
                None,
                Some("QĐ-BCA(V26)"),
                Some(Style::State),
            ),
            ("12", "12", Some("12"), None, None, None),
            ("107-kl/tw", "107-kl/tw", Some("107"), None, Some("KL/TW"), Some(Style::Party)),
        ] {
            let number: DocumentNumber = text.parse().unwrap_or_else(|e| panic!("{text}: {e}"));
            assert_eq!(number.code, code);
            assert_eq!(
                (number.serial.as_deref(), number.year, number.symbol.as_deref(), number.style),
                (serial, year, symbol, style),
                "{text}"
            );
            assert_eq!(number.to_string().parse::<DocumentNumber>().as_ref(), Ok(&number));
        }
    }

    #[test]
    fn what_is_no_number_says_where_it_fails() {
        for (text, start) in [("", 0), ("số", 0), ("24/7", 2), ("12/QĐ-UBND x", 12)] {
            let error = text.parse::<DocumentNumber>().unwrap_err();
            assert_eq!((error.kind, error.span), (ErrorKind::Number, Span::new(start, text.len())), "{text}");
        }
    }
}
