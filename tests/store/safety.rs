//! What must never happen to an index: a wrong answer, a reader who may not read, a text that stays.

use std::fs;
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use vanban::graph::{GraphView, ask};
use vanban::model::AnswerStatus;
use vanban::store::{Store, StoreError, Writer};

use super::support::{Place, arrival, assert_same, graph_of, specimens};

#[test]
fn only_the_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let place = Place::new();
    let mut writer = place.writer();
    writer.take(specimens()).expect("taken in");
    for file in fs::read_dir(place.folder.path()).expect("a folder").flatten() {
        let mode = file.metadata().expect("a file").permissions().mode() & 0o777;
        assert_eq!(mode, 0o600, "{}", file.path().display());
    }
}

#[test]
fn what_is_no_index_is_called_by_its_name() {
    let place = Place::new();
    let open = || Store::open(&place.path());
    assert!(matches!(open(), Err(StoreError::Missing(_))));
    fs::write(place.path(), "Số: 264/KH-UBND\n".repeat(200)).expect("written");
    assert!(matches!(open(), Err(StoreError::NotAnIndex(_))));
    assert!(matches!(Writer::open(&place.path(), &mut |_| {}), Err(StoreError::NotAnIndex(_))));
    assert!(fs::read_to_string(place.path()).expect("untouched").starts_with("Số"));
    let other = rusqlite::Connection::open(place.folder.path().join("other.db")).expect("SQLite");
    other.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1)").expect("a table");
    drop(other);
    assert!(matches!(Store::open(&place.folder.path().join("other.db")), Err(StoreError::NotAnIndex(_))));
}

#[test]
fn an_index_of_another_format_is_told() {
    let place = Place::new();
    place.writer().take(specimens()).expect("taken in");
    let db = rusqlite::Connection::open(place.path()).expect("SQLite");
    db.execute_batch("UPDATE meta SET value = '99' WHERE name = 'format'").expect("changed");
    drop(db);
    let error = Store::open(&place.path()).expect_err("another format");
    assert!(matches!(error, StoreError::Format { .. }), "{error}");
    assert!(error.to_string().contains("vanban index"), "{error}");
}

/// Flips bytes all over the file: what is damaged is told or does not matter, and never gives another answer.
#[test]
fn a_damaged_index_gives_an_error_or_the_right_answer() {
    let place = Place::new();
    place.writer().take(specimens()).expect("taken in");
    let whole = fs::read(place.path()).expect("the file");
    let right = |store: &Store| serde_json::to_string(&ask(store, "cho xem 264/KH-UBND")).expect("JSON");
    let answer = right(&place.store());
    let (mut told, mut texts) = (0, 0);
    for at in (0..whole.len()).step_by(whole.len() / 60) {
        let mut bytes = whole.clone();
        for byte in &mut bytes[at..(at + 600).min(whole.len())] {
            *byte ^= 0x5A;
        }
        fs::write(place.path(), &bytes).expect("written");
        for ending in ["-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{ending}", place.path().display()));
        }
        let damaged = match Store::open(&place.path()) {
            Err(_) => true,
            Ok(store) => {
                let found = right(&store);
                let fault = store.fault().is_err();
                let checked = store.check().is_err();
                texts += usize::from(checked);
                assert!(fault || checked || found == answer, "byte {at}: a wrong answer, and nothing told");
                fault || checked
            }
        };
        told += usize::from(damaged);
    }
    assert!(told > 20 && texts > 0, "{told} of 61 damages were told");
}

#[test]
fn a_second_writer_learns_who_is_writing_and_waits() {
    let place = Place::new();
    let first = place.writer();
    let (tell, told) = channel();
    let path = place.path();
    let second = thread::spawn(move || {
        let waiting = &mut |holder: &str| tell.send(holder.to_owned()).expect("heard");
        Writer::open(&path, waiting).map(drop)
    });
    let holder = told.recv_timeout(Duration::from_secs(5)).expect("the second writer says who it waits for");
    assert_eq!(holder, format!("process {}", std::process::id()));
    drop(first);
    second.join().expect("no panic").expect("the second writes after the first");
}

#[test]
fn a_reader_sees_one_state_while_others_write() {
    let place = Place::new();
    let mut all = specimens();
    let rest = all.split_off(10);
    let mut writer = place.writer();
    writer.take(all.clone()).expect("taken in");
    let before = place.store();
    let held = before.documents();
    writer.take(rest.clone()).expect("taken in");
    assert_eq!(before.documents(), held);
    assert_same(&before, &graph_of(&all), "the state it was opened in");
    all.extend(rest);
    assert_same(&place.store(), &graph_of(&all), "the state after");
}

