//! `vanban man`: the manual page, and one for each subcommand.

use clap::{Args, CommandFactory as _};
use clap_mangen::Man;

use super::Outcome;
use super::arguments::{Cli, Target};
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// The page of this subcommand
    subcommand: Option<String>,
    #[command(flatten)]
    target: Target,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang) -> anyhow::Result<Outcome> {
    let mut command = Cli::command();
    command.build();
    let page = match &arguments.subcommand {
        None => Man::new(command),
        Some(name) => {
            let Some(found) = command.find_subcommand(name).cloned() else {
                anyhow::bail!("there is no subcommand `{name}`; `vanban --help` lists them");
            };
            Man::new(found).title(format!("vanban-{name}"))
        }
    };
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    page.render(&mut sink)?;
    sink.finish()?;
    Ok(Outcome::Found)
}
