//! Answers to questions about documents: over the specimens, and over small documents made for one point.

use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use vanban::graph::{Graph, ask, findings};
use vanban::model::{Answer, AnswerItem, AnswerStatus, Document, RelationKind};
use vanban::resolve::resolve;
use vanban::text::Source;

use crate::builder::{held, reference, stating};

const UBND: &str = "Ủy ban nhân dân tỉnh Cà Mau";
const SYT: &str = "Sở Y tế tỉnh Cà Mau";

/// The graph of texts.
fn read<T: AsRef<[u8]>>(texts: impl IntoIterator<Item = T>) -> Graph {
    let sources: Vec<Source> = texts.into_iter().map(|text| Source::from_bytes(text.as_ref())).collect();
    let mut documents: Vec<Document> = sources.iter().map(vanban::parse).collect();
    resolve(&mut documents);
    Graph::build(documents.into_iter().zip(sources.iter().map(|source| source.text().to_owned())))
}

/// The graph of the specimens.
fn specimens() -> &'static Graph {
    static SPECIMENS: LazyLock<Graph> = LazyLock::new(|| {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts");
        let mut paths: Vec<_> =
            fs::read_dir(folder).expect("the texts are readable").flatten().map(|e| e.path()).collect();
        paths.sort();
        read(paths.into_iter().map(|path| fs::read(path).expect("a text is readable")))
    });
    &SPECIMENS
}

fn graph(mut documents: Vec<Document>) -> Graph {
    resolve(&mut documents);
    Graph::build(documents)
}

/// The cells of each row, those asked for; an id by its last segment.
fn cells<const N: usize>(answer: &Answer, names: [&str; N]) -> Vec<[String; N]> {
    let last = |id: &str| {
        if id.starts_with("vn/") { id.rsplit('/').next().unwrap_or(id).to_owned() } else { id.to_owned() }
    };
    let rows = answer.answers.iter().filter_map(|item| match item {
        AnswerItem::Row { cells, .. } => Some(cells),
        _ => None,
    });
    rows.map(|row| {
        names.map(|name| {
            let value = row.iter().find(|cell| cell.name == name).map_or("", |cell| cell.value.as_str());
            value.split("; ").map(last).collect::<Vec<_>>().join("; ")
        })
    })
    .collect()
}

fn has<const N: usize>(rows: &[[String; N]], wanted: [&str; N]) -> bool {
    rows.iter().any(|row| row.iter().map(String::as_str).eq(wanted))
}

fn codes(answer: &Answer) -> Vec<String> {
    let code = |item: &AnswerItem| match item {
        AnswerItem::Document { document, .. } => document.code.clone(),
        _ => None,
    };
    answer.answers.iter().filter_map(code).collect()
}

#[test]
fn every_row_quotes_what_it_rests_on() {
    for example in vanban::syntax::Query::EXAMPLES {
        let answer = ask(specimens(), example);
        let understood = matches!(answer.status, AnswerStatus::Found | AnswerStatus::None);
        assert!(understood, "{example}: {:?}", answer.status);
        for item in &answer.answers {
            let AnswerItem::Row { cells, evidence } = item else { continue };
            let counted = cells.iter().any(|cell| cell.name == "count");
            let quoted = !evidence.is_empty() && evidence.iter().all(|e| !e.text.is_empty());
            assert!(counted || quoted, "{example}: {cells:?}");
        }
    }
}

#[test]
fn what_implements_can_be_narrowed_to_a_level_a_body_a_kind_and_a_year() {
    for (question, found) in [
        ("văn bản cấp tỉnh nào triển khai 107-KL/TW", &["21-KH/TU", "264/KH-UBND"][..]),
        ("what implements 107-KL/TW at province level", &["21-KH/TU", "264/KH-UBND"]),
        ("quyết định nào triển khai 226-KL/TW", &["534/QĐ-TTg"]),
        ("which plans of Ủy ban nhân dân tỉnh Cà Mau implement 534/QĐ-TTg", &["230/KH-UBND"]),
        ("kế hoạch nào triển khai 107-KL/TW ban hành năm 2025", &[]),
    ] {
        let answer = ask(specimens(), question);
        assert_eq!(codes(&answer), found, "{question}");
        let status = if found.is_empty() { AnswerStatus::None } else { AnswerStatus::Found };
        assert_eq!(answer.status, status, "{question}");
    }
}

