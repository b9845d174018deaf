//! Reads Vietnamese state and Party documents into typed structures and links them into a graph.

pub mod export;
pub mod graph;
pub mod model;
#[cfg(feature = "office")]
pub mod office;
pub mod parse;
pub mod registry;
pub mod resolve;
#[cfg(feature = "store")]
pub mod store;
pub mod syntax;
pub mod text;

use model::Document;
use text::Source;

/// Reads one document: typed, with evidence, its own identity and those of what it cites decided as far as its own
/// text allows. Any text at all gives a document; what is odd about it is told in its diagnostics.
///
/// ```
/// use vanban::text::Source;
///
/// let document = vanban::parse(&Source::from_text("Số: 230/KH-UBND\n\nKẾ HOẠCH\nTriển khai Quyết định số 534/QĐ-TTg"));
/// assert_eq!(document.schema, "vanban.document.v1");
/// ```
pub fn parse(source: &Source) -> Document {
    let mut document = parse::document(source);
    resolve::resolve(std::slice::from_mut(&mut document));
    document
}

/// The examples of README, which must run.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
