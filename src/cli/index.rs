//! `vanban index`: builds an index of documents, or brings one up to date; what has not changed is not read again.

use std::collections::HashSet;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use clap::Args;
use rayon::prelude::*;
use serde::Serialize;
use vanban::model::{Document, Generator};
use vanban::store::{Arrival, Store, Writer};
use vanban::text::{Source, sha256_of};

use super::Outcome;
use super::arguments::{Form, Format, Inputs, Target};
use super::corpus::{CorpusArguments, open_to_write, tell_secret};
use super::inputs::{Entry, Failure, entries};
use super::notes::Notes;
use super::pipeline::{parse_source, pool};
use super::progress::{Progress, end_gently, is_ending};
use super::sink::Sink;
use super::words::Lang;

/// Documents of one transaction, at most.
const BATCH: usize = 2_000;
/// Bytes of text of one transaction, at most; what is read ahead is as much again.
const BATCH_BYTES: usize = 16 << 20;
/// Entries read at once.
const READ: usize = 128;

#[derive(Debug, Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    corpus: CorpusArguments,
    /// Read all of the index and tell whether it is whole
    #[arg(long, requires = "db", conflicts_with = "paths")]
    check: bool,
    /// Documents of one transaction, at most
    #[arg(long, value_name = "N", default_value_t = BATCH, hide = true)]
    batch: usize,
    /// How to print what was done [default: table]
    #[arg(long, short, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    target: Target,
}

/// What was done, `vanban.index.v1`.
#[derive(Debug, Default, Serialize)]
struct Report {
    schema: &'static str,
    generator: Generator,
    index: String,
    new: usize,
    changed: usize,
    unchanged: usize,
    vanished: usize,
    settled_again: usize,
    classified_skipped: usize,
    forgotten_skipped: usize,
    failed: usize,
    interrupted: bool,
}

/// What became of an entry before the index is written.
enum Read {
    Unchanged { place: String, revive: bool, secret: bool },
    Forgotten { place: String },
    Parsed { place: String, document: Box<Document>, text: String, pass_over: bool },
    Failed { place: Option<String>, failure: Failure },
}

/// Entries of one round, and the bytes they came from.
type Round = (Vec<Read>, u64);

pub(crate) fn run(arguments: &Arguments, lang: Lang, notes: &mut Notes) -> anyhow::Result<Outcome> {
    let format = Format::choose(arguments.format, arguments.target.output.as_deref(), Format::Table);
    let mut sink = Sink::open(arguments.target.output.as_deref(), lang)?;
    let inputs = &arguments.corpus.inputs;
    let path = inputs.db.as_deref().ok_or_else(|| anyhow::anyhow!("name the index: --db FILE"))?;
    if arguments.check {
        let held = Store::open(path)?.check()?;
        writeln!(sink, "{}: {}", path.display(), lang.count(held, "văn bản, nguyên vẹn", "document, whole"))?;
        sink.finish()?;
        return Ok(Outcome::Found);
    }
    end_gently();
    let mut writer = open_to_write(path, notes)?;
    let mut report =
        Report { schema: "vanban.index.v1", index: path.display().to_string(), ..Report::default() };
    let seen = take_all(arguments, path, &mut writer, &mut report, notes)?;
    report.interrupted = is_ending();
    if report.interrupted {
        notes.note("ended early; what was taken in until now is kept, the next run goes on from here");
    } else {
        for scope in scopes(inputs) {
            report.vanished += writer.vanish(&scope, &seen)?;
        }
    }
    writer.freeze()?;
    tell_secret(report.classified_skipped, notes);
    match format {
        Format::Table => write!(sink, "{}", told(&report, lang))?,
        Format::Json => sink.json(&report, true)?,
        Format::Ndjson => sink.json(&report, false)?,
    }
    sink.finish()?;
    Ok(if report.interrupted { Outcome::Interrupted } else { Outcome::Found })
}

