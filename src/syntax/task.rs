//! Giao việc: who is told to act in a sentence, a heading or a line of labels, and the forms around the action.

use std::sync::LazyLock;

use aho_corasick::{AhoCorasick, MatchKind};

use super::actor::{Actors, actors_at};
use super::name_end;
use super::words::{ACTS, Words, dense};
use crate::registry::{DutyKinds, DutyWord, DutyWords, duty_words, first_words, has_duty_word};
use crate::text::Span;

pub(super) mod grammar {
    //! The grammar, by pest and as functions.
    #![allow(missing_docs, clippy::pedantic)]

    /// Giao việc.
    #[cfg_attr(not(test), allow(dead_code))]
    #[derive(pest_derive::Parser)]
    #[grammar = "../grammar/task.pest"]
    pub struct TaskParser;

    /// The same rules as functions; see `build/`.
    #[allow(clippy::all, unused_variables, unused_comparisons, dead_code)]
    pub(in crate::syntax) mod fast {
        use super::Rule;
        use crate::syntax::pairs::Run;

        include!(concat!(env!("OUT_DIR"), "/task.rs"));
    }
}

/// Sự phân công: who is told to act.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// The word that gives it: [`DutyWord::Assign`], [`DutyWord::Require`], [`DutyWord::Request`],
    /// [`DutyWord::Urge`]; None when the actor is the subject.
    pub cue: Option<DutyWord>,
    /// Who gives it, where named.
    pub by: Vec<Span>,
    /// Who must act; empty when only the cue is there (`Thủ tướng Chính phủ yêu cầu:`).
    pub actors: Vec<Span>,
    /// Where the action begins.
    pub action: usize,
    /// Whether the subject `có trách nhiệm`, `phải`, `sẽ`.
    pub must: bool,
    /// Whether it opens the sentence.
    pub opens: bool,
}

const CUE_KINDS: [DutyWord; 4] = [DutyWord::Assign, DutyWord::Require, DutyWord::Request, DutyWord::Urge];

/// What gives a task.
const CUES: DutyKinds = DutyKinds::of(&CUE_KINDS);

/// The word that gives a task, if `here` is one: the longest, of equal ones the last; and its length.
fn cue(here: DutyWords<'_>) -> Option<(DutyWord, usize)> {
    let len = here.length(CUES)?;
    let kind = CUE_KINDS.into_iter().rfind(|&kind| here.length(kind) == Some(len))?;
    Some((kind, len))
}

/// The first kind of word that gives a task at the head of `lower`.
pub(super) fn heading_cue(lower: &str) -> Option<DutyWord> {
    let here = duty_words(lower);
    CUE_KINDS.into_iter().find(|&kind| here.has(kind))
}

/// Words before `đề nghị`, `yêu cầu`, `giao` that make them a noun or somebody else's act.
const NOT_A_CUE: [&str; 45] = [
    "chuyển",
    "bàn",
    "tiếp",
    "phân",
    "quy",
    "theo",
    "hồ sơ",
    "văn bản",
    "công văn",
    "đơn",
    "có",
    "được",
    "của",
    "nội dung",
    "ý kiến",
    "việc",
    "phiếu",
    "tờ trình",
    "giấy",
    "người",
    "danh sách",
    "các",
    "đã",
    "bị",
    "nhận",
    "thư",
    "khi",
    "đáp ứng",
    "với",
    "mục đích",
    "những",
    "một số",
    "theo dõi",
    "tham mưu",
    "trình",
    "tổng hợp",
    "thực hiện",
    "do",
    "quyết định",
    "báo cáo",
    "số",
    "không",
    "trường hợp",
    "cơ quan",
    "là",
];

/// Openings of a sentence that stand before its subject: `Trên cơ sở ..., các sở ...`.
const BEFORE_SUBJECT: [&str; 39] = [
    "trên cơ sở",
    "căn cứ",
    "trong",
    "sau khi",
    "để",
    "nhằm",
    "khi",
    "đồng thời",
    "do vậy",
    "do đó",
    "vì vậy",
    "ngoài ra",
    "theo",
    "tiếp theo",
    "thực hiện",
    "về",
    "đối với",
    "riêng",
    "đặc biệt",
    "bên cạnh",
    "định kỳ",
    "hằng",
    "hàng",
    "chậm nhất",
    "trước",
    "hết thời hạn",
    "đến",
    "cuối",
    "ngay",
    "từ",
    "với",
    "qua",
    "nếu",
    "thời gian",
    "tại",
    "trường hợp",
    "nội dung",
    "điều chỉnh",
    "việc",
];

