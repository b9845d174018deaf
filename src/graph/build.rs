//! What one document brings to the graph: its own node, stubs for what it cites, bodies, tasks, and the edges
//! between them with the sentences that prove them.

use super::document_node::{Copy, Said, Sayer, particulars, source_of};
use super::held::Held;
use super::link::Link;
use super::view::TaskEntry;
use crate::model::{Actor, BodyRef, Document, Evidence, HeldSource, OrganRef, Reference, RelationKind, Span};
use crate::resolve;
use crate::text::sentence_of;

/// Takes in what documents say. A graph in memory makes nodes and edges of it, a store rows.
pub(crate) trait Intake {
    /// A file that holds a document.
    fn copy(&mut self, id: &str, source: HeldSource, copy: Copy);
    /// What a citing document says of a document.
    fn said(&mut self, id: &str, sayer: Sayer, said: Said);
    /// A code or name that a document goes by.
    fn known_as(&mut self, code: &str, id: &str);
    /// A name that a body goes by.
    fn body(&mut self, id: &str, name: &str);
    /// A task, from one of the files that hold its document.
    fn task(&mut self, source: HeldSource, entry: TaskEntry);
    /// What one node does to another, and a place that says so; both ends were told of before.
    fn link(&mut self, from: &str, link: Link, to: &str, evidence: Option<Evidence>);
}

/// Tells all that a document says.
pub(crate) fn contribute(graph: &mut dyn Intake, held: &Held) {
    let document = &held.document;
    let targets: Vec<String> = document.references.iter().map(resolve::node_id).collect();
    own_node(graph, held);
    let source = source_of(document);
    for (at, (reference, id)) in document.references.iter().zip(&targets).enumerate() {
        let sayer = (document.id.clone(), source.clone(), at);
        graph.said(id, sayer, Said::of_reference(reference));
        for name in [&reference.code, &reference.name].into_iter().flatten() {
            graph.known_as(name, id);
        }
        issuer_edge(
            graph,
            id,
            reference.issuer.as_ref().map(|i| BodyRef { name: i.name.clone(), id: i.id.clone() }),
        );
    }
    relations(graph, held, &targets);
    bare_roles(graph, held, &targets);
    tasks(graph, held);
}

/// The document as this file has it.
pub(crate) fn copy_of(held: &Held) -> Copy {
    let document = &held.document;
    let task_of = |deadline: usize| {
        let mut ids: Vec<String> = document
            .tasks
            .iter()
            .filter(|t| t.deadlines.contains(&deadline))
            .map(|t| task_id(document, &t.id))
            .collect();
        ids.sort();
        ids
    };
    let deadlines = document
        .deadlines
        .iter()
        .enumerate()
        .map(|(at, deadline)| (deadline.clone(), task_of(at), evidence(held, deadline.span, None)));
    Copy {
        said: Said::of_itself(document),
        deadlines: deadlines.collect(),
        particulars: particulars(document, &held.text),
    }
}

fn own_node(graph: &mut dyn Intake, held: &Held) {
    let document = &held.document;
    graph.copy(&document.id, source_of(document), copy_of(held));
    if let Some(number) = &document.number {
        graph.known_as(&number.code, &document.id);
    }
    let Some(issuer) = &document.issuer else { return };
    issuer_edge(graph, &document.id, Some(BodyRef { name: issuer.name.clone(), id: issuer.id.clone() }));
    if let (Some(id), Some(parent)) = (&issuer.id, &issuer.parent)
        && let Some(above) = &parent.id
    {
        graph.body(above, &parent.name);
        graph.link(id, Link::Under, above, None);
    }
    for addressee in &document.addressees {
        if let Some(id) = &addressee.organ {
            graph.body(id, &addressee.text);
            graph.link(&document.id, Link::AddressedTo, id, Some(evidence(held, addressee.span, None)));
        }
    }
}

fn issuer_edge(graph: &mut dyn Intake, document: &str, issuer: Option<BodyRef>) {
    if let Some(BodyRef { name, id: Some(id) }) = issuer {
        graph.body(&id, &name);
        graph.link(document, Link::IssuedBy, &id, None);
    }
}

