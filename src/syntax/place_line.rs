//! The line of place and date read by hand as the layout grammar reads it: `Cà Mau, ngày    tháng 4 năm 2026`. Every line
//! with a capital may be one, and the grammar looks for the day behind each of fifty letters.

use super::openings::{behind, like};

/// Whether `ngày` stands at the head, as scans leave it too.
fn is_day(line: &[u8]) -> bool {
    matches!(*line, [b'n' | b'N', b'g' | b'G', ..])
        && ["ngay", "Ngay", "NGAY", "ngdy", "ngAy", "ngiy", "ngau"]
            .iter()
            .any(|day| line.starts_with(day.as_bytes()))
}

/// Whether `tháng` stands at the head, and how long it is.
fn month(line: &[u8]) -> Option<usize> {
    let scanned = ["thdng", "thAng", "thdns", "thing"];
    let is = like(line, "thang") || scanned.iter().any(|month| line.starts_with(month.as_bytes()));
    is.then_some(5)
}

/// Whether `năm` stands at the head, and how long it is.
fn year(line: &[u8]) -> Option<usize> {
    if like(line, "nam") {
        return Some(3);
    }
    let scanned = ["ndm", "nim", "nirm", "nem"];
    scanned.iter().find(|year| line.starts_with(year.as_bytes())).map(|year| year.len())
}

/// The rest from where a word stands, `most` letters on at most; the rest behind these and no word without it.
fn skip_to(line: &[u8], most: usize, word: fn(&[u8]) -> Option<usize>) -> (&[u8], Option<usize>) {
    let at = (0..line.len().min(most)).find(|&at| word(&line[at..]).is_some());
    let rest = &line[at.unwrap_or(line.len().min(most))..];
    (rest, word(rest))
}

/// `place_date` of the grammar, of which every line with a capital is asked.
pub(super) fn is_place_date(line: &[u8]) -> bool {
    let at = place(line).map_or(line, |length| behind(&line[length..], b" \t"));
    if !is_day(at) {
        return false;
    }
    let (rest, month) = skip_to(&at[4..], 14, month);
    let Some(month) = month else { return rest.is_empty() };
    let (rest, year) = skip_to(&rest[month..], 12, year);
    let Some(year) = year else { return rest.is_empty() };
    let rest = behind(&rest[year..], b" \t");
    let digits = rest.iter().take(5).take_while(|b| b.is_ascii_alphanumeric() || b".?,".contains(b)).count();
    behind(&rest[digits..], b" \t").is_empty()
}

/// The length of the name of a place: `Cà Mau,`; without the comma up to five words with capitals before `ngày`.
fn place(line: &[u8]) -> Option<usize> {
    /// The longest, in letters.
    const LONGEST: usize = 44;
    let start = usize::from(matches!(line.first(), Some(b'(' | b'*')));
    if line.get(start).is_some_and(u8::is_ascii_alphabetic) {
        let name = &line[start + 1..];
        let end = |&at: &usize| match name[at] {
            b'0'..=b'9' | b':' | b';' | b',' => true,
            b'n' | b'N' => is_day(&name[at..]),
            _ => false,
        };
        let length = (0..name.len().min(LONGEST)).find(end).unwrap_or(name.len().min(LONGEST));
        if length > 0 && name.get(length) == Some(&b',') {
            return Some(start + 1 + length + 1);
        }
    }
    let city = ["Thanh pho", "TP."].iter().find(|city| line.starts_with(city.as_bytes()));
    let mut rest = city.map_or(line, |city| behind(&line[city.len()..], b" \t"));
    let mut named = false;
    for _ in 0..5 {
        if !rest.first().is_some_and(u8::is_ascii_uppercase) {
            break;
        }
        let word = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
        let next = behind(&rest[word..], b" \t.");
        if next.len() == rest.len() - word {
            break;
        }
        (rest, named) = (next, true);
    }
    let dated = rest.starts_with(b"ngay") || rest.starts_with(b"Ngay");
    (named && dated).then_some(line.len() - rest.len())
}
