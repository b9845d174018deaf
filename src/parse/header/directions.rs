//! Ý kiến chỉ đạo: directions of somebody else that the document conveys: `Phó Thủ tướng Trần Văn An có ý kiến
//! chỉ đạo như sau`, `thông báo ý kiến chỉ đạo của Thủ tướng Chính phủ`.

use super::closing::is_name;
use crate::model::{Direction, Document};
use crate::parse::outline::{Outline, Zone};
use crate::registry::posts;
use crate::text::{Source, Span, fold};

/// The words that pass a direction on, in lower case.
const CUES: [&str; 9] = [
    "có ý kiến chỉ đạo như sau",
    "có ý kiến kết luận như sau",
    "đã có ý kiến chỉ đạo",
    "có ý kiến chỉ đạo",
    "chỉ đạo như sau",
    "kết luận như sau",
    "có ý kiến như sau",
    "giao",
    "yêu cầu",
];

/// Reads the directions of a công văn or thông báo whose letterhead is another's.
pub(crate) fn read(source: &Source, outline: &Outline, document: &mut Document) {
    let conveys = document.kind.is_some_and(|kind| {
        ["công văn", "thông báo", "thông báo kết luận", "thông báo ý kiến", "công điện"]
            .contains(&kind.name())
    });
    if !conveys {
        return;
    }
    let lower = source.lower();
    let issuer = document.issuer.as_ref().map(|i| fold(&i.name)).unwrap_or_default();
    for block in outline.blocks.iter().filter(|b| b.part == 0 && b.zone == Zone::Body).take(12) {
        let text = &lower[block.span.range()];
        for cue in CUES {
            let Some(at) = find_folded(text, cue) else { continue };
            let Some(direction) = direction(source, block.span, at, cue) else { continue };
            // The head of the issuer itself is no other (Chủ tịch UBND on a letterhead of UBND).
            let principal = direction.principal.as_deref().map(fold).unwrap_or_default();
            let own = !principal.is_empty() && issuer.contains(&principal);
            if own || document.directions.iter().any(|d| d.span.overlaps(direction.span)) {
                continue;
            }
            document.directions.push(direction);
            break;
        }
        if !document.directions.is_empty() {
            break;
        }
    }
}

/// Where a cue begins, line breaks taken as blanks; and where it ends.
fn find_folded(text: &str, cue: &str) -> Option<(usize, usize)> {
    let flat = text.replace('\n', " ");
    flat.find(cue).map(|at| (at, at + cue.len()))
}

/// The post, the person and the body right before the cue.
fn direction(source: &Source, block: Span, cue: (usize, usize), words: &str) -> Option<Direction> {
    let reading = source.reading();
    let before = Span::new(block.start, block.start + cue.0);
    let text = &reading[before.range()];
    let flat = text.replace('\n', " ");
    let leaders = posts().iter().filter(|post| post.body.is_some());
    let mut found: Option<(usize, &str)> = None;
    for post in leaders {
        for name in std::iter::once(post.name).chain(post.variants.iter().copied()) {
            for (at, _) in flat.match_indices(name) {
                if found.is_none_or(|(best, longest)| {
                    at + name.len() > best + longest.len()
                        || at < best && at + name.len() == best + longest.len()
                }) {
                    found = Some((at, name));
                }
            }
        }
    }
    let whole = ["Thủ tướng Chính phủ", "Chủ tịch nước", "Bộ Chính trị", "Ban Bí thư"];
    for name in whole {
        if let Some(at) = flat.rfind(name)
            && found.is_none_or(|(best, longest)| at + name.len() > best + longest.len())
            && !flat[..at].ends_with("Phó ")
        {
            found = Some((at, name));
        }
    }
    let (at, post) = found?;
    let between = flat[at + post.len()..].trim();
    // Only a name, a second post or nothing stands between the post and the cue.
    let person = between.trim_matches(|c: char| c == ',' || c.is_whitespace());
    let person = person.trim_end_matches("đã").trim();
    if !(person.is_empty() || is_name(person)) {
        return None;
    }
    let is_person_post = post.contains("Phó")
        || post.contains("Tổng Bí thư")
        || post.contains("trưởng")
        || post.contains("Thủ tướng") && !person.is_empty();
    Some(Direction {
        principal: (!is_person_post).then(|| post.to_owned()),
        post: is_person_post.then(|| post.to_owned()),
        person: (!person.is_empty()).then(|| crate::text::tidy(person)),
        cue: words.to_owned(),
        span: Span::new(block.start + at, block.start + cue.1),
    })
}
