//! Zones: which paragraphs are letterhead, recitals, content, closing.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::Zone;
use super::paragraphs::{Paragraph, is_capitals, is_complete};
use super::parts::PartParagraphs;
use super::titles::{opening_title_at, title_at};
use crate::parse::header::closing::is_name;
use crate::parse::header::place_date::date;
use crate::registry::posts;
use crate::syntax::{LabelKind, Line, LineKind};
use crate::text::{bare, fold, is_letter_or_digit};

/// The header is not looked for farther down than this, in paragraphs.
const HEADER_WITHIN: usize = 45;
/// A paragraph longer than this tells something, in letters.
const LONG: usize = 220;
/// Longest line of a signature block, in letters.
const SIGNATURE_LINE: usize = 90;

/// The zone of every paragraph of a part.
pub(crate) fn zones(
    reading: &str,
    lines: &[Line],
    paragraphs: &[Paragraph],
    part: &PartParagraphs,
) -> Vec<Zone> {
    let all = &paragraphs[part.range.clone()];
    let header = if part.id == "main" {
        header_end(reading, lines, all)
    } else {
        part.body.saturating_sub(part.range.start).max(1)
    };
    let header = header.min(all.len());
    let start = if part.id == "main" { header_start(reading, all, header) } else { 0 };
    let recital = header + recital_end(reading, &all[header..]);
    let closing = closing_start(reading, all, recital, part.id == "main");
    let closed = closing_end(reading, all, closing);
    let zone = |i: usize| match i {
        i if i < start || i >= closed => Zone::Body,
        i if i < header => Zone::Header,
        i if i < recital => Zone::Recital,
        i if i < closing => Zone::Body,
        _ => Zone::Closing,
    };
    (0..all.len()).map(zone).collect()
}

/// The first paragraph of the letterhead: a web page may tell about the document before it.
fn header_start(reading: &str, all: &[Paragraph], end: usize) -> usize {
    let Some(motto) =
        all[..end].iter().position(|p| matches!(p.kind, LineKind::Motto | LineKind::PartyHeader))
    else {
        return 0;
    };
    told_before(reading, &all[..motto])
}

/// The paragraph behind what a web page tells about the document; 0 where a header stands before it.
fn told_before(reading: &str, all: &[Paragraph]) -> usize {
    let long = |p: &Paragraph| reading[p.span.range()].chars().count() > LONG;
    let told = all.iter().rposition(long).map_or(0, |told| told + 1);
    let headed = |p: &Paragraph| {
        matches!(p.kind, LineKind::Number | LineKind::Addressees)
            || p.kind == LineKind::PlaceDate && is_place_date(&reading[p.span.range()])
    };
    if all[..told].iter().any(headed) { 0 } else { told }
}

/// Where to begin looking for a header: at the first national name, when long text stands before it.
fn search_start(reading: &str, all: &[Paragraph]) -> usize {
    let motto = all
        .iter()
        .take(HEADER_WITHIN)
        .position(|p| matches!(p.kind, LineKind::Motto | LineKind::PartyHeader));
    let Some(motto) = motto else { return 0 };
    let numbered =
        all[motto..].iter().take(10).any(|p| matches!(p.kind, LineKind::Number | LineKind::PlaceDate));
    if numbered { told_before(reading, &all[..motto]) } else { 0 }
}

