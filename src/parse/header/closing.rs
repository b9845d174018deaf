//! The closing holds two things side by side: recipients on the left, the signature on the right. However it
//! was flattened, each piece is told by what it says.

use super::pieces::{Piece, pieces};
use crate::parse::outline::paragraphs::is_capitals;
use crate::parse::outline::zones::is_post;
use crate::parse::outline::{Outline, Zone};
use crate::registry::authority_of;
use crate::syntax::{LabelKind, LineKind};
use crate::text::{Source, Span, bare};

/// The closing of the main text, told apart.
#[derive(Debug, Default)]
pub(crate) struct Closing {
    /// One run of lines an item of Nơi nhận.
    pub recipients: Vec<Vec<Span>>,
    /// Lines of the signature blocks, in order.
    pub signature: Vec<SignatureLine>,
}

/// A line of a signature block.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SignatureLine {
    /// Its text.
    pub span: Span,
    /// What it is.
    pub role: Role,
    /// Its place among the signature lines of one printed line, from 0.
    pub column: usize,
}

/// What a line of a signature block is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Role {
    /// `TM. ỦY BAN NHÂN DÂN`.
    Authority,
    /// `PHÓ CHỦ TỊCH`.
    Post,
    /// The rest of the line above, or the name of what signs.
    Words,
    /// `Nguyễn Văn An`.
    Name,
}

/// What OCR reads out of strokes behind `Nơi nhận:` is no longer than this, in letters.
const SPECK: usize = 2;
/// So many blanks before a line set it in the column beside the recipients.
const OTHER_COLUMN: usize = 20;
/// What OCR reads out of a stroke before a name.
const QUOTES: [char; 6] = ['"', '“', '”', '\'', '‘', '’'];

/// Reads the closing of the main part.
/// It ends at `end`, where a copier's mark begins.
pub(crate) fn closing(source: &Source, outline: &Outline, end: usize) -> Closing {
    let reading = source.reading();
    let range = outline.lines_of(0, Zone::Closing);
    let mut found = Closing::default();
    let mut listing = false;
    let mut cell = usize::MAX;
    let (mut left, mut indent) = (0, 0);
    let mut shared: (usize, usize) = (usize::MAX, 0);
    let mut sign = |found: &mut Closing, piece: &Piece, span: Span, role: Role| {
        shared = if shared.0 == piece.line { (shared.0, shared.1 + 1) } else { (piece.line, 0) };
        found.signature.push(SignatureLine { span, role, column: shared.1 });
    };
    for piece in pieces(reading, &outline.lines, range) {
        let text = piece.text(reading);
        if piece.span.start >= end {
            break;
        }
        if piece.kind == LineKind::Recipients {
            (listing, cell) = (true, piece.cell);
            (left, indent) = (piece.column, outline.lines[piece.line].indent);
            let colon = text.find(':').map_or_else(|| "Nơi nhận".len().min(text.len()), |at| at + 1);
            if !text.is_char_boundary(colon) {
                continue;
            }
            let rest = Span::new(piece.span.start + colon, piece.span.end).trimmed(reading, &['-', '.', ';']);
            if reading[rest.range()].chars().count() <= SPECK {
                continue;
            }
            match role(&reading[rest.range()], &piece, &found) {
                Some(role) => sign(&mut found, &piece, rest, role),
                None => {
                    found.recipients.extend(inline_items(rest, reading).into_iter().map(|item| vec![item]));
                }
            }
            continue;
        }
        if is_remark(text) {
            continue;
        }
        let bullet =
            matches!(piece.kind, LineKind::Item(LabelKind::Dash | LabelKind::Plus | LabelKind::Star));
        if listing && bullet {
            let (item, behind) = item_and_signature(piece.inner(reading), reading);
            if !item.is_empty() {
                found.recipients.push(vec![item]);
            }
            if let Some(span) = behind {
                let role =
                    if authority_of(&reading[span.range()]).is_some() { Role::Authority } else { Role::Post };
                sign(&mut found, &piece, span, role);
            }
            continue;
        }
        if piece.kind == LineKind::Authority {
            sign(&mut found, &piece, piece.span, Role::Authority);
            continue;
        }
        let beside = piece.column > left || outline.lines[piece.line].indent >= indent + OTHER_COLUMN;
        if listing && !beside && piece.cell == cell && item_goes_on(&piece, &found, reading) {
            if let Some(item) = found.recipients.last_mut() {
                item.push(piece.span);
            }
            continue;
        }
        match role(text, &piece, &found) {
            Some(role) => sign(&mut found, &piece, piece.span.trimmed(reading, &QUOTES), role),
            None if listing && piece.cell == cell && !bullet && text.ends_with([';', '.']) => {
                found.recipients.push(vec![piece.span]);
            }
            None => {}
        }
    }
    found
}

/// What a line is to a signature; None when it belongs to none.
fn role(text: &str, piece: &Piece, found: &Closing) -> Option<Role> {
    let begun = !found.signature.is_empty();
    // A name broken behind its family name: `Nguyễn` / `Thị Thu`.
    if begun
        && !is_capitals(text)
        && !text.contains(' ')
        && family_name(text)
        && text.chars().all(char::is_alphabetic)
    {
        return Some(Role::Name);
    }
    if is_damaged_authority(text) {
        return Some(Role::Authority);
    }
    if authority_of(text).is_some() && (is_capitals(text) || piece.kind == LineKind::Authority) {
        return Some(Role::Authority);
    }
    if text.ends_with([';', ':'])
        || text.chars().count() > 110
        || text.chars().filter(char::is_ascii_digit).count() > 3
    {
        return None;
    }
    if is_post(text) && (is_capitals(text) || text.chars().count() < 40) {
        return Some(Role::Post);
    }
    let signed = found.signature.last().is_some_and(|line| line.role == Role::Name);
    if is_name(text) && (!is_capitals(text) || begun && !signed && named_in_capitals(text)) {
        return Some(Role::Name);
    }
    (is_capitals(text) && text.chars().count() > 2).then_some(Role::Words)
}

