//! The identity of a document: issuer, kind, period and number. A bare symbol is none, because every province
//! has its `15/2024/NQ-HĐND`.

use std::fmt;

use super::context::bare;
use super::issuers::body_of;
use super::symbol;
use crate::model::{Confidence, DocumentKind, KeyPart, PartialDate, Reference, Style};
use crate::registry::{
    BodyMatch, Branch, Context, Law, ProvinceId, Tier, body, law_by_number, laws_named, party_term, term_slug,
};
use crate::syntax::kind_of_symbol;
use crate::text::{fold, slug};

/// What is known of a document when its identity is asked for.
#[derive(Debug, Clone, Default)]
pub struct Named<'a> {
    /// Số, ký hiệu.
    pub code: Option<&'a str>,
    /// Name of a document cited by name.
    pub name: Option<&'a str>,
    /// Year within the number.
    pub year: Option<u16>,
    /// Ký hiệu.
    pub symbol: Option<&'a str>,
    /// State or Party form.
    pub style: Option<Style>,
    /// Tên loại as printed.
    pub kind: Option<DocumentKind>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Registry id of the issuer, with or without `vn/`.
    pub issuer: Option<&'a str>,
    /// The issuer as printed; read in the context where the id is unknown.
    pub issuer_name: Option<&'a str>,
}

/// Khóa định danh: a canonical id by its parts, shown as `vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd`.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Key {
    /// The series: id of the body under whose numbers it was issued, without `vn/`.
    pub issuer: Option<String>,
    /// Segment of the kind: `ke-hoach`.
    pub kind: Option<String>,
    /// The period the number runs in: `2026`, `khoa-13`; `2025-1` before a body was founded anew within the year.
    pub period: Option<String>,
    /// The number: `230-kh-ubnd`.
    pub code: String,
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "_".to_owned());
        write!(f, "vn/{}/{}/{}/{}", part(&self.issuer), part(&self.kind), part(&self.period), self.code)
    }
}

impl Key {
    /// The parts of a canonical id; None for any other text.
    pub fn of_id(id: &str) -> Option<Self> {
        let mut segments = id.trim().strip_prefix("vn/")?.split('/');
        let mut part = || segments.next().filter(|s| !s.is_empty() && s.bytes().all(is_id_byte));
        let known = |part: &str| (part != "_").then(|| part.to_owned());
        let (issuer, kind, period, code) = (part()?, part()?, part()?, part()?);
        let key =
            Self { issuer: known(issuer), kind: known(kind), period: known(period), code: code.to_owned() };
        segments.next().is_none().then_some(key)
    }

    /// A part beside the number; None when unknown.
    pub fn part(&self, part: KeyPart) -> Option<&str> {
        match part {
            KeyPart::Issuer => self.issuer.as_deref(),
            KeyPart::Kind => self.kind.as_deref(),
            KeyPart::Period => self.period.as_deref(),
        }
    }

    /// Whether every part is known.
    pub fn is_whole(&self) -> bool {
        self.issuer.is_some() && self.kind.is_some() && self.period.is_some()
    }

    /// Whether both can be one document: the same number, and no part that both know differs.
    pub fn may_be(&self, other: &Self) -> bool {
        let meet = |a: &Option<String>, b: &Option<String>| a.is_none() || b.is_none() || a == b;
        self.code == other.code
            && meet(&self.issuer, &other.issuer)
            && meet(&self.kind, &other.kind)
            && meet(&self.period, &other.period)
    }
}

fn is_id_byte(byte: u8) -> bool {
    matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-' | b'_')
}

/// The segment of a number: `230-kh-ubnd`. A serial is written with at least two figures (Decree 30/2020/NĐ-CP), so
/// `5/KH-UBND`, `05/KH-UBND` and `0005/KH-UBND` are one; `&` is not told apart from nothing.
pub fn code_slug(code: &str) -> String {
    let code = code.trim().replace('&', "");
    let digits = code.len() - code.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let (serial, rest) = code.split_at(digits);
    if digits == 0 {
        return slug(rest);
    }
    let serial = serial.trim_start_matches('0');
    slug(&format!("{serial:0>2}{rest}"))
}

