//! From mentions to distinct documents: which mentions are one document.

use std::collections::HashMap;

use super::gather::OwnDocument;
use super::issuers::may_be_one;
use super::listed::Listed;
use super::passages::cut_at;
use crate::model::{DocumentKind, DocumentNumber, PartialDate, Style};
use crate::registry::spelled_out;
use crate::text::{Source, Span, fold, slug};

/// What a mention turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Landing {
    /// A mention of the document at this index.
    Mention(usize),
    /// A bare name of a document that is cited elsewhere with its number: a coreference to it.
    Name(usize),
    /// This very document.
    Own,
    /// A form, a permit: no document of the system.
    Nothing,
}

/// One distinct document with everything its mentions print, in reading order.
#[derive(Debug, Clone, Default)]
pub(super) struct Entry {
    /// The fullest number; None for one cited by name only.
    pub number: Option<DocumentNumber>,
    /// Names with the kind: `Luật Đất đai năm 2024`.
    pub names: Vec<String>,
    /// Kinds printed, or given by the head of a list.
    pub kinds: Vec<(DocumentKind, Span)>,
    /// Whether a mention calls it `văn bản` only.
    pub unspecific: bool,
    /// Dates printed.
    pub dates: Vec<(PartialDate, Span)>,
    /// Issuers printed.
    pub issuers: Vec<(String, Span)>,
    name_key: Option<String>,
    name_year: Option<u16>,
}

/// Sorts mentions into documents: one landing for each mention, documents in the order of their first mention.
pub(super) fn merge(source: &Source, listed: &[Listed], own: &OwnDocument<'_>) -> (Vec<Entry>, Vec<Landing>) {
    let mut merger = Merger { source, own, entries: Vec::new(), by_code: HashMap::new() };
    let is_short = |one: &Listed| {
        one.mention
            .number
            .as_ref()
            .is_some_and(|n| n.code.len() <= 5 && n.symbol.is_none() && n.year.is_none())
            && one.date.is_none()
    };
    let mut landings: Vec<Option<Landing>> =
        listed.iter().map(|one| if is_short(one) { None } else { merger.by_number(one) }).collect();
    for (one, landing) in listed.iter().zip(&mut landings) {
        if is_short(one) {
            *landing = merger.by_serial(one);
        }
    }
    for (one, landing) in listed.iter().zip(&mut landings) {
        landing.get_or_insert_with(|| merger.by_name(one));
    }
    let moved = merger.join_yearless();
    let mut order: Vec<usize> = Vec::new();
    let mut land = |at: usize| {
        let at = moved[at];
        order.iter().position(|&old| old == at).unwrap_or_else(|| {
            order.push(at);
            order.len() - 1
        })
    };
    let landings = landings
        .into_iter()
        .map(|landing| match landing {
            Some(Landing::Mention(at)) => Landing::Mention(land(at)),
            Some(Landing::Name(at)) => Landing::Name(land(at)),
            other => other.unwrap_or(Landing::Nothing),
        })
        .collect();
    let mut entries: Vec<Option<Entry>> = merger.entries.into_iter().map(Some).collect();
    (order.into_iter().filter_map(|at| entries[at].take()).collect(), landings)
}

struct Merger<'a> {
    source: &'a Source,
    own: &'a OwnDocument<'a>,
    entries: Vec<Entry>,
    by_code: HashMap<String, Vec<usize>>,
}