/// `KT, uC TRƯỞNG`: the form of authority is still there, the rest is as OCR left it.
fn is_damaged_authority(text: &str) -> bool {
    let plain = bare(text);
    let form = ["KT", "TL", "TM", "TUQ"].iter().find_map(|form| plain.strip_prefix(form));
    let upper = plain.bytes().filter(u8::is_ascii_uppercase).count();
    form.is_some_and(|rest| rest.starts_with([',', ';', ':'])) && upper > 5 && plain.len() < 40
}

/// Họ tên: two to six words with capitals; a rank or degree may stand before it.
pub(crate) fn is_name(text: &str) -> bool {
    let text = text.trim_matches(QUOTES);
    let words: Vec<&str> = text.split_whitespace().collect();
    let ranked = words.iter().take(3).any(|word| word.ends_with('.') || ["tướng", "tá", "úy"].contains(word));
    let most = if ranked { 8 } else { 6 };
    (2..=most).contains(&words.len())
        && text.chars().count() <= 48
        && !text.chars().any(|c| c.is_ascii_digit() || matches!(c, ';' | ':' | '(' | '/' | '?' | '!'))
        && words.iter().all(|word| {
            word.starts_with(char::is_uppercase)
                || ["tướng", "tá", "úy"].contains(word)
                || word.ends_with('.')
        })
}

/// A name printed in capitals is no line of a body's name.
fn named_in_capitals(text: &str) -> bool {
    let words = text.split_whitespace().count();
    (2..=5).contains(&words) && !is_post(text) && family_name(text)
}

/// Whether the first word is among the usual family names (họ).
pub(super) fn family_name(text: &str) -> bool {
    const FAMILIES: [&str; 42] = [
        "NGUYEN", "TRAN", "LE", "PHAM", "HOANG", "HUYNH", "PHAN", "VU", "VO", "DANG", "BUI", "DO", "HO",
        "NGO", "DUONG", "LY", "DINH", "TRUONG", "DOAN", "LUONG", "MAI", "TRINH", "DAO", "CAO", "LAM", "HA",
        "TO", "TA", "CHU", "QUACH", "THAI", "KIEU", "LUU", "TONG", "VUONG", "NONG", "LA", "TRIEU", "CHAU",
        "QUAN", "SUNG", "GIANG",
    ];
    let first = bare(text.split_whitespace().next().unwrap_or_default()).to_ascii_uppercase();
    FAMILIES.contains(&first.as_str())
}

/// Words over the name that are not a line of it: `(Đã ký)`.
fn is_remark(text: &str) -> bool {
    let plain = bare(text).to_ascii_lowercase();
    let plain = plain.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    ["da ky", "daky", "ky ten", "da ky ten", "ky, dong dau", "ky, ghi ro ho ten", "chu ky", "signed"]
        .contains(&plain)
        || plain.starts_with("ky ten, dong dau")
        || plain.is_empty()
}

/// Whether a line goes on with the last item of Nơi nhận.
fn item_goes_on(piece: &Piece, found: &Closing, reading: &str) -> bool {
    let Some(last) = found.recipients.last().and_then(|item| item.last()) else { return false };
    let above = &reading[last.range()];
    let text = piece.text(reading);
    let small = text.starts_with(|c: char| c.is_lowercase() || c == '(' || c.is_ascii_digit());
    if authority_of(text).is_some() || is_post(text) && is_capitals(text) {
        return false;
    }
    if small {
        return true;
    }
    let archived = bare(above).to_ascii_lowercase().starts_with("luu");
    if archived {
        // The drafter's mark stands below: `Huy (23 bản)`.
        let words = text.split_whitespace().count();
        return !is_name(text)
            && !is_capitals(text)
            && !piece.gap
            && (words == 1 && text.len() < 16 || text.contains('(') && words <= 4);
    }
    let open = above.matches('(').count() > above.matches(')').count() || above.ends_with(" TP.");
    (open || !above.ends_with([';', '.']))
        && !piece.gap
        && !(is_capitals(text) && text.split_whitespace().count() > 1 && !above.ends_with(','))
}

/// `- Lưu: VT, NV.     KT. GIÁM ĐỐC`: the other column may follow the item on its line.
fn item_and_signature(span: Span, reading: &str) -> (Span, Option<Span>) {
    let text = &reading[span.range()];
    for (at, _) in text.match_indices([';', '.', ',']) {
        let tail = text[at + 1..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = span.end - tail.len();
        let upper = tail.chars().filter(|c| c.is_uppercase()).count();
        let mostly = upper * 2 > tail.chars().filter(|c| c.is_alphabetic()).count();
        let signs = authority_of(tail).is_some() && mostly
            || is_post(tail) && is_capitals(tail) && tail.split_whitespace().count() > 1;
        if signs && text[at + 1..].starts_with(char::is_whitespace) {
            return (Span::new(span.start, span.start + at + 1), Some(Span::new(start, span.end)));
        }
    }
    (span, None)
}

/// `Như trên; Lưu VT.` on the label's own line.
fn inline_items(span: Span, reading: &str) -> Vec<Span> {
    let mut start = span.start;
    let mut found = Vec::new();
    for part in reading[span.range()].split(';') {
        let item = Span::new(start, start + part.len()).trimmed(reading, &['-', '.', ';', ',']);
        if !item.is_empty() {
            found.push(item);
        }
        start += part.len() + 1;
    }
    found
}
