//! One writer at a time, and who it is. The lock lies in a file beside the index and ends with the process that holds it,
//! however that ends.

use std::fs::{File, OpenOptions, TryLockError};
use std::io::{Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::error::StoreError;

/// How long a second writer waits.
const PATIENCE: Duration = Duration::from_secs(10);
const STEP: Duration = Duration::from_millis(50);

/// The right to write to an index.
#[derive(Debug)]
pub(super) struct WriteLock {
    _file: File,
}

/// The file of the lock: `FILE-writer`.
pub(super) fn lock_path(index: &Path) -> PathBuf {
    let mut name = index.as_os_str().to_owned();
    name.push("-writer");
    PathBuf::from(name)
}

impl WriteLock {
    /// Takes the lock; waits a while when another process holds it, after telling `waiting` who.
    ///
    /// # Errors
    /// [`StoreError::Busy`] when it is held for longer, [`StoreError::Io`] when there can be no such file.
    pub fn take(index: &Path, waiting: &mut dyn FnMut(&str)) -> Result<Self, StoreError> {
        let path = lock_path(index);
        let failed = |error| StoreError::Io { path: path.clone(), error };
        let mut file = private().read(true).truncate(false).open(&path).map_err(failed)?;
        let began = Instant::now();
        let mut told = false;
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::Error(error)) => return Err(failed(error)),
                Err(TryLockError::WouldBlock) => {
                    let holder = holder(&mut file);
                    if began.elapsed() >= PATIENCE {
                        return Err(StoreError::Busy { path: index.to_owned(), holder });
                    }
                    if !told {
                        waiting(&holder);
                        told = true;
                    }
                    sleep(STEP);
                }
            }
        }
        let mark = format!("process {}", std::process::id());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(mark.as_bytes()))
            .map_err(failed)?;
        Ok(Self { _file: file })
    }
}

/// Who wrote his name into the file.
fn holder(file: &mut File) -> String {
    let mut name = String::new();
    let read = file.rewind().and_then(|()| file.read_to_string(&mut name));
    match read {
        Ok(_) if !name.trim().is_empty() => name.trim().to_owned(),
        _ => "another process".to_owned(),
    }
}

/// How a file is made that its owner alone may read.
pub(super) fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.create(true).write(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}
