//! The graph as `vanban.graph.v1`: one JSON object, nodes and edges sorted.

use std::io::{self, Write};

use serde::Serialize;

/// Writes the graph as indented JSON with a line break behind it: a [`GraphRecord`](crate::model::GraphRecord), or what
/// [`Graph::to_write`](crate::graph::Graph::to_write) makes of one while it is written.
///
/// # Errors
/// Those of writing.
pub fn json(graph: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, graph)?;
    out.write_all(b"\n")
}