/// How many paragraphs the header takes.
fn header_end(reading: &str, lines: &[Line], all: &[Paragraph]) -> usize {
    let mut end = 0;
    let mut subject_open = false;
    let mut titled = false;
    let mut at = search_start(reading, all);
    let first = at;
    let lone =
        all.iter().skip(first).take(HEADER_WITHIN).any(|p| title_at(reading, lines, p.lines.start).is_some());
    while at < all.len().min(first + HEADER_WITHIN) {
        let paragraph = &all[at];
        let text = &reading[paragraph.span.range()];
        match paragraph.kind {
            LineKind::Motto | LineKind::PartyHeader | LineKind::Number => {
                end = at + 1;
                subject_open = false;
            }
            LineKind::PlaceDate if is_place_date(text) => {
                end = at + 1;
                subject_open = false;
            }
            LineKind::Subject if end < at + 1 && (at < first + 12 || titled) => {
                end = at + 1;
                subject_open = true;
            }
            LineKind::Addressees => {
                end = addressees_end(reading, all, at);
                return end;
            }
            LineKind::AttachmentNote if end > 0 => end = at + 1,
            LineKind::Recital | LineKind::Recipients | LineKind::Enacting => break,
            LineKind::Item(LabelKind::Dash) if !titled && end > 0 => {}
            LineKind::Item(kind) if kind != LabelKind::Star && (titled || end > 0) => break,
            _ => match title_at(reading, lines, paragraph.lines.start) {
                None if !titled
                    && !lone
                    && end > 0
                    && opening_title_at(reading, lines, paragraph.lines.start).is_some() =>
                {
                    titled = true;
                    end = subject_end(reading, all, at + 1);
                    at = end;
                    continue;
                }
                Some(_) if !titled => {
                    titled = true;
                    end = subject_end(reading, all, at + 1);
                    at = end;
                    continue;
                }
                _ if titled => break,
                _ if subject_open && !is_complete(text) && text.chars().count() < 160 => end = at + 1,
                _ if text.chars().count() > LONG => break,
                _ => {}
            },
        }
        at += 1;
    }
    end
}

/// The paragraph behind the lines of subject under a title.
fn subject_end(reading: &str, all: &[Paragraph], from: usize) -> usize {
    let mut in_capitals = None;
    let mut at = from;
    while let Some(paragraph) = all.get(at) {
        let text = &reading[paragraph.span.range()];
        let capitals = is_capitals(text);
        let next_is_recital = all.get(at + 1).is_some_and(|p| p.kind == LineKind::Recital);
        match paragraph.kind {
            LineKind::Subject | LineKind::AttachmentNote => {}
            LineKind::Text | LineKind::PlaceDate if capitals => {
                if next_is_recital && (in_capitals.is_some() || names_a_body(text)) && names_a_body(text) {
                    break;
                }
            }
            LineKind::Text | LineKind::PlaceDate
                if in_capitals.is_none()
                    || in_capitals == Some(false) && (paragraph.bold || is_next_line(all, at)) =>
            {
                if is_body(text) || next_is_recital && names_a_body(text) {
                    break;
                }
            }
            LineKind::Text if in_capitals == Some(true) && paragraph.bold && !is_complete(text) => {}
            _ => break,
        }
        in_capitals.get_or_insert(capitals);
        at += 1;
    }
    at
}

/// Whether a short paragraph stands on the line right below another short one.
fn is_next_line(all: &[Paragraph], at: usize) -> bool {
    at > 0
        && all[at - 1].lines.end == all[at].lines.start
        && all[at - 1].span.len() < LONG
        && all[at].span.len() < LONG
}

/// Whether a line gives place and date and nothing more.
fn is_place_date(text: &str) -> bool {
    text.chars().count() <= 100 && (date(text).is_some() || text.chars().count() <= 40)
}

/// A paragraph that tells something is no subject.
pub(crate) fn is_body(text: &str) -> bool {
    let whole = text.trim_end_matches(['"', '”', ' ']);
    is_complete(whole) || text.chars().count() > 400 || bare(text).starts_with("Ngay ") && text.contains(',')
}

