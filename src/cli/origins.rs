//! Where tasks come from, for people: the sentence, the heading above it that names who must act, and the way to both.

use std::fmt::Write as _;

use vanban::model::AnswerItem;

use super::look::{Ink, Look, wrap};
use super::shelf::Shelf;
use super::tree::title;

/// Each task with its document, its place in it and the words themselves.
pub(crate) fn origins(items: &[AnswerItem], shelf: &Shelf, look: Look) -> String {
    let mut out = String::new();
    for item in items {
        let AnswerItem::Task { task, document, evidence } = item else { continue };
        let _ = writeln!(out, "\n{}", title(document, look));
        if !task.section.is_empty() {
            let at = look.lang.pick("Mục", "Section");
            let _ = writeln!(out, "  {at} {}", task.section.join(" › "));
        }
        for (n, proof) in evidence.iter().enumerate() {
            if n > 0 {
                let _ = writeln!(out, "  {}", look.lang.pick("dưới:", "under:"));
            }
            for line in wrap(&format!("“{}”", proof.text), look.width - 4) {
                let _ = writeln!(out, "    {line}");
            }
            let _ = writeln!(out, "    {}", look.paint(Ink::Faint, &shelf.place(proof)));
        }
        let code = look.lang.pick("mã nhiệm vụ", "task id");
        let _ = writeln!(out, "  {}", look.paint(Ink::Faint, &format!("{code}: {}", task.id)));
    }
    out
}
