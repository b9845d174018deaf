//! What is decided of document `n` before it is written: who, what, when, its number, its id, whom it follows.

use super::bodies::Body;
use super::calendar::Day;
use super::family::{FAMILY, Family, Place};
use super::kinds::Kind;
use super::random::Random;
use super::topics::{TOPICS, Topic};

/// One document in so many says again what the one before says.
const COPY_ONE_IN: usize = 1_000;
/// One in so many is marked mật.
const CLASSIFIED_ONE_IN: usize = 5_000;
/// One letter of a leaf in so many has no number yet.
const DRAFT_ONE_IN: usize = 12;

/// Thẻ of a document to be.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Which document.
    pub n: usize,
    /// Its place in its family.
    pub place: Place,
    /// Ngày ban hành.
    pub day: Day,
    /// Số, ký hiệu: `264/KH-UBND`; `/SYT-VP` for a draft.
    pub code: String,
    /// Canonical id; None for a draft, whose id hangs on its text.
    pub id: Option<String>,
    /// Chủ đề.
    pub topic: &'static Topic,
    /// Dự thảo.
    pub draft: bool,
    /// Mật.
    pub classified: bool,
    /// The document of which this one is only another copy.
    pub copy_of: Option<usize>,
}

impl Plan {
    /// The plan of document `n`.
    pub fn of(seed: u64, n: usize) -> Self {
        let mut random = Random::of(&[seed, 10, n as u64]);
        let number = n / FAMILY;
        let family = Family::new(seed, number);
        let place = family.at(n % FAMILY);
        let before = (place.leaf && family.at(n % FAMILY - 1).leaf).then(|| n - 1);
        let copy_of = before.filter(|_| random.one_in(COPY_ONE_IN));
        let classified = place.leaf && random.one_in(CLASSIFIED_ONE_IN);
        let draft = place.leaf && place.kind == Kind::Letter && random.one_in(DRAFT_ONE_IN);
        let year = Family::year(number);
        let start = Random::of(&[seed, 11, number as u64]).below(25);
        let day = Day::new(year, 3, 1).plus(start + place.after);
        let code = code_of(&place, serial_of(seed, number, &place), draft, n);
        let id = (!draft).then(|| id_of(&place, year, &code));
        let topic = &TOPICS[Random::of(&[seed, 12, number as u64]).below(TOPICS.len())];
        Self { n, place, day, code, id, topic, draft, classified, copy_of }
    }

    /// The year of issue.
    pub const fn year(&self) -> u16 {
        self.day.year
    }

    /// Its issuer.
    pub const fn body(&self) -> Body {
        self.place.body
    }

    /// Its kind.
    pub const fn kind(&self) -> Kind {
        self.place.kind
    }
}

/// Numbers of a series run on from family to family, and begin at a different one for each body. Those of the Party run
/// over a term of years.
fn serial_of(seed: u64, family: usize, place: &Place) -> usize {
    let kind = place.kind as u64;
    let highest = if place.kind == Kind::Letter { 3_000 } else { 150 };
    let offset = Random::of(&[seed, 13, place.body.number(), kind]).below(highest);
    let turn = if place.body.is_party() { family } else { Family::turn(family) };
    1 + offset + turn
}

fn code_of(place: &Place, serial: usize, draft: bool, n: usize) -> String {
    let (kind, body) = (place.kind.abbreviation(), place.body.symbol());
    let serial = if draft { String::new() } else { format!("{serial:02}") };
    if place.body.is_party() {
        format!("{serial}-{kind}/{body}")
    } else if place.kind == Kind::Letter {
        format!("{serial}/{body}-{}", place.body.unit_symbol(place.kind, n))
    } else {
        format!("{serial}/{kind}-{body}")
    }
}

/// `vn/<issuer>/<kind>/<period>/<code>`.
fn id_of(place: &Place, year: u16, code: &str) -> String {
    let code = code.to_lowercase().replace('đ', "d").replace('/', "-");
    let period = match place.body {
        Body::Centre if year < 2026 => "khoa-13".to_owned(),
        Body::Centre => "khoa-14".to_owned(),
        Body::Committee(_) if year < 2026 => {
            let anew = place.body.province().is_some_and(|p| p.refounded);
            if anew { "nhiem-ky-2020-1".to_owned() } else { "nhiem-ky-2020".to_owned() }
        }
        Body::Committee(_) => "nhiem-ky-2025".to_owned(),
        _ => year.to_string(),
    };
    format!("vn/{}/{}/{period}/{code}", place.body.slug(year), place.kind.slug())
}
