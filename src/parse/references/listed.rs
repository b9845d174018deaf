//! Elliptic lists: `các Quyết định số 1/QĐ-TTg và số 2/QĐ-TTg ngày 5/5/2026 của Thủ tướng` prints the kind once and
//! the issuer once for all. What the list says of each is written out here; the spans stay those of the print.

use memchr::memmem;

use crate::model::{DocumentKind, PartialDate};
use crate::syntax::Mention;
use crate::text::{Source, Span};

/// A mention with what its list, or the words before it, add to what it prints.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    /// As the grammar read it.
    pub mention: Mention,
    /// Its own kind or that of the head of its list.
    pub kind: Option<DocumentKind>,
    /// Whether it, or the head of its list, is called `văn bản` only.
    pub unspecific: bool,
    /// Its own date or that of the whole list.
    pub date: Option<(PartialDate, Span)>,
    /// Its own issuer, that of the list, or the one named before it.
    pub issuer: Option<Span>,
}

/// Writes out what lists share. `mentions` are in reading order and keep their places.
pub(super) fn complete(source: &Source, mentions: Vec<Mention>) -> Vec<Listed> {
    let heads = heads(&mentions);
    let kinds: Vec<_> = mentions
        .iter()
        .zip(&heads)
        .map(|(m, head)| {
            let head = head.and_then(|head| mentions.get(head));
            let kind = m.kind.or_else(|| head?.kind).map(|(kind, _)| kind);
            let unspecific = m.unspecific.or_else(|| head?.unspecific).is_some();
            (kind, unspecific && kind.is_none())
        })
        .collect();
    let mut listed: Vec<Listed> = mentions
        .into_iter()
        .zip(kinds)
        .map(|(mention, (kind, unspecific))| Listed {
            kind,
            unspecific,
            date: mention.date,
            issuer: mention.issuer,
            mention,
        })
        .collect();
    if listed.is_empty() {
        return listed;
    }
    let stops = Stops::of(source.lower());
    share_backwards(source, &mut listed);
    share_from_the_head(source, &stops, &mut listed);
    // Whether the issuer of a mention was named before it, or before the list it goes on with.
    let mut led = false;
    let mut opened: Option<usize> = None;
    for at in 0..listed.len() {
        let before = at.checked_sub(1).filter(|&before| {
            let (last, next) = (&listed[before], &listed[at]);
            (last.mention.issuer_before.is_some() || led)
                && (adjoin(source, last.mention.span, next.mention.span) && same_series(last, next)
                    || goes_on(source, last, next))
        });
        if listed[at].mention.issuer_before.is_some() {
            opened = Some(at);
        }
        opened =
            opened.filter(|&head| stays_open(source, &stops, &listed[head].mention, listed[at].mention.span));
        let head = opened.filter(|&head| is_member(source, &listed[head], &listed[at]));
        let said = listed[at].mention.issuer_before.or(before.or(head).and_then(|one| listed[one].issuer));
        led = before.is_some() && listed[at].issuer.is_none() && said.is_some();
        let called = at.checked_sub(1).filter(|&before| {
            let (last, next) = (&listed[before], &listed[at]);
            last.unspecific && adjoin(source, last.mention.span, next.mention.span)
        });
        let one = &mut listed[at];
        one.unspecific |= called.is_some() && one.kind.is_none() && one.mention.name.is_none();
        one.issuer = one.issuer.or(said);
        one.date = one.date.or(one.mention.date_before);
    }
    listed
}

/// The mention that opens the list each stands in; None for one that stands alone or opens a list itself.
fn heads(mentions: &[Mention]) -> Vec<Option<usize>> {
    let mut heads: Vec<Option<usize>> = Vec::with_capacity(mentions.len());
    for mention in mentions {
        heads.push(mention.list.map(|before| heads.get(before).copied().flatten().unwrap_or(before)));
    }
    heads
}

/// Where sentences, brackets and paragraphs end, looked up once for all that asks what stands between two places.
struct Stops {
    sentences: Vec<usize>,
    brackets: Vec<usize>,
    paragraphs: Vec<usize>,
}

impl Stops {
    fn of(text: &str) -> Self {
        let places = |mark: &str| memmem::find_iter(text.as_bytes(), mark).collect();
        Self { sentences: places(". "), brackets: places(")"), paragraphs: places("\n\n") }
    }

