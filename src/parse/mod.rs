//! From a text to a document: layout, header, citations, relations, tasks, deadlines, diagnostics. Total: any
//! text at all gives a document.

mod grid;
pub mod outline;
mod paragraphs;
mod parts;
mod titles;
mod tree;
mod zones;
