//! `vanban schema`: the JSON Schema (2020-12) of what the program prints, made from the types it prints.

use std::io::Write as _;

use clap::{Args, ValueEnum};
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use vanban::model::{Answer, Document, GraphRecord};

use super::Outcome;
use super::arguments::Target;
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Which output
    #[arg(value_enum, default_value_t)]
    of: Output,
    #[command(flatten)]
    target: Target,
}

#[derive(Debug, Clone, Copy, Default, ValueEnum)]
enum Output {
    /// `vanban.document.v1`, of `parse`
    #[default]
    Document,
    /// `vanban.answer.v1`, of questions
    Answer,
    /// `vanban.graph.v1`, of `export`
    Graph,
    /// The tables of an index, as SQL
    Index,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang) -> anyhow::Result<Outcome> {
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    let schema = match arguments.of {
        Output::Document => of::<Document>(),
        Output::Answer => of::<Answer>(),
        Output::Graph => of::<GraphRecord>(),
        Output::Index => {
            sink.write_all(vanban::store::SCHEMA.as_bytes())?;
            sink.finish()?;
            return Ok(Outcome::Found);
        }
    };
    sink.json(&schema, true)?;
    sink.finish()?;
    Ok(Outcome::Found)
}

/// The schema of what is written, so that keys which are always there are required even where they may be null.
fn of<T: JsonSchema>() -> Schema {
    SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<T>()
}
