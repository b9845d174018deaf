//! Realistic documents in any number, with what is true of them: for scale, and for checking answers at scale.
//!
//! Document `n` is a function of the seed and `n` alone. Documents come in families of [`FAMILY`]: a directive of the
//! Party, the Government's decision on it, plans of ministries and provinces, letters of departments, plans and reports
//! of communes and hospitals. Who carries out whom is known before a word is written.

// Each program that includes this folder uses a part of it.
#![allow(dead_code, unused_imports)]

mod bodies;
mod calendar;
mod citing;
mod corpus;
mod facts;
mod family;
mod kinds;
mod letterhead;
mod page;
mod phrases;
mod places;
mod plan;
mod random;
mod tail;
mod tasks;
mod texts;
mod topics;
mod units;

pub use corpus::{Corpus, Dispatch};
pub use facts::Facts;
pub use family::FAMILY;
pub use random::Random;
