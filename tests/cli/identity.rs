//! Who is who at the command line: two provinces with one symbol, corrections by hand, threads.

use serde_json::Value;

use super::support::{folder, text_of, vanban};

const TEXTS: &str = "corpus/texts";

fn plan(province: &str, place: &str) -> String {
    format!(
        "ỦY BAN NHÂN DÂN\nTỈNH {province}\n\nSố: 230/KH-UBND\n{place}, ngày 24 tháng 4 năm 2026\n\nKẾ HOẠCH\n\
         Cải cách thủ tục hành chính\n\n1. Sở Y tế báo cáo trước ngày 15/6/2026.\n"
    )
}

const LETTER: &str = "UBND TỈNH CÀ MAU\nSỞ Y TẾ\n\nSố: 1145/SYT-VP\nV/v triển khai Kế hoạch số 230/KH-UBND\n\
    Cà Mau, ngày 04 tháng 5 năm 2026\n\nKính gửi: Các đơn vị trực thuộc\n\nThực hiện Kế hoạch số 230/KH-UBND, Sở Y \
    tế đề nghị các đơn vị rà soát và báo cáo.\n";

#[test]
fn one_symbol_of_two_provinces_is_ambiguous_alone_and_plain_in_context() {
    let (ca_mau, an_giang) = (plan("CÀ MAU", "Cà Mau"), plan("AN GIANG", "An Giang"));
    let folder =
        folder(&[("a.txt", an_giang.as_bytes()), ("b.txt", ca_mau.as_bytes()), ("c.txt", LETTER.as_bytes())]);
    let path = text_of(folder.path());
    let asked = vanban(&["show", "230/KH-UBND", path, "--format", "json"]);
    assert_eq!(asked.status, 1, "{}", asked.stderr);
    let answer: Value = serde_json::from_str(&asked.stdout).expect("an answer is JSON");
    assert_eq!(answer["status"], "ambiguous");
    let ids: Vec<&str> = answer["candidates"]
        .as_array()
        .expect("candidates")
        .iter()
        .filter_map(|c| c["id"].as_str())
        .collect();
    let id = |province: &str| format!("vn/ubnd-{province}/ke-hoach/2026/230-kh-ubnd");
    assert_eq!(ids, [id("an-giang"), id("ca-mau")]);
    let table = vanban(&["show", "230/KH-UBND", path]);
    assert_eq!(table.status, 1);
    assert!(table.stdout.contains("An Giang") && table.stdout.contains("Cà Mau"), "{}", table.stdout);
    for (province, status) in [("Cà Mau", 0), ("An Giang", 1)] {
        let question = format!("what implements 230/KH-UBND của UBND tỉnh {province}");
        let run = vanban(&["query", &question, path]);
        assert_eq!(run.status, status, "{}", run.stdout);
        assert_eq!(run.stdout.contains("1145/SYT-VP"), status == 0, "{}", run.stdout);
    }
}

