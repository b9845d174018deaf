//! From a text to a document: layout, header, citations, relations, tasks, deadlines, diagnostics. Total: any
//! text at all gives a document.

pub mod outline;
