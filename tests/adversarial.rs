//! Texts made to be hard are read like any other: without a panic, and every span lies in the text.

use vanban::text::Source;

use crate::adversary::ADVERSARIES;

#[test]
fn texts_made_to_be_hard_give_documents_whose_spans_lie_in_them() {
    for (name, adversary) in ADVERSARIES {
        for size in [200, 3_000] {
            let text = adversary(size);
            let mut document = vanban::parse(&Source::from_text(&text));
            document.for_each_span(&mut |span| {
                assert!(text.get(span.range()).is_some(), "{name}, {size}: {span:?}");
            });
        }
    }
}

#[test]
fn texts_made_to_be_hard_may_end_anywhere() {
    for (name, adversary) in ADVERSARIES {
        let text = adversary(600);
        for end in (0..text.len()).step_by(97) {
            let cut = &text[..text.floor_char_boundary(end)];
            let document = vanban::parse(&Source::from_text(cut));
            assert!(document.source.bytes <= text.len(), "{name}");
        }
    }
}
