//! From what the command line names to entries that can be read one by one: files, folders, stdin, lines of JSON.

use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::{Path, PathBuf};

use ignore::WalkBuilder;
use serde::Deserialize;

use super::arguments::{Form, Inputs};
use super::notes::Notes;

/// Endings of document formats that this version does not read; their bytes are no text.
const NOT_READ: [&str; 9] = ["docx", "doc", "pdf", "html", "htm", "rtf", "odt", "xlsx", "zip"];

/// One text to be read.
pub(crate) struct Entry {
    /// Path as the command line or the folder gives it; None for a line of JSON.
    pub(crate) path: Option<PathBuf>,
    /// The caller's own id; None but for a line of JSON.
    pub(crate) id: Option<String>,
    /// What an index calls it: the path; for a line of JSON the path of its file, `#` and its id.
    pub(crate) place: String,
    /// Whether the command line names it, not only a folder it lies in.
    pub(crate) named: bool,
    /// What holds the bytes.
    pub(crate) body: Body,
}

/// What holds the bytes of an entry.
pub(crate) enum Body {
    File,
    Stdin,
    Text(String),
}

/// An input that could not be read: where, and what to do.
pub(crate) struct Failure(pub(crate) String);

/// A line of `--from ndjson`.
#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
}

impl Entry {
    /// What messages call it.
    pub(crate) fn name(&self) -> String {
        match (&self.path, &self.id) {
            (Some(path), _) => path.display().to_string(),
            (None, id) => id.clone().unwrap_or_default(),
        }
    }

    /// Its names without what holds the bytes, and the whole of it.
    pub(crate) fn split(self) -> (Self, Self) {
        let head = Self {
            path: self.path.clone(),
            id: self.id.clone(),
            place: self.place.clone(),
            named: self.named,
            body: Body::Text(String::new()),
        };
        (head, self)
    }

    /// An entry of which nothing is known.
    pub(crate) fn nameless() -> Self {
        Self { path: None, id: None, place: String::new(), named: false, body: Body::Text(String::new()) }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// What the system says about the file.
    pub(crate) fn bytes(self) -> Result<Vec<u8>, Failure> {
        let name = self.name();
        let read = match (self.body, self.path) {
            (Body::Text(text), _) => Ok(text.into_bytes()),
            (Body::Stdin, _) => {
                let mut bytes = Vec::new();
                io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
            }
            (Body::File, Some(path)) => fs::read(path),
            (Body::File, None) => Ok(Vec::new()),
        };
        read.map_err(|error| Failure(format!("{name}: cannot read: {error}")))
    }
}

/// All entries the inputs name, in order; a folder's in byte order of their paths. Lines of JSON are read as they are
/// asked for.
pub(crate) fn entries(
    inputs: &Inputs,
    notes: &Notes,
) -> impl Iterator<Item = Result<Entry, Failure>> + Send + use<> {
    let mut skipped = 0;
    let mut files = Vec::new();
    for path in &inputs.paths {
        if path.is_dir() {
            walk(path, inputs.form_ending(), &mut files, &mut skipped);
        } else {
            files.push(Ok((path.clone(), true)));
        }
    }
    if skipped > 0 {
        let them = if skipped == 1 {
            "1 file in docx, doc, pdf or html was".to_owned()
        } else {
            format!("{skipped} files in docx, doc, pdf or html were")
        };
        notes.note(&format!("{them} left out: this version reads text; save them as .txt"));
    }
    let files = once_each(files);
    let form = inputs.from;
    files.into_iter().flat_map(move |file| -> Box<dyn Iterator<Item = Result<Entry, Failure>> + Send> {
        match (file, form) {
            (Err(failure), _) => Box::new(std::iter::once(Err(failure))),
            (Ok((path, named)), Form::Txt) => Box::new(std::iter::once(one(path, named))),
            (Ok((path, _)), Form::Ndjson) => lines(&path),
        }
    })
}

impl Inputs {
    fn form_ending(&self) -> &'static [&'static str] {
        match self.from {
            Form::Txt => &["txt"],
            Form::Ndjson => &["ndjson", "jsonl"],
        }
    }
}

