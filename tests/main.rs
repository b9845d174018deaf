//! The one integration binary. Each module is a group of sentences about the library or the program.

mod accuracy;
mod adversarial;
#[path = "../benches/adversarial/mod.rs"]
mod adversary;
mod answers;
mod builder;
mod citations;
mod cli;
mod deadlines;
mod document_answers;
mod duties;
mod generated;
#[path = "../benches/generator/mod.rs"]
mod generator;
mod grammar_hygiene;
mod graph;
mod headers;
mod house;
mod identity;
mod metamorphic;
mod office;
mod properties;
mod questions;
mod questions_documents;
mod readme;
mod references;
mod resolution;
mod schema;
mod scoring;
mod snapshots;
mod store;
mod succession;
mod tasks;
