//! Documents as nodes, what they do to one another as edges, an index over the texts that prove it; the only floor that
//! names petgraph. Questions are written once, over [`GraphView`].

mod build;
mod calendar;
mod chains;
mod document_node;
mod evidence;
mod held;
mod index;
mod likeness;
mod link;
mod lint;
mod lookup;
mod members;
mod net;
mod passage;
pub mod query;
mod reach;
mod said;
mod stock;
mod tally;
mod view;
mod wire;

#[cfg(feature = "store")]
pub(crate) use build::{Intake, contribute};
pub use calendar::last_days;
#[cfg(feature = "store")]
pub(crate) use calendar::{first as first_day, last as final_day};
#[cfg(feature = "store")]
pub(crate) use document_node::particulars;
#[cfg(feature = "store")]
pub(crate) use evidence::{Proof, deadline_entries, task_entries, tasks_of};
pub use held::Held;
#[cfg(feature = "store")]
pub(crate) use held::HeldRef;
pub use likeness::{Likeness, Twins, issued_of, likeness, twins};
#[cfg(feature = "store")]
pub(crate) use link::Link;
pub use lint::{Finding, findings};
pub use lookup::{Lookup, lookup};
pub use members::members;
pub use net::Graph;
#[cfg(feature = "store")]
pub(crate) use passage::{paragraphs, passages_in};
pub use query::{Asker, Party, answer, answer_for, ask, ask_for};
#[cfg(feature = "store")]
pub(crate) use reach::breadth_first;
pub use reach::{Reach, Way};
#[cfg(feature = "store")]
pub(crate) use said::{Said, card_of, claims as claims_of};
pub use tally::{Mentions, Tally};
pub use view::{Claims, DeadlineEntry, GraphView, Particulars, TaskEntry, key_of};
#[cfg(feature = "store")]
pub(crate) use view::{first_word, slips, tail_of};
