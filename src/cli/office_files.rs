//! The files an office brings to a question: its profile, its incoming register, its list of results.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context as _, anyhow};
use clap::Args;
use vanban::model::PartialDate;
use vanban::office::{FileError, Office, Profile, arrivals, results};

/// What falls due within so many days is told as due.
const AHEAD: u16 = 10;
/// What came in within so many days is new.
const NEW: i64 = 7;

/// Who asks, and what was done.
#[derive(Debug, Args)]
pub(crate) struct OfficeFiles {
    /// Who asks (`chúng ta`, `us`): a profile in TOML, which may name the incoming register
    #[arg(long = "as", value_name = "PROFILE")]
    profile: Option<PathBuf>,
    /// What was done: CSV with the columns task, done, document, note
    #[arg(long, value_name = "FILE")]
    status: Option<PathBuf>,
}

impl OfficeFiles {
    /// Whether it is told who asks.
    pub(crate) fn tell_who(&self) -> bool {
        self.profile.is_some()
    }

    /// Whether tasks are to be told with how they stand.
    pub(crate) fn tell_standing(&self) -> bool {
        self.profile.is_some() || self.status.is_some()
    }

    /// Reads the files.
    ///
    /// # Errors
    /// A file that cannot be read, or a line of it that is wrong, with the line and what to do.
    pub(crate) fn read(&self, today: Option<PartialDate>) -> anyhow::Result<Office> {
        let mut office = Office {
            today,
            ahead: AHEAD,
            new_since: today.and_then(|day| day.plus_days(-NEW)),
            ..Office::default()
        };
        if let Some(path) = &self.profile {
            office.profile = read(path, Profile::read)?;
            if let Some(name) = &office.profile.incoming {
                let beside = path.parent().unwrap_or(Path::new("")).join(name);
                office.arrivals = read(&beside, arrivals)?;
            }
        }
        if let Some(path) = &self.status {
            office.results = read(path, results)?;
        }
        Ok(office)
    }
}

fn read<T>(path: &Path, parse: fn(&str) -> Result<T, FileError>) -> anyhow::Result<T> {
    let text = fs::read_to_string(path)
        .with_context(|| format!("{}: cannot read; it must be a file of text in UTF-8", path.display()))?;
    parse(&text).map_err(|error| anyhow!("{}: {error}", path.display()))
}
