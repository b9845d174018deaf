//! Opening an index: what it must be before a question is put to it, and how its errors are kept.

use std::cell::RefCell;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::error::{Fault, StoreError};
use super::lock::private;

/// The tables of an index, with what they mean (`vanban schema index`).
pub const SCHEMA: &str = include_str!("schema.sql");

/// Format of the tables; another one is made anew.
const FORMAT: u32 = 2;
/// Marks the file as ours (`PRAGMA application_id`): `vbix`.
const MARK: i64 = 0x7662_6978;

/// Kho văn bản: an index opened for questions. All answers are of one state, that of the moment it was opened, whatever
/// is written meanwhile.
///
/// A question cannot fail half-way, so what goes wrong while it is answered is kept: ask [`Store::fault`] before an answer
/// is believed.
#[derive(Debug)]
pub struct Store {
    pub(super) db: Connection,
    pub(super) path: PathBuf,
    fault: RefCell<Option<Fault>>,
}

impl Store {
    /// Opens an index for reading.
    ///
    /// # Errors
    /// [`StoreError::Missing`], [`StoreError::NotAnIndex`], [`StoreError::Format`], [`StoreError::Damaged`].
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError::Missing(path.to_owned()));
        }
        let mut store = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        if store.is_left_open() {
            // A writer that was killed left work to be undone, which a reader may not do.
            Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?.is_blank()?;
            store = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        }
        if store.is_blank()? {
            return Err(StoreError::Missing(path.to_owned()));
        }
        store.is_ours()?;
        // One transaction for all questions: they see one state.
        store.told(store.db.execute_batch("PRAGMA cache_size = -65536; BEGIN"))?;
        Ok(store)
    }

    /// Opens an index for reading beside its writer: each look sees the state of its moment, and holds up nothing.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_beside(path: &Path) -> Result<Self, StoreError> {
        let store = Self::open(path)?;
        store.told(store.db.execute_batch("COMMIT"))?;
        Ok(store)
    }

    /// Opens an index for writing, made when it is not there yet; only its owner may read it.
    pub(super) fn open_to_write(path: &Path) -> Result<Self, StoreError> {
        let failed = |error| StoreError::Io { path: path.to_owned(), error };
        let made = private().truncate(false).open(path).map_err(failed)?;
        drop(made);
        let store = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE)?;
        if store.is_blank()? {
            store.told(store.db.execute_batch(&format!(
                "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE; {SCHEMA}
                 INSERT INTO meta VALUES ('format', '{FORMAT}'), ('vanban', '{}'), ('changed', '0');
                 PRAGMA application_id = {MARK}; COMMIT",
                env!("CARGO_PKG_VERSION")
            )))?;
        } else {
            store.is_ours()?;
        }
        store.told(store.db.execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -262144;
             PRAGMA temp_store = MEMORY; PRAGMA wal_autocheckpoint = 8000",
        ))?;
        Ok(store)
    }

    fn connect(path: &Path, flags: OpenFlags) -> Result<Self, StoreError> {
        let fault = |error| Fault::Sql(error).of(path);
        let db = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_NO_MUTEX).map_err(fault)?;
        db.busy_timeout(std::time::Duration::from_secs(10)).map_err(fault)?;
        db.set_prepared_statement_cache_capacity(128);
        Ok(Self { db, path: path.to_owned(), fault: RefCell::new(None) })
    }

    /// Whether SQLite must put the file right before it can be read.
    fn is_left_open(&self) -> bool {
        let looked = self.db.query_row("SELECT count(*) FROM sqlite_master", [], |_| Ok(()));
        looked.is_err_and(|error| error.sqlite_error_code() == Some(rusqlite::ErrorCode::ReadOnly))
    }

    /// Whether it has no tables: new, or its first writer ended before it had made them.
    fn is_blank(&self) -> Result<bool, StoreError> {
        let tables = "SELECT count(*) = 0 FROM sqlite_master";
        self.told(self.db.query_row(tables, [], |row| row.get(0)))
    }

    /// Whether the file is an index of this format.
    fn is_ours(&self) -> Result<(), StoreError> {
        let mark: i64 = self.told(self.db.query_row("PRAGMA application_id", [], |row| row.get(0)))?;
        if mark != MARK {
            return Err(StoreError::NotAnIndex(self.path.clone()));
        }
        let found = self.told(self.meta("format"))?;
        if found != FORMAT.to_string() {
            return Err(StoreError::Format { path: self.path.clone(), found, known: FORMAT });
        }
        Ok(())
    }

    pub(super) fn meta(&self, name: &str) -> Result<String, rusqlite::Error> {
        self.db.prepare_cached("SELECT value FROM meta WHERE name = ?")?.query_row([name], |row| row.get(0))
    }

    /// A result with the name of the index in its error.
    pub(super) fn told<T, E: Into<Fault>>(&self, result: Result<T, E>) -> Result<T, StoreError> {
        result.map_err(|error| error.into().of(&self.path))
    }

    /// The value of a result; a fault is kept and the value is empty.
    pub(super) fn kept<T: Default>(&self, result: Result<T, Fault>) -> T {
        result.unwrap_or_else(|fault| {
            self.fault.borrow_mut().get_or_insert(fault);
            T::default()
        })
    }

    /// What went wrong since it was opened. An answer given before this is asked may lack what could not be read.
    ///
    /// # Errors
    /// The first fault.
    pub fn fault(&self) -> Result<(), StoreError> {
        self.fault.borrow_mut().take().map_or(Ok(()), |fault| Err(fault.of(&self.path)))
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }
}
