//! Documents, bodies and tasks as nodes, what they do to one another as edges with evidence; the only floor that
//! names petgraph. Questions are written once, over `GraphView`.
