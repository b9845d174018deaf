//! One document for people: its header, what it cites, what it asks for, what looks wrong.

use std::fmt::Write as _;

use vanban::model::{Document, Reference, Signature, Status};
use vanban::text::{LineIndex, Source};

use super::look::{Ink, Look, columns, shorten, wrap};
use super::words::{day, name};

/// The document in a few lines, its references and the number of its tasks.
pub(crate) fn draw(document: &Document, source: &Source, look: Look) -> String {
    let mut out = String::new();
    let place = document.source.path.as_deref().or(document.source.id.as_deref()).unwrap_or_default();
    let code = document.number.as_ref().map(|n| n.code.as_str());
    let called = name(document.kind, code, document.status, look.lang);
    let called = called
        .unwrap_or_else(|| look.lang.pick("Không rõ tên loại, số", "Kind and number unknown").to_owned());
    let _ = writeln!(out, "{}  {}", look.paint(Ink::Strong, &called), look.paint(Ink::Faint, place));
    let text = |value: &Option<String>| value.clone();
    let join = |items: Vec<String>| (!items.is_empty()).then(|| items.join("; "));
    let issuer = document.issuer.as_ref().map(|i| match &i.parent {
        Some(parent) => format!("{} ({})", i.name, parent.name),
        None => i.name.clone(),
    });
    let rows = [
        (("Ngày", "Date"), document.date.map(day)),
        (("Cơ quan", "Issuer"), issuer),
        (("Tác giả", "Author"), document.author.as_ref().map(|a| a.name.clone())),
        (("Trích yếu", "Subject"), document.subject.as_ref().map(|s| s.text.clone())),
        (("Độ khẩn", "Urgency"), text(&document.urgency)),
        (("Độ mật", "Classified"), text(&document.classification)),
        (("Kính gửi", "To"), join(document.addressees.iter().map(|a| a.text.clone()).collect())),
        (("Ký", "Signed"), join(document.signatures.iter().map(signer).collect())),
        (("Mã", "Id"), Some(document.id.clone()).filter(|id| !id.is_empty())),
    ];
    for ((vi, en), value) in rows {
        if let Some(value) = value {
            row(&mut out, look.lang.pick(vi, en), &value, look);
        }
    }
    references(&mut out, document, look);
    duties(&mut out, document, source, look);
    out
}

fn row(out: &mut String, head: &str, value: &str, look: Look) {
    let pad = " ".repeat(11_usize.saturating_sub(columns(head)));
    for (n, line) in wrap(value, look.width - 14).into_iter().enumerate() {
        let head = if n == 0 { format!("{}{pad}", look.paint(Ink::Faint, head)) } else { " ".repeat(11) };
        let _ = writeln!(out, "  {head} {line}");
    }
}

fn signer(signature: &Signature) -> String {
    let post = signature.authority.iter().chain(&signature.title).cloned().collect::<Vec<_>>().join(" / ");
    match &signature.name {
        Some(name) => format!("{name} ({post})"),
        None => post,
    }
}

fn references(out: &mut String, document: &Document, look: Look) {
    if document.references.is_empty() {
        return;
    }
    let head = look.lang.count(document.references.len(), "văn bản được viện dẫn", "document cited");
    let _ = writeln!(out, "  {}", look.paint(Ink::Strong, &head));
    for reference in &document.references {
        let verb = reference.role.map_or("", |role| look.lang.verb(role));
        let _ = writeln!(out, "  - {}: {}", look.paint(Ink::Verb, verb), cited(reference, look));
    }
}

fn cited(reference: &Reference, look: Look) -> String {
    let called =
        name(reference.kind, Some(reference.label()), Status::Unknown, look.lang).unwrap_or_default();
    let rest = [reference.date.map(day), reference.issuer.as_ref().map(|i| i.name.clone())];
    shorten(&[Some(called)].into_iter().chain(rest).flatten().collect::<Vec<_>>().join(", "), look.width - 20)
}

fn duties(out: &mut String, document: &Document, source: &Source, look: Look) {
    let tasks: Vec<_> = document.tasks.iter().filter(|task| !task.generic).collect();
    if tasks.is_empty() {
        return;
    }
    let head = look.lang.count(tasks.len(), "nhiệm vụ", "task");
    let _ = writeln!(out, "  {}", look.paint(Ink::Strong, &head));
    let lines = LineIndex::new(source.text());
    for task in tasks {
        let who = task.lead.iter().map(|actor| actor.text.as_str()).collect::<Vec<_>>().join("; ");
        let at = lines.position(source.text(), task.span.start).line;
        let when: Vec<&str> = task
            .deadlines
            .iter()
            .filter_map(|&n| document.deadlines.get(n))
            .map(|d| d.text.as_str())
            .collect();
        let when = if when.is_empty() { String::new() } else { format!(" [{}]", when.join("; ")) };
        let who = shorten(&who, 32);
        let room = look.width.saturating_sub(columns(&who) + columns(&when) + 12);
        let what = shorten(&task.text, room.max(24));
        let _ = writeln!(out, "  - {}{who}: {what}{when}", look.paint(Ink::Faint, &format!("{at}: ")));
    }
}
