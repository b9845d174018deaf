//! The one integration binary. Each module is a group of sentences about the library or the program.

mod builder;
mod cli;
mod deadlines;
mod floors;
mod graph;
mod schema;
