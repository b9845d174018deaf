//! Kho văn bản: a corpus on disk that grows without being read again. One SQLite file holds the texts, what was read from
//! them, and the graph as rows; [`Store`] is another [`GraphView`](crate::graph::GraphView), so every question that a graph
//! in memory answers is answered from it too.

mod charged;
mod check;
mod counts;
mod error;
mod forget;
mod frozen;
mod intake;
mod load;
mod lock;
mod open;
mod pack;
mod settling;
mod vanish;
mod view;
mod words;
mod writer;

pub use error::StoreError;
pub use open::{SCHEMA, Store};
pub use writer::{Arrival, Standing, Taken, Writer};
