//! Who issued a document, said before it: `Sở Y tế đã có Công văn số ...`, `Ngày 5/5/2026, Sở Y tế ban hành Công văn
//! số ...`, `đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số ...`.

use super::grammar::{Rule, fast};
use super::known_laws::may_join;
use super::mention::Mention;
use super::number::span_of;
use super::pairs::Run;
use super::window::{Window, is_symbol_byte};
use super::{date, organ};
use crate::text::Span;

/// Bytes before a mention that are looked at.
const REACH: usize = 220;

/// What stands right before a document when its issuer is named before it.
const ENDINGS: [&str; 12] =
    ["tại", "bằng", "qua", "theo", "hành", "có", "ký", "gửi", "bày", "trình", "các", "("];

/// Bodies that a symbol ends with, and a word their names have: no other body issues under that symbol.
const SYMBOLS: [(&str, &[&str]); 6] = [
    ("UBND", &["ủy ban", "uỷ ban", "ubnd", "chủ tịch"]),
    ("HĐND", &["hội đồng", "hđnd"]),
    ("CP", &["chính phủ"]),
    ("TTg", &["thủ tướng"]),
    ("TW", &["trung ương", "bộ chính trị", "ban bí thư", "đảng"]),
    ("VPCP", &["văn phòng chính phủ", "vpcp"]),
];

/// Gives a mention without an issuer the one named before it, and its date; nothing before `floor` is read.
pub(super) fn look_back(
    mention: &mut Mention,
    reading: &str,
    lower: &str,
    floor: usize,
    window: &mut Window,
) {
    let Some(number) = mention.number.as_ref() else { return };
    let end = mention.pinpoint.map_or(mention.span.start, |pinpoint| pinpoint.start.min(mention.span.start));
    let symbol = number.symbol.as_deref().unwrap_or_default();
    let told = mention.issuer.is_some() && mention.date.is_some() || mention.name.is_some();
    if !told && mention.issuer.is_none() && opens_list(mention, &lower[..end]) {
        let issuer = head_of_list(reading, lower, end, window);
        mention.issuer_before = issuer.filter(|issuer| may_issue(&lower[issuer.range()], symbol));
        if mention.issuer_before.is_some() {
            return;
        }
    }
    let floor = reading.ceil_char_boundary(floor.max(end.saturating_sub(REACH)));
    if told || floor >= end {
        return;
    }
    let before = &lower[floor..end];
    if !ENDINGS.iter().any(|ending| before.trim_end().ends_with(ending)) {
        return;
    }
    window.fill_unjoined(reading, lower, floor, end - floor);
    // One window serves every word that might be the first, but where a law is named or a symbol is cut in two.
    let joins = may_join(&window.bytes);
    let starts = (0..window.bytes.len()).filter(|&i| begins_word(window, i));
    let starts: Vec<(usize, usize)> = starts.map(|i| (i, window.back(i, i + 1).start)).collect();
    let mut own = Window::default();
    let mut held = Vec::new();
    for (i, start) in starts {
        let cut = joins || i > 0 && is_symbol_byte(window.bytes[i - 1]);
        let (window, i) = if cut {
            own.fill(reading, lower, start, end - start);
            (&own, 0)
        } else {
            (&*window, i)
        };
        let mut run = Run::again(&window.bytes, i, held);
        if fast::read(&mut run, Rule::issuing, i).is_none() {
            held = run.into_held();
            continue;
        }
        for pair in run.pairs().flatten() {
            match pair.as_rule() {
                Rule::day_date if mention.date.is_none() => {
                    let value = date::lower(&pair);
                    mention.date_before = value.map(|value| (value, span_of(&pair, window)));
                }
                Rule::organ => mention.issuer_before = organ::lower(&pair, reading, window),
                _ => {}
            }
        }
        held = run.into_held();
        let fits = mention.issuer_before.is_some_and(|issuer| may_issue(&lower[issuer.range()], symbol));
        if fits {
            mention.issuer_before.take_if(|_| mention.issuer.is_some());
            return;
        }
        (mention.issuer_before, mention.date_before) = (None, None);
    }
}

/// Whether a word of letters begins at byte `i` of a window.
fn begins_word(window: &Window, i: usize) -> bool {
    let bytes = &window.bytes;
    let letter = |at: usize, to: usize| {
        std::str::from_utf8(&bytes[at..to]).is_ok_and(|c| c.contains(char::is_alphabetic))
    };
    let inside = match i.checked_sub(1).map(|before| bytes[before]) {
        None => false,
        Some(before) if before.is_ascii() => before.is_ascii_alphanumeric(),
        Some(_) => {
            let start = (0..i).rev().find(|&at| bytes[at] >= 0xC0).unwrap_or_default();
            std::str::from_utf8(&bytes[start..i]).is_ok_and(|c| c.contains(char::is_alphanumeric))
        }
    };
    !inside
        && match bytes[i] {
            byte if byte.is_ascii() => byte.is_ascii_alphabetic(),
            0x80..0xC0 => false,
            _ => {
                let end = (i + 1..bytes.len()).find(|&at| !(0x80..0xC0).contains(&bytes[at]));
                letter(i, end.unwrap_or(bytes.len()))
            }
        }
}

/// Whether a list may begin at a mention: behind a colon, or without its kind in brackets.
fn opens_list(mention: &Mention, before: &str) -> bool {
    let before = before.trim_end();
    before.ends_with(':') || mention.kind.is_none() && before.ends_with('(')
}

/// The issuer that the head of a list names for all: `các Quyết định của Thủ tướng Chính phủ: Quyết định số ...`, `các
/// Nghị định của Chính phủ quy định chi tiết Luật Giá (số ...`. The title may name other documents.
fn head_of_list(reading: &str, lower: &str, end: usize, window: &mut Window) -> Option<Span> {
    /// Bytes a head with its title takes, at most.
    const HEAD: usize = 400;
    /// Words `các` of the title that are looked behind.
    const TRIED: usize = 4;
    let from = lower.ceil_char_boundary(end.saturating_sub(HEAD));
    let heads = lower[from..end].rmatch_indices("các").map(|(at, _)| from + at);
    heads.take(TRIED).find_map(|start| {
        window.fill(reading, lower, start, end - start);
        let mut run = Run::new(&window.bytes, 0);
        fast::read(&mut run, Rule::issuing, 0)?;
        let named = run.pairs().flatten().find(|pair| pair.as_rule() == Rule::organ)?;
        organ::lower(&named, reading, window)
    })
}

/// Whether a body can issue under a symbol.
fn may_issue(issuer: &str, symbol: &str) -> bool {
    let last = symbol.rsplit(['-', '/']).next().unwrap_or_default();
    let known = SYMBOLS.iter().find(|(body, _)| *body == last);
    known.is_none_or(|(_, words)| words.iter().any(|word| issuer.contains(word)))
}
