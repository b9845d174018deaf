//! Entries to documents: read and parsed on all processors, handed on in order, a bounded number at a time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use rayon::prelude::*;
use rayon::{ThreadPool, ThreadPoolBuilder};
use vanban::graph::Held;
use vanban::model::Document;
use vanban::resolve::{Corrected, Resolver as _};
use vanban::store::Store;
use vanban::text::Source;

use super::arguments::Inputs;
use super::inputs::{Entry, Failure, entries};
use super::notes::Notes;
use super::progress::Progress;

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
    if let Some(db) = &inputs.db {
        return for_each_stored(db, each);
    }
    for_each(inputs, notes, |entry| parse(entry, resolver.as_ref()), |read| read.source.bytes(), each)
}

/// As [`for_each_document`] for those of an index, as it links them.
fn for_each_stored(db: &Path, mut each: impl FnMut(Read, bool) -> anyhow::Result<()>) -> anyhow::Result<()> {
    let store = Store::open(db)?;
    let mut held = store.held()?.peekable();
    let mut several = None;
    while let Some(one) = held.next() {
        let Held { document, text } = one?;
        let several = *several.get_or_insert(held.peek().is_some());
        each(Read { source: Source::from_text(&text), document, named: false }, several)?;
    }
    Ok(())
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
    if let Some(db) = &inputs.db {
        return for_each_stored(db, |read, _| each(read.source));
    }
    let read = |entry: Entry| Ok(Source::from_bytes(&entry.bytes()?));
    for_each(inputs, notes, read, Source::bytes, |source, _| each(source))
}

fn for_each<T: Send>(
    inputs: &Inputs,
    notes: &mut Notes,
    read: impl Fn(Entry) -> Result<T, Failure> + Sync,
    size: impl Fn(&T) -> usize,
    mut each: impl FnMut(T, bool) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let pool = pool(inputs)?;
    let mut rest = entries(inputs, notes).peekable();
    let mut several = None;
    let progress = Progress::new(notes, inputs);
    let mut count = 0;
    loop {
        let mut batch: Vec<_> = rest.by_ref().take(pool.current_num_threads() * AHEAD).collect();
        let more = rest.peek().is_some();
        let several = *several.get_or_insert(more || batch.len() > 1);
        // Text from a pipe is not worth a thread; an entry that failed already keeps its place.
        let done: Vec<_> = pool.install(|| batch.par_drain(..).map(|entry| entry.and_then(&read)).collect());
        let mut bytes = 0;
        for result in done {
            count += 1;
            bytes += result.as_ref().map_or(0, &size) as u64;
            match result {
                Ok(value) => each(value, several)?,
                Err(Failure(message)) => progress.aside(|| notes.error(&message)),
            }
        }
        progress.tell(count, bytes);
        if !more {
            progress.finish();
            return Ok(());
        }
    }
}

/// Threads as asked for, else one a processor.
pub(crate) fn pool(inputs: &Inputs) -> anyhow::Result<ThreadPool> {
    let threads = inputs.jobs.map_or(0, std::num::NonZeroUsize::get);
    Ok(ThreadPoolBuilder::new().num_threads(threads).build()?)
}

/// One entry to one document.
fn parse(entry: Entry, resolver: Option<&Corrected>) -> Result<Read, Failure> {
    let (head, whole) = entry.split();
    let source = Source::from_bytes(&whole.bytes()?);
    let mut document = parse_source(&head, &source)?;
    if let Some(resolver) = resolver {
        resolver.resolve(std::slice::from_mut(&mut document));
    }
    Ok(Read { source, document, named: head.named })
}

/// The document of an entry's text. A defect of the program in one text must not cost the others: it is told as an error.
///
/// # Errors
/// The text breaks the program.
pub(crate) fn parse_source(entry: &Entry, source: &Source) -> Result<Document, Failure> {
    let mut document = catch_unwind(AssertUnwindSafe(|| vanban::parse(source))).map_err(|_| {
        Failure(format!("{}: this text breaks the program; please report it with the text", entry.name()))
    })?;
    document.source.path = entry.path.as_ref().map(|path| path.to_string_lossy().into_owned());
    document.source.id.clone_from(&entry.id);
    Ok(document)
}
