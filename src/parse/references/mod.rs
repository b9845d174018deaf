//! Documents that a text cites: from mentions to distinct references, what this document does to each, what they do
//! to one another, and the short forms that point to them.

mod agreement;
mod coreferences;
mod distinct;
mod flow;
mod gaps;
mod gather;
mod issuers;
mod listed;
mod merge;
mod own_acts;
mod passages;
mod points;
mod provisions;
mod quoted;
mod relations;
mod roles;

pub use gather::{Cited, OwnDocument, gather};
