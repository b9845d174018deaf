//! Cơ quan ban hành (box 2): the name above the number, and the body over it; where no letterhead names it,
//! what the symbol and the place tell.

use super::pieces::{Piece, goes_on};
use super::{Header, context, title_case};
use crate::model::{Document, Inference, Issuer, Parent, Style};
use crate::parse::outline::Zone;
use crate::parse::outline::paragraphs::is_capitals;
use crate::parse::outline::titles::kind_named;
use crate::registry::{
    BodyMatch, Context, bodies_by_symbol, body, find_body, kinds_by_abbreviation, mark_of,
};
use crate::syntax::LineKind;
use crate::text::{Span, bare};

/// Words a body's name opens with; a line of a letterhead that opens otherwise goes on with the line above.
const OPENINGS: [&str; 74] = [
    "BO",
    "SO",
    "CUC",
    "TONG CUC",
    "CHI CUC",
    "UY BAN",
    "UBND",
    "HOI DONG",
    "HDND",
    "BAN",
    "VAN PHONG",
    "PHONG",
    "DANG BO",
    "DANG UY",
    "TINH UY",
    "THANH UY",
    "HUYEN UY",
    "QUAN UY",
    "CHI BO",
    "QUOC HOI",
    "CHINH PHU",
    "THU TUONG",
    "CHU TICH",
    "VIEN",
    "TRUONG",
    "BENH VIEN",
    "TRUNG TAM",
    "CONG AN",
    "CONG TY",
    "TONG CONG TY",
    "TAP DOAN",
    "NGAN HANG",
    "BAO HIEM",
    "BHXH",
    "KIEM TOAN",
    "THANH TRA",
    "TOA AN",
    "VKSND",
    "LIEN DOAN",
    "TONG LIEN DOAN",
    "HOI",
    "DOAN",
    "MAT TRAN",
    "MTTQ",
    "UBMTTQ",
    "DAI HOC",
    "HOC VIEN",
    "KHO BAC",
    "THUE",
    "HAI QUAN",
    "QUAN KHU",
    "BCH",
    "BTV",
    "BCD",
    "CHI NHANH",
    "NHA XUAT BAN",
    "BAO",
    "DAI",
    "VU",
    "TO",
    "TIEU BAN",
    "QUY",
    "LIEN MINH",
    "LIEN HIEP",
    "HIEP HOI",
    "TRAM",
    "KHOA",
    "XI NGHIEP",
    "TCT",
    "BQL",
    "VPCP",
    "TAND",
    "CCT",
    "CN",
];

/// Reads the issuer and its parent.
pub(crate) fn read(header: &Header<'_>, document: &mut Document) {
    let names = names(header);
    if let Some(name) = names.last() {
        let source = header.source;
        let parent = names.len().checked_sub(2).map(|i| &names[i]);
        let printed = |name: &Name| name.printed(header);
        let parent = parent.map(|parent| Parent {
            name: printed(parent),
            id: None,
            span: Some(parent.span()),
            inferred_from: None,
        });
        document.issuer = Some(Issuer {
            name: printed(name),
            id: None,
            branch: None,
            tier: None,
            parent,
            span: Some(name.span()),
            pieces: name.pieces(source.reading()),
            inferred_from: None,
        });
    } else if document.issuer.is_none() {
        document.issuer = of_dispatch(header);
    }
    let context = Context { body: None, ..context(document) };
    match &mut document.issuer {
        Some(issuer) => identify(issuer, &context),
        None => {
            document.issuer = inferred(document, &context).or_else(|| enacting(header, document, &context));
        }
    }
}

