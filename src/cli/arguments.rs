//! The command line as clap reads it: the subcommands and the options they share.

use std::num::NonZeroUsize;
use std::path::{Path, PathBuf};

use clap::{Args, Parser, Subcommand, ValueEnum};
use vanban::resolve::{Corrected, Corrections};

use super::words::Lang;
use super::{
    about, completions, corrections, coverage, duties, explain, export, forget, index, lint, man, parse,
    query, question, schema, text,
};

/// Reads Vietnamese state and Party documents into typed structures, and answers what implements what.
#[derive(Debug, Parser)]
#[command(name = "vanban", version, max_term_width = 100)]
#[command(
    after_help = "Exit status: 0 found, 1 nothing found (lint: warnings), 2 wrong usage or an unreadable input."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
    /// Language of the words around the data
    #[arg(long, global = true, value_enum, default_value_t, env = "VANBAN_LANG", hide_env_values = true)]
    pub(crate) lang: Lang,
    /// No notes and no progress on stderr; errors stay
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
    /// No progress on stderr; notes stay
    #[arg(long, global = true)]
    pub(crate) no_progress: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Print what each document says, as JSON
    Parse(parse::Arguments),
    /// Ask in Vietnamese or English: what implements Kết luận 107-KL/TW
    Query(query::Arguments),
    /// Which documents carry out this one, directly and through others
    ImplementedBy(about::Arguments),
    /// Which documents this one carries out, directly and through others
    Implements(about::Arguments),
    /// Which documents cite this one
    CitedBy(about::Arguments),
    /// Which documents this one cites
    Cites(about::Arguments),
    /// Up to the roots of a document and down to its leaves
    Chain(about::Arguments),
    /// Everything known of one document, held or only cited
    Show(about::Arguments),
    /// Who must do what
    Tasks(duties::Arguments),
    /// What is due when, in order of time
    Deadlines(duties::Arguments),
    /// By province or unit: what carries a directive out, and after how many days
    Coverage(coverage::Arguments),
    /// Point at what looks wrong in documents and between them
    Lint(lint::Arguments),
    /// Build an index of documents on disk, or bring one up to date
    Index(index::Arguments),
    /// Remove a document and its texts from an index for good
    Forget(forget::Arguments),
    /// Write the graph for other programs
    Export(export::Arguments),
    /// Count documents, relations, tasks
    Stats(question::Asking),
    /// Print the JSON Schema of an output
    Schema(schema::Arguments),
    /// Print the text that all spans point into
    Text(text::Arguments),
    /// Tell what a diagnostic code means and what to do
    Explain(explain::Arguments),
    /// Print a completion script for a shell
    Completions(completions::Arguments),
    /// Print the manual page
    Man(man::Arguments),
}

/// Which documents to read.
#[derive(Debug, Clone, Args)]
pub(crate) struct Inputs {
    /// Files, folders (their .txt files, in byte order of the paths), or `-` for stdin
    #[arg(value_name = "PATH", required_unless_present = "db")]
    pub(crate) paths: Vec<PathBuf>,
    /// An index made by `vanban index`, instead of PATH (for `index` itself: where it is written)
    #[arg(long, value_name = "FILE")]
    pub(crate) db: Option<PathBuf>,
    /// What the files hold
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    pub(crate) from: Form,
    /// Threads to read with [default: one a processor]; the output does not depend on it
    #[arg(long, short, value_name = "N")]
    pub(crate) jobs: Option<NonZeroUsize>,
    /// What a person has set right (TOML): citations, names of bodies, files to keep apart
    #[arg(long, value_name = "FILE", value_parser = corrections::read)]
    pub(crate) corrections: Option<Corrections>,
}

impl Inputs {
    /// Who decides which document is meant: the default resolver, corrected by hand.
    pub(crate) fn resolver(&self) -> Corrected {
        Corrected::new(self.corrections.clone().unwrap_or_default())
    }
}

/// What an input holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(crate) enum Form {
    /// One document a file
    #[default]
    Txt,
    /// One `{"id": ..., "text": ...}` a line; `source.id` echoes the id
    Ndjson,
}

/// Where data goes.
#[derive(Debug, Args)]
pub(crate) struct Target {
    /// Write to FILE, whole or not at all; its ending chooses the format
    #[arg(long, short, value_name = "FILE")]
    pub(crate) output: Option<PathBuf>,
}

/// How an answer is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// For people
    Table,
    /// One JSON value, indented
    Json,
    /// JSON on one line
    Ndjson,
}

impl Format {
    /// The format asked for, else the one the file's ending names, else `otherwise`.
    pub(crate) fn choose(asked: Option<Self>, output: Option<&Path>, otherwise: Self) -> Self {
        asked.or_else(|| output.and_then(Self::of_ending)).unwrap_or(otherwise)
    }

    fn of_ending(path: &Path) -> Option<Self> {
        match path.extension()?.to_str()?.to_ascii_lowercase().as_str() {
            "json" => Some(Self::Json),
            "ndjson" | "jsonl" => Some(Self::Ndjson),
            "txt" => Some(Self::Table),
            _ => None,
        }
    }
}
