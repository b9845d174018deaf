//! `vanban parse`: what each document says, as JSON.

use std::io::Write as _;

use clap::Args;

use super::arguments::{Format, Inputs, Target};
use super::notes::Notes;
use super::pipeline::for_each_document;
use super::sink::Sink;
use super::words::Lang;
use super::{Outcome, portrait};

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    /// json: one object, for several documents an array; ndjson: one object a line; table: for people
    #[arg(long, short, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    target: Target,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let format = Format::choose(arguments.format, arguments.target.output.as_deref(), Format::Json);
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    let mut written = 0_usize;
    let mut array = false;
    for_each_document(&arguments.inputs, notes, |read, several| {
        match format {
            Format::Ndjson => sink.json(&read.document, false)?,
            Format::Table => {
                let blank = if written > 0 { "\n" } else { "" };
                let look = sink.look();
                let card = look.finish(&portrait::draw(&read.document, &read.source, look));
                write!(sink, "{blank}{card}")?;
            }
            Format::Json => {
                array = several;
                if several {
                    sink.write_all(if written == 0 { b"[\n" } else { b",\n" })?;
                }
                serde_json::to_writer_pretty(&mut sink, &read.document).map_err(std::io::Error::from)?;
                if !several {
                    sink.write_all(b"\n")?;
                }
            }
        }
        written += 1;
        Ok(())
    })?;
    if format == Format::Json && (array || (written == 0 && !notes.failed())) {
        sink.write_all(if written == 0 { b"[]\n" } else { b"\n]\n" })?;
    }
    sink.finish()?;
    Ok(Outcome::Found)
}