/// Who the sentence `span` tells to act.
pub fn assignment(words: Words<'_>, span: Span) -> Option<Assignment> {
    if let Some(found) = opening(words, span) {
        return Some(found);
    }
    let read = |subject: bool| {
        let mut starts = clause_starts(words, span);
        let (at, found) = starts.find_map(|at| Some((at, clause(words, at, span.end, subject)?)))?;
        Some(behind_genitive(words, span.start, at, found))
    };
    if holds_cue(&words.lower[span.range()])
        && let Some(found) = read(false).or_else(|| loose_cue(words, span))
    {
        return Some(found);
    }
    if let Some(at) = title_end(words, span).filter(|&at| at < span.end) {
        if let Some(found) = concerned(words, span, at) {
            return Some(found);
        }
        let headed = clause(words, at, span.end, true);
        if headed.is_some() || words.acts(at) {
            return headed;
        }
    }
    let prefixed = BEFORE_SUBJECT.iter().any(|word| words.lower[span.start..].starts_with(word));
    prefixed.then(|| read(true)).flatten()
}

/// `trên cơ sở đề xuất của Sở A, Cục B, Sở C chủ trì ...`: of a list that began as somebody's, the last acts.
fn behind_genitive(words: Words<'_>, from: usize, at: usize, mut found: Assignment) -> Assignment {
    let before = &words.lower[from..at];
    let Some(of) = before.rfind(" của ").map(|i| from + i + " của ".len()) else { return found };
    let listed = found.by.is_empty() && found.actors.len() > 1;
    if listed && actors_at(words, of, found.action).is_some_and(|list| list.end > at) {
        found.actors.drain(..found.actors.len() - 1);
    }
    found
}

/// Who the first words of `span` tell to act.
pub fn opening(words: Words<'_>, span: Span) -> Option<Assignment> {
    clause(words, span.start, span.end, true).map(|found| Assignment { opens: true, ..found })
}

/// Behind the title of an item, `Báo cáo quý: các cơ quan gửi ...`.
fn title_end(words: Words<'_>, span: Span) -> Option<usize> {
    let text = &words.lower[span.range()];
    let colon = text.find(':').filter(|&i| text[..i].chars().count() <= LONGEST_TITLE)?;
    let told = duty_words(text).has(DutyKinds::of(&[DutyWord::Statement, DutyWord::Aim]))
        || ["hỏi", "đáp", "trả lời"].iter().any(|title| text[..colon].trim() == *title);
    (!told).then(|| skip(words, span.start + colon + 1, span.end))
}

/// `Đối với xã chưa có kế hoạch: khẩn trương ban hành`: the title names who must act.
fn concerned(words: Words<'_>, span: Span, action: usize) -> Option<Assignment> {
    let rest = words.lower[span.start..action].strip_prefix("đối với")?;
    let from = skip(words, action - rest.len(), action);
    let named = Span::new(from, action).trimmed(words.text, &[':']);
    let actors = actors_at(words, from, named.end).filter(|_| words.acts(action))?;
    let actors = if actors.items.len() > 1 { actors.items } else { vec![named] };
    Some(Assignment { cue: None, by: Vec::new(), actors, action, must: true, opens: true })
}

/// Letters of the longest title of an item.
const LONGEST_TITLE: usize = 60;

/// Places behind a comma, colon or semicolon.
fn clause_starts(words: Words<'_>, span: Span) -> impl Iterator<Item = usize> {
    let marks = memchr::memchr3_iter(b',', b':', b';', &words.lower.as_bytes()[span.range()]);
    let starts = marks.map(move |i| (skip(words, span.start + i + 1, span.end), span.start + i));
    starts.filter(move |&(at, mark)| at < span.end && !within_set(words, at, mark)).map(|(at, _)| at)
}

/// First words of what gives a task.
static CUE_SCAN: LazyLock<Option<AhoCorasick>> =
    LazyLock::new(|| dense(MatchKind::LeftmostFirst).build(first_words(CUES)).ok());

/// Whether a word that gives a task stands anywhere in `text`: without one only its subject can be told to act.
fn holds_cue(text: &str) -> bool {
    let scan = CUE_SCAN.as_ref();
    scan.is_none_or(|scan| scan.find_iter(text).any(|hit| duty_words(&text[hit.start()..]).has(CUES)))
}

/// Whether the comma at `mark` stands within `các sở, ban, ngành`.
fn within_set(words: Words<'_>, at: usize, mark: usize) -> bool {
    let here = words.at(at);
    let group = here.has(DutyWord::Group) && !here.has(DutyWord::Opener);
    let before = words.lower[..mark].rsplit([' ', '\n', ',']).next().unwrap_or_default();
    group && !words.capital(at) && ["sở", "bộ", "ban", "ngành", "xã", "phường"].contains(&before)
}

pub(super) fn skip(words: Words<'_>, at: usize, end: usize) -> usize {
    let rest = &words.lower[at.min(end)..end];
    at.min(end) + (rest.len() - rest.trim_start().len())
}

