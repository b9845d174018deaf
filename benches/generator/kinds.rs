//! Kinds of documents (tên loại) that are made here.

/// Tên loại.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// Kết luận.
    Conclusion,
    /// Nghị quyết.
    Resolution,
    /// Chỉ thị.
    Directive,
    /// Quyết định.
    Decision,
    /// Kế hoạch.
    Plan,
    /// Công văn.
    Letter,
    /// Thông báo.
    Notice,
    /// Báo cáo.
    Report,
    /// Công điện.
    Telegram,
}

impl Kind {
    /// As it is written in a sentence.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Conclusion => "Kết luận",
            Self::Resolution => "Nghị quyết",
            Self::Directive => "Chỉ thị",
            Self::Decision => "Quyết định",
            Self::Plan => "Kế hoạch",
            Self::Letter => "Công văn",
            Self::Notice => "Thông báo",
            Self::Report => "Báo cáo",
            Self::Telegram => "Công điện",
        }
    }

    /// As it is written over the subject.
    pub fn title(self) -> String {
        self.name().to_uppercase()
    }

    /// In the symbol; a công văn has none.
    pub const fn abbreviation(self) -> &'static str {
        match self {
            Self::Conclusion => "KL",
            Self::Resolution => "NQ",
            Self::Directive => "CT",
            Self::Decision => "QĐ",
            Self::Plan => "KH",
            Self::Letter => "",
            Self::Notice => "TB",
            Self::Report => "BC",
            Self::Telegram => "CĐ",
        }
    }

    /// In an id.
    pub const fn slug(self) -> &'static str {
        match self {
            Self::Conclusion => "ket-luan",
            Self::Resolution => "nghi-quyet",
            Self::Directive => "chi-thi",
            Self::Decision => "quyet-dinh",
            Self::Plan => "ke-hoach",
            Self::Letter => "cong-van",
            Self::Notice => "thong-bao",
            Self::Report => "bao-cao",
            Self::Telegram => "cong-dien",
        }
    }
}
