//! The labels of lines read by hand as the layout grammar reads them: `1.2.`, `II.`, `Điều 3.`, `a)`. Every other line has
//! one, and to ask the grammar costs more than all else that is done with a line.

use super::openings::{behind, digits, is_blank};

/// `Điều 3.`, `Điều 12a:`, `ĐIỀU 4` alone
pub(super) fn article_label(line: &[u8]) -> Option<usize> {
    let rest = line.strip_prefix(b"Dieu").or_else(|| line.strip_prefix(b"DIEU"))?;
    let number = behind(rest, b" \t");
    let count = digits(number, 3);
    if number.len() == rest.len() || count == 0 {
        return None;
    }
    let lettered = usize::from(number.get(count).is_some_and(u8::is_ascii_lowercase));
    let mark = behind(&number[count + lettered..], b" \t");
    let at = line.len() - mark.len();
    match *mark {
        [] => Some(at),
        [b'.' | b':', ..] => Some(at + 1),
        [b'-', next, ..] if is_blank(next) => Some(at + 1),
        _ => None,
    }
}

/// `1.2.`, `2.3.1`
pub(super) fn decimal_label(line: &[u8]) -> Option<usize> {
    let mut at = digits(line, 2);
    let mut steps = 0;
    while steps < 3 && line.get(at) == Some(&b'.') {
        let step = digits(&line[at + 1..], 2);
        if step == 0 {
            break;
        }
        at += 1 + step;
        steps += 1;
    }
    at += usize::from(matches!(line.get(at), Some(b'.' | b')' | b'-' | b'/' | b':')));
    (steps > 0 && line.get(at).is_none_or(|&b| is_blank(b) || b.is_ascii_uppercase())).then_some(at)
}

/// `II.`, `IV -`
pub(super) fn roman_label(line: &[u8]) -> Option<usize> {
    let mut at = line.iter().take(7).take_while(|b| b"IVXL".contains(b)).count();
    at += usize::from(line.get(at).is_some_and(|&b| is_blank(b)));
    let marked = matches!(line.get(at), Some(b'.' | b'-' | b')' | b'/' | b':'));
    (marked && line.get(at + 1).is_none_or(|&b| is_blank(b) || b.is_ascii_alphabetic())).then_some(at + 1)
}

/// `2.`, `2)`, `(2)`; not `61/GP-UBND`.
pub(super) fn arabic_label(line: &[u8]) -> Option<usize> {
    let end = if line[0] == b'(' {
        let count = digits(&line[1..], 2);
        (count > 0 && line.get(1 + count) == Some(&b')')).then_some(count + 2)?
    } else {
        let count = digits(line, 2);
        let end = match *line.get(count..)? {
            [b'/', ref rest @ ..] => {
                let symbol = rest.iter().take(6).take_while(|b| b.is_ascii_uppercase()).count();
                if symbol > 1 && rest.get(symbol) == Some(&b'-') {
                    return None;
                }
                count + 1
            }
            [b'.' | b')' | b'-', ..] => count + 1,
            [b'\\', b'.', ..] => count + 2,
            _ => return None,
        };
        (line.get(end) != Some(&b'.')).then_some(end)?
    };
    line.get(end).is_none_or(|b| !b.is_ascii_digit()).then_some(end)
}

/// `a)`, `(iv)`, `b.`, `b.1)`
pub(super) fn letter_label(line: &[u8]) -> Option<usize> {
    let small =
        |line: &[u8], most: usize| line.iter().take(most).take_while(|b| b.is_ascii_lowercase()).count();
    if line[0] == b'(' {
        let count = small(&line[1..], 4);
        return (count > 0 && line.get(1 + count) == Some(&b')')).then_some(count + 2);
    }
    let mut at = small(line, 2);
    for _ in 0..2 {
        let step = line.get(at) == Some(&b'.') && line.get(at + 1).is_some_and(u8::is_ascii_digit);
        at += 2 * usize::from(step);
    }
    if line.get(at) == Some(&b')') {
        return Some(at + 1);
    }
    match *line {
        [_, b'.' | b'/' | b'-', next, ..] if is_blank(next) => Some(2),
        [_, b'.', digit, b'.', ..] if digit.is_ascii_digit() => Some(4),
        _ => None,
    }
}