/// A path that is met twice is read once, in its first place; it is named if the command line names it anywhere.
fn once_each(files: Vec<Found>) -> Vec<Found> {
    let named: HashSet<PathBuf> =
        files.iter().flatten().filter(|(_, named)| *named).map(|(path, _)| path.clone()).collect();
    let mut met = HashSet::new();
    let mut kept = Vec::with_capacity(files.len());
    for file in files {
        match file {
            Ok((path, _)) if met.contains(&path) => {}
            Ok((path, _)) => {
                met.insert(path.clone());
                let named = named.contains(&path);
                kept.push(Ok((path, named)));
            }
            failed => kept.push(failed),
        }
    }
    kept
}

fn one(path: PathBuf, named: bool) -> Result<Entry, Failure> {
    let place = path.to_string_lossy().into_owned();
    if path == Path::new("-") {
        return Ok(Entry { path: Some(path), id: None, place, named, body: Body::Stdin });
    }
    match ending(&path).as_deref() {
        Some(ending) if NOT_READ.contains(&ending) => Err(Failure(format!(
            "{}: {ending} is not read yet; save the document as text (.txt) and name that file",
            path.display()
        ))),
        _ => Ok(Entry { path: Some(path), id: None, place, named, body: Body::File }),
    }
}

fn ending(path: &Path) -> Option<String> {
    path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase)
}

/// A file found: its path and whether the command line named it.
type Found = Result<(PathBuf, bool), Failure>;

/// Every file under `folder` with one of the endings; `.gitignore` has no say, hidden folders are passed by.
fn walk(folder: &Path, endings: &[&str], files: &mut Vec<Found>, skipped: &mut usize) {
    let mut found = Vec::new();
    for entry in WalkBuilder::new(folder).standard_filters(false).hidden(true).build() {
        match entry {
            Ok(entry) => {
                let path = entry.into_path();
                let ending = ending(&path).unwrap_or_default();
                let wanted = endings.contains(&ending.as_str());
                if !wanted && !NOT_READ.contains(&ending.as_str()) || !path.is_file() {
                    continue;
                }
                if wanted {
                    found.push(path);
                } else {
                    *skipped += 1;
                }
            }
            Err(error) => files.push(Err(Failure(format!("{}: cannot walk: {error}", folder.display())))),
        }
    }
    found.sort_by(|a, b| a.as_os_str().as_encoded_bytes().cmp(b.as_os_str().as_encoded_bytes()));
    files.extend(found.into_iter().map(|path| Ok((path, false))));
}

fn lines(path: &Path) -> Box<dyn Iterator<Item = Result<Entry, Failure>> + Send> {
    let reader: Box<dyn BufRead + Send> = if path == Path::new("-") {
        Box::new(BufReader::new(io::stdin()))
    } else {
        match File::open(path) {
            Ok(file) => Box::new(BufReader::new(file)),
            Err(error) => {
                let failure = Failure(format!("{}: cannot read: {error}", path.display()));
                return Box::new(std::iter::once(Err(failure)));
            }
        }
    };
    let name = path.display().to_string();
    let filled = |line: &io::Result<Vec<u8>>| line.as_ref().map_or(true, |l| !l.trim_ascii().is_empty());
    let numbered = (1..).zip(reader.split(b'\n')).filter(move |(_, line)| filled(line));
    Box::new(numbered.map(move |(number, line)| {
        let at = |what: &dyn std::fmt::Display| Failure(format!("{name}:{number}: {what}"));
        let bytes = line.map_err(|error| at(&format!("cannot read: {error}")))?;
        let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
        let line: Line = serde_json::from_slice(bytes)
            .map_err(|error| at(&format!("no line of the form {{\"id\": ..., \"text\": ...}}: {error}")))?;
        let id = line.id.as_str().map_or_else(|| line.id.to_string(), str::to_owned);
        let place = format!("{name}#{id}");
        Ok(Entry { path: None, id: Some(id), place, named: false, body: Body::Text(line.text) })
    }))
}
