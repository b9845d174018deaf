//! Relations: every statement between two documents once, with the words that prove it; and what the names of laws
//! say (`Luật sửa đổi, bổ sung một số điều của Luật Giáo dục`).

use std::collections::HashMap;

use super::flow::{End, Statement};
use super::points::Point;
use crate::model::{Attachment, Citation, CoreferenceTarget, Reference, Relation, RelationKind};
use crate::text::{Source, Span, fold};

/// What the text says this document does, and what others do to one another, in reading order.
pub(super) fn relations(
    source: &Source,
    statements: &[Statement],
    points: &[Point],
    citations: &[Citation],
    references: &[Reference],
) -> Vec<Relation> {
    let mut found = Found { references, relations: Vec::new(), known: HashMap::new() };
    let mut told = vec![false; references.len()];
    for statement in statements {
        let (from, to) = (reference_of(statement.from, points), reference_of(statement.to, points));
        // A bare mention is a relation only where nothing more is said of the document.
        let outdone =
            from.is_none() && to.is_some_and(|to| !references[to].roles.contains(&statement.relation));
        if from != to && !outdone {
            let cue = statement.cue.map(|cue| source.quote(cue));
            found.add((from, statement.relation, to), cue, statement.span, statement.attachment);
            if let (None, Some(to)) = (from, to) {
                told[to] = true;
            }
        }
    }
    for (at, name) in references.iter().enumerate().filter_map(|(at, r)| Some((at, r.name.as_deref()?))) {
        let name = fold(name);
        let Some((acting, objects)) = amended_in(&name) else { continue };
        let Some(span) = first_mention(at, citations, references) else { continue };
        let amended = references.iter().enumerate().filter(|(_, other)| {
            let other = other.name.as_deref().map(fold);
            other.is_some_and(|other| other != name && lists(objects, without_year(&other)))
        });
        for (to, _) in amended {
            let ends = (Some(at), RelationKind::Amends, Some(to));
            found.add(ends, Some(acting.to_owned()), span, Attachment::Certain);
        }
    }
    for (at, reference) in references.iter().enumerate() {
        if let (Some(role), Some(span), false) =
            (reference.role, first_mention(at, citations, references), told[at])
        {
            found.add((None, role, Some(at)), None, span, Attachment::Certain);
        }
    }
    found.relations.sort_by_key(|relation| (relation.span.start, relation.span.end));
    found.relations
}

/// Actor (None for this document), what it does, acted on.
type Ends = (Option<usize>, RelationKind, Option<usize>);

struct Found<'a> {
    references: &'a [Reference],
    relations: Vec<Relation>,
    /// Where each stands among them.
    known: HashMap<Ends, usize>,
}

impl Found<'_> {
    fn add(&mut self, ends: Ends, cue: Option<String>, span: Span, attachment: Attachment) {
        let label = |end: Option<usize>| end.map_or("self", |at| self.references[at].label()).to_owned();
        let (from, relation, to) = ends;
        if let Some(&known) = self.known.get(&ends) {
            // The first proof stays, unless a later one has words or leaves no doubt.
            let known = &mut self.relations[known];
            if (known.cue.is_none(), known.attachment == Attachment::Ambiguous)
                > (cue.is_none(), attachment == Attachment::Ambiguous)
            {
                (known.cue, known.span, known.attachment) = (cue, span, attachment);
            }
            return;
        }
        self.known.insert(ends, self.relations.len());
        self.relations.push(Relation {
            from: label(from),
            relation,
            to: label(to),
            from_reference: from,
            to_reference: to,
            cue,
            span,
            asserted_by: "self".to_owned(),
            attachment,
        });
    }
}

/// The reference at an end; None for this document.
fn reference_of(end: End, points: &[Point]) -> Option<usize> {
    let End::Point(at) = end else { return None };
    match points[at].target {
        CoreferenceTarget::Own(_) => None,
        CoreferenceTarget::Reference(reference) => Some(reference),
    }
}

fn first_mention(at: usize, citations: &[Citation], references: &[Reference]) -> Option<Span> {
    references[at].mentions.first().and_then(|&mention| citations.get(mention)).map(|citation| citation.span)
}

/// The words and the amended law in the name of an amending one, folded.
pub(super) fn amended_in(name: &str) -> Option<(&str, &str)> {
    let at = name.find("sửa đổi")?;
    let object = ["bộ luật ", "luật ", "luật:", "pháp lệnh "]
        .iter()
        .filter_map(|kind| name[at..].find(kind).map(|found| at + found))
        .min()?;
    Some((name[at..object].trim_end_matches("của ").trim(), &name[object..]))
}

/// Whether a law is one of those that the name of an amending one lists.
fn lists(objects: &str, law: &str) -> bool {
    let stands = |name: &str| {
        without_year(objects).match_indices(name).any(|(at, _)| {
            let rest = &objects[at + name.len()..];
            let begins = at == 0 || objects[..at].ends_with([' ', ',']);
            begins
                && (rest.is_empty()
                    || rest.starts_with([',', ';'])
                    || [" và ", " năm "].iter().any(|w| rest.starts_with(w)))
        })
    };
    // `các luật: chứng khoán, kế toán`
    let bare = law.strip_prefix("luật ").filter(|_| objects.starts_with("luật:"));
    stands(law) || bare.is_some_and(stands)
}

/// A folded name without the year at its end.
fn without_year(name: &str) -> &str {
    name.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end().trim_end_matches(" năm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_of_an_amending_law_says_which_it_amends() {
        let name = "luật sửa đổi, bổ sung một số điều của luật giáo dục năm 2025";
        assert_eq!(amended_in(name), Some(("sửa đổi, bổ sung một số điều", "luật giáo dục năm 2025")));
        assert_eq!(without_year("luật giáo dục năm 2025"), "luật giáo dục");
        assert_eq!(amended_in("luật giáo dục"), None);
        let objects = "luật giá, luật đầu tư công và luật thuế";
        assert!(
            lists(objects, "luật giá") && lists(objects, "luật thuế") && lists(objects, "luật đầu tư công")
        );
        assert!(!lists(objects, "luật đầu tư"));
    }
}
