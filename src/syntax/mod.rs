//! Grammar to values: the only floor that names pest. Everything read from a few words of text is read here.

pub mod deadline;
mod document_name;
pub mod layout;
mod mention;
pub mod moment;
mod plain;
mod query;

pub use document_name::DocumentName;
pub use layout::{LabelKind, Line, LineKind};
pub use mention::Mention;
pub use query::{NotUnderstood, Query, TaskFilter};
