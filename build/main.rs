//! What is made of the sources before they are compiled: the grammars of `grammar/` as plain functions, for the places
//! where pest itself would be too slow, and the parser's fingerprint.
//!
//! pest tries every alternative in turn and keeps track of all it tried. The functions written here accept the same
//! texts and give the same pairs, but look at one byte before they try: an alternative that cannot begin with it is
//! passed over, and a choice of words is one walk down a tree of letters. Tests hold both to the same outcome.

mod emit;
mod fingerprint;
mod first;
mod node;

use std::path::Path;
use std::{env, fs};

/// A file to write, the grammar files it is made of, and the rules that are asked for.
const PARSERS: [(&str, &[&str], &[&str]); 3] = [
    (
        "inline.rs",
        &["lexical", "number", "date", "organ", "citation"],
        &["citation", "issuing", "number_text", "number_head", "date_text", "date_head"],
    ),
    ("deadline.rs", &["deadline"], &["phrase", "entry", "bare_within"]),
    ("task.rs", &["task"], &["label_line", "charge_head", "charge_tail"]),
];

fn main() {
    for folder in fingerprint::READS {
        println!("cargo::rerun-if-changed={folder}");
    }
    let fingerprint = fingerprint::fingerprint().expect("the sources can be read");
    println!("cargo::rustc-env=VANBAN_FINGERPRINT={fingerprint}");
    let out = env::var_os("OUT_DIR").expect("cargo names a folder");
    for (file, parts, entries) in PARSERS {
        let read = |part: &&str| fs::read_to_string(format!("grammar/{part}.pest")).expect("a grammar file");
        let grammar: String = parts.iter().map(read).collect();
        let (_, rules) = pest_meta::parse_and_optimize(&grammar).expect("a valid grammar");
        let code = emit::code(&node::Grammar::new(&rules), entries);
        fs::write(Path::new(&out).join(file), code).expect("the folder can be written to");
    }
}