fn cue_at(words: Words<'_>, at: usize) -> Option<(DutyWord, usize)> {
    cue(words.at(at))
}

/// Reads a clause that opens with a cue, or with an actor; `subject` allows an actor that is the subject itself.
fn clause(words: Words<'_>, at: usize, end: usize, subject: bool) -> Option<Assignment> {
    if let Some(found) = told(words, at, end, Vec::new()) {
        return Some(found);
    }
    let list = actors_at(words, at, end)?;
    let mut next = skip(words, list.end, end);
    for word in ["trân trọng ", "kính ", "tiếp tục ", "cũng ", "xin ", "thống nhất "] {
        if words.lower[next..end].starts_with(word)
            && cue_at(words, skip(words, next + word.len(), end)).is_some()
        {
            next = skip(words, next + word.len(), end);
        }
    }
    // `Các đảng ủy phân công từng đồng chí ...`: those told are the subject, whom they choose is theirs.
    let own = words.lower[next..end].starts_with("phân công")
        && list.items.first().is_some_and(|first| words.at(first.start).has(DutyWord::Opener));
    if let Some((cue, len)) = cue_at(words, next).filter(|_| !(own && subject)) {
        let told = told(words, next, end, list.items.clone());
        let rest = words.lower[next + len..end].trim();
        let lead_in = rest.is_empty() || rest.starts_with(':');
        let chosen = !lead_in && subject && words.lower[next..end].starts_with("phân công");
        if told.is_none() && chosen {
            return subject_of(words, list, next, end);
        }
        return told.or_else(|| {
            lead_in.then(|| Assignment {
                cue: Some(cue),
                by: list.items,
                actors: Vec::new(),
                action: end,
                must: false,
                opens: false,
            })
        });
    }
    (subject).then(|| subject_of(words, list, next, end)).flatten()
}

/// `giao Sở Y tế chủ trì`, with the cue at `at`.
fn told(words: Words<'_>, at: usize, end: usize, by: Vec<Span>) -> Option<Assignment> {
    let (cue, len) = cue_at(words, at)?;
    let mut from = skip(words, at + len, end);
    for word in [":", "cho ", "đối với ", "trách nhiệm "] {
        if words.lower[from..end].starts_with(word) {
            from = skip(words, from + word.len(), end);
        }
    }
    let list = actors_at(words, from, end)?;
    let action = skip(words, list.end, end);
    Some(Assignment { cue: Some(cue), by, actors: list.items, action, must: false, opens: false })
}

/// The actor is the subject: an action or an obligation must follow.
fn subject_of(words: Words<'_>, list: Actors, mut next: usize, end: usize) -> Option<Assignment> {
    if words.lower[next..end].starts_with([':', ',']) {
        next = skip(words, next + 1, end);
    }
    if next >= end {
        return None;
    }
    // `Ủy ban nhân dân cấp xã (nơi có dự án) làm chủ đầu tư`
    if words.lower[next..end].starts_with('(')
        && let Some(close) = words.lower[next..end].find(')').filter(|&len| len <= LONGEST_ASIDE)
    {
        next = skip(words, next + close + 1, end);
    }
    next = behind_aside(words, next, end);
    let rest = &words.lower[next..];
    let here = duty_words(rest);
    let must = here.length(DutyWord::Must);
    let manner = here.length(DutyWord::Manner);
    let verb = here.length(DutyWord::Verb);
    let past = here.length(DutyWord::Past);
    // `Cơ quan trình: Sở Tư pháp` is a label and what it says.
    let label = |len: usize| {
        rest[len..].trim_start().starts_with(':') && words.capital(skip(words, next + len + 1, end))
    };
    let known = must.max(manner).max(verb.filter(|&len| !label(len)));
    // Behind a name that is whole a verb the table does not know is still one, if an action is told further on.
    let whole = || {
        next == skip(words, list.end, end)
            && list.items.last().is_some_and(|last| name_end::is_behind(words, last.start, list.end, next))
            && past.is_none()
            && tells_action(words, Span::new(next, end))
    };
    let acts = known.or_else(|| whole().then_some(0))?;
    let told = ["có thể", "được phép", "sẽ"].iter().find_map(|word| rest.strip_prefix(word));
    let does = told.is_none_or(|rest| PROMISED.iter().any(|verb| rest.trim_start().starts_with(verb)));
    if past.is_some_and(|len| len >= acts) || !does {
        return None;
    }
    Some(Assignment {
        cue: None,
        by: Vec::new(),
        actors: list.items,
        action: next,
        must: must.is_some() || obliged(&words.lower[next..end]),
        opens: false,
    })
}

/// Bytes of the longest remark in brackets between an actor and what it does.
const LONGEST_ASIDE: usize = 120;

