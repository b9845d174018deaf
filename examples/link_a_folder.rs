//! Links the texts of a folder and prints what implements a document: the library's shortest whole way.
//!
//! ```console
//! $ cargo run --example link_a_folder -- corpus/texts 107-KL/TW
//! ```

use std::error::Error;
use std::fs;

use vanban::graph::{Graph, ask};
use vanban::text::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "corpus/texts".to_owned());
    let number = arguments.next().unwrap_or_else(|| "107-KL/TW".to_owned());

    let mut documents = Vec::new();
    let mut texts = Vec::new();
    for entry in fs::read_dir(folder)? {
        let source = Source::from_bytes(&fs::read(entry?.path())?);
        documents.push(vanban::parse(&source));
        texts.push(source.text().to_owned());
    }
    vanban::resolve::resolve(&mut documents);
    let graph = Graph::build(documents.into_iter().zip(texts));
    let answer = ask(&graph, &format!("what implements {number}"));
    println!("{}", serde_json::to_string_pretty(&answer)?);
    Ok(())
}