/// Reads and parses on all processors while what was parsed before is written. The places met.
fn take_all(
    arguments: &Arguments,
    path: &Path,
    writer: &mut Writer,
    report: &mut Report,
    notes: &mut Notes,
) -> anyhow::Result<HashSet<String>> {
    let inputs = existing(&arguments.corpus.inputs);
    let pool = pool(&inputs)?;
    let progress = Progress::new(notes, &inputs);
    let all = entries(&inputs, notes);
    let mut seen = HashSet::new();
    thread::scope(|scope| -> anyhow::Result<()> {
        let (send, rounds) = sync_channel(1);
        let reader = scope.spawn(move || -> anyhow::Result<()> {
            let known = Store::open_beside(path)?;
            read_all(all, &known, &pool, arguments.corpus.include_classified, &send)
        });
        let written = write_all(&rounds, writer, arguments.batch, report, &mut seen, &progress, notes);
        // Without a receiver the reader ends with its round.
        drop(rounds);
        let read = reader.join().map_err(|_| anyhow::anyhow!("reading broke off; please report it"))?;
        written.and(read)
    })?;
    progress.finish();
    Ok(seen)
}

/// The inputs that are there: a named file that is gone is for the index to mark, not an error, if it was ever met.
fn existing(inputs: &Inputs) -> Inputs {
    let there = |path: &&PathBuf| {
        let known = || {
            let store = inputs.db.as_deref().and_then(|db| Store::open(db).ok());
            store.and_then(|s| s.standing(&path.to_string_lossy()).ok().flatten()).is_some()
        };
        path.as_path() == Path::new("-") || path.exists() || !known()
    };
    Inputs { paths: inputs.paths.iter().filter(there).cloned().collect(), ..inputs.clone() }
}

/// What of the index these inputs speak for: what is gone of it has vanished.
fn scopes(inputs: &Inputs) -> Vec<String> {
    let scope = |path: &PathBuf| {
        let name = path.to_string_lossy().into_owned();
        match inputs.from {
            _ if path.is_dir() => format!("{}/", name.trim_end_matches('/')),
            Form::Ndjson => format!("{name}#"),
            Form::Txt => name,
        }
    };
    inputs.paths.iter().map(scope).collect()
}

fn read_all(
    entries: impl Iterator<Item = Result<Entry, Failure>>,
    known: &Store,
    pool: &rayon::ThreadPool,
    classified: bool,
    send: &SyncSender<Round>,
) -> anyhow::Result<()> {
    let mut entries = entries.peekable();
    let forgotten = known.forgotten()?;
    while entries.peek().is_some() && !is_ending() {
        let batch: Vec<_> = entries.by_ref().take(READ).collect();
        let files: Vec<(Entry, Result<Raw, Failure>)> = pool.install(|| {
            let read = |entry: Result<Entry, Failure>| match entry {
                Ok(entry) => {
                    let (head, body) = entry.split();
                    (head, body.bytes().map(|bytes| Raw { sha256: sha256_of(&bytes), bytes }))
                }
                Err(failure) => (Entry::nameless(), Err(failure)),
            };
            batch.into_par_iter().map(read).collect()
        });
        let bytes =
            files.iter().filter_map(|(_, raw)| raw.as_ref().ok()).map(|raw| raw.bytes.len() as u64).sum();
        let mut plans = Vec::with_capacity(files.len());
        for (entry, raw) in files {
            plans.push(match raw {
                Ok(raw) => plan(entry, raw, known, &forgotten, classified)?,
                Err(failure) => {
                    let place = (!entry.place.is_empty()).then_some(entry.place);
                    Plan::Told(Read::Failed { place, failure })
                }
            });
        }
        let done: Vec<Read> =
            pool.install(|| plans.into_par_iter().map(|plan| plan.carry_out(classified)).collect());
        if send.send((done, bytes)).is_err() {
            break;
        }
    }
    Ok(())
}

/// A file as it lies there: what has not changed is not even decoded.
struct Raw {
    bytes: Vec<u8>,
    sha256: String,
}

/// What is to be done with an entry.
enum Plan {
    Told(Read),
    Parse(Entry, Vec<u8>),
}

