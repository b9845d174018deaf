//! The index on disk: the same answers as a graph in memory, whatever came and went before.

mod equality;
mod questions;
mod safety;
pub mod support;