/// `Cấp uỷ các cấp, nhất là các đô thị lớn, phải ...`: the obligation stands behind what is named above all.
fn behind_aside(words: Words<'_>, at: usize, end: usize) -> usize {
    let near = &words.lower[at..words.lower.floor_char_boundary(end.min(at + 170))];
    let aside = ["nhất là ", "đặc biệt là ", "trước hết là ", "trong đó có "];
    if !aside.iter().any(|word| near.starts_with(word)) {
        return at;
    }
    let must = ["phải ", "cần ", "có trách nhiệm "].iter().filter_map(|word| near.find(word)).min();
    must.filter(|&i| !near[..i].contains(['.', ';', ':'])).map_or(at, |i| at + i)
}

/// What a body that `sẽ` act takes on itself; other futures and permissions are told, not assigned.
const PROMISED: [&str; 11] = [
    "cập nhật",
    "bổ sung",
    "chủ trì",
    "phối hợp",
    "tổ chức",
    "kiểm tra",
    "chỉ đạo",
    "theo dõi",
    "hướng dẫn",
    "thông báo",
    "phân công",
];

/// `theo chức năng, nhiệm vụ có trách nhiệm ...`
fn obliged(rest: &str) -> bool {
    let near = &rest[..rest.floor_char_boundary(rest.len().min(160))];
    near.contains("có trách nhiệm") || near.contains("chịu trách nhiệm")
}

/// A cue within a clause: `..., trường hợp cần thiết đề nghị Công ty liên hệ`.
fn loose_cue(words: Words<'_>, span: Span) -> Option<Assignment> {
    let text = &words.lower[span.range()];
    if text.contains("có trách nhiệm") {
        return None;
    }
    for word in ["đề nghị", "yêu cầu", "giao"] {
        for (i, _) in text.match_indices(word) {
            let before = text[..i].trim_end();
            let glued = text[..i].ends_with(char::is_alphanumeric)
                || text[i + word.len()..].starts_with(char::is_alphanumeric);
            if glued
                || before.is_empty()
                || denied(before)
                || words.text[span.start..span.start + i]
                    .trim_end()
                    .ends_with(|c: char| c.is_ascii_uppercase())
            {
                continue;
            }
            if before_is_name(words, span.start, span.start + before.len()) {
                continue;
            }
            if let Some(found) = told(words, span.start + i, span.end, Vec::new()) {
                let next = &words.lower[found.action..span.end];
                if duty_words(next).has(ACTS) {
                    return Some(found);
                }
            }
        }
    }
    None
}

fn denied(before: &str) -> bool {
    NOT_A_CUE.iter().any(|word| {
        before
            .strip_suffix(word)
            .is_some_and(|head| head.is_empty() || head.ends_with(|c: char| !c.is_alphanumeric()))
    })
}

/// Whether the last word before the cue is part of a name: `Công ty Minh Long đề nghị`.
fn before_is_name(words: Words<'_>, from: usize, to: usize) -> bool {
    let last = words.text[from..to].split_whitespace().last().unwrap_or_default();
    last.starts_with(char::is_uppercase)
}

/// Whether an item opens with an action (or the manner of one) rather than with a statement, behind its title too:
/// `Về thi công: chỉ đạo các nhà thầu ...`.
pub fn acts(words: Words<'_>, span: Span) -> bool {
    opens_action(words, span)
        || title_end(words, span)
            .filter(|&at| at < span.end)
            .is_some_and(|at| words.at(at).has(DutyKinds::of(&[DutyWord::Verb, DutyWord::Manner])))
}

/// Whether an action stands behind its condition: `Trường hợp chưa đủ hồ sơ thì thông báo ...`.
pub fn acts_if(words: Words<'_>, span: Span) -> bool {
    let text = &words.lower[span.range()];
    let behind = text.find(" thì ").map(|i| skip(words, span.start + i + " thì ".len(), span.end));
    ["trường hợp ", "nếu ", "khi "].iter().any(|word| text.starts_with(word))
        && behind.is_some_and(|at| words.at(at).has(DutyWord::Verb))
}

fn opens_action(words: Words<'_>, span: Span) -> bool {
    use DutyWord::{Action, Assign, Manner, Must, Statement, Urge, Verb};
    let here = duty_words(&words.lower[span.range()]);
    let action = here.length(DutyKinds::of(&[Must, Manner, Verb, Action, Assign, Urge]));
    action.is_some() && action >= here.length(Statement)
}

/// Whether an action is told within the first words of an item.
pub fn tells_action(words: Words<'_>, span: Span) -> bool {
    let near = &words.lower[span.start..words.lower.floor_char_boundary(span.end.min(span.start + 90))];
    has_duty_word(near, DutyKinds::of(&[DutyWord::Verb, DutyWord::Must]))
}
