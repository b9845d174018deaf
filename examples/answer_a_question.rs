//! Puts a typed question to a graph, without any text, and walks through the proof of every step.
//!
//! ```console
//! $ cargo run --example answer_a_question -- 107-KL/TW
//! ```

use std::error::Error;
use std::fs;

use vanban::graph::{Graph, answer};
use vanban::model::AnswerItem;
use vanban::syntax::Query;
use vanban::text::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let number = std::env::args().nth(1).unwrap_or_else(|| "107-KL/TW".to_owned());
    let mut documents = Vec::new();
    let mut texts = Vec::new();
    for entry in fs::read_dir("corpus/texts")? {
        let source = Source::from_bytes(&fs::read(entry?.path())?);
        documents.push(vanban::parse(&source));
        texts.push(source.text().to_owned());
    }
    vanban::resolve::resolve(&mut documents);
    let graph = Graph::build(documents.into_iter().zip(texts));

    let found = answer(&graph, &Query::ImplementedBy(number));
    println!("{:?}", found.status);
    for item in &found.answers {
        let AnswerItem::Document { document, depth, path } = item else { continue };
        println!("{}{}", "  ".repeat(*depth), document.id);
        for proof in path.iter().take(1).flat_map(|hop| &hop.evidence) {
            println!("{}“{}”", "  ".repeat(depth + 1), proof.text);
        }
    }
    Ok(())
}
