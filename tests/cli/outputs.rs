//! What is printed and where: one object or an array, files that appear whole, pipes that close.

use std::fs;
use std::io::Read as _;
use std::process::Stdio;

use super::support::{command, folder, text_of, vanban};

const TEXTS: &str = "corpus/texts";

#[test]
fn one_document_is_an_object_and_several_are_an_array() {
    let one: serde_json::Value =
        serde_json::from_str(&vanban(&["parse", "corpus/texts/b-01-ket-luan-226-kl-tw.txt"]).stdout)
            .expect("JSON");
    assert_eq!(one["schema"], "vanban.document.v1");
    let all: serde_json::Value = serde_json::from_str(&vanban(&["parse", TEXTS]).stdout).expect("JSON");
    assert!(all.as_array().is_some_and(|a| a.len() > 20));
    let folder = folder(&[]);
    assert_eq!(vanban(&["parse", text_of(folder.path())]).stdout, "[]\n");
}

#[test]
fn the_number_of_threads_changes_nothing() {
    for arguments in [&["parse", TEXTS][..], &["export", TEXTS], &["lint", TEXTS], &["text", TEXTS]] {
        let with = |jobs| {
            let mut all = arguments.to_vec();
            all.extend(["--jobs", jobs]);
            vanban(&all).stdout
        };
        assert!(with("1") == with("8"), "{arguments:?}");
    }
}

#[test]
fn text_is_the_file_itself_without_its_byte_order_mark() {
    for name in ["a-10-thong-bao-ket-luan.txt", "a-07-cong-van-ksbt-tra-loi.txt"] {
        let path = format!("{TEXTS}/{name}");
        let bytes = fs::read(super::support::root().join(&path)).expect("the specimen is there");
        assert!(vanban(&["text", &path]).stdout.as_bytes() == bytes, "{name}");
    }
    let marked = folder(&[("m.txt", b"\xEF\xBB\xBFS\xE1\xBB\x9F")]);
    assert_eq!(vanban(&["text", text_of(marked.path())]).stdout, "Sở");
}

#[test]
fn a_file_is_written_whole_and_its_ending_chooses_the_format() {
    let folder = folder(&[("a.txt", "Số: 1/QĐ-UBND".as_bytes()), ("out.ndjson", b"old")]);
    let out = folder.path().join("out.ndjson");
    let run = vanban(&["parse", "-o", text_of(&out), text_of(&folder.path().join("a.txt"))]);
    assert_eq!((run.status, run.stdout.as_str()), (0, ""), "{}", run.stderr);
    let written = fs::read_to_string(&out).expect("the file is there");
    assert_eq!(written.lines().count(), 1);
    assert!(written.starts_with("{\"schema\""), "{written}");
    let names = fs::read_dir(folder.path()).expect("a folder").flatten().count();
    assert_eq!(names, 2, "nothing is left beside it");
}

#[test]
fn a_file_stays_as_it_was_when_the_run_fails() {
    let folder = folder(&[("out.json", b"old")]);
    let out = folder.path().join("out.json");
    assert_eq!(vanban(&["man", "nothing", "-o", text_of(&out)]).status, 2);
    assert_eq!(fs::read(&out).expect("the file is there"), b"old");
    let nowhere = folder.path().join("no/out.json");
    let run = vanban(&["parse", "-o", text_of(&nowhere), TEXTS]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("cannot write"), "{}", run.stderr);
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let mut child = command(&["parse", TEXTS])
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut first = [0; 64];
    let mut stdout = child.stdout.take().expect("stdout is piped");
    stdout.read_exact(&mut first).expect("the first bytes come");
    drop(stdout);
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
}

#[test]
fn explain_knows_every_code_and_the_nearest_to_a_slip() {
    assert!(vanban(&["explain", "date-conflict"]).stdout.contains("Đối chiếu với bản gốc"));
    assert!(
        vanban(&["explain", "DATE-CONFLICT", "--lang", "en"]).stdout.contains("Compare with the original")
    );
    let slip = vanban(&["explain", "date-conflit"]);
    assert_eq!((slip.status, slip.stdout.as_str()), (1, ""));
    assert!(slip.stderr.contains("did you mean `date-conflict`?"), "{}", slip.stderr);
}

#[test]
fn completions_and_manual_are_there() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(vanban(&["completions", shell]).stdout.contains("implemented-by"), "{shell}");
    }
    assert!(vanban(&["man"]).stdout.contains(".TH vanban 1"));
    assert!(vanban(&["man", "query"]).stdout.contains("QUESTION"));
}
