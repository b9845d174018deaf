//! The documents of the graph in the DOT language of Graphviz, roots at the top.

use std::collections::BTreeSet;
use std::io::{self, Write};

use crate::model::{DocumentCard, GraphRecord, NodeRecord, RelationKind};

/// Writes documents as nodes (dashed when only cited) and what they do to one another as labelled edges; bodies and tasks
/// stay out, thousands of them make no picture.
///
/// # Errors
/// Those of writing.
pub fn dot(graph: &GraphRecord, out: &mut impl Write) -> io::Result<()> {
    writeln!(
        out,
        "digraph vanban {{\n  rankdir=BT;\n  node [shape=box, style=rounded, fontname=\"sans-serif\"];"
    )?;
    writeln!(out, "  edge [fontname=\"sans-serif\", fontsize=10];")?;
    let cards: Vec<&DocumentCard> = graph
        .nodes
        .iter()
        .filter_map(|node| match node {
            NodeRecord::Document { card, .. } => Some(card),
            _ => None,
        })
        .collect();
    let drawn: BTreeSet<&str> = cards.iter().map(|card| card.id.as_str()).collect();
    for card in &cards {
        let style = if card.held { "" } else { ", style=\"rounded,dashed\"" };
        writeln!(out, "  {} [label={}{style}];", quoted(&card.id), quoted(&label(card)))?;
    }
    for edge in &graph.edges {
        if drawn.contains(edge.source.as_str())
            && drawn.contains(edge.target.as_str())
            && let Ok(relation) = edge.relation.parse::<RelationKind>()
        {
            let style = if relation == RelationKind::Cites { ", style=dotted" } else { "" };
            let (from, to) = (quoted(&edge.source), quoted(&edge.target));
            writeln!(out, "  {from} -> {to} [label={}{style}];", quoted(&edge.relation))?;
        }
    }
    out.write_all(b"}\n")
}

fn label(card: &DocumentCard) -> String {
    let kind = card.kind.map(|k| k.name().to_owned());
    let date = card.date.map(|d| d.to_string());
    let first = [kind, Some(card.code.clone().unwrap_or_else(|| card.id.clone()))];
    let first: Vec<String> = first.into_iter().flatten().collect();
    [Some(first.join(" ")), date].into_iter().flatten().collect::<Vec<_>>().join("\n")
}

/// A double-quoted DOT string that shows `text`: a quote ends nothing, a backslash starts no escape (`\N`, `\G` would put
/// in names), a line break is `\n`, other control and direction characters are dropped.
fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' => {}
            c if c.is_control() => {}
            // Graphviz reads HTML entities in labels: `&quot;` would come out as a quote.
            '&' => out.push_str("&amp;"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::EdgeRecord;

    #[test]
    fn no_text_breaks_out_of_its_quotes() {
        for (text, dot) in [
            ("264/KH-UBND", r#""264/KH-UBND""#),
            (r#"a" -> "b"#, r#""a\" -> \"b""#),
            (r"\", r#""\\""#),
            (r#"\"; x [URL="javascript:1"]"#, r#""\\\"; x [URL=\"javascript:1\"]""#),
            (r"\N\G\l", r#""\\N\\G\\l""#),
            ("hai\ndòng\r\0", r#""hai\ndòng""#),
            ("<b>đậm</b>", r#""<b>đậm</b>""#),
            ("&quot;&#10;", r#""&amp;quot;&amp;#10;""#),
            ("\u{202e}gnôht", r#""gnôht""#),
            ("", r#""""#),
        ] {
            assert_eq!(quoted(text), dot, "{text:?}");
        }
    }

    #[test]
    fn a_document_that_is_only_cited_is_dashed_and_bodies_stay_out() {
        let card = |id: &str, held| DocumentCard { id: id.to_owned(), held, ..DocumentCard::default() };
        let document = |card| NodeRecord::Document {
            card,
            sources: Vec::new(),
            dates: Vec::new(),
            issuers: Vec::new(),
            candidates: Vec::new(),
        };
        let edge = |relation: &str, target: &str| EdgeRecord {
            source: "a".to_owned(),
            relation: relation.to_owned(),
            target: target.to_owned(),
            evidence: Vec::new(),
        };
        let graph = GraphRecord {
            nodes: vec![
                document(card("a", true)),
                document(card("b", false)),
                NodeRecord::Body { id: "c".to_owned(), name: "Sở".to_owned() },
            ],
            edges: vec![edge("implements", "b"), edge("issued_by", "c")],
            ..GraphRecord::default()
        };
        let mut out = Vec::new();
        dot(&graph, &mut out).expect("memory takes all");
        let text = String::from_utf8(out).expect("DOT is text");
        assert!(text.contains("\"b\" [label=\"b\", style=\"rounded,dashed\"];"), "{text}");
        assert!(text.contains("\"a\" -> \"b\" [label=\"implements\"];"), "{text}");
        assert!(!text.contains("\"c\""), "{text}");
    }
}
