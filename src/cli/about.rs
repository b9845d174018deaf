//! `vanban implemented-by`, `implements`, `cited-by`, `cites`, `chain`, `show`: questions about one document.

use clap::Args;
use vanban::graph::answer_for;
use vanban::syntax::Query;

use super::Outcome;
use super::notes::Notes;
use super::question::{Asking, put};
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Anything that names a document: `107-KL/TW`, `230/KH-UBND của UBND tỉnh Cà Mau`, a canonical id
    #[arg(value_name = "ID")]
    target: String,
    #[command(flatten)]
    asking: Asking,
}

/// Asks `about` the document named.
pub(crate) fn run(
    arguments: &Arguments,
    about: fn(String) -> Query,
    lang: Lang,
    notes: &mut Notes,
) -> anyhow::Result<Outcome> {
    let query = about(arguments.target.clone());
    put(&arguments.asking, lang, notes, |desk, asker| answer_for(desk, &query, asker))
}
