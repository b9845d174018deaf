//! Quyết định: recitals, articles, and the plan that comes with it; the appendix of a long document.

use super::Writer;
use crate::generator::bodies::Body;
use crate::generator::citing;
use crate::generator::kinds::Kind;
use crate::generator::tasks::{capital, filled};
use crate::generator::{phrases, units};

impl Writer<'_> {
    /// Quyết định with the plan it promulgates.
    pub(super) fn decision(&mut self) {
        let year = self.plan.year();
        let (whose, head) = match self.plan.body() {
            Body::Premier => ("THỦ TƯỚNG CHÍNH PHỦ".to_owned(), "Các bộ, cơ quan ngang bộ".to_owned()),
            Body::People(_) => (
                self.plan.body().name(year).to_uppercase(),
                "Chánh Văn phòng Ủy ban nhân dân, Giám đốc các sở".to_owned(),
            ),
            Body::Ministry(_) => (
                format!("BỘ TRƯỞNG {}", self.plan.body().name(year).to_uppercase()),
                "Chánh Văn phòng Bộ, Vụ trưởng các vụ".to_owned(),
            ),
            _ => (
                format!("GIÁM ĐỐC {}", self.plan.body().name_at_home(year).to_uppercase()),
                "Chánh Văn phòng Sở, Trưởng các phòng thuộc Sở".to_owned(),
            ),
        };
        self.page.paragraph(&whose);
        self.recitals();
        self.page.paragraph("QUYẾT ĐỊNH:");
        let topic = self.plan.topic.name;
        self.page.paragraph(&format!(
            "Điều 1. Ban hành kèm theo Quyết định này Kế hoạch triển khai công tác {topic}."
        ));
        self.page.paragraph("Điều 2. Quyết định này có hiệu lực kể từ ngày ký.");
        self.page.paragraph(&format!("Điều 3. {head} chịu trách nhiệm thi hành Quyết định này./."));
        self.page.line("KẾ HOẠCH");
        self.page.wrapped(&format!("Triển khai công tác {topic}"));
        self.page.wrapped(&format!(
            "(Ban hành kèm theo {} ngày {} của {})",
            citing::short(self.plan),
            self.plan.day.short(),
            self.plan.body().name(year)
        ));
        self.page.blank();
        self.sections();
    }

    /// Phụ lục: duties as a table.
    pub(super) fn appendix(&mut self) {
        self.page.blank();
        self.page.line("PHỤ LỤC");
        self.page.line("DANH MỤC NHIỆM VỤ");
        let kind = if self.plan.kind() == Kind::Plan { "Kế hoạch" } else { "Quyết định" };
        self.page.line(&format!("(Kèm theo {kind} số {})", self.plan.code));
        self.page.blank();
        self.page.line("| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn |");
        self.page.line("| --- | --- | --- | --- | --- |");
        for row in 1..=12 {
            let both = units::directed(self.plan, 2, &mut self.random);
            let what = filled(self.random.pick(&phrases::ACTIONS), self.plan.topic, &mut self.random);
            let until = self.plan.day.plus(self.random.between(30, 150));
            self.counts.tasks += 1;
            self.counts.deadlines += 1;
            self.page.line(&format!(
                "| {row} | {} | {} | {} | Tháng {}/{} |",
                capital(&what),
                both[0],
                both[1],
                until.month,
                until.year
            ));
        }
    }
}
