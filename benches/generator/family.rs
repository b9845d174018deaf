//! A family of documents: who issues the one at each place, of what kind, carrying out which others.
//!
//! Those carried out always come before those that carry them out, so a part of a family from its beginning is whole.

use super::bodies::{Body, DEPARTMENTS, MINISTRIES};
use super::kinds::Kind;
use super::places::{LOCALITIES, PROVINCES};
use super::random::Random;

/// Documents of a family.
pub const FAMILY: usize = 250;

const MINISTRIES_FROM: usize = 2;
const COMMITTEES_FROM: usize = 6;
const PEOPLE_FROM: usize = 14;
const DEPARTMENTS_FROM: usize = 30;
const LOCALS_FROM: usize = 110;
/// Provinces that take part.
const SHARE: usize = PROVINCES_IN;
const PROVINCES_IN: usize = DEPARTMENTS_FROM - PEOPLE_FROM;

/// Resolutions on which later families build stand at the head of every fifth family, up to this many of them.
const GRAND: usize = 16;
/// Years of the families, in turn. 2025 is left out: bodies were founded anew in the middle of it.
const YEARS: [u16; 5] = [2021, 2022, 2023, 2024, 2026];

/// A place in a family.
#[derive(Debug, Clone)]
pub struct Place {
    /// Who issues.
    pub body: Body,
    /// What.
    pub kind: Kind,
    /// The documents it carries out, by number, the nearest first.
    pub above: Vec<usize>,
    /// Days behind the beginning of the family.
    pub after: usize,
    /// Whether nothing carries it out.
    pub leaf: bool,
}

/// Bodies and kinds of a family.
#[derive(Debug)]
pub struct Family {
    seed: u64,
    number: usize,
    provinces: Vec<usize>,
}

impl Family {
    /// Family `number`.
    pub fn new(seed: u64, number: usize) -> Self {
        let provinces = Random::of(&[seed, 1, number as u64]).several(SHARE, PROVINCES.len());
        Self { seed, number, provinces }
    }

    /// The year of all its documents.
    pub fn year(number: usize) -> u16 {
        YEARS[number % YEARS.len()]
    }

    /// Which of the families of its year it is, from 0.
    pub fn turn(number: usize) -> usize {
        number / YEARS.len()
    }

    /// The family whose resolution the first document of this one carries out.
    pub fn grand(seed: u64, number: usize) -> Option<usize> {
        if number.is_multiple_of(YEARS.len()) {
            return None;
        }
        let grand = Random::of(&[seed, 2, number as u64]).below(GRAND) * YEARS.len();
        (grand < number).then_some(grand)
    }

    /// Whether others may build on this family.
    pub fn is_grand(number: usize) -> bool {
        number.is_multiple_of(YEARS.len()) && number / YEARS.len() < GRAND
    }

    /// The document at a place.
    pub fn at(&self, place: usize) -> Place {
        let mut random = Random::of(&[self.seed, 3, self.number as u64, place as u64]);
        let first = self.number * FAMILY;
        let (body, kind, above, from) = match place {
            0 => return self.head(&mut random),
            1 => {
                let kind = random.pick(&[Kind::Decision, Kind::Decision, Kind::Directive, Kind::Telegram]);
                (Body::Premier, kind, vec![0], 20)
            }
            p if p < COMMITTEES_FROM => {
                let ministries = Random::of(&[self.seed, 4, self.number as u64]).several(4, MINISTRIES.len());
                let kind = random.pick(&[Kind::Plan, Kind::Decision, Kind::Letter]);
                (Body::Ministry(ministries[p - MINISTRIES_FROM]), kind, vec![1], 60)
            }
            p if p < PEOPLE_FROM => {
                let kind = random.pick(&[Kind::Plan, Kind::Plan, Kind::Directive, Kind::Resolution]);
                (Body::Committee(self.provinces[p - COMMITTEES_FROM]), kind, vec![0], 60)
            }
            p if p < DEPARTMENTS_FROM => {
                let at = p - PEOPLE_FROM;
                let committee = COMMITTEES_FROM + at;
                let above = if committee < PEOPLE_FROM { vec![committee, 1] } else { vec![1] };
                let kinds =
                    [Kind::Plan, Kind::Plan, Kind::Plan, Kind::Directive, Kind::Decision, Kind::Telegram];
                (Body::People(self.provinces[at]), random.pick(&kinds), above, 95)
            }
            p if p < LOCALS_FROM => {
                let at = p - DEPARTMENTS_FROM;
                let (share, turn) = (at % SHARE, at / SHARE);
                let departments = self.departments(share);
                let kinds = [
                    Kind::Letter,
                    Kind::Letter,
                    Kind::Letter,
                    Kind::Letter,
                    Kind::Plan,
                    Kind::Plan,
                    Kind::Notice,
                    Kind::Decision,
                ];
                let body = Body::Department(self.provinces[share], departments[turn]);
                (body, random.pick(&kinds), vec![PEOPLE_FROM + share], 130)
            }
            p => self.local(p, &mut random),
        };
        let above = above.into_iter().map(|place| first + place).collect();
        let after = from + random.below(25);
        Place { body, kind, above, after, leaf: place >= LOCALS_FROM }
    }

    fn head(&self, random: &mut Random) -> Place {
        let grand = Self::is_grand(self.number);
        let kind = if grand { Kind::Resolution } else { random.pick(&[Kind::Conclusion, Kind::Directive]) };
        Place {
            body: Body::Centre,
            kind,
            above: Self::grand(self.seed, self.number).map(|grand| grand * FAMILY).into_iter().collect(),
            after: 0,
            leaf: false,
        }
    }

    /// Departments of a province that take part, in turn.
    fn departments(&self, share: usize) -> Vec<usize> {
        let all = DEPARTMENTS.len();
        Random::of(&[self.seed, 5, self.number as u64, share as u64]).several(5, all)
    }

    fn local(&self, place: usize, random: &mut Random) -> (Body, Kind, Vec<usize>, usize) {
        let at = place - LOCALS_FROM;
        let (share, turn) = (at % SHARE, at / SHARE);
        let localities = Random::of(&[self.seed, 6, self.number as u64, share as u64])
            .several(FAMILY / SHARE, LOCALITIES.len());
        let province = self.provinces[share];
        let health = self.departments(share).iter().position(|d| DEPARTMENTS[*d].1 == "SYT");
        let kinds = [Kind::Plan, Kind::Plan, Kind::Plan, Kind::Letter, Kind::Report];
        let kind = random.pick(&kinds);
        match health {
            Some(health) if turn % 2 == 1 => {
                let above = vec![DEPARTMENTS_FROM + health * SHARE + share];
                (Body::Hospital(province, localities[turn]), kind, above, 165)
            }
            _ => (Body::Local(province, localities[turn]), kind, vec![PEOPLE_FROM + share], 165),
        }
    }
}
