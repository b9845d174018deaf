//! What is said on stderr: errors that name the file and what to do, and notes that can be silenced.

use std::io::{IsTerminal as _, Write as _};

/// The voice of the program beside its data; remembers whether an input failed.
#[derive(Debug)]
pub(crate) struct Notes {
    quiet: bool,
    progress: bool,
    failed: bool,
}

impl Notes {
    /// Notes are left out when `quiet`; errors never.
    pub(crate) fn new(quiet: bool, progress: bool) -> Self {
        Self { quiet, progress, failed: false }
    }

    /// Tells an error and goes on; the exit status will be 2.
    pub(crate) fn error(&mut self, message: &str) {
        self.failed = true;
        say("\x1b[1;31merror\x1b[0m", message);
    }

    /// Tells something worth knowing.
    pub(crate) fn note(&self, message: &str) {
        if !self.quiet {
            say("\x1b[1mnote\x1b[0m", message);
        }
    }

    /// Whether progress is wanted, and stderr is a terminal that can show it.
    pub(crate) fn shows_progress(&self) -> bool {
        !self.quiet && self.progress && std::io::stderr().is_terminal()
    }

    /// Whether an error was told.
    pub(crate) fn failed(&self) -> bool {
        self.failed
    }
}

/// A message that cannot be written has nobody to read it.
fn say(label: &str, message: &str) {
    let message = super::look::clean(message);
    let _ = writeln!(anstream::stderr().lock(), "{label}: {message}");
}
