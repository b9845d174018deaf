//! An answer for people: what was understood, then the documents as trees, the tasks and time limits as tables.

use std::collections::{BTreeSet, HashSet};
use std::fmt::Write as _;

use vanban::model::{Answer, AnswerItem, AnswerStatus, DocumentCard, Hop, Intent, RelationKind};
use vanban::registry::body;

use super::agenda;
use super::corpus::Corpus;
use super::look::{Ink, Look, columns, shorten, wrap};
use super::origins::origins;
use super::rows;
use super::standing::by_standing;
use super::tree::{Branch, draw, name, proof, title};
use super::words::capital;

/// Questions shown as the nearest to one that is not understood.
const NEAREST: usize = 5;

/// The answer as text for a window.
pub(crate) fn render(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let text = match answer.status {
        AnswerStatus::Found => found(answer, corpus, look),
        _ => nothing(answer, corpus, look),
    };
    text.trim_start_matches('\n').to_owned()
}

fn target(answer: &Answer, corpus: &Corpus) -> Option<DocumentCard> {
    corpus.view().card(answer.interpretation.target.as_deref()?)
}

fn found(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let mut out = String::new();
    let intent = answer.interpretation.intent;
    if let Some(card) = target(answer, corpus).filter(|_| intent != Intent::Tasks) {
        out.push_str(&title(&card, look));
        out.push('\n');
        for line in card.subject.iter().flat_map(|s| wrap(s, look.width - 2)) {
            let _ = writeln!(out, "  {line}");
        }
    }
    out.push_str(&before(answer, look));
    if let Some(other) = answer.interpretation.filters.other.as_deref().and_then(|id| corpus.view().card(id))
    {
        let _ = writeln!(out, "{}", title(&other, look));
    }
    match intent {
        Intent::Show => out.push_str(&steps(answer, corpus, look)),
        Intent::NotHeld => out.push_str(&missing(answer, corpus, look)),
        _ => out.push_str(&trees(answer, corpus, look)),
    }
    if intent == Intent::TaskSource {
        out.push_str(&origins(&answer.answers, &corpus.shelf, look));
    } else {
        let grouped = by_standing(&answer.answers, &corpus.shelf, look).filter(|_| intent == Intent::Tasks);
        out.push_str(&grouped.unwrap_or_else(|| agenda::tasks(&answer.answers, &corpus.shelf, look)));
    }
    // Beside the tasks of a document, only the limits that belong to none of them are news.
    let bound = |item: &&AnswerItem| {
        intent == Intent::Show && matches!(item, AnswerItem::Deadline { task: Some(_), .. })
    };
    let limits: Vec<&AnswerItem> = answer.answers.iter().filter(|item| !bound(item)).collect();
    out.push_str(&agenda::deadlines(&limits, &corpus.shelf, look));
    out.push_str(&rows::table_of(&answer.answers, corpus, look));
    out.push_str(&rest(answer, corpus, look));
    if let Some(caveat) = caveat(intent, look) {
        let _ = writeln!(out, "{}", look.paint(Ink::Faint, caveat));
    }
    out
}

/// Whose documents and tasks are here because the body asked about took over their work.
fn before(answer: &Answer, look: Look) -> String {
    let name = |id: &String| body(id.trim_start_matches("vn/")).map_or_else(|| id.clone(), |body| body.name);
    let names: Vec<String> = answer.interpretation.filters.predecessors.iter().map(name).collect();
    if names.is_empty() {
        return String::new();
    }
    let label = look.lang.pick("Kể cả của cơ quan tiền thân", "With those of its predecessors");
    format!("{label}: {}\n", names.join("; "))
}

/// What an answer from what is here cannot say.
fn caveat(intent: Intent, look: Look) -> Option<&'static str> {
    match intent {
        Intent::Superseded => Some(look.lang.pick(
            "Chỉ gồm những thay đổi mà các văn bản đã đọc nêu ra.",
            "Only changes that the documents read here tell of.",
        )),
        _ => None,
    }
}