#[test]
fn days_between_the_levels_of_a_chain_are_counted() {
    let answer = ask(specimens(), "số ngày giữa các cấp trong chuỗi của 230/KH-UBND");
    let rows = cells(&answer, ["above", "below", "days"]);
    assert!(has(&rows, ["226-kl-tw", "534-qd-ttg", "110"]), "{rows:?}");
    assert!(has(&rows, ["534-qd-ttg", "230-kh-ubnd", "24"]), "{rows:?}");
    let blank: Vec<_> = rows.iter().filter(|row| row[2].contains("..")).collect();
    assert!(blank.iter().any(|row| row[0] == "230-kh-ubnd" && row[2] == "0..6"), "{rows:?}");
}

#[test]
fn a_number_that_several_documents_bear_is_told_apart() {
    let plan = |issuer: &str, date: &str| held("230/KH-UBND", "kế hoạch", issuer, date);
    let vague = stating(
        held("9/BC-ABC", "báo cáo", "", "2026-07-01"),
        vec![reference("230/KH-UBND", "", "", "")],
        &[],
    );
    let graph =
        graph(vec![plan(UBND, "2026-04-24"), plan("Ủy ban nhân dân tỉnh An Giang", "2026-05-02"), vague]);
    assert_eq!(ask(&graph, "what implements 230/KH-UBND").status, AnswerStatus::Ambiguous);
    let answer = ask(&graph, "which 230/KH-UBND is meant");
    let rows = cells(&answer, ["issuer", "date", "held"]);
    assert!(has(&rows, [UBND, "2026-04-24", "held"]), "{rows:?}");
    assert!(has(&rows, ["Ủy ban nhân dân tỉnh An Giang", "2026-05-02", "held"]), "{rows:?}");
    let open = cells(&answer, ["may_be"]);
    assert_eq!(open.last().map(|row| row[0].matches("230-kh-ubnd").count()), Some(2), "{open:?}");
    assert_eq!(ask(&graph, "231/KH-UBND là văn bản nào").status, AnswerStatus::NotFound);
}

#[test]
fn directives_without_an_implementing_document_are_told_and_those_with_one_are_not() {
    let rows = cells(&ask(specimens(), "chỉ đạo nào chưa có văn bản triển khai"), ["document", "state"]);
    assert!(has(&rows, ["09-ct-ubnd", "not_in_corpus"]), "{rows:?}");
    for done in ["107-kl-tw", "534-qd-ttg", "264-kh-ubnd", "230-kh-ubnd"] {
        assert!(!rows.iter().any(|row| row[0] == done), "{done}: {rows:?}");
    }
    let graph = graph(vec![
        held("5/CT-UBND", "chỉ thị", UBND, "2026-02-01"),
        stating(
            held("7/BC-SYT", "báo cáo", SYT, "2026-06-01"),
            vec![
                reference("5/CT-UBND", "chỉ thị", UBND, "2026-02-01"),
                reference("6/KH-SYT", "kế hoạch", SYT, "2026-03-01"),
            ],
            &[("6/KH-SYT", RelationKind::Implements, "5/CT-UBND")],
        ),
    ]);
    let rows = ask(&graph, "which directives have no implementing document");
    let rows: Vec<_> = rows.answers.iter().map(|item| format!("{item:?}")).collect();
    assert!(rows.len() == 1 && rows[0].contains("only_cited") && rows[0].contains("06-kh-syt"), "{rows:?}");
}

#[test]
fn those_who_have_not_followed_up_are_told_and_sets_as_sets() {
    let answer = ask(specimens(), "đơn vị nào chưa triển khai 264/KH-UBND");
    let rows = cells(&answer, ["party", "role", "state"]);
    assert!(has(&rows, ["Sở Tài chính", "lead", "not_in_corpus"]), "{rows:?}");
    assert!(has(&rows, ["Ủy ban nhân dân các xã, phường", "lead", "set"]), "{rows:?}");
    assert!(!rows.iter().any(|row| row[0] == "Thanh tra tỉnh"), "its guidance is here: {rows:?}");
    let english = ask(specimens(), "which units have not followed up 264/KH-UBND");
    assert_eq!(english.answers, answer.answers);
    let letter = ask(specimens(), "đơn vị nào chưa triển khai 1876/SYT-VP");
    assert_eq!(letter.status, AnswerStatus::None, "nobody knows to whom a letter went that is not here");
}

