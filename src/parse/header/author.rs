//! Tác giả: whose act it is when that is more precise than the letterhead: the line of competence over the
//! recitals, the line under the title, the signature on behalf of a standing organ.

use super::issuer::body_id;
use super::{Header, title_case};
use crate::model::{Author, AuthorEvidence, Document};
use crate::parse::outline::Zone;
use crate::parse::outline::paragraphs::is_capitals;
use crate::parse::outline::zones::{is_post, names_a_body};
use crate::registry::{Context, authority_of};
use crate::text::{Source, Span, bare, fold};

/// Reads the author; None where it is the issuer itself.
pub(crate) fn read(header: &Header<'_>, context: &Context, document: &mut Document) {
    let found = competence_line(header)
        .or_else(|| subtitle(header, document))
        .or_else(|| signature(header.source, document));
    let Some((span, evidence)) = found else { return };
    let name = header.source.quote(span);
    let name = name.trim_end_matches([':', ',', '.', ';']).to_owned();
    let issuer = document.issuer.as_ref().map(|i| fold(&i.name)).unwrap_or_default();
    if fold(&name) == issuer || issuer.ends_with(&fold(&name)) {
        return;
    }
    let post = is_post(&name).then(|| title_case(&name)).and_then(|_| post_of(&name));
    document.author =
        Some(Author { id: body_id(&name, context).map(|body| body.id), name, post, evidence, span });
}

/// The post a competence line begins with: `CHỦ TỊCH` in `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH`.
fn post_of(name: &str) -> Option<String> {
    let plain = bare(name).to_ascii_uppercase();
    let body_at = [
        "UY BAN",
        "UBND",
        "BO ",
        "SO ",
        "CUC ",
        "TONG CUC",
        "BAN ",
        "HOI DONG",
        "VAN PHONG",
        "TINH UY",
        "THANH TRA",
        "NGAN HANG",
    ]
    .iter()
    .filter_map(|body| {
        plain.match_indices(body).map(|(at, _)| at).find(|&at| at > 3 && plain.as_bytes()[at - 1] == b' ')
    })
    .min();
    let end =
        body_at.map_or(name.len(), |count| name.char_indices().nth(count).map_or(name.len(), |(at, _)| at));
    let post = name[..end].trim();
    (!post.is_empty()).then(|| post.to_owned())
}

/// `CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH CÀ MAU` over the recitals; it may take two lines.
fn competence_line(header: &Header<'_>) -> Option<(Span, AuthorEvidence)> {
    let reading = header.source.reading();
    let outline = header.outline;
    let blocks: Vec<_> = outline.blocks.iter().filter(|b| b.part == 0 && b.zone == Zone::Recital).collect();
    let capitals: Vec<Span> =
        blocks.iter().map(|b| b.span).take_while(|&span| is_capitals(&reading[span.range()])).collect();
    let span = capitals.into_iter().reduce(Span::hull)?;
    let text = &reading[span.range()];
    (names_a_body(text) && !text.ends_with(':')).then_some((span, AuthorEvidence::CompetenceLine))
}

/// `KẾT LUẬN` / `CỦA BỘ CHÍNH TRỊ`: the first line under the title.
fn subtitle(header: &Header<'_>, document: &Document) -> Option<(Span, AuthorEvidence)> {
    let (title, from) = header.title?;
    if !["kết luận", "nghị quyết", "quy định", "chỉ thị", "quyết định", "hướng dẫn", "thông tri"]
        .contains(&title.kind.name())
    {
        return None;
    }
    let reading = header.source.reading();
    let piece = header.pieces.get(from)?;
    let text = piece.text(reading);
    let of = text.strip_prefix("CỦA ").or_else(|| text.strip_prefix("của "))?;
    let mut span = Span::new(piece.span.end - of.len(), piece.span.end);
    // The name ends where the subject begins.
    if let Some(subject) = document.subject.as_ref().filter(|s| s.span.contains(span)) {
        let plain = bare(&reading[span.range()]).to_ascii_lowercase();
        let cut = [" ve ", " tai "].iter().filter_map(|word| plain.find(word)).min();
        if let Some(count) = cut {
            let at = reading[span.range()].char_indices().nth(count).map_or(span.len(), |(at, _)| at);
            span.end = span.start + at;
        }
        let _ = subject;
    }
    Some((span, AuthorEvidence::Subtitle))
}

/// `T/M BỘ CHÍNH TRỊ`, `TM. BAN BÍ THƯ`: on whose behalf it is signed, when that is not the letterhead's.
fn signature(source: &Source, document: &Document) -> Option<(Span, AuthorEvidence)> {
    let signature = document.signatures.first()?;
    let first = signature.authority.first()?;
    let (form, rest) = authority_of(first)?;
    let standing =
        ["BO CHINH TRI", "BAN BI THU", "BAN THUONG VU", "THUONG TRUC", "BAN CHAP HANH", "UY BAN THUONG VU"];
    let plain = bare(rest).to_ascii_uppercase();
    if form.vietnamese != "thay mặt" || !standing.iter().any(|organ| plain.starts_with(organ)) {
        return None;
    }
    let reading = source.reading();
    let text = &reading[signature.span.range()];
    let at = bare(text).find(&bare(rest)[..bare(rest).len().min(8)])?;
    let start = signature.span.start + text.char_indices().nth(at)?.0;
    let end = (start + rest.len()).min(signature.span.end);
    reading.is_char_boundary(end).then(|| (Span::new(start, end), AuthorEvidence::Signature))
}
