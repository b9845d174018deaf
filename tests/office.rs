//! The office's own view: its files with their errors, how its tasks stand, what changed, who has followed up.

use vanban::graph::{Graph, GraphView, answer_for};
use vanban::model::{Answer, AnswerItem, AnswerStatus, Doubt, PartialDate, Progress, Standing};
use vanban::office::{
    Arrival, Desk, Office, Profile, Scope, Since, TaskResult, arrivals, changes, coverage, results,
};
use vanban::syntax::{Query, TaskFilter};
use vanban::text::Source;

const PROFILE: &str = "body = \"Sở Y tế tỉnh Cà Mau\"\n\
    aliases = [\"Sở Y tế\"]\n\
    groups = [\"Thủ trưởng các sở, ban, ngành\"]\n\
    [[roster]]\nname = \"Bệnh viện Sản - Nhi Cà Mau\"\n\
    [[roster]]\nname = \"Trung tâm Y tế khu vực Năm Căn\"\n";

const PLAN: &str = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\n\nSố: 12/KH-UBND\nCà Mau, ngày 02 tháng 3 năm 2026\n\n\
    KẾ HOẠCH\nTriển khai Nghị quyết số 1/NQ-CP ngày 05/01/2026 của Chính phủ\n\n\
    1. Sở Y tế lập danh sách cơ sở khám bệnh, xong trước ngày 15/6/2026.\n\n\
    2. Sở Y tế rà soát thủ tục trong thời hạn 20 ngày kể từ ngày nhận được Kế hoạch này.\n\n\
    3. Sở Y tế gửi báo cáo về Ủy ban nhân dân tỉnh trước ngày 25 hằng tháng.\n\n\
    4. Thủ trưởng các sở, ban, ngành xây dựng kế hoạch cụ thể trước ngày 20/7/2026.\n\n\
    5. Sở Tài chính bố trí kinh phí trước ngày 30/4/2026.\n";

const LETTER: &str = "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU\nSỞ Y TẾ\n\nSố: 77/SYT-VP\nCà Mau, ngày 10 tháng 3 năm 2026\n\
    V/v triển khai Kế hoạch số 12/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh Cà Mau\n\n\
    Kính gửi: Các đơn vị trực thuộc Sở.\n\n\
    Thực hiện Kế hoạch số 12/KH-UBND ngày 02/3/2026 của Ủy ban nhân dân tỉnh Cà Mau, Sở Y tế yêu cầu Thủ trưởng các \
    đơn vị gửi báo cáo kết quả về Sở Y tế trước ngày 20/4/2026.\n";

const REPLY: &str = "SỞ Y TẾ TỈNH CÀ MAU\nBỆNH VIỆN SẢN - NHI CÀ MAU\n\nSố: 5/BC-BVSN\nCà Mau, ngày 15 tháng 4 năm 2026\n\n\
    BÁO CÁO\nKết quả thực hiện Công văn số 77/SYT-VP ngày 10/3/2026 của Sở Y tế tỉnh Cà Mau\n\n\
    Thực hiện Công văn số 77/SYT-VP ngày 10/3/2026 của Sở Y tế tỉnh Cà Mau, Bệnh viện báo cáo như sau:\n";

fn graph(texts: &[&str]) -> Graph {
    let sources: Vec<Source> = texts.iter().map(|text| Source::from_text(text)).collect();
    let mut documents: Vec<_> = sources.iter().map(vanban::parse).collect();
    vanban::resolve::resolve(&mut documents);
    Graph::build(documents.into_iter().zip(sources.iter().map(|s| s.text().to_owned())))
}

fn day(text: &str) -> Option<PartialDate> {
    PartialDate::of_edtf(text)
}

fn office(today: &str) -> Office {
    Office {
        profile: Profile::read(PROFILE).expect("the profile is right"),
        today: day(today),
        ahead: 10,
        new_since: day(today).and_then(|d| d.plus_days(-7)),
        ..Office::default()
    }
}

/// The tasks that fall to the office, with how they stand.
fn tasks(graph: &Graph, office: &Office) -> Vec<(String, String, Progress)> {
    let desk = Desk::open(graph, office);
    let mut answer = answer_for(&desk, &Query::Tasks(TaskFilter::of_us()), &office.asker());
    desk.mark(&mut answer);
    let told = |item: AnswerItem| match item {
        AnswerItem::Task { task, .. } => Some((task.text, task.id, task.progress?)),
        _ => None,
    };
    answer.answers.into_iter().filter_map(told).collect()
}

fn about<'a>(tasks: &'a [(String, String, Progress)], words: &str) -> &'a (String, String, Progress) {
    tasks.iter().find(|(text, ..)| text.contains(words)).unwrap_or_else(|| panic!("{words}: {tasks:#?}"))
}

