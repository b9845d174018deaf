//! `vanban forget`: removes a document and its texts from an index for good.

use std::io::Write as _;
use std::path::PathBuf;

use clap::Args;
use vanban::graph::{Lookup, lookup};
use vanban::store::Store;

use super::Outcome;
use super::corpus::open_to_write;
use super::notes::Notes;
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Anything that names the document: `107-KL/TW`, `230/KH-UBND của UBND tỉnh Cà Mau`, a canonical id
    #[arg(value_name = "ID")]
    target: String,
    /// The index
    #[arg(long, value_name = "FILE")]
    db: PathBuf,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let mut sink = Sink::open(None, lang)?;
    let found = {
        let store = Store::open(&arguments.db)?;
        let found = lookup(&store, &arguments.target);
        store.fault()?;
        found
    };
    let id = match found {
        Lookup::Found(id) => id,
        Lookup::Ambiguous(cards) => {
            notes.note("several documents bear this name; give the id of one:");
            cards.iter().try_for_each(|card| writeln!(sink, "{}", card.id))?;
            sink.finish()?;
            return Ok(Outcome::Nothing);
        }
        // One that has vanished is in no answer, but may lie in the index still.
        Lookup::NotFound(_) => arguments.target.clone(),
    };
    let places = open_to_write(&arguments.db, notes)?.forget(&id)?;
    for place in &places {
        writeln!(sink, "{place}")?;
    }
    sink.finish()?;
    if places.is_empty() {
        notes.note(&format!("{}: the index holds no such document", arguments.target));
        return Ok(Outcome::Nothing);
    }
    notes.note("removed for good; the files themselves are untouched, and a folder that holds them will not bring them back");
    Ok(Outcome::Found)
}