/// Whether a line of competence begins with a post or body: `CHỦ TỊCH ỦY BAN NHÂN DÂN`, `BỘ TRƯỞNG BỘ Y TẾ`.
pub(crate) fn names_a_body(text: &str) -> bool {
    /// `TONG CUC TRUONG`
    const LONGEST: usize = 15;
    const OPENINGS: [&str; 30] = [
        "HIEU TRUONG",
        "CHU TICH",
        "UY BAN",
        "BO TRUONG",
        "HOI DONG",
        "GIAM DOC",
        "TONG GIAM DOC",
        "CHINH PHU",
        "THU TUONG",
        "QUOC HOI",
        "BAN ",
        "BO ",
        "CUC TRUONG",
        "TONG CUC TRUONG",
        "CHANH ",
        "TRUONG ",
        "THONG DOC",
        "VIEN TRUONG",
        "TONG ",
        "CHU NHIEM",
        "TOA AN",
        "SO ",
        "THANH TRA",
        "VAN PHONG",
        "CUC ",
        "THUONG TRUC",
        "DANG UY",
        "TINH UY",
        "THANH UY",
        "UBND ",
    ];
    let plain = bare(opening(text, LONGEST)).to_ascii_uppercase();
    OPENINGS.iter().any(|opening| plain.starts_with(opening)) && !plain.starts_with("BAN HANH")
}

/// The paragraph behind the addressees that begin at `at`.
fn addressees_end(reading: &str, all: &[Paragraph], at: usize) -> usize {
    let text = &reading[all[at].span.range()];
    let inline = text.split_once(':').is_some_and(|(_, list)| !list.trim().is_empty());
    let mut end = at + 1;
    while let Some(paragraph) = all.get(end) {
        let text = &reading[paragraph.span.range()];
        let item =
            matches!(paragraph.kind, LineKind::Item(LabelKind::Dash | LabelKind::Plus | LabelKind::Star));
        // A scan reads `;` as `:`: between items it closes nothing.
        let between = item && all.get(end + 1).is_some_and(|next| next.kind == paragraph.kind);
        let short = text.chars().count() < 260 && (!text.ends_with(':') || between);
        let first = end == at + 1 && !inline && paragraph.kind == LineKind::Text && !text.ends_with("./.");
        let late = matches!(
            paragraph.kind,
            LineKind::Motto | LineKind::PartyHeader | LineKind::Number | LineKind::Addressees
        ) || paragraph.kind == LineKind::PlaceDate && is_place_date(text);
        let contact = inline && is_contact(text);
        if !(item && short && (!inline || text.len() < 200) || first || late || contact) {
            break;
        }
        end += 1;
    }
    end
}

/// Address, tax number of an addressee, printed under the name.
pub(crate) fn is_contact(text: &str) -> bool {
    let plain = bare(text).to_ascii_lowercase();
    // `(Số 5 đường Trần Phú, phường ..., thành phố ...)`
    let places =
        [", phuong ", ", xa ", ", quan ", ", huyen ", ", thi xa ", ", tinh ", ", thanh pho ", ", tp"];
    if plain.starts_with('(') && places.iter().any(|place| plain.contains(place)) {
        return true;
    }
    let plain = plain.trim_start_matches(['(', '-', ' ']);
    // A speck may stand before it: `l Mã số thuế`.
    let plain = plain.split_once(' ').filter(|(speck, _)| speck.len() == 1).map_or(plain, |(_, rest)| rest);
    plain.starts_with("ma s") && plain.contains(" thu")
        || ["dia chi", "mst", "dien thoai", "email", "d/c", "tru so"]
            .iter()
            .any(|word| plain.starts_with(word))
}

/// How many paragraphs the recitals take: from the line of competence to the enacting line.
fn recital_end(reading: &str, all: &[Paragraph]) -> usize {
    let mut end = 0;
    for (i, paragraph) in all.iter().enumerate() {
        let text = &reading[paragraph.span.range()];
        match paragraph.kind {
            LineKind::Enacting => return i + 1,
            LineKind::Recital => {
                end = i + 1;
                // A recital that ends the list with a full stop or announces what follows.
                if text.ends_with(':') {
                    return end;
                }
            }
            LineKind::Text if i == end && text.ends_with([';', ',']) && i > 0 => end = i + 1,
            LineKind::Text if i == 0 && is_capitals(text) && names_a_body(text) => {
                if all.get(1).is_some_and(|next| next.kind == LineKind::Recital) {
                    end = 1;
                }
            }
            LineKind::Text if i < 2 && is_capitals(text) => {}
            _ => break,
        }
    }
    end
}

