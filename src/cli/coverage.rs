//! `vanban coverage`: by province or unit, what carries out a directive, and after how many days.

use clap::{Args, ValueEnum};
use vanban::office::{Scope, coverage};

use super::Outcome;
use super::notes::Notes;
use super::question::{Asking, put};
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// Anything that names the directive: `107-KL/TW`, `230/KH-UBND của UBND tỉnh Cà Mau`, a canonical id
    #[arg(value_name = "ID")]
    target: String,
    /// Whom it is to reach [default: provinces for one of the centre, else units]
    #[arg(long, value_enum)]
    by: Option<By>,
    #[command(flatten)]
    asking: Asking,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum By {
    /// The provinces there are now
    Province,
    /// The roster of the profile (--as); without one, those the directive names
    Unit,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let target = &arguments.target;
    put(&arguments.asking, lang, notes, |desk, _| {
        let scope = match arguments.by {
            Some(By::Province) => Scope::Provinces,
            None if desk.roster().is_empty() => Scope::of(desk, target),
            Some(By::Unit) | None => Scope::Units(desk.roster()),
        };
        coverage(desk, target, scope)
    })
}
