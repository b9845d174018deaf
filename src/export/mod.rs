//! The graph and its tables in the formats of others: one file a format, one escaping function a sink.
