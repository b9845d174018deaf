//! The documents of a seed, one by one, in constant memory.

use super::facts::{self, Facts};
use super::family::FAMILY;
use super::plan::Plan;
use super::random::Random;
use super::texts::{self, Written};

/// All documents of a seed.
#[derive(Debug, Clone, Copy)]
pub struct Corpus {
    seed: u64,
}

/// A document as it is handed on.
#[derive(Debug)]
pub struct Dispatch {
    /// Which one: `g-0000017`, also the name of its file.
    pub id: String,
    /// Its text.
    pub text: String,
}

/// One document in so many mentions another of its family in passing.
const ASIDE_ONE_IN: usize = 12;

impl Corpus {
    /// The documents of a seed.
    pub const fn new(seed: u64) -> Self {
        Self { seed }
    }

    /// Document `n`.
    pub fn document(self, n: usize) -> Dispatch {
        let plan = Plan::of(self.seed, n);
        let mut text = self.written(plan.copy_of.unwrap_or(n)).text;
        if plan.copy_of.is_some() {
            // Another copy of the same document: typed off with another last line.
            text.push_str("\n(Bản điện tử)\n");
        }
        Dispatch { id: format!("g-{n:07}"), text }
    }

    /// What is true of document `n` by itself; None for one that only copies another.
    pub fn facts(self, n: usize) -> Option<Facts> {
        let plan = self.plan(n);
        plan.copy_of.is_none().then(|| facts::of(self, &plan, &self.written(n)))
    }

    /// How many of the first `count` documents carry out each of them, directly or through others, the marked mật left
    /// out: told for one family at a time and at the end for the resolutions that reach over families.
    pub fn reached(self, count: usize, each: impl FnMut(usize, usize)) {
        facts::reached(self, count, each);
    }

    pub(super) fn plan(self, n: usize) -> Plan {
        Plan::of(self.seed, n)
    }

    pub(super) const fn seed(self) -> u64 {
        self.seed
    }

    fn written(self, n: usize) -> Written {
        let plan = self.plan(n);
        let above: Vec<Plan> = plan.place.above.iter().map(|above| self.plan(*above)).collect();
        let mut random = Random::of(&[self.seed, 30, n as u64]);
        let first = n - n % FAMILY;
        let aside =
            (n - first > 30 && random.one_in(ASIDE_ONE_IN)).then(|| self.plan(first + random.between(2, 6)));
        texts::write(self.seed, &plan, &above, aside.as_ref())
    }
}
