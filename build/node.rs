//! Expressions of a grammar in the form code is written from: silent rules opened up, equal expressions one node,
//! choices of words and of letters gathered.

use std::cell::RefCell;
use std::collections::HashMap;

use pest_meta::ast::RuleType;
use pest_meta::optimizer::{OptimizedExpr as Expr, OptimizedRule};

/// An expression; others are named by their index.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Node {
    /// The first of these words that stands here.
    Words(Vec<String>),
    /// One letter of these ranges.
    Letter(Vec<(char, char)>),
    Any,
    Start,
    End,
    /// A rule that gives a pair.
    Rule(String),
    And(usize),
    Not(usize),
    Sequence(Vec<usize>),
    Choice(Vec<usize>),
    Optional(usize),
    /// At least, and at most.
    Repeat(usize, usize, usize),
}

/// A list of words longer than this is not spelled out.
const MOST_WORDS: usize = 1000;

#[derive(Default)]
struct Pool {
    nodes: Vec<Node>,
    known: HashMap<Node, usize>,
    bodies: HashMap<String, usize>,
}

/// All expressions of a grammar.
pub struct Grammar<'a> {
    rules: HashMap<&'a str, &'a OptimizedRule>,
    pool: RefCell<Pool>,
}

impl<'a> Grammar<'a> {
    pub fn new(rules: &'a [OptimizedRule]) -> Self {
        let rules = rules.iter().map(|rule| (rule.name.as_str(), rule)).collect();
        Self { rules, pool: RefCell::default() }
    }

    /// The expression of a rule.
    pub fn body(&self, rule: &str) -> usize {
        let known = self.pool.borrow().bodies.get(rule).copied();
        known.unwrap_or_else(|| {
            let body = self.node(&self.rules[rule].expr);
            self.pool.borrow_mut().bodies.insert(rule.to_owned(), body);
            body
        })
    }

    /// Whether rules stand in an expression.
    pub fn gives_pairs(&self, at: usize) -> bool {
        match self.get(at) {
            Node::Rule(_) => true,
            Node::Sequence(parts) | Node::Choice(parts) => parts.iter().any(|&part| self.gives_pairs(part)),
            Node::Optional(inner) | Node::Repeat(inner, ..) => self.gives_pairs(inner),
            _ => false,
        }
    }

    pub fn get(&self, at: usize) -> Node {
        self.pool.borrow().nodes[at].clone()
    }

    fn add(&self, node: Node) -> usize {
        let mut pool = self.pool.borrow_mut();
        let next = pool.nodes.len();
        let at = *pool.known.entry(node.clone()).or_insert(next);
        if at == next {
            pool.nodes.push(node);
        }
        at
    }

    fn node(&self, expr: &Expr) -> usize {
        match expr {
            Expr::Str(text) => self.add(Node::Words(vec![text.clone()])),
            Expr::Range(from, to) => {
                let letter = |text: &str| text.chars().next().expect("a letter");
                self.add(Node::Letter(vec![(letter(from), letter(to))]))
            }
            Expr::Ident(name) => match name.as_str() {
                "ANY" => self.add(Node::Any),
                "SOI" => self.add(Node::Start),
                "EOI" => self.add(Node::End),
                "ASCII_DIGIT" => self.add(Node::Letter(vec![('0', '9')])),
                name => match self.rules[name].ty {
                    RuleType::Silent => self.body(name),
                    RuleType::Atomic if self.gives_pairs(self.body(name)) => {
                        panic!("{name}: an atomic rule hides its pairs")
                    }
                    _ => self.add(Node::Rule(name.to_owned())),
                },
            },
            Expr::PosPred(inner) => self.add(Node::And(self.node(inner))),
            Expr::NegPred(inner) => self.add(Node::Not(self.node(inner))),
            Expr::Seq(..) => {
                let mut parts = Vec::new();
                self.sequence(expr, &mut parts);
                self.joined(&self.counted(&parts))
            }
            Expr::Choice(..) => {
                let mut options = Vec::new();
                self.choice(expr, &mut options);
                self.gathered(&options)
            }
            Expr::Opt(inner) => self.optional(self.node(inner)),
            Expr::Rep(inner) => self.add(Node::Repeat(self.node(inner), 0, usize::MAX)),
            Expr::RepOnce(inner) => self.add(Node::Repeat(self.node(inner), 1, usize::MAX)),
            Expr::RestoreOnErr(inner) => self.node(inner),
            other => panic!("no code is known for {other}"),
        }
    }