/// Documents by the last step of their way: those that act on the target, and those it acts on.
fn trees(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let (mut up, mut down, mut alone) = (Vec::new(), Vec::new(), Vec::new());
    for item in &answer.answers {
        let AnswerItem::Document { document: card, path, .. } = item else { continue };
        match (path.first(), path.last()) {
            (Some(hop), _) if hop.from == card.id => down.push(branch(card, hop, true, corpus)),
            (_, Some(hop)) => up.push(branch(card, hop, false, corpus)),
            _ if Some(&card.id) != answer.interpretation.target.as_ref() => alone.push(card),
            _ => {}
        }
    }
    let mut out = String::new();
    let root = answer.interpretation.target.as_deref().unwrap_or_default();
    let (upward, downward) = headings(answer.interpretation.intent, look);
    for (branches, heading) in [(up, upward), (down, downward)] {
        if !branches.is_empty() {
            let count = look.lang.count(branches.len(), "văn bản", "document");
            let _ = writeln!(out, "\n{}", look.paint(Ink::Strong, &format!("{heading}: {count}")));
            out.push_str(&draw(root, &branches, &corpus.shelf, look));
        }
    }
    if !alone.is_empty() {
        let _ = writeln!(out, "{}", look.lang.count(alone.len(), "văn bản", "document"));
    }
    for card in alone {
        let _ = writeln!(out, "- {}", title(card, look));
        if let Some(subject) = &card.subject {
            let _ = writeln!(out, "  {}", shorten(subject, look.width - 2));
        }
    }
    out
}

fn branch<'a>(card: &'a DocumentCard, hop: &'a Hop, acts: bool, corpus: &Corpus) -> Branch<'a> {
    let above = corpus.view().card(if acts { &hop.to } else { &hop.from }).unwrap_or_default();
    Branch { card, hop, above, acts }
}

fn headings(intent: Intent, look: Look) -> (&'static str, &'static str) {
    match intent {
        Intent::Cites | Intent::CitedBy => {
            look.lang.pick(("Viện dẫn", "Được viện dẫn bởi"), ("Cites", "Cited by"))
        }
        Intent::Chain => {
            look.lang.pick(("Lên tới gốc", "Xuống tới ngọn"), ("Up to the roots", "Down to the leaves"))
        }
        _ => look.lang.pick(("Thực hiện", "Được thực hiện bởi"), ("Implements", "Implemented by")),
    }
}

/// Everything known of one document, step by step in both directions.
fn steps(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let root = answer.interpretation.target.as_deref().unwrap_or_default();
    let mut out = String::new();
    let mut heading = "";
    let stronger: HashSet<&str> = others(answer)
        .filter(|(_, hop)| hop.relation != RelationKind::Cites)
        .map(|(document, _)| document.id.as_str())
        .collect();
    for (document, hop) in others(answer) {
        if hop.relation == RelationKind::Cites && stronger.contains(document.id.as_str()) {
            continue;
        }
        let verb = step_verb(hop, root, look);
        if verb != heading {
            heading = verb;
            let _ = writeln!(out, "\n{}", look.paint(Ink::Strong, &capital(verb)));
        }
        let _ = writeln!(out, "- {}", title(document, look));
        for line in proof("", hop, &corpus.shelf, look, look.width - 4) {
            let _ = writeln!(out, "    {}", line.trim_start_matches(": "));
        }
    }
    out
}

/// The other documents with the step that binds them.
fn others(answer: &Answer) -> impl Iterator<Item = (&DocumentCard, &Hop)> {
    answer.answers.iter().filter_map(|item| match item {
        AnswerItem::Document { document, path, .. } => Some((document, path.first()?)),
        _ => None,
    })
}

/// Documents that are cited and not here, with those that cite them.
fn missing(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let count = answer.answers.len();
    let head = look.lang.pick(
        format!("{count} văn bản được viện dẫn mà chưa có trong kho"),
        format!("{} cited and not held", look.lang.count(count, "", "document")),
    );
    let mut out = format!("{}\n", look.paint(Ink::Strong, &head));
    for item in &answer.answers {
        let AnswerItem::Document { document, path, .. } = item else { continue };
        let by: BTreeSet<String> = path
            .iter()
            .flat_map(|hop| &hop.evidence)
            .filter_map(|evidence| corpus.view().card(&evidence.document))
            .map(|card| card.code.unwrap_or(card.id))
            .collect();
        let count = look.lang.count(by.len(), "văn bản", "document");
        let by = by.into_iter().collect::<Vec<_>>().join(", ");
        let verb = format!("{} {count}", look.lang.reverse_verb(RelationKind::Cites));
        let _ = writeln!(out, "- {}", title(&DocumentCard { held: true, ..document.clone() }, look));
        let _ = writeln!(out, "    {}", shorten(&format!("{verb}: {by}"), look.width - 4));
    }
    out
}

fn step_verb(hop: &Hop, root: &str, look: Look) -> &'static str {
    if hop.from == root { look.lang.verb(hop.relation) } else { look.lang.reverse_verb(hop.relation) }
}

