//! Questions about tasks and time limits over the specimens: what they tell, and which words prove it.

use std::fs;
use std::path::Path;

use vanban::graph::{Asker, Graph, ask_for};
use vanban::model::{Answer, AnswerItem, AnswerStatus, PartialDate};
use vanban::text::Source;

fn specimens() -> Graph {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts");
    let (mut documents, mut texts) = (Vec::new(), Vec::new());
    let entries = fs::read_dir(folder).expect("the specimens are readable").flatten();
    for path in entries.map(|e| e.path()).filter(|p| p.extension().is_some_and(|e| e == "txt")) {
        let source = Source::from_bytes(&fs::read(&path).expect("a specimen is readable"));
        documents.push(vanban::parse(&source));
        texts.push(source.text().to_owned());
    }
    vanban::resolve::resolve(&mut documents);
    Graph::build(documents.into_iter().zip(texts))
}

fn asker() -> Asker {
    let us = ["Sở Y tế tỉnh Cà Mau", "Văn phòng Sở", "Thanh tra Sở"].map(str::to_owned);
    Asker { today: PartialDate::of_edtf("2026-06-08"), us: us.into(), ..Asker::default() }
}

/// What each answer says in short: the task, or the cells of a row.
fn told(answer: &Answer) -> Vec<String> {
    let tell = |item: &AnswerItem| match item {
        AnswerItem::Task { task, .. } => task.text.clone(),
        AnswerItem::Deadline { deadline, .. } => format!("{:?} {}", deadline.due, deadline.text),
        AnswerItem::Row { cells, .. } => {
            cells.iter().map(|c| c.value.as_str()).collect::<Vec<_>>().join(" | ")
        }
        other => format!("{other:?}"),
    };
    answer.answers.iter().map(tell).collect()
}

fn proven(answer: &Answer) -> bool {
    answer.answers.iter().all(|item| match item {
        AnswerItem::Task { evidence, .. }
        | AnswerItem::Deadline { evidence, .. }
        | AnswerItem::Row { evidence, .. } => !evidence.is_empty() && !evidence[0].text.is_empty(),
        _ => false,
    })
}

#[test]
fn each_question_has_its_answer_and_its_sentence() {
    let graph = specimens();
    for (question, count, words) in [
        ("nhiệm vụ của chúng ta trong 264/KH-UBND", 2, "đường dây nóng"),
        ("what must we do in 264/KH-UBND", 2, "đường dây nóng"),
        ("tasks led by Thanh tra tỉnh in 264/KH-UBND", 4, "quy trình phối hợp xử lý đơn"),
        ("nhiem vu do Thanh tra tinh phoi hop trong 264/KH-UBND", 1, "phần mềm quản lý đơn"),
        ("nhiệm vụ giao chung trong 264/KH-UBND", 3, "kế hoạch cụ thể"),
        ("tasks assigned generally in 264/KH-UBND", 3, "kế hoạch cụ thể"),
        ("recurring reports in 264/KH-UBND", 2, "2026-12-14"),
        ("does 264/KH-UBND require a reply or a plan", 6, "kế hoạch"),
        ("which sentence does the task Kiện toàn tổ hòa giải come from", 1, "Kiện toàn tổ hòa giải"),
        ("what is due for Sở Y tế within 30 days", 1, "trong tháng 6/2026"),
        ("deadlines in 264/KH-UBND between 1/6/2026 and 30/6/2026", 6, "trước ngày 30/6/2026"),
        ("thời hạn trong 264/KH-UBND từ 1/6/2026 đến 30/6/2026", 6, "trước ngày 30/6/2026"),
        ("nhiệm vụ quá hạn trong 264/KH-UBND ngày 1/7/2026", 5, "kế hoạch cụ thể"),
        ("overdue tasks in 264/KH-UBND on 1/7/2026", 5, "kế hoạch cụ thể"),
        ("báo cáo định kỳ trong 264/KH-UBND", 2, "2026-12-14"),
        ("264/KH-UBND có yêu cầu trả lời hay lập kế hoạch không", 6, "kế hoạch"),
        ("câu nào giao việc kiện toàn tổ hòa giải", 1, "Kiện toàn tổ hòa giải"),
        ("việc của Sở Y tế đến hạn trong 30 ngày tới", 1, "trong tháng 6/2026"),
    ] {
        let answer = ask_for(&graph, question, &asker());
        assert_eq!(answer.status, AnswerStatus::Found, "{question}");
        let told = told(&answer);
        assert!(told.iter().any(|t| t.contains(words)), "{question}: {told:#?}");
        if question.contains("264") {
            assert_eq!(told.len(), count, "{question}: {told:#?}");
        }
        assert!(proven(&answer), "{question}");
    }
}

#[test]
fn the_sentence_of_a_task_comes_with_the_heading_that_names_who_acts() {
    let graph = specimens();
    let answer = ask_for(&graph, "việc niêm yết số điện thoại đường dây nóng từ câu nào", &asker());
    let Some(AnswerItem::Task { task, evidence, .. }) = answer.answers.first() else {
        panic!("{answer:#?}");
    };
    assert!(evidence[0].text.contains("Chỉ đạo các bệnh viện"), "{evidence:?}");
    assert!(evidence.iter().any(|e| e.text.contains("Sở Y tế")), "{evidence:?}");
    let by_id = ask_for(&graph, &format!("source of task {}", task.id), &asker());
    assert_eq!(by_id.answers, answer.answers);
}

#[test]
fn an_occurrence_is_past_with_its_own_day() {
    let graph = specimens();
    let asked = "nhiệm vụ quá hạn của Thanh tra tỉnh trong 264/KH-UBND ngày 20/12/2026";
    let answer = ask_for(&graph, asked, &asker());
    let yearly = answer.answers.iter().find_map(|item| match item {
        AnswerItem::Task { task, .. } => {
            task.deadlines.iter().find(|d| d.value.starts_with("RRULE")).map(|d| d.due.clone())
        }
        _ => None,
    });
    assert_eq!(yearly, Some(vec![PartialDate::day(2026, 12, 14).expect("a day")]));
    let before = ask_for(&graph, &asked.replace("20/12", "10/12"), &asker());
    let recurs = |item: &AnswerItem| matches!(item, AnswerItem::Task { task, .. } if task.text.contains("biểu thống nhất"));
    assert!(answer.answers.iter().any(recurs) && !before.answers.iter().any(recurs));
}
