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

/// A rule that held.
pub(super) type Pair<'a> = super::pairs::Pair<'a, Rule>;

/// The same rules as functions; see `build/`.
#[allow(clippy::all, unused_variables, unused_comparisons, dead_code)]
pub(super) mod fast {
    use super::Rule;
    use crate::syntax::pairs::Run;

    include!(concat!(env!("OUT_DIR"), "/inline.rs"));
}
