//! How far long work has come, on stderr while a person waits: documents, bytes, speed, time left. And the wish to end
//! early: Ctrl-C lets the work in hand be finished and kept.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use ignore::WalkBuilder;
use indicatif::{ProgressBar, ProgressStyle};

use super::arguments::Inputs;
use super::notes::Notes;

static ENDING: AtomicBool = AtomicBool::new(false);

/// From now on the first Ctrl-C asks for an end, and a second one ends the process at once.
pub(crate) fn end_gently() {
    // Where no handler can be set, Ctrl-C ends the process as ever.
    let _ = ctrlc::set_handler(|| {
        if ENDING.swap(true, Ordering::SeqCst) {
            std::process::exit(130);
        }
    });
}

/// Whether somebody wants the work to end.
pub(crate) fn is_ending() -> bool {
    ENDING.load(Ordering::SeqCst)
}

/// A bar on stderr; hidden where stderr is no terminal and where no notes or progress are wanted.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Begins to count.
    pub(crate) fn new(notes: &Notes, inputs: &Inputs) -> Self {
        if !notes.shows_progress() {
            return Self(ProgressBar::hidden());
        }
        let total: u64 = inputs.paths.iter().map(|path| bytes_below(path)).sum();
        let (bar, template) = if total > 0 {
            let template =
                "{bar:24} {percent}% {msg} documents, {bytes} of {total_bytes}, {bytes_per_sec}, {eta} left";
            (ProgressBar::new(total), template)
        } else {
            (ProgressBar::no_length(), "{spinner} {msg} documents, {bytes}, {bytes_per_sec}, {elapsed}")
        };
        if let Ok(style) = ProgressStyle::with_template(template) {
            bar.set_style(style);
        }
        bar.enable_steady_tick(Duration::from_millis(200));
        Self(bar)
    }

    /// So many documents are done; further bytes of input.
    pub(crate) fn tell(&self, documents: usize, bytes: u64) {
        self.0.set_message(documents.to_string());
        self.0.inc(bytes);
    }

    /// Lets something be said above the bar.
    pub(crate) fn aside(&self, say: impl FnOnce()) {
        self.0.suspend(say);
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.0.finish_and_clear();
    }
}

/// Size of a file, or of all files below a folder.
fn bytes_below(path: &Path) -> u64 {
    let files = WalkBuilder::new(path).standard_filters(false).hidden(true).build().flatten();
    files.filter_map(|entry| entry.metadata().ok()).filter(std::fs::Metadata::is_file).map(|m| m.len()).sum()
}
