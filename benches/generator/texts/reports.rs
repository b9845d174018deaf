//! Báo cáo: what was done, what hinders, what is asked for.

use super::Writer;
use crate::generator::phrases::RESULTS;
use crate::generator::tasks::{action, filled};
use crate::generator::units;

impl Writer<'_> {
    /// Báo cáo on what stands above.
    pub(super) fn report(&mut self) {
        for one in units::addressees(self.plan) {
            self.page.paragraph(&format!("Kính gửi: {one}."));
        }
        let own = self.plan.body().own_name(self.plan.year());
        self.opening(&format!("{own} báo cáo kết quả như sau"));
        self.page.paragraph("I. KẾT QUẢ");
        let results = self.random.several(5, RESULTS.len());
        for (at, result) in results.into_iter().enumerate() {
            let result = filled(RESULTS[result], self.plan.topic, &mut self.random);
            self.page.paragraph(&format!("{}. {result}", at + 1));
        }
        self.page.paragraph("II. TỒN TẠI, NGUYÊN NHÂN");
        self.situation(2);
        self.page.paragraph("III. KIẾN NGHỊ");
        let asked = self.above.first().map(|above| above.body().name_at_home(above.year()));
        let asked = asked.unwrap_or_else(|| "cấp trên".to_owned());
        let what = action(self.plan, &[], &mut self.random, &mut self.counts);
        self.page.paragraph(&format!("Đề nghị {asked} {what}."));
        self.page.paragraph(&format!("Trên đây là báo cáo của {own}./."));
    }
}
