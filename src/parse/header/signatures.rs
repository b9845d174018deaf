//! Chữ ký (box 7): authority, post and name of everyone who signed.

use super::closing::{Closing, Role, SignatureLine, family_name, is_name};
use super::pieces::goes_on;
use crate::model::{Document, Signature};
use crate::parse::outline::Outline;
use crate::text::{Source, Span, bare};

/// Reads every signature.
pub(crate) fn read(source: &Source, outline: &Outline, closing: &Closing, document: &mut Document) {
    let reading = source.reading();
    // Below the recipients a person's name signs even where OCR lost the post over it.
    let names = || closing.signature.iter().filter(|line| line.role == Role::Name);
    let alone = !closing.recipients.is_empty()
        && closing.signature.iter().all(|line| matches!(line.role, Role::Name | Role::Words))
        && names().count() == 1
        && names().all(|name| family_name(&reading[name.span.range()]));
    // Two who sign side by side: their lines alternate.
    let abreast = closing.signature.iter().any(|line| line.column > 0);
    let columns = closing.signature.iter().map(|line| line.column).max().map_or(0, |most| most + 1);
    for column in 0..columns {
        let lines = closing.signature.iter().filter(|line| !abreast || line.column == column);
        let mut block = Block::default();
        for line in lines {
            if !block.name.is_empty() && line.role != Role::Name {
                document.signatures.extend(std::mem::take(&mut block).finish(source, false));
            }
            block.take(*line, reading);
        }
        document.signatures.extend(block.finish(source, alone));
        if !abreast {
            break;
        }
    }
    if document.signatures.is_empty() {
        document.signatures.extend(named_drafter(source, outline));
    }
}

/// A phiếu trình is signed on one line: `Chuyên viên theo dõi: Lê Văn An`.
fn named_drafter(source: &Source, outline: &Outline) -> Option<Signature> {
    let reading = source.reading();
    let main = outline.parts.first()?.span;
    outline.lines.iter().rev().filter(|line| main.contains(line.span)).find_map(|line| {
        let text = &reading[line.span.range()];
        let (post, name) = text.split_once(':').filter(|(post, _)| post.chars().count() < 30)?;
        let name = name.trim();
        let drafts = bare(post).to_ascii_lowercase().starts_with("chuyen vien");
        (drafts && is_name(name) && family_name(name)).then(|| Signature {
            name: Some(name.to_owned()),
            title: Some(post.trim().to_owned()),
            authority: Vec::new(),
            span: line.span,
        })
    })
}

/// A signature block line by line; a post may take several lines with other text between them.
#[derive(Default)]
struct Block {
    authority: Vec<Vec<Span>>,
    post: Vec<Span>,
    name: Vec<Span>,
}

impl Block {
    fn take(&mut self, line: SignatureLine, reading: &str) {
        let open = |lines: &[Span]| lines.last().is_some_and(|last| is_open(&reading[last.range()]));
        match line.role {
            Role::Authority => {
                self.authority.push(vec![line.span]);
                self.post.clear();
            }
            // `KT. BỘ TRƯỞNG,` / `CHỦ NHIỆM`: one post over two lines.
            Role::Post if self.post.is_empty() && self.authority.last().is_some_and(|a| open(a)) => {
                self.authority.last_mut().into_iter().for_each(|a| a.push(line.span));
            }
            // `TL. CỤC` / `TRƯỞNG`: a post broken before its last word.
            Role::Post if self.post.is_empty() && bare(&reading[line.span.range()]) == "TRUONG" => {
                self.authority.last_mut().into_iter().for_each(|a| a.push(line.span));
            }
            Role::Post if open(&self.post) => self.post.push(line.span),
            Role::Post => self.post = vec![line.span],
            Role::Words => match self.authority.last_mut() {
                Some(last) if self.post.is_empty() => last.push(line.span),
                _ if !self.post.is_empty() => self.post.push(line.span),
                _ => {}
            },
            Role::Name => {
                if self.name.first().is_none_or(|name| !reading[name.range()].contains(' ')) {
                    self.name.push(line.span);
                }
            }
        }
    }

    /// `alone`: a name without a post is believed.
    fn finish(self, source: &Source, alone: bool) -> Option<Signature> {
        let spans = self.authority.iter().flatten().chain(&self.post).chain(&self.name);
        let span = spans.copied().reduce(Span::hull)?;
        // A name alone signs nothing: it may be anything with capitals.
        if self.post.is_empty() && self.authority.is_empty() && !alone {
            return None;
        }
        let printed = |lines: &[Span]| {
            let text = lines.iter().map(|&line| source.quote(line)).collect::<Vec<_>>().join(" ");
            text.trim_end_matches([',', '.', ';', ':']).to_owned()
        };
        let given = |lines: &[Span]| (!lines.is_empty()).then(|| printed(lines));
        Some(Signature {
            name: given(&self.name),
            title: given(&self.post),
            authority: self.authority.iter().map(|lines| printed(lines)).collect(),
            span,
        })
    }
}

/// A line that asks for the next one.
fn is_open(text: &str) -> bool {
    goes_on(text, &["VA", "CUA", "KIEM", "PHO", "THU"])
}
