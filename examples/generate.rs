//! Realistic documents in any number, and what is true of them.
//!
//! ```console
//! $ cargo run --release --example generate -- --count 1000 --seed 1 --folder documents --answers answers.ndjson
//! $ cargo run --release --example generate -- --count 1000000 --ndjson - | vanban stats --from ndjson -
//! ```

use std::error::Error;
use std::fs::{self, File};
use std::io::{BufWriter, Write};
use std::path::PathBuf;

use serde_json::json;

#[path = "../benches/generator/mod.rs"]
mod generator;

use generator::{Corpus, FAMILY};

const USAGE: &str =
    "generate --count N [--seed S] [--from K] (--folder DIR | --ndjson FILE|-) [--answers FILE]";

/// Facts of one document in so many go into the answers, beside those of the first two of each family.
const SAMPLE: usize = 20;

#[derive(Default)]
struct Options {
    count: usize,
    seed: u64,
    from: usize,
    folder: Option<PathBuf>,
    ndjson: Option<String>,
    answers: Option<PathBuf>,
}

fn options() -> Result<Options, Box<dyn Error>> {
    let mut options = Options { seed: 1, ..Options::default() };
    let mut arguments = std::env::args().skip(1);
    while let Some(name) = arguments.next() {
        let value = arguments.next().ok_or(USAGE)?;
        match name.as_str() {
            "--count" => options.count = value.parse()?,
            "--seed" => options.seed = value.parse()?,
            "--from" => options.from = value.parse()?,
            "--folder" => options.folder = Some(value.into()),
            "--ndjson" => options.ndjson = Some(value),
            "--answers" => options.answers = Some(value.into()),
            _ => return Err(USAGE.into()),
        }
    }
    if options.folder.is_some() == options.ndjson.is_some() {
        return Err(USAGE.into());
    }
    if options.answers.is_some() && options.from > 0 {
        return Err("answers are of documents from the first on: leave --from out".into());
    }
    Ok(options)
}

fn main() -> Result<(), Box<dyn Error>> {
    let options = options()?;
    let corpus = Corpus::new(options.seed);
    let range = options.from..options.from + options.count;
    if let Some(folder) = &options.folder {
        for n in range {
            let document = corpus.document(n);
            // A thousand files a folder.
            let folder = folder.join(format!("{:04}", n / 1_000));
            if n % 1_000 == 0 || n == options.from {
                fs::create_dir_all(&folder)?;
            }
            fs::write(folder.join(format!("{}.txt", document.id)), document.text)?;
        }
    } else if let Some(name) = &options.ndjson {
        let sink: Box<dyn Write> =
            if name == "-" { Box::new(std::io::stdout().lock()) } else { Box::new(File::create(name)?) };
        let mut sink = BufWriter::with_capacity(1 << 20, sink);
        for n in range {
            let document = corpus.document(n);
            serde_json::to_writer(&mut sink, &json!({ "id": document.id, "text": document.text }))?;
            sink.write_all(b"\n")?;
        }
        sink.flush()?;
    }
    match &options.answers {
        Some(path) => answers(corpus, options.count, &mut BufWriter::new(File::create(path)?)),
        None => Ok(()),
    }
}

/// One line a sampled document: what it is, and how many of those made carry it out.
fn answers(corpus: Corpus, count: usize, sink: &mut impl Write) -> Result<(), Box<dyn Error>> {
    let mut failed = None;
    corpus.reached(count, |n, reached| {
        if n % FAMILY > 1 && n % SAMPLE != 0 {
            return;
        }
        let Some(facts) = corpus.facts(n) else { return };
        let line = json!({
            "source": format!("g-{n:07}"),
            "id": facts.id,
            "code": facts.code,
            "kind": facts.kind,
            "date": facts.date,
            "issuer": facts.issuer,
            "implements": facts.implements,
            "cites": facts.cites,
            "tasks": facts.tasks,
            "deadlines": facts.deadlines,
            "classified": facts.classified,
            "implemented_by_count_transitive": reached,
        });
        if let Err(error) = writeln!(sink, "{line}") {
            failed.get_or_insert(error);
        }
    });
    sink.flush()?;
    failed.map_or(Ok(()), |error| Err(error.into()))
}