#[test]
fn cited_documents_that_were_replaced_are_told_with_the_order_in_time() {
    let citing = |code: &str, date: &str| {
        stating(
            held(code, "kế hoạch", SYT, date),
            vec![reference("12/QĐ-UBND", "quyết định", UBND, "2024-01-10")],
            &[("self", RelationKind::BasedOn, "12/QĐ-UBND")],
        )
    };
    let replacing = stating(
        held("40/QĐ-UBND", "quyết định", UBND, "2025-03-01"),
        vec![reference("12/QĐ-UBND", "quyết định", UBND, "2024-01-10")],
        &[("self", RelationKind::Replaces, "12/QĐ-UBND")],
    );
    let graph = graph(vec![citing("1/KH-SYT", "2025-02-01"), citing("2/KH-SYT", "2025-04-01"), replacing]);
    let answer = ask(&graph, "văn bản được viện dẫn nào đã bị sửa đổi, thay thế");
    let told: Vec<String> = answer.answers.iter().map(|item| format!("{item:?}")).collect();
    assert_eq!(told.len(), 2, "who replaces it himself is not told: {told:?}");
    assert!(told[0].contains("01-kh-syt") && told[0].contains("after_issue"), "{told:?}");
    assert!(told[1].contains("02-kh-syt") && told[1].contains("before_issue"), "{told:?}");
    let one = ask(&graph, "which documents cited in 2/KH-SYT were already replaced");
    assert_eq!(one.answers.len(), 1);
    let rows = cells(&ask(specimens(), "superseded citations"), ["document", "cited", "by", "order"]);
    assert!(has(&rows, ["178-ttr-syt", "2045-qd-ubnd", "1326-qd-ubnd", "after_issue"]), "{rows:?}");
}

#[test]
fn citations_that_do_not_agree_or_are_not_whole_are_told() {
    let rows = cells(&ask(specimens(), "lỗi viện dẫn trong 231/BVNC-KHTH"), ["cited", "fault", "detail"]);
    assert!(has(&rows, ["264-kh-ubnd", "date-conflict", "2026-05-25 ≠ 2026-05-15"]), "{rows:?}");
    assert!(has(&rows, ["264-kh-ubnd", "kind-conflict", "kế hoạch ≠ quyết định"]), "{rows:?}");
    assert!(has(&rows, ["3344-syt-nvy", "cited-after-issue", "2026-09-19 > 2026-08-10"]), "{rows:?}");
    assert!(has(&rows, ["1326-qd-ubnd", "incomplete-citation", "no_issuer"]), "{rows:?}");
    let whole = ask(specimens(), "lỗi viện dẫn của 388/QĐ-SYT");
    assert_eq!(whole.status, AnswerStatus::None, "all its citations are whole: {:?}", whole.answers);
}

#[test]
fn bases_that_two_documents_share() {
    let answer = ask(specimens(), "căn cứ chung của 1326/QĐ-UBND và 18/2026/NQ-HĐND");
    let rows = cells(&answer, ["basis", "first", "second"]);
    assert!(has(&rows, ["72-2025-qh15", "based_on", "based_on"]), "{rows:?}");
    let AnswerItem::Row { evidence, .. } = &answer.answers[0] else { panic!("a row") };
    assert_eq!(evidence.len(), 2, "both say so");
}

#[test]
fn signers_have_their_authority() {
    let rows = cells(&ask(specimens(), "ai ký các văn bản"), ["document", "signer", "post", "right"]);
    assert!(has(&rows, ["264-kh-ubnd", "Nguyễn Văn A", "PHÓ CHỦ TỊCH", "on_behalf; for_head"]), "{rows:?}");
    assert!(has(&rows, ["388-qd-syt", "Lê Thị C", "GIÁM ĐỐC", "in_own_right"]), "{rows:?}");
    assert!(has(&rows, ["76-hd-ttr", "Lê Thị C", "CHÁNH VĂN PHÒNG", "by_delegation"]), "{rows:?}");
    assert_eq!(ask(specimens(), "who signed 264/KH-UBND and under what authority").answers.len(), 1);
}

