//! Địa danh và thời gian (box 4): `Cà Mau, ngày    tháng 4 năm 2026`.

use super::Header;
use crate::model::{Component, Document, PartialDate};
use crate::parse::outline::paragraphs::is_capitals;
use crate::syntax::LineKind;
use crate::text::{Span, bare};

/// The first place and date line of the header; it may be broken over two lines.
pub(crate) fn read(header: &Header<'_>, document: &mut Document) {
    let reading = header.source.reading();
    for (at, piece) in header.pieces.iter().enumerate() {
        if piece.kind != LineKind::PlaceDate
            || document.copy.as_ref().is_some_and(|c| c.span.contains(piece.span))
        {
            continue;
        }
        // `Đồng Tháp,` and `ngày 19` may stand on lines of their own.
        let before = at.checked_sub(1).map(|i| header.pieces[i]).filter(|p| {
            let text = p.text(reading);
            let below = bare(piece.text(reading)).to_ascii_lowercase().starts_with("ngay");
            let tabled =
                piece.cell > 0 && p.cell == piece.cell && p.line + 1 == piece.line && !is_capitals(text);
            p.kind == LineKind::Text
                && text.chars().count() < 40
                && !text.chars().any(|c| c.is_ascii_digit())
                && (below && text.ends_with(',') || tabled)
        });
        let start = before.map_or(piece.span.start, |p| p.span.start);
        let mut span = Span::new(start, piece.span.end);
        let mut value = date(&reading[span.range()]);
        if value.is_none()
            && let Some(next) = header.pieces.get(at + 1).filter(|next| next.line <= piece.line + 2)
        {
            span = span.hull(next.span);
            value = date(&reading[span.range()]);
        }
        let Some(value) = value else { continue };
        let text = &reading[span.range()];
        let plain = bare(text).to_ascii_lowercase();
        let day =
            find_word(&plain, DAY).map_or(0, |(at, _)| text.char_indices().nth(at).map_or(0, |(at, _)| at));
        document.date = Some(value);
        document.date_span = Some(Span::new(span.start + day, span.end).trimmed(reading, &['.', ')', '_']));
        let place = place_in(Span::new(span.start, span.start + day), reading);
        if place.len() > 1 && reading[place.range()].chars().all(|c| !c.is_ascii_digit()) {
            document.place = Some(header.source.quote(place));
            document.place_span = Some(place);
        }
        return;
    }
}

/// The name before the date, without what is no word of it: a speck, the end of the number beside it.
fn place_in(span: Span, reading: &str) -> Span {
    let text = &reading[span.range()];
    let capitals = is_capitals(text);
    let mut start = span.start;
    let mut named = false;
    for word in text.split_whitespace() {
        let end = span.start + (word.as_ptr() as usize - text.as_ptr() as usize) + word.len();
        let plain = bare(word);
        let letters = plain.bytes().filter(u8::is_ascii_alphabetic).count();
        let upper = plain.bytes().filter(u8::is_ascii_uppercase).count();
        let symbol =
            plain.contains(['/', '&']) || !capitals && plain.contains('-') && upper > 3 && upper == letters;
        if symbol
            || !named && (letters < 2 || ["So", "S6"].contains(&plain.trim_end_matches(['!', '.', ':'])))
        {
            start = end;
        } else {
            named = true;
        }
    }
    Span::new(start, span.end).trimmed(reading, &[',', '(', '.', '*', ':', ';', '_'])
}

/// The words of a date, as scans leave them too.
const DAY: &[&str] = &["ngay", "ngdy", "ngiy", "ngau", "ngav"];
const MONTH: &[&str] = &["thang", "thdng", "thing", "thdns"];
const YEAR: &[&str] = &["nam", "ndm", "nim", "nirm", "nem"];

/// Where the first of these forms that is there begins and ends.
fn find_word(plain: &str, forms: &[&str]) -> Option<(usize, usize)> {
    forms.iter().find_map(|form| plain.find(form).map(|at| (at, at + form.len())))
}

/// The date a line gives. A blank or unreadable day or month is left open; without a year there is no date.
pub(crate) fn date(text: &str) -> Option<PartialDate> {
    let plain = bare(text).to_ascii_lowercase();
    let word =
        |forms: &[&str], from: usize| find_word(&plain[from..], forms).map(|(a, b)| (from + a, from + b));
    let (_, day_at) = word(DAY, 0)?;
    let Some((month, month_at)) = word(MONTH, day_at) else { return numeric(&plain[day_at..]) };
    let (year, year_at) = word(YEAR, month_at)?;
    let (day_text, month_text) = (&plain[day_at..month], &plain[month_at..year]);
    let year: String = plain[year_at..]
        .chars()
        .filter(|c| !c.is_whitespace())
        .take_while(char::is_ascii_digit)
        .take(4)
        .collect();
    let year = year.parse::<u16>().ok().filter(|year| (1900..2200).contains(year))?;
    let day = part(day_text, 31);
    let month = part(month_text, 12);
    let date = PartialDate { year: Some(year), month, day };
    match (month.known(), day.known()) {
        (Some(m), Some(d)) if PartialDate::day(year, m, d).is_none() => {
            Some(PartialDate { day: Component::Blank, ..date })
        }
        _ => Some(date),
    }
}

/// `24/4/2026`.
fn numeric(text: &str) -> Option<PartialDate> {
    let mut parts = text.trim().split(['/', '.', '-']).map(str::trim);
    let (day, month) = (parts.next()?, parts.next()?);
    let year: String = parts.next()?.chars().take_while(char::is_ascii_digit).collect();
    let year = year.parse::<u16>().ok().filter(|year| (1900..2200).contains(year))?;
    let date = PartialDate { year: Some(year), month: part(month, 12), day: part(day, 31) };
    match (date.month.known(), date.day.known()) {
        (Some(m), Some(d)) => PartialDate::day(year, m, d),
        _ => Some(date),
    }
}

/// A day or month as printed: digits and blanks alone; all else is not read.
fn part(text: &str, most: u8) -> Component {
    let digits: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, ',' | '.' | '-' | '_' | '\'' | '`'))
        .collect();
    match digits.parse::<u8>() {
        Ok(n) if (1..=most).contains(&n) && digits.len() <= 2 => Component::Known(n),
        _ => Component::Blank,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_far_as_they_are_written() {
        for (text, value) in [
            ("Huế, ngày 05 tháng 3 năm 2024", Some("2024-03-05")),
            ("ngày     tháng 3 năm 2024", Some("2024-03-XX")),
            ("ngày ... tháng ... năm 2024", Some("2024-XX-XX")),
            ("ngày 2 1 tháng 12 năm 2023", Some("2023-12-21")),
            ("ngày 31 tháng 02 năm 2024", Some("2024-02-XX")),
            ("ngày 7/8/2024", Some("2024-08-07")),
            ("ngày 5 tháng 6", None),
            ("ngày o/tháng 6 năm 2020", Some("2020-06-XX")),
            ("Hd N|i, ngdy 09 thdng 8 ndm 2018", Some("2018-08-09")),
        ] {
            assert_eq!(date(text).map(|d| d.to_string()).as_deref(), value, "{text}");
        }
    }
}
