//! What one document brings to the graph: its own node, stubs for what it cites, bodies, tasks, and the edges
//! between them with the places that prove them.

#![expect(
    clippy::ptr_arg,
    reason = "whoever is told an id may keep it, and one that is printed is kept without a copy"
)]

use std::borrow::Cow;

use super::evidence::{Place, Proof, task_id};
use super::held::HeldRef;
use super::link::Link;
use crate::model::{Actor, OrganRef, Reference, RelationKind};
use crate::resolve;

/// Takes in what documents say, borrowed from them. A graph in memory keeps where it is said, a store makes rows of it,
/// and what is written out makes records.
pub(crate) trait Intake<'a> {
    /// A document, in a file that holds it; what is told next is what it says.
    fn held(&mut self, held: HeldRef<'a>);
    /// What one of its references says of a document.
    fn said(&mut self, id: &Cow<'a, str>, at: usize, reference: &'a Reference);
    /// A code or name that a document goes by.
    fn known_as(&mut self, code: &'a str, id: &str);
    /// A name that a body goes by.
    fn body(&mut self, id: &'a str, name: &'a str);
    /// One of its tasks, and the id of the node.
    fn task(&mut self, id: &Cow<'a, str>, at: usize);
    /// What one node does to another, and a place that says so; both ends were told of before.
    fn link(&mut self, from: &Cow<'a, str>, link: Link, to: &Cow<'a, str>, proof: Option<Proof<'a>>);
}

/// Tells all that a document says.
pub(crate) fn contribute<'a>(graph: &mut dyn Intake<'a>, held: HeldRef<'a>) {
    let document = held.document;
    let own = Cow::Borrowed(document.id.as_str());
    let targets: Vec<Cow<'a, str>> = document.references.iter().map(cited).collect();
    own_node(graph, held, &own);
    for (at, (reference, id)) in document.references.iter().zip(&targets).enumerate() {
        graph.said(id, at, reference);
        for name in [&reference.code, &reference.name].into_iter().flatten() {
            graph.known_as(name, id);
        }
        if let Some(issuer) = &reference.issuer {
            issuer_edge(graph, id, issuer.id.as_deref(), &issuer.name);
        }
    }
    relations(graph, held, &own, &targets);
    bare_roles(graph, held, &own, &targets);
    tasks(graph, held, &own);
}

/// The id of the node of what is cited.
pub(super) fn cited(reference: &Reference) -> Cow<'_, str> {
    match &reference.target {
        Some(id) => Cow::Borrowed(id),
        None => Cow::Owned(resolve::node_id(reference)),
    }
}

fn own_node<'a>(graph: &mut dyn Intake<'a>, held: HeldRef<'a>, own: &Cow<'a, str>) {
    let document = held.document;
    graph.held(held);
    if let Some(number) = &document.number {
        graph.known_as(&number.code, own);
    }
    let Some(issuer) = &document.issuer else { return };
    issuer_edge(graph, own, issuer.id.as_deref(), &issuer.name);
    if let (Some(id), Some(parent)) = (&issuer.id, &issuer.parent)
        && let Some(above) = &parent.id
    {
        graph.body(above, &parent.name);
        graph.link(&id.into(), Link::Under, &above.into(), None);
    }
    for addressee in &document.addressees {
        if let Some(id) = &addressee.organ {
            graph.body(id, &addressee.text);
            let proof = Proof { held, place: Place::At(addressee.span) };
            graph.link(own, Link::AddressedTo, &id.into(), Some(proof));
        }
    }
}

fn issuer_edge<'a>(
    graph: &mut dyn Intake<'a>,
    document: &Cow<'a, str>,
    issuer: Option<&'a str>,
    name: &'a str,
) {
    if let Some(id) = issuer {
        graph.body(id, name);
        graph.link(document, Link::IssuedBy, &id.into(), None);
    }
}

/// The edges the text states, with their cues.
fn relations<'a>(
    graph: &mut dyn Intake<'a>,
    held: HeldRef<'a>,
    own: &Cow<'a, str>,
    targets: &[Cow<'a, str>],
) {
    let document = held.document;
    let end = |index: Option<usize>, label: &str| {
        if label == crate::model::SELF {
            return Some(own);
        }
        let index = index.or_else(|| document.references.iter().position(|r| r.label() == label))?;
        targets.get(index)
    };
    for (at, relation) in document.relations.iter().enumerate() {
        let from = end(relation.from_reference, &relation.from);
        let to = end(relation.to_reference, &relation.to);
        if let (Some(from), Some(to)) = (from, to)
            && from != to
        {
            let proof = Proof { held, place: Place::Relation(at) };
            graph.link(from, Link::Acts(relation.relation), to, Some(proof));
        }
    }
}

/// Roles of references that no relation states: a bare mention is `cites`.
fn bare_roles<'a>(
    graph: &mut dyn Intake<'a>,
    held: HeldRef<'a>,
    own: &Cow<'a, str>,
    targets: &[Cow<'a, str>],
) {
    let document = held.document;
    for (at, (reference, target)) in document.references.iter().zip(targets).enumerate() {
        let stated = |role: Option<RelationKind>| {
            document.relations.iter().any(|r| {
                r.from == crate::model::SELF
                    && r.to_reference == Some(at)
                    && role.is_none_or(|k| k == r.relation)
            })
        };
        let mut roles: Vec<RelationKind> =
            reference.roles.iter().copied().filter(|r| !stated(Some(*r))).collect();
        if reference.roles.is_empty() && !stated(None) {
            roles.push(reference.role.unwrap_or(RelationKind::Cites));
        }
        if target != own {
            for role in roles {
                let proof = Proof { held, place: Place::Reference(at) };
                graph.link(own, Link::Acts(role), target, Some(proof));
            }
        }
    }
}

fn tasks<'a>(graph: &mut dyn Intake<'a>, held: HeldRef<'a>, own: &Cow<'a, str>) {
    let document = held.document;
    for (at, task) in document.tasks.iter().enumerate() {
        let id = task_id(document, &task.id);
        graph.task(&id, at);
        graph.link(own, Link::Assigns, &id, Some(Proof { held, place: Place::Task(at) }));
        let roles = [
            (&task.lead, Link::LedBy),
            (&task.coordinate, Link::CoordinatedBy),
            (&task.report_to, Link::ReportsTo),
            (&task.via, Link::Via),
        ];
        for (actors, link) in roles {
            for actor in actors {
                actor_edge(graph, held, &id, link, actor);
            }
        }
    }
}

fn actor_edge<'a>(
    graph: &mut dyn Intake<'a>,
    held: HeldRef<'a>,
    task: &Cow<'a, str>,
    link: Link,
    actor: &'a Actor,
) {
    if let Some(OrganRef::Body(id)) = &actor.organ {
        graph.body(id, &actor.text);
        graph.link(task, link, &id.into(), Some(Proof { held, place: Place::At(actor.span) }));
    }
}
