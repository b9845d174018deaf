//! Questions at the command line: what they print and the status they end with.

use serde_json::Value;

use super::support::{folder, text_of, vanban};

const TEXTS: &str = "corpus/texts";

fn json(arguments: &[&str]) -> (i32, Value) {
    let mut all = arguments.to_vec();
    all.extend(["--format", "json"]);
    let run = vanban(&all);
    (run.status, serde_json::from_str(&run.stdout).expect("an answer is JSON"))
}

#[test]
fn a_question_and_its_command_have_the_same_answers() {
    let (status, asked) = json(&["query", "văn bản nào triển khai Kết luận 107-KL/TW", TEXTS]);
    let (_, english) = json(&["query", "what implements Kết luận 107-KL/TW", TEXTS]);
    let (_, command) = json(&["implemented-by", "107-KL/TW", TEXTS]);
    assert_eq!(status, 0);
    assert_eq!(asked["schema"], "vanban.answer.v1");
    assert!(!asked["answers"].as_array().expect("answers").is_empty());
    assert_eq!(asked["answers"], command["answers"]);
    assert_eq!(asked["answers"], english["answers"]);
}

#[test]
fn the_status_tells_how_a_question_fared() {
    for (arguments, status) in [
        (&["query", "what implements Kết luận 107-KL/TW", TEXTS][..], 0),
        (&["implements", "107-KL/TW", "corpus/texts/a-05-cong-van-syt-du-thao.txt"], 1),
        (&["implemented-by", "99999/KH-XYZ", TEXTS], 1),
        (&["query", "thời tiết hôm nay thế nào", TEXTS], 1),
        (&["query", "what implements Kết luận 107-KL/TW", "no-such-folder"], 2),
        (&["stats", TEXTS], 0),
    ] {
        let run = vanban(arguments);
        assert_eq!(run.status, status, "{arguments:?}: {}{}", run.stdout, run.stderr);
    }
}

#[test]
fn a_document_marked_mat_is_left_out_unless_named() {
    let secret = "corpus/texts/b-14-cong-van-mat-21-syt-vp.txt";
    let folder = vanban(&["export", TEXTS]);
    assert!(folder.stderr.contains("1 document marked mật was left out"), "{}", folder.stderr);
    assert!(!folder.stdout.contains("b-14-cong-van-mat"));
    for arguments in [&["export", TEXTS, secret][..], &["export", "--include-classified", TEXTS]] {
        let run = vanban(arguments);
        assert!(run.stdout.contains("b-14-cong-van-mat"), "{arguments:?}");
        assert_eq!(run.stderr, "");
    }
}

#[test]
fn a_graph_is_the_same_for_any_order_of_input() {
    let there = vanban(&[
        "export",
        "corpus/texts/a-03-ke-hoach-21-tinh-uy.txt",
        "corpus/texts/a-01-ket-luan-107.txt",
    ]);
    let back = vanban(&[
        "export",
        "corpus/texts/a-01-ket-luan-107.txt",
        "corpus/texts/a-03-ke-hoach-21-tinh-uy.txt",
    ]);
    assert!(there.stdout == back.stdout);
    assert!(vanban(&["export", "--format", "dot", TEXTS]).stdout.starts_with("digraph vanban {"));
}

#[test]
fn tasks_and_time_limits_can_be_narrowed_down() {
    let text = "Số: 12/KH-UBND\nCà Mau, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\nTriển khai Nghị quyết số 1/NQ-CP\n\n\
        1. Sở Y tế gửi báo cáo về Ủy ban nhân dân tỉnh trước ngày 15/6/2026.\n\n\
        2. Sở Tài chính lập dự toán trước ngày 20/7/2026.\n";
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let path = text_of(folder.path());
    let (status, all) = json(&["tasks", path]);
    assert_eq!(status, 0);
    let count = |answer: &Value| answer["answers"].as_array().map_or(0, Vec::len);
    assert_eq!(count(&all), 2, "{all}");
    assert_eq!(count(&json(&["tasks", path, "--for", "Sở Y tế"]).1), 1);
    assert_eq!(count(&json(&["deadlines", "--since", "1/7/2026", "--until", "2026-07-31", path]).1), 1);
    assert_eq!(vanban(&["deadlines", "--since", "2027-01-01", path]).status, 1);
    assert_eq!(vanban(&["deadlines", "--since", "hôm qua", path]).status, 2);
}