/// The first paragraph of the closing: recipients and signature, whichever comes first.
fn closing_start(reading: &str, all: &[Paragraph], from: usize, main: bool) -> usize {
    let all = &all[..first_document(all, from)];
    let last = |kind: LineKind| (from..all.len()).rev().find(|&i| all[i].kind == kind);
    let signature_line = |i: usize| {
        let text = &reading[all[i].span.range()];
        let short = text.chars().count() <= SIGNATURE_LINE && all[i].label.is_none();
        all[i].kind == LineKind::Authority
            || short && !is_complete(text) && matches!(all[i].kind, LineKind::Text | LineKind::PlaceDate)
    };
    if let Some(recipients) = last(LineKind::Recipients) {
        // The signature may stand above the recipients.
        let mut start = recipients;
        let reach = recipients.saturating_sub(8).max(from);
        while start > reach && signature_line(start - 1) {
            start -= 1;
        }
        let signed = (start..recipients)
            .find(|&i| all[i].kind == LineKind::Authority || is_capitals(&reading[all[i].span.range()]));
        return signed.unwrap_or(recipients);
    }
    let near_end = all.len().saturating_sub(14).max(from);
    let first_authority = (near_end..all.len()).find(|&i| all[i].kind == LineKind::Authority);
    if let Some(authority) = first_authority {
        return authority;
    }
    if !main {
        return all.len();
    }
    // No label at all: short lines behind the last sentence.
    let mut start = all.len();
    while start > near_end && signature_line(start - 1) {
        start -= 1;
    }
    let signed = (start..all.len())
        .find(|&i| is_capitals(&reading[all[i].span.range()]) || is_post(&reading[all[i].span.range()]));
    signed.unwrap_or(all.len())
}

/// Where a second document begins in the same file: a header behind the recipients of the first.
fn first_document(all: &[Paragraph], from: usize) -> usize {
    /// Paragraphs from a number to the addressees of one header.
    const HEADER: usize = 8;
    let recipients = (from..all.len()).find(|&i| all[i].kind == LineKind::Recipients);
    let Some(recipients) = recipients else { return all.len() };
    let headed = |i: &usize| {
        all[*i].kind == LineKind::Number
            && all[*i..].iter().take(HEADER).any(|p| p.kind == LineKind::Addressees)
    };
    (recipients + 1..all.len()).find(headed).unwrap_or(all.len())
}

/// The paragraph behind the closing: what follows the signature (a table, notes) is content again.
fn closing_end(reading: &str, all: &[Paragraph], start: usize) -> usize {
    /// Stray lines between two lines of a closing.
    const STRAY: usize = 4;
    let all = &all[..first_document(all, start)];
    let mut signed = false;
    let mut named = false;
    let mut end = start;
    for (at, paragraph) in all.iter().enumerate().skip(start) {
        // A name may have been joined to a remark above it: `(Đã ký)`.
        let whole = &reading[paragraph.span.range()];
        let text = whole.rsplit('\n').next().unwrap_or(whole).trim();
        let bullet =
            matches!(paragraph.kind, LineKind::Item(LabelKind::Dash | LabelKind::Plus | LabelKind::Star));
        let listed_later = all[at..].iter().take(6).any(|p| p.kind == LineKind::Recipients);
        if named
            && !listed_later
            && !(at == end && (is_name(text) || is_post(text) || paragraph.kind == LineKind::Authority))
            && at > end
        {
            break;
        }
        // Behind a name, capitals are a title unless another signs below.
        let signs_below = |at: usize| {
            let mut below = all[at + 1..].iter().take(2);
            below.any(|p| {
                matches!(p.kind, LineKind::Recipients | LineKind::Authority)
                    || is_post(&reading[p.span.range()])
            })
        };
        let belongs = match paragraph.kind {
            LineKind::Recipients | LineKind::Authority => true,
            _ if bullet => !named || listed_later || at < start + 40 && at == end,
            _ => {
                is_post(text)
                    || is_name(text) && text.chars().count() < 40
                    || signed && is_capitals(text) && text.len() < 120 && (!named || signs_below(at))
            }
        };
        if belongs {
            signed |= paragraph.kind == LineKind::Authority || is_post(text);
            named |= signed && is_name(text) && !is_post(text) && !is_capitals(text);
            end = at + 1;
        } else if at > end + STRAY {
            break;
        }
    }
    end
}