fn plan(
    entry: Entry,
    raw: Raw,
    known: &Store,
    forgotten: &HashSet<String>,
    classified: bool,
) -> anyhow::Result<Plan> {
    if forgotten.contains(&raw.sha256) && !entry.named {
        return Ok(Plan::Told(Read::Forgotten { place: entry.place }));
    }
    let same = known.standing(&entry.place)?.filter(|standing| {
        standing.sha256 == raw.sha256 && standing.fingerprint == Generator::default().fingerprint
    });
    Ok(match same {
        Some(standing) if standing.state == "classified-skipped" && !(classified || entry.named) => {
            Plan::Told(Read::Unchanged { place: entry.place, revive: false, secret: true })
        }
        Some(standing) if standing.state != "classified-skipped" => {
            let revive = standing.state == "vanished";
            Plan::Told(Read::Unchanged { place: entry.place, revive, secret: false })
        }
        _ => Plan::Parse(entry, raw.bytes),
    })
}

impl Plan {
    fn carry_out(self, classified: bool) -> Read {
        match self {
            Self::Told(read) => read,
            Self::Parse(entry, bytes) => {
                let source = Source::from_bytes(&bytes);
                match parse_source(&entry, &source) {
                    Ok(document) => {
                        let pass_over = document.is_classified() && !entry.named && !classified;
                        let text = if pass_over { String::new() } else { source.text().to_owned() };
                        Read::Parsed { place: entry.place, document: Box::new(document), text, pass_over }
                    }
                    Err(failure) => Read::Failed { place: Some(entry.place), failure },
                }
            }
        }
    }
}

fn write_all(
    rounds: &Receiver<Round>,
    writer: &mut Writer,
    batch: usize,
    report: &mut Report,
    seen: &mut HashSet<String>,
    progress: &Progress,
    notes: &mut Notes,
) -> anyhow::Result<()> {
    let (mut waiting, mut size, mut secret) = (Vec::new(), 0, Vec::new());
    for (round, bytes) in rounds {
        for read in round {
            match read {
                Read::Unchanged { place, revive, secret } => {
                    if revive {
                        writer.revive(&place)?;
                        report.new += 1;
                    } else {
                        report.unchanged += usize::from(!secret);
                        report.classified_skipped += usize::from(secret);
                    }
                    seen.insert(place);
                }
                Read::Forgotten { place } => {
                    report.forgotten_skipped += 1;
                    seen.insert(place);
                }
                Read::Parsed { place, document, pass_over: true, .. } => {
                    seen.insert(place.clone());
                    secret.push((place, *document));
                }
                Read::Parsed { place, document, text, .. } => {
                    seen.insert(place.clone());
                    size += text.len();
                    waiting.push(Arrival { place, document: *document, text: text.into() });
                }
                Read::Failed { place, failure: Failure(message) } => {
                    // It is there, though it cannot be read now: what is held of it stays.
                    seen.extend(place);
                    report.failed += 1;
                    progress.aside(|| notes.error(&message));
                }
            }
        }
        while waiting.len() >= batch || size >= BATCH_BYTES {
            let rest = waiting.split_off(batch.clamp(1, waiting.len()));
            take(writer, &mut waiting, report)?;
            (waiting, size) = (rest, 0);
        }
        progress.tell(seen.len(), bytes);
    }
    take(writer, &mut waiting, report)?;
    report.classified_skipped += secret.len();
    writer.pass_over(&secret)?;
    Ok(())
}

fn take(writer: &mut Writer, waiting: &mut Vec<Arrival>, report: &mut Report) -> anyhow::Result<()> {
    if !waiting.is_empty() {
        let taken = writer.take(std::mem::take(waiting))?;
        report.new += taken.new;
        report.changed += taken.replaced;
        report.settled_again += taken.settled;
    }
    Ok(())
}

fn told(report: &Report, lang: Lang) -> String {
    let parts = [
        (report.new, "mới", "new"),
        (report.changed, "thay đổi", "changed"),
        (report.unchanged, "không đổi", "unchanged"),
        (report.vanished, "không còn", "vanished"),
        (report.settled_again, "được liên kết lại", "linked anew"),
        (report.classified_skipped, "mật, bỏ qua", "classified, skipped"),
        (report.forgotten_skipped, "đã xóa, bỏ qua", "forgotten, skipped"),
        (report.failed, "không đọc được", "failed"),
    ];
    let shown = parts.iter().enumerate().filter(|(n, (count, ..))| *n < 3 || *count > 0);
    let shown: Vec<String> =
        shown.map(|(_, (count, vi, en))| format!("{count} {}", lang.pick(*vi, *en))).collect();
    format!("{}: {}\n", report.index, shown.join(", "))
}
