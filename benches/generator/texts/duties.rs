//! Bodies of plans, letters, directives and conclusions: who must do what.

use super::Writer;
use crate::generator::bodies::Body;
use crate::generator::kinds::Kind;
use crate::generator::phrases::AIMS;
use crate::generator::tasks::{action, capital, filled};
use crate::generator::units;

impl Writer<'_> {
    /// Kế hoạch: aims, duties by actor, how it is carried out.
    pub(super) fn programme(&mut self) {
        let own = self.plan.body().own_name(self.plan.year());
        self.opening(&format!("{own} ban hành Kế hoạch với các nội dung như sau"));
        self.sections();
    }

    /// The numbered sections of a plan, its own or one that a decision carries.
    pub(super) fn sections(&mut self) {
        let party = self.plan.body().is_party();
        let mark = if party { "-" } else { "." };
        self.page.paragraph(&format!("I{mark} MỤC ĐÍCH, YÊU CẦU"));
        let aims = self.random.several(3, AIMS.len());
        for (at, aim) in aims.into_iter().enumerate() {
            let aim = filled(AIMS[aim], self.plan.topic, &mut self.random);
            self.page.paragraph(&format!("{}. {aim}", at + 1));
        }
        self.in_passing();
        self.page.paragraph(&format!("II{mark} NHIỆM VỤ CỤ THỂ"));
        let long = self.is_long();
        let actors = if long { 11 } else { self.random.between(3, 7) };
        let directed = units::directed(self.plan, actors, &mut self.random);
        for (at, actor) in directed.iter().enumerate() {
            self.page.paragraph(&format!("{}. {actor}", at + 1));
            let items = if long { 9 } else { self.random.between(1, 5) };
            for _ in 0..items {
                let others: Vec<String> = directed.iter().filter(|other| *other != actor).cloned().collect();
                let what = action(self.plan, &others, &mut self.random, &mut self.counts);
                self.page.paragraph(&format!("- {}.", capital(&what)));
            }
        }
        self.page.paragraph(&format!("III{mark} TỔ CHỨC THỰC HIỆN"));
        let followed = directed.first().cloned().unwrap_or_default();
        self.counts.tasks += 1;
        let plan = self.plan.kind().name();
        self.page.paragraph(&format!(
            "1. Giao {followed} chủ trì theo dõi, đôn đốc, kiểm tra việc thực hiện {plan} này."
        ));
        self.situation(2);
    }

    /// Công văn: a lead-in, then numbered items of those it is sent to.
    pub(super) fn letter(&mut self) {
        let addressees = units::addressees(self.plan);
        match addressees.as_slice() {
            [one] => self.page.paragraph(&format!("Kính gửi: {one}.")),
            several => {
                self.page.line("Kính gửi:");
                for one in several {
                    self.page.line(&format!("- {one};"));
                }
                self.page.blank();
            }
        }
        let own = self.plan.body().own_name(self.plan.year());
        self.situation(1);
        self.in_passing();
        let upward = matches!(self.plan.body(), Body::Local(..) | Body::Hospital(..));
        if upward {
            let directed = units::directed(self.plan, 3, &mut self.random);
            self.opening(&format!("{own} phân công nhiệm vụ của từng đơn vị như sau"));
            self.items(&directed);
        } else {
            let directed = units::directed(self.plan, 4, &mut self.random);
            let verb =
                if matches!(self.plan.body(), Body::Ministry(_)) { "đề nghị" } else { "yêu cầu" };
            self.opening(&format!("{own} {verb} các đơn vị thực hiện các nội dung sau"));
            self.items(&directed);
        }
    }

    /// Chỉ thị, công điện, thông báo, nghị quyết of a province: how things stand, then who must do what.
    pub(super) fn directive(&mut self) {
        let year = self.plan.year();
        let own = self.plan.body().own_name(year);
        self.situation(2);
        self.in_passing();
        let count = self.random.between(5, 8);
        let directed = units::directed(self.plan, count, &mut self.random);
        let whose = match (self.plan.kind(), self.plan.body()) {
            (Kind::Telegram, Body::People(_)) => format!("Chủ tịch {own} yêu cầu"),
            (Kind::Notice, _) => format!("Giám đốc {own} kết luận như sau"),
            (Kind::Resolution, _) => format!("{own} quyết nghị những nội dung sau"),
            _ => format!("{own} yêu cầu"),
        };
        self.opening(&whose);
        self.items(&directed);
    }

    /// Kết luận, nghị quyết of the centre.
    pub(super) fn conclusion(&mut self) {
        self.situation(2);
        self.in_passing();
        let directed = units::directed(self.plan, 5, &mut self.random);
        self.opening("Bộ Chính trị yêu cầu tập trung thực hiện các nhiệm vụ sau");
        self.items(&directed);
    }

    /// `1. Sở Y tế rà soát ...`, or the actor as a heading with lettered items.
    fn items(&mut self, directed: &[String]) {
        for (at, actor) in directed.iter().enumerate() {
            let others: Vec<String> = directed.iter().filter(|other| *other != actor).cloned().collect();
            if self.random.one_in(2) {
                let what = action(self.plan, &others, &mut self.random, &mut self.counts);
                self.page.paragraph(&format!("{}. {actor} {what}.", at + 1));
                continue;
            }
            self.page.paragraph(&format!("{}. {actor}:", at + 1));
            let items = self.random.between(2, 5);
            for letter in ["a", "b", "c", "d"].into_iter().take(items) {
                let what = action(self.plan, &others, &mut self.random, &mut self.counts);
                self.page.paragraph(&format!("{letter}) {};", capital(&what)));
            }
        }
    }
}
