//! From mentions to identities: which document a reference means, given who cites it and what else is known. The
//! step is a [`Resolver`]: a caller may put a [`Register`] or [`Corrections`] before the default one, or his own in
//! its place.

mod context;
mod corpus;
mod corrections;
mod groups;
mod identity;
mod issuers;
mod register;
mod symbol;

pub use context::context_of;
pub use corpus::{ContextResolver, Known, Open, Resolver, Stake, resolve, settle};
pub use corrections::{AliasIs, CitationIs, Corrected, Corrections};
pub use identity::{Key, Named, code_slug, identity, kind_of, node_id};
pub use register::{Record, Register};