#[test]
fn recipients_are_told_by_purpose() {
    let rows = cells(&ask(specimens(), "nơi nhận của 388/QĐ-SYT"), ["purpose", "recipient"]);
    let purposes: Vec<&str> = rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(purposes, ["as_above", "report", "not_stated", "archive"], "{rows:?}");
}

#[test]
fn related_documents_have_reasons_and_no_common_law_is_one() {
    let rows =
        cells(&ask(specimens(), "văn bản liên quan đến 264/KH-UBND"), ["document", "relation", "together"]);
    assert!(has(&rows, ["21-kh-tu", "implements", "107-kl-tw"]), "{rows:?}");
    let law = |code: &str| {
        stating(
            held(code, "quyết định", UBND, "2026-03-03"),
            vec![reference("72/2025/QH15", "luật", "", "")],
            &[("self", RelationKind::BasedOn, "72/2025/QH15")],
        )
    };
    let graph = graph(vec![law("1/QĐ-UBND"), law("2/QĐ-UBND")]);
    assert_eq!(ask(&graph, "documents related to 1/QĐ-UBND").status, AnswerStatus::None);
}

#[test]
fn a_register_counts_by_month_kind_and_issuer() {
    let month = cells(&ask(specimens(), "sổ văn bản theo tháng"), ["month", "count"]);
    assert!(has(&month, ["2026-06", "4"]), "{month:?}");
    let kind = cells(&ask(specimens(), "register by kind"), ["kind", "count"]);
    assert!(has(&kind, ["kết luận", "2"]), "{kind:?}");
    let issuer = cells(&ask(specimens(), "văn bản theo cơ quan ban hành"), ["issuer", "count"]);
    assert!(has(&issuer, ["thu-tuong", "2"]) || has(&issuer, ["vn/thu-tuong", "2"]), "{issuer:?}");
}

#[test]
fn what_looks_wrong_between_documents_is_told_with_its_sentences() {
    let answer = ask(specimens(), "có gì sai giữa các văn bản");
    let rows = cells(&answer, ["document", "finding"]);
    assert!(has(&rows, ["264-kh-ubnd", "date-conflict"]), "{rows:?}");
    assert!(!rows.iter().any(|row| row[1] == "incomplete-citation"), "a question of its own");
}

#[test]
fn passages_are_ranked_and_stand_in_their_chain() {
    let answer = ask(specimens(), "tìm đoạn nói về đường dây nóng");
    let found: Vec<(&str, bool)> = answer
        .answers
        .iter()
        .filter_map(|item| match item {
            AnswerItem::Passage { document, chain, evidence } => {
                assert!(evidence.iter().all(|e| e.text.contains("đường dây nóng")), "{evidence:?}");
                Some((document.code.as_deref()?, chain.iter().any(|id| id.ends_with("107-kl-tw"))))
            }
            _ => None,
        })
        .collect();
    assert!(found.len() >= 3 && found.contains(&("264/KH-UBND", true)), "{found:?}");
    let plain = ask(specimens(), "passages about duong day nong");
    assert_eq!(plain.answers.len(), answer.answers.len());
    assert_eq!(ask(specimens(), "tìm đoạn nói về tàu vũ trụ").status, AnswerStatus::None);
}

