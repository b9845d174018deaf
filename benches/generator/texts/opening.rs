//! What a document begins with: on what it rests, what it carries out.

use super::Writer;
use crate::generator::citing;
use crate::generator::kinds::Kind;

impl Writer<'_> {
    /// `Kế hoạch số ... ngày ... của ...; Quyết định số ...`: all documents above.
    pub(super) fn all_above(&mut self) -> String {
        let plan = self.plan;
        let cited: Vec<String> =
            self.above.iter().map(|above| citing::full(above, plan, &mut self.random)).collect();
        cited.join("; ")
    }

    /// The sentence that opens a plan, a letter or a directive; `then` is what its issuer does.
    pub(super) fn opening(&mut self, then: &str) {
        if self.above.is_empty() {
            return self.page.paragraph(&format!("{then}:"));
        }
        let verb = self.random.pick(&["Thực hiện", "Triển khai thực hiện", "Thực hiện"]);
        let above = self.all_above();
        let topic = self.plan.topic.name;
        self.page.paragraph(&format!("{verb} {above} về công tác {topic}, {then}:"));
    }

    /// Căn cứ: one a line.
    pub(super) fn recitals(&mut self) {
        let (name, number, day) = self.plan.topic.law;
        let organic = match (self.plan.body().province().is_some(), self.plan.year() < 2026) {
            (true, true) => ("Luật Tổ chức chính quyền địa phương", "77/2015/QH13", "19/6/2015"),
            (true, false) => ("Luật Tổ chức chính quyền địa phương", "72/2025/QH15", "16/6/2025"),
            (false, true) => ("Luật Tổ chức Chính phủ", "76/2015/QH13", "19/6/2015"),
            (false, false) => ("Luật Tổ chức Chính phủ", "63/2025/QH15", "18/02/2025"),
        };
        for (name, number, day) in [organic, (name, number, day)] {
            self.cites(number);
            let line = if self.random.one_in(3) {
                format!("Căn cứ {name} số {number};")
            } else {
                format!("Căn cứ {name} số {number} ngày {day};")
            };
            self.page.paragraph(&line);
        }
        let above = self.all_above();
        self.page.paragraph(&format!("Thực hiện {above};"));
    }

    /// Nothing, or a sentence that mentions what lacks its issuer, its day or its number.
    pub(super) fn in_passing(&mut self) {
        if self.random.one_in(3) {
            let (law, number, _) = self.plan.topic.law;
            self.cites(number);
            self.page.paragraph(&format!("Lĩnh vực này do {law} điều chỉnh."));
        }
        if let Some(aside) = self.aside
            && aside.kind() != Kind::Report
        {
            self.cites(&aside.code);
            let named = citing::short(aside);
            let issuer = if self.random.one_in(2) {
                format!(" của {}", aside.body().name(aside.year()))
            } else {
                String::new()
            };
            self.page.paragraph(&format!("Vấn đề này đã được nêu tại {named}{issuer}."));
        }
    }
}
