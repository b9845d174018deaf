//! What questions are put to: the documents named, resolved together, their graph, and the texts behind it.

use clap::Args;
use vanban::graph::{Graph, Held};
use vanban::model::Document;
use vanban::resolve::Resolver as _;

use super::arguments::Inputs;
use super::notes::Notes;
use super::pipeline::for_each_document;
use super::shelf::Shelf;

/// The documents a question is put to.
#[derive(Debug, Args)]
pub(crate) struct CorpusArguments {
    #[command(flatten)]
    pub(crate) inputs: Inputs,
    /// Also documents marked mật, tối mật, tuyệt mật that are not named themselves
    #[arg(long)]
    include_classified: bool,
}

/// The graph and the texts its evidence stands in.
pub(crate) struct Corpus {
    pub(crate) graph: Graph,
    pub(crate) shelf: Shelf,
}

/// Reads, resolves and links the documents. One marked mật that only lies in a folder is left out, with a note.
///
/// # Errors
/// See [`for_each_document`].
pub(crate) fn load(arguments: &CorpusArguments, notes: &mut Notes) -> anyhow::Result<Corpus> {
    let mut documents: Vec<Document> = Vec::new();
    let mut texts: Vec<String> = Vec::new();
    let mut secret = 0;
    for_each_document(&arguments.inputs, notes, |read, _| {
        if read.document.is_classified() && !read.named && !arguments.include_classified {
            secret += 1;
        } else {
            documents.push(read.document);
            texts.push(read.source.text().to_owned());
        }
        Ok(())
    })?;
    if secret > 0 {
        let them = if secret == 1 {
            "1 document marked mật was".to_owned()
        } else {
            format!("{secret} documents marked mật were")
        };
        notes.note(&format!(
            "{them} left out; name the file itself or use --include-classified to take it in"
        ));
    }
    arguments.inputs.resolver().resolve(&mut documents);
    for idle in arguments.inputs.corrections.iter().flat_map(|corrections| corrections.idle(&documents)) {
        notes.note(&format!("the correction of `{idle}` meets nothing in what was read"));
    }
    let mut shelf = Shelf::default();
    let graph = Graph::build(documents.into_iter().zip(texts).map(|(document, text)| {
        shelf.keep(&document, text.clone());
        Held { document, text: text.into() }
    }));
    Ok(Corpus { graph, shelf })
}
