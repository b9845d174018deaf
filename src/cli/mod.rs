//! The program: one file per subcommand over the library's public interface, and the few things they share.
//! Data goes to stdout through one buffered writer, everything else to stderr.

mod arguments;
mod corpus;
mod corrections;
mod inputs;
mod look;
mod notes;
mod office_files;
mod pipeline;
mod progress;
mod question;
mod shelf;
mod sink;
mod words;

mod agenda;
mod answer;
mod drawing;
mod explanations;
mod headings;
mod origins;
mod portrait;
mod rows;
mod standing;
mod tree;

mod about;
mod completions;
mod coverage;
mod duties;
mod explain;
mod export;
mod forget;
mod index;
mod lint;
mod man;
mod parse;
mod query;
mod schema;
mod stats;
mod text;

use std::io;
use std::process::ExitCode;

use clap::Parser as _;
use vanban::syntax::Query;

use arguments::{Cli, Command};
use notes::Notes;

/// How a command ended, where nothing kept it from doing its work.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It found what was asked for.
    Found,
    /// Nothing, several, or nothing understood; for `lint`, warnings.
    Nothing,
    /// Somebody ended it early.
    Interrupted,
}

/// Runs the program on the arguments of the process. Exit status: 0 found, 1 nothing found, 2 wrong usage or
/// an input that could not be read. A reader that closes the pipe ends it quietly.
pub(crate) fn run() -> ExitCode {
    let Cli { command, lang, quiet, no_progress } = Cli::parse();
    let notes = &mut Notes::new(quiet, !no_progress);
    let outcome = match command {
        Command::Parse(arguments) => parse::run(&arguments, lang, notes),
        Command::Query(arguments) => query::run(&arguments, lang, notes),
        Command::ImplementedBy(arguments) => about::run(&arguments, Query::ImplementedBy, lang, notes),
        Command::Implements(arguments) => about::run(&arguments, Query::Implements, lang, notes),
        Command::CitedBy(arguments) => about::run(&arguments, Query::CitedBy, lang, notes),
        Command::Cites(arguments) => about::run(&arguments, Query::Cites, lang, notes),
        Command::Chain(arguments) => about::run(&arguments, Query::Chain, lang, notes),
        Command::Show(arguments) => about::run(&arguments, Query::Show, lang, notes),
        Command::Tasks(arguments) => duties::run(&arguments, Query::Tasks, lang, notes),
        Command::Deadlines(arguments) => duties::run(&arguments, Query::Deadlines, lang, notes),
        Command::Coverage(arguments) => coverage::run(&arguments, lang, notes),
        Command::Lint(arguments) => lint::run(&arguments, lang, notes),
        Command::Index(arguments) => index::run(&arguments, lang, notes),
        Command::Forget(arguments) => forget::run(&arguments, lang, notes),
        Command::Export(arguments) => export::run(&arguments, lang, notes),
        Command::Stats(asking) => stats::run(&asking, lang, notes),
        Command::Schema(arguments) => schema::run(&arguments, lang),
        Command::Text(arguments) => text::run(&arguments, lang, notes),
        Command::Explain(arguments) => explain::run(&arguments, lang, notes),
        Command::Completions(arguments) => completions::run(&arguments, lang),
        Command::Man(arguments) => man::run(&arguments, lang),
    };
    match outcome {
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            notes.error(&format!("{error:#}"));
            ExitCode::from(2)
        }
        Ok(Outcome::Found | Outcome::Nothing) if notes.failed() => ExitCode::from(2),
        Ok(Outcome::Found) => ExitCode::SUCCESS,
        Ok(Outcome::Nothing) => ExitCode::from(1),
        Ok(Outcome::Interrupted) => ExitCode::from(130),
    }
}

fn is_closed_pipe(error: &anyhow::Error) -> bool {
    let closed = |e: &io::Error| e.kind() == io::ErrorKind::BrokenPipe;
    error.chain().any(|cause| cause.downcast_ref::<io::Error>().is_some_and(closed))
}
