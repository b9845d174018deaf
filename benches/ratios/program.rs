//! The program as it is called: from start to the first document, and over many small files against ripgrep.

use std::ffi::OsStr;
use std::process::{Command, Stdio};
use std::time::Duration;

use wait4::Wait4 as _;

use crate::Options;
use crate::clock::ratio;
use crate::generator::Corpus;
use crate::material::SEED;
use crate::scan::TYPE_WORDS;
use crate::table::{Table, number};

/// Small files that are read.
const FILES: usize = 10_000;

/// A call that takes longer is made once.
const PATIENCE: Duration = Duration::from_secs(5);

/// What a call cost.
pub struct Run {
    /// Processor time, the system's for it included.
    pub time: Duration,
    /// Most bytes in memory at once.
    pub peak: u64,
}

impl Run {
    /// A call of the program.
    pub fn of<S: AsRef<OsStr>>(arguments: &[S]) -> Self {
        Self::of_program(env!("CARGO_BIN_EXE_vanban"), arguments).expect("the program runs")
    }

    /// A call of another program; None when it is not there.
    fn of_program<S: AsRef<OsStr>>(program: &str, arguments: &[S]) -> Option<Self> {
        let mut command = Command::new(program);
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let used = command.spawn().ok()?.wait4().ok()?.rusage;
        Some(Self { time: used.utime + used.stime, peak: used.maxrss })
    }
}

/// The rows of this module.
pub fn rows(table: &mut Table, _: &Options) {
    let folder = tempfile::tempdir().expect("a temporary folder");
    start(table, &folder.path().join("one.txt"));
    for n in 0..FILES {
        let inside = folder.path().join((n / 1_000).to_string());
        if n % 1_000 == 0 {
            std::fs::create_dir_all(&inside).expect("a folder");
        }
        let document = Corpus::new(SEED).document(n);
        std::fs::write(inside.join(document.id + ".txt"), document.text).expect("a file");
    }
    let pattern = format!(r"({}) (số )?\d+[/-][\wĐ/-]+", TYPE_WORDS.join("|"));
    let what = format!("parse --jobs 1 of {FILES} files, to rg -j1 --json");
    let place = folder.path().as_os_str();
    let rg: Vec<&OsStr> = vec!["-j1".as_ref(), "--json".as_ref(), pattern.as_ref(), place];
    let ours: Vec<&OsStr> =
        ["parse", "--jobs", "1", "--format", "ndjson"].map(OsStr::new).into_iter().chain([place]).collect();
    // What takes long is not asked twice.
    let fastest = |run: &dyn Fn() -> Option<Run>| {
        let first = run()?.time;
        let again = (first < PATIENCE).then(run).flatten().map_or(first, |run| run.time);
        Some(first.min(again))
    };
    match fastest(&|| Run::of_program("rg", &rg)) {
        None => table.missing(&what, "at most 3 times the CPU", "rg is not installed"),
        Some(rg) => {
            let ours = fastest(&|| Some(Run::of(&ours))).unwrap_or_default();
            let notes = format!(" ({} s, {} s)", number(ours.as_secs_f64()), number(rg.as_secs_f64()));
            table.at_most(&what, 3.0, ratio(ours, rg), " times the CPU", &notes);
            println!("rg's pattern: {pattern}\n");
        }
    }
}

/// One document from the start of the process to its JSON.
fn start(table: &mut Table, path: &std::path::Path) {
    std::fs::write(path, Corpus::new(SEED).document(40).text).expect("a file");
    let arguments: Vec<&OsStr> = vec!["parse".as_ref(), path.as_os_str()];
    let time = (0..30).map(|_| Run::of(&arguments).time).min().unwrap_or_default();
    table.at_most("one document, from start to JSON", 10.0, time.as_secs_f64() * 1e3, " ms of CPU", "");
    std::fs::remove_file(path).expect("its own file");
}
