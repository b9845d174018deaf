//! `vanban explain`: what a diagnostic code means and what to do.

use std::io::Write as _;

use clap::Args;

use super::Outcome;
use super::arguments::Target;
use super::explanations::{Explanation, all};
use super::look::{Ink, wrap};
use super::notes::Notes;
use super::sink::Sink;
use super::words::Lang;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    /// A code as `lint` prints it; without one, all are told
    code: Option<String>,
    #[command(flatten)]
    target: Target,
}

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let asked = arguments.code.as_deref().map(str::to_lowercase);
    let known: Vec<Explanation> =
        all().filter(|e| asked.as_deref().is_none_or(|code| code == e.code)).collect();
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    let look = sink.look();
    for (n, Explanation { code, vi, en }) in known.iter().enumerate() {
        let [meaning, help] = lang.pick(vi, en);
        let blank = if n > 0 { "\n" } else { "" };
        writeln!(sink, "{blank}{}", look.finish(&look.paint(Ink::Strong, code)))?;
        for line in wrap(meaning, look.width - 2).into_iter().chain(wrap(help, look.width - 2)) {
            writeln!(sink, "  {line}")?;
        }
    }
    sink.finish()?;
    if let (true, Some(code)) = (known.is_empty(), &asked) {
        let near = all().map(|e| e.code).max_by(|a, b| close(a, code).total_cmp(&close(b, code)));
        notes.note(&format!("there is no code `{code}`; did you mean `{}`?", near.unwrap_or_default()));
        return Ok(Outcome::Nothing);
    }
    Ok(Outcome::Found)
}

fn close(a: &str, b: &str) -> f64 {
    strsim::jaro_winkler(a, b)
}
