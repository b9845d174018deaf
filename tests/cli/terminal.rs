//! What a person sees: trees, tables, carets; and what a document cannot do to the window.

use super::support::{command, folder, text_of, vanban};

const PLAN: &str = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSố: 12/KH-UBND\nCà Mau, ngày 02 tháng 3 năm 2026\n\nKẾ HOẠCH\n\
    Thực hiện Quyết định số 5/QĐ-TTg ngày 01/02/2026 của Thủ tướng Chính phủ\n\n\
    Thực hiện Quyết định số 5/QĐ-TTg ngày 01/02/2026 của Thủ tướng Chính phủ, Ủy ban nhân dân tỉnh ban hành Kế hoạch.\n";

#[test]
fn an_answer_is_a_tree_with_verb_words_and_place() {
    let folder = folder(&[("a.txt", PLAN.as_bytes())]);
    let run = vanban(&["implemented-by", "5/QĐ-TTg", text_of(folder.path())]);
    assert!(run.stdout.contains("(chưa có trong kho)"), "{}", run.stdout);
    assert!(run.stdout.contains("└─ Kế hoạch 12/KH-UBND, 2/3/2026"), "{}", run.stdout);
    assert!(run.stdout.contains("a.txt:"), "{}", run.stdout);
    assert!(run.stdout.contains('“'), "{}", run.stdout);
    let english = vanban(&["implemented-by", "5/QĐ-TTg", text_of(folder.path()), "--lang", "en"]);
    assert!(english.stdout.contains("(not held)"), "{}", english.stdout);
}

#[test]
fn a_document_cannot_steer_the_window() {
    let text = PLAN.replace("Thực hiện", "Thực \u{1b}[2Jhiện\u{202e}");
    let folder = folder(&[("a.txt", text.as_bytes())]);
    let path = text_of(folder.path());
    for arguments in [
        &["implemented-by", "5/QĐ-TTg", path][..],
        &["show", "12/KH-UBND", path],
        &["tasks", path],
        &["lint", path],
    ] {
        let run = vanban(arguments);
        let harmful = |c: char| (c.is_control() && c != '\n') || c == '\u{202e}';
        assert!(!run.stdout.contains(harmful), "{arguments:?}: {:?}", run.stdout);
    }
}

#[test]
fn colours_are_for_terminals_or_for_those_who_ask() {
    let folder = folder(&[("a.txt", PLAN.as_bytes())]);
    let coloured = |key: &str, value: &str| {
        let mut command = command(&["implemented-by", "5/QĐ-TTg", text_of(folder.path())]);
        let output = command.env_remove("NO_COLOR").env(key, value).output().expect("the program runs");
        String::from_utf8(output.stdout).expect("stdout is UTF-8").contains('\u{1b}')
    };
    assert!(!coloured("NOTHING", "1"));
    assert!(coloured("CLICOLOR_FORCE", "1"));
}

#[test]
fn lines_fit_the_window() {
    for width in ["60", "100", "140"] {
        let mut command = command(&["query", "what implements Kết luận 107-KL/TW", "corpus/texts"]);
        let output = command.env("COLUMNS", width).output().expect("the program runs");
        let text = String::from_utf8(output.stdout).expect("stdout is UTF-8");
        let width: usize = width.parse().expect("a number");
        let long: Vec<&str> = text.lines().filter(|l| l.chars().count() > width + 40).collect();
        assert!(long.is_empty(), "{long:?}");
    }
}
