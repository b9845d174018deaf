//! `vanban index` and what is asked of an index.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use vanban::store::{Arrival, Store, StoreError};

use super::support::{command, folder, root, text_of, vanban, vanban_reads};
use crate::store::support::{arrival, assert_same, graph_of};

const PLAN: &str = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 12/KH-UBND\nCà Mau, ngày 5 tháng 5 năm 2026\n\nKẾ HOẠCH\n\
                    Thực hiện Quyết định số 5/QĐ-TTg ngày 4/1/2026 của Thủ tướng Chính phủ\n";

/// What a run of `index` says it did: `new`, `changed`, `unchanged` ...
fn did(paths: &[&str], db: &str) -> serde_json::Value {
    let run = vanban(&[&["index", "--db", db, "--format", "json", "--quiet"], paths].concat());
    assert_eq!(run.status, 0, "{}", run.stderr);
    serde_json::from_str(&run.stdout).expect("a report is JSON")
}

fn counts(report: &serde_json::Value, names: &[&str]) -> Vec<u64> {
    names.iter().map(|name| report[name].as_u64().expect("a count")).collect()
}

const COUNTS: [&str; 4] = ["new", "changed", "unchanged", "vanished"];

#[test]
fn a_second_run_reads_nothing_and_a_change_only_what_changed() {
    let files = folder(&[("a/1.txt", PLAN.as_bytes()), ("a/2.txt", b"CONG VAN"), ("b/3.txt", b"THONG BAO")]);
    let at = |name: &str| files.path().join(name);
    let (a, b, db) = (at("a"), at("b"), at("kho.db"));
    let (a, b, db) = (text_of(&a), text_of(&b), text_of(&db));
    assert_eq!(counts(&did(&[a, b], db), &COUNTS), [3, 0, 0, 0]);
    assert_eq!(counts(&did(&[a, b], db), &COUNTS), [0, 0, 3, 0]);
    fs::write(at("a/1.txt"), PLAN.replace("12/KH", "13/KH")).expect("written");
    fs::remove_file(at("a/2.txt")).expect("removed");
    assert_eq!(counts(&did(&[a, b], db), &COUNTS), [0, 1, 1, 1]);
    // Only what the inputs speak for can vanish.
    fs::remove_file(at("b/3.txt")).expect("removed");
    assert_eq!(counts(&did(&[a], db), &COUNTS), [0, 0, 1, 0]);
    let (gone, kept) = (at("b/3.txt"), at("a/1.txt"));
    assert_eq!(counts(&did(&[text_of(&gone)], db), &COUNTS), [0, 0, 0, 1]);
    fs::write(&gone, b"THONG BAO").expect("written");
    assert_eq!(counts(&did(&[text_of(&gone), text_of(&kept)], db), &COUNTS), [1, 0, 1, 0]);
    assert_eq!(vanban(&["index", "--check", "--db", db]).status, 0);
}

#[test]
fn lines_of_json_are_places_of_their_own() {
    let line = |id: &str, text: &str| serde_json::json!({ "id": id, "text": text }).to_string() + "\n";
    let lines = line("x1", PLAN) + &line("x2", "THÔNG BÁO");
    let files = folder(&[("all.ndjson", lines.as_bytes())]);
    let (path, db) = (files.path().join("all.ndjson"), files.path().join("kho.db"));
    let index = ["--from", "ndjson", text_of(&path)];
    assert_eq!(counts(&did(&index, text_of(&db)), &COUNTS), [2, 0, 0, 0]);
    fs::write(&path, line("x1", PLAN)).expect("written");
    assert_eq!(counts(&did(&index, text_of(&db)), &COUNTS), [0, 0, 1, 1]);
    let run = vanban(&["show", "12/KH-UBND", "--db", text_of(&db)]);
    assert!(run.stdout.contains("12/KH-UBND") && run.status == 0, "{}{}", run.stdout, run.stderr);
}

