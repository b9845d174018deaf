//! First mentions that leave out what Decree 30/2020/NĐ-CP (Phụ lục I, II.5) prescribes for them: number and symbol, day,
//! issuer. Laws and ordinances go by kind and name.

use super::{Finding, called, diagnostic, finding};
use crate::graph::view::{GraphView, Particulars};
use crate::model::{CitationParts, Evidence, PartialDate, Reference, Severity};
use crate::resolve::node_id;
use crate::text::fold;

/// What a first mention leaves out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::graph) enum Missing {
    /// Ngày ban hành.
    Date,
    /// Cơ quan ban hành.
    Issuer,
}

impl Missing {
    /// As a cell of an answer has it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Date => "no_date",
            Self::Issuer => "no_issuer",
        }
    }

    fn shown(self) -> &'static str {
        match self {
            Self::Date => "ngày ban hành",
            Self::Issuer => "cơ quan ban hành",
        }
    }
}

/// A first mention that is not whole: id of the cited document, what is left out, the sentence.
pub(in crate::graph) type Incomplete = (String, Vec<Missing>, Evidence);

/// References of a held document that name no day or no issuer where they first stand.
pub(in crate::graph) fn incomplete(view: &dyn GraphView, id: &str) -> Vec<Incomplete> {
    let mut found = Vec::new();
    for held in view.particulars(id).into_iter().take(1).filter(is_legible) {
        let places = held.mentions.iter().zip(&held.printed);
        for (reference, (&span, printed)) in held.references.iter().zip(places) {
            let target = node_id(reference);
            if target != id && is_numbered(reference) {
                let evidence = held.evidence(span, None);
                let missing = missing(&held, reference, printed, &evidence.text);
                if !missing.is_empty() {
                    found.push((target, missing, evidence));
                }
            }
        }
    }
    found
}

/// As diagnostics.
pub(super) fn first_mentions(view: &dyn GraphView, id: &str) -> Vec<Finding> {
    let told = |(target, missing, evidence): Incomplete| {
        let missing: Vec<&str> = missing.into_iter().map(Missing::shown).collect();
        let message = format!("viện dẫn lần đầu {} thiếu {}", called(view, &target), missing.join(" và "));
        finding(id, diagnostic("incomplete-citation", Severity::Note, message), vec![target], vec![evidence])
    };
    incomplete(view, id).into_iter().map(told).collect()
}

/// Whether what is not read is not there: a text that lost its marks has lost days and names with them.
fn is_legible(held: &Particulars) -> bool {
    !held.diagnostics.iter().any(|told| told.code == "no-diacritics")
}

/// Whether it goes by a number whose day and issuer are to be told.
fn is_numbered(reference: &Reference) -> bool {
    const BY_NAME: [&str; 4] = ["hiến pháp", "bộ luật", "luật", "pháp lệnh"];
    reference.serial.is_some() && !reference.kind.is_some_and(|kind| BY_NAME.contains(&kind.name()))
}

/// What the first mention leaves out; words of its sentence count, because a list or a clause before it may tell them.
fn missing(
    held: &Particulars,
    reference: &Reference,
    printed: &CitationParts,
    sentence: &str,
) -> Vec<Missing> {
    let alone = reference.mentions.len() <= 1 || held.text.is_empty();
    let sentence = fold(sentence);
    let day = reference.date.filter(|date| date.is_whole());
    let dated = day.is_some_and(|day| printed.date.is_some() || alone || stands_in(day, &sentence));
    // An item of a list, `số 218/CĐ-TTg`, has its issuer where it has its kind: before the list.
    let listed = printed.kind.is_none() && reference.kind.is_some() && !held.text.is_empty();
    let issued = listed
        || reference.issuer.as_ref().is_some_and(|issuer| {
            printed.issuer.is_some() || alone || sentence.contains(&fold(&issuer.name))
        });
    let mut missing = Vec::new();
    if !dated {
        missing.push(Missing::Date);
    }
    if !issued {
        missing.push(Missing::Issuer);
    }
    missing
}

/// Whether a day is written in a sentence, in figures or in words.
fn stands_in(day: PartialDate, sentence: &str) -> bool {
    let (Some(year), Some(month), Some(date)) = (day.year, day.month.known(), day.day.known()) else {
        return false;
    };
    [
        format!("{date}/{month}/{year}"),
        format!("{date:02}/{month}/{year}"),
        format!("{date:02}/{month:02}/{year}"),
        format!("{date}/{month:02}/{year}"),
        format!("{date} tháng {month} năm {year}"),
        format!("{date:02} tháng {month} năm {year}"),
        format!("{date:02} tháng {month:02} năm {year}"),
        format!("{date} tháng {month:02} năm {year}"),
    ]
    .iter()
    .any(|written| sentence.contains(written.as_str()))
}
