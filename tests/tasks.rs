//! Tasks: whom a sentence tells to act, and what an item inherits from what stands above it.

use serde::Deserialize;
use vanban::model::{Actor, Modality, Task};
use vanban::parse::outline::{Block, Outline, PartRange, Zone};
use vanban::parse::tasks;
use vanban::text::{Source, Span};

#[derive(Deserialize)]
struct Cases {
    row: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    class: String,
    text: String,
    leads: Vec<Vec<String>>,
    #[serde(default)]
    coordinate: Vec<String>,
    #[serde(default)]
    report_to: Vec<String>,
    #[serde(default)]
    via: Vec<String>,
    #[serde(default = "main_text")]
    part: String,
}

fn main_text() -> String {
    "main".to_owned()
}

fn read(text: &str, part: &str) -> Vec<Task> {
    let source = Source::from_text(text);
    let span = Span::new(0, text.len());
    let mut outline = Outline::default();
    outline.parts.push(PartRange { id: "main".to_owned(), kind: part.to_owned(), title: None, span });
    outline.blocks.push(Block { span, label: None, zone: Zone::Body, part: 0, parent: None, heading: false });
    tasks::read(&source, &outline, &[], &tasks::Own::default())
}

fn names(actors: &[Actor]) -> Vec<String> {
    actors.iter().map(|actor| actor.text.clone()).collect()
}