    /// Whether one of `stops`, each of `length` bytes, stands between two places.
    fn stands(stops: &[usize], length: usize, from: usize, to: usize) -> bool {
        stops.get(stops.partition_point(|&at| at < from)).is_some_and(|&at| at + length <= to)
    }

    fn sentence_ends(&self, from: usize, to: usize) -> bool {
        Self::stands(&self.sentences, 2, from, to)
    }

    fn bracket_closes(&self, from: usize, to: usize) -> bool {
        Self::stands(&self.brackets, 1, from, to)
    }

    fn paragraph_ends(&self, from: usize, to: usize) -> bool {
        Self::stands(&self.paragraphs, 2, from, to)
    }
}

/// An issuer (and a date that only the last one prints) holds for the members before it.
fn share_backwards(source: &Source, listed: &mut [Listed]) {
    for at in (1..listed.len()).rev() {
        let (before, after) = listed.split_at_mut(at);
        let (Some(this), Some(next)) = (before.last_mut(), after.first()) else { continue };
        let same_list = next.mention.list.is_some();
        let beside = adjoin(source, this.mention.span, next.mention.span) && same_series(this, next);
        if !(same_list || beside) {
            continue;
        }
        if this.issuer.is_none() {
            this.issuer = next.issuer;
        }
        if same_list && this.date.is_none() && this.mention.issuer.is_none() {
            // `sửa đổi Nghị định số 1/2024/NĐ-CP và số 2/2026/NĐ-CP ngày 05/5/2026`: of another year.
            let year = this.mention.number.as_ref().and_then(|number| number.year);
            this.date = next.date.filter(|(date, _)| year.is_none() || date.year == year);
        }
    }
}

/// `các Công văn của Bộ Tài chính số 1/BTC-A, số 2/BTC-B`: an issuer printed before the number of the head.
fn share_from_the_head(source: &Source, stops: &Stops, listed: &mut [Listed]) {
    // Whether the issuer of a mention stands before its number, or came to it from such a one.
    let mut leads = vec![false; listed.len()];
    // The last ones that had a number, that led.
    let (mut numbered, mut led) = (None, None);
    for at in 0..listed.len() {
        let number = listed[at].mention.number.as_ref().and_then(|n| n.span);
        leads[at] = matches!((listed[at].mention.issuer, number), (Some(i), Some(n)) if i.start < n.start);
        // Laws named in the titles between do not end the list.
        let bare = numbered.filter(|&before: &usize| {
            listed[at].mention.kind.is_none() && same_series(&listed[before], &listed[at])
        });
        let listed_on = || led.filter(|&head: &usize| follows(source, stops, &listed[head], &listed[at]));
        let head = listed[at].mention.list.filter(|&head| head < at).or(bare);
        let head = head.filter(|&head| leads[head] || listed[head].mention.list.is_some()).or_else(listed_on);
        let head = head.filter(|&head| leads[head] || listed[head].mention.list.is_some());
        if let Some(head) = head.filter(|_| listed[at].issuer.is_none()) {
            listed[at].issuer = listed[head].issuer;
            listed[at].kind = listed[at].kind.or(listed[head].kind.filter(|_| leads[head]));
            leads[at] |= leads[head];
        }
        numbered = listed[at].mention.number.is_some().then_some(at).or(numbered);
        led = leads[at].then_some(at).or(led);
    }
}

/// Whether a number without a kind goes on with a list behind a title that names other documents: `các Nghị quyết của
/// Quốc hội: số 1/2010/QH12 về ...; số 2/2016/QH14 sửa đổi Nghị quyết số 1/2010/QH12; số 3/2020/QH14`.
fn follows(source: &Source, stops: &Stops, head: &Listed, next: &Listed) -> bool {
    let (from, to) = (head.mention.span.end, next.mention.span.start);
    next.mention.kind.is_none()
        && next.mention.name.is_none()
        && same_series(head, next)
        && source.lower().get(from..to).is_some_and(|between| between.trim_end().ends_with(';'))
        && !stops.sentence_ends(from, to)
        && !stops.paragraph_ends(from, to)
}

