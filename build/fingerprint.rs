//! The fingerprint of the parser: outputs with the same one were read alike, so what an index holds need not be read again.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use sha2::{Digest, Sha256};

/// All that decides what a text is read as: the grammars, the tables, and the floors that read.
pub const READS: [&str; 8] =
    ["grammar", "build", "src/text", "src/registry", "src/model", "src/syntax", "src/parse", "src/resolve"];

/// 12 hex digits over every file of [`READS`], in the order of their paths.
pub fn fingerprint() -> io::Result<String> {
    let mut files = Vec::new();
    for folder in READS {
        collect(Path::new(folder), &mut files)?;
    }
    files.sort();
    let mut hash = Sha256::new();
    for file in files {
        // Some checkouts end lines in two bytes.
        hash.update(fs::read_to_string(file)?.replace("\r\n", "\n"));
    }
    Ok(hash.finalize().iter().take(6).fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    }))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            collect(&path, files)?;
        } else if path.extension().is_some_and(|end| end == "rs" || end == "pest" || end == "tsv") {
            files.push(path);
        }
    }
    Ok(())
}
