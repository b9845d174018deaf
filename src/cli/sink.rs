//! The one way out for data: stdout, or a file that appears whole or not at all.

use std::fs;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::{Path, PathBuf};

use anstream::{AutoStream, ColorChoice};
use anyhow::Context as _;
use serde::Serialize;
use tempfile::NamedTempFile;

use super::look::Look;
use super::words::Lang;

/// Enough that a reader at the other end of a pipe is seldom woken for nothing.
const BUFFER: usize = 64 * 1024;

/// Where data goes: buffered, locked once.
pub(crate) struct Sink {
    out: Out,
    look: Look,
}

enum Out {
    Stream(BufWriter<Box<dyn Write>>),
    File(BufWriter<NamedTempFile>, PathBuf),
}

impl Sink {
    /// Opens `path`, or stdout without one.
    ///
    /// # Errors
    /// When the file's folder cannot be written.
    pub(crate) fn open(path: Option<&Path>, lang: Lang) -> anyhow::Result<Self> {
        match path {
            Some(path) if path != Path::new("-") => Self::file(path, lang),
            _ => Ok(Self::stdout(lang)),
        }
    }

    fn stdout(lang: Lang) -> Self {
        let stdout = io::stdout();
        let terminal = stdout.is_terminal();
        let colour = AutoStream::choice(&stdout) != ColorChoice::Never;
        let stream: Box<dyn Write> =
            if colour { Box::new(AutoStream::always(stdout.lock())) } else { Box::new(stdout.lock()) };
        Self {
            out: Out::Stream(BufWriter::with_capacity(BUFFER, stream)),
            look: Look::new(terminal, colour, lang),
        }
    }

    fn file(path: &Path, lang: Lang) -> anyhow::Result<Self> {
        let look = Look::new(false, false, lang);
        let cannot =
            || format!("{}: cannot write; check that the folder exists and is yours", path.display());
        // A link is written through; a device or pipe has no whole to appear at once.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if fs::metadata(&target).is_ok_and(|m| !m.is_file()) {
            let special = fs::OpenOptions::new().write(true).open(&target).with_context(cannot)?;
            let stream: Box<dyn Write> = Box::new(special);
            return Ok(Self { out: Out::Stream(BufWriter::with_capacity(BUFFER, stream)), look });
        }
        let folder = target.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let mut builder = tempfile::Builder::new();
        builder.prefix(".vanban-");
        #[cfg(unix)]
        builder.permissions(permissions(&target));
        let file = builder.tempfile_in(folder).with_context(cannot)?;
        Ok(Self { out: Out::File(BufWriter::with_capacity(BUFFER, file), target), look })
    }

    /// How text should look here.
    pub(crate) fn look(&self) -> Look {
        self.look
    }

    /// Writes one value as JSON: indented for `pretty`, else on one line; a line break behind it.
    ///
    /// # Errors
    /// Those of writing.
    pub(crate) fn json(&mut self, value: &impl Serialize, pretty: bool) -> io::Result<()> {
        // Put together in memory: a value is hundreds of small pieces.
        let mut whole = if pretty { serde_json::to_vec_pretty(value)? } else { serde_json::to_vec(value)? };
        whole.push(b'\n');
        self.write_all(&whole)
    }

    /// Ends the output: what was written is now there.
    ///
    /// # Errors
    /// Those of writing, and of giving the file its name.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        match self.out {
            Out::Stream(mut stream) => stream.flush()?,
            Out::File(file, target) => {
                let file = file.into_inner().map_err(io::IntoInnerError::into_error)?;
                file.persist(&target).with_context(|| format!("{}: cannot write", target.display()))?;
            }
        }
        Ok(())
    }
}

/// Those of the file that is replaced; for a new one what the process gives.
#[cfg(unix)]
fn permissions(target: &Path) -> fs::Permissions {
    use std::os::unix::fs::PermissionsExt as _;
    fs::metadata(target).map_or_else(|_| fs::Permissions::from_mode(0o666), |m| m.permissions())
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match &mut self.out {
            Out::Stream(stream) => stream.write(bytes),
            Out::File(file, _) => file.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match &mut self.out {
            Out::Stream(stream) => stream.flush(),
            Out::File(file, _) => file.flush(),
        }
    }
}
