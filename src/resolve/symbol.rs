//! What the symbol of a number tells alone: the kind (`KH` in `KH-UBND`) and the body (`UBND`).

use crate::model::{DocumentKind, Style};
use crate::registry::{
    BodyMatch, Context, KindId, Unscoped, bodies_by_symbol, kinds_by_abbreviation, templates_by_symbol,
};

/// What a symbol says.
#[derive(Debug, Default)]
pub(super) struct Symbol {
    /// The kinds its abbreviation stands for; empty when it has none (công văn, acts of the Assembly).
    pub kinds: Vec<KindId>,
    /// The abbreviation of the body: `UBND`, `TW`, `TTg`.
    pub body: Option<String>,
}

/// The kind whose symbol begins with the body: `SYT-VP`.
pub(super) const LETTER: &str = "công văn";

/// Reads `KH-UBND`, `KL/TW`, `NĐ-CP`, `QH15`, `SYT-VP`, given the kind printed beside the number.
pub(super) fn read(symbol: &str, style: Option<Style>, printed: Option<DocumentKind>) -> Symbol {
    let party = style == Some(Style::Party) || (style.is_none() && symbol.contains('/'));
    let style = if party { Style::Party } else { Style::State };
    let mut words = symbol.split(['-', '/']).map(str::trim).filter(|w| !w.is_empty() && !is_year(w));
    let Some(head) = words.next() else { return Symbol::default() };
    let tail = words.next();
    let kinds = kinds_by_abbreviation(head, style);
    // `5348/CT-CS`: CT is Cục Thuế here, not chỉ thị, because CS is no body, or the word before it says công văn.
    let letter = printed.is_some_and(|kind| kind.name() == LETTER);
    let head_is_body = tail.is_none_or(|tail| (letter || !is_body(tail)) && is_body(head));
    if kinds.is_empty() || head_is_body {
        return Symbol { kinds: Vec::new(), body: Some(head.to_owned()) };
    }
    // `QĐ-CTUBND`: the Chairman decides under the numbers of his committee.
    let body = tail.map(|tail| tail.strip_prefix("CT").filter(|rest| is_body(rest)).unwrap_or(tail));
    Symbol { kinds, body: body.map(str::to_owned) }
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit())
}

fn is_body(word: &str) -> bool {
    !bodies_by_symbol(word, &Context::default()).is_empty() || !templates_by_symbol(word).is_empty()
}

impl Symbol {
    /// The kind, given the one printed beside the number. Where the symbol names its kind it decides, because
    /// the number runs under it; a longer name of it (`thông báo kết luận`, `TB`) is the same series.
    pub fn kind(&self, printed: Option<DocumentKind>) -> Option<DocumentKind> {
        let printed = printed.map(|kind| kind.0);
        if self.kinds.is_empty() {
            return printed.map(DocumentKind);
        }
        let named = match printed.filter(|kind| self.kinds.contains(kind)) {
            Some(kind) => kind,
            None if self.differ() => return self.usual().filter(|_| printed.is_none()).map(DocumentKind),
            None => *self.kinds.first()?,
        };
        let stem = self
            .kinds
            .iter()
            .filter(|kind| named.name().starts_with(kind.name()))
            .min_by_key(|k| k.name().len());
        Some(DocumentKind(*stem.unwrap_or(&named)))
    }

    /// The kind an ambiguous abbreviation stands for beside no word: `CT` is chỉ thị, of a procuracy cáo trạng; `NQ`
    /// nghị quyết and no nội quy. Party `QĐ` is as often quy định as quyết định and stays open.
    fn usual(&self) -> Option<KindId> {
        let first = self.kinds.first()?;
        let procuracy = self.body.as_deref().is_some_and(|body| body.starts_with("VKS"));
        match first.name() {
            "chỉ thị" if procuracy => self.kinds.iter().find(|kind| kind.name() == "cáo trạng").copied(),
            "chỉ thị" | "nghị quyết" => Some(*first),
            _ => None,
        }
    }

    /// Whether the abbreviation stands for kinds that number apart: Party `QĐ` is quyết định or quy định.
    fn differ(&self) -> bool {
        let Some(first) = self.kinds.first() else { return false };
        self.kinds
            .iter()
            .any(|kind| !kind.name().starts_with(first.name()) && !first.name().starts_with(kind.name()))
    }

    /// The one body that bears this symbol whatever the place, and existed on the date: `TTg`, `TW`, `BYT`.
    pub fn fixed_body(&self, date: Option<&str>) -> Option<BodyMatch> {
        let word = self.body.as_deref()?;
        let on = Context { date: date.map(str::to_owned), ..Context::default() };
        let mut found = bodies_by_symbol(word, &on);
        found.retain(|body| match (&body.valid_from, date) {
            (Some(from), Some(date)) => date.get(..4) >= from.get(..4),
            _ => true,
        });
        (found.len() == 1 && templates_by_symbol(word).is_empty()).then(|| found.remove(0))
    }

    /// Whether the abbreviation is too short to be one body's alone: `CT` is Cục Thuế of the State and of a province.
    pub fn is_short(&self) -> bool {
        self.body.as_deref().is_none_or(|word| word.chars().count() <= 2)
    }

    /// The one body that bears it at the place at hand: `SYT` in Cà Mau.
    pub fn body_at(&self, context: &Context) -> Option<BodyMatch> {
        let mut found = bodies_by_symbol(self.body.as_deref()?, context);
        (found.len() == 1).then(|| found.remove(0))
    }

    /// The templates it stands for: `UBND` of a province, a district, a commune.
    pub fn templates(&self) -> Vec<Unscoped> {
        self.body.as_deref().map(templates_by_symbol).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_tells_kind_and_body() {
        for (symbol, style, printed, kind, body) in [
            ("KH-UBND", Style::State, None, Some("kế hoạch"), Some("UBND")),
            ("KL/TW", Style::Party, None, Some("kết luận"), Some("TW")),
            ("NĐ-CP", Style::State, None, Some("nghị định"), Some("CP")),
            ("SYT-VP", Style::State, None, None, Some("SYT")),
            ("QH15", Style::State, Some("luật"), Some("luật"), Some("QH15")),
            ("QĐ/TW", Style::Party, None, None, Some("TW")),
            ("QĐ/TW", Style::Party, Some("quy định"), Some("quy định"), Some("TW")),
            ("TB-VPCP", Style::State, Some("thông báo kết luận"), Some("thông báo"), Some("VPCP")),
            ("CT-CS", Style::State, Some("công văn"), Some("công văn"), Some("CT")),
            ("CT-TTg", Style::State, None, Some("chỉ thị"), Some("TTg")),
            ("CT-VP", Style::State, Some("công văn"), Some("công văn"), Some("CT")),
            ("CT-VKSTC", Style::State, None, Some("cáo trạng"), Some("VKSTC")),
            ("QĐ-CTUBND", Style::State, None, Some("quyết định"), Some("UBND")),
            ("QĐ-TTg", Style::State, Some("kế hoạch"), Some("quyết định"), Some("TTg")),
        ] {
            let printed = printed.and_then(DocumentKind::named);
            let read = read(symbol, Some(style), printed);
            assert_eq!(read.kind(printed).map(DocumentKind::name), kind, "{symbol}");
            assert_eq!(read.body.as_deref(), body, "{symbol}");
        }
    }
}
