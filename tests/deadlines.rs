//! Limits in time, one sentence a row.

use serde::Deserialize;
use vanban::model::{Deadline, DeadlineUse, PartialDate};
use vanban::parse::deadlines;
use vanban::parse::outline::{Block, Outline, PartRange, Zone};
use vanban::text::{Source, Span};

#[derive(Deserialize)]
struct Cases {
    row: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    class: String,
    text: String,
    own: Option<String>,
    values: Vec<String>,
}

fn read(text: &str, own: &str) -> Vec<Deadline> {
    let source = Source::from_text(text);
    let span = Span::new(0, text.len());
    let part = PartRange { id: "main".to_owned(), kind: "main".to_owned(), title: None, span };
    let block = Block { span, label: None, zone: Zone::Body, part: 0, parent: None, heading: false };
    let mut outline = Outline::default();
    outline.parts.push(part);
    outline.blocks.push(block);
    let own = serde_json::from_value::<PartialDate>(own.into()).ok();
    deadlines::read(&source, &outline, own)
}

#[test]
fn every_row_sets_the_limits_it_says() {
    let cases: Cases = toml::from_str(include_str!("cases/deadlines.toml")).unwrap();
    assert!(cases.row.len() >= 120);
    let mut wrong = Vec::new();
    for Row { class, text, own, values } in cases.row {
        let found = read(&text, own.as_deref().unwrap_or("2026-04-24"));
        let found: Vec<String> = found.into_iter().map(|deadline| deadline.value).collect();
        if found != values {
            wrong.push(format!("{class}: {text}\n    want {values:?}\n    read {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_recurrence_knows_its_last_day() {
    let found = read("Các xã báo cáo trước 15 giờ hằng ngày, cho đến hết ngày 05/5/2026.", "2026-04-24");
    assert_eq!(found[0].until.map(|day| day.to_string()).as_deref(), Some("2026-05-05"));
    assert_eq!(found[1].until, None);
}

#[test]
fn the_day_before_is_the_last_safe_one() {
    let only = |text| read(text, "2026-04-24").remove(0);
    let last = |deadline: &Deadline| deadline.last_day.map(|day| day.to_string());
    let before = only("Gửi trước ngày 01/6/2026.");
    assert!(before.exclusive);
    assert_eq!(last(&before).as_deref(), Some("2026-05-31"));
    let until = only("Gửi chậm nhất ngày 01/6/2026.");
    assert!(!until.exclusive);
    assert_eq!(last(&until).as_deref(), Some("2026-06-01"));
    let hour = only("Gửi trước 17 giờ ngày 01/6/2026.");
    assert_eq!((last(&hour).as_deref(), hour.time.as_deref()), (Some("2026-06-01"), Some("17:00")));
}

#[test]
fn an_unknown_last_day_says_why() {
    let only = |text| read(text, "2026-04-24").remove(0);
    for (text, reason) in [
        ("Trả lời trong thời hạn 15 ngày kể từ ngày nhận đơn.", "unknown-anchor"),
        ("Trả lời trong thời hạn 15 ngày làm việc kể từ ngày ký Công văn này.", "unknown-holidays"),
        ("Báo cáo trước ngày 10/12 hằng năm.", "recurring"),
    ] {
        let deadline = only(text);
        assert_eq!((deadline.last_day, deadline.last_day_reason.as_deref()), (None, Some(reason)), "{text}");
    }
    let signed = only("Hoàn thành trong thời hạn 30 ngày kể từ ngày ký Quyết định này.");
    assert_eq!(signed.last_day.map(|day| day.to_string()).as_deref(), Some("2026-05-24"));
    assert_eq!(signed.anchor.map(|anchor| anchor.text).as_deref(), Some("ngày ký Quyết định này"));
}

#[test]
fn a_horizon_is_a_target() {
    let deadline = read("Phấn đấu đến hết năm 2030 mọi xã có trạm y tế.", "2026-04-24").remove(0);
    assert_eq!(deadline.purpose, DeadlineUse::Target);
    let deadline = read("Báo cáo kết quả về Sở trước ngày 10/12/2026.", "2026-04-24").remove(0);
    assert_eq!(deadline.purpose, DeadlineUse::Report);
}
