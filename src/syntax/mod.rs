//! Grammar to values: the only floor that names pest. Everything read from a few words of text is read here.

pub mod deadline;
pub mod layout;
mod mention;
pub mod moment;

pub use layout::{LabelKind, Line, LineKind};
pub use mention::Mention;
