//! What every object printed at top level says of itself.

use std::fmt::Write as _;
use std::sync::LazyLock;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// Which program, grammar and tables made an output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// Version of the package.
    pub version: String,
    /// Changes when the grammar or a table changes: 12 hex digits.
    pub fingerprint: String,
}

impl Default for Generator {
    fn default() -> Self {
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), fingerprint: fingerprint().to_owned() }
    }
}

/// Fingerprint of the grammar and the tables this library was built with: 12 hex digits.
pub fn fingerprint() -> &'static str {
    static FINGERPRINT: LazyLock<String> = LazyLock::new(|| {
        let mut hash = Sha256::new();
        for text in crate::registry::TABLES.iter().chain(GRAMMARS) {
            hash.update(text.as_bytes());
        }
        hash.finalize().iter().take(6).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        })
    });
    &FINGERPRINT
}

/// The grammar files, as built in.
const GRAMMARS: &[&str] = &[
    include_str!("../../grammar/lexical.pest"),
    include_str!("../../grammar/layout.pest"),
    include_str!("../../grammar/number.pest"),
    include_str!("../../grammar/date.pest"),
    include_str!("../../grammar/organ.pest"),
    include_str!("../../grammar/citation.pest"),
    include_str!("../../grammar/deadline.pest"),
    include_str!("../../grammar/task.pest"),
    include_str!("../../grammar/query.pest"),
    include_str!("../../grammar/query_documents.pest"),
];
