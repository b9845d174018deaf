//! Chữ ký (box 7): authority, post and name of everyone who signed.

use super::closing::{Closing, Role, SignatureLine};
use crate::model::{Document, Signature};
use crate::text::{Source, Span, bare};

/// Reads every signature.
pub(super) fn read(source: &Source, closing: &Closing, document: &mut Document) {
    let reading = source.reading();
    // Two who sign side by side: their lines alternate.
    let abreast = closing.signature.iter().any(|line| line.column > 0);
    let columns = closing.signature.iter().map(|line| line.column).max().map_or(0, |most| most + 1);
    for column in 0..columns {
        let lines = closing.signature.iter().filter(|line| !abreast || line.column == column);
        let mut block = Block::default();
        for line in lines {
            if block.name.is_some() && line.role != Role::Name {
                document.signatures.extend(std::mem::take(&mut block).finish(source));
            }
            block.take(*line, reading);
        }
        document.signatures.extend(block.finish(source));
        if !abreast {
            break;
        }
    }
}

/// A signature block line by line.
#[derive(Default)]
struct Block {
    authority: Vec<Span>,
    post: Option<Span>,
    name: Option<Span>,
}

impl Block {
    fn take(&mut self, line: SignatureLine, reading: &str) {
        match line.role {
            Role::Authority => {
                self.authority.push(line.span);
                self.post = None;
            }
            // `KT. BỘ TRƯỞNG,` / `CHỦ NHIỆM`: one post over two lines.
            Role::Post
                if self.post.is_none()
                    && self.authority.last().is_some_and(|a| is_open(&reading[a.range()])) =>
            {
                self.extend_last(line.span);
            }
            Role::Post => match self.post {
                Some(post) if is_open(&reading[post.range()]) => self.post = Some(post.hull(line.span)),
                _ => self.post = Some(line.span),
            },
            Role::Words => match (&mut self.post, self.authority.last_mut()) {
                (Some(post), _) => *post = post.hull(line.span),
                (None, Some(last)) => *last = last.hull(line.span),
                (None, None) => {}
            },
            Role::Name => {
                self.name = match self.name {
                    Some(name) if !reading[name.range()].contains(' ') => Some(name.hull(line.span)),
                    Some(name) => Some(name),
                    None => Some(line.span),
                };
            }
        }
    }

    fn extend_last(&mut self, span: Span) {
        if let Some(last) = self.authority.last_mut() {
            *last = last.hull(span);
        }
    }

    fn finish(self, source: &Source) -> Option<Signature> {
        let spans = self.authority.iter().copied().chain(self.post).chain(self.name);
        let span = spans.reduce(Span::hull)?;
        // A name alone signs nothing: it may be anything in capitals.
        if self.post.is_none() && self.authority.is_empty() {
            return None;
        }
        let printed = |span: Span| source.quote(span).trim_end_matches([',', '.', ';', ':']).to_owned();
        Some(Signature {
            name: self.name.map(printed),
            title: self.post.map(printed),
            authority: self.authority.into_iter().map(printed).collect(),
            span,
        })
    }
}

/// A line that asks for the next one.
fn is_open(text: &str) -> bool {
    text.ends_with([',', '-'])
        || bare(text)
            .to_ascii_uppercase()
            .split_whitespace()
            .next_back()
            .is_some_and(|word| ["VA", "CUA", "KIEM", "PHO"].contains(&word))
}
