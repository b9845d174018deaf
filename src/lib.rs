//! Reads Vietnamese state and Party documents into typed structures and links them into a graph.

pub mod export;
pub mod graph;
pub mod model;
pub mod parse;
pub mod registry;
pub mod resolve;
pub mod syntax;
pub mod text;
