//! The header of a document: what its first lines say of it, box by box (Decree 30/2020/NĐ-CP, Appendix I).

pub(super) mod addressees;
pub(super) mod author;
pub(super) mod closing;
pub(super) mod copy;
pub(super) mod directions;
pub(super) mod issuer;
pub(super) mod marks;
pub(super) mod own_number;
pub(super) mod pieces;
pub(super) mod place_date;
pub(super) mod recipients;
pub(super) mod signatures;
pub(super) mod subject;

use std::ops::Range;

use self::closing::closing;
use self::pieces::{Piece, pieces};
use crate::model::{Diagnostic, Document, DocumentKind, Inference, Quote, Severity, Status};
use crate::parse::outline::sections;
use crate::parse::outline::titles::{Title, opening_title_at, title_at};
use crate::parse::outline::{Outline, Zone};
use crate::registry::{Context, Style, kinds_by_abbreviation, province_by_name, province_in};
use crate::syntax::LineKind;
use crate::text::{Source, Span, bare, is_letter};

/// The letterhead cut into pieces, and what was found in it so far.
pub(crate) struct Header<'s> {
    /// The text.
    pub source: &'s Source,
    /// Its layout.
    pub outline: &'s Outline,
    /// The pieces of the header, in reading order.
    pub pieces: Vec<Piece>,
    /// The title line and the index of the first piece behind it.
    pub title: Option<(Title, usize)>,
}

/// Fills in everything the frame of a document says: header, addressees, recipients, signatures, parts, sections.
pub fn read(source: &Source, outline: &Outline, document: &mut Document) {
    let reading = source.reading();
    let range = outline.lines_of(0, Zone::Header);
    let mut header =
        Header { source, outline, pieces: pieces(reading, &outline.lines, range.clone()), title: None };
    let title = range.clone().find_map(|at| title_at(reading, &outline.lines, at));
    let title = title.or_else(|| {
        let from = header
            .pieces
            .iter()
            .position(|p| matches!(p.kind, LineKind::Motto | LineKind::PlaceDate | LineKind::Number))?;
        let behind = header.pieces[from].line + 1..range.end;
        behind.into_iter().find_map(|at| opening_title_at(reading, &outline.lines, at))
    });
    header.title =
        title.map(|title| (title, header.pieces.iter().filter(|p| p.span.start < title.span.end).count()));

    copy::read(source, outline, document);
    own_number::read(&header, document);
    place_date::read(&header, document);
    marks::read(&header, document);
    subject::read(&header, document);
    kind(&header, document);
    addressees::read(&header, document);
    own_number::read_from_note(&header, document);
    issuer::read(&header, document);
    let context = context(document);
    let copied = document.copy.as_ref().map_or(usize::MAX, |copy| copy.span.start);
    let range = outline.lines_of(0, Zone::Closing);
    let closed = pieces(reading, &outline.lines, range.clone());
    let closing = closing(source, outline, &closed, copied);
    recipients::read(source, &closing, document);
    signatures::read(source, outline, &closing, document);
    author::read(&header, &context, document);
    directions::read(source, outline, &context, document);
    organs(&context, document);
    sections::read(source, outline, document);
    status(&header, document);
    diagnose(source, second_header(source, outline, range, closed), document);
}

