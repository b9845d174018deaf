//! How text looks where it is shown: colours only on a terminal, no control or direction characters from documents,
//! lines broken to the width of the window.

use std::borrow::Cow;

use unicode_normalization::char::is_combining_mark;

use super::words::Lang;

/// Width of lines where no window gives one.
const WIDTH: usize = 100;

/// Where an answer will be shown.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Look {
    /// Whether a person reads it in a terminal.
    pub(crate) terminal: bool,
    /// Whether colours are shown.
    pub(crate) colour: bool,
    /// Columns of a line.
    pub(crate) width: usize,
    /// Language of the words around the data.
    pub(crate) lang: Lang,
}

/// What a piece of text is, as far as its colour goes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Ink {
    /// A number and symbol, a heading.
    Strong,
    /// What stands beside: places, ids.
    Faint,
    /// A verb between documents.
    Verb,
    /// A warning, a stub.
    Warning,
}

impl Look {
    /// For a terminal of the window's width, for anything else plain and 100 columns wide. `COLUMNS` wins.
    pub(crate) fn new(terminal: bool, colour: bool, lang: Lang) -> Self {
        let asked = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
        let window = if terminal { comfy_table::Table::new().width().map(usize::from) } else { None };
        Self { terminal, colour, width: asked.or(window).unwrap_or(WIDTH).max(40), lang }
    }

    /// The text marked to be shown in a colour; [`Look::finish`] turns the marks into colours.
    pub(crate) fn paint(self, ink: Ink, text: &str) -> String {
        if !self.colour || text.is_empty() {
            return text.to_owned();
        }
        let code = match ink {
            Ink::Strong => '1',
            Ink::Faint => '2',
            Ink::Verb => '6',
            Ink::Warning => '3',
        };
        format!("{ON}{code}{text}{OFF}")
    }

    /// What is shown: everything that could steer a terminal is gone, only our own colours are in it. A document that
    /// prints the marks itself gets a colour, nothing worse.
    pub(crate) fn finish(self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        for (n, piece) in text.split(ON).enumerate() {
            let (code, piece) = match piece.chars().next() {
                Some('1') if n > 0 => ("\x1b[1m", &piece[1..]),
                Some('2') if n > 0 => ("\x1b[2m", &piece[1..]),
                Some('3') if n > 0 => ("\x1b[33m", &piece[1..]),
                Some('6') if n > 0 => ("\x1b[36m", &piece[1..]),
                _ => ("", piece),
            };
            out.push_str(if self.colour { code } else { "" });
            for (n, piece) in piece.split(OFF).enumerate() {
                out.push_str(if n > 0 && self.colour { "\x1b[0m" } else { "" });
                out.push_str(&clean(piece));
            }
        }
        out
    }
}

/// Marks of a colour in text that is not finished; control characters that [`clean`] would drop.
const ON: char = '\u{E}';
const OFF: char = '\u{F}';

/// The text without control characters (line breaks and tabs stay) and without characters that turn the direction
/// of writing or show nothing: a document must not steer the terminal it is shown in.
pub(crate) fn clean(text: &str) -> Cow<'_, str> {
    let harmful = |c: char| {
        (c.is_control() && c != '\n' && c != '\t')
            || matches!(c, '\u{AD}' | '\u{61C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{2028}'..='\u{202E}')
            || matches!(c, '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}')
    };
    if text.contains(harmful) { text.replace(harmful, "").into() } else { text.into() }
}

/// Columns a text takes; a combining mark takes none.
pub(crate) fn columns(text: &str) -> usize {
    text.chars().filter(|&c| !is_combining_mark(c)).count()
}

/// Breaks a text at blanks into lines of at most `width` columns; a longer word has a line of its own.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in text.split_whitespace() {
        let wide = columns(word);
        if used > 0 && used + 1 + wide > width {
            lines.push(std::mem::take(&mut line));
            used = 0;
        }
        if used > 0 {
            line.push(' ');
            used += 1;
        }
        line.push_str(word);
        used += wide;
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    lines
}

/// At most `width` columns of a text, cut at a blank, with an ellipsis where something is left out.
pub(crate) fn shorten(text: &str, width: usize) -> String {
    if columns(text) <= width {
        return text.to_owned();
    }
    let mut lines = wrap(text, width.saturating_sub(2));
    format!("{} …", lines.swap_remove(0).trim_end_matches([',', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_cannot_steer_the_terminal() {
        for (text, shown) in [
            ("Sở Y tế", "Sở Y tế"),
            ("\x1b[31mđỏ\x1b[0m", "[31mđỏ[0m"),
            ("\u{202e}gnôht\u{202c}", "gnôht"),
            ("a\u{9b}2Jb\u{7}\r", "a2Jb"),
            ("\u{feff}a\u{200b}b\u{ad}c\u{2066}d", "abcd"),
            ("một\n\thai", "một\n\thai"),
        ] {
            assert_eq!(clean(text), shown, "{text:?}");
        }
    }

    #[test]
    fn only_our_own_colours_are_shown() {
        let look = |colour| Look { terminal: true, colour, width: 80, lang: Lang::Vi };
        let painted = |l: Look| l.finish(&format!("{} \x1b[2J", l.paint(Ink::Strong, "Số\x1b]0;x\x07")));
        assert_eq!(painted(look(true)), "\x1b[1mSố]0;x\x1b[0m [2J");
        assert_eq!(painted(look(false)), "Số]0;x [2J");
        assert_eq!(look(true).finish("\u{E}9\u{E}"), "9");
    }

    #[test]
    fn lines_break_at_blanks_and_count_letters() {
        assert_eq!(wrap("Ủy ban nhân dân tỉnh Cà Mau", 14), ["Ủy ban nhân", "dân tỉnh Cà", "Mau"]);
        assert_eq!(wrap("", 10), [""]);
        assert_eq!(columns("e\u{302}\u{301}"), 1);
        assert_eq!(shorten("Ủy ban nhân dân, tỉnh Cà Mau", 18), "Ủy ban nhân dân …");
    }
}
