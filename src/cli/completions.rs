//! `vanban completions`: a script that lets a shell complete the program's words.

use clap::{Args, CommandFactory as _};
use clap_complete::Shell;

use super::Outcome;
use super::arguments::{Cli, Target};
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[arg(value_enum)]
    shell: Shell,
    #[command(flatten)]
    target: Target,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang) -> anyhow::Result<Outcome> {
    use std::io::Write as _;
    // clap_complete panics where a write fails; memory does not fail.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut Cli::command(), "vanban", &mut script);
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    sink.write_all(&script)?;
    sink.finish()?;
    Ok(Outcome::Found)
}
