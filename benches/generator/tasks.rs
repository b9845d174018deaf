//! Items that assign an action, with and without a time limit; each is one task.

use super::calendar::Day;
use super::phrases::ACTIONS;
use super::plan::Plan;
use super::random::Random;
use super::topics::Topic;

/// How many tasks and time limits were written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Nhiệm vụ.
    pub tasks: usize,
    /// Thời hạn.
    pub deadlines: usize,
}

/// A template with the topic and one of its objects put in.
pub fn filled(template: &str, topic: &Topic, random: &mut Random) -> String {
    let number = random.between(12, 58).to_string();
    template.replace("{o}", random.pick(&topic.objects)).replace("{t}", topic.name).replace("{n}", &number)
}

/// An action without an actor: `rà soát, lập danh mục ...`, with whom, until when.
pub fn action(plan: &Plan, partners: &[String], random: &mut Random, counts: &mut Counts) -> String {
    counts.tasks += 1;
    let what = filled(random.pick(&ACTIONS), plan.topic, random);
    let partner = (!partners.is_empty()).then(|| &partners[random.below(partners.len())]);
    let until = until(plan.day, random, counts);
    match partner {
        Some(partner) if random.one_in(3) => format!("chủ trì, phối hợp với {partner} {what}{until}"),
        Some(partner) if random.one_in(5) => format!("phối hợp với {partner} {what}{until}"),
        _ => format!("{what}{until}"),
    }
}

/// A time limit, three times in five.
fn until(from: Day, random: &mut Random, counts: &mut Counts) -> String {
    let day = from.plus(random.between(15, 160));
    let quarter = ["I", "II", "III", "IV"][usize::from(day.month - 1) / 3];
    let text = match random.below(10) {
        0 | 1 => format!(" trước ngày {}", day.short()),
        2 => format!(", hoàn thành trong tháng {}/{}", day.month, day.year),
        3 => format!(", xong trong quý {quarter}/{}", day.year),
        4 => " trong thời hạn 15 ngày làm việc kể từ ngày nhận được văn bản này".to_owned(),
        5 => format!(", chậm nhất ngày {}", day.short()),
        _ => return String::new(),
    };
    counts.deadlines += 1;
    text
}

/// The first letter in capitals.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