#[test]
fn every_command_asks_an_index_as_it_asks_files() {
    let files = folder(&[]);
    let db = files.path().join("kho.db");
    let db = text_of(&db);
    let texts = "corpus/texts";
    let all = vanban(&["index", "--include-classified", texts, "--db", db, "--quiet"]);
    assert_eq!(all.status, 0, "{}", all.stderr);
    let id = "264/KH-UBND";
    let commands: [&[&str]; 17] = [
        &["query", "what implements Kết luận 107-KL/TW"],
        &["query", "văn bản được viện dẫn nào chưa có"],
        &["query", "tìm đoạn nói về đường dây nóng"],
        &["implemented-by", "107-KL/TW"],
        &["implements", id],
        &["cited-by", id],
        &["cites", id],
        &["chain", "230/KH-UBND của UBND tỉnh Cà Mau"],
        &["show", id],
        &["tasks", "--for", "Sở Y tế"],
        &["tasks", "--of", id, "--format", "json"],
        &["deadlines", "--since", "1/6/2026", "--until", "30/6/2026"],
        &["coverage", "107-KL/TW"],
        &["export", "--format", "json"],
        &["export", "--format", "dot"],
        &["stats"],
        &["show", "999/KH-UBND"],
    ];
    for arguments in commands {
        let today: &[&str] = if arguments[0] == "export" { &[] } else { &["--today", "1/7/2026"] };
        let include: &[&str] = &["--include-classified", texts];
        let of_files = vanban(&[arguments, today, include].concat());
        let of_index = vanban(&[arguments, today, &["--db", db]].concat());
        assert_eq!(of_index.stdout, of_files.stdout, "{arguments:?}");
        assert_eq!(of_index.status, of_files.status, "{arguments:?}");
    }
    for arguments in [&["lint", "--format", "json"][..], &["text"]] {
        let of_files = vanban(&[arguments, &[texts]].concat());
        let of_index = vanban(&[arguments, &["--db", db]].concat());
        assert_eq!(of_index.stdout, of_files.stdout, "{arguments:?}");
    }
    let ids = |run: &super::support::Run| -> BTreeSet<String> {
        let id = |line: &str| {
            serde_json::from_str::<serde_json::Value>(line).expect("JSON")["source"]["path"].to_string()
        };
        run.stdout.lines().map(id).collect()
    };
    let (files, index) = (
        vanban(&["parse", "--format", "ndjson", texts]),
        vanban(&["parse", "--format", "ndjson", "--db", db]),
    );
    assert_eq!(ids(&index), ids(&files));
}

#[test]
fn what_is_marked_mat_is_passed_over_unless_asked_for() {
    let secret = PLAN.replace("TỈNH CÀ MAU\n", "TỈNH CÀ MAU\nMẬT\n");
    let files = folder(&[("texts/open.txt", PLAN.as_bytes()), ("texts/mat.txt", secret.as_bytes())]);
    let (texts, db) = (files.path().join("texts"), files.path().join("kho.db"));
    let (texts, db) = (text_of(&texts), text_of(&db));
    for (new, unchanged) in [(1, 0), (0, 1)] {
        let report = did(&[texts], db);
        assert_eq!(counts(&report, &["new", "unchanged", "classified_skipped"]), [new, unchanged, 1]);
    }
    assert_eq!(counts(&did(&["--include-classified", texts], db), &["changed", "unchanged"]), [1, 1]);
}

#[test]
fn what_is_forgotten_does_not_come_back_with_its_folder() {
    let files = folder(&[("texts/plan.txt", PLAN.as_bytes()), ("texts/other.txt", b"THONG BAO")]);
    let (texts, db) = (files.path().join("texts"), files.path().join("kho.db"));
    let (texts, db) = (text_of(&texts), text_of(&db));
    did(&[texts], db);
    let run = vanban(&["forget", "12/KH-UBND", "--db", db]);
    assert!(run.status == 0 && run.stdout.trim().ends_with("plan.txt"), "{}{}", run.stdout, run.stderr);
    assert_eq!(vanban(&["show", "12/KH-UBND", "--db", db]).status, 1);
    assert_eq!(counts(&did(&[texts], db), &["new", "unchanged", "forgotten_skipped"]), [0, 1, 1]);
    assert_eq!(vanban(&["forget", "12/KH-UBND", "--db", db]).status, 1);
}

#[test]
fn a_file_that_is_no_index_is_told_with_the_way_out() {
    let files = folder(&[("notes.txt", PLAN.as_bytes())]);
    let notes = files.path().join("notes.txt");
    let missing = files.path().join("none.db");
    for (db, words) in [(&notes, "no vanban index"), (&missing, "vanban index PATH...")] {
        let run = vanban(&["stats", "--db", text_of(db)]);
        assert!(run.status == 2 && run.stderr.contains(words), "{}", run.stderr);
    }
    let run = vanban(&["index", text_of(&notes)]);
    assert!(run.status == 2 && run.stderr.contains("--db FILE"), "{}", run.stderr);
    let run = vanban_reads(&["stats"], b"");
    assert_eq!(run.status, 2);
}

