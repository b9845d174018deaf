//! Prints a text as HTML in which every citation is a link to the id of the document it means.
//!
//! ```console
//! $ cargo run --example annotate_with_links -- corpus/texts/a-05-cong-van-syt-du-thao.txt
//! ```

use std::error::Error;
use std::fmt::Write as _;
use std::fs;

use vanban::text::Source;

fn main() -> Result<(), Box<dyn Error>> {
    let path =
        std::env::args().nth(1).unwrap_or_else(|| "corpus/texts/a-05-cong-van-syt-du-thao.txt".to_owned());
    let source = Source::from_bytes(&fs::read(path)?);
    let document = vanban::parse(&source);
    let text = source.text();

    // Citations come in the order of the text and do not overlap: what lies between them is copied.
    let mut html = String::from("<pre>");
    let mut done = 0;
    for citation in &document.citations {
        let reference = citation.reference.and_then(|at| document.references.get(at));
        let Some(target) = reference.and_then(|reference| reference.target.as_deref()) else { continue };
        let (Some(before), Some(words)) =
            (text.get(done..citation.span.start), text.get(citation.span.start..citation.span.end))
        else {
            continue;
        };
        write!(html, "{}<a href=\"#{}\">{}</a>", escaped(before), escaped(target), escaped(words))?;
        done = citation.span.end;
    }
    html += &escaped(&text[done..]);
    println!("{html}</pre>");
    Ok(())
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
