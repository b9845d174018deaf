//! Indexes in a folder that goes with the test, and the comparison of one with a graph in memory.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use tempfile::TempDir;
use vanban::graph::{Graph, GraphView, Held};
use vanban::model::Document;
use vanban::resolve::resolve;
use vanban::store::{Arrival, Store, Writer};
use vanban::text::Source;

/// An index that goes with its folder.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    pub fn path(&self) -> PathBuf {
        self.folder.path().join("kho.db")
    }

    pub fn writer(&self) -> Writer {
        Writer::open(&self.path(), &mut |_| {}).expect("the index can be written")
    }

    pub fn store(&self) -> Store {
        Store::open(&self.path()).expect("the index can be read")
    }
}

/// The specimens as they arrive, parsed one by one; their places are the names of their files.
pub fn specimens() -> Vec<Arrival> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/texts");
    let mut paths: Vec<PathBuf> =
        fs::read_dir(folder).expect("the texts are readable").flatten().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().map(|path| arrival(&file_name(path), &fs::read(path).expect("a text is readable"))).collect()
}

fn file_name(path: &std::path::Path) -> String {
    path.file_name().expect("a file").to_string_lossy().into_owned()
}

/// A text as it arrives under a name.
pub fn arrival(place: &str, bytes: &[u8]) -> Arrival {
    let source = Source::from_bytes(bytes);
    let mut document = vanban::parse(&source);
    document.source.path = Some(place.to_owned());
    Arrival { place: place.to_owned(), document, text: source.text().into() }
}

/// A document made by hand as it arrives.
pub fn made(document: Document) -> Arrival {
    let place = document.source.path.clone().unwrap_or_default();
    Arrival { place, document, text: Arc::from("") }
}

/// The graph of all at once.
pub fn graph_of(arrivals: &[Arrival]) -> Graph {
    let mut documents: Vec<Document> = arrivals.iter().map(|a| a.document.clone()).collect();
    resolve(&mut documents);
    Graph::build(
        documents.into_iter().zip(arrivals).map(|(document, a)| Held { document, text: Arc::clone(&a.text) }),
    )
}

/// Everything a view tells, as text that can be compared line by line.
pub fn told(view: &dyn GraphView) -> Vec<String> {
    let mut lines = Vec::new();
    for id in view.documents() {
        let card = view.card(&id);
        let keys: Vec<String> = card
            .iter()
            .filter_map(|c| c.code.as_deref())
            .flat_map(|c| view.by_key(&vanban::graph::key_of(c)))
            .collect();
        lines.push(format!("{id} {card:?}"));
        lines.push(format!("  keys {keys:?} candidates {:?}", view.candidates(&id)));
        lines.push(format!("  claims {:?}", view.claims(&id)));
        lines.extend(view.outgoing(&id).iter().map(|hop| format!("  > {hop:?}")));
        lines.extend(view.incoming(&id).iter().map(|hop| format!("  < {hop:?}")));
        lines.extend(view.particulars(&id).iter().map(|one| format!("  = {one:?}")));
        lines.extend(view.tasks(Some(&id)).iter().map(|task| format!("  ! {task:?}")));
        lines.extend(view.deadlines(Some(&id)).iter().map(|limit| format!("  @ {limit:?}")));
    }
    lines.push(format!("{:?}", view.tasks(None).len()));
    lines.push(format!("{:?}", view.deadlines(None).len()));
    lines
}

/// Holds an index against a graph.
pub fn assert_same(store: &Store, graph: &Graph, when: &str) {
    let (ours, theirs) = (told(store), told(graph));
    store.fault().expect("the index can be read");
    for (a, b) in ours.iter().zip(&theirs) {
        assert_eq!(a, b, "{when}");
    }
    assert_eq!(ours.len(), theirs.len(), "{when}");
}
