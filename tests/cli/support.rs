//! Runs the built program and keeps what it said.

use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// What a run said and how it ended.
pub(super) struct Run {
    pub status: i32,
    pub stdout: String,
    pub stderr: String,
}

/// A run of the program with nothing on stdin.
pub(super) fn vanban(arguments: &[&str]) -> Run {
    vanban_reads(arguments, b"")
}

/// A run of the program with `input` on stdin.
pub(super) fn vanban_reads(arguments: &[&str], input: &[u8]) -> Run {
    let mut child = command(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut stdin = child.stdin.take().expect("stdin is piped");
    let bytes = input.to_vec();
    // A run that reads no stdin closes it early; that is no failure.
    let writer = std::thread::spawn(move || drop(stdin.write_all(&bytes)));
    let output = child.wait_with_output().expect("the program ends");
    writer.join().expect("the writer ends");
    Run {
        status: output.status.code().unwrap_or(-1),
        stdout: String::from_utf8(output.stdout).expect("stdout is UTF-8"),
        stderr: String::from_utf8(output.stderr).expect("stderr is UTF-8"),
    }
}

/// The program with a plain environment, in the project's folder.
pub(super) fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_vanban"));
    command.args(arguments).current_dir(root());
    command.env_remove("VANBAN_LANG").env_remove("COLUMNS").env_remove("CLICOLOR_FORCE").env("NO_COLOR", "1");
    command
}

/// The project's folder.
pub(super) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A folder of its own with these files; gone when the value is dropped.
pub(super) fn folder(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder for the test");
    for (name, bytes) in files {
        let path: PathBuf = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("a folder for the file");
        std::fs::write(path, bytes).expect("a file for the test");
    }
    folder
}

/// The path as the command line takes it.
pub(super) fn text_of(path: &Path) -> &str {
    path.to_str().expect("the path is text")
}