/// Fills in what the registry knows of an issuer.
fn identify(issuer: &mut Issuer, context: &Context) {
    let parent_context = Context { commune: None, ..context.clone() };
    let above = issuer.parent.as_ref().and_then(|parent| lookup(&parent.name, &parent_context));
    let own = Context { body: above.as_ref().map(|b| b.id.clone()), ..context.clone() };
    let joined = issuer.parent.as_ref().map(|parent| format!("{} {}", parent.name, issuer.name));
    // `BAN CHẤP HÀNH TRUNG ƯƠNG` / `VĂN PHÒNG` is a body of the table only as a whole.
    let whole = || {
        let found = lookup(&joined?, &own)?;
        (body(&found.id).is_some() && Some(&found.id) != above.as_ref().map(|a| &a.id)).then_some(found)
    };
    let found = lookup(&issuer.name, &own)
        .filter(|b| body(&b.id).is_some())
        .or_else(whole)
        .or_else(|| lookup(&issuer.name, &own));
    if let (Some(parent), Some(above)) = (&mut issuer.parent, above) {
        parent.id = Some(format!("vn/{}", above.id));
    }
    if let Some(found) = found {
        issuer.id = Some(format!("vn/{}", found.id));
        issuer.branch = Some(found.branch);
        issuer.tier = Some(found.tier);
    }
}

fn lookup(name: &str, context: &Context) -> Option<BodyMatch> {
    let name = name.trim_end_matches([',', '.', ';']);
    find_body(name, context)
        .found()
        .or_else(|| if is_capitals(name) { find_body(&title_case(name), context).found() } else { None })
}

/// A body's id in the output, with its other facts.
pub(crate) fn body_id(name: &str, context: &Context) -> Option<BodyMatch> {
    lookup(name, context).map(|found| BodyMatch { id: format!("vn/{}", found.id), ..found })
}

/// Tên: lines that are one name.
struct Name {
    lines: Vec<Span>,
}

impl Name {
    fn span(&self) -> Span {
        self.lines.iter().copied().reduce(Span::hull).unwrap_or_default()
    }

    /// The lines where other text lies between them; none where it is one run.
    fn pieces(&self, reading: &str) -> Vec<Span> {
        let foreign = self
            .lines
            .windows(2)
            .any(|two| reading[two[0].end..two[1].start].chars().any(char::is_alphanumeric));
        if foreign { self.lines.clone() } else { Vec::new() }
    }

    fn printed(&self, header: &Header<'_>) -> String {
        let text = self.lines.iter().map(|&span| header.source.quote(span)).collect::<Vec<_>>().join(" ");
        text.trim_end_matches(',').to_owned()
    }
}

/// The names in the letterhead from the uppermost down.
fn names(header: &Header<'_>) -> Vec<Name> {
    let reading = header.source.reading();
    let limit = header.title.map_or(usize::MAX, |(title, _)| title.span.start);
    let ends = |p: &Piece| matches!(p.kind, LineKind::Number | LineKind::Subject | LineKind::Addressees);
    let stop =
        header.pieces.iter().position(|p| ends(p) || p.span.start >= limit).unwrap_or(header.pieces.len());
    let anchored = header.pieces.iter().any(|p| {
        matches!(p.kind, LineKind::Number | LineKind::Motto | LineKind::PartyHeader | LineKind::PlaceDate)
    });
    if !anchored {
        return Vec::new();
    }
    let beside = |piece: &Piece| {
        let from = header.pieces.partition_point(|p| p.line < piece.line);
        let mut of_line = header.pieces[from..].iter().take_while(|p| p.line == piece.line);
        of_line.any(|p| p.column > piece.column && p.kind == LineKind::Motto)
    };
    let lines: Vec<(Piece, Span)> =
        header.pieces[..stop].iter().filter_map(|&p| Some((p, name_line(header, p, beside(&p))?))).collect();
    // `ỦY` / `BAN NHÂN DÂN`: the first word may stand alone.
    let begins = |piece: &Piece, text: &str| opens(text) || beside(piece) && opens_blurred(text);
    let opening = |at: usize| {
        let (piece, text) = (&lines[at].0, &reading[lines[at].1.range()]);
        match lines.get(at + 1) {
            Some((next, _)) if !text.contains(' ') => opens(&format!("{text} {}", next.text(reading))),
            _ => begins(piece, text),
        }
    };
    let Some(first) = (0..lines.len()).find(|&at| opening(at)) else { return Vec::new() };
    let mut names: Vec<Name> = Vec::new();
    let mut last: Option<(Piece, Span)> = None;
    for &(piece, span) in &lines[first..] {
        // The other cell of the letterhead holds the national name, broken in any way.
        if piece.cell != lines[first].0.cell {
            continue;
        }
        let goes_on = last.is_some_and(|(last, printed)| {
            // Between two columns a scan reads strokes: `BỘ TÀI CHÍNH -`.
            let strokes = beside(&last) && begins(&piece, &reading[span.range()]);
            let above =
                if strokes { reading[printed.range()].trim_end_matches(',') } else { last.text(reading) };
            // `ỦY` / `BAN NHÂN DÂN` goes on; `BỘ TÀI` / `CHÍNH` is whole.
            let first = names.last().is_some_and(|name| name.lines.len() == 1);
            is_open(above)
                || broken_word(above, &reading[span.range()])
                || first && !above.contains(' ')
                || !begins(&piece, &reading[span.range()])
        });
        match names.last_mut() {
            Some(name) if goes_on => name.lines.push(span),
            _ => names.push(Name { lines: vec![span] }),
        }
        last = Some((piece, span));
    }
    names
}

