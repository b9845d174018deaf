//! Plugs in what an office's own register knows: its metadata wins, conflicts are told, and a resolver of one's own
//! may stand behind it.
//!
//! ```console
//! $ cargo run --example own_resolver
//! ```

use std::error::Error;
use std::fs;

use vanban::graph::Graph;
use vanban::model::{Document, PartialDate};
use vanban::resolve::{ContextResolver, Record, Register, Resolver};
use vanban::text::Source;

/// Leads every citation the default one leaves open to the office's records by number alone.
struct ByNumberAlone {
    known: Vec<(&'static str, &'static str)>,
}

impl Resolver for ByNumberAlone {
    fn resolve(&self, documents: &mut [Document]) {
        ContextResolver.resolve(documents);
        let open = |document: &mut Document| {
            for reference in document.references.iter_mut().filter(|r| !r.candidates.is_empty()) {
                let found = self.known.iter().find(|(code, _)| reference.code.as_deref() == Some(*code));
                reference.target = found.map(|(_, id)| (*id).to_owned()).or(reference.target.take());
            }
        };
        documents.iter_mut().for_each(open);
    }
}

fn main() -> Result<(), Box<dyn Error>> {
    let path = "corpus/texts/a-05-cong-van-syt-du-thao.txt";
    let mut documents = vec![vanban::parse(&Source::from_bytes(&fs::read(path)?))];
    documents[0].source.path = Some(path.to_owned());

    // The draft got its number and day after the file was written; the register knows them.
    let record = Record {
        file: Some(path.to_owned()),
        code: Some("1702/SYT-VP".to_owned()),
        date: PartialDate::of_edtf("2026-05-22"),
        ..Record::default()
    };
    let behind =
        ByNumberAlone { known: vec![("1702/SYT-VP", "vn/so-y-te-ca-mau/cong-van/2026/1702-syt-vp")] };
    let resolver = Register::before(vec![record], behind);
    resolver.resolve(&mut documents);

    println!("{}", documents[0].id);
    for diagnostic in documents[0].diagnostics.iter().filter(|d| d.code == "register-conflict") {
        println!("  {}", diagnostic.message);
    }
    let graph = Graph::build(documents);
    println!("{} nodes", graph.wire().nodes.len());
    Ok(())
}
