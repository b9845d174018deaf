//! With which bytes an expression can begin.

use crate::node::{Grammar, Node};

/// One flag for each byte, and one for the end of the text.
pub type Set = [bool; 257];

pub const ALL: Set = [true; 257];
const NONE: Set = [false; 257];

/// The bytes an expression takes first, and those it can stand before while taking none.
struct First {
    taking: Set,
    empty: Set,
}

/// The bytes before which an expression is worth trying.
pub fn set(grammar: &Grammar<'_>, at: usize) -> Set {
    let first = first(grammar, at);
    union(&first.taking, &first.empty)
}

fn union(a: &Set, b: &Set) -> Set {
    std::array::from_fn(|i| a[i] || b[i])
}

fn common(a: &Set, b: &Set) -> Set {
    std::array::from_fn(|i| a[i] && b[i])
}

fn first(grammar: &Grammar<'_>, at: usize) -> First {
    let mut out = First { taking: NONE, empty: NONE };
    match grammar.get(at) {
        Node::Words(words) => {
            for word in words {
                match word.bytes().next() {
                    Some(byte) => out.taking[usize::from(byte)] = true,
                    None => out.empty = ALL,
                }
            }
        }
        Node::Letter(ranges) => {
            for letter in ranges.iter().flat_map(|&(from, to)| from..=to) {
                out.taking[usize::from(letter.to_string().as_bytes()[0])] = true;
            }
        }
        Node::Any => {
            out.taking = ALL;
            out.taking[256] = false;
        }
        Node::Start => out.empty = ALL,
        Node::End => out.empty[256] = true,
        Node::Rule(name) => return first(grammar, grammar.body(&name)),
        Node::And(inner) => out.empty = set(grammar, inner),
        Node::Not(inner) => {
            let sure = sure(grammar, inner);
            out.empty = std::array::from_fn(|i| !sure[i]);
        }
        Node::Sequence(parts) => {
            out.empty = ALL;
            for part in parts {
                let next = first(grammar, part);
                out.taking = union(&out.taking, &common(&out.empty, &next.taking));
                out.empty = common(&out.empty, &next.empty);
            }
        }
        Node::Choice(options) => {
            for option in options {
                let next = first(grammar, option);
                out.taking = union(&out.taking, &next.taking);
                out.empty = union(&out.empty, &next.empty);
            }
        }
        Node::Optional(inner) => out = First { taking: first(grammar, inner).taking, empty: ALL },
        Node::Repeat(inner, least, _) => {
            out = first(grammar, inner);
            if least == 0 {
                out.empty = ALL;
            }
        }
    }
    out
}

/// The bytes before which an expression holds whatever follows.
fn sure(grammar: &Grammar<'_>, at: usize) -> Set {
    let mut out = NONE;
    match grammar.get(at) {
        Node::Words(words) => {
            for word in words {
                match word.as_bytes() {
                    [] => return ALL,
                    [byte] => out[usize::from(*byte)] = true,
                    _ => {}
                }
            }
        }
        Node::Letter(ranges) => {
            for letter in ranges.iter().flat_map(|&(from, to)| from..=to).filter(char::is_ascii) {
                out[letter as usize] = true;
            }
        }
        Node::Rule(name) => return sure(grammar, grammar.body(&name)),
        Node::Choice(options) => {
            for option in options {
                out = union(&out, &sure(grammar, option));
            }
        }
        Node::Repeat(inner, 1, _) => return sure(grammar, inner),
        Node::Optional(_) | Node::Repeat(_, 0, _) => return ALL,
        _ => {}
    }
    out
}
