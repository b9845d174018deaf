//! The whole output for every specimen, so that any change shows in review. Snapshots say what is, not what is right;
//! `cargo insta review` or `INSTA_UPDATE=always cargo test` takes a change over.

use std::fs;
use std::path::Path;

use vanban::text::Source;

#[test]
fn the_output_for_every_specimen_is_as_before() {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut settings = insta::Settings::clone_current();
    settings.set_snapshot_path(corpus.join("snapshots"));
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    let mut paths: Vec<_> = fs::read_dir(corpus.join("texts"))
        .expect("the specimens are readable")
        .flatten()
        .map(|e| e.path())
        .collect();
    paths.sort();
    settings.bind(|| {
        for path in paths {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let source = Source::from_bytes(&fs::read(&path).expect("a specimen is readable"));
            let mut document = vanban::parse(&source);
            // Changes with every word of the grammar; tested elsewhere.
            document.generator.fingerprint = String::new();
            insta::assert_json_snapshot!(name, document);
        }
    });
}