#[test]
fn a_superior_rests_on_no_subordinate_but_on_submissions() {
    let acting = |code: &str, issuer: &str, of: &str, kind: &str, by: &str| {
        stating(
            held(code, "quyết định", issuer, "2026-05-05"),
            vec![reference(of, kind, by, "2026-04-01")],
            &[("self", RelationKind::BasedOn, of)],
        )
    };
    for (document, told) in [
        (acting("10/QĐ-UBND", UBND, "3/QĐ-SYT", "quyết định", SYT), true),
        (acting("10/QĐ-UBND", UBND, "3/TTr-SYT", "tờ trình", SYT), false),
        (acting("10/QĐ-SYT", SYT, "3/QĐ-UBND", "quyết định", UBND), false),
        (acting("10/QĐ-UBND", UBND, "3/QĐ-TTg", "quyết định", "Thủ tướng Chính phủ"), false),
        (acting("10/QĐ-TTg", "Thủ tướng Chính phủ", "3/KH-UBND", "kế hoạch", UBND), true),
        (acting("10/QĐ-SYT", SYT, "3/QĐ-SNV", "quyết định", "Sở Nội vụ tỉnh Cà Mau"), false),
    ] {
        let code = document.number.as_ref().map(|n| n.code.clone());
        let found = findings(&graph(vec![document]));
        assert_eq!(
            found.iter().any(|f| f.diagnostic.code == "based-on-subordinate"),
            told,
            "{code:?}: {found:?}"
        );
    }
}

#[test]
fn a_serial_given_twice_in_one_series_is_told() {
    let told = |documents: Vec<Document>| {
        findings(&graph(documents))
            .iter()
            .any(|f| f.diagnostic.code == "serial-twice" && !f.others.is_empty())
    };
    let letter = |code: &str, date: &str| held(code, "công văn", SYT, date);
    assert!(told(vec![letter("2210/SYT-VP", "2026-05-22"), letter("2210/SYT-NVY", "2026-05-25")]));
    assert!(!told(vec![letter("2210/SYT-VP", "2026-05-22"), letter("2210/SYT-NVY", "2025-05-25")]));
    assert!(!told(vec![letter("2210/SYT-VP", "2026-05-22"), letter("2211/SYT-NVY", "2026-05-22")]));
}

#[test]
fn a_first_mention_names_day_and_issuer() {
    let text = |recital: &str| {
        format!(
            "SỞ Y TẾ\n\nSố: 77/KH-SYT\nCà Mau, ngày 02 tháng 7 năm 2026\n\nKẾ HOẠCH\nKiểm tra kho thuốc năm 2026\n\n{recital}\n\n\
             1. Phòng Nghiệp vụ Dược kiểm tra kho thuốc trước ngày 30/9/2026.\n"
        )
    };
    let told = |recital: &str| -> Vec<String> {
        let found = findings(&read([text(recital)]));
        let incomplete = found.into_iter().filter(|f| f.diagnostic.code == "incomplete-citation");
        incomplete.map(|f| f.diagnostic.message).collect()
    };
    for (recital, missing) in [
        (
            "Thực hiện Kế hoạch số 264/KH-UBND ngày 15/5/2026 của Ủy ban nhân dân tỉnh, Sở Y tế xây dựng kế hoạch.",
            None,
        ),
        ("Căn cứ Luật Dược năm 2016, Sở Y tế xây dựng kế hoạch.", None),
        (
            "Thực hiện Kế hoạch số 264/KH-UBND của Ủy ban nhân dân tỉnh, Sở Y tế xây dựng kế hoạch.",
            Some("ngày"),
        ),
        ("Thực hiện Kế hoạch số 264/KH-UBND ngày 15/5/2026, Sở Y tế xây dựng kế hoạch.", Some("cơ quan")),
        (
            "Thực hiện Kế hoạch số 264/KH-UBND ngày 15/5/2026 của Ủy ban nhân dân tỉnh. Kế hoạch số 264/KH-UBND giao Sở \
             kiểm tra kho.",
            None,
        ),
    ] {
        let found = told(recital);
        assert_eq!(found.len(), usize::from(missing.is_some()), "{recital}: {found:?}");
        assert!(found.iter().all(|message| missing.is_some_and(|m| message.contains(m))), "{found:?}");
    }
}

#[test]
fn a_question_that_is_not_understood_gets_the_nearest_first() {
    let answer = ask(specimens(), "cho tôi biết nơi nhận theo mục đích của kế hoạch");
    assert_eq!(answer.status, AnswerStatus::NotUnderstood);
    assert!(answer.suggestions[0].starts_with("nơi nhận"), "{:?}", answer.suggestions);
    assert_eq!(answer.suggestions.len(), vanban::syntax::Query::EXAMPLES.len());
}
