//! The measure of the scan: the rule of the grammar tried at every letter by pest alone.

#![allow(missing_docs, clippy::pedantic)]

use pest::Parser;

/// `(citation | ANY)*` over the grammar of citations.
#[derive(pest_derive::Parser)]
#[grammar = "../grammar/lexical.pest"]
#[grammar = "../grammar/number.pest"]
#[grammar = "../grammar/date.pest"]
#[grammar = "../grammar/organ.pest"]
#[grammar = "../grammar/citation.pest"]
#[grammar_inline = "every_citation = { (citation | ANY)* }\n"]
struct NaiveParser;

/// Citations found; the text is in lower case, as the grammar expects.
pub fn citations(lower: &str) -> usize {
    NaiveParser::parse(Rule::every_citation, lower).map_or(0, |pairs| pairs.flatten().count())
}
