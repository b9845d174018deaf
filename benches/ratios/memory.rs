//! Memory: what edges add to a graph, counted by the allocator; of the program that reads a stream, by its peak.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use allocation_counter::measure;
use serde_json::json;
use vanban::graph::{Graph, GraphView as _};
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
    let held = edges(table, if options.full { 10_000 } else { 1_000 });
    #[allow(clippy::cast_precision_loss)]
    let graph = held * count as f64 / 1e6;
    let notes = format!(" ({} MB, the graph {} MB)", number(peak), number(graph));
    table.at_most(
        &format!("graph of a stream of {size} MB, peak above it"),
        64.0,
        peak - graph,
        " MB",
        &notes,
    );
}

/// What edges add to a graph, by edge; returns what the whole graph takes, by document.
#[allow(clippy::cast_precision_loss)]
fn edges(table: &mut Table, count: usize) -> f64 {
    let texts = material::documents(count);
    let mut documents: Vec<_> = texts.iter().map(|text| vanban::parse(&Source::from_text(text))).collect();
    vanban::resolve::resolve(&mut documents);
    let weighed = |kept: fn(&mut Document)| {
        let mut graph = None;
        let weight = measure(|| {
            let mut documents = documents.clone();
            documents.iter_mut().for_each(kept);
            graph = Some(Graph::build(documents));
        });
        (graph.expect("built"), weight.bytes_current as f64)
    };
    let (_, whole) = weighed(|_| {});
    let (linked, with) = weighed(|document| {
        document.tasks.clear();
        document.deadlines.clear();
        document.sections.clear();
    });
    let (_, without) = weighed(|document| {
        *document = Document { references: Vec::new(), relations: Vec::new(), ..std::mem::take(document) };
        document.tasks.clear();
        document.deadlines.clear();
        document.sections.clear();
        document.citations.clear();
        document.coreferences.clear();
    });
    let edges: usize = linked.documents().iter().map(|id| linked.outgoing(id).len()).sum();
    let each = (with - without) / edges as f64;
    let notes = format!(" ({edges} edges, without texts)");
    table.at_most("what references add to a graph, by edge", 64.0, each, " bytes", &notes);
    let by_document = whole / count as f64;
    let all = format!(
        "{} bytes, a text {}",
        number(by_document),
        number(material::bytes(&texts) as f64 / count as f64)
    );
    table.told("a graph without texts, by document", &all);
    by_document
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
