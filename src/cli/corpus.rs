//! What questions are put to: the documents named, resolved together, their graph, and the texts behind it; or an index.

use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use clap::Args;
use vanban::graph::{Graph, GraphView, Held};
use vanban::model::Document;
use vanban::resolve::Resolver as _;
use vanban::store::{Store, StoreError, Writer};

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
    pub(crate) include_classified: bool,
}

/// The graph and the texts its evidence stands in.
pub(crate) struct Corpus {
    kept: Kept,
    pub(crate) shelf: Shelf,
}

enum Kept {
    Memory(Box<Graph>),
    Disk(Rc<Store>),
}

impl Corpus {
    /// What a question is asked of.
    pub(crate) fn view(&self) -> &dyn GraphView {
        match &self.kept {
            Kept::Memory(graph) => graph.as_ref(),
            Kept::Disk(store) => store.as_ref(),
        }
    }

    /// Whether everything could be read that was asked for; before that no answer is shown.
    ///
    /// # Errors
    /// What is wrong with the index.
    pub(crate) fn fault(&self) -> Result<(), StoreError> {
        match &self.kept {
            Kept::Memory(_) => Ok(()),
            Kept::Disk(store) => store.fault(),
        }
    }

    /// All of it as a graph in memory.
    ///
    /// # Errors
    /// What is wrong with the index.
    pub(crate) fn into_graph(self) -> Result<Graph, StoreError> {
        match self.kept {
            Kept::Memory(graph) => Ok(*graph),
            Kept::Disk(store) => {
                let held = store.held()?.map(|one| one.map(|Held { document, text }| (document, text)));
                let (documents, texts): (Vec<_>, Vec<_>) = held.collect::<Result<_, _>>()?;
                Ok(Graph::of(documents, texts))
            }
        }
    }
}

/// Reads, resolves and links the documents, or opens the index. A document marked mật that only lies in a folder is left
/// out, with a note.
///
/// # Errors
/// See [`for_each_document`] and [`Store::open`].
pub(crate) fn load(arguments: &CorpusArguments, notes: &mut Notes) -> anyhow::Result<Corpus> {
    let corrected = arguments.inputs.corrections.is_some();
    match &arguments.inputs.db {
        Some(path) if !corrected => {
            let store = Rc::new(Store::open(path)?);
            Ok(Corpus { shelf: Shelf::of(Rc::clone(&store)), kept: Kept::Disk(store) })
        }
        _ => read(arguments, notes),
    }
}

fn read(arguments: &CorpusArguments, notes: &mut Notes) -> anyhow::Result<Corpus> {
    let mut documents: Vec<Document> = Vec::new();
    let mut texts: Vec<Arc<str>> = Vec::new();
    let mut secret = 0;
    for_each_document(&arguments.inputs, notes, |read, _| {
        if read.document.is_classified() && !read.named && !arguments.include_classified {
            secret += 1;
        } else {
            documents.push(snug(read.document));
            texts.push(read.source.text().into());
        }
        Ok(())
    })?;
    tell_secret(secret, notes);
    arguments.inputs.resolver().resolve(&mut documents);
    for idle in arguments.inputs.corrections.iter().flat_map(|corrections| corrections.idle(&documents)) {
        notes.note(&format!("the correction of `{idle}` meets nothing in what was read"));
    }
    let mut shelf = Shelf::default();
    for (document, text) in documents.iter().zip(&texts) {
        shelf.keep(document, Arc::clone(text));
    }
    Ok(Corpus { kept: Kept::Memory(Box::new(Graph::of(documents, texts))), shelf })
}

/// A document that is kept to answer questions, in no more memory than it needs: no question asks for its outline, and
/// lists that grow by doubling leave a third of the rest empty, where a copy is as long as what it holds.
pub(crate) fn snug(document: Document) -> Document {
    Document { sections: Vec::new(), ..document }.clone()
}

/// Opens an index for writing; tells whom it waits for.
///
/// # Errors
/// See [`Writer::open`].
pub(crate) fn open_to_write(path: &Path, notes: &Notes) -> Result<Writer, StoreError> {
    let waiting = |holder: &str| notes.note(&format!("waiting for {holder}, which is writing to this index"));
    Writer::open(path, &mut { waiting })
}

/// Notes that documents marked mật are not among those taken in.
pub(crate) fn tell_secret(secret: usize, notes: &Notes) {
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
}