/// The identity of what is known of a document, read in the context of the one that names it; likely where a part
/// was not printed and comes from that context.
pub fn identity(named: &Named<'_>, context: &Context) -> (Key, Confidence) {
    if let [law] = laws_meant(named, context).as_slice() {
        let certain = match named.code {
            Some(_) => named.kind.is_some(),
            None => year_of_name(named.name.unwrap_or_default()).is_some(),
        };
        return (law_key(law), if certain { Confidence::Certain } else { Confidence::Likely });
    }
    let Some(code) = named.code.filter(|code| !slug(code).is_empty()) else { return by_name(named, context) };
    let symbol = named.symbol.unwrap_or_else(|| code.trim_start_matches(|c: char| !matches!(c, '/' | '-')));
    let read = symbol::read(symbol, named.style, named.kind);
    // `230/SYT-VP` without a kind in its symbol is a công văn; `45/2019/QH14` may be a law or a resolution.
    let dispatch = || {
        let bare =
            named.kind.is_none() && read.kinds.is_empty() && named.year.is_none() && read.body.is_some();
        bare.then(|| DocumentKind::named(symbol::LETTER)).flatten()
    };
    let kind = read.kind(named.kind).or_else(dispatch);
    let (issuer, confidence) = issuer_of(named, &read, context);
    let key = Key {
        period: period(named, issuer.as_ref()),
        issuer: issuer
            .map(|b| b.series)
            .or_else(|| named.issuer.map(|id| bare(id).to_owned()))
            .or_else(|| lawgiver(kind).map(str::to_owned)),
        kind: kind.map(|k| k.slug().to_owned()),
        code: code_slug(code),
    };
    (key, confidence)
}

/// The body under whose numbers it was issued. The symbol of a central body or a ministry decides, because others
/// are named for it (`1234/BYT-KCB` of Cục Quản lý Khám, chữa bệnh); then the issuer printed; then the symbol alone,
/// at last at the place at hand.
fn issuer_of(named: &Named<'_>, read: &symbol::Symbol, context: &Context) -> (Option<BodyMatch>, Confidence) {
    let date = named.date.filter(|d| d.year.is_some()).map(|d| d.to_string());
    let at = Context { date: date.or_else(|| context.date.clone()), ..context.clone() };
    let fixed = read.fixed_body(at.date.as_deref());
    if let Some(fixed) = fixed.as_ref().filter(|body| matches!(body.tier, Tier::Central | Tier::Ministry)) {
        return (Some(fixed.clone()), Confidence::Certain);
    }
    let by_id = named.issuer.map(bare).and_then(|id| body(id).or_else(|| bare_body(id)));
    if let Some(found) = by_id.or_else(|| body_of(named.issuer_name?, &at)) {
        return (Some(found), Confidence::Certain);
    }
    match named.issuer_name {
        None => match fixed {
            Some(fixed) => (Some(fixed), Confidence::Certain),
            None => (read.body_at(&at), Confidence::Likely),
        },
        // `Sở Nông nghiệp` for short: the symbol at the place at hand knows the Sở.
        Some(name) => {
            let of_place = || read.body_at(&at).filter(|_| fold(name).starts_with("sở "));
            (fixed.filter(|_| !read.is_short()).or_else(of_place), Confidence::Likely)
        }
    }
}

/// The one body that passes acts of a kind: laws the National Assembly, decrees the Government.
fn lawgiver(kind: Option<DocumentKind>) -> Option<&'static str> {
    match kind?.name() {
        "hiến pháp" | "luật" | "bộ luật" => Some("quoc-hoi"),
        "pháp lệnh" => Some("uy-ban-thuong-vu-quoc-hoi"),
        "nghị định" => Some("chinh-phu"),
        _ => None,
    }
}

