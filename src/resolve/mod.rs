//! From mentions to identities: which document a reference means, given who cites it and what else is known.

mod context;
mod corpus;
mod identity;
mod issuers;
mod symbol;

pub use context::context_of;
pub use corpus::{ContextResolver, Resolver, resolve};
pub use identity::{Key, Named, code_slug, identity, kind_of, node_id};