#[test]
fn corrections_are_read_by_every_command_and_told_by_line() {
    let (ca_mau, an_giang) = (plan("CÀ MAU", "Cà Mau"), plan("AN GIANG", "An Giang"));
    let right = "# Đối chiếu ngày 05/5/2026\n[[citation]]\ncited = \"230/KH-UBND\"\nin = \"1145/SYT-VP\"\n\
        is = \"vn/ubnd-an-giang/ke-hoach/2026/230-kh-ubnd\"\n\n[[alias]]\nname = \"Sở Y tế\"\nis = \"vn/so-y-te-an-giang\"\n";
    let folder = folder(&[
        ("texts/a.txt", an_giang.as_bytes()),
        ("texts/b.txt", ca_mau.as_bytes()),
        ("texts/c.txt", LETTER.as_bytes()),
        ("right.toml", right.as_bytes()),
        (
            "alias.toml",
            b"[[alias]]\nname = \"S\xe1\xbb\x9f YT t\xe1\xbb\x89nh ta\"\nis = \"vn/so-y-te-ca-mau\"\n",
        ),
        ("id.toml", b"[[citation]]\ncited = \"230/KH-UBND\"\nis = \"230/KH-UBND\"\n"),
        ("body.toml", b"\n\n[[alias]]\nname = \"X\"\nis = \"X\"\n"),
        ("apart.toml", b"[[apart]]\nfiles = [\"a.txt\"]\n"),
        ("word.toml", b"[[alias]]\nname = \"X\"\nmeans = \"vn/x\"\n"),
    ]);
    let path = |name: &str| text_of(&folder.path().join(name)).to_owned();
    let texts = path("texts");
    let right = path("right.toml");
    let run = vanban(&[
        "query",
        "what implements 230/KH-UBND của UBND tỉnh An Giang",
        &texts,
        "--corrections",
        &right,
    ]);
    assert_eq!(run.status, 0, "{}{}", run.stdout, run.stderr);
    assert!(run.stdout.contains("1145/SYT-VP"), "{}", run.stdout);
    assert_eq!(run.stderr, "");
    // A name that was put right is understood in questions too.
    let alias = path("alias.toml");
    for (arguments, status) in [(&["--corrections", &alias][..], 0), (&[], 1)] {
        let run = vanban(&[&["tasks", "--for", "Sở YT tỉnh ta", &texts], arguments].concat());
        assert_eq!(run.status, status, "{}{}", run.stdout, run.stderr);
    }
    let run = vanban(&["stats", &path("texts/a.txt"), "--corrections", &right]);
    assert!(run.stderr.contains("`230/KH-UBND` meets nothing"), "{}", run.stderr);
    let parsed = vanban(&["parse", &path("texts/c.txt"), "--corrections", &right]);
    let document: Value = serde_json::from_str(&parsed.stdout).expect("a document is JSON");
    assert_eq!(document["references"][0]["target"], "vn/ubnd-an-giang/ke-hoach/2026/230-kh-ubnd");
    assert_eq!(document["issuer"]["id"], "vn/so-y-te-an-giang");
    for command in [&["lint"][..], &["stats"], &["export"], &["tasks"], &["text"], &["show", "1145/SYT-VP"]] {
        let run = vanban(&[command, &[&texts, "--corrections", &right]].concat());
        assert_ne!(run.status, 2, "{command:?}: {}", run.stderr);
    }
    for (file, place) in [
        ("id.toml", "id.toml:3"),
        ("body.toml", "body.toml:5"),
        ("apart.toml", "apart.toml:2"),
        ("word.toml", "word.toml:3"),
    ] {
        let run = vanban(&["stats", &texts, "--corrections", &path(file)]);
        assert_eq!(run.status, 2, "{file}");
        assert!(run.stderr.contains(place), "{}", run.stderr);
    }
}

#[test]
fn threads_do_not_change_a_graph() {
    let one = vanban(&["export", TEXTS, "--jobs", "1"]);
    let eight = vanban(&["export", TEXTS, "--jobs", "8"]);
    assert_eq!(one.status, 0);
    assert!(one.stdout == eight.stdout);
}

#[test]
fn stats_tell_what_became_of_every_mention() {
    let run = vanban(&["stats", TEXTS, "--format", "json"]);
    let answer: Value = serde_json::from_str(&run.stdout).expect("an answer is JSON");
    let count = |name: &str| {
        let found = answer["answers"].as_array().into_iter().flatten().find(|a| a["name"] == name);
        found.and_then(|a| a["count"].as_u64()).unwrap_or_else(|| panic!("no {name} in {answer}"))
    };
    let parts = ["resolved to documents held", "resolved to stubs", "ambiguous", "abstained"].map(count);
    assert_eq!(count("mentions"), parts.iter().sum::<u64>());
    assert!(parts[0] > 0 && parts[1] > 0, "{parts:?}");
}
