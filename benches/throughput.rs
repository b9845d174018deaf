//! Throughput over the specimens: parsing, building the graph, answering. Run `cargo bench`; compare figures of one
//! run only, machines are noisy.

use std::fs;
use std::path::Path;

use divan::Bencher;
use divan::counter::BytesCount;
use vanban::graph::Graph;
use vanban::model::Document;
use vanban::text::Source;

fn main() {
    divan::main();
}

/// How often the specimens are repeated, so that one run is long enough to measure.
const COPIES: usize = 4;

fn texts() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts");
    let mut paths: Vec<_> = fs::read_dir(folder).expect("specimens").flatten().map(|e| e.path()).collect();
    paths.sort();
    let read = |path| Source::from_bytes(&fs::read(path).expect("a specimen")).text().to_owned();
    let texts: Vec<String> = paths.iter().map(read).collect();
    std::iter::repeat_n(texts, COPIES).flatten().collect()
}

fn bytes(texts: &[String]) -> BytesCount {
    BytesCount::new(texts.iter().map(String::len).sum::<usize>())
}

fn documents() -> Vec<Document> {
    texts().iter().map(|text| vanban::parse(&Source::from_text(text))).collect()
}

/// From text in memory to documents: the whole of parsing.
#[divan::bench(sample_count = 10)]
fn parse(bencher: Bencher<'_, '_>) {
    let texts = texts();
    bencher
        .counter(bytes(&texts))
        .bench_local(|| texts.iter().map(|text| vanban::parse(&Source::from_text(text))).collect::<Vec<_>>());
}

/// Decoding and cleaning alone.
#[divan::bench]
fn read(bencher: Bencher<'_, '_>) {
    let texts = texts();
    bencher
        .counter(bytes(&texts))
        .bench_local(|| texts.iter().map(|text| Source::from_text(text).reading().len()).sum::<usize>());
}

/// Citations alone: scan, guard, pest on windows.
#[divan::bench]
fn citations(bencher: Bencher<'_, '_>) {
    let sources: Vec<Source> = texts().iter().map(|text| Source::from_text(text)).collect();
    let texts = texts();
    bencher
        .counter(bytes(&texts))
        .bench_local(|| sources.iter().map(|source| vanban::syntax::citations(source).len()).sum::<usize>());
}

/// From documents to a graph, resolution included.
#[divan::bench]
fn build(bencher: Bencher<'_, '_>) {
    let documents = documents();
    bencher.with_inputs(|| documents.clone()).bench_local_values(Graph::build);
}

/// A question over a graph that is there already.
#[divan::bench(args = ["what implements 107-KL/TW", "chain of 230/KH-UBND", "tasks for Sở Y tế"])]
fn query(bencher: Bencher<'_, '_>, question: &str) {
    let mut documents = documents();
    vanban::resolve::resolve(&mut documents);
    let graph = Graph::build(documents);
    bencher.bench_local(|| vanban::graph::ask(&graph, question).answers.len());
}
