//! The tasks of an office for people, by how they stand: overdue, due, to be looked at, new, the rest, done.

use std::fmt::Write as _;

use vanban::model::{AnswerItem, Doubt, Progress, Standing, TaskCard};

use super::agenda;
use super::look::{Ink, Look};
use super::shelf::Shelf;
use super::words::{Lang, day};

/// A heading and whether a task stands under it; the first that fits takes it.
type Group = ((&'static str, &'static str), fn(&Progress) -> bool);

const GROUPS: [Group; 6] = [
    (("Quá hạn, chưa thấy kết quả", "Overdue, no result known"), |p| {
        p.standing == Standing::Overdue
    }),
    (("Sắp đến hạn", "Due soon"), |p| p.standing == Standing::Due),
    (("Đã xong", "Done"), |p| p.standing == Standing::Done),
    (("Cần người xem", "To be looked at"), |p| !p.doubts.is_empty()),
    (("Mới giao", "Newly assigned"), |p| p.new),
    (("Việc khác", "Other tasks"), |_| true),
];

/// The order in which the groups are shown: what is done comes last.
const ORDER: [usize; 6] = [0, 1, 3, 4, 5, 2];

/// Tasks by how they stand; None where that is not known of any.
pub(crate) fn by_standing(items: &[AnswerItem], shelf: &Shelf, look: Look) -> Option<String> {
    let mut groups: [Vec<&AnswerItem>; 6] = Default::default();
    for item in items {
        let AnswerItem::Task { task: TaskCard { progress: Some(progress), .. }, .. } = item else { continue };
        if let Some(at) = GROUPS.iter().position(|(_, fits)| fits(progress)) {
            groups[at].push(item);
        }
    }
    if groups.iter().all(Vec::is_empty) {
        return None;
    }
    let mut out = String::new();
    for at in ORDER.into_iter().filter(|&at| !groups[at].is_empty()) {
        let (vi, en) = GROUPS[at].0;
        let heading = format!("{}: {}", look.lang.pick(vi, en), groups[at].len());
        let _ = writeln!(out, "\n{}", look.paint(Ink::Strong, &heading));
        out.push_str(&agenda::tasks(groups[at].iter().copied(), shelf, look));
    }
    Some(out)
}

/// Of a recurrence the words do not tell which occurrence is past or due.
pub(crate) fn occurrence(task: &TaskCard, lang: Lang) -> Option<String> {
    let of = task.progress.as_ref()?.day?;
    let told = task.deadlines.iter().any(|limit| limit.due.contains(&of));
    (!told).then(|| format!("{} {}", lang.pick("kỳ", "of"), day(of)))
}

/// What is to be known of a task beside its limits: its result, or why a person must look at it.
pub(crate) fn remarks(task: &TaskCard, lang: Lang) -> Vec<String> {
    let Some(progress) = &task.progress else { return Vec::new() };
    let mut found = Vec::new();
    if let Some(done) = progress.done {
        let by = progress.by.as_ref().map_or_else(String::new, |by| format!(", {by}"));
        found.push(format!("{} {}{by}", lang.pick("xong", "done"), day(done)));
    }
    found.extend(progress.note.clone());
    found.extend(progress.doubts.iter().map(|doubt| format!("? {}", doubted(*doubt, lang))));
    found
}

fn doubted(doubt: Doubt, lang: Lang) -> &'static str {
    match doubt {
        Doubt::UnknownAnchor => lang.pick("chưa rõ tính từ ngày nào", "runs from an unknown day"),
        Doubt::UnknownHolidays => lang.pick("tính theo ngày làm việc", "counts working days"),
        Doubt::UnknownDay => lang.pick("chưa rõ ngày", "no day known"),
        Doubt::Collective => lang.pick("giao chung", "given to a group"),
        Doubt::AmbiguousTarget => lang.pick("chưa rõ giao cho ai", "may mean another"),
    }
}
