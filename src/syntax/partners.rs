//! Bên liên quan: whom an action names besides those who must do it: with whom it is done, to whom its outcome is
//! reported and through whom, and whom a closing formula informs.

use super::actor::actors_at;
use super::task::skip;
use super::words::Words;
use crate::text::Span;

/// Those with whom the action is done: `phối hợp với các sở, ngành`.
pub fn coordinates(words: Words<'_>, span: Span) -> Vec<Span> {
    let text = &words.lower[span.range()];
    let mut found: Vec<Span> = Vec::new();
    for (i, word) in text.match_indices("phối hợp") {
        let mut at = skip(words, span.start + i + word.len(), span.end);
        for word in ["chặt chẽ", "đồng bộ", "thường xuyên", "với", "cùng", "và"] {
            if words.lower[at..span.end].starts_with(word) {
                at = skip(words, at + word.len(), span.end);
            }
        }
        let joined = words.lower[span.start + i..at].contains("với")
            || words.lower[span.start + i..at].contains("cùng");
        let named = words.text[at..span.end].starts_with(char::is_uppercase)
            || words.lower[at..span.end].starts_with("các ");
        if joined || named {
            for item in actors_at(words, at, span.end).map(|list| list.items).unwrap_or_default() {
                let named = |other: &Span| words.lower[other.range()] == words.lower[item.range()];
                if !found.iter().any(named) {
                    found.push(item);
                }
            }
        }
    }
    found
}

/// To whom the outcome is reported, and through whom.
pub fn reports(words: Words<'_>, span: Span) -> (Vec<Span>, Vec<Span>) {
    let text = &words.lower[span.range()];
    let mut to = Vec::new();
    for word in ["báo cáo", "gửi", "trình"] {
        for (i, _) in text.match_indices(word) {
            if !to.is_empty() {
                break;
            }
            let from = span.start + i + word.len();
            let stop = words.lower[from..span.end].find([',', ';', '.', '(']).map_or(span.end, |n| from + n);
            let target = ["về ", "cho ", "đến ", "tới ", "lên "].iter().filter_map(|prep| {
                words.lower[from..stop].find(&format!(" {prep}")).map(|n| from + n + 1 + prep.len())
            });
            let direct = std::iter::once(skip(words, from, span.end));
            to = direct
                .chain(target)
                .find_map(|at| actors_at(words, at, span.end))
                .map_or(Vec::new(), |list| list.items);
        }
    }
    let via = text.match_indices("qua ").find_map(|(i, _)| {
        let rest = text[i + "qua".len()..].trim_start_matches([' ', '\t', '\n']);
        actors_at(words, span.end - rest.len(), span.end)
    });
    (to, via.map_or(Vec::new(), |list| list.items))
}

/// `thông báo để Công ty biết`: whom a closing formula addresses.
pub fn notified(words: Words<'_>, span: Span) -> Option<Vec<Span>> {
    let text = &words.lower[span.range()];
    text.match_indices("để ").find_map(|(i, _)| {
        let list = actors_at(words, skip(words, span.start + i + "để ".len(), span.end), span.end)?;
        words.lower[list.end..span.end].contains("biết").then_some(list.items)
    })
}
