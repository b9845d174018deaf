//! What every question shares: its options, and an answer printed with the status it ends in.

use std::io::Write as _;

use clap::Args;
use vanban::graph::Asker;
use vanban::model::{Answer, AnswerStatus, PartialDate};
use vanban::office::Desk;
use vanban::resolve::Corrections;
use vanban::syntax::US;

use super::Outcome;
use super::answer;
use super::arguments::{Format, Target};
use super::corpus::{CorpusArguments, load};
use super::duties::date;
use super::notes::Notes;
use super::office_files::OfficeFiles;
use super::sink::Sink;
use super::words::Lang;

/// Where a question is put to and how its answer is printed.
#[derive(Debug, Args)]
pub(crate) struct Asking {
    #[command(flatten)]
    corpus: CorpusArguments,
    /// How to print the answer [default: table]
    #[arg(long, short, value_enum)]
    format: Option<Format>,
    /// Count days from DATE instead of today
    #[arg(long, value_name = "DATE", value_parser = date)]
    today: Option<PartialDate>,
    #[command(flatten)]
    pub(crate) office: OfficeFiles,
    #[command(flatten)]
    target: Target,
}

/// The day on this machine's calendar.
fn today() -> Option<PartialDate> {
    PartialDate::of_edtf(&jiff::Zoned::now().date().to_string())
}

/// Puts a question to the documents named and prints the answer.
///
/// # Errors
/// Those of reading and writing.
pub(crate) fn put(
    asking: &Asking,
    lang: Lang,
    notes: &mut Notes,
    question: impl FnOnce(&Desk<'_>, &Asker) -> Answer,
) -> anyhow::Result<Outcome> {
    let format = Format::choose(asking.format, asking.target.output.as_deref(), Format::Table);
    let mut sink = Sink::open(asking.target.output.as_deref(), lang)?;
    let office = asking.office.read(asking.today.or_else(today))?;
    let corpus = load(&asking.corpus, notes)?;
    let desk = Desk::open(corpus.view(), &office);
    desk.remarks().iter().for_each(|remark| notes.note(remark));
    let aliases = asking.corpus.inputs.corrections.as_ref().map(Corrections::bodies).unwrap_or_default();
    let mut answer = question(&desk, &Asker { aliases, ..office.asker() });
    if asking.office.tell_standing() {
        desk.mark(&mut answer);
    }
    if answer.interpretation.filters.body.as_deref() == Some(US) && !asking.office.tell_who() {
        notes.note("a profile tells who `chúng ta`, `us` is: --as PROFILE");
    }
    // Nothing is shown of an answer that may be wrong.
    corpus.fault()?;
    match format {
        Format::Table => {
            let text = answer::render(&answer, &corpus, sink.look());
            corpus.fault()?;
            sink.write_all(sink.look().finish(&text).as_bytes())?;
        }
        Format::Json => sink.json(&answer, true)?,
        Format::Ndjson => sink.json(&answer, false)?,
    }
    sink.finish()?;
    Ok(if answer.status == AnswerStatus::Found { Outcome::Found } else { Outcome::Nothing })
}
