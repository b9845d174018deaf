//! Ý kiến chỉ đạo: directions of somebody else that the document conveys: `Phó Thủ tướng Trần Văn An có ý kiến
//! chỉ đạo như sau`, `truyền đạt ý kiến của Chủ tịch UBND tỉnh`.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::closing::{family_name, is_name};
use super::issuer::body_id;
use crate::model::{Direction, Document};
use crate::parse::outline::{Outline, Zone};
use crate::registry::{Context, province_by_name};
use crate::text::{Source, Span, bare, fold, tidy};

/// The words behind whose directions they are, in lower case.
const CUES: [&str; 9] = [
    "có ý kiến chỉ đạo như sau",
    "có ý kiến kết luận như sau",
    "đã có ý kiến chỉ đạo",
    "có ý kiến chỉ đạo",
    "chỉ đạo như sau",
    "kết luận như sau",
    "có ý kiến như sau",
    "có ý kiến:",
    "kết luận:",
];
/// Words that pass directions on only where an office writes.
const OFFICE_CUES: [&str; 2] = ["giao", "yêu cầu"];
/// The words before whose directions they are; only where an office writes.
const CONVEYING: [&str; 6] = [
    "truyền đạt ý kiến chỉ đạo của",
    "truyền đạt ý kiến của",
    "thông báo ý kiến chỉ đạo của",
    "thông báo ý kiến kết luận của",
    "thông báo ý kiến của",
    "thông báo kết luận của",
];
/// What every cue holds, those of offices last: few blocks hold any.
static SIGNS: LazyLock<[Finder<'static>; 5]> =
    LazyLock::new(|| ["ý kiến", "chỉ đạo như sau", "kết luận", "giao", "yêu cầu"].map(Finder::new));
/// Organs that give directions under their own name.
const ORGANS: [&str; 4] = ["thủ tướng chính phủ", "thủ tướng", "bộ chính trị", "ban bí thư"];
/// Organs that act for a body: no post of a person.
const STANDING: [&str; 5] = ["thường trực ", "ban thường vụ", "thường vụ", "ban thường trực", "lãnh đạo"];
/// The opening of a document tells whose directions it conveys, in blocks.
const OPENING: usize = 12;
/// Longest name of a post or of a person, in words.
const LONGEST: usize = 12;

/// Reads the directions of a công văn or thông báo whose letterhead is another's.
pub(crate) fn read(source: &Source, outline: &Outline, context: &Context, document: &mut Document) {
    let conveys = document.kind.is_some_and(|kind| {
        ["công văn", "thông báo", "thông báo kết luận", "thông báo ý kiến", "công điện"]
            .contains(&kind.name())
    });
    let Some(issuer) = document.issuer.as_ref().filter(|_| conveys) else { return };
    let office = fold(&issuer.name).contains("văn phòng");
    let reader = Reader { source, context, issuer: issuer.id.as_deref() };
    // `Xét đề nghị của ...,` opens a recital in form only.
    let said = |zone| matches!(zone, Zone::Body | Zone::Recital);
    let blocks = outline.blocks.iter().filter(|b| b.part == 0 && said(b.zone)).take(OPENING);
    let found = blocks.map(|b| b.span).find_map(|span| reader.direction(span, office));
    document.directions.extend(found);
}

/// What is needed to tell whose directions a block gives.
struct Reader<'d> {
    source: &'d Source,
    context: &'d Context,
    issuer: Option<&'d str>,
}

/// Who directs: where the post and the person stand.
struct Principal {
    post: Span,
    person: Option<Span>,
}

