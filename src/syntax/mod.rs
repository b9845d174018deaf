//! Grammar to values: the only floor that names pest. Everything read from a few words of text is read here.

mod mention;

pub use mention::Mention;
