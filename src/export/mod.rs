//! The graph in the forms other programs read: one file a format, one escaping function a sink.

mod dot;
mod json;

pub use dot::dot;
pub use json::json;