    fn optional(&self, inner: usize) -> usize {
        match self.get(inner) {
            Node::Words(mut words) if !words.iter().any(String::is_empty) => {
                words.push(String::new());
                self.add(Node::Words(words))
            }
            _ => self.add(Node::Optional(inner)),
        }
    }

    fn sequence(&self, expr: &Expr, parts: &mut Vec<usize>) {
        if let Expr::Seq(left, right) = expr {
            self.sequence(left, parts);
            self.sequence(right, parts);
            return;
        }
        let node = self.node(expr);
        match self.get(node) {
            Node::Sequence(inner) => parts.extend(inner),
            _ => parts.push(node),
        }
    }

    fn choice(&self, expr: &Expr, options: &mut Vec<usize>) {
        if let Expr::Choice(left, right) = expr {
            self.choice(left, options);
            self.choice(right, options);
            return;
        }
        let node = self.node(expr);
        match self.get(node) {
            Node::Choice(inner) => options.extend(inner),
            _ => options.push(node),
        }
    }

    /// `e ~ e? ~ e?`, as pest spells `e{1, 3}`, as the repetition it was.
    fn counted(&self, parts: &[usize]) -> Vec<usize> {
        let mut out = Vec::new();
        let mut at = 0;
        while at < parts.len() {
            let one = match self.get(parts[at]) {
                Node::Optional(inner) => inner,
                Node::Words(mut words) if words.last().is_some_and(String::is_empty) => {
                    words.pop();
                    self.add(Node::Words(words))
                }
                _ => parts[at],
            };
            let least = parts[at..].iter().take_while(|&&part| part == one).count();
            let maybe = self.optional(one);
            let more = parts[at + least..].iter().take_while(|&&part| part == maybe).count();
            if more > 1 {
                out.push(self.add(Node::Repeat(one, least, least + more)));
                at += least + more;
            } else {
                out.push(parts[at]);
                at += 1;
            }
        }
        out
    }

    /// A sequence whose words behind one another are spelled out where that says the same.
    fn joined(&self, parts: &[usize]) -> usize {
        let mut out: Vec<usize> = Vec::new();
        for &part in parts {
            let both = match (out.last().map(|&last| self.get(last)), self.get(part)) {
                (Some(Node::Words(front)), Node::Words(back))
                    if front.len() * back.len() < MOST_WORDS && apart(&front) =>
                {
                    front.iter().flat_map(|a| back.iter().map(move |b| format!("{a}{b}"))).collect()
                }
                _ => Vec::new(),
            };
            if both.is_empty() {
                out.push(part);
            } else {
                out.pop();
                out.push(self.add(Node::Words(both)));
            }
        }
        if let [one] = out[..] { one } else { self.add(Node::Sequence(out)) }
    }

    /// A choice whose neighbouring words are one list, neighbouring letters one set.
    fn gathered(&self, options: &[usize]) -> usize {
        let mut out: Vec<usize> = Vec::new();
        for &option in options {
            let last = out.last().map(|&last| self.get(last));
            let both = match (last, self.get(option)) {
                (Some(Node::Letter(mut a)), Node::Letter(b)) => {
                    a.extend(b);
                    Some(Node::Letter(a))
                }
                (Some(Node::Letter(mut a)), Node::Words(b)) if letters(&b).is_some() => {
                    a.extend(letters(&b).unwrap_or_default());
                    Some(Node::Letter(a))
                }
                (Some(Node::Words(a)), Node::Letter(b)) if letters(&a).is_some() => {
                    let mut a = letters(&a).unwrap_or_default();
                    a.extend(b);
                    Some(Node::Letter(a))
                }
                (Some(Node::Words(mut a)), Node::Words(b)) => {
                    a.extend(b);
                    Some(Node::Words(a))
                }
                _ => None,
            };
            match both {
                Some(both) => {
                    out.pop();
                    out.push(self.add(both));
                }
                None => out.push(option),
            }
        }
        if let [one] = out[..] { one } else { self.add(Node::Choice(out)) }
    }
}

/// Whether no word of a list begins another, so that the first that stands here is the only one.
fn apart(words: &[String]) -> bool {
    words
        .iter()
        .enumerate()
        .all(|(i, a)| words.iter().skip(i + 1).all(|b| !a.starts_with(b) && !b.starts_with(a)))
}

/// Words of one letter each as a set of letters.
fn letters(words: &[String]) -> Option<Vec<(char, char)>> {
    words
        .iter()
        .map(|word| {
            let mut chars = word.chars();
            let letter = chars.next()?;
            chars.next().is_none().then_some((letter, letter))
        })
        .collect()
}
