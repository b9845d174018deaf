//! Tên loại văn bản: what kind of document it is.

use std::fmt;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::registry::{KindId, kind_by_name};

/// Tên loại văn bản, one of the registry's table; shown in lower case: `kế hoạch`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentKind(pub KindId);

impl DocumentKind {
    /// The kind of this name in any spelling: `KẾ HOẠCH`, `Kế  hoạch`.
    pub fn named(name: &str) -> Option<Self> {
        kind_by_name(name).map(Self)
    }

    /// The kind of this segment of an id: `ke-hoach`.
    pub fn by_slug(slug: &str) -> Option<Self> {
        KindId::all().find(|kind| kind.slug() == slug).map(Self)
    }

    /// `văn bản`, where a document is cited without its kind.
    pub fn unspecific() -> Option<Self> {
        KindId::all().find(|kind| kind.is_unspecific()).map(Self)
    }

    /// The name, lower case.
    pub fn name(self) -> &'static str {
        self.0.name()
    }

    /// The name as a segment of an id: `ke-hoach`.
    pub fn slug(self) -> &'static str {
        self.0.slug()
    }
}

impl fmt::Display for DocumentKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Serialize for DocumentKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

impl<'de> Deserialize<'de> for DocumentKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        Self::named(&name).ok_or_else(|| serde::de::Error::custom(format!("`{name}` is no kind of document")))
    }
}

impl JsonSchema for DocumentKind {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "DocumentKind".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "string", "description": "Tên loại văn bản, lower case: kế hoạch, công văn, kết luận" })
    }
}
