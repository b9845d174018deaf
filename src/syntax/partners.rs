//! Bên liên quan: whom an action names besides those who must do it: with whom it is done, to whom its outcome is
//! reported and through whom, and whom a closing formula informs.

use std::collections::HashSet;

use memchr::memmem;

use super::actor::actors_at;
use super::task::skip;
use super::words::Words;
use crate::text::Span;

/// Those with whom the action is done: `phối hợp với các sở, ngành`.
pub fn coordinates(words: Words<'_>, span: Span) -> Vec<Span> {
    let text = &words.lower[span.range()];
    let mut found: Vec<Span> = Vec::new();
    let mut named = HashSet::new();
    let word = "phối hợp";
    for i in memmem::find_iter(text.as_bytes(), word) {
        let mut at = skip(words, span.start + i + word.len(), span.end);
        for word in ["chặt chẽ", "đồng bộ", "thường xuyên", "với", "cùng", "và"] {
            if words.lower[at..span.end].starts_with(word) {
                at = skip(words, at + word.len(), span.end);
            }
        }
        let joined = words.lower[span.start + i..at].contains("với")
            || words.lower[span.start + i..at].contains("cùng");
        let capital = words.text[at..span.end].starts_with(char::is_uppercase)
            || words.lower[at..span.end].starts_with("các ");
        if joined || capital {
            let items = actors_at(words, at, span.end).map(|list| list.items).unwrap_or_default();
            found.extend(items.into_iter().filter(|item| named.insert(&words.lower[item.range()])));
        }
    }
    found
}

/// To whom the outcome is reported, and through whom.
pub fn reports(words: Words<'_>, span: Span) -> (Vec<Span>, Vec<Span>) {
    let text = &words.lower[span.range()];
    let told = |at: usize| actors_at(words, at, span.end);
    let mut stop = Ahead::new(text);
    let mut preps = [" về ", " cho ", " đến ", " tới ", " lên "].map(|prep| (prep, Ahead::new(text)));
    let to = ["báo cáo", "gửi", "trình"].iter().find_map(|word| {
        stop.restart();
        for (_, ahead) in &mut preps {
            ahead.restart();
        }
        memmem::find_iter(text.as_bytes(), word).find_map(|i| {
            let from = i + word.len();
            told(skip(words, span.start + from, span.end)).or_else(|| {
                let stop = stop.next(from, |rest| rest.find([',', ';', '.', '('])).unwrap_or(text.len());
                preps.iter_mut().find_map(|(prep, ahead)| {
                    let at = ahead.next(from, |rest| memmem::find(rest.as_bytes(), prep.as_bytes()))?;
                    (at + prep.len() <= stop).then(|| told(span.start + at + prep.len())).flatten()
                })
            })
        })
    });
    let via = memmem::find_iter(text.as_bytes(), "qua ").find_map(|i| {
        let rest = text[i + "qua".len()..].trim_start_matches([' ', '\t', '\n']);
        actors_at(words, span.end - rest.len(), span.end)
    });
    (to.map_or(Vec::new(), |list| list.items), via.map_or(Vec::new(), |list| list.items))
}

/// A search that goes on: asked from places further and further on, it goes through the text once.
struct Ahead<'a> {
    text: &'a str,
    /// What was found last, and from where on it was looked for.
    last: Option<(usize, Option<usize>)>,
}

impl<'a> Ahead<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, last: None }
    }

    fn restart(&mut self) {
        self.last = None;
    }

    /// The first place from `from` on that `find` finds.
    fn next(&mut self, from: usize, find: impl Fn(&str) -> Option<usize>) -> Option<usize> {
        match self.last {
            Some((asked, found)) if asked <= from && found.is_none_or(|found| found >= from) => found,
            _ => {
                let found = find(&self.text[from..]).map(|i| from + i);
                self.last = Some((from, found));
                found
            }
        }
    }
}

/// `thông báo để Công ty biết`: whom a closing formula addresses.
pub fn notified(words: Words<'_>, span: Span) -> Option<Vec<Span>> {
    let text = &words.lower[span.range()];
    text.match_indices("để ").find_map(|(i, _)| {
        let list = actors_at(words, skip(words, span.start + i + "để ".len(), span.end), span.end)?;
        words.lower[list.end..span.end].contains("biết").then_some(list.items)
    })
}
