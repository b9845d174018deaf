//! Bodies merged into others: what a predecessor issued or was charged with is found under its successor, and said so.

use vanban::graph::{Graph, answer, ask, findings};
use vanban::model::{Answer, AnswerItem, AnswerStatus, Document, RelationKind};
use vanban::resolve::resolve;
use vanban::syntax::{DocumentFilter, Query};
use vanban::text::Source;

use crate::builder::{held, reference, stating};

fn graph(mut documents: Vec<Document>) -> Graph {
    resolve(&mut documents);
    Graph::build(documents)
}

fn predecessors(answer: &Answer) -> Vec<&str> {
    answer.interpretation.filters.predecessors.iter().map(String::as_str).collect()
}

#[test]
fn a_document_keeps_the_body_of_its_day() {
    let mut documents = [
        held("15/2023/TT-BNNPTNT", "thông tư", "Bộ Nông nghiệp và Phát triển nông thôn", "2023-12-05"),
        held("12/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh Bạc Liêu", "2023-03-05"),
        held("12/KH-SKHĐT", "kế hoạch", "Sở Kế hoạch và Đầu tư tỉnh Cà Mau", "2023-03-05"),
    ];
    resolve(&mut documents);
    let ids: Vec<&str> = documents.iter().map(|d| d.id.as_str()).collect();
    assert_eq!(
        ids,
        [
            "vn/bo-nong-nghiep-va-phat-trien-nong-thon/thong-tu/2023/15-2023-tt-bnnptnt",
            "vn/ubnd-bac-lieu/ke-hoach/2023/12-kh-ubnd",
            "vn/so-ke-hoach-va-dau-tu-ca-mau/ke-hoach/2023/12-kh-skhdt",
        ]
    );
}

#[test]
fn tasks_of_a_department_merged_are_found_under_its_successor() {
    let text = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 77/KH-UBND\nCà Mau, ngày 02 tháng 3 năm 2024\n\nKẾ HOẠCH\nTriển \
        khai Nghị quyết số 1/NQ-CP\n\n1. Sở Kế hoạch và Đầu tư lập báo cáo giám sát trước ngày 15/6/2024.\n\n2. Sở Tài \
        chính lập dự toán trước ngày 20/7/2024.\n\n3. Sở Xây dựng công bố quy hoạch trước ngày 20/8/2024.\n";
    let graph = graph(vec![vanban::parse(&Source::from_text(text))]);
    let asked = ask(&graph, "nhiệm vụ của Sở Tài chính tỉnh Cà Mau");
    assert_eq!(asked.answers.len(), 2, "{asked:?}");
    assert_eq!(predecessors(&asked), ["vn/so-ke-hoach-va-dau-tu-ca-mau"]);
    let asked = ask(&graph, "nhiệm vụ của Sở Xây dựng tỉnh Cà Mau");
    assert_eq!((asked.answers.len(), predecessors(&asked).len()), (1, 0));
}

#[test]
fn documents_of_a_province_merged_are_found_under_its_successor() {
    let basis = "534/QĐ-TTg";
    let carrying_out = |code: &str, issuer: &str, date: &str| {
        stating(
            held(code, "kế hoạch", issuer, date),
            vec![reference(basis, "quyết định", "", "2024-03-31")],
            &[("self", RelationKind::Implements, basis)],
        )
    };
    let graph = graph(vec![
        carrying_out("12/KH-UBND", "Ủy ban nhân dân tỉnh Bạc Liêu", "2024-05-05"),
        carrying_out("13/KH-UBND", "Ủy ban nhân dân tỉnh Cà Mau", "2024-05-06"),
        carrying_out("14/KH-UBND", "Ủy ban nhân dân tỉnh An Giang", "2024-05-07"),
    ]);
    let filter =
        DocumentFilter { issuer: Some("UBND tỉnh Cà Mau".to_owned()), ..DocumentFilter::default() };
    let asked = answer(&graph, &Query::Among(Box::new(Query::ImplementedBy(basis.to_owned())), filter));
    assert_eq!(asked.answers.len(), 2, "{asked:?}");
    assert_eq!(predecessors(&asked), ["vn/ubnd-bac-lieu"]);
    // By number: under the successor's name where the successor has none of that number.
    let asked = ask(&graph, "show 12/KH-UBND của UBND tỉnh Cà Mau");
    assert_eq!(asked.status, AnswerStatus::Found);
    assert_eq!(asked.interpretation.target.as_deref(), Some("vn/ubnd-bac-lieu/ke-hoach/2024/12-kh-ubnd"));
    assert_eq!(predecessors(&asked), ["vn/ubnd-bac-lieu"]);
    assert!(matches!(asked.answers.first(), Some(AnswerItem::Document { .. })));
    let asked = ask(&graph, "show 13/KH-UBND của UBND tỉnh Cà Mau");
    assert_eq!((asked.status, predecessors(&asked).len()), (AnswerStatus::Found, 0));
    assert_eq!(ask(&graph, "show 14/KH-UBND của UBND tỉnh Cà Mau").status, AnswerStatus::NotFound);
}

#[test]
fn a_successor_that_repeals_its_predecessors_document_is_no_fault() {
    let repealed = "12/QĐ-UBND";
    let repealing = stating(
        held("45/QĐ-UBND", "quyết định", "Ủy ban nhân dân tỉnh Cà Mau", "2026-02-05"),
        vec![reference(repealed, "quyết định", "Ủy ban nhân dân tỉnh Bạc Liêu", "2023-03-05")],
        &[("self", RelationKind::Repeals, repealed)],
    );
    let before = held(repealed, "quyết định", "Ủy ban nhân dân tỉnh Bạc Liêu", "2023-03-05");
    let found = findings(&graph(vec![repealing, before]));
    assert!(found.is_empty(), "{found:?}");
}