/// The part of a piece that can be a line of a name: in capitals, no stamp, no title.
fn name_line(header: &Header<'_>, piece: Piece, beside: bool) -> Option<Span> {
    let reading = header.source.reading();
    if piece.kind != LineKind::Text {
        return None;
    }
    // Where the scan lost the national name, what is left of it is in no case either.
    let mixed = !is_capitals(piece.text(reading)) && opens(piece.text(reading));
    let span = if beside || mixed { capitals_of(piece.span, reading) } else { piece.span };
    let span = cleaned(span, reading);
    let text = &reading[span.range()];
    let letters = bare(text);
    let upper = letters.bytes().filter(u8::is_ascii_uppercase).count();
    let small = letters.bytes().filter(u8::is_ascii_lowercase).count();
    let named = upper >= 1
        && upper + small >= 2
        && !text.contains('/')
        && small * (if beside { 2 } else { 4 }) <= upper
        && text.chars().count() <= 110
        && mark_of(text).is_none()
        && kind_named(text).is_none()
        && !letters.to_ascii_uppercase().starts_with("DU THAO");
    named.then_some(span)
}

/// The words in capitals a line begins with: what OCR reads between two columns is in no case.
fn capitals_of(span: Span, reading: &str) -> Span {
    let text = &reading[span.range()];
    let end = text
        .split_inclusive(' ')
        .scan(0, |at, word| {
            *at += word.len();
            let plain = bare(word.trim());
            let small = plain.bytes().filter(u8::is_ascii_lowercase).count();
            let sound = plain
                .bytes()
                .all(|b| b.is_ascii_alphabetic() || matches!(b, b'.' | b',' | b'-' | b'&' | b'_'))
                && small * 2 <= plain.len().max(1);
            sound.then_some(*at)
        })
        .last();
    end.filter(|&end| end > 4)
        .map_or(span, |end| Span::new(span.start, span.start + text[..end].trim_end().len()))
}

fn opens(text: &str) -> bool {
    let plain = bare(text).to_ascii_uppercase();
    let plain = plain.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    OPENINGS.iter().any(|opening| {
        plain.strip_prefix(opening).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',']))
    }) && !plain.starts_with("BAN HANH")
}

/// The same for what a scan spoilt: one letter in four may be another (`TONG CVC`, `BQ TÀI CHÍNH`).
fn opens_blurred(text: &str) -> bool {
    const LONG: [&str; 6] =
        ["BO TAI CHINH", "TONG CUC", "CUC THUE", "UY BAN NHAN DAN", "BAO HIEM XA HOI", "CHI CUC"];
    let plain = bare(text).to_ascii_uppercase();
    LONG.iter().any(|opening| {
        let other = opening.bytes().zip(plain.bytes()).filter(|(a, b)| a != b).count();
        plain.len() >= opening.len() && other * 4 <= opening.len()
    })
}

/// A line that asks for the next: after `VÀ`, a comma, a dash.
fn is_open(text: &str) -> bool {
    goes_on(text, &["VA", "CUA", "TRUC", "CAC"])
}

/// `CHỦ TỊCH ỦY` / `BAN NHÂN DÂN TỈNH`: a line broken inside a word.
fn broken_word(above: &str, below: &str) -> bool {
    bare(above).ends_with(" UY") && bare(below).starts_with("BAN NHAN DAN")
}