fn rest(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let mut out = String::new();
    let wide =
        answer.answers.iter().filter_map(count_name).map(|n| columns(thing(n, look))).max().unwrap_or(0);
    for item in &answer.answers {
        match item {
            AnswerItem::Count { name, count } => {
                let _ = writeln!(out, "{:wide$}  {count:>6}", thing(name, look));
            }
            AnswerItem::Passage { document, chain, evidence } => {
                let _ = writeln!(out, "\n{}", title(document, look));
                if !chain.is_empty() {
                    let above: Vec<String> = chain
                        .iter()
                        .filter_map(|id| corpus.view().card(id))
                        .map(|c| name(&c, look))
                        .collect();
                    let verb = look.lang.verb(RelationKind::Implements);
                    let _ = writeln!(
                        out,
                        "  {} {}",
                        look.paint(Ink::Verb, verb),
                        shorten(&above.join(", "), look.width - 14)
                    );
                }
                for evidence in evidence {
                    let place = look.paint(Ink::Faint, &corpus.shelf.place(evidence));
                    let _ = writeln!(out, "{}\n  {place}", wrap(&evidence.text, look.width).join("\n"));
                }
            }
            _ => {}
        }
    }
    out
}

fn count_name(item: &AnswerItem) -> Option<&str> {
    match item {
        AnswerItem::Count { name, .. } => Some(name),
        _ => None,
    }
}

/// What is counted, in the language asked for.
fn thing(name: &str, look: Look) -> &str {
    let vi = match name {
        "documents" => "văn bản",
        "documents cited and not held" => "văn bản được viện dẫn mà chưa có trong kho",
        "relations" => "quan hệ giữa các văn bản",
        "tasks" => "nhiệm vụ",
        "deadlines" => "thời hạn",
        "mentions" => "lượt viện dẫn",
        "resolved to documents held" => "đã rõ văn bản, có trong kho",
        "resolved to stubs" => "đã rõ văn bản, chưa có trong kho",
        "ambiguous" => "có thể là nhiều văn bản",
        "abstained" => "chưa đủ dữ kiện để xác định",
        "passages" => "đoạn",
        "answers" => "câu trả lời",
        _ => name,
    };
    look.lang.pick(vi, name)
}

/// Why there is no answer, and what to ask instead.
fn nothing(answer: &Answer, corpus: &Corpus, look: Look) -> String {
    let asked = match target(answer, corpus) {
        Some(card) => name(&card, look),
        None => answer.interpretation.target.clone().or_else(|| answer.question.clone()).unwrap_or_default(),
    };
    let say = |vi: &str, en: &str| look.lang.pick(vi, en).replace("{}", &look.paint(Ink::Strong, &asked));
    let mut out = match (answer.status, asked.is_empty()) {
        (AnswerStatus::Ambiguous, _) => {
            say("{} có thể là một trong các văn bản sau:", "{} may be one of these:")
        }
        (AnswerStatus::NotFound, _) => say(
            "Không thấy văn bản nào mang tên {} trong các tài liệu đã đọc.",
            "No document named {} in what was read.",
        ),
        (AnswerStatus::NotUnderstood, _) => {
            say("Không hiểu câu hỏi “{}”.", "The question “{}” was not understood.")
        }
        _ if unread(answer, corpus) => {
            say("{}: chưa có trong kho, nên không trả lời được.", "{} is not held, so this cannot be told.")
        }
        (_, true) => say("Không có gì khớp với câu hỏi.", "Nothing matches."),
        (_, false) => say("{}: không có gì để trả lời.", "{}: there is nothing to tell."),
    };
    out.push('\n');
    for card in &answer.candidates {
        let _ = writeln!(out, "- {}\n  {}", title(card, look), look.paint(Ink::Faint, &card.id));
    }
    if !answer.suggestions.is_empty() {
        let _ = writeln!(out, "{}", look.lang.pick("Có thể hỏi:", "Try:"));
    }
    for (n, suggestion) in answer.suggestions.iter().enumerate() {
        if n == NEAREST && answer.status == AnswerStatus::NotUnderstood {
            let _ = writeln!(out, "{}", look.lang.pick("Cũng hiểu được:", "Also understood:"));
        }
        let _ = writeln!(out, "- {suggestion}");
    }
    out
}

/// Whether the question is about the text of a document that is only cited.
fn unread(answer: &Answer, corpus: &Corpus) -> bool {
    let of_text = matches!(
        answer.interpretation.intent,
        Intent::NotFollowedUp
            | Intent::Recipients
            | Intent::Signers
            | Intent::FaultyCitations
            | Intent::Superseded
            | Intent::Tasks
    );
    of_text && target(answer, corpus).is_some_and(|card| !card.held)
}
