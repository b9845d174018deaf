//! Documents, bodies and tasks as nodes, what they do to one another as edges with evidence; the only floor that
//! names petgraph. Questions are written once, over [`GraphView`].

mod build;
mod calendar;
mod document_node;
mod held;
mod lint;
mod lookup;
mod net;
pub mod query;
mod view;
mod wire;

pub use calendar::last_days;
pub use held::Held;
pub use lint::Finding;
pub use lookup::{Lookup, lookup};
pub use net::Graph;
pub use query::{answer, ask};
pub use view::{DeadlineEntry, GraphView, TaskEntry, key_of};
