//! The closing holds two things side by side: recipients on the left, the signature on the right. However it
//! was flattened, each piece is told by what it says.

use super::pieces::Piece;
use crate::parse::outline::Outline;
use crate::parse::outline::paragraphs::is_capitals;
use crate::parse::outline::zones::is_post;
use crate::registry::authority_of;
use crate::syntax::{LabelKind, LineKind};
use crate::text::{Source, Span, bare, is_letter};

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

/// Reads the closing of the main part from its pieces.
/// It ends at `end`, where a copier's mark begins.
pub(crate) fn closing(source: &Source, outline: &Outline, pieces: &[Piece], end: usize) -> Closing {
    let reading = source.reading();
    let mut found = Closing::default();
    let mut listing = false;
    let mut cell = usize::MAX;
    let (mut left, mut indent) = (0, 0);
    let mut shared: (usize, usize) = (usize::MAX, 0);
    let mut sign = |found: &mut Closing, piece: &Piece, span: Span, role: Role| {
        shared = if shared.0 == piece.line { (shared.0, shared.1 + 1) } else { (piece.line, 0) };
        found.signature.push(SignatureLine { span, role, column: shared.1 });
    };
    let mut all = pieces.iter().copied().peekable();
    while let Some(piece) = all.next() {
        let text = piece.text(reading);
        let below = all.peek().map_or("", |next| next.text(reading));
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
            if let Some(span) = signature_in(rest, reading) {
                sign(&mut found, &piece, span, Role::Authority);
                continue;
            }
            match role(&reading[rest.range()], "", &piece, &found, reading) {
                Some(role) => sign(&mut found, &piece, rest, role),
                None if is_worded(&reading[rest.range()]) => {
                    found.recipients.extend(inline_items(rest, reading).into_iter().map(|item| vec![item]));
                }
                None => {}
            }
            continue;
        }
        if is_remark(text) {
            continue;
        }
        let bullet =
            matches!(piece.kind, LineKind::Item(LabelKind::Dash | LabelKind::Plus | LabelKind::Star));
        if listing && bullet {
            let inner = piece.inner(reading);
            if let Some(span) = signature_in(inner, reading).filter(|span| span.start == inner.start) {
                sign(&mut found, &piece, span, Role::Authority);
                continue;
            }
            let (item, behind) = item_and_signature(inner, reading);
            if !item.is_empty() {
                found.recipients.push(vec![item]);
            }
            if let Some((span, role)) = behind {
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
        match role(text, below, &piece, &found, reading) {
            Some(Role::Post) => sign(&mut found, &piece, post_in(piece.span, reading), Role::Post),
            Some(role) => sign(&mut found, &piece, piece.span.trimmed(reading, &QUOTES), role),
            None if listing && piece.cell == cell && !bullet && text.ends_with([';', '.']) => {
                found.recipients.push(vec![piece.span]);
            }
            None => {}
        }
    }
    name_behind_item(&mut found, reading);
    for last in found.recipients.iter_mut().filter_map(|item| item.last_mut()) {
        *last = without_speck(*last, reading);
    }
    found
}

/// What a line is to a signature; None when it belongs to none.
/// A post may be broken before its last words, `below`: `TỔNG KIỂM TOÁN NHÀ` / `NƯỚC`.
fn role(text: &str, below: &str, piece: &Piece, found: &Closing, reading: &str) -> Option<Role> {
    let begun = !found.signature.is_empty();
    let last = found.signature.last();
    if last.is_some_and(|last| last.role == Role::Post && reading[last.span.range()].ends_with("THỨ")) {
        return Some(Role::Post);
    }
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
    if authority_of(text).is_some() && (mostly_capitals(text) || piece.kind == LineKind::Authority) {
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
    let heads = last.is_none_or(|last| last.role == Role::Authority && text == "THỨ");
    if heads && is_capitals(text) && is_capitals(below) && is_post(&format!("{text} {below}")) {
        return Some(Role::Post);
    }
    if begun && is_spoilt_post(text) {
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
    form.is_some_and(|rest| rest.starts_with([',', ';', ':', '.'])) && upper > 5 && plain.len() < 40
}

/// `HO CỤC TRƯỜNG`, `PHÓ SG! TRƯỞNG`, `ONG GIÁM ĐỐC`: a post of which a scan lost letters.
fn is_spoilt_post(text: &str) -> bool {
    /// What ends in these letters too: `VÀ MÔI TRƯỜNG`, `PHÁT TRIỂN THỊ TRƯỜNG`.
    const OTHERS: [&str; 4] = ["MOI", "THI", "NHA", "QUANG"];
    let plain = bare(text).to_ascii_uppercase();
    let words: Vec<&str> =
        plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let headed = match words[..] {
        [.., before, last] => {
            ["TRUONG", "RUONG", "UONG", "TIONG"].contains(&last) && !OTHERS.contains(&before)
        }
        [last] => ["RUONG", "UONG", "TIONG"].contains(&last),
        [] => false,
    };
    mostly_capitals(text)
        && words.len() <= 5
        && (headed || plain.starts_with("PHO ") || plain.ends_with("GIAM DOC") || plain.ends_with("CHU TICH"))
}

/// A post without the speck before it: `SA PHÓ CỤC TRƯỞNG`, `_ PHÓ CỤC TRƯỞNG`.
fn post_in(span: Span, reading: &str) -> Span {
    let span = span.trimmed(reading, &['_', '-', ':', '¬', '=', '.']);
    let text = &reading[span.range()];
    match text.split_once(' ') {
        Some((speck, rest))
            if speck.chars().count() <= 3 && !is_post(text) && is_post(rest) && rest.contains(' ') =>
        {
            Span::new(span.end - rest.len(), span.end)
        }
        _ => span,
    }
}

/// Whether more than half of the letters are capitals.
fn mostly_capitals(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    upper * 2 > text.chars().filter(|&c| is_letter(c)).count()
}

/// Whether a text says something: a word in small letters, or a list.
fn is_worded(text: &str) -> bool {
    let word = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_lowercase);
    text.contains(';') || text.split(|c: char| !c.is_alphanumeric()).any(word)
}

/// The line of authority a text holds behind what a scan made of strokes: `<A TM. HỘI ĐỒNG`.
fn signature_in(span: Span, reading: &str) -> Option<Span> {
    let text = &reading[span.range()];
    let words = text.split_whitespace().take(4).map(|word| word.as_ptr() as usize - text.as_ptr() as usize);
    let at = words.into_iter().find(|&at| {
        let tail = &text[at..];
        // TM., KT., TL., TUQ., Q.; marks of bold type may stand before it.
        tail.starts_with(['T', 'K', 'Q', '*', '|'])
            && (authority_of(tail).is_some() || is_damaged_authority(tail))
            && mostly_capitals(tail)
            && tail.len() > 6
    })?;
    let told = text[..at].split(|c: char| !c.is_alphabetic()).any(|word| word.chars().count() > 3);
    (!told).then_some(Span::new(span.start + at, span.end))
}

/// Without another name in the block, the one behind the end of an item signs: `- Phòng Pháp chế; Lê Văn An`.
fn name_behind_item(found: &mut Closing, reading: &str) {
    let signed = |role: Role| found.signature.iter().any(|line| line.role == role);
    if signed(Role::Name) || !signed(Role::Authority) && !signed(Role::Post) {
        return;
    }
    for item in found.recipients.iter_mut().rev() {
        let Some(last) = item.last_mut() else { continue };
        let text = &reading[last.range()];
        let ends = text.match_indices([';', '.', ')']).map(|(at, _)| at + 1);
        let named = ends.into_iter().find(|&at| {
            let tail = text[at..].trim_start_matches(['.', ';', ' ']);
            tail.len() < text[at..].len() && is_name(tail) && family_name(tail) && !mostly_capitals(tail)
        });
        let Some(at) = named else { continue };
        let span = Span::new(last.start + at, last.end).trimmed(reading, &[';', '.']);
        last.end = last.start + at;
        found.signature.push(SignatureLine { span, role: Role::Name, column: 0 });
        return;
    }
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
    (2..=5).contains(&words) && !is_post(text) && !is_spoilt_post(text) && family_name(text)
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
    if authority_of(text).is_some() || is_post(text) && is_capitals(text) || is_spoilt_post(text) {
        return false;
    }
    // What a scan reads below the end of an item: `ae`, `sgh`, `L`.
    let ended = above.ends_with(['.', ';']) || text.chars().count() == 1;
    if ended && text.chars().count() <= 3 && !text.contains('(') {
        return false;
    }
    if small {
        return true;
    }
    let first = found.recipients.last().and_then(|item| item.first()).unwrap_or(last);
    let archived = bare(&reading[first.range()]).to_ascii_lowercase().starts_with("luu");
    if archived {
        // The drafter's mark stands below: `Huy (23 bản)`.
        let words = text.split_whitespace().count();
        return above.ends_with(':')
            || !is_name(text)
                && !is_capitals(text)
                && !piece.gap
                && (words == 1 && (text.len() < 16 || text.contains('/'))
                    || text.contains('(') && words <= 4);
    }
    let open = above.matches('(').count() > above.matches(')').count() || above.ends_with(" TP.");
    (open || !above.ends_with([';', '.']))
        && !piece.gap
        && !(is_capitals(text) && text.split_whitespace().count() > 1 && !above.ends_with(','))
}

/// `- Lưu: VT, NV.     KT. GIÁM ĐỐC`: the other column may follow the item on its line.
fn item_and_signature(span: Span, reading: &str) -> (Span, Option<(Span, Role)>) {
    let text = &reading[span.range()];
    // Behind `Như trên;` stands nothing more of the list.
    let complete = bare(text).to_ascii_lowercase().starts_with("nhu ");
    if let Some(at) = text.find(';').filter(|_| complete) {
        let behind = Span::new(span.start + at + 1, span.end).trimmed(reading, &[]);
        let tail = &reading[behind.range()];
        let item = Span::new(span.start, span.start + at + 1);
        if let Some(authority) = signature_in(behind, reading) {
            return (item, Some((authority, Role::Authority)));
        }
        if mostly_capitals(tail) && tail.chars().count() > 8 && !is_spoilt_post(tail) && !is_post(tail) {
            return (item, None);
        }
    }
    for (at, mark) in text.match_indices([';', '.', ',']) {
        let tail = text[at + 1..].trim_start_matches(|c: char| !c.is_alphanumeric());
        let start = span.end - tail.len();
        // `Lưu: VT, KT, NCKSTTHC` holds units, no authority.
        let signs = authority_of(tail).is_some() || mark == ";" && is_damaged_authority(tail);
        let role = if signs && mostly_capitals(tail) {
            Role::Authority
        } else if is_post(tail) && is_capitals(tail) && tail.split_whitespace().count() > 1
            || mark == ";" && is_spoilt_post(tail)
        {
            Role::Post
        } else {
            continue;
        };
        if text[at + 1..].starts_with(char::is_whitespace) {
            let behind = Span::new(start, span.end);
            let behind = if role == Role::Post { post_in(behind, reading) } else { behind };
            return (Span::new(span.start, span.start + at + 1), Some((behind, role)));
        }
    }
    (span, None)
}

/// Without what a scan reads of the other column behind the end of an item: `(để b/c); ear`, `Như trên; R KT`.
fn without_speck(span: Span, reading: &str) -> Span {
    let text = &reading[span.range()];
    let Some((item, tail)) = text.rsplit_once(';') else { return span };
    let words: Vec<&str> =
        tail.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let letters: usize = words.iter().map(|word| word.chars().count()).sum();
    let named = words.iter().any(|word| {
        word.chars().count() > 1
            && word.chars().all(|c| c.is_uppercase() || c.is_ascii_digit())
            && *word != "KT"
    });
    let spoken = tail.contains('(') && tail.contains(')') || tail.contains("b/c");
    let speck =
        tail.starts_with(char::is_whitespace) && letters <= 3 && !named && !spoken && words.len() <= 3;
    if speck && !tail.trim().is_empty() { Span::new(span.start, span.start + item.len() + 1) } else { span }
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