/// Posts that are also names of bodies.
const HEADS: [&str; 8] = [
    "Thủ tướng",
    "Chủ tịch nước",
    "Tổng Thư ký",
    "Viện trưởng",
    "Đội trưởng",
    "Giám thị",
    "Chủ quản",
    "Tổng Biên tập",
];

/// Standing organs among the posts: they head no signature by themselves.
const ORGANS: [&str; 6] = ["ban ", "thường", "lãnh đạo", "thủ trưởng", "đảng đoàn", "ban cán sự"];

/// Posts that head a signature.
struct Posts {
    /// Each with the form without marks, by the first word of either.
    by_word: HashMap<String, Vec<(String, String)>>,
    /// All first words without marks, sorted.
    first_words: Vec<String>,
}

static POSTS: LazyLock<Posts> = LazyLock::new(|| {
    let names = posts().iter().map(|post| post.name).chain(HEADS);
    let named = names.map(|name| (fold(name), bare(name).to_ascii_lowercase()));
    let mut by_word: HashMap<String, Vec<_>> = HashMap::new();
    for (post, plain) in named.filter(|(post, _)| !ORGANS.iter().any(|organ| post.starts_with(organ))) {
        for head in [first_word(&post), first_word(&plain)] {
            by_word.entry(head.to_owned()).or_default().push((post.clone(), plain.clone()));
        }
    }
    let deputies = ["pho", "quyen"].map(str::to_owned);
    let mut first_words: Vec<String> = by_word.keys().map(|word| bare(word)).chain(deputies).collect();
    first_words.sort_unstable();
    Posts { by_word, first_words }
});

/// Whether the first word, when nothing but letters, is that of a post: few lines begin so.
fn may_begin_a_post(text: &str) -> bool {
    let word = text.split(' ').next().unwrap_or_default();
    let plain = bare(word).to_ascii_lowercase();
    !plain.bytes().all(|b| b.is_ascii_lowercase())
        || plain.is_empty()
        || POSTS.first_words.binary_search(&plain).is_ok()
}

/// Whether a line is a post: `GIÁM ĐỐC`, `Phó Cục trưởng`, `KT. CHỦ TỊCH`.
pub(crate) fn is_post(text: &str) -> bool {
    const LONGEST: usize = 60;
    if !may_begin_a_post(text) || text.chars().count() > LONGEST {
        return false;
    }
    // Without marks only for two words and more: `Trương` is a name, `Trưởng` a post.
    let deputy = |key: String| {
        ["phó ", "pho ", "quyền "]
            .iter()
            .find_map(|word| key.strip_prefix(word).map(str::to_owned))
            .unwrap_or(key)
    };
    let named = |key: &str| POSTS.by_word.get(first_word(key)).into_iter().flatten();
    let marked = deputy(fold(text));
    if named(&marked).any(|(post, _)| begins_with_words(&marked, post)) {
        return true;
    }
    if !is_capitals(text) {
        return false;
    }
    let plain = deputy(bare(text).to_ascii_lowercase());
    named(&plain).any(|(_, without)| without.contains(' ') && begins_with_words(&plain, without))
}

/// The letters and digits a text begins with.
fn first_word(text: &str) -> &str {
    text.split(|c| !is_letter_or_digit(c)).next().unwrap_or_default()
}

/// The first letters of a text, `count` at most.
fn opening(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

/// Whether a text begins with these words whole.
fn begins_with_words(text: &str, words: &str) -> bool {
    text.strip_prefix(words).is_some_and(|rest| !rest.starts_with(is_letter_or_digit))
}
