//! The graph: what implements what, in any order of input, with stubs that become documents.

use vanban::graph::{Graph, GraphView, answer, ask, findings};
use vanban::model::{Answer, AnswerItem, AnswerStatus, Document, RelationKind};
use vanban::resolve::resolve;
use vanban::syntax::Query;

use crate::builder::{held, reference, stating};

const UBND: &str = "Ủy ban nhân dân tỉnh Cà Mau";

/// Two letters of a department, as in the chains of two conclusions of the Party.
fn letters() -> Vec<Document> {
    let first = stating(
        held("/SYT-TC", "công văn", "Sở Y tế tỉnh Cà Mau", "2026-05-XX"),
        vec![
            reference("264/KH-UBND", "kế hoạch", UBND, "2026-05-15"),
            reference("107-KL/TW", "kết luận", "Bộ Chính trị", "2024-12-24"),
        ],
        &[
            ("self", RelationKind::Implements, "264/KH-UBND"),
            ("264/KH-UBND", RelationKind::Implements, "107-KL/TW"),
        ],
    );
    let second = stating(
        held("/SYT-VP", "công văn", "Sở Y tế tỉnh Cà Mau", "2026-04-XX"),
        vec![
            reference("230/KH-UBND", "kế hoạch", "Ủy ban nhân dân tỉnh", "2026-04-24"),
            reference("534/QĐ-TTg", "quyết định", "Thủ tướng Chính phủ", "2026-03-31"),
            reference("226-KL/TW", "kết luận", "Ban Bí thư", "2025-12-11"),
        ],
        &[
            ("self", RelationKind::Implements, "230/KH-UBND"),
            ("230/KH-UBND", RelationKind::Implements, "534/QĐ-TTg"),
            ("534/QĐ-TTg", RelationKind::Implements, "226-KL/TW"),
        ],
    );
    vec![first, second]
}

fn graph(mut documents: Vec<Document>) -> Graph {
    resolve(&mut documents);
    Graph::build(documents)
}

fn codes(answer: &Answer) -> Vec<(String, usize)> {
    let code = |item: &AnswerItem| match item {
        AnswerItem::Document { document, depth, .. } => Some((document.code.clone()?, *depth)),
        _ => None,
    };
    answer.answers.iter().filter_map(code).collect()
}

fn found(codes: &[(&str, usize)]) -> Vec<(String, usize)> {
    codes.iter().map(|(code, depth)| ((*code).to_owned(), *depth)).collect()
}

#[test]
fn a_chain_is_walked_through_documents_that_are_only_cited() {
    let graph = graph(letters());
    let of = |name: &str| answer(&graph, &Query::ImplementedBy(name.to_owned()));
    assert_eq!(codes(&of("107-KL/TW")), found(&[("264/KH-UBND", 1), ("/SYT-TC", 2)]));
    assert_eq!(
        codes(&of("Kết luận số 226-KL/TW")),
        found(&[("534/QĐ-TTg", 1), ("230/KH-UBND", 2), ("/SYT-VP", 3)])
    );
    assert_eq!(of("999-KL/TW").status, AnswerStatus::NotFound);
    assert_eq!(of("/SYT-VP").status, AnswerStatus::None);
    let AnswerItem::Document { path, .. } = &of("226-KL/TW").answers[2] else { panic!("a document") };
    let hops: Vec<_> = path.iter().map(|hop| hop.to.as_str()).collect();
    assert_eq!(
        hops,
        [
            "vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd",
            "vn/thu-tuong/quyet-dinh/2026/534-qd-ttg",
            "vn/tw/ket-luan/khoa-13/226-kl-tw"
        ]
    );
    assert!(path.iter().all(|hop| !hop.evidence.is_empty()));
}

#[test]
fn the_chain_goes_up_and_down() {
    let graph = graph(letters());
    let chain = answer(&graph, &Query::Chain("230/KH-UBND".to_owned()));
    assert_eq!(
        codes(&chain),
        found(&[("226-KL/TW", 2), ("534/QĐ-TTg", 1), ("230/KH-UBND", 0), ("/SYT-VP", 1)])
    );
    let missing = answer(&graph, &Query::NotHeld);
    assert_eq!(missing.answers.len(), 5);
}