/// Tên loại: the title, else what the symbol says, else công văn where there is a V/v or a Kính gửi.
fn kind(header: &Header<'_>, document: &mut Document) {
    if let Some((title, _)) = header.title {
        document.kind = Some(title.kind);
        document.kind_span = Some(title.span);
        return;
    }
    if document.kind.is_some() {
        return;
    }
    let of_symbol = document.number.as_ref().and_then(|number| {
        let style = number.style.unwrap_or(Style::State);
        let first = number.symbol.as_deref()?.split(['-', '/']).next()?;
        let known = kinds_by_abbreviation(first, style).into_iter().next()?;
        (known.is_title() && number.symbol.as_deref()?.contains(['-', '/'])).then_some(DocumentKind(known))
    });
    let dispatch = header.pieces.iter().any(|p| matches!(p.kind, LineKind::Addressees | LineKind::Subject));
    let (kind, from) = match of_symbol {
        // `CT-TTHT` with addressees is of a Cục Thuế: a chỉ thị is sent to nobody by name.
        Some(kind)
            if !header.pieces.iter().any(|p| p.kind == LineKind::Subject)
                && !(kind.name() == "chỉ thị"
                    && header.pieces.iter().any(|p| p.kind == LineKind::Addressees)) =>
        {
            (Some(kind), Inference::Symbol)
        }
        _ if dispatch && document.subject.is_some() => (DocumentKind::named("công văn"), Inference::Subject),
        _ if dispatch => (DocumentKind::named("công văn"), Inference::Context),
        _ => (None, Inference::Context),
    };
    document.kind = kind;
    document.kind_inferred_from = kind.map(|_| from);
}

/// What the header tells about bare names of bodies in the rest of the text.
pub(crate) fn context(document: &Document) -> Context {
    let issuer = document.issuer.as_ref();
    let parent = issuer.and_then(|i| i.parent.as_ref());
    let place = document.place.as_deref().and_then(province_by_name);
    let named = issuer.and_then(|i| province_in(&title_case(&i.name)));
    let above = parent.and_then(|p| province_in(&title_case(&p.name)));
    Context {
        province: named.or(above).or(place),
        commune: issuer.and_then(|i| commune(&i.name)),
        body: issuer.and_then(|i| i.id.as_deref()).map(|id| id.trim_start_matches("vn/").to_owned()),
        date: document.date.map(|date| date.to_string()),
    }
}

/// `XÃ CÔNG HẢI` in `ĐẢNG ỦY XÃ CÔNG HẢI`.
fn commune(name: &str) -> Option<String> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let at = words.iter().rposition(|word| {
        let word = bare(word).to_ascii_lowercase();
        ["xa", "phuong"].contains(&word.as_str())
    })?;
    (at > 0 && at + 1 < words.len()).then(|| title_case(&words[at..].join(" ")))
}

/// Each word with one capital: letterheads are printed in capitals, the registry tells names by theirs.
pub(crate) fn title_case(text: &str) -> String {
    text.split_whitespace()
        .map(|word| {
            let mut letters = word.chars();
            letters
                .next()
                .map_or_else(String::new, |first| first.to_string() + &letters.as_str().to_lowercase())
        })
        .collect::<Vec<_>>()
        .join(" ")
}

/// Ids of the bodies among addressees and recipients.
fn organs(context: &Context, document: &mut Document) {
    let id = |text: &str| issuer::body_id(text, context).map(|body| body.id);
    for addressee in &mut document.addressees {
        addressee.organ = id(&addressee.text);
    }
    for recipient in &mut document.recipients {
        let name = recipient.text.split(['(', ';']).next().unwrap_or_default().trim();
        recipient.organ = id(name);
    }
}

/// A number line without a number makes a draft, a number an issued document.
fn status(header: &Header<'_>, document: &mut Document) {
    let source = header.source;
    let quote = |span: Span| Some(Quote { text: source.quote(span), span });
    let marked = header.pieces.iter().find(|p| {
        let plain = bare(p.text(source.reading())).to_ascii_lowercase();
        plain.trim_matches(|c: char| !c.is_ascii_alphanumeric()).starts_with("du thao") && plain.len() < 40
    });
    if let Some(mark) = marked {
        document.status = Status::Draft;
        document.status_evidence = quote(mark.span);
        return;
    }
    let Some(number) = &document.number else { return };
    let line = header.pieces.iter().find(|p| p.kind == LineKind::Number).map(|p| p.span);
    let readable = number.symbol.is_some();
    if number.serial.is_some() {
        document.status = Status::Issued;
        document.status_evidence = number.span.and_then(quote);
    } else if readable {
        document.status = Status::Draft;
        document.status_evidence =
            number.span.map(|span| line.map_or(span, |l| l.hull(span))).and_then(quote);
    }
}