impl Reader<'_> {
    fn direction(&self, block: Span, office: bool) -> Option<Direction> {
        let flat = &self.source.unwrapped()[block.range()];
        let signs = &SIGNS[..if office { SIGNS.len() } else { 3 }];
        if !signs.iter().any(|sign| sign.find(flat.as_bytes()).is_some()) {
            return None;
        }
        let office_cues = OFFICE_CUES.iter().filter(|_| office);
        let behind = CUES.iter().chain(office_cues).find_map(|cue| {
            let at = flat.find(cue).map(|at| block.start + at)?;
            let found = self.before(Span::new(block.start, at))?;
            Some((found, Span::new(at, at + cue.len()), *cue))
        });
        let (found, cue, words) = behind.or_else(|| {
            CONVEYING.iter().filter(|_| office).find_map(|cue| {
                let at = flat.find(cue).filter(|&at| !flat[..at].trim_end().ends_with("về việc"))?;
                let span = Span::new(block.start + at, block.start + at + cue.len());
                Some((self.after(Span::new(span.end, block.end))?, span, *cue))
            })
        })?;
        let quote = |span: Span| tidy(&self.source.quote(span));
        let post = quote(found.post);
        let key = fold(&post);
        let organ = ORGANS.contains(&key.as_str()) && found.person.is_none()
            || STANDING.iter().any(|organ| key.starts_with(organ));
        let span = found.person.map_or(found.post, |person| found.post.hull(person));
        Some(Direction {
            principal: organ.then(|| post.clone()),
            post: (!organ).then_some(post),
            person: found.person.map(quote),
            cue: words.to_owned(),
            span: span.hull(cue),
        })
    }

    /// `Phó Thủ tướng Trần Văn An đã`, `đồng chí Trần Văn An, Phó Bí thư Tỉnh ủy`: the end of `text`.
    fn before(&self, text: Span) -> Option<Principal> {
        let words = self.words(text);
        let said = |word: &Span| !["đã", "cũng"].contains(&&self.source.lower()[word.range()]);
        let end = words.iter().rposition(said)? + 1;
        let words = &words[end.saturating_sub(LONGEST)..end];
        let from = words.iter().rposition(|word| self.closes(*word) && word.end < words[words.len() - 1].end);
        let clause = &words[from.map_or(0, |at| at + 1)..];
        // The whole clause first: what looks like a person may be the name of a province.
        let counts = std::iter::once(0).chain((2..=5).rev().filter(|&n| n < clause.len()));
        let found = counts.into_iter().find_map(|named| {
            let (head, person) = clause.split_at(clause.len() - named);
            let person = self.person(person, named)?;
            (0..head.len()).find_map(|start| Some(Principal { post: self.post(&head[start..])?, person }))
        })?;
        // The person may stand in front of the post, closed by a comma.
        let person =
            from.filter(|_| found.person.is_none() && hull(clause) == Some(found.post)).and_then(|at| {
                (2..=5)
                    .rev()
                    .filter(|&n| n <= at + 1)
                    .find_map(|n| self.person(&words[at + 1 - n..=at], n)?)
            });
        Some(Principal { person: found.person.or(person), ..found })
    }

    /// `Chủ tịch Ủy ban nhân dân tỉnh Trần Văn An tại ...`: the beginning of `text`.
    fn after(&self, text: Span) -> Option<Principal> {
        let mut words = self.words(text);
        words.truncate(LONGEST);
        let closed = words.iter().position(|word| self.closes(*word)).map_or(words.len(), |at| at + 1);
        let words = &words[..closed];
        (1..=words.len()).rev().find_map(|count| {
            let post = self.post(&words[..count])?;
            let person = (2..=5)
                .rev()
                .filter(|&n| count + n <= words.len())
                .find_map(|n| self.person(&words[count..count + n], n)?);
            Some(Principal { post, person })
        })
    }

    /// The words of a text, each with the mark behind it.
    fn words(&self, text: Span) -> Vec<Span> {
        let whole = &self.source.reading()[text.range()];
        whole
            .split_whitespace()
            .map(|word| text.start + (word.as_ptr() as usize - whole.as_ptr() as usize))
            .zip(whole.split_whitespace().map(str::len))
            .map(|(start, len)| Span::new(start, start + len))
            .collect()
    }

    fn closes(&self, word: Span) -> bool {
        self.source.reading()[word.range()].ends_with([',', ';', '.', ':'])
    }

    /// The post or organ that the words are, when its body is known and not the issuer.
    fn post(&self, words: &[Span]) -> Option<Span> {
        let reading = self.source.reading();
        let span = hull(words)?.trimmed(reading, &[',', ';', '.', ':']);
        let text = &reading[span.range()];
        if !text.starts_with(char::is_uppercase) {
            return None;
        }
        let found = body_id(&text.replace('\n', " "), self.context)?;
        let directs = found.post.is_some() || ORGANS.contains(&fold(text).as_str());
        (directs && self.issuer != Some(found.id.as_str())).then_some(span)
    }

    /// The person that `count` words name; none where there are none, nothing where they name no person.
    #[allow(clippy::option_option)] // No words name nobody, other words name no person.
    fn person(&self, words: &[Span], count: usize) -> Option<Option<Span>> {
        if count == 0 {
            return Some(None);
        }
        let reading = self.source.reading();
        let span = hull(words)?.trimmed(reading, &[',', ';', '.', ':']);
        let text = tidy(&reading[span.range()]);
        let named = is_name(&text)
            && family_name(&text)
            && province_by_name(&text).is_none()
            && !bare(&text).contains(',');
        named.then_some(Some(span))
    }
}

fn hull(words: &[Span]) -> Option<Span> {
    words.iter().copied().reduce(Span::hull)
}
