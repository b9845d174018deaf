//! Cơ quan: who the office is that asks, what came in and what was done, and how the tasks of a graph stand for it.
//! Its files are read here; their errors name the line and say what to do.

mod arrivals;
mod changes;
mod coverage;
mod day;
mod desk;
mod error;
mod profile;
mod receipt;
mod results;
mod standing;
mod table;
mod unreported;

pub use arrivals::{Arrival, arrivals};
pub use changes::{Since, changes};
pub use coverage::{Scope, coverage};
pub use day::day;
pub use desk::{Desk, Office};
pub use error::FileError;
pub use profile::{Profile, Unit};
pub use results::{TaskResult, results};
