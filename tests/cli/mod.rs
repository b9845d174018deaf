//! The program as a shell sees it: what it prints, where, and the status it ends with.

mod support;

mod documents;
mod identity;
mod index;
mod inputs;
mod office;
mod outputs;
mod questions;
mod terminal;
