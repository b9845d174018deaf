//! Serde forms of the registry's closed lists: the registry knows no crate, the contract prints its names.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::registry::{Branch, Purpose, Relation, Style, Tier};

/// Prints a list's member by its name, reads it back by the same name.
macro_rules! token {
    ($type:ident, $what:literal) => {
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let name = String::deserialize(deserializer)?;
                let found = $type::ALL.into_iter().find(|member| member.as_str() == name);
                found.ok_or_else(|| serde::de::Error::custom(format!(concat!("`{}` is no ", $what), name)))
            }
        }

        impl JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!({ "type": "string", "enum": $type::ALL.map(|member| member.as_str()) })
            }
        }
    };
}

token!(Branch, "branch of the system");
token!(Tier, "tier");
token!(Style, "style of a number");
token!(Purpose, "purpose of sending");
token!(Relation, "relation");