#[test]
fn the_same_documents_in_any_order_are_the_same_graph() {
    let mut documents = letters();
    documents.push(held("230/KH-UBND", "kế hoạch", UBND, "2026-04-24"));
    documents.push(stating(
        held("12/KH-SYT", "kế hoạch", "Sở Y tế tỉnh Cà Mau", "2026-06-01"),
        vec![reference("230/KH-UBND", "", "", ""), reference("15/QĐ-UBND", "", "", "")],
        &[("self", RelationKind::Implements, "230/KH-UBND")],
    ));
    let wire =
        |documents: Vec<Document>| serde_json::to_string(&graph(documents).wire()).expect("a graph is JSON");
    let first = wire(documents.clone());
    for turn in 0..documents.len() {
        let mut turned = documents.clone();
        turned.rotate_left(turn);
        assert_eq!(wire(turned.clone()), first);
        turned.reverse();
        assert_eq!(wire(turned), first);
    }
}

#[test]
fn a_stub_becomes_the_document_when_its_text_arrives() {
    let mut documents = letters();
    documents.push(held("264/KH-UBND", "kế hoạch", "UBND tỉnh Cà Mau", "2026-05-15"));
    let graph = graph(documents);
    let id = "vn/ubnd-ca-mau/ke-hoach/2026/264-kh-ubnd";
    let card = graph.card(id).expect("a node");
    assert!(card.held);
    let answer = answer(&graph, &Query::ImplementedBy("107-KL/TW".to_owned()));
    assert_eq!(codes(&answer), found(&[("264/KH-UBND", 1), ("/SYT-TC", 2)]));
}

#[test]
fn a_cycle_ends_and_is_told() {
    let cites = |a: &str, b: &str| {
        stating(
            held(a, "kế hoạch", UBND, "2026-05-01"),
            vec![reference(b, "kế hoạch", UBND, "2026-05-01")],
            &[("self", RelationKind::Implements, b)],
        )
    };
    let graph = graph(vec![
        cites("1/KH-UBND", "2/KH-UBND"),
        cites("2/KH-UBND", "3/KH-UBND"),
        cites("3/KH-UBND", "1/KH-UBND"),
    ]);
    let answer = answer(&graph, &Query::ImplementedBy("1/KH-UBND".to_owned()));
    assert_eq!(codes(&answer), found(&[("3/KH-UBND", 1), ("2/KH-UBND", 2)]));
    let found = findings(&graph);
    assert!(found.iter().any(|f| f.diagnostic.code == "cycle" && f.others.len() == 2), "{found:?}");
}

#[test]
fn a_wrong_date_in_one_period_is_a_conflict_and_in_another_a_document_apart() {
    let citing = |code: &str, date: &str| {
        stating(
            held(code, "kế hoạch", UBND, "2026-06-01"),
            vec![reference("107-KL/TW", "kết luận", "Bộ Chính trị", date)],
            &[("self", RelationKind::Implements, "107-KL/TW")],
        )
    };
    let documents = vec![
        citing("7/KH-UBND", "2024-12-24"),
        citing("8/KH-UBND", "2024-12-25"),
        citing("9/KH-UBND", "2019-05-05"),
    ];
    let graph = graph(documents);
    let conflicts: Vec<_> =
        findings(&graph).into_iter().filter(|f| f.diagnostic.code == "date-conflict").collect();
    assert_eq!(conflicts.len(), 1);
    assert_eq!(conflicts[0].document, "vn/tw/ket-luan/khoa-13/107-kl-tw");
    assert!(graph.card("vn/tw/ket-luan/khoa-12/107-kl-tw").is_some());
    let asked = ask(&graph, "what implements 107-KL/TW");
    assert_eq!((asked.status, asked.candidates.len()), (AnswerStatus::Ambiguous, 2));
    let dated = ask(&graph, "văn bản nào thực hiện Kết luận 107-KL/TW ngày 05/5/2019?");
    assert_eq!(codes(&dated), found(&[("9/KH-UBND", 1)]));
}

#[test]
fn what_is_not_known_is_told_with_the_nearest() {
    let graph = graph(letters());
    let asked = ask(&graph, "what implements 107-KL/TU");
    assert_eq!(asked.status, AnswerStatus::NotFound);
    assert_eq!(asked.suggestions, ["107-KL/TW"]);
    let asked = ask(&graph, "thời tiết hôm nay thế nào");
    assert_eq!(asked.status, AnswerStatus::NotUnderstood);
    assert!(!asked.suggestions.is_empty());
}
