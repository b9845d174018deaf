//! What can be wrong with an index, in words that say what to do.

use std::io;
use std::path::PathBuf;

/// Why an index could not be read or written.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// There is no such file.
    #[error("{}: there is no index here; make one with `vanban index PATH... --db {}`", .0.display(), .0.display())]
    Missing(PathBuf),
    /// The file is no index of vanban.
    #[error("{}: this file is no vanban index; choose another name for --db", .0.display())]
    NotAnIndex(PathBuf),
    /// Written by another version.
    #[error("{}: this index has format {found}, this program reads {known}; make it anew with `vanban index`", .path.display())]
    Format {
        /// The index.
        path: PathBuf,
        /// Its format.
        found: String,
        /// The format of this program.
        known: u32,
    },
    /// The content does not agree with itself.
    #[error("{}: this index is damaged ({what}); remove it and make it anew with `vanban index`, the documents themselves are untouched", .path.display())]
    Damaged {
        /// The index.
        path: PathBuf,
        /// What does not agree.
        what: String,
    },
    /// Another process writes to it.
    #[error("{}: {holder} is writing to this index; try again when it has ended", .path.display())]
    Busy {
        /// The index.
        path: PathBuf,
        /// Who holds it.
        holder: String,
    },
    /// The system refused.
    #[error("{}: {error}", .path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// What the system says.
        error: io::Error,
    },
    /// SQLite refused for another reason.
    #[error("{}: {error}", .path.display())]
    Sql {
        /// The index.
        path: PathBuf,
        /// What SQLite says.
        error: rusqlite::Error,
    },
}

/// What goes wrong below the level that knows the file's name.
#[derive(Debug, thiserror::Error)]
pub(super) enum Fault {
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
    #[error("{0}")]
    Content(String),
}

impl Fault {
    /// The fault of an index of this name.
    pub fn of(self, path: &std::path::Path) -> StoreError {
        use rusqlite::ErrorCode::{DatabaseBusy, DatabaseCorrupt, DatabaseLocked, NotADatabase};
        let path = path.to_owned();
        match self {
            Self::Content(what) => StoreError::Damaged { path, what },
            Self::Sql(error) => match error.sqlite_error_code() {
                Some(DatabaseCorrupt) => StoreError::Damaged { path, what: error.to_string() },
                Some(NotADatabase) => StoreError::NotAnIndex(path),
                Some(DatabaseBusy | DatabaseLocked) => {
                    StoreError::Busy { path, holder: "another process".to_owned() }
                }
                _ => StoreError::Sql { path, error },
            },
        }
    }
}