impl Merger<'_> {
    /// Where a mention with a number belongs; None for one without.
    fn by_number(&mut self, one: &Listed) -> Option<Landing> {
        let number = one.mention.number.as_ref()?;
        if one.kind.is_some_and(|kind| !kind.0.is_citable()) || self.is_form(one) {
            return Some(Landing::Nothing);
        }
        let issuer = one.issuer.map(|span| self.source.quote(span));
        if self.is_own(number, one.date.map(|(date, _)| date), issuer.as_deref()) {
            return Some(Landing::Own);
        }
        let key = series_key(number);
        let same = self.by_code.get(&key).map_or(&[][..], Vec::as_slice);
        // The last one printed that fits: a bare number means the document spoken of just before.
        let fits =
            same.iter().rev().copied().find(|&at| self.entries[at].fits(number, one, issuer.as_deref()));
        let at = fits.unwrap_or_else(|| {
            self.entries.push(Entry { number: Some(number.clone()), ..Entry::default() });
            self.entries.len() - 1
        });
        if fits.is_none() {
            self.by_code.entry(key).or_default().push(at);
        }
        self.add(at, one, issuer);
        Some(Landing::Mention(at))
    }

    /// Where `Nghị định 54` belongs: to the one document of that kind and serial, or it is one itself.
    fn by_serial(&mut self, one: &Listed) -> Option<Landing> {
        let serial = one.mention.number.as_ref()?.serial.as_deref();
        let fits = |entry: &Entry| {
            entry.number.as_ref().is_some_and(|number| number.serial.as_deref() == serial)
                && entry.kinds.iter().any(|(kind, _)| Some(*kind) == one.kind)
        };
        let mut fitting = (0..self.entries.len()).filter(|&at| fits(&self.entries[at]));
        match (fitting.next(), fitting.next()) {
            (Some(at), None) => {
                self.add(at, one, one.issuer.map(|span| self.source.quote(span)));
                Some(Landing::Mention(at))
            }
            (Some(_), Some(_)) => Some(Landing::Nothing),
            (None, _) => self.by_number(one),
        }
    }

    fn by_name(&mut self, one: &Listed) -> Landing {
        let Some((name, key, year)) = self.name_of(one) else { return Landing::Nothing };
        let fits = |entry: &Entry| {
            let number_year = entry.number.as_ref().and_then(|n| n.year);
            let known = entry.name_year.or(number_year);
            entry.name_key.as_deref() == Some(&key) && (year.is_none() || known.is_none() || known == year)
        };
        let numbered = self.entries.iter().rposition(|entry| entry.number.is_some() && fits(entry));
        let found = numbered.or_else(|| self.entries.iter().rposition(fits));
        let at = found.unwrap_or_else(|| {
            let entry = Entry { name_key: Some(key), name_year: year, ..Entry::default() };
            self.entries.push(entry);
            self.entries.len() - 1
        });
        let issuer = one.issuer.map(|span| self.source.quote(span));
        self.add(at, one, issuer);
        let entry = &mut self.entries[at];
        entry.name_year = entry.name_year.or(year);
        if !entry.names.contains(&name) {
            entry.names.push(name);
        }
        if numbered.is_some() { Landing::Name(at) } else { Landing::Mention(at) }
    }

    /// What a mention prints goes into the document it belongs to.
    fn add(&mut self, at: usize, one: &Listed, issuer: Option<String>) {
        let name = self.name_of(one);
        let entry = &mut self.entries[at];
        if let (Some(known), Some(number)) = (&mut entry.number, &one.mention.number)
            && number.code.contains('Đ')
            && !known.code.contains('Đ')
        {
            *known = number.clone();
        }
        let span = one.mention.span;
        entry
            .kinds
            .extend(one.kind.map(|kind| (kind, one.mention.kind.map_or(span, |(_, printed)| printed))));
        entry.unspecific |= one.unspecific;
        entry.dates.extend(one.date);
        entry.issuers.extend(issuer.zip(one.issuer));
        if let (Some(number), Some((name, key, year))) = (&one.mention.number, name) {
            entry.name_key.get_or_insert(key);
            entry.name_year = entry.name_year.or(year).or(number.year);
            if !entry.names.contains(&name) {
                entry.names.push(name);
            }
        }
    }

    /// The name with its kind, the key it is compared by, and the year in it.
    fn name_of(&self, one: &Listed) -> Option<(String, String, Option<u16>)> {
        let name = one.mention.name?;
        let kind = one.mention.kind.map(|(_, span)| span);
        // In `các Luật: Chứng khoán, Kế toán` the kind stands before the first alone.
        let beside = kind.filter(|kind| {
            let between = self.source.reading().get(kind.end..name.start).unwrap_or_default();
            !between.contains([':', ','])
        });
        let text = match (kind, beside) {
            (Some(kind), None) => format!("{} {}", self.source.quote(kind), self.source.quote(name)),
            (_, beside) => self.source.quote(beside.map_or(name, |kind| kind.hull(name))),
        };
        let (mut key, mut year) = (fold(&text), None);
        if one.kind.is_some_and(|kind| kind.0.is_normative()) {
            let bare = key.trim_end_matches(')').to_owned();
            if let Some((front, last)) = bare.rsplit_once([' ', '('])
                && last.len() == 4
                && let Ok(found) = last.parse()
            {
                year = Some(found);
                key.truncate(front.trim_end_matches([' ', '(']).trim_end_matches(" năm").len());
            }
        }
        // A scan damages accents here and there.
        Some((text, slug(&spelled_out(&key)), year))
    }

    fn is_own(&self, number: &DocumentNumber, date: Option<PartialDate>, issuer: Option<&str>) -> bool {
        let OwnDocument { number: Some(own), .. } = self.own else { return false };
        let same_day = self.own.date.zip(date).is_none_or(|(own, cited)| own.agrees_with(cited));
        let same_body = self.own.issuer.zip(issuer).is_none_or(|(own, cited)| may_be_one(own, cited));
        // `ban hành kèm theo Quyết định số  /QĐ-UBND`: the number was not yet known where the draft names itself.
        let symbol = |number: &DocumentNumber| number.symbol.as_deref().map(fold);
        let blank = number.serial.is_none() && number.symbol.is_some() && symbol(number) == symbol(own);
        blank || own.serial.is_some() && *own == number && same_day && same_body
    }

    /// `Mẫu số 05/KK-TNCN`, `Giấy phép số ...`: the word before a number without a kind tells.
    fn is_form(&self, one: &Listed) -> bool {
        const FORMS: [&str; 12] = [
            "mẫu",
            "biểu",
            "biểu mẫu",
            "phụ lục",
            "giấy phép",
            "giấy chứng nhận",
            "hợp đồng",
            "hóa đơn",
            "tờ khai",
            "công báo",
            "tcvn",
            "bản án",
        ];
        if one.kind.is_some() || one.mention.name.is_some() {
            return false;
        }
        let start = one.mention.span.start;
        let from = cut_at(self.source.lower(), start.saturating_sub(40));
        let before = self.source.lower()[from..start].trim_end().trim_end_matches("số").trim_end();
        FORMS.iter().any(|form| before.ends_with(form))
    }

    /// `Nghị định số 218/NĐ-CP` beside `218/2013/NĐ-CP`: kinds whose numbers always bear a year. The result says
    /// where each entry went.
    fn join_yearless(&mut self) -> Vec<usize> {
        let mut moved: Vec<usize> = (0..self.entries.len()).collect();
        for (at, place) in moved.iter_mut().enumerate() {
            let Some(number) = self.entries[at].number.clone() else { continue };
            let symbol = number.symbol.as_deref().map(fold).unwrap_or_default();
            let dated = symbol == "nđ-cp" || symbol.starts_with("tt-") || symbol.starts_with("ttlt");
            if number.year.is_some() || number.style == Some(Style::Party) || !dated {
                continue;
            }
            let mut full = (0..self.entries.len()).filter(|&other| {
                let n = self.entries[other].number.as_ref();
                n.is_some_and(|n| {
                    n.year.is_some()
                        && n.serial == number.serial
                        && n.symbol.as_deref().map(fold).as_ref() == Some(&symbol)
                })
            });
            if let (Some(target), None) = (full.next(), full.next()) {
                *place = target;
                let entry = std::mem::take(&mut self.entries[at]);
                let into = &mut self.entries[target];
                into.kinds.extend(entry.kinds);
                into.unspecific |= entry.unspecific;
                into.dates.extend(entry.dates);
                into.issuers.extend(entry.issuers);
            }
        }
        moved
    }
}

/// The key of a number however it was typed or scanned: without the stroke of Đ (`103/2024/ND-CP`), with `-` for `/`
/// (`48/2017-TT-BYT`), with `OH15` for `QH15`.
fn series_key(number: &DocumentNumber) -> String {
    number.key().replace('đ', "d").replace('-', "/").replace("/oh1", "/qh1")
}

impl Entry {
    /// Whether a mention with the same number can be this document: the same place, the same period.
    fn fits(&self, number: &DocumentNumber, one: &Listed, issuer: Option<&str>) -> bool {
        let place =
            issuer.is_none_or(|issuer| self.issuers.iter().all(|(known, _)| may_be_one(known, issuer)));
        // A year in the number or a term of the Party make a different year a mistake, not another document.
        let period = number.year.is_some()
            || one.date.and_then(|(date, _)| date.year).is_none_or(|year| {
                let years = self.dates.iter().filter_map(|(date, _)| date.year);
                let apart = if number.style == Some(Style::Party) { 5 } else { 1 };
                years.into_iter().all(|known| known.abs_diff(year) < apart)
            });
        place && period
    }
}
