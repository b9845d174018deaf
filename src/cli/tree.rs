//! Documents as a tree: each under the one it leads to, with its verb, the words that say so and their place.

use std::collections::{BTreeSet, HashMap, HashSet};
use std::fmt::Write as _;

use vanban::model::{DocumentCard, Evidence, Hop};
use vanban::registry::{Context, find_body};

use super::look::{Ink, Look, shorten, wrap};
use super::shelf::Shelf;
use super::words::{self, day};

/// Beyond this depth lines are no longer moved right.
const DEEPEST: usize = 16;

/// A document in the tree, the step that binds it to the one above, and whether it acts on that one.
pub(crate) struct Branch<'a> {
    pub(crate) card: &'a DocumentCard,
    pub(crate) hop: &'a Hop,
    /// The one above: acted on when this one acts, else acting.
    pub(crate) above: DocumentCard,
    pub(crate) acts: bool,
}

/// Draws the documents under `root`; one whose step leads nowhere drawn is left to the end, under the root.
pub(crate) fn draw(root: &str, branches: &[Branch<'_>], shelf: &Shelf, look: Look) -> String {
    let known: HashSet<&str> = branches.iter().map(|b| b.card.id.as_str()).chain([root]).collect();
    let mut under: HashMap<&str, Vec<&Branch<'_>>> = HashMap::new();
    for branch in branches {
        let above = branch.above.id.as_str();
        let above = if known.contains(above) { above } else { root };
        under.entry(above).or_default().push(branch);
    }
    for children in under.values_mut() {
        children.sort_by(|a, b| order(a.card).cmp(&order(b.card)));
    }
    let mut out = String::new();
    let mut drawn = HashSet::from([root]);
    let mut stack: Vec<(&Branch<'_>, String, bool)> = Vec::new();
    push_children(root, "", &under, &mut stack);
    while let Some((branch, indent, last)) = stack.pop() {
        if !drawn.insert(branch.card.id.as_str()) {
            continue;
        }
        let id = branch.card.id.as_str();
        let inner = format!("{indent}{}", if last { "   " } else { "│  " });
        let bar = if under.contains_key(id) { "│ " } else { "  " };
        let _ = writeln!(out, "{indent}{} {}", if last { "└─" } else { "├─" }, title(branch.card, look));
        for line in details(branch, shelf, look, inner.chars().count() + 2) {
            let _ = writeln!(out, "{inner}{bar}{line}");
        }
        let next = if inner.chars().count() > DEEPEST * 3 { indent } else { inner };
        push_children(id, &next, &under, &mut stack);
    }
    out
}

fn push_children<'a, 'b>(
    id: &str,
    indent: &str,
    under: &HashMap<&str, Vec<&'a Branch<'b>>>,
    stack: &mut Vec<(&'a Branch<'b>, String, bool)>,
) {
    let children = under.get(id).map_or(&[][..], Vec::as_slice);
    for (n, child) in children.iter().enumerate().rev() {
        stack.push((child, indent.to_owned(), n + 1 == children.len()));
    }
}

/// The highest body first, then by date and number; what is not known comes last.
fn order(card: &DocumentCard) -> impl Ord + '_ {
    (card.tier.is_none(), card.tier, card.date.is_none(), card.date, &card.code, &card.id)
}

/// What people call it; its id where the card has neither kind nor number.
pub(crate) fn name(card: &DocumentCard, look: Look) -> String {
    words::name(card.kind, card.code.as_deref(), card.status, look.lang).unwrap_or_else(|| card.id.clone())
}

/// One line: name, date, issuer, and whether its text is here.
pub(crate) fn title(card: &DocumentCard, look: Look) -> String {
    let mut line = look.paint(Ink::Strong, &name(card, look));
    let tier = card.tier.map(|t| look.lang.tier(t).to_owned());
    let body = card.issuer.as_deref().or(card.author.as_deref()).map(body_name);
    for part in [card.date.map(day), body].into_iter().flatten() {
        line.push_str(", ");
        line.push_str(&part);
    }
    if let Some(tier) = tier {
        line.push_str(&look.paint(Ink::Faint, &format!(" [{tier}]")));
    }
    if !card.held {
        line.push_str(&look.paint(Ink::Warning, &format!(" ({})", look.lang.not_held())));
    }
    line
}

fn details(branch: &Branch<'_>, shelf: &Shelf, look: Look, indent: usize) -> Vec<String> {
    let width = look.width.saturating_sub(indent).max(30);
    let mut lines = Vec::new();
    if let Some(subject) = &branch.card.subject {
        lines.extend(wrap(&shorten(subject, 2 * width - 4), width));
    }
    let verb = if branch.acts {
        look.lang.verb(branch.hop.relation).to_owned()
    } else {
        let by = branch.above.code.as_deref().unwrap_or(&branch.above.id);
        format!("{} {by}", look.lang.reverse_verb(branch.hop.relation))
    };
    lines.extend(proof(&verb, branch.hop, shelf, look, width));
    lines
}

/// The verb, the words quoted, their place and how many further places say the same.
pub(crate) fn proof(verb: &str, hop: &Hop, shelf: &Shelf, look: Look, width: usize) -> Vec<String> {
    let Some(first) = witness(hop) else { return vec![look.paint(Ink::Verb, verb)] };
    let quoted = format!("{verb}: “{}”", shelf.words(first, 2 * width - verb.len()));
    let mut lines = wrap(&quoted, width);
    if let Some(line) = lines.first_mut()
        && let Some(rest) = line.strip_prefix(verb)
    {
        *line = format!("{}{rest}", look.paint(Ink::Verb, verb));
    }
    let others = places(hop).len().saturating_sub(1);
    let more = match others {
        0 => String::new(),
        n => look.lang.pick(format!(" và {n} chỗ khác"), format!(" and {n} more")),
    };
    lines.push(look.paint(Ink::Faint, &format!("{}{more}", shelf.place(first))));
    lines
}

/// The acting document's own words where it is here, else the first of the others.
fn witness(hop: &Hop) -> Option<&Evidence> {
    hop.evidence.iter().find(|e| e.document == hop.from).or_else(|| hop.evidence.first())
}

fn places(hop: &Hop) -> BTreeSet<(&str, usize)> {
    hop.evidence.iter().map(|e| (e.document.as_str(), e.span.start)).collect()
}

/// Letterheads are in capitals: a body the registry knows is called by its proper name there.
pub(crate) fn body_name(printed: &str) -> String {
    let capitals = printed.chars().all(|c| !c.is_lowercase());
    let known = capitals.then(|| find_body(printed, &Context::default()).found()).flatten();
    known.map_or_else(|| printed.to_owned(), |body| body.name)
}
