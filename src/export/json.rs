//! The graph as `vanban.graph.v1`: one JSON object, nodes and edges sorted.

use std::io::{self, Write};

use crate::model::GraphRecord;

/// Writes the graph as indented JSON with a line break behind it.
///
/// # Errors
/// Those of writing.
pub fn json(graph: &GraphRecord, out: &mut impl Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, graph)?;
    out.write_all(b"\n")
}
