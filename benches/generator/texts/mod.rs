//! From a plan to a text: one file a form of body.

mod articles;
mod duties;
mod opening;
mod reports;

use super::bodies::Body;
use super::citing;
use super::kinds::Kind;
use super::letterhead;
use super::page::Page;
use super::phrases::SITUATION;
use super::plan::Plan;
use super::random::Random;
use super::tail;
use super::tasks::{Counts, filled};

/// A text with what stands in it.
#[derive(Debug)]
pub struct Written {
    /// The text.
    pub text: String,
    /// Tasks and time limits.
    pub counts: Counts,
    /// Codes of the documents cited, each once; laws by their number.
    pub cited: Vec<String>,
}

/// What all forms write with.
struct Writer<'a> {
    page: Page,
    plan: &'a Plan,
    /// The documents above, nearest first.
    above: &'a [Plan],
    /// Another document of the family that is only mentioned.
    aside: Option<&'a Plan>,
    random: Random,
    counts: Counts,
    cited: Vec<String>,
}

/// Lines are broken at this width in one document of four.
const WIDTH: usize = 78;

/// Writes the document of a plan.
pub fn write(seed: u64, plan: &Plan, above: &[Plan], aside: Option<&Plan>) -> Written {
    let mut random = Random::of(&[seed, 20, plan.n as u64]);
    let width = random.one_in(4).then_some(WIDTH);
    let subject = citing::subject(plan, above.first(), &mut random);
    let mut page = Page::new(width);
    let letter = plan.kind() == Kind::Letter;
    letterhead::write(&mut page, plan, letter.then_some(subject.as_str()), &mut random);
    if !letter {
        page.line(&plan.kind().title());
        page.wrapped(&subject);
        if plan.body().is_party() {
            page.line("-----");
        }
        page.blank();
    }
    let mut writer =
        Writer { page, plan, above, aside, random, counts: Counts::default(), cited: Vec::new() };
    for other in above {
        writer.cites(&other.code);
    }
    match (plan.kind(), plan.body()) {
        (Kind::Decision, _) => writer.decision(),
        (Kind::Report, _) => writer.report(),
        (Kind::Plan, _) => writer.programme(),
        (Kind::Letter, _) => writer.letter(),
        (Kind::Resolution | Kind::Conclusion, Body::Centre) => writer.conclusion(),
        _ => writer.directive(),
    }
    tail::write(&mut writer.page, plan, &mut writer.random);
    if writer.is_long() && matches!(plan.kind(), Kind::Plan | Kind::Decision) {
        writer.appendix();
    }
    Written { text: writer.page.finish(), counts: writer.counts, cited: writer.cited }
}

impl Writer<'_> {
    fn cites(&mut self, code: &str) {
        if !self.cited.iter().any(|other| other == code) {
            self.cited.push(code.to_owned());
        }
    }

    /// One document in twenty-five is several times as long as the others.
    fn is_long(&self) -> bool {
        self.plan.n % 25 == 17
    }

    /// Paragraphs on how things stand.
    fn situation(&mut self, paragraphs: usize) {
        let chosen = self.random.several(paragraphs * 2, SITUATION.len());
        for pair in chosen.chunks(2) {
            let sentences: Vec<String> =
                pair.iter().map(|at| filled(SITUATION[*at], self.plan.topic, &mut self.random)).collect();
            self.page.paragraph(&sentences.join(" "));
        }
    }
}
