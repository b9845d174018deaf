//! `vanban text`: the text that all spans point into, byte for byte.

use std::io::Write as _;

use clap::Args;

use super::Outcome;
use super::arguments::{Inputs, Target};
use super::look::clean;
use super::notes::Notes;
use super::pipeline::for_each_source;
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    inputs: Inputs,
    #[command(flatten)]
    target: Target,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    for_each_source(&arguments.inputs, notes, |source| {
        let text = source.text();
        // Only a pipe or a file gets the bytes as they are: a text must not steer a terminal.
        if sink.look().terminal {
            sink.write_all(clean(text).as_bytes())?;
        } else {
            sink.write_all(text.as_bytes())?;
        }
        Ok(())
    })?;
    sink.finish()?;
    Ok(Outcome::Found)
}
