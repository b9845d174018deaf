//! Resolving as a step of its own: deterministic, open to what arrives later, and replaceable.

use std::fs;

use vanban::graph::{Graph, GraphView, Held, Likeness, answer, findings, twins};
use vanban::model::{AnswerItem, Document, KeyPart, PartialDate, RelationKind};
use vanban::resolve::{AliasIs, CitationIs, Corrected, Corrections, Record, Register, Resolver, resolve};
use vanban::syntax::Query;
use vanban::text::Source;

use crate::builder::{held, reference, stating};

const UBND: &str = "Ủy ban nhân dân tỉnh Cà Mau";
const PLAN: &str = "vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd";

/// The specimens, read one by one.
fn specimens() -> Vec<Held> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/corpus/texts");
    let paths = fs::read_dir(folder).expect("the texts are readable").flatten().map(|entry| entry.path());
    paths
        .map(|path| {
            let source = Source::from_bytes(&fs::read(&path).expect("a text is readable"));
            let mut document = vanban::parse(&source);
            document.source.path = Some(path.file_name().expect("a file").to_string_lossy().into_owned());
            Held::from((document, source.text()))
        })
        .collect()
}

/// Numbers that look drawn by lot and are the same in every run.
struct Lot(u64);

impl Lot {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).expect("31 bits") % limit
    }

    fn shuffle<T>(&mut self, items: &mut [T]) {
        for at in (1..items.len()).rev() {
            items.swap(at, self.below(at + 1));
        }
    }
}

/// The graph of documents resolved together, as it is written out.
fn scratch(held: &[Held]) -> String {
    let (mut documents, texts): (Vec<Document>, Vec<_>) =
        held.iter().cloned().map(|Held { document, text }| (document, text)).unzip();
    resolve(&mut documents);
    written(&Graph::build(documents.into_iter().zip(texts)))
}

fn written(graph: &Graph) -> String {
    serde_json::to_string(&graph.wire()).expect("a graph is JSON")
}

#[test]
fn a_hundred_orders_of_the_specimens_give_one_graph() {
    let mut held = specimens();
    let first = scratch(&held);
    let mut lot = Lot(1);
    for turn in 0..100 {
        lot.shuffle(&mut held);
        assert!(scratch(&held) == first, "order {turn} gives another graph");
    }
}

#[test]
fn documents_that_come_later_change_nothing_of_the_outcome() {
    let mut held = specimens();
    // Mentions that only later documents can complete, and one that a later document makes a tie.
    let bare = |code: &str, issuer: &str, cited: &str| {
        let citing = held_by(code, issuer);
        Held::from(stating(
            citing,
            vec![reference(cited, "", "", "")],
            &[("self", RelationKind::Implements, cited)],
        ))
    };
    held.push(bare("12/KH-SYT", "Sở Y tế tỉnh Cà Mau", "231/KH-UBND"));
    held.push(bare("13/KH-BYT", "Bộ Y tế", "231/KH-UBND"));
    for issuer in [UBND, "UBND tỉnh An Giang"] {
        held.push(Held::from(crate::builder::held("231/KH-UBND", "kế hoạch", issuer, "2026-04-25")));
    }
    let whole = scratch(&held);
    let mut lot = Lot(7);
    for turn in 0..12 {
        lot.shuffle(&mut held);
        let mut graph = Graph::default();
        let mut rest = held.as_slice();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(1 + lot.below(rest.len()));
            graph.extend(now.iter().cloned());
            rest = later;
        }
        assert!(written(&graph) == whole, "sequence {turn} gives another graph");
    }
}

fn held_by(code: &str, issuer: &str) -> Document {
    held(code, "kế hoạch", issuer, "2026-06-01")
}

#[test]
fn an_earlier_mention_finds_the_document_that_arrives() {
    let citing = stating(
        held_by("12/KH-SYT", "Sở Y tế tỉnh Cà Mau"),
        vec![reference("230/KH-UBND", "", "", "")],
        &[("self", RelationKind::Implements, "230/KH-UBND")],
    );
    let mut graph = Graph::default();
    graph.extend([citing]);
    assert!(graph.card(PLAN).is_none());
    graph.extend([held("230/KH-UBND", "kế hoạch", UBND, "2026-04-24")]);
    let found = answer(&graph, &Query::ImplementedBy(PLAN.to_owned()));
    assert_eq!(found.answers.len(), 1, "{found:?}");
    assert!(graph.card("vn/ubnd-ca-mau/ke-hoach/_/230-kh-ubnd").is_none(), "the stub is gone");
}

