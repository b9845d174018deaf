//! Entries to documents: read and parsed on all processors, handed on in order, a bounded number at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use indicatif::{ProgressBar, ProgressStyle};
use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use vanban::model::Document;
use vanban::resolve::{Corrected, Resolver as _};
use vanban::text::Source;

use super::arguments::Inputs;
use super::inputs::{Entry, Failure, entries};
use super::notes::Notes;

/// Documents in memory for each thread before they are handed on.
const AHEAD: usize = 16;

/// A document with the text it was read from.
pub(crate) struct Read {
    pub(crate) source: Source,
    pub(crate) document: Document,
    /// Whether the command line names its file.
    pub(crate) named: bool,
}

/// Hands every document to `each`, in the order of the inputs whatever the number of threads. An input that cannot be read
/// is told and the others go on. `each` also learns whether the inputs name more than one document.
///
/// # Errors
/// Those of `each`, and a system that gives no threads.
pub(crate) fn for_each_document(
    inputs: &Inputs,
    notes: &mut Notes,
    each: impl FnMut(Read, bool) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let resolver = inputs.corrections.as_ref().map(|_| inputs.resolver());
    for_each(inputs, notes, |entry| parse(entry, resolver.as_ref()), each)
}

/// As [`for_each_document`] for the texts alone.
///
/// # Errors
/// As there.
pub(crate) fn for_each_source(
    inputs: &Inputs,
    notes: &mut Notes,
    mut each: impl FnMut(Source) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let read = |entry: Entry| Ok(Source::from_bytes(&entry.bytes()?));
    for_each(inputs, notes, read, |source, _| each(source))
}

fn for_each<T: Send>(
    inputs: &Inputs,
    notes: &mut Notes,
    read: impl Fn(Entry) -> Result<T, Failure> + Sync,
    mut each: impl FnMut(T, bool) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let pool = pool(inputs)?;
    let mut rest = entries(inputs, notes).peekable();
    let mut several = None;
    let progress = progress(notes);
    loop {
        let mut batch: Vec<_> = rest.by_ref().take(pool.current_num_threads() * AHEAD).collect();
        let more = rest.peek().is_some();
        let several = *several.get_or_insert(more || batch.len() > 1);
        // Text from a pipe is not worth a thread; an entry that failed already keeps its place.
        let done: Vec<_> = pool.install(|| batch.par_drain(..).map(|entry| entry.and_then(&read)).collect());
        for result in done {
            progress.inc(1);
            match result {
                Ok(value) => each(value, several)?,
                Err(Failure(message)) => progress.suspend(|| notes.error(&message)),
            }
        }
        if !more {
            progress.finish_and_clear();
            return Ok(());
        }
    }
}

/// Threads as asked for, else one a processor.
pub(crate) fn pool(inputs: &Inputs) -> anyhow::Result<ThreadPool> {
    let threads = inputs.jobs.map_or(0, std::num::NonZeroUsize::get);
    Ok(ThreadPoolBuilder::new().num_threads(threads).build()?)
}

/// A count on stderr while a person waits; nothing where stderr is no terminal.
fn progress(notes: &Notes) -> ProgressBar {
    if notes.is_quiet() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::no_length();
    if let Ok(style) = ProgressStyle::with_template("{spinner} {pos} documents, {elapsed}") {
        bar.set_style(style);
    }
    bar.enable_steady_tick(Duration::from_millis(200));
    bar
}

/// One entry to one document. A defect of the program in one text must not cost the others: it is told as an error.
fn parse(entry: Entry, resolver: Option<&Corrected>) -> Result<Read, Failure> {
    let (name, named) = (entry.name(), entry.named);
    let (path, id) = (entry.path.as_ref().map(|p| p.to_string_lossy().into_owned()), entry.id.clone());
    let source = Source::from_bytes(&entry.bytes()?);
    let mut document = catch_unwind(AssertUnwindSafe(|| vanban::parse(&source))).map_err(|_| {
        Failure(format!("{name}: this text breaks the program; please report it with the text"))
    })?;
    document.source.path = path;
    document.source.id = id;
    if let Some(resolver) = resolver {
        resolver.resolve(std::slice::from_mut(&mut document));
    }
    Ok(Read { source, document, named })
}
