//! Each question is written once: an index answers it as a graph in memory does, word for word.

use vanban::graph::{Asker, GraphView, Lookup, Reach, Way, answer_for, ask, lookup};
use vanban::model::RelationKind;
use vanban::syntax::{Query, TaskFilter};

use super::support::{Place, graph_of, specimens};

/// Questions beside those of [`Query::EXAMPLES`]: what is not there, what is counted, narrowed down, misspelt.
const FURTHER: [&str; 25] = [
    "how many documents implement Kết luận 107-KL/TW",
    "có bao nhiêu văn bản viện dẫn 534/QĐ-TTg",
    "what implements 999-KL/TW",
    "cho xem 265/KH-UBND",
    "cho xem 264/KH-UBNN",
    "cho xem vn/ubnd-ca-mau/ke-hoach/2026/264-kh-ubnd",
    "cho xem vn/_/ke-hoach/_/264-kh-ubnd",
    "cho xem Luật Tiếp công dân",
    "cho xem Luật Tiếp công nhân",
    "nhiệm vụ của UBND tỉnh Cà Mau",
    "nhiệm vụ của so y te",
    "nhiệm vụ của vn/so-y-te-ca-mau",
    "nhiệm vụ của Văn phòng Sở trước 10/12",
    "thời hạn của Sở Y tế",
    "báo cáo định kỳ của Sở Y tế",
    "tìm đoạn nói về tiep cong dan",
    "nhiệm vụ trước 10/12",
    "nhiệm vụ từ 1/6/2026 đến 30/6/2026",
    "nhiệm vụ giao chung trước 31/12/2026",
    "nhiệm vụ quá hạn ngày 15/9/2026",
    "có bao nhiêu nhiệm vụ quá hạn ngày 15/9/2026",
    "thời hạn sau 1/9/2026",
    "thời hạn trước 1/1/2026",
    "nhiệm vụ của Đại sứ quán",
    "?",
];

fn written(answer: &vanban::model::Answer) -> String {
    serde_json::to_string_pretty(answer).expect("an answer is JSON")
}

#[test]
fn every_question_has_the_same_answer_on_disk() {
    let place = Place::new();
    let all = specimens();
    place.writer().take(all.clone()).expect("taken in");
    let (store, graph) = (place.store(), graph_of(&all));
    let mut found = 0;
    for question in Query::EXAMPLES.iter().copied().chain(FURTHER) {
        let (ours, theirs) = (ask(&store, question), ask(&graph, question));
        store.fault().expect("the index can be read");
        assert_eq!(written(&ours), written(&theirs), "{question}");
        found += usize::from(!theirs.answers.is_empty());
    }
    assert!(found > Query::EXAMPLES.len() / 2, "only {found} questions were answered at all");
}

#[test]
fn every_document_and_body_is_asked_about() {
    let place = Place::new();
    let all = specimens();
    place.writer().take(all.clone()).expect("taken in");
    let (store, graph) = (place.store(), graph_of(&all));
    let asker = Asker::default();
    for id in graph.documents() {
        let of = |make: fn(String) -> Query| make(id.clone());
        for query in [
            of(Query::Show),
            of(Query::Chain),
            of(Query::CitedBy),
            of(Query::ImplementedBy),
            of(Query::Which),
        ] {
            for query in [Query::Count(Box::new(query.clone())), query] {
                let (ours, theirs) = (answer_for(&store, &query, &asker), answer_for(&graph, &query, &asker));
                assert_eq!(written(&ours), written(&theirs), "{query:?}");
            }
        }
        let code = graph.card(&id).and_then(|card| card.code).unwrap_or_default();
        assert_eq!(lookup(&store, &code), lookup(&graph, &code), "{code}");
        let slip = code.replacen('2', "3", 1);
        assert_eq!(lookup(&store, &slip), lookup(&graph, &slip), "{slip}");
    }
    let mut bodies: Vec<String> = graph
        .tasks(None)
        .iter()
        .flat_map(|t| t.task.lead.iter().chain(&t.task.coordinate))
        .map(|a| a.text.clone())
        .collect();
    bodies.sort();
    bodies.dedup();
    assert!(bodies.len() > 20, "the specimens charge many");
    for body in bodies {
        let filter = TaskFilter { body: Some(body.clone()), ..TaskFilter::default() };
        for query in [Query::Tasks(filter.clone()), Query::Deadlines(filter)] {
            let (ours, theirs) = (answer_for(&store, &query, &asker), answer_for(&graph, &query, &asker));
            assert_eq!(written(&ours), written(&theirs), "{query:?}");
        }
    }
    store.fault().expect("the index can be read");
}

#[test]
fn a_walk_over_arrays_goes_the_way_of_one_over_rows() {
    let place = Place::new();
    let all = specimens();
    let mut writer = place.writer();
    writer.take(all.clone()).expect("taken in");
    writer.freeze().expect("frozen");
    let (store, graph) = (place.store(), graph_of(&all));
    let everything: Vec<RelationKind> = RelationKind::ALL.to_vec();
    let mut far = 0;
    for id in graph.documents() {
        for way in [Way::In, Way::Out] {
            for follows in [&[RelationKind::Implements][..], &everything] {
                let rows: Vec<Reach> = graph.reach(&id, way, follows);
                let arrays = store.reach_over_arrays(&id, way, follows).expect("readable").expect("frozen");
                assert_eq!(arrays, rows, "{id}");
                far = far.max(rows.len());
            }
        }
    }
    assert!(far > 20, "some walks reach far");
    // Arrays of another state are not believed.
    writer
        .take(vec![super::support::arrival("new.txt", b"QUY\xE1\xBA\xBET \xC4\x90\xE1\xBB\x8ANH")])
        .expect("taken in");
    let stale = place.store().reach_over_arrays("vn/_/_/_/x", Way::In, &everything).expect("readable");
    assert_eq!(stale, None);
}

#[test]
fn a_misspelt_number_leads_to_the_nearest_on_disk_too() {
    let place = Place::new();
    place.writer().take(specimens()).expect("taken in");
    let Lookup::NotFound(nearest) = lookup(&place.store(), "107-KL/TU") else {
        panic!("there is no such document")
    };
    assert!(nearest.contains(&"107-KL/TW".to_owned()), "{nearest:?}");
}