/// The edges the text states, with their cues.
fn relations(graph: &mut dyn Intake, held: &Held, targets: &[String]) {
    let document = &held.document;
    let end = |index: Option<usize>, label: &str| -> Option<String> {
        if label == crate::model::SELF {
            return Some(document.id.clone());
        }
        let index = index.or_else(|| document.references.iter().position(|r| r.label() == label))?;
        targets.get(index).cloned()
    };
    for relation in &document.relations {
        let from = end(relation.from_reference, &relation.from);
        let to = end(relation.to_reference, &relation.to);
        if let (Some(from), Some(to)) = (from, to)
            && from != to
        {
            let mut evidence = evidence(held, relation.span, relation.cue.clone());
            evidence.asserted_by =
                (relation.asserted_by != crate::model::SELF).then(|| relation.asserted_by.clone());
            graph.link(&from, Link::Acts(relation.relation), &to, Some(evidence));
        }
    }
}

/// Roles of references that no relation states: a bare mention is `cites`.
fn bare_roles(graph: &mut dyn Intake, held: &Held, targets: &[String]) {
    let document = &held.document;
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
        if *target != document.id {
            for role in roles {
                graph.link(&document.id, Link::Acts(role), target, Some(mention(held, reference)));
            }
        }
    }
}

/// The first mention of a reference as evidence.
fn mention(held: &Held, reference: &Reference) -> Evidence {
    let citation = reference.mentions.first().and_then(|&at| held.document.citations.get(at));
    let span = citation.map(|c| c.span).unwrap_or_default();
    let mut found = evidence(held, span, citation.and_then(|c| c.cue.as_ref()).map(|c| c.text.clone()));
    if held.text.is_empty() {
        found.text = citation.map(|c| c.text.clone()).unwrap_or_default();
    }
    found
}

fn evidence(held: &Held, span: Span, cue: Option<String>) -> Evidence {
    Evidence {
        document: held.document.id.clone(),
        path: held.document.source.path.clone(),
        span,
        text: sentence_of(&held.text, span),
        cue,
        asserted_by: None,
    }
}

/// The id of a task's node: that of the task, under its document.
fn task_id(document: &Document, id: &str) -> String {
    if id.starts_with(&document.id) { id.to_owned() } else { format!("{}#{id}", document.id) }
}

/// The tasks a document assigns, in the order of its text.
pub(crate) fn task_entries(held: &Held) -> impl Iterator<Item = TaskEntry> {
    let document = &held.document;
    document.tasks.iter().map(move |task| {
        let mut task = task.clone();
        task.id = task_id(document, &task.id);
        let mut proof = evidence(held, task.span, None);
        proof.text.clone_from(&task.text);
        let deadlines = task.deadlines.iter().filter_map(|&at| document.deadlines.get(at).cloned()).collect();
        TaskEntry { document: document.id.clone(), task, deadlines, evidence: proof }
    })
}

fn tasks(graph: &mut dyn Intake, held: &Held) {
    let document = &held.document;
    for entry in task_entries(held) {
        let (task, proof) = (entry.task.clone(), entry.evidence.clone());
        graph.task(source_of(document), entry);
        graph.link(&document.id, Link::Assigns, &task.id, Some(proof));
        let roles = [
            (&task.lead, Link::LedBy),
            (&task.coordinate, Link::CoordinatedBy),
            (&task.report_to, Link::ReportsTo),
            (&task.via, Link::Via),
        ];
        for (actors, link) in roles {
            for actor in actors {
                actor_edge(graph, held, &task.id, link, actor);
            }
        }
    }
}

fn actor_edge(graph: &mut dyn Intake, held: &Held, task: &str, link: Link, actor: &Actor) {
    if let Some(OrganRef::Body(id)) = &actor.organ {
        graph.body(id, &actor.text);
        graph.link(task, link, id, Some(evidence(held, actor.span, None)));
    }
}
