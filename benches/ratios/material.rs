//! The texts that are measured.

use vanban::text::Source;

use crate::generator::Corpus;

/// The seed of all that is measured.
pub const SEED: u64 = 1;

/// The first generated documents.
pub fn documents(count: usize) -> Vec<String> {
    (0..count).map(|n| Corpus::new(SEED).document(n).text).collect()
}

/// The paragraphs of generated documents that cite by number: dense text.
pub fn dense(size: usize) -> String {
    let mut text = String::new();
    for n in 0.. {
        let document = Corpus::new(SEED).document(n).text;
        let cites = |paragraph: &&str| paragraph.contains(" số ") && paragraph.contains(" ngày ");
        for paragraph in document.split("\n\n").filter(cites) {
            text.push_str(paragraph);
            text.push_str("\n\n");
        }
        if text.len() >= size {
            break;
        }
    }
    text
}

/// Bytes of all texts.
pub fn bytes(texts: &[String]) -> usize {
    texts.iter().map(String::len).sum()
}

/// Reads one text from beginning to end; a figure that depends on the outcome.
pub fn parse(text: &str) -> usize {
    vanban::parse(&Source::from_text(text)).references.len()
}