#[test]
fn what_a_register_knows_wins_and_conflicts_are_told() {
    let mut citing = held("5/BC-XYZ", "báo cáo", "Bộ Y tế", "2026-06-01");
    citing.references.push(reference("230/KH-UBND", "kế hoạch", "", ""));
    citing.references.push(reference("534/QĐ-TTg", "quyết định", "", "2026-03-30"));
    let mut plan = held("23O/KH-UBND", "kế hoạch", "UBND tỉnh An Giang", "2026-04-24");
    plan.source.id = Some("den-17".to_owned());
    let records = vec![
        Record {
            file: Some("den-17".to_owned()),
            code: Some("230/KH-UBND".to_owned()),
            issuer: Some("vn/ubnd-ca-mau".to_owned()),
            ..Record::default()
        },
        Record {
            code: Some("534/QĐ-TTg".to_owned()),
            date: PartialDate::of_edtf("2026-03-31"),
            ..Record::default()
        },
        // Too little to be a document.
        Record { code: Some("230/KH-UBND".to_owned()), ..Record::default() },
    ];
    let register = Register::new(records);
    let mut documents = vec![citing, plan];
    register.resolve(&mut documents);
    assert_eq!(documents.len(), 2);
    assert_eq!(documents[1].id, PLAN);
    assert_eq!(documents[1].issuer.as_ref().map(|i| i.name.as_str()), Some(UBND));
    let codes = |d: &Document| d.diagnostics.iter().map(|d| d.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&documents[1]), ["register-conflict", "register-conflict"]);
    assert_eq!(documents[0].references[0].target.as_deref(), Some(PLAN));
    assert_eq!(codes(&documents[0]), ["register-conflict"]);
    let once = documents.clone();
    register.resolve(&mut documents);
    assert_eq!(documents, once);
}

#[test]
fn a_resolver_of_ones_own_serves_a_graph_that_grows() {
    /// Whoever cites without an issuer means Cà Mau.
    struct Homely;
    impl Resolver for Homely {
        fn resolve(&self, documents: &mut [Document]) {
            resolve(documents);
            for reference in documents.iter_mut().flat_map(|d| &mut d.references) {
                if let Some(home) = reference.candidates.iter().find(|id| id.contains("-ca-mau/")).cloned() {
                    reference.candidates.clear();
                    reference.target = Some(home);
                }
            }
        }
    }
    let mut citing = held("5/BC-XYZ", "báo cáo", "Bộ Y tế", "2026-06-01");
    citing.references.push(reference("230/KH-UBND", "kế hoạch", "", ""));
    let mut graph = Graph::with_resolver(Homely);
    graph.extend([citing]);
    for issuer in [UBND, "UBND tỉnh An Giang"] {
        graph.extend([held("230/KH-UBND", "kế hoạch", issuer, "2026-04-24")]);
    }
    assert_eq!(graph.incoming(PLAN).len(), 1);
}

#[test]
fn corrections_are_applied_after_every_resolving() {
    let mut citing = held("5/BC-XYZ", "báo cáo", "Sở YT", "2026-06-01");
    citing.source.path = Some("den/a.txt".to_owned());
    citing.references.push(reference("230/KH-UBND", "kế hoạch", "", ""));
    let mut documents = vec![citing];
    for (file, issuer) in [("b.txt", UBND), ("c.txt", UBND), ("d.txt", "UBND tỉnh An Giang")] {
        let mut plan = held("230/KH-UBND", "kế hoạch", issuer, "2026-04-24");
        plan.source.path = Some(file.to_owned());
        plan.source.sha256 = format!("{:0<64}", vanban::model::draft_mark(file).trim_start_matches("draft-"));
        documents.push(plan);
    }
    let an_giang = "vn/ubnd-an-giang/ke-hoach/2026/230-kh-ubnd";
    let mut corrections = Corrections {
        aliases: vec![AliasIs { name: "Sở YT".to_owned(), is: "vn/so-y-te-ca-mau".to_owned() }],
        ..Corrections::default()
    };
    let resolved = |corrections: &Corrections| {
        let mut documents = documents.clone();
        let corrected = Corrected::new(corrections.clone());
        corrected.resolve(&mut documents);
        let once = documents.clone();
        corrected.resolve(&mut documents);
        assert_eq!(documents, once);
        documents
    };
    let plain = resolved(&Corrections::default());
    assert_eq!(plain[0].references[0].lacks, [KeyPart::Issuer]);
    // The name is now known, and with it the province of the one that cites.
    let named = resolved(&corrections);
    assert!(named[0].id.starts_with("vn/so-y-te-ca-mau/bao-cao/2026/"));
    assert_eq!(named[0].references[0].target.as_deref(), Some(PLAN));
    corrections.citations.push(CitationIs {
        cited: "230/KH-UBND".to_owned(),
        within: Some("a.txt".to_owned()),
        is: an_giang.to_owned(),
    });
    assert_eq!(resolved(&corrections)[0].references[0].target.as_deref(), Some(an_giang));
    // Two files that are not one document.
    corrections.citations.clear();
    corrections.apart.push(vec!["b.txt".to_owned(), "c.txt".to_owned()]);
    let apart = resolved(&corrections);
    assert_ne!(apart[1].id, apart[2].id);
    assert_eq!(apart[0].references[0].candidates, {
        let mut ids = [apart[1].id.clone(), apart[2].id.clone()];
        ids.sort();
        ids
    });
}

