//! Memory: of a graph by its edges, counted by the allocator; of the program that reads a stream, by its peak.

use std::fs::File;
use std::io::{BufWriter, Write as _};
use std::path::Path;

use allocation_counter::measure;
use serde_json::json;
use vanban::graph::{Graph, GraphView as _};
use vanban::text::Source;

use crate::generator::Corpus;
use crate::material::SEED;
use crate::program::Run;
use crate::table::{Table, number};
use crate::{Options, material};

/// The rows of this module.
pub fn rows(table: &mut Table, options: &Options) {
    let held = edges(table, if options.full { 10_000 } else { 2_000 });
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

/// Bytes of a graph by edge; returns those by document.
#[allow(clippy::cast_precision_loss)]
fn edges(table: &mut Table, count: usize) -> f64 {
    // What is built once for all documents is built before it is counted.
    material::parse(&Corpus::new(SEED).document(0).text);
    let build = |with_texts: bool| {
        let corpus = Corpus::new(SEED);
        let mut graph = None;
        let weight = measure(|| {
            let texts = (0..count).map(|n| corpus.document(n).text);
            let (mut documents, texts): (Vec<_>, Vec<_>) =
                texts.map(|text| (vanban::parse(&Source::from_text(&text)), text)).unzip();
            vanban::resolve::resolve(&mut documents);
            graph = Some(if with_texts {
                Graph::build(documents.into_iter().zip(texts))
            } else {
                Graph::build(documents)
            });
        });
        (graph.expect("built"), weight.bytes_current as f64)
    };
    let (graph, bytes) = build(true);
    let (mut edges, mut texts) = (0_usize, 0_usize);
    for id in graph.documents() {
        for hop in graph.outgoing(&id) {
            edges += 1;
            texts += hop.evidence.iter().map(|evidence| evidence.text.len()).sum::<usize>();
        }
        texts += graph.particulars(&id).iter().map(|one| one.text.len()).sum::<usize>();
    }
    let each = (bytes - texts as f64) / edges as f64;
    let notes = format!(
        " (with tasks, headers and all else that is held; {} edges, {} MB, {} MB of them texts)",
        edges,
        number(bytes / 1e6),
        number(texts as f64 / 1e6)
    );
    table.at_most("graph without texts, by edge", 64.0, each, " bytes", &notes);
    bytes / count as f64
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
