//! `vanban stats`: how much there is of what.

use vanban::graph::answer_for;
use vanban::syntax::Query;

use super::Outcome;
use super::notes::Notes;
use super::question::{Asking, put};
use super::words::Lang;

pub(crate) fn run(asking: &Asking, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    put(asking, lang, notes, |desk, asker| answer_for(desk, &Query::Stats, asker))?;
    Ok(Outcome::Found)
}
