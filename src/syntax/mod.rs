//! Grammar to values: the only floor that names pest. Everything read from a few words of text is read here.

pub mod actor;
mod amended_laws;
pub mod charge;
mod citation;
mod date;
pub mod deadline;
mod document_name;
mod error;
mod grammar;
mod guards;
mod issuing;
mod kind;
mod known_laws;
pub mod layout;
mod line_labels;
mod mention;
pub mod moment;
mod name_end;
mod number;
mod openings;
mod organ;
mod pairs;
pub mod partners;
mod place_line;
mod plain;
mod query;
mod scan;
pub mod task;
mod triggers;
mod window;
pub mod words;

pub use document_name::DocumentName;
pub use error::{ErrorKind, ParseError};
pub use kind::kind_of_symbol;
pub use layout::{LabelKind, Line, LineKind};
pub use mention::Mention;
pub use query::{DocumentFilter, Grouping, NotUnderstood, Query, TaskFilter, US};
pub use scan::{citations, citations_naively};

#[cfg(test)]
mod scan_tests;
#[cfg(test)]
mod table_tests;
#[cfg(test)]
mod written_tests;
