//! A diagnostic drawn into the line it stands in, a caret under the letters meant.

use annotate_snippets::{AnnotationKind, Level, Renderer, Snippet};
use vanban::model::{Diagnostic, Severity};
use vanban::text::{LineIndex, Span};

use super::explanations;
use super::look::{Look, clean, wrap};
use super::words::Lang;

/// Lines shown of a span that runs over more.
const LINES: usize = 3;

/// The diagnostic with the lines it points at; `name` is that of the file.
pub(crate) fn draw(diagnostic: &Diagnostic, name: &str, text: &str, look: Look) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let level = level.with_name(look.lang.severity(diagnostic.severity));
    let (message, name) = (clean(&diagnostic.message), clean(name));
    let title = level.primary_title(message).id(diagnostic.code.as_str());
    let group = match diagnostic.span.map(|span| Excerpt::around(span, text)) {
        Some(Excerpt { lines, first, mark }) => {
            let snippet = Snippet::source(lines).path(name).line_start(first);
            title.element(snippet.annotation(AnnotationKind::Primary.span(mark.range())))
        }
        None => title.element(annotate_snippets::Origin::path(name)),
    };
    let group = advice(diagnostic, look).into_iter().fold(group, |group, (name, said)| {
        let lines = wrap(&said, look.width.saturating_sub(name.chars().count() + 12));
        group.element(Level::HELP.with_name(name).message(lines.join("\n")))
    });
    let renderer = if look.colour { Renderer::styled() } else { Renderer::plain() };
    renderer.term_width(look.width).render(&[group])
}

/// What the code means and what to do. The diagnostic's own help is in English; for others the table tells.
fn advice(diagnostic: &Diagnostic, look: Look) -> Vec<(&'static str, String)> {
    let known = explanations::all().find(|e| e.code == diagnostic.code);
    match (look.lang, known) {
        (Lang::Vi, Some(e)) => vec![("nghĩa là", e.vi[0].to_owned()), ("cách xử lý", e.vi[1].to_owned())],
        _ => diagnostic.help.iter().map(|help| ("help", clean(help).into_owned())).collect(),
    }
}

/// The lines around a span, safe to show, and where the span stands in them.
struct Excerpt {
    lines: String,
    /// Number of the first line.
    first: usize,
    mark: Span,
}

impl Excerpt {
    fn around(span: Span, text: &str) -> Self {
        let start = boundary(text, span.start);
        let end = boundary(text, span.end).max(start);
        let from = text[..start].rfind('\n').map_or(0, |at| at + 1);
        let rest = &text[from..];
        let mut breaks = rest.match_indices('\n').map(|(at, _)| from + at);
        let limit = breaks.clone().nth(LINES - 1).unwrap_or(text.len());
        let end = end.min(limit);
        let to = breaks.find(|&at| at >= end).unwrap_or(text.len());
        let [before, marked, after] = [&text[from..start], &text[start..end], &text[end..to]].map(clean);
        Self {
            first: LineIndex::new(text).position(text, start).line,
            mark: Span::new(before.len(), before.len() + marked.len()),
            lines: [before, marked, after].concat(),
        }
    }
}

/// The last place at or before `at` where a letter begins.
fn boundary(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, needle: &str) -> String {
        let start = text.find(needle).expect("the words stand there");
        let diagnostic = Diagnostic {
            code: "date-conflict".to_owned(),
            severity: Severity::Warning,
            message: "Hai ngày khác nhau".to_owned(),
            span: Some(Span::new(start, start + needle.len())),
            help: None,
        };
        let look = Look { terminal: false, colour: false, width: 100, lang: Lang::Vi };
        draw(&diagnostic, "a.txt", text, look)
    }

    #[test]
    fn the_caret_stands_under_the_right_vietnamese_letter() {
        let drawn = shown("Số: 12\nThực hiện Kế hoạch số 264/KH-UBND ngày 15/5/2026", "ngày 15/5/2026");
        let lines: Vec<&str> = drawn.lines().collect();
        assert_eq!(lines[0], "cảnh báo[date-conflict]: Hai ngày khác nhau");
        let line = lines.iter().find(|l| l.contains("264/KH-UBND")).expect("the line is shown");
        assert!(line.starts_with("2 |"), "{drawn}");
        let carets = lines.iter().find(|l| l.contains('^')).expect("a caret is shown");
        let column = |line: &str, c: &str| line.find(c).map(|at| line[..at].chars().count());
        assert_eq!(column(carets, "^"), column(line, "ngày 15"), "{drawn}");
        assert_eq!(carets.matches('^').count(), "ngày 15/5/2026".chars().count());
    }

    #[test]
    fn a_document_cannot_steer_the_terminal_through_a_diagnostic() {
        let drawn = shown("a\u{1b}[31mb\u{202e}c 12/QĐ", "12/QĐ");
        assert!(!drawn.contains(['\u{1b}', '\u{202e}']), "{drawn:?}");
    }
}
