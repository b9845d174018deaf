//! Memory: what a graph holds beside its documents, counted by the allocator; of the program that reads a stream, its peak.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use allocation_counter::measure;
use serde_json::json;
use vanban::graph::{Graph, GraphView as _, Held};
use vanban::model::Document;
use vanban::text::Source;

use crate::generator::Corpus;
use crate::material::SEED;
use crate::program::Run;
use crate::table::{Table, number};
use crate::{Options, material};

/// The rows of this module.
pub fn rows(table: &mut Table, options: &Options) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("stream.ndjson");
    let count = stream(&file, if options.full { 360_000_000 } else { 12_000_000 });
    let size = number(megabytes(std::fs::metadata(&file).map_or(0, |data| data.len())));
    let arguments = |command: &'static str| -> Vec<&std::ffi::OsStr> {
        vec![command.as_ref(), "--from".as_ref(), "ndjson".as_ref(), file.as_os_str()]
    };
    let mut parse = arguments("parse");
    parse.extend(["--format", "ndjson"].map(std::ffi::OsStr::new));
    let peak = megabytes(Run::of(&parse).peak);
    table.at_most(&format!("parse of a stream of {size} MB, peak"), 64.0, peak, " MB", "");
    let peak = megabytes(Run::of(&arguments("stats")).peak);
    let documents = documents(if options.full { 10_000 } else { 1_000 });
    let index = edges(table, &documents);
    let (counted, resident) = held(table, &documents[..1_000]);
    #[allow(clippy::cast_precision_loss)]
    let all = |each: f64| (each + index) * count as f64 / 1e6;
    let graph = all(resident);
    let notes = format!(
        " ({} MB, the graph {} MB, {} MB without the allocator's share)",
        number(peak),
        number(graph),
        number(all(counted))
    );
    table.at_most(
        &format!("graph of a stream of {size} MB, peak above it"),
        64.0,
        peak - graph,
        " MB",
        &notes,
    );
}

/// Generated documents with their texts, resolved together.
fn documents(count: usize) -> Vec<Held> {
    let texts = material::documents(count);
    let mut documents: Vec<_> = texts.iter().map(|text| vanban::parse(&Source::from_text(text))).collect();
    vanban::resolve::resolve(&mut documents);
    documents.into_iter().zip(texts).map(Held::from).collect()
}

/// What a graph holds beside its documents and their texts, by edge; returns it by document.
#[allow(clippy::cast_precision_loss)]
fn edges(table: &mut Table, documents: &[Held]) -> f64 {
    let weighed = |kept: fn(&mut Document)| {
        let mut all = documents.to_vec();
        for held in &mut all {
            kept(&mut held.document);
        }
        let mut graph = None;
        // The documents go from one list to another; what is new is the graph's own.
        let weight = measure(|| graph = Some(Graph::build(all)));
        (graph.expect("built"), weight.bytes_current as f64)
    };
    let (graph, own) = weighed(|_| {});
    let (_, nodes) = weighed(|document| {
        document.references.clear();
        document.relations.clear();
    });
    let edges: usize = graph.documents().iter().map(|id| graph.outgoing(id).len()).sum();
    let count = documents.len() as f64;
    let notes = format!(" ({edges} edges between documents; without evidence)");
    table.at_most("graph beside its documents, by edge", 64.0, own / edges as f64, " bytes", &notes);
    let share = format!(
        "{} bytes by edge; the nodes, their ids and keys {} bytes by document",
        number((own - nodes) / edges as f64),
        number(nodes / count)
    );
    table.told("of this what edges and stubs add", &share);
    let written = graph.wire().edges.len();
    let share = format!("{} bytes ({written} edges)", number(own / written as f64));
    table.told("the same by edge as written out, tasks too", &share);
    own / count
}

/// What the documents of a graph take as the program keeps them, by document: as asked of the allocator, and as it stands in
/// memory where the system tells.
#[allow(clippy::cast_precision_loss)]
fn held(table: &mut Table, documents: &[Held]) -> (f64, f64) {
    let copy = || -> Vec<Held> {
        let outlined = |held: &Held| Held {
            document: Document { sections: Vec::new(), ..held.document.clone() },
            text: held.text.as_ref().into(),
        };
        documents.iter().map(outlined).collect()
    };
    // The first copies fill the room that others have left.
    let first: Vec<Vec<Held>> = (0..8).map(|_| copy()).collect();
    let before = resident();
    let mut last = Vec::new();
    let count = documents.len() as f64;
    let counted = measure(|| last = copy()).bytes_current as f64 / count;
    let resident = (resident() - before) / count;
    drop((first, last));
    let text = documents.iter().map(|held| held.text.len()).sum::<usize>() as f64 / count;
    let all =
        format!("{} bytes ({} in memory), the text {}", number(counted), number(resident), number(text));
    table.told("a document as a graph of the program keeps it", &all);
    (counted, resident.max(counted))
}

/// Bytes of this process that are in memory; 0 where the system does not tell.
#[allow(clippy::cast_precision_loss)]
fn resident() -> f64 {
    let told = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = told.lines().find_map(|line| line.strip_prefix("VmRSS:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<u32>().ok());
    kilobytes.map_or(0.0, |n| f64::from(n) * 1024.0)
}

/// A file of `{"id", "text"}` lines of at least so many bytes; how many documents.
fn stream(path: &Path, size: usize) -> usize {
    let mut sink = BufWriter::new(File::create(path).expect("a file"));
    let (mut written, mut count) = (0, 0);
    while written < size {
        let document = Corpus::new(SEED).document(count);
        let line = json!({ "id": document.id, "text": document.text }).to_string();
        writeln!(sink, "{line}").expect("written");
        written += line.len() + 1;
        count += 1;
    }
    sink.flush().expect("written");
    count
}

#[allow(clippy::cast_precision_loss)]
fn megabytes(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}
