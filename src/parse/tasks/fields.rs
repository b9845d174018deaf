//! From what a sentence, row or line gave to a task: actors with their bodies, duty, modality, deliverable, id.

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

use super::Reader;
use crate::model::{Actor, Assignment, Binding, Deadline, Deliverable, Duty, Modality, OrganRef, Task};
use crate::registry::{DutyWord, Lookup, find_body};
use crate::syntax::partners;
use crate::text::{Span, fold};

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

pub(crate) fn build(reader: &Reader<'_>, draft: &Draft, deadlines: &[Deadline]) -> Task {
    let text = reader.source.quote(draft.span);
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
        spans.iter().map(|&span| actor(reader, span, inherited)).collect::<Vec<_>>()
    };
    let lead = actors(&draft.lead, draft.inherited);
    let report_to = actors(&outside(report_to), false);
    let via = actors(&via, false);
    let within = |deadline: &Deadline| {
        draft.span.contains(deadline.span) || draft.time.is_some_and(|time| time.contains(deadline.span))
    };
    let collective = lead.iter().any(|actor| is_collective(&actor.text));
    let section = labels(reader, draft.block);
    let part = reader.outline.parts[draft.part].id.clone();
    Task {
        id: id(&reader.own.document, &part, &section, &text),
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
        binding: lead.first().and_then(|first| binding(reader, first)),
        assignment: if collective { Assignment::Collective } else { Assignment::Named },
        deliverable: deliverable(lower, &report_to),
        deadlines: (0..deadlines.len()).filter(|&i| within(&deadlines[i])).collect(),
        section,
        row: draft.row,
        generic: draft.generic,
        text,
        span: draft.span,
        lead,
        report_to,
        via,
    }
}

fn actor(reader: &Reader<'_>, span: Span, inherited: bool) -> Actor {
    let text = reader.source.quote(span);
    let found = match find_body(&text, &reader.own.context) {
        Lookup::Found(body) => Some(*body),
        _ => None,
    };
    let post = found.as_ref().and_then(|body| body.post.clone()).or_else(|| {
        let lower = text.to_lowercase();
        ["Thủ trưởng", "Người đứng đầu", "Lãnh đạo", "Trưởng", "Giám đốc", "Chủ tịch", "Bộ trưởng", "Bí thư"]
            .iter()
            .find(|post| lower.starts_with(&post.to_lowercase()))
            .map(|post| (*post).to_owned())
    });
    let organ = found.map(|body| OrganRef::Body(format!("vn/{}", body.id))).or_else(|| {
        let own = reader.own.issuer.as_deref()?;
        let lower = text.to_lowercase();
        let units = lower.contains("phòng") || lower.contains("đơn vị") || lower.contains("trực thuộc");
        (is_collective(&text) && units).then(|| OrganRef::Set {
            set: format!("units of {own}"),
            as_of: reader.own.date.map(|date| date.to_string()),
        })
    });
    Actor { text, span, organ, post, person: None, inherited }
}

/// `các phòng, đơn vị`, `Thủ trưởng các sở, ban, ngành`.
fn is_collective(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.split_whitespace().take(5).any(|word| matches!(word, "các" | "mỗi" | "từng" | "những"))
        || lower.starts_with("sở, ban")
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
    let forbids = ["nghiêm cấm", "không được", "tuyệt đối không"].iter().any(|word| lower.contains(word));
    match cue {
        _ if forbids && lower.len() < 300 => Modality::Prohibit,
        Some(DutyWord::Assign) => Modality::Assign,
        Some(DutyWord::Require) => Modality::Require,
        Some(DutyWord::Request) => Modality::Request,
        Some(DutyWord::Urge) => Modality::Urge,
        _ if must => Modality::Require,
        _ if lower.contains("được phép") => Modality::Permit,
        _ => Modality::Assign,
    }
}

/// How the actor stands to the issuer, as far as ids tell; units and sets of them are below it.
fn binding(reader: &Reader<'_>, actor: &Actor) -> Option<Binding> {
    let own = reader.own.issuer.as_deref()?.trim_start_matches("vn/");
    match actor.organ.as_ref()? {
        OrganRef::Set { .. } => Some(Binding::Subordinate),
        OrganRef::Body(_) => {
            let body = find_body(&actor.text, &reader.own.context).found()?;
            let issuer = crate::registry::body(own)?;
            let below = body.parent.as_deref() == Some(own) || body.id == own;
            let peer = body.tier == issuer.tier;
            Some(if below {
                Binding::Subordinate
            } else if peer {
                Binding::Peer
            } else {
                Binding::Outside
            })
        }
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
fn id(document: &str, part: &str, section: &[String], text: &str) -> String {
    let mut id = format!("{document}#{part}/");
    for label in section.iter().filter(|label| label.chars().any(char::is_alphanumeric)) {
        id.push_str(&crate::text::slug(label));
        id.push('/');
    }
    for byte in Sha256::digest(fold(text).as_bytes()).iter().take(4) {
        let _ = write!(id, "{byte:02x}");
    }
    id
}
