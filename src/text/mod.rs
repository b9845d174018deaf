//! Bytes to text that can be trusted: decoding, the cleaned reading of a text with its way back to the
//! bytes as they came, folding for comparison, lines and spans. The lowest floor: it knows no document.

mod decode;
mod fold;
mod letters;
mod lines;
mod reading;
mod sentence;
mod source;
mod span;
mod untidy;

pub use decode::{Encoding, decode};
pub use fold::{bare, bare_into, fold, lower, slug, tidy};
pub(crate) use letters::string;
pub use letters::{after_letters, is_capitals, is_letter, is_letter_or_digit};
pub use lines::{LineIndex, Position};
pub use reading::OffsetMap;
pub use sentence::sentence_of;
pub use source::{Source, sha256_of};
pub use span::Span;
