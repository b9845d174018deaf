//! Nodes as functions from a place of the text to the place behind what they accept.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt::Write;

use crate::first::{self, ALL, Set};
use crate::node::{Grammar, Node};

struct Writer<'a> {
    grammar: &'a Grammar<'a>,
    code: String,
    written: BTreeSet<usize>,
    rules: BTreeSet<String>,
    sets: HashMap<Set, usize>,
}

/// The code for a grammar, reached from `entries`.
pub fn code(grammar: &Grammar<'_>, entries: &[&str]) -> String {
    let mut writer = Writer {
        grammar,
        code: String::new(),
        written: BTreeSet::new(),
        rules: BTreeSet::new(),
        sets: HashMap::new(),
    };
    let mut entry = "/// Reads `rule` at `p`; where it ends.\n\
         pub(crate) fn read(s: &mut Run<'_, Rule>, rule: Rule, p: usize) -> Option<usize> {\n match rule {\n"
        .to_owned();
    for rule in entries {
        writer.rule(rule);
        writeln!(entry, "  Rule::{rule} => r_{rule}(s, p),").expect("memory");
    }
    entry.push_str("  _ => None,\n }\n}\n");
    writer.code + &entry
}

impl Writer<'_> {
    fn line(&mut self, text: &str) {
        self.code.push_str(text);
        self.code.push('\n');
    }

    /// The function of a rule: its body, kept as a pair.
    fn rule(&mut self, name: &str) {
        if !self.rules.insert(name.to_owned()) {
            return;
        }
        let body = self.grammar.body(name);
        let call = self.call(body);
        self.line(&format!(
            "fn r_{name}(s: &mut Run<'_, Rule>, p: usize) -> Option<usize> {{\n let at = s.open(Rule::{name}, p);\n \
             let end = {call};\n s.close(at, end);\n end\n}}"
        ));
    }

    /// The call that tries a node at `p`; its function is written where it needs one.
    fn call(&mut self, at: usize) -> String {
        match self.grammar.get(at) {
            Node::Any => return "s.any(p)".to_owned(),
            Node::Start => return "s.start(p)".to_owned(),
            Node::End => return "s.end(p)".to_owned(),
            Node::Rule(name) => {
                self.rule(&name);
                return format!("r_{name}(s, p)");
            }
            Node::Words(words) if words.len() == 1 => {
                return format!("s.word(p, {})", bytes(words[0].as_bytes()));
            }
            _ => {}
        }
        if self.written.insert(at) {
            let body = self.body(at);
            self.line(&format!("fn n{at}(s: &mut Run<'_, Rule>, p: usize) -> Option<usize> {{\n{body}}}"));
        }
        format!("n{at}(s, p)")
    }

    /// The call behind a look at the next byte, where that can tell.
    fn guarded(&mut self, at: usize) -> String {
        let call = self.call(at);
        match self.guard(at) {
            Some(guard) => format!("if {guard} {{ {call} }} else {{ None }}"),
            None => call,
        }
    }

    fn guard(&mut self, at: usize) -> Option<String> {
        if matches!(
            self.grammar.get(at),
            Node::Words(_) | Node::Letter(_) | Node::Any | Node::Start | Node::End
        ) {
            return None;
        }
        let set = first::set(self.grammar, at);
        if set == ALL {
            return None;
        }
        let next = self.sets.len();
        let index = *self.sets.entry(set).or_insert(next);
        if index == next {
            let flags: Vec<u8> = set.iter().map(|&flag| u8::from(flag)).collect();
            self.line(&format!("static F{index}: [u8; 257] = *{};", bytes(&flags)));
        }
        Some(format!("F{index}[s.next(p)] != 0"))
    }

    fn body(&mut self, at: usize) -> String {
        match self.grammar.get(at) {
            Node::Words(words) => format!(" let t = s.text;\n {}\n", tree(&words)),
            Node::Letter(ranges) => letter(&ranges),
            Node::And(inner) => {
                let call = self.guarded(inner);
                format!(" let mark = s.mark();\n let end = {call};\n s.cut(mark);\n end.map(|_| p)\n")
            }
            Node::Not(inner) => {
                let call = self.guarded(inner);
                format!(
                    " let mark = s.mark();\n let end = {call};\n s.cut(mark);\n \
                     if end.is_some() {{ None }} else {{ Some(p) }}\n"
                )
            }
            Node::Sequence(parts) => {
                let mut body = String::new();
                for part in parts {
                    let call = self.guarded(part);
                    let _ = writeln!(body, " let p = ({call})?;");
                }
                body + " Some(p)\n"
            }
            Node::Choice(options) => {
                let mut body = String::new();
                for (n, &option) in options.iter().enumerate() {
                    let call = self.guarded(option);
                    if n + 1 == options.len() {
                        let _ = writeln!(body, " {call}");
                    } else if self.grammar.gives_pairs(option) {
                        let _ = writeln!(
                            body,
                            " let mark = s.mark();\n if let Some(end) = {{ {call} }} {{ return Some(end); }}\n s.cut(mark);"
                        );
                    } else {
                        let _ = writeln!(body, " if let Some(end) = {{ {call} }} {{ return Some(end); }}");
                    }
                }
                body
            }
            Node::Optional(inner) => {
                let call = self.guarded(inner);
                if self.grammar.gives_pairs(inner) {
                    format!(
                        " let mark = s.mark();\n let end = {call};\n if end.is_none() {{ s.cut(mark); }}\n \
                         end.or(Some(p))\n"
                    )
                } else {
                    format!(" let end = {call};\n end.or(Some(p))\n")
                }
            }
            Node::Repeat(inner, least, most) => {
                let call = self.guarded(inner);
                format!(
                    " let (mut p, mut n) = (p, 0_usize);\n while n < {most} {{\n  let mark = s.mark();\n  \
                     let Some(end) = ({{ {call} }}) else {{ s.cut(mark); break }};\n  p = end;\n  n += 1;\n }}\n \
                     if n >= {least} {{ Some(p) }} else {{ None }}\n"
                )
            }
            _ => unreachable!("has no function"),
        }
    }
}

