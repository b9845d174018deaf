//! The inline grammar: numbers, dates, organs and citations, over the text of a window.

// The derive macro makes one enum of all rules; their documentation stands in the grammar files.
#![allow(missing_docs, clippy::pedantic)]

/// Parser of `grammar/{lexical,number,date,organ,citation}.pest`.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/lexical.pest"]
#[grammar = "../grammar/number.pest"]
#[grammar = "../grammar/date.pest"]
#[grammar = "../grammar/organ.pest"]
#[grammar = "../grammar/citation.pest"]
pub(super) struct InlineParser;