/// Many files under names of their own, in `folder`, and what arrives when they are read.
fn many(folder: &Path, copies: usize) -> Vec<Arrival> {
    let mut all = Vec::new();
    for entry in fs::read_dir(root().join("corpus/texts")).expect("the texts").flatten() {
        let bytes = fs::read(entry.path()).expect("a text");
        for copy in 0..copies {
            let path = folder.join(format!("{copy}-{}", entry.file_name().to_string_lossy()));
            fs::write(&path, &bytes).expect("written");
            let one = arrival(text_of(&path), &bytes);
            if !one.document.is_classified() {
                all.push(one);
            }
        }
    }
    all
}

/// Kills runs of the writer at moments drawn by lot. What is left is a state between two transactions, and the next run
/// goes on from there.
fn killed_at_any_moment(runs: u64, copies: usize) {
    let files = folder(&[("texts/.keep", b"")]);
    let texts = files.path().join("texts");
    let all = many(&texts, copies);
    let db = files.path().join("kho.db");
    let start = || {
        command(&["index", text_of(&texts), "--db", text_of(&db), "--batch", "15", "--quiet"])
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("the program starts")
    };
    // Moments are drawn from as long as a whole run takes here and now.
    let begun = Instant::now();
    start().wait().expect("ended");
    let whole = begun.elapsed();
    let mut lot: u64 = 7;
    let mut between = 0;
    for run in 0..runs {
        lot = lot.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if run % 5 == 0 {
            for ending in ["", "-wal", "-shm"] {
                let _ = fs::remove_file(format!("{}{ending}", db.display()));
            }
        }
        let mut child = start();
        sleep(whole * u32::try_from(lot >> 33 & 0xFF).expect("a byte") / 0xFF);
        // Child::kill is SIGKILL.
        child.kill().expect("killed");
        child.wait().expect("ended");
        let store = match Store::open(&db) {
            Ok(store) => store,
            Err(StoreError::Missing(_)) => continue,
            Err(error) => panic!("run {run}: {error}"),
        };
        store.check().unwrap_or_else(|error| panic!("run {run}: {error}"));
        let held: BTreeSet<String> = store
            .held()
            .expect("readable")
            .map(|one| one.expect("whole").document.source.path.expect("a path"))
            .collect();
        between += usize::from(!held.is_empty() && held.len() < all.len());
        let there: Vec<Arrival> = all.iter().filter(|one| held.contains(&one.place)).cloned().collect();
        assert_eq!(there.len(), held.len());
        assert_same(&store, &graph_of(&there), &format!("run {run}"));
    }
    assert!(runs < 100 || between > 0, "some runs were killed half-way");
    start().wait().expect("ended");
    assert_same(&Store::open(&db).expect("readable"), &graph_of(&all), "after all");
}

#[test]
fn a_writer_killed_at_any_moment_leaves_a_whole_index() {
    killed_at_any_moment(12, 3);
}

#[test]
#[ignore = "takes minutes; the same as above three hundred times"]
fn three_hundred_writers_killed_leave_a_whole_index() {
    killed_at_any_moment(300, 4);
}

#[test]
fn ctrl_c_keeps_what_was_taken_in() {
    let files = folder(&[("texts/.keep", b"")]);
    let texts = files.path().join("texts");
    let all = many(&texts, 12);
    let db = files.path().join("kho.db");
    let mut child =
        command(&["index", text_of(&texts), "--db", text_of(&db), "--batch", "10", "--jobs", "1"])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
    // Not before it listens: the lock is taken after the handler is set.
    while !fs::metadata(format!("{}-writer", db.display())).is_ok_and(|lock| lock.len() > 0) {
        sleep(Duration::from_millis(1));
    }
    Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("a signal");
    let status = child.wait().expect("ended").code();
    let store = Store::open(&db).expect("readable");
    let held = store.check().expect("whole");
    // On a fast machine it may have been done already.
    assert!(
        status == Some(130) || status == Some(0) && held == all.len(),
        "{status:?} with {held} documents"
    );
}
