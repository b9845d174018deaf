//! What is read: files, folders, stdin, lines of JSON; and what happens when something cannot be.

use super::support::{folder, text_of, vanban, vanban_reads};

const PLAN: &str = "Số: 12/KH-UBND\n\nKẾ HOẠCH\nThực hiện Quyết định số 5/QĐ-TTg\n";

fn paths(stdout: &str) -> Vec<String> {
    let path = |line: &str| {
        let document: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        document["source"]["path"].as_str().unwrap_or_default().to_owned()
    };
    stdout.lines().map(path).collect()
}

#[test]
fn a_folder_yields_its_texts_in_byte_order_of_their_paths() {
    let files: [(&str, &[u8]); 8] = [
        ("b.txt", b"b"),
        ("a/z.txt", b"z"),
        ("a.txt", b"a"),
        ("B.TXT", b"B"),
        ("README.md", b"no"),
        ("gold.json", b"{}"),
        ("scan.pdf", b"%PDF"),
        (".hidden/x.txt", b"x"),
    ];
    let folder = folder(&files);
    let run = vanban(&["parse", "--format", "ndjson", text_of(folder.path())]);
    let found: Vec<String> = paths(&run.stdout)
        .iter()
        .map(|path| path.rsplit_once("/.tmp").map_or(path.as_str(), |(_, rest)| &rest[7..]).to_owned())
        .collect();
    assert_eq!(found, ["B.TXT", "a.txt", "a/z.txt", "b.txt"]);
    assert_eq!(run.status, 0);
    assert!(run.stderr.contains("1 file in docx, doc, pdf or html was left out"), "{}", run.stderr);
}

#[test]
fn a_bad_file_is_told_and_the_others_are_read() {
    let folder = folder(&[("good.txt", PLAN.as_bytes()), ("word.docx", b"PK")]);
    let good = folder.path().join("good.txt");
    let word = folder.path().join("word.docx");
    let none = folder.path().join("none.txt");
    let run = vanban(&["parse", "--format", "ndjson", text_of(&none), text_of(&good), text_of(&word)]);
    assert_eq!(run.status, 2);
    assert_eq!(paths(&run.stdout), [text_of(&good)]);
    assert!(run.stderr.contains("none.txt: cannot read"), "{}", run.stderr);
    assert!(
        run.stderr.contains("word.docx: docx is not read yet; save the document as text"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_file_named_on_the_command_line_is_read_whatever_its_ending() {
    let folder = folder(&[("plan.md", PLAN.as_bytes())]);
    let path = folder.path().join("plan.md");
    assert_eq!(vanban(&["text", text_of(&path)]).stdout, PLAN);
}

#[test]
fn a_dash_is_stdin() {
    let run = vanban_reads(&["parse", "-"], PLAN.as_bytes());
    let document: serde_json::Value = serde_json::from_str(&run.stdout).expect("one object");
    assert_eq!(document["source"]["path"], "-");
    assert_eq!(document["source"]["bytes"], PLAN.len());
    assert_eq!(run.status, 0);
}

#[test]
fn lines_of_json_echo_their_ids_and_a_bad_line_is_told_with_its_number() {
    let input =
        "{\"id\": \"một\", \"text\": \"Số: 1/QĐ-UBND\"}\n\n{\"id\": 2, \"text\": \"\", \"more\": 1}\nkhông\n";
    let run = vanban_reads(&["parse", "--from", "ndjson", "--format", "ndjson", "-"], input.as_bytes());
    let ids: Vec<String> = run
        .stdout
        .lines()
        .map(|line| {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON")["source"]["id"].to_string()
        })
        .collect();
    assert_eq!(ids, ["\"một\"", "\"2\""]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("-:4: "), "{}", run.stderr);
}

#[test]
fn any_bytes_are_a_document() {
    let noise: Vec<u8> = (0..=255).cycle().take(5000).collect();
    let folder = folder(&[("noise.txt", &noise), ("empty.txt", b"")]);
    let run = vanban(&["parse", text_of(folder.path())]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let documents: serde_json::Value = serde_json::from_str(&run.stdout).expect("an array");
    assert_eq!(documents.as_array().map(Vec::len), Some(2));
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in
        [&[][..], &["parse"], &["parse", "--nothing", "."], &["nothing"], &["parse", "--jobs", "0", "."]]
    {
        let run = vanban(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
    }
}