#[test]
fn every_row_tells_whom_it_says() {
    let cases: Cases = toml::from_str(include_str!("cases/tasks.toml")).unwrap();
    assert!(cases.row.len() >= 50);
    let mut wrong = Vec::new();
    for row in cases.row {
        let found = read(&row.text, &row.part);
        let leads: Vec<Vec<String>> = found.iter().map(|task| names(&task.lead)).collect();
        if leads != row.leads {
            wrong.push(format!("{}: {}\n    want {:?}\n    read {leads:?}", row.class, row.text, row.leads));
        }
        let Some(task) = found.first() else { continue };
        for (name, want, got) in [
            ("coordinate", &row.coordinate, names(&task.coordinate)),
            ("report_to", &row.report_to, names(&task.report_to)),
            ("via", &row.via, names(&task.via)),
        ] {
            if !want.is_empty() && *want != got {
                wrong
                    .push(format!("{} {name}: {}\n    want {want:?}\n    read {got:?}", row.class, row.text));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

const PLAN: &str = "SỞ Y TẾ\n\nSố: 12/KH-SYT\n\nCà Mau, ngày 04 tháng 5 năm 2026\n\nKẾ HOẠCH\n\nTriển khai tiêm chủng\n\n\
I. MỤC ĐÍCH, YÊU CẦU\n\n1. Nâng cao tỷ lệ tiêm chủng.\n\n2. Bảo đảm an toàn.\n\nII. TỔ CHỨC THỰC HIỆN\n\n\
1. Phòng Nghiệp vụ Y\n\na) Chủ trì, phối hợp với các đơn vị liên quan tham mưu kế hoạch.\n\n\
b) Báo cáo kết quả về Sở Y tế trước ngày 15/12/2026.\n\n2. Đề nghị: Ủy ban nhân dân các xã, phường\n\n\
- Rà soát trẻ trong độ tuổi tiêm chủng.\n\n- Bố trí điểm tiêm.\n\n\
Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị phản ánh về Sở Y tế để được hướng dẫn./.\n";

const RULES: &str = "BỘ NỘI VỤ\n\nSố: 12/QĐ-BNV\n\nHà Nội, ngày 04 tháng 5 năm 2026\n\nQUYẾT ĐỊNH\n\nBan hành Quy chế văn thư\n\n\
Điều 1. Ban hành kèm theo Quyết định này Quy chế văn thư.\n\nBỘ TRƯỞNG\n\nNguyễn Văn An\n\n\
QUY CHẾ\n\nCông tác văn thư\n\n(Kèm theo Quyết định số 12/QĐ-BNV ngày 04 tháng 5 năm 2026)\n\n\
Điều 2. Cấp lại thẻ\n\n1. Cấp lại thẻ trong các trường hợp sau đây:\n\na) Vụ Pháp chế thay đổi tên gọi;\n\n\
2. Trình tự, thủ tục cấp lại thẻ\n\na) Vụ Pháp chế lập hồ sơ.\n\n\
Điều 3. Trách nhiệm của bộ phận/cá nhân phụ trách văn thư tại các đơn vị\n\n1. Tiếp nhận văn bản.\n";

#[test]
fn rules_of_an_office_tell_its_units() {
    let document = vanban::parse(&Source::from_text(RULES));
    let given: Vec<&Task> = document.tasks.iter().filter(|task| !task.generic).collect();
    let leads: Vec<Vec<String>> = given.iter().map(|task| names(&task.lead)).collect();
    assert_eq!(leads, [["Vụ Pháp chế"], ["bộ phận/cá nhân phụ trách văn thư tại các đơn vị"]]);
    assert_eq!(given[0].text, "Vụ Pháp chế lập hồ sơ");
}

#[test]
fn items_inherit_the_actor_of_their_heading() {
    let document = vanban::parse(&Source::from_text(PLAN));
    let given: Vec<&Task> = document.tasks.iter().filter(|task| !task.generic).collect();
    let told: Vec<(Vec<String>, &str)> =
        given.iter().map(|task| (names(&task.lead), task.text.as_str())).collect();
    assert_eq!(told.len(), 4, "{told:?}");
    assert_eq!(told[0].0, ["Phòng Nghiệp vụ Y"]);
    assert!(given[0].lead[0].inherited);
    assert_eq!(told[3].0, ["Ủy ban nhân dân các xã, phường"]);
    assert_eq!(given[3].modality, Some(Modality::Request));
}

#[test]
fn a_task_knows_its_deadline_and_its_place() {
    let document = vanban::parse(&Source::from_text(PLAN));
    let task = document.tasks.iter().find(|task| task.text.starts_with("Báo cáo kết quả")).unwrap();
    assert_eq!(task.section, ["II", "1", "b"]);
    assert_eq!(names(&task.report_to), ["Sở Y tế"]);
    let deadline = &document.deadlines[task.deadlines[0]];
    assert_eq!(deadline.value, "2026-12-15");
}

#[test]
fn an_id_does_not_depend_on_what_stands_around() {
    let id = |text: &str| {
        let document = vanban::parse(&Source::from_text(text));
        let task = document.tasks.iter().find(|task| task.text.starts_with("Bố trí")).unwrap();
        task.id.split_once('#').map(|(_, rest)| rest.to_owned()).unwrap()
    };
    assert_eq!(id(PLAN), id(&PLAN.replace("tham mưu kế hoạch", "tham mưu dự toán")));
}

#[test]
fn a_closing_formula_is_generic() {
    let document = vanban::parse(&Source::from_text(PLAN));
    assert!(document.tasks.last().unwrap().generic);
}

#[test]
fn a_row_of_a_table_is_one_task() {
    let table = "KẾ HOẠCH\n\nTriển khai chuyển đổi số\n\nPhụ lục nhiệm vụ:\n\n\
| STT | Nội dung nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |\n|---|---|---|---|---|\n\
| 1 | Xây dựng kho dữ liệu | Sở Khoa học và Công nghệ | Các sở, ngành | Quý III/2026 |\n\
| 2 | Tập huấn cán bộ | Sở Nội vụ | Sở Tài chính | Hằng năm |\n";
    let document = vanban::parse(&Source::from_text(table));
    let rows: Vec<&Task> = document.tasks.iter().filter(|task| task.row.is_some()).collect();
    assert_eq!(rows.len(), 2);
    assert_eq!(names(&rows[0].lead), ["Sở Khoa học và Công nghệ"]);
    assert_eq!(names(&rows[1].coordinate), ["Sở Tài chính"]);
    assert_eq!(document.deadlines[rows[0].deadlines[0]].value, "2026-Q3");
}

/// The leads of a whole document's tasks.
fn leads(text: &str) -> Vec<Vec<String>> {
    let document = vanban::parse(&Source::from_text(text));
    document.tasks.iter().filter(|task| !task.generic).map(|task| names(&task.lead)).collect()
}

#[test]
fn headings_name_who_acts_in_other_words_too() {
    let rules = "QUY CHẾ\n\nPhối hợp quản lý chợ\n\n\
        Điều\n4. Nội dung Sở Công Thương có trách nhiệm chủ trì\n\n1. Xây dựng kế hoạch phát triển chợ.\n\n\
        2. Công tác tuyên truyền, vận động tiểu thương.\n\n\
        Điều 5. Nhiệm vụ do Công an tỉnh chủ trì\n\nNắm tình hình ngay từ cơ sở. Tham mưu bảo đảm an ninh trật tự.\n";
    let (trade, police) = (vec!["Sở Công Thương"], vec!["Công an tỉnh"]);
    assert_eq!(leads(rules), [trade.clone(), trade, police.clone(), police]);
}

#[test]
fn what_is_asked_before_an_announcement_governs_the_list_below() {
    let letter = "Số: 12/SGDĐT-VP\n\nKính gửi: Các trường trực thuộc\n\n\
        Sở Giáo dục và Đào tạo đề nghị các trường trực thuộc chủ động điều chỉnh lịch học. Cụ thể:\n\n\
        - Thường xuyên cập nhật chỉ số không khí.\n\n- Hạn chế hoạt động ngoài trời.\n";
    assert_eq!(leads(letter), vec![vec!["các trường trực thuộc"]; 3]);
}

#[test]
fn each_sentence_of_an_article_of_a_single_decision_may_give_a_task() {
    let decision = "CHÍNH PHỦ\n\nSố: 99/NQ-CP\n\nHà Nội, ngày 02 tháng 3 năm 2026\n\nNGHỊ QUYẾT\n\nVề dự án Luật Giá\n\n\
        Điều 1. Thông qua hồ sơ dự án Luật. Bộ Tài chính chịu trách nhiệm về nội dung hồ sơ.\n\n\
        Điều 2. Bộ trưởng Bộ Tài chính tiếp thu ý kiến, hoàn thiện hồ sơ. Trên cơ sở đó, giao Bộ trưởng Bộ Tư pháp rà soát.\n";
    assert_eq!(leads(decision), [["Bộ Tài chính"], ["Bộ trưởng Bộ Tài chính"], ["Bộ trưởng Bộ Tư pháp"]]);
}
