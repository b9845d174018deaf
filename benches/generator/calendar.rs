//! Days, as documents write them.

/// A day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// Năm.
    pub year: u16,
    /// Tháng.
    pub month: u8,
    /// Ngày of the month.
    pub date: u8,
}

impl Day {
    /// A day by its parts.
    pub const fn new(year: u16, month: u8, date: u8) -> Self {
        Self { year, month, date }
    }

    /// So many days later.
    pub fn plus(mut self, days: usize) -> Self {
        for _ in 0..days {
            if self.date < self.days_of_month() {
                self.date += 1;
            } else if self.month < 12 {
                (self.month, self.date) = (self.month + 1, 1);
            } else {
                self = Self::new(self.year + 1, 1, 1);
            }
        }
        self
    }

    fn days_of_month(self) -> u8 {
        match self.month {
            2 if self.year.is_multiple_of(4) => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// `05/7/2026`: days and the months 1 and 2 with two figures, as Decree 30/2020/NĐ-CP wants.
    pub fn short(self) -> String {
        let month = if self.month < 3 { format!("{:02}", self.month) } else { self.month.to_string() };
        format!("{:02}/{month}/{}", self.date, self.year)
    }

    /// `05 tháng 7 năm 2026`.
    pub fn long(self) -> String {
        let month = if self.month < 3 { format!("{:02}", self.month) } else { self.month.to_string() };
        format!("{:02} tháng {month} năm {}", self.date, self.year)
    }

    /// `2026-07-05`.
    pub fn edtf(self) -> String {
        format!("{}-{:02}-{:02}", self.year, self.month, self.date)
    }
}