fn cells(answer: &Answer) -> Vec<Vec<&str>> {
    let mut rows = Vec::new();
    for item in &answer.answers {
        if let AnswerItem::Row { cells, .. } = item {
            rows.push(cells.iter().map(|cell| cell.value.as_str()).collect());
        }
    }
    rows
}

#[test]
fn errors_in_files_name_the_line_and_what_to_do() {
    for (text, line, words) in [
        ("body = \"Sở Y tế\"\n", 1, "add its place"),
        ("body = \"Sở Y tế tỉnh Cà Mau\"\n\naliases = [\"Sở\"]\n", 3, "two words"),
        ("body = \"Sở Y tế tỉnh Cà Mau\"\nalias = [\"Sở Y tế\"]\n", 2, "aliases"),
        ("body = \"Sở Y tế tỉnh Cà Mau\nunits = []\n", 1, "a profile has"),
    ] {
        let error = Profile::read(text).expect_err(text);
        assert_eq!(error.line, line, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
    for (text, line, words) in [
        ("code,issuer\n12/KH-UBND,x\n", 1, "arrived"),
        ("code,arrived\n12/KH-UBND,18/5/2026\n13/KH-UBND,31/2/2026\n", 3, "no day"),
        ("code,arrived\n,18/5/2026\n", 2, "no code"),
    ] {
        let error = arrivals(text).expect_err(text);
        assert_eq!(error.line, line, "{error}");
        assert!(error.to_string().contains(words), "{error}");
    }
    let error = results("task,done\na#b,mai\n").expect_err("no day");
    assert_eq!((error.line, error.help.contains("leave it empty")), (2, true));
}

#[test]
fn tables_are_read_as_spreadsheets_write_them() {
    let vietnamese = "\u{FEFF}Số ký hiệu;Cơ quan ban hành;Số đến;Ngày đến;Trích yếu\n\
        12/KH-UBND;UBND tỉnh Cà Mau;318;05/3/2026;x\n;;;;\n";
    let found = arrivals(vietnamese).expect("it is a register");
    let arrival = Arrival {
        code: "12/KH-UBND".to_owned(),
        issuer: Some("UBND tỉnh Cà Mau".to_owned()),
        number: Some("318".to_owned()),
        arrived: day("2026-03-05").expect("a day"),
        line: 2,
    };
    assert_eq!(found, [arrival]);
    let noted = results("task,done,document,note\n\"a#b\",,,\"đang làm, chờ ý kiến\"\n").expect("a list");
    assert_eq!((noted[0].done, noted[0].note.as_deref()), (None, Some("đang làm, chờ ý kiến")));
}

#[test]
fn tasks_stand_overdue_due_new_or_to_be_looked_at() {
    let graph = graph(&[PLAN]);
    let tasks = tasks(&graph, &office("2026-06-20"));
    assert_eq!(tasks.len(), 4, "{tasks:#?}");
    let (_, _, list) = about(&tasks, "danh sách");
    assert_eq!((list.standing, list.day, list.new), (Standing::Overdue, day("2026-06-14"), false));
    let (_, _, report) = about(&tasks, "báo cáo");
    assert_eq!((report.standing, report.day), (Standing::Overdue, day("2026-05-24")));
    let (_, _, review) = about(&tasks, "rà soát");
    assert_eq!((review.standing, review.doubts.as_slice()), (Standing::Open, &[Doubt::UnknownAnchor][..]));
    let (_, _, plan) = about(&tasks, "kế hoạch cụ thể");
    assert_eq!(plan.doubts, [Doubt::Collective]);
    let early = self::tasks(&graph, &office("2026-03-05"));
    assert!(about(&early, "danh sách").2.new);
}

#[test]
fn what_came_in_gives_limits_from_receipt_their_day() {
    let graph = graph(&[PLAN]);
    let mut office = office("2026-03-20");
    office.arrivals = arrivals("code,issuer,arrived\n12/KH-UBND,Ủy ban nhân dân tỉnh Cà Mau,5/3/2026\n")
        .expect("a register");
    let tasks = tasks(&graph, &office);
    let (_, _, review) = about(&tasks, "rà soát");
    assert_eq!((review.standing, review.day), (Standing::Due, day("2026-03-25")));
    assert_eq!(review.doubts, []);
}

#[test]
fn results_are_kept_when_ids_change() {
    let graph = graph(&[PLAN]);
    let mut office = office("2026-06-20");
    let id = about(&tasks(&graph, &office), "danh sách").1.clone();
    let done =
        |task: String| TaskResult { task, done: day("2026-06-10"), document: None, note: None, line: 2 };
    office.results = vec![done(id.clone())];
    assert_eq!(about(&tasks(&graph, &office), "danh sách").2.standing, Standing::Done);
    assert_eq!(Desk::open(&graph, &office).remarks(), [""; 0]);

    let hash = id.rsplit('/').next().expect("an id ends with a hash");
    office.results = vec![done(format!("vn/_/ke-hoach/2026/12-kh-ubnd#main/ii/{hash}"))];
    assert_eq!(about(&tasks(&graph, &office), "danh sách").2.standing, Standing::Done);
    assert!(Desk::open(&graph, &office).remarks()[0].contains("has the id"));

    office.results = vec![done("vn/_/ke-hoach/2026/12-kh-ubnd#main/ii/00000000".to_owned())];
    assert_eq!(about(&tasks(&graph, &office), "danh sách").2.standing, Standing::Overdue);
    let desk = Desk::open(&graph, &office);
    let told = changes(&desk, Since::Day(day("2027-01-01").expect("a day")));
    assert_eq!(cells(&told)[0][0], "withdrawn");
}

#[test]
fn a_result_belongs_to_the_occurrence_nearest_to_its_day() {
    let graph = graph(&[PLAN]);
    let mut office = office("2026-05-02");
    let id = about(&tasks(&graph, &office), "báo cáo").1.clone();
    let done = |on: &str| TaskResult { task: id.clone(), done: day(on), document: None, note: None, line: 2 };
    for (on, standing) in
        [("2026-04-26", Standing::Done), ("2026-05-01", Standing::Done), ("2026-03-20", Standing::Overdue)]
    {
        office.results = vec![done(on)];
        let tasks = tasks(&graph, &office);
        assert_eq!(about(&tasks, "báo cáo").2.standing, standing, "{on}");
    }
}

#[test]
fn units_that_have_not_reported_are_told_with_what_was_asked() {
    let graph = graph(&[PLAN, LETTER, REPLY]);
    let office = office("2026-04-22");
    let desk = Desk::open(&graph, &office);
    let answer = Answer { answers: desk.unreported(), ..Answer::default() };
    let rows = cells(&answer);
    assert_eq!(rows.len(), 1, "{rows:#?}");
    assert_eq!(rows[0][..4], ["Trung tâm Y tế khu vực Năm Căn", "not_in_corpus", "77/SYT-VP", "2026-04-19"]);
    let early = self::office("2026-03-12");
    assert_eq!(Desk::open(&graph, &early).unreported(), []);
}

#[test]
fn coverage_tells_what_is_not_in_the_corpus() {
    let graph = graph(&[PLAN, LETTER, REPLY]);
    let provinces = coverage(&graph, "1/NQ-CP", Scope::of(&graph, "1/NQ-CP"));
    let rows = cells(&provinces);
    assert_eq!((provinces.status, rows.len()), (AnswerStatus::Found, 34));
    let of = |name: &str| rows.iter().find(|row| row[0] == name).expect("a province").clone();
    assert_eq!(of("Cà Mau"), ["Cà Mau", "found", "12/KH-UBND", "2026-03-02", "56", "1"]);
    assert_eq!(of("Nghệ An"), ["Nghệ An", "not_in_corpus", "", "", "", ""]);
    let office = office("2026-04-22");
    let units = coverage(&graph, "77/SYT-VP", Scope::Units(&office.profile.roster));
    let rows = cells(&units);
    assert_eq!(rows[0][1], "found", "{rows:#?}");
    assert_eq!(rows[1][1], "not_in_corpus");
    assert_eq!(coverage(&graph, "99/NQ-CP", Scope::Provinces).status, AnswerStatus::NotFound);
}

#[test]
fn changes_are_told_since_a_day_and_against_an_export() {
    let before = graph(&[PLAN]).wire();
    let changed = PLAN.replace("lập danh sách cơ sở khám bệnh", "lập danh sách phòng khám");
    let graph = graph(&[&changed, LETTER]);
    let office = office("2026-03-12");
    let desk = Desk::open(&graph, &office);
    let told = changes(&desk, Since::Export(&before));
    let rows = cells(&told);
    assert!(rows.iter().any(|row| row[0] == "new" && row[1] == "77/SYT-VP"), "{rows:#?}");
    assert!(rows.iter().any(|row| row[0] == "changed" && row[2].contains("phòng khám")), "{rows:#?}");
    let since = changes(&desk, Since::Day(day("2026-03-05").expect("a day")));
    let documents: Vec<&str> = cells(&since).iter().map(|row| row[1]).collect();
    assert!(documents.contains(&"77/SYT-VP") && !documents.contains(&"12/KH-UBND"), "{documents:?}");
    assert!(desk.documents().len() > 2);
}
