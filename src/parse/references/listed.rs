//! Elliptic lists: `các Quyết định số 1/QĐ-TTg và số 2/QĐ-TTg ngày 5/5/2026 của Thủ tướng` prints the kind once and
//! the issuer once for all. What the list says of each is written out here; the spans stay those of the print.

use super::passages::cut_at;
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
    /// Its own date or that of the whole list.
    pub date: Option<(PartialDate, Span)>,
    /// Its own issuer, that of the list, or the proposer named before it.
    pub issuer: Option<Span>,
}

/// Writes out what lists share. `mentions` are in reading order and keep their places.
pub(super) fn complete(source: &Source, mut mentions: Vec<Mention>) -> Vec<Listed> {
    for mention in &mut mentions {
        shorten(source, mention);
    }
    let kinds: Vec<_> = mentions
        .iter()
        .map(|m| m.kind.or_else(|| head(&mentions, m).and_then(|h| mentions[h].kind)).map(|(kind, _)| kind))
        .collect();
    let mut listed: Vec<Listed> = mentions
        .into_iter()
        .zip(kinds)
        .map(|(mention, kind)| Listed { kind, date: mention.date, issuer: mention.issuer, mention })
        .collect();
    share_backwards(source, &mut listed);
    share_from_the_head(&mut listed);
    for at in 0..listed.len() {
        if listed[at].issuer.is_none() {
            let from = if at == 0 { 0 } else { listed[at - 1].mention.span.end };
            listed[at].issuer = proposer(source, from, listed[at].mention.span.start);
        }
        if listed[at].date.is_none() {
            let from = if at == 0 { 0 } else { listed[at - 1].mention.span.end };
            if let Some((date, by)) = act(source, from, listed[at].mention.span.start) {
                listed[at].date = Some(date);
                listed[at].issuer = listed[at].issuer.or(by);
            }
        }
    }
    listed
}

/// A name of an issuer ends with its sentence and before a verb of law: `UBND tỉnh hết hiệu lực`, `UBND tỉnh. Nội dung`.
fn shorten(source: &Source, mention: &mut Mention) {
    const STOPS: [&str; 10] = [
        ". ",
        " hết",
        " quy định",
        " về việc",
        " ban hành",
        " phê duyệt",
        " và quyết định",
        " phản ánh",
        " sửa đổi",
        " thay thế",
    ];
    let Some(issuer) = mention.issuer else { return };
    let name = source.lower()[issuer.range()].replace('\n', " ");
    // `TP. Hồ Chí Minh` goes on behind its full stop.
    let Some(stop) =
        STOPS.iter().filter_map(|stop| name.find(stop)).filter(|&at| !name[..at].ends_with("tp")).min()
    else {
        return;
    };
    let short = Span::new(issuer.start, issuer.start + stop);
    if mention.span.end == issuer.end {
        mention.span.end = short.end;
    }
    mention.issuer = Some(short);
}

/// The mention that opens the list a mention stands in; None for one that stands alone or opens a list itself.
fn head(mentions: &[Mention], mention: &Mention) -> Option<usize> {
    let mut at = mention.list?;
    while let Some(before) = mentions.get(at)?.list.filter(|&before| before < at) {
        at = before;
    }
    Some(at)
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
            this.date = next.date;
        }
    }
}

