//! From what a sentence, row or line gave to a task: actors with their bodies, duty, modality, deliverable, id.

use std::fmt::Write as _;
use std::rc::Rc;

use sha2::{Digest, Sha256};

use super::Reader;
use super::bodies::Named;
use crate::model::{Actor, Assignment, Deadline, Deliverable, Duty, Modality, Task};
use crate::registry::DutyWord;
use crate::syntax::partners;
use crate::text::Span;

/// What is known of a task before its fields are filled in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Draft {
    pub block: usize,
    pub part: usize,
    pub span: Span,
    pub lead: Vec<Span>,
    /// Given by a row or line; otherwise read from the sentence.
    pub coordinate: Vec<Span>,
    pub by: Vec<Span>,
    pub cue: Option<DutyWord>,
    pub must: bool,
    pub inherited: bool,
    pub time: Option<Span>,
    pub row: Option<usize>,
    pub generic: bool,
}

/// What a draft prints: its text, and the same as it is compared.
pub(crate) struct Printed {
    pub text: String,
    pub key: String,
}

/// `deadlines` in the order of the text.
pub(crate) fn build(reader: &Reader<'_>, draft: &Draft, printed: Printed, deadlines: &[Deadline]) -> Task {
    let lower = reader.lower(draft.span);
    let (report_to, via) = partners::reports(reader.words, draft.span);
    let outside = |spans: Vec<Span>| -> Vec<Span> {
        spans.into_iter().filter(|span| !draft.lead.contains(span)).collect()
    };
    let coordinate = if draft.coordinate.is_empty() && draft.row.is_none() {
        outside(partners::coordinates(reader.words, draft.span))
    } else {
        draft.coordinate.clone()
    };
    let actors = |spans: &[Span], inherited| {
        spans.iter().map(|&span| actor(reader, span, inherited).0).collect::<Vec<_>>()
    };
    let (lead, known): (Vec<Actor>, Vec<Rc<Named>>) =
        draft.lead.iter().map(|&span| actor(reader, span, draft.inherited)).unzip();
    let report_to = actors(&outside(report_to), false);
    let via = actors(&via, false);
    let collective = known.iter().any(|named| named.collective);
    let section = labels(reader, draft.block);
    let part = reader.outline.parts[draft.part].id.clone();
    Task {
        id: id(&reader.own.document, &part, &section, &printed.key),
        part,
        duty: duty(
            lower,
            draft.lead.first().map_or(0, |first| {
                if draft.span.contains(*first) { first.end - draft.span.start } else { 0 }
            }),
        ),
        coordinate: actors(&coordinate, false),
        assigned_by: actors(&draft.by, draft.inherited),
        modality: Some(modality(lower, draft.cue, draft.must)),
        binding: known.first().and_then(|first| first.binding),
        assignment: if collective { Assignment::Collective } else { Assignment::Named },
        deliverable: deliverable(lower, &report_to),
        deadlines: within(deadlines, draft),
        section,
        row: draft.row,
        generic: draft.generic,
        text: printed.text,
        span: draft.span,
        lead,
        report_to,
        via,
    }
}

fn actor(reader: &Reader<'_>, span: Span, inherited: bool) -> (Actor, Rc<Named>) {
    let text = reader.source.quote(span);
    let named = reader.bodies.named(&text);
    let (organ, post) = (named.organ.clone(), named.post.clone());
    (Actor { text, span, organ, post, person: None, inherited }, named)
}

/// The deadlines within the task or its cell of time, by index.
fn within(deadlines: &[Deadline], draft: &Draft) -> Vec<usize> {
    let mut found = Vec::new();
    for whole in std::iter::once(draft.span).chain(draft.time) {
        let first = deadlines.partition_point(|deadline| deadline.span.start < whole.start);
        let opens = deadlines[first..].iter().take_while(|deadline| deadline.span.start < whole.end);
        let inside = opens.enumerate().filter(|(_, deadline)| deadline.span.end <= whole.end);
        found.extend(inside.map(|(i, _)| first + i));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn duty(lower: &str, from: usize) -> Duty {
    let action = lower.get(from..).unwrap_or(lower).trim_start();
    let near = &action[..action.floor_char_boundary(action.len().min(80))];
    let leads = near.contains("chủ trì");
    if !leads && (near.starts_with("phối hợp") || near.starts_with("có trách nhiệm phối hợp")) {
        Duty::Coordinate
    } else if !leads
        && ["theo dõi", "đôn đốc", "kiểm tra", "giám sát"].iter().any(|word| near.starts_with(word))
    {
        Duty::Monitor
    } else {
        Duty::Lead
    }
}

fn modality(lower: &str, cue: Option<DutyWord>, must: bool) -> Modality {
    let forbids = || ["nghiêm cấm", "không được", "tuyệt đối không"].iter().any(|word| lower.contains(word));
    match cue {
        _ if lower.len() < 300 && forbids() => Modality::Prohibit,
        Some(DutyWord::Assign) => Modality::Assign,
        Some(DutyWord::Require) => Modality::Require,
        Some(DutyWord::Request) => Modality::Request,
        Some(DutyWord::Urge) => Modality::Urge,
        _ if must => Modality::Require,
        _ if lower.contains("được phép") => Modality::Permit,
        _ => Modality::Assign,
    }
}

fn deliverable(lower: &str, report_to: &[Actor]) -> Option<Deliverable> {
    const KINDS: [(&str, &str); 8] = [
        ("báo cáo kết quả", "báo cáo"),
        ("gửi báo cáo", "báo cáo"),
        ("báo cáo", "báo cáo"),
        ("xây dựng kế hoạch", "kế hoạch"),
        ("ban hành kế hoạch", "kế hoạch"),
        ("lập danh sách", "danh sách"),
        ("trả lời", "văn bản trả lời"),
        ("xây dựng đề án", "đề án"),
    ];
    let (_, kind) = KINDS.iter().find(|(cue, _)| lower.contains(cue))?;
    let onward = lower.split_once("tổng hợp").is_some_and(|(_, rest)| rest.contains("báo cáo"));
    let mut names = report_to.iter().map(|actor| actor.text.clone());
    let to = names.next();
    Some(Deliverable { kind: (*kind).to_owned(), to, onward_to: onward.then(|| names.next()).flatten() })
}

/// Labels from the outermost section to the item.
fn labels(reader: &Reader<'_>, block: usize) -> Vec<String> {
    let blocks = &reader.outline.blocks;
    let mut path = Vec::new();
    let mut at = Some(block);
    while let Some(i) = at.filter(|_| path.len() <= blocks.len()) {
        path.extend(blocks[i].label.as_ref().map(|label| label.text.clone()));
        at = blocks[i].parent;
    }
    path.reverse();
    path
}

/// `<document>#<part>/<labels>/<8 hex of the folded text>`: stable when the text around changes.
fn id(document: &str, part: &str, section: &[String], key: &str) -> String {
    let mut id = format!("{document}#{part}/");
    for label in section.iter().filter(|label| label.chars().any(char::is_alphanumeric)) {
        id.push_str(&crate::text::slug(label));
        id.push('/');
    }
    let [a, b, c, d, ..] = Sha256::digest(key.as_bytes()).0;
    let _ = write!(id, "{:08x}", u32::from_be_bytes([a, b, c, d]));
    id
}