/// Whether the list whose issuer was named before its first mention is not yet closed before a later one: `các Quyết
/// định của Thủ tướng: A; B.`, `các Nghị định của Chính phủ (số 1, số 2)`.
fn stays_open(source: &Source, stops: &Stops, head: &Mention, at: Span) -> bool {
    let before = source.lower()[..head.span.start].trim_end();
    let (from, to) = (head.span.end, at.start);
    let closed = match before.chars().next_back() {
        Some('(') => stops.bracket_closes(from, to),
        Some(':') => stops.sentence_ends(from, to),
        _ => return false,
    };
    !closed && !stops.paragraph_ends(from, to)
}

/// Whether a mention in an open list is one of its members, not a document that a title between names.
fn is_member(source: &Source, head: &Listed, one: &Listed) -> bool {
    let symbol = |m: &Listed| m.mention.number.as_ref().and_then(|n| n.symbol.clone());
    let before = source.lower()[..one.mention.span.start].trim_end();
    let joined = before.ends_with([';', ',']) || before.ends_with(" và");
    joined && symbol(one) == symbol(head) && one.mention.kind.is_none() == head.mention.kind.is_none()
}

/// Whether only a coordinator stands between two mentions: `A và B`, `A; các B`.
fn adjoin(source: &Source, before: Span, after: Span) -> bool {
    if before.end > after.start {
        return false;
    }
    source.lower()[before.end..after.start]
        .split_whitespace()
        .all(|word| matches!(word, "," | ";" | "và" | "các" | "hoặc" | "với" | "cùng" | ",các"))
}

/// Whether a sentence goes on from one document, its title between, to another under the same symbol: `tại Công văn số
/// 1/BNV-TC về biên chế và Công văn số 2/BNV-TC`.
fn goes_on(source: &Source, last: &Listed, next: &Listed) -> bool {
    /// Titles are no longer, as a rule.
    const REACH: usize = 400;
    let symbol = |m: &Listed| m.mention.number.as_ref().and_then(|n| n.symbol.clone());
    let (from, to) = (last.mention.span.end, next.mention.span.start);
    if from > to || to - from > REACH || symbol(last).is_none() || symbol(last) != symbol(next) {
        return false;
    }
    let between = &source.lower()[from..to];
    // `...; tại Công văn số 2/BNV-TC`
    if let Some(title) = between.trim_end().strip_suffix("; tại") {
        return !title.contains(". ");
    }
    between.trim_end().ends_with(" và") && !between.contains([';', '\u{201C}']) && !between.contains(". ")
}

/// Whether two numbers come from one series of symbols: a part of the symbol in common.
fn same_series(a: &Listed, b: &Listed) -> bool {
    let symbol = |m: &Listed| m.mention.number.as_ref().and_then(|n| n.symbol.clone()).unwrap_or_default();
    let (a, b) = (symbol(a), symbol(b));
    let mut parts = a.split(['-', '/']).filter(|part| part.len() > 1);
    parts.any(|part| b.split(['-', '/']).any(|other| other == part))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentNumber;

    fn numbered(text: &str, code: &str, list: Option<usize>) -> Mention {
        let at = text.find(code).unwrap_or(0);
        let span = Span::new(at, at + code.len());
        let symbol = code.split_once('/').map(|(_, symbol)| symbol.to_owned());
        let number =
            DocumentNumber { code: code.into(), symbol, span: Some(span), ..DocumentNumber::default() };
        Mention { span, number: Some(number), list, ..Mention::default() }
    }

    #[test]
    fn the_kind_of_the_head_and_the_last_issuer_hold_for_the_list() {
        let text = "các Quyết định số 1/QĐ-TTg và số 2/QĐ-TTg của Thủ tướng Chính phủ";
        let kind = DocumentKind::named("quyết định");
        let mut mentions = vec![numbered(text, "1/QĐ-TTg", None), numbered(text, "2/QĐ-TTg", Some(0))];
        mentions[0].kind = kind.map(|k| (k, Span::new(4, 10)));
        let issuer = text.find("Thủ tướng").map(|at| Span::new(at, text.len()));
        mentions[1].issuer = issuer;
        let listed = complete(&Source::from_text(text), mentions);
        assert_eq!((listed[0].kind, listed[1].kind), (kind, kind));
        assert_eq!((listed[0].issuer, listed[1].issuer), (issuer, issuer));
    }
}