/// `các Công văn của Bộ Tài chính số 1/BTC-A, số 2/BTC-B`: an issuer printed before the number of the head.
fn share_from_the_head(listed: &mut [Listed]) {
    for at in 1..listed.len() {
        let bare = listed[at].mention.kind.is_none() && same_series(&listed[at - 1], &listed[at]);
        let Some(head) = listed[at].mention.list.filter(|&head| head < at).or(bare.then(|| at - 1)) else {
            continue;
        };
        let first = &listed[head];
        let number = first.mention.number.as_ref().and_then(|n| n.span);
        let leads = matches!((first.mention.issuer, number), (Some(i), Some(n)) if i.start < n.start);
        if listed[at].issuer.is_none() && (leads || listed[head].mention.list.is_some()) {
            listed[at].issuer = listed[head].issuer;
        }
    }
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

/// Whether two numbers come from one series of symbols: a part of the symbol in common.
fn same_series(a: &Listed, b: &Listed) -> bool {
    let symbol = |m: &Listed| m.mention.number.as_ref().and_then(|n| n.symbol.clone()).unwrap_or_default();
    let (a, b) = (symbol(a), symbol(b));
    let mut parts = a.split(['-', '/']).filter(|part| part.len() > 1);
    parts.any(|part| b.split(['-', '/']).any(|other| other == part))
}

/// `theo đề nghị của Giám đốc Sở Y tế tại Tờ trình ...`, `chỉ đạo của Thủ tướng Chính phủ tại Công điện ...`: the
/// one who speaks in the document.
fn proposer(source: &Source, from: usize, to: usize) -> Option<Span> {
    /// Bytes before the mention that are looked at.
    const WINDOW: usize = 200;
    let floor = from.max(cut_at(source.reading(), to.saturating_sub(WINDOW)));
    let lower = source.lower().get(floor..to)?.trim_end();
    let end = lower.strip_suffix("tại")?.trim_end().len();
    let asked = ["đề nghị của", "chỉ đạo của", "kiến nghị của", "ý kiến của", "trình của"]
        .iter()
        .filter_map(|cue| lower[..end].rfind(cue).map(|at| at + cue.len()))
        .max();
    // `... tại Văn bản số 1 và Giám đốc Sở B tại Tờ trình số 2`: a second one is joined to the mention before.
    let joined =
        || lower[..end].rfind("và ").filter(|_| from > 0 && floor == from).map(|at| at + "và ".len());
    let start = asked.or_else(joined)?;
    let span = Span::new(floor + start, floor + end).trimmed(source.reading(), &[]);
    let name = &source.reading()[span.range()];
    let whole = !name.contains([',', ';', ':', '(', '.']) && name.starts_with(char::is_uppercase);
    (whole && span.len() < 120).then_some(span)
}

/// `Ngày 22/5/2026, Sở Y tế ban hành Công văn số ...`: the day of a document and its issuer, told by a verb before it.
fn act(source: &Source, from: usize, to: usize) -> Option<((PartialDate, Span), Option<Span>)> {
    /// Bytes before the mention that are looked at.
    const WINDOW: usize = 160;
    let floor = from.max(cut_at(source.reading(), to.saturating_sub(WINDOW)));
    let lower = source.lower().get(floor..to)?.replace(['\n', '\t'], " ");
    let told = ["ban hành", "có", "gửi"].iter().find_map(|verb| lower.trim_end().strip_suffix(verb))?;
    let told = told.trim_end().trim_end_matches(" đã").trim_end_matches(" ký").trim_end();
    let start = told.rfind("ngày ")?;
    let rest = &told[start + "ngày ".len()..];
    let length = rest.find(|c: char| c.is_alphabetic()).map_or(rest.len(), |first| {
        // `22 tháng 5 năm 2026` in words, `22/5/2026` in figures.
        if rest[first..].starts_with("tháng") { rest.find(',').unwrap_or(rest.len()) } else { first }
    });
    let day =
        Span::new(floor + start, floor + start + "ngày ".len() + length).trimmed(source.reading(), &[',']);
    let date: PartialDate = source.quote(day).to_lowercase().parse().ok()?;
    let by = Span::new(day.end, floor + told.len()).trimmed(source.reading(), &[',']);
    let name = source.reading().get(by.range())?;
    let whole = !name.contains([',', ';', ':', '(', '.', '|']) && name.starts_with(char::is_uppercase);
    (date.is_whole() && (whole || name.is_empty()) && by.len() < 100)
        .then_some(((date, day), whole.then_some(by)))
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
        Mention {
            span,
            kind: None,
            name: None,
            number: Some(number),
            date: None,
            issuer: None,
            pinpoint: None,
            list,
        }
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

    #[test]
    fn a_day_told_before_the_verb_is_that_of_the_document() {
        for text in [
            "Ngày 12/5/2026, Sở Nội vụ đã ban hành Công văn số 9/SNV-VP",
            "Ngày 12 tháng 5 năm 2026, Sở Nội vụ có Công văn số 9/SNV-VP",
        ] {
            let listed =
                complete(&Source::from_text(text), vec![numbered(text, "Công văn số 9/SNV-VP", None)]);
            assert_eq!(listed[0].date.map(|(date, _)| date), PartialDate::day(2026, 5, 12), "{text}");
            assert_eq!(listed[0].issuer.map(|span| &text[span.range()]), Some("Sở Nội vụ"), "{text}");
        }
    }

    #[test]
    fn the_one_who_proposes_issued_the_submission() {
        let text = "Theo đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 9/TTr-SNV";
        let listed = complete(&Source::from_text(text), vec![numbered(text, "Tờ trình số 9/TTr-SNV", None)]);
        let issuer = listed[0].issuer.map(|span| &text[span.range()]);
        assert_eq!(issuer, Some("Giám đốc Sở Nội vụ"));
    }
}