fn diagnose(source: &Source, second: Option<Span>, document: &mut Document) {
    let mut found = Vec::new();
    let mut note = |code: &str, severity: Severity, message: &str, span: Option<Span>, help: Option<&str>| {
        found.push(Diagnostic {
            code: code.to_owned(),
            severity,
            message: message.to_owned(),
            span,
            help: help.map(str::to_owned),
        });
    };
    let reading = source.reading();
    if reading.trim().is_empty() {
        note(
            "empty",
            Severity::Warning,
            "the text is empty",
            None,
            Some("check the file, or how its text was extracted"),
        );
    } else {
        let draft = document.status == Status::Draft;
        match &document.number {
            Some(number) if number.serial.is_none() && draft => note(
                "missing-number",
                Severity::Note,
                "the number line has no number yet",
                number.span,
                Some("a draft gets its number when it is issued"),
            ),
            None => note("missing-number", Severity::Note, "no number line was found", None, None),
            _ => {}
        }
        match document.date {
            None => note("missing-date", Severity::Note, "no place and date line was found", None, None),
            Some(date) if date.day.known().is_none() => {
                note(
                    "missing-day",
                    Severity::Note,
                    "the day of the date is left blank",
                    document.date_span,
                    None,
                );
            }
            _ => {}
        }
        if is_without_marks(reading) {
            note(
                "no-diacritics",
                Severity::Warning,
                "the text has almost no Vietnamese marks",
                None,
                Some("it was probably scanned badly; names and citations may be missed"),
            );
        }
    }
    if let Some(span) = second {
        note(
            "several-documents",
            Severity::Warning,
            "a second complete header follows: the file holds several documents",
            Some(span),
            Some("split the file; only the first header was read"),
        );
    }
    document.diagnostics.extend(found);
}

/// Whether letters with marks are too rare for Vietnamese: about one in four has one.
fn is_without_marks(reading: &str) -> bool {
    /// So many letters tell.
    const SAMPLE: u32 = 4000;
    // Nearly always the first bytes of letters with marks are enough of all bytes, and soon so.
    let head = &reading.as_bytes()[..reading.len().min(SAMPLE as usize)];
    let begins = |pair: &&[u8]| matches!(pair, [0xE1, 0xBA | 0xBB] | [0xC4..=0xC6, _]);
    if !head.is_empty() && head.windows(2).filter(begins).nth(head.len() / 12).is_some() {
        return false;
    }
    let (mut all, mut marked) = (0, 0);
    for c in reading.chars().filter(|&c| is_letter(c)) {
        all += 1;
        marked += u32::from(!c.is_ascii());
        // Whatever the rest is, it has its marks.
        if marked * 12 >= SAMPLE {
            return false;
        }
        if all == SAMPLE {
            break;
        }
    }
    all > 200 && marked * 12 < all
}

/// A national name with a number line below it, behind the first document's closing, whose pieces are given.
fn second_header(
    source: &Source,
    outline: &Outline,
    closing: Range<usize>,
    mut found: Vec<Piece>,
) -> Option<Span> {
    if closing.is_empty() {
        return None;
    }
    found.extend(pieces(source.reading(), &outline.lines, closing.end..outline.lines.len()));
    found.iter().enumerate().find_map(|(i, piece)| {
        let opens = matches!(piece.kind, LineKind::Motto | LineKind::PartyHeader);
        let near = &found[i.saturating_sub(4)..found.len().min(i + 8)];
        let has = |kind| near.iter().any(|p| p.kind == kind);
        (opens && has(LineKind::Number) && has(LineKind::PlaceDate)).then_some(piece.span)
    })
}
