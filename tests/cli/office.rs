//! The office's own view at the command line: groups, errors of its files, coverage, changes.

use super::support::{folder, text_of, vanban};

const TEXTS: &str = "corpus/texts";
const PROFILE: &str = "corpus/office/so-y-te.toml";

#[test]
fn tasks_stand_under_what_is_to_be_done_about_them() {
    let run = vanban(&["tasks", "--as", PROFILE, "--today", "1/7/2026", TEXTS]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for heading in ["Quá hạn, chưa thấy kết quả: ", "Cần người xem: ", "Việc khác: ", "? giao chung"]
    {
        assert!(run.stdout.contains(heading), "{heading}\n{}", run.stdout);
    }
    assert!(run.stdout.contains("kỳ 24/6/2026"), "{}", run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 100), "{}", run.stdout);
    let of = ["tasks", "--as", PROFILE, "--today", "1/7/2026", "--of", "264/KH-UBND", TEXTS];
    let without = vanban(&of);
    assert!(!without.stdout.contains("Đã xong"), "{}", without.stdout);
    let with = vanban(&[&of[..], &["--status", "corpus/office/ket-qua.csv"]].concat());
    assert!(with.stdout.contains("Đã xong: 1") && with.stdout.contains("2655/SYT-VP"), "{}", with.stdout);
}

#[test]
fn we_are_who_the_profile_says() {
    let question = "nhiệm vụ của chúng ta trong 264/KH-UBND";
    let known = vanban(&["query", question, "--as", PROFILE, TEXTS]);
    assert!(known.stdout.contains("đường dây nóng"), "{}", known.stdout);
    let unknown = vanban(&["query", question, TEXTS]);
    assert_eq!(unknown.status, 1);
    assert!(unknown.stderr.contains("--as PROFILE"), "{}", unknown.stderr);
}

#[test]
fn a_wrong_file_is_told_with_its_line() {
    let folder = folder(&[
        ("we.toml", "body = \"Sở Y tế tỉnh Cà Mau\"\nincoming = \"in.csv\"\n".as_bytes()),
        ("in.csv", b"code,arrived\n12/KH-UBND,tomorrow\n"),
        ("done.csv", b"what,when\n"),
    ]);
    let path = |name: &str| text_of(&folder.path().join(name)).to_owned();
    let register = vanban(&["tasks", "--as", &path("we.toml"), TEXTS]);
    assert_eq!(register.status, 2);
    assert!(register.stderr.contains("in.csv: line 2: `tomorrow` is no day"), "{}", register.stderr);
    let status = vanban(&["tasks", "--status", &path("done.csv"), TEXTS]);
    assert!(status.stderr.contains("done.csv: line 1: there is no column `task`"), "{}", status.stderr);
    assert_eq!(vanban(&["tasks", "--as", &path("nobody.toml"), TEXTS]).status, 2);
}

#[test]
fn coverage_and_changes_are_tables() {
    let covered = vanban(&["coverage", "107-KL/TW", TEXTS]);
    assert_eq!(covered.status, 0, "{}", covered.stderr);
    assert!(
        covered.stdout.contains("không có nghĩa là không có trên thực tế")
            && covered.stdout.contains("21-KH/TU")
    );
    let changed = vanban(&["tasks", "--as", PROFILE, "--changed-since", "20/7/2026", TEXTS]);
    assert!(changed.stdout.contains("1326/QĐ-UBND"), "{}", changed.stdout);
    let wrong = vanban(&["tasks", "--changed-since", "hôm qua", TEXTS]);
    assert_eq!(wrong.status, 2);
    assert!(wrong.stderr.contains("neither a day"), "{}", wrong.stderr);
}