#[test]
fn texts_with_one_identity_are_kept_and_told_apart() {
    let head =
        "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 230/KH-UBND\nCà Mau, ngày 24 tháng 4 năm 2026\n\nKẾ HOẠCH\n";
    let body = "Triển khai Quyết định số 534/QĐ-TTg ngày 31/3/2026 của Thủ tướng Chính phủ\n\n\
        1. Sở Y tế rà soát danh mục thủ tục hành chính, báo cáo Ủy ban nhân dân tỉnh trước ngày 15/6/2026.\n\n\
        2. Sở Tài chính bố trí kinh phí thực hiện Kế hoạch này theo phân cấp ngân sách hiện hành.\n";
    let texts = [
        format!("{head}{body}"),
        format!("{head}{}", body.replace("\n\n", "\n")),
        format!("{head}{}", body.replace("15/6/2026", "30/6/2026").replace("danh mục", "toàn bộ các")),
        format!("{head}Về phòng, chống thiên tai\n\n1. Các xã, phường trực ban hai mươi bốn giờ mỗi ngày.\n"),
    ];
    let draft = texts[0].replace("Số: 230/KH-UBND", "Số:        /KH-UBND").replace("ngày 24 ", "ngày     ");
    let texts = texts.into_iter().chain([draft]).collect::<Vec<_>>();
    let mut documents: Vec<Document> =
        texts.iter().map(|text| vanban::parse(&Source::from_text(text))).collect();
    for (at, document) in documents.iter_mut().enumerate() {
        document.source.path = Some(format!("{at}.txt"));
    }
    resolve(&mut documents);
    let graph = Graph::build(documents.into_iter().zip(texts));
    let likeness: Vec<Likeness> = twins(&graph, PLAN).into_iter().map(|pair| pair.likeness).collect();
    assert_eq!(likeness, [Likeness::Duplicate, Likeness::Version, Likeness::Unlike]);
    let codes: Vec<String> = findings(&graph).into_iter().map(|found| found.diagnostic.code).collect();
    for code in ["duplicate", "version", "unlike"] {
        assert!(codes.iter().any(|c| c == code), "{code} in {codes:?}");
    }
    let rows = answer(&graph, &Query::Duplicates).answers;
    let row = |at: usize| match &rows[at] {
        AnswerItem::Row { cells, evidence } => (cells, evidence),
        _ => panic!("a row"),
    };
    let (cells, evidence) = row(0);
    assert_eq!(cells[0].value, "230/KH-UBND");
    // The draft beside each text it may have become.
    let of_draft = (3..rows.len()).map(|at| row(at).0[0].value.as_str()).collect::<Vec<_>>();
    assert_eq!(of_draft, ["/KH-UBND"; 3]);
    assert_eq!(evidence.len(), 2);
}

#[test]
fn items_of_noi_nhan_that_point_elsewhere_are_lists_of_bodies() {
    let letter = "UBND TỈNH CÀ MAU\nSỞ Y TẾ\n\nSố: 1145/SYT-VP\nV/v rà soát thủ tục\nCà Mau, ngày 04 tháng 5 năm 2026\n\n\
        Kính gửi:\n- Sở Nội vụ;\n- Các phòng, đơn vị trực thuộc Sở.\n\nĐề nghị các đơn vị rà soát thủ tục, báo cáo \
        trước ngày 15/5/2026.\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n\nGIÁM ĐỐC\n\nNguyễn Văn A\n";
    let document = vanban::parse(&Source::from_text(letter));
    let set = document.addressees[1].set.as_ref().expect("a set");
    assert_eq!(set.set, "units of vn/so-y-te-ca-mau");
    assert_eq!(set.as_of.as_deref(), Some("2026-05-04"));
    let above = document.recipients.iter().find(|r| r.text == "Như trên").expect("an item");
    let ids: Vec<Option<&str>> = above.members.iter().map(|body| body.id.as_deref()).collect();
    assert_eq!(ids, [Some("vn/so-noi-vu-ca-mau"), None]);
    let decision = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 45/QĐ-UBND\nCà Mau, ngày 04 tháng 5 năm 2026\n\nQUYẾT ĐỊNH\nVề việc \
        ban hành quy chế\n\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế.\n\nĐiều 2. Quyết định này có hiệu lực kể \
        từ ngày ký.\n\nĐiều 3. Chánh Văn phòng Ủy ban nhân dân tỉnh, Giám đốc Sở Y tế chịu trách nhiệm thi hành Quyết \
        định này./.\n\nNơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n\nCHỦ TỊCH\n\nNguyễn Văn A\n";
    let document = vanban::parse(&Source::from_text(decision));
    let there = document.recipients.iter().find(|r| r.text == "Như Điều 3").expect("an item");
    let ids: Vec<Option<&str>> = there.members.iter().map(|body| body.id.as_deref()).collect();
    assert_eq!(ids, [Some("vn/van-phong-ubnd-ca-mau"), Some("vn/so-y-te-ca-mau")]);
}
