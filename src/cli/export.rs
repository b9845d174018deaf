//! `vanban export`: the graph, or its picture, for other programs.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::Outcome;
use super::arguments::Target;
use super::corpus::{CorpusArguments, load};
use super::notes::Notes;
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    corpus: CorpusArguments,
    /// Form of the graph [default: by the ending of FILE, else json]
    #[arg(long, short, value_enum)]
    format: Option<GraphFormat>,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum GraphFormat {
    /// `vanban.graph.v1`, documents, bodies and tasks with all evidence
    Json,
    /// Graphviz: the documents and what they do to one another
    Dot,
}

impl GraphFormat {
    fn of_ending(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "dot" | "gv" => Some(Self::Dot),
            _ => None,
        }
    }
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let path = arguments.target.output.as_deref();
    let format =
        arguments.format.or_else(|| path.and_then(GraphFormat::of_ending)).unwrap_or(GraphFormat::Json);
    let mut sink = Sink::open(path, lang)?;
    let graph = load(&arguments.corpus, notes)?.into_graph()?;
    match format {
        GraphFormat::Json => vanban::export::json(&graph.to_write(), &mut sink)?,
        GraphFormat::Dot => vanban::export::dot(&graph.wire(), &mut sink)?,
    }
    sink.finish()?;
    Ok(Outcome::Found)
}