fn bytes(text: &[u8]) -> String {
    let mut out = "b\"".to_owned();
    for byte in text {
        let _ = write!(out, "{}", std::ascii::escape_default(*byte));
    }
    out + "\""
}

/// One letter of some ranges: a look at the byte, or at the letter where it has more bytes.
fn letter(ranges: &[(char, char)]) -> String {
    let list = |ascii: bool| -> String {
        let parts: Vec<String> = ranges
            .iter()
            .filter(|(from, _)| from.is_ascii() == ascii)
            .map(
                |(from, to)| {
                    if ascii { format!("b{from:?}..=b{to:?}") } else { format!("{from:?}..={to:?}") }
                },
            )
            .collect();
        if parts.is_empty() { "_ if false".to_owned() } else { parts.join(" | ") }
    };
    format!(
        " match s.text.get(p) {{\n  Some({}) => Some(p + 1),\n  Some(0x80..) => match s.letter(p) {{\n   \
         ({}, end) => Some(end),\n   _ => None,\n  }},\n  _ => None,\n }}\n",
        list(true).replace("_ if false", "0x80..=0x7F"),
        if list(false) == "_ if false" { "'\\u{10FFFF}'".to_owned() } else { list(false) },
    )
}

/// A walk down the letters of a list of words. How far it gets tells the first word of the list that stands here.
fn tree(words: &[String]) -> String {
    let list: Vec<(usize, &[u8])> = words.iter().enumerate().map(|(n, word)| (n, word.as_bytes())).collect();
    branch(&list, 0, None)
}

/// The code below `depth` for words that agree up to it; `best` is the first of those passed on the way.
fn branch(words: &[(usize, &[u8])], depth: usize, best: Option<(usize, usize)>) -> String {
    let ended = words.iter().filter(|(_, word)| word.len() == depth).map(|&(n, _)| (n, depth)).min();
    let best = [best, ended].into_iter().flatten().min();
    let found = best.map_or_else(|| "None".to_owned(), |(_, length)| format!("Some(p + {length})"));
    let mut next: BTreeMap<u8, Vec<(usize, &[u8])>> = BTreeMap::new();
    for &(n, word) in words {
        // A word behind one that stands here already can no more be the first.
        if let Some(&byte) = word.get(depth)
            && best.is_none_or(|(first, _)| n < first)
        {
            next.entry(byte).or_default().push((n, word));
        }
    }
    if next.is_empty() {
        return found;
    }
    let mut code = format!("match t.get(p + {depth}) {{ ");
    for (byte, words) in next {
        let mut to = depth + 1;
        // As far as all agree, in one comparison.
        while words.iter().all(|(_, word)| word.len() > to && word[to] == words[0].1[to]) {
            to += 1;
        }
        let inner = branch(&words, to, best);
        let run = &words[0].1[depth + 1..to];
        if run.is_empty() {
            let _ = write!(code, "Some({byte}) => {inner}, ");
        } else {
            let _ = write!(
                code,
                "Some({byte}) => if s.has(p + {}, {}) {{ {inner} }} else {{ {found} }}, ",
                depth + 1,
                bytes(run)
            );
        }
    }
    code + &format!("_ => {found} }}")
}