/// A body the registry cannot name from its id alone (communes, units): its id is its series.
fn bare_body(id: &str) -> Option<BodyMatch> {
    (!id.is_empty()).then(|| BodyMatch {
        id: id.to_owned(),
        name: String::new(),
        branch: Branch::Other,
        tier: Tier::Unit,
        parent: None,
        province: None,
        post: None,
        series: id.to_owned(),
        valid_from: None,
        valid_to: None,
        successor: None,
    })
}

/// The period the number runs in: the year printed in it, the Party's term, else the calendar year.
fn period(named: &Named<'_>, issuer: Option<&BodyMatch>) -> Option<String> {
    let anew = issuer.and_then(|b| b.province).and_then(ProvinceId::refounded).and_then(PartialDate::of_edtf);
    let within =
        |year: u16| anew.filter(|d| d.year == Some(year) && PartialDate::day(year, 1, 1) != Some(*d));
    if let Some(year) = named.year {
        return match within(year) {
            None => Some(year.to_string()),
            cut => cut_at(year.to_string(), named.date?, cut),
        };
    }
    let date = named.date?;
    if named.style == Some(Style::Party) || issuer.is_some_and(|b| b.branch == Branch::Party) {
        let national = issuer.is_none_or(|b| b.province.is_none() && b.tier != Tier::Unit);
        return if national {
            party_term(&date.to_string()).map(term_slug)
        } else {
            cut_at(local_term(date)?, date, anew.filter(|day| cuts_term(*day, date)))
        };
    }
    let year = date.year?;
    cut_at(year.to_string(), date, within(year))
}

/// The period cut where a body was founded anew on a day within it: `2025-1` before, `2025` since. None when the date
/// does not tell which of the two.
fn cut_at(period: String, date: PartialDate, anew: Option<PartialDate>) -> Option<String> {
    let Some(anew) = anew else { return Some(period) };
    let parts = |d: PartialDate| (d.year, d.month.known(), d.day.known());
    let ((year, month, day), (year_anew, month_anew, day_anew)) = (parts(date), parts(anew));
    let before = if year != year_anew {
        year < year_anew
    } else if month? != month_anew? {
        month < month_anew
    } else if day_anew == Some(1) {
        false
    } else {
        day? < day_anew?
    };
    Some(if before { format!("{period}-1") } else { period })
}

/// Nhiệm kỳ of Party bodies below the centre: congresses are held every five years, in the autumn of years that end
/// in 0 and 5 (Điều lệ Đảng).
fn local_term(date: PartialDate) -> Option<String> {
    local_term_year(date).map(|start| format!("nhiem-ky-{start}"))
}

fn local_term_year(date: PartialDate) -> Option<u16> {
    let year = date.year?;
    let begun = year - year % 5;
    match (year % 5, date.month.known()) {
        (0, None) => None,
        (0, Some(month)) if month < 10 => Some(begun - 5),
        _ => Some(begun),
    }
}

/// A day on which a province was founded anew cuts only the term it lies in.
fn cuts_term(anew: PartialDate, date: PartialDate) -> bool {
    local_term_year(anew).is_some() && local_term_year(anew) == local_term_year(date)
}

