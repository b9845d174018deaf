//! Số và ký hiệu: what a document is called by.

use std::fmt::{self, Write as _};
use std::hash::{Hash, Hasher};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::text::{Span, fold};

pub use crate::registry::Style;

/// Số, ký hiệu văn bản: the number and symbol that identify a document within its series.
///
/// Equality ignores how it was typed (`–` for `-`, case, blanks), so two citations of one document meet.
/// Box 3 of Decree 30/2020/NĐ-CP, Appendix I; Party documents write `107-KL/TW` (Hướng dẫn 05-HD/VPTW).
#[derive(Debug, Clone, Default, Serialize, Deserialize, JsonSchema)]
pub struct DocumentNumber {
    /// The whole as printed, blanks removed: `1026/KH-UBND`, `107-KL/TW`; `/SYT-VP` while the number is blank.
    pub code: String,
    /// Số thứ tự: `1026`, `66.4`, `930e`; None while the draft has none yet.
    pub serial: Option<String>,
    /// Year within the number: 2020 in `30/2020/NĐ-CP`.
    pub year: Option<u16>,
    /// Ký hiệu: `KH-UBND`, `KL/TW`, `NĐ-CP`, `QH14`.
    pub symbol: Option<String>,
    /// State or Party form; None when it cannot be told.
    pub style: Option<Style>,
    /// Where it stands; None for a number that was not read from a text.
    pub span: Option<Span>,
}

impl DocumentNumber {
    /// The key numbers are compared by: `107-kl/tw`.
    pub fn key(&self) -> String {
        let mut key = fold(&self.code);
        key.retain(|c| !c.is_whitespace());
        key
    }

    /// Whether it tells the document from others: a symbol of which the number is left blank does not.
    pub fn is_given(&self) -> bool {
        self.serial.is_some() || !self.code.starts_with(['/', '-'])
    }
}

impl PartialEq for DocumentNumber {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key()
    }
}

impl Eq for DocumentNumber {}

impl Hash for DocumentNumber {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.key().hash(state);
    }
}

impl fmt::Display for DocumentNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.code)
    }
}

/// What stands for the number of a document that has none: `draft-` and 12 hex digits of its folded text's hash.
pub fn draft_mark(text: &str) -> String {
    let hash = Sha256::digest(fold(text).as_bytes());
    hash.iter().take(6).fold("draft-".to_owned(), |mut mark, byte| {
        let _ = write!(mark, "{byte:02x}");
        mark
    })
}