#[test]
fn a_batch_that_fails_leaves_the_state_before() {
    let place = Place::new();
    let all = specimens();
    let mut writer = place.writer();
    writer.take(all[..5].to_vec()).expect("taken in");
    let db = rusqlite::Connection::open(place.path()).expect("SQLite");
    db.execute_batch(
        "CREATE TRIGGER full BEFORE INSERT ON diagnostics BEGIN SELECT raise(ABORT, 'no space'); END;
         CREATE TRIGGER full_too BEFORE INSERT ON edges BEGIN SELECT raise(ABORT, 'no space'); END",
    )
    .expect("a trigger");
    assert!(writer.take(all[5..].to_vec()).is_err());
    db.execute_batch("DROP TRIGGER full; DROP TRIGGER full_too").expect("dropped");
    assert_same(&place.store(), &graph_of(&all[..5]), "after a failure");
    writer.take(all[5..].to_vec()).expect("taken in");
    assert_same(&place.store(), &graph_of(&all), "after trying again");
}

/// A word that stands nowhere else.
const WORD: &str = "chimhạc";

#[test]
fn a_document_forgotten_leaves_no_byte_behind() {
    let place = Place::new();
    let all = specimens();
    let text = format!(
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 4711/KH-UBND\nCà Mau, ngày 24 tháng 4 năm 2026\n\nKẾ HOẠCH\nVề {WORD}\n\n\
         1. Sở {WORD} chủ trì báo cáo {WORD} trước ngày 30/6/2026.\n"
    );
    let secret = arrival("secret.txt", text.as_bytes());
    let id = "vn/ubnd-ca-mau/ke-hoach/2026/4711-kh-ubnd";
    {
        let mut writer = place.writer();
        writer.take(all.clone()).expect("taken in");
        writer.take(vec![secret]).expect("taken in");
        assert!(place.store().card(id).is_some_and(|card| card.held));
        assert_eq!(ask(&place.store(), &format!("tìm đoạn nói về {WORD}")).status, AnswerStatus::Found);
        assert_eq!(writer.forget(id).expect("removed"), ["secret.txt"]);
        assert_eq!(writer.forget(id).expect("nothing to remove"), Vec::<String>::new());
    }
    for file in fs::read_dir(place.folder.path()).expect("a folder").flatten() {
        let bytes = fs::read(file.path()).expect("a file");
        for word in [WORD, "chimhac", "secret.txt", "4711"] {
            let there = bytes.windows(word.len()).any(|window| window == word.as_bytes());
            assert!(!there, "{word} is still in {}", file.path().display());
        }
    }
    let store = place.store();
    assert_same(&store, &graph_of(&all), "without it");
    assert_eq!(store.forgotten().expect("readable").len(), 1);
    store.check().expect("whole");
}

#[test]
fn a_classified_document_leaves_only_its_place() {
    let place = Place::new();
    let text = format!("ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nMẬT\n\nSố: 5/KH-UBND\n\nKẾ HOẠCH\nVề {WORD}\n");
    let secret = arrival("mat.txt", text.as_bytes());
    let mut writer = place.writer();
    writer.take(vec![secret.clone()]).expect("it was taken in before it was marked");
    writer.pass_over(&[("mat.txt".to_owned(), secret.document)]).expect("passed over");
    let store = place.store();
    assert_same(&store, &graph_of(&[]), "nothing of it is in an answer");
    let standing = store.standing("mat.txt").expect("readable").expect("its place is known");
    assert_eq!(standing.state, "classified-skipped");
    assert_eq!(store.check().expect("whole"), 0);
}

#[test]
fn what_a_killed_writer_left_open_is_put_right_by_the_next_reader() {
    let place = Place::new();
    let all = specimens();
    place.writer().take(all.clone()).expect("taken in");
    let db = rusqlite::Connection::open(place.path()).expect("SQLite");
    db.execute_batch(
        "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN IMMEDIATE; DELETE FROM edges; DELETE FROM texts",
    )
    .expect("half of a change");
    // The files as they would be if the process ended here.
    let left = Place::new();
    let journal = |place: &Place| format!("{}-journal", place.path().display());
    fs::copy(journal(&place), journal(&left)).expect("a journal to be rolled back");
    fs::copy(place.path(), left.path()).expect("the file");
    assert_same(&left.store(), &graph_of(&all), "the state before");
}