/// Without what OCR left at the end (`9`, `|`, `A.`) and around it.
fn cleaned(span: Span, reading: &str) -> Span {
    let mut span = span.trimmed(reading, &['*', '-', '_', '=', '~', '"', '\'', ';', ':', '.', '“', '”']);
    while let Some((word, rest)) = reading[span.range()].split_once(' ') {
        // A speck before it: `r BỘ TÀI CHÍNH`, `6“ BỘ TÀI CHÍNH`.
        if word.chars().count() > 2 || word.chars().any(char::is_uppercase) {
            break;
        }
        span.start = span.end - rest.trim_start().len();
    }
    while let Some((rest, word)) = reading[span.range()].rsplit_once(' ') {
        let letters = word.chars().filter(|c| c.is_alphabetic()).count();
        // One letter alone is a speck unless it numbers: `KHU VỰC I`.
        let speck = letters == 0
            || letters == 1 && word.chars().all(|c| c.is_ascii() && !matches!(c, 'I' | 'V' | 'X'));
        if !speck || word.chars().count() > 2 {
            break;
        }
        span.end = span.start + rest.trim_end().len();
    }
    span
}

/// Công điện: `THỦ TƯỚNG CHÍNH PHỦ điện:` names who sends it.
fn of_dispatch(header: &Header<'_>) -> Option<Issuer> {
    let reading = header.source.reading();
    let piece = header.pieces.iter().find(|p| p.kind == LineKind::Addressees)?;
    let text = piece.text(reading);
    let plain = bare(text).to_ascii_lowercase();
    let at = plain.find(" dien:").or_else(|| plain.find(" dien :"))?;
    let end = text.char_indices().nth(at)?.0;
    let span = Span::new(piece.span.start, piece.span.start + end).trimmed(reading, &[]);
    Some(Issuer {
        name: header.source.quote(span),
        id: None,
        branch: None,
        tier: None,
        parent: None,
        span: Some(span),
        pieces: Vec::new(),
        inferred_from: None,
    })
}

/// Without any letterhead: `Thủ tướng Chính phủ ban hành Quyết định quy định ...` behind the recitals.
fn enacting(header: &Header<'_>, document: &Document, context: &Context) -> Option<Issuer> {
    let reading = header.source.reading();
    let verb = format!(" ban hành {}", document.kind?.name());
    let recitals =
        header.outline.blocks.iter().filter(|b| b.part == 0).take_while(|b| b.zone != Zone::Closing);
    let sentence = recitals.filter(|b| b.zone != Zone::Table).take(40).find_map(|block| {
        let at = header.source.lower()[block.span.range()].find(&verb)?;
        Some(Span::new(block.span.start, block.span.start + at).trimmed(reading, &[]))
    })?;
    let found = lookup(&reading[sentence.range()], context)?;
    Some(Issuer {
        name: header.source.quote(sentence),
        id: Some(format!("vn/{}", found.id)),
        branch: Some(found.branch),
        tier: Some(found.tier),
        parent: None,
        span: Some(sentence),
        pieces: Vec::new(),
        inferred_from: Some(Inference::Body),
    })
}

/// The body whose abbreviation the symbol holds, of the province of the place.
fn inferred(document: &Document, context: &Context) -> Option<Issuer> {
    let number = document.number.as_ref()?;
    let symbol = number.symbol.as_deref()?;
    let style = number.style.unwrap_or(Style::State);
    let parts: Vec<&str> = symbol.split(['-', '/']).collect();
    let first_is_kind = parts.len() > 1 && !kinds_by_abbreviation(parts[0], style).is_empty();
    let candidates = if first_is_kind { &parts[1..] } else { &parts[..] };
    let found = candidates.iter().find_map(|part| {
        let mut found = bodies_by_symbol(part, context).into_iter();
        // Without the place of a commune a symbol of several tiers is the province's.
        found.next()
    })?;
    let parent = found.parent.as_deref().and_then(body).map(|above| Parent {
        name: above.name,
        id: Some(format!("vn/{}", above.id)),
        span: None,
        inferred_from: Some(Inference::Symbol),
    });
    Some(Issuer {
        name: found.name,
        id: Some(format!("vn/{}", found.id)),
        branch: Some(found.branch),
        tier: Some(found.tier),
        parent,
        span: None,
        pieces: Vec::new(),
        inferred_from: Some(Inference::Symbol),
    })
}
