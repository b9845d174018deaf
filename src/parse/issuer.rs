//! Cơ quan ban hành (box 2): the name above the number, and the body over it; where no letterhead names it,
//! what the symbol and the place tell.

use super::header::{Header, context, title_case};
use super::paragraphs::is_capitals;
use super::pieces::Piece;
use super::titles::kind_named;
use crate::model::{Document, Inference, Issuer, Parent, Style};
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
pub(super) fn read(header: &Header<'_>, document: &mut Document) {
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
        None => document.issuer = inferred(document, &context),
    }
}

/// Fills in what the registry knows of an issuer.
fn identify(issuer: &mut Issuer, context: &Context) {
    let parent_context = Context { commune: None, ..context.clone() };
    let above = issuer.parent.as_ref().and_then(|parent| lookup(&parent.name, &parent_context));
    let own = Context { body: above.as_ref().map(|b| b.id.clone()), ..context.clone() };
    let joined = issuer.parent.as_ref().map(|parent| format!("{} {}", parent.name, issuer.name));
    let found = joined
        .and_then(|name| lookup(&name, &own))
        .filter(|b| Some(&b.id) != above.as_ref().map(|a| &a.id))
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
pub(super) fn body_id(name: &str, context: &Context) -> Option<BodyMatch> {
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
        self.lines.iter().map(|&span| header.source.quote(span)).collect::<Vec<_>>().join(" ")
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
    let mut names: Vec<Name> = Vec::new();
    let mut last: Option<&Piece> = None;
    let first_opening =
        header.pieces[..stop].iter().position(|p| may_name(p, reading) && opens(p.text(reading)));
    let Some(first) = first_opening else { return names };
    for piece in &header.pieces[first..stop] {
        if !may_name(piece, reading) {
            continue;
        }
        let span = cleaned(piece.span, reading);
        let text = &reading[span.range()];
        let goes_on = last.is_some_and(|last| {
            let above = last.text(reading);
            (last.bold_goes_on && last.line + 1 == piece.line)
                || is_open(above)
                || !opens(text)
                || is_prefix(above) && !opens(text)
        });
        match names.last_mut() {
            Some(name) if goes_on => name.lines.push(span),
            _ => names.push(Name { lines: vec![span] }),
        }
        last = Some(piece);
    }
    names
}

/// Whether a piece can be a line of a name: in capitals, no mark, no title.
fn may_name(piece: &Piece, reading: &str) -> bool {
    let text = piece.text(reading);
    let letters = bare(text);
    let upper = letters.bytes().filter(u8::is_ascii_uppercase).count();
    let small = letters.bytes().filter(u8::is_ascii_lowercase).count();
    piece.kind == LineKind::Text
        && upper >= 2
        && (small * 4 <= upper || opens(&letters.to_ascii_uppercase()) && piece.bold)
        && text.chars().count() <= 110
        && mark_of(text).is_none()
        && kind_named(text).is_none()
        && !letters.to_ascii_uppercase().starts_with("DU THAO")
}

fn opens(text: &str) -> bool {
    let plain = bare(text).to_ascii_uppercase();
    let plain = plain.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    OPENINGS.iter().any(|opening| {
        plain.strip_prefix(opening).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '.', ',']))
    }) && !plain.starts_with("BAN HANH")
}

/// A line that asks for the next: after `VÀ`, a comma, a dash.
fn is_open(text: &str) -> bool {
    text.ends_with([',', '-'])
        || bare(text)
            .to_ascii_uppercase()
            .split_whitespace()
            .next_back()
            .is_some_and(|word| ["VA", "CUA", "TRUC", "CAC"].contains(&word))
}

fn is_prefix(text: &str) -> bool {
    bare(text).to_ascii_uppercase().ends_with("NHAN DAN")
}

/// Without what OCR left at the end (`9`, `|`, `A.`) and around it.
fn cleaned(span: Span, reading: &str) -> Span {
    let mut span = span.trimmed(reading, &['*', '-', '_', '=', '~', '"', '\'', ';', ':', '.']);
    while let Some((rest, word)) = reading[span.range()].rsplit_once(' ') {
        if word.chars().any(char::is_alphabetic) || word.chars().count() > 2 {
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