/// The laws, codes, ordinances or constitutions that a number or a name can mean: one, or several when the day does not
/// tell. Without a year the law of the day is meant, the newest passed by then; in the year in which it was passed and
/// the next it may still be the one before.
fn laws_meant(named: &Named<'_>, context: &Context) -> Vec<&'static Law> {
    if let Some(code) = named.code {
        return law_by_number(code).into_iter().filter(|law| is_law_meant(law, named)).collect();
    }
    let Some(name) = named.name else { return Vec::new() };
    let year = year_of_name(name).or(named.date.and_then(|d| d.year)).or(named.year);
    let mut laws = laws_named(&without_year(name));
    if let Some(year) = year {
        laws.retain(|law| {
            law.year == Some(year) || law.date.is_some_and(|d| d.starts_with(&year.to_string()))
        });
        laws.truncate(1);
        return laws;
    }
    let Some(citing) = context.date.as_deref().and_then(|d| d.get(..4)?.parse::<u16>().ok()) else {
        return laws;
    };
    laws.retain(|law| law.year.is_none_or(|year| year <= citing));
    let settled = laws.first().is_some_and(|newest| newest.year.is_some_and(|year| year + 1 < citing));
    laws.truncate(if settled { 1 } else { 2 });
    laws
}

/// Whether the number is that of the law: laws and resolutions of the Assembly are counted apart, so `41/2024/QH15` may
/// be either. The word before it decides, without one the day.
fn is_law_meant(law: &Law, named: &Named<'_>) -> bool {
    const LAWS: [&str; 4] = ["luật", "bộ luật", "pháp lệnh", "hiến pháp"];
    if let Some(kind) = named.kind {
        return LAWS.contains(&kind.name());
    }
    let passed = law.date.and_then(PartialDate::of_edtf);
    passed.zip(named.date).is_none_or(|(passed, printed)| passed.agrees_with(printed))
}

/// The ids of the laws a bare name can mean, when they are several.
pub(super) fn law_candidates(named: &Named<'_>, context: &Context) -> Vec<String> {
    let laws = laws_meant(named, context);
    if laws.len() < 2 { Vec::new() } else { laws.into_iter().map(|law| law_key(law).to_string()).collect() }
}

fn law_key(law: &Law) -> Key {
    Key {
        issuer: Some(law.issuer().to_owned()),
        kind: Some(law.kind.slug().to_owned()),
        period: law.year.map(|y| y.to_string()),
        code: law.number.map_or_else(|| slug(&law.full_name()), code_slug),
    }
}

/// The year at the end of a name: 2024 in `Luật Đất đai năm 2024`.
fn year_of_name(name: &str) -> Option<u16> {
    let word = name.split_whitespace().next_back()?;
    (word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| (1900..2100).contains(year))
}

fn without_year(name: &str) -> String {
    let mut words: Vec<&str> = name.split_whitespace().collect();
    if year_of_name(name).is_some() {
        words.pop();
        if words.last().is_some_and(|w| fold(w) == "năm") {
            words.pop();
        }
    }
    words.join(" ")
}

/// A document without a number goes by its name.
fn by_name(named: &Named<'_>, context: &Context) -> (Key, Confidence) {
    let found = named
        .issuer
        .map(|id| bare(id).to_owned())
        .or_else(|| body_of(named.issuer_name?, context).map(|b| b.series))
        .or_else(|| lawgiver(named.kind).map(str::to_owned));
    let year = named.date.and_then(|d| d.year).or(named.year).or(named.name.and_then(year_of_name));
    let key = Key {
        issuer: found,
        kind: named.kind.map(|k| k.slug().to_owned()),
        period: year.map(|y| y.to_string()),
        code: slug(named.name.unwrap_or("khong-so")),
    };
    (key, Confidence::Certain)
}

/// Tên loại of a reference: as printed, and where that is only `văn bản` as its symbol tells.
pub fn kind_of(reference: &Reference) -> Option<DocumentKind> {
    match reference.kind {
        Some(kind) if kind.0.is_unspecific() => kind_of_symbol(reference.symbol.as_deref()?, reference.style),
        kind => kind,
    }
}

impl<'a> From<&'a Reference> for Named<'a> {
    fn from(reference: &'a Reference) -> Self {
        Self {
            code: reference.code.as_deref(),
            name: reference.name.as_deref(),
            year: reference.year,
            symbol: reference.symbol.as_deref(),
            style: reference.style,
            kind: kind_of(reference),
            date: reference.date,
            issuer: reference.issuer.as_ref().and_then(|i| i.id.as_deref()),
            issuer_name: reference.issuer.as_ref().map(|i| i.name.as_str()),
        }
    }
}

/// The id a reference has in a graph: its target, else what it prints of its key, `_` for the rest.
pub fn node_id(reference: &Reference) -> String {
    reference.target.clone().unwrap_or_else(|| identity(&reference.into(), &Context::default()).0.to_string())
}
