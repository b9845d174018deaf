//! Reads one document and prints what it is, what it cites and whom it tells to do what.
//!
//! ```console
//! $ cargo run --example parse_one -- corpus/texts/a-04-ke-hoach-264-ubnd.txt
//! ```

use std::error::Error;
use std::fs;

use vanban::text::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let path =
        std::env::args().nth(1).unwrap_or_else(|| "corpus/texts/a-04-ke-hoach-264-ubnd.txt".to_owned());
    // Bytes, not text: the encoding is found out, and nothing about them makes reading fail.
    let source = Source::from_bytes(&fs::read(path)?);
    let document = vanban::parse(&source);

    println!("{}", document.id);
    if let Some(subject) = &document.subject {
        println!("  {}", subject.text);
    }
    println!("cites");
    for reference in &document.references {
        let role = reference.role.map_or("cites", |role| role.as_str());
        println!(
            "  {role}: {} -> {}",
            reference.label(),
            reference.target.as_deref().unwrap_or("not decided")
        );
    }
    println!("tasks");
    for task in &document.tasks {
        let lead: Vec<&str> = task.lead.iter().map(|actor| actor.text.as_str()).collect();
        println!("  {}: {}", lead.join(", "), task.text);
        for deadline in task.deadlines.iter().filter_map(|&at| document.deadlines.get(at)) {
            println!("    by {} ({})", deadline.value, deadline.text);
        }
    }
    Ok(())
}
