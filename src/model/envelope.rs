//! What every object printed at top level says of itself.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Which program, grammar and tables made an output.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Generator {
    /// Version of the package.
    pub version: String,
    /// Changes when a grammar, a table or the code that reads by them changes: 12 hex digits.
    pub fingerprint: String,
}

impl Default for Generator {
    fn default() -> Self {
        Self { version: env!("CARGO_PKG_VERSION").to_owned(), fingerprint: fingerprint().to_owned() }
    }
}

/// Fingerprint of all that reads a text: grammars, tables and the code over them, 12 hex digits. `build/` computes it.
pub const fn fingerprint() -> &'static str {
    env!("VANBAN_FINGERPRINT")
}
