//! Nhiệm vụ of a document: one per smallest item, table row or sentence that tells a body, unit or post to act.

mod above;
mod bodies;
pub(super) mod fields;
pub(super) mod governor;
pub(super) mod lines;
mod lists;
pub(super) mod rows;
mod sentences;

use std::collections::HashSet;
use std::rc::Rc;

use self::above::{Above, Says};
use self::bodies::Bodies;
use self::fields::{Draft, Printed};
use self::governor::{Governor, announces, governor};
use self::lists::{DIRECTS, INNER, NORMS, NOT_TOLD, PUBLIC, RECITED, STEPS, obliges};
use self::sentences::is_prose;
use crate::parse::outline::{Block, Outline, Zone};

use crate::model::{Deadline, Document, DocumentKind, PartialDate, Quote, Task};
use crate::registry::{Context, DutyWord, duty_word, has_duty_word};
use crate::syntax::charge;
use crate::syntax::partners;
use crate::syntax::task::{self, Assignment};
use crate::syntax::words::Words;
use crate::text::{Source, Span, fold};

/// What is known of the document itself.
#[derive(Debug, Clone, Default)]
pub struct Own {
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Văn bản cá biệt: a decision or resolution whose number holds no year sets no rules (Decree 30/2020/NĐ-CP).
    pub single: bool,
    /// Registry id of the issuer (`vn/so-y-te-ca-mau`).
    pub issuer: Option<String>,
    /// Its name as printed.
    pub issuer_name: Option<String>,
    /// Canonical id; empty while identities are not decided.
    pub document: String,
    /// Kính gửi.
    pub addressees: Vec<Quote>,
    /// What a bare name of a body is read by.
    pub context: Context,
}

impl Own {
    /// What the header of `document` says.
    pub fn of(document: &Document) -> Self {
        let addressees = document.addressees.iter();
        Self {
            kind: document.kind,
            single: document.number.as_ref().is_some_and(|number| number.year.is_none())
                && document.kind.is_some_and(|kind| ["quyết định", "nghị quyết"].contains(&kind.name())),
            date: document.date,
            issuer: document.issuer.as_ref().and_then(|issuer| issuer.id.clone()),
            issuer_name: document.issuer.as_ref().map(|issuer| issuer.name.clone()),
            document: document.id.clone(),
            addressees: addressees.map(|a| Quote { text: a.text.clone(), span: a.span }).collect(),
            context: crate::parse::header::context(document),
        }
    }

    fn is_kind(&self, names: &[&str]) -> bool {
        self.kind.is_some_and(|kind| names.contains(&kind.name()))
    }
}

/// One document being read for tasks.
pub(crate) struct Reader<'a> {
    pub source: &'a Source,
    pub words: Words<'a>,
    pub outline: &'a Outline,
    pub own: &'a Own,
    /// Whether some block is governed by block i.
    pub governs: Vec<bool>,
    /// Who is told to act by what stands above.
    governors: Above<Option<Rc<Governor>>>,
    /// Whether a heading above speaks of duties.
    charges: Above<bool>,
    /// Whether a heading above speaks of aims.
    aims: Above<bool>,
    /// What names of bodies mean.
    bodies: Bodies<'a>,
}

/// Every task the document gives, in the order of the text; spans are of the reading.
pub fn read(source: &Source, outline: &Outline, deadlines: &[Deadline], own: &Own) -> Vec<Task> {
    let lower = source.unwrapped();
    let words = Words { text: source.reading(), lower };
    let mut governs = vec![false; outline.blocks.len()];
    for parent in outline.blocks.iter().filter_map(|block| block.parent) {
        governs[parent] = true;
    }
    let count = outline.blocks.len();
    let (governors, charges, aims) = (Above::new(count), Above::new(count), Above::new(count));
    let bodies = Bodies::new(own);
    let reader = Reader { source, words, outline, own, governs, governors, charges, aims, bodies };
    let mut drafts = rows::read(&reader);
    let lines = lines::read(&reader);
    let gives = !own.is_kind(&["tờ trình", "giấy mời", "giấy phép"]);
    for (i, block) in outline.blocks.iter().enumerate() {
        if gives && block.zone == Zone::Body && !lines.taken.contains(&i) {
            reader.block(i, block, &mut drafts);
        }
    }
    drafts.extend(lines.drafts);
    drafts.sort_by_key(|draft| (draft.span.start, draft.span.end));
    let printed = without_repeats(&reader, &mut drafts);
    drafts
        .iter()
        .zip(printed)
        .map(|(draft, printed)| fields::build(&reader, draft, printed, deadlines))
        .collect()
}

/// A page that prints its text twice (a summary above it) gives each task once.
fn without_repeats(reader: &Reader<'_>, drafts: &mut Vec<Draft>) -> Vec<Printed> {
    let mut seen = HashSet::new();
    let mut all = Vec::with_capacity(drafts.len());
    drafts.retain(|draft| {
        let text = reader.source.quote(draft.span);
        let key = fold(&text);
        let lead =
            || draft.lead.iter().map(|&span| reader.bodies.named(&reader.source.quote(span)).key.clone());
        let kept = draft.row.is_some() || seen.insert((key.clone(), lead().collect::<Vec<_>>()));
        if kept {
            all.push(Printed { text, key });
        }
        kept
    });
    all
}

impl Reader<'_> {
    /// A sentence without its closing marks.
    pub fn clean(&self, span: Span) -> Span {
        span.trimmed(self.words.text, &['.', ';', ',', '/'])
    }

    pub fn lower(&self, span: Span) -> &str {
        &self.words.lower[span.range()]
    }

    /// The tasks of one block.
    fn block(&self, i: usize, block: &Block, drafts: &mut Vec<Draft>) {
        let text = self.lower(block.span);
        if text.trim().is_empty() || block.heading || self.within_aim(i) && !self.hands_out(block) {
            return;
        }
        let mut sentences = self.sentences(block);
        if text.trim_end().ends_with(':') && self.governs[i] {
            // Behind what a paragraph asks for, `Cụ thể:` only announces the list.
            if !sentences.pop().is_some_and(|last| announces(self, last)) {
                return;
            }
        }
        let governor = governor(self, i);
        let above = governor.as_deref();
        let mut carried: Option<Governor> = None;
        if let [item] = sentences[..]
            && !is_prose(block)
        {
            sentences = self.later_duty(i, item, above);
        }
        for sentence in sentences {
            let whole = !is_prose(block) || sentence == block.span;
            let Some(draft) = self.sentence(i, sentence, whole, above, carried.as_ref()) else {
                continue;
            };
            if !draft.lead.is_empty() && !draft.generic {
                carried = Some(Governor {
                    actors: draft.lead.clone(),
                    cue: draft.cue,
                    by: draft.by.clone(),
                    heading: false,
                });
            }
            drafts.push(self.with_post_above(i, draft));
        }
    }

    /// An item that tells nobody at first may do so further on: `Họp định kỳ. Cơ quan chủ trì có trách nhiệm ...`.
    fn later_duty(&self, i: usize, item: Span, above: Option<&Governor>) -> Vec<Span> {
        let told = |&sentence: &Span| {
            task::opening(self.words, sentence).is_some_and(|found| found.cue.is_some() || found.must)
        };
        let ungoverned = above.is_none().then(|| sentences::stops(self, item));
        match ungoverned.and_then(|all| all.into_iter().skip(1).find(told)) {
            Some(later) if self.sentence(i, item, true, above, None).is_none() => vec![later],
            _ => vec![item],
        }
    }

    /// `2. Sở Văn hóa;` on a line of its own above `UBND các xã niêm yết ...` acts too.
    fn with_list_above(&self, i: usize, mut draft: Draft) -> Draft {
        let starts = self.outline.blocks[i].span.start;
        let Some(above) = i.checked_sub(1).map(|above| &self.outline.blocks[above]) else { return draft };
        let open = !above.heading && above.zone == Zone::Body && self.lower(above.span).ends_with(';');
        let opens = draft.lead.first().is_some_and(|first| first.start == starts);
        if open
            && opens
            && let Some((mut actors, None)) = charge::heading(self.words, above.span)
        {
            actors.append(&mut draft.lead);
            draft.lead = actors;
            draft.span = above.span.hull(draft.span);
        }
        draft
    }

    /// `2. Bộ trưởng` on a line of its own above `Bộ Y tế chỉ đạo ...` is one actor.
    fn with_post_above(&self, i: usize, draft: Draft) -> Draft {
        let mut draft = self.with_list_above(i, draft);
        let block = &self.outline.blocks[i];
        let Some(parent) = block.parent.filter(|&parent| parent + 1 == i) else { return draft };
        let above = self.outline.blocks[parent].span;
        let post = duty_word(self.lower(above), DutyWord::Post) == Some(above.len());
        if let Some(first) = draft.lead.first_mut()
            && post
            && first.start == block.span.start
        {
            *first = above.hull(*first);
            draft.span = above.hull(draft.span);
        }
        draft
    }

    /// `Hội đồng nhân dân thống nhất giao Ủy ban nhân dân ...`, `Sở Y tế có trách nhiệm ...`: a task even among
    /// principles and steps.
    fn hands_out(&self, block: &Block) -> bool {
        let bound = |found: &Assignment| {
            found.actors.first().is_some_and(|&first| {
                let named = self.words.text[first.range()].starts_with(char::is_uppercase)
                    && duty_word(self.lower(first), DutyWord::Body).is_some();
                named && self.lower(Span::new(found.action, block.span.end)).starts_with("có trách nhiệm")
            })
        };
        task::assignment(self.words, block.span).is_some_and(|found| {
            found.opens && (found.cue == Some(DutyWord::Assign) && !found.actors.is_empty() || bound(&found))
        })
    }

    /// Whether the block stands under a heading of aims, causes, conditions.
    fn within_aim(&self, i: usize) -> bool {
        self.aims.of(self.outline.blocks[i].parent, |parent| {
            let block = &self.outline.blocks[parent];
            let lower = self.lower(block.span);
            let aims = block.heading
                && duty_word(lower, DutyWord::Aim).is_some()
                && !(self.is_inner(parent) && STEPS.iter().any(|word| lower.starts_with(word)))
                && !has_duty_word(lower, DutyWord::Charge);
            if aims { Says::This(true) } else { Says::Ask(block.parent) }
        })
    }

    /// Whether the block is one of the cases listed above it: `Thu hồi thẻ trong những trường hợp sau đây:`.
    fn is_case(&self, i: usize) -> bool {
        self.outline.blocks[i].parent.is_some_and(|parent| {
            let above = self.lower(self.outline.blocks[parent].span).trim_end();
            let tail = &above[above.ceil_char_boundary(above.len().saturating_sub(50))..];
            above.ends_with(':') && ["trường hợp", " khi"].iter().any(|word| tail.contains(word))
        })
    }

    /// Whether the block is of rules for those within the state.
    fn is_inner(&self, i: usize) -> bool {
        INNER.contains(&self.outline.parts[self.outline.blocks[i].part].kind.as_str())
    }

    /// Whether a heading above speaks of duties or of carrying out.
    pub fn within_charge(&self, i: usize) -> bool {
        self.charges.of(self.outline.blocks[i].parent, |parent| {
            let block = &self.outline.blocks[parent];
            let charges = block.heading && has_duty_word(self.lower(block.span), DutyWord::Charge);
            if charges { Says::This(true) } else { Says::Ask(block.parent) }
        })
    }

    fn sentence(
        &self,
        i: usize,
        span: Span,
        whole: bool,
        above: Option<&Governor>,
        carried: Option<&Governor>,
    ) -> Option<Draft> {
        let span = self.clean(span);
        let block = &self.outline.blocks[i];
        let draft = |lead: Vec<Span>, inherited: bool| Draft {
            block: i,
            part: block.part,
            span,
            lead,
            inherited,
            ..Draft::default()
        };
        if span.is_empty() {
            return None;
        }
        if let Some(lead) = self.closing_notice(span) {
            return Some(Draft { generic: true, ..draft(lead, false) });
        }
        // `b) Thủ trưởng các sở có trách nhiệm.` only heads what follows.
        let opens_list =
            ["có trách nhiệm", "có nhiệm vụ"].iter().any(|must| self.lower(span).ends_with(must));
        if opens_list && charge::heading(self.words, span).is_some() || self.names_article(span) {
            return None;
        }
        if let Some(found) =
            task::assignment(self.words, span).filter(|found| self.is_given(i, span, found, above.is_some()))
        {
            let generic = self.is_generic(span);
            // `phân công cán bộ ...` within an action of those told above gives it to no other.
            let within = !found.opens && above.is_some() && task::acts(self.words, span);
            if !found.actors.is_empty() && !within {
                let mut actors = found.actors;
                if whole {
                    actors.extend(self.told_later(span, found.action, &actors));
                }
                return Some(Draft {
                    cue: found.cue,
                    by: found.by,
                    must: found.must,
                    generic,
                    ..draft(actors, false)
                });
            }
        }
        if charge::heading(self.words, span).is_some() || self.recites(span) {
            return None;
        }
        let Some(governor) = above.or(carried) else {
            // A duty nobody is named for: kept for the reader, given to no one.
            let open = block.label.is_some() && self.within_charge(i) && task::acts(self.words, span);
            return open.then(|| Draft { generic: true, ..draft(Vec::new(), false) });
        };
        let stated = duty_word(self.lower(span), DutyWord::Statement).is_some();
        let governed = task::acts(self.words, span)
            || task::acts_if(self.words, span)
            || governor.heading && !stated && whole && task::tells_action(self.words, span);
        let open = whole || carried.is_some() || governor.heading;
        if !governed || !open || self.quotes(span) {
            return None;
        }
        let generic = self.is_generic(span);
        Some(Draft {
            cue: governor.cue,
            by: governor.by.clone(),
            generic,
            ..draft(governor.actors.clone(), true)
        })
    }

    /// Whom the later sentences of an item tell: `Giao Sở A lập danh mục. Giao Sở B thẩm định`.
    fn told_later(&self, span: Span, action: usize, known: &[Span]) -> Vec<Span> {
        let mut later: Vec<Span> = Vec::new();
        let mut named: HashSet<&str> = known.iter().map(|&actor| self.lower(actor)).collect();
        let text = &self.words.text[action..span.end];
        let behind = text.match_indices(['.', ';']).map(|(i, _)| action + i + 1);
        for at in behind.filter(|&at| self.words.text[at..].starts_with([' ', '\n'])) {
            let rest = Span::new(at, span.end).trimmed(self.words.text, &[]);
            let told = task::opening(self.words, rest)
                .filter(|found| found.cue == Some(DutyWord::Assign) || found.must);
            for actor in told.into_iter().flat_map(|found| found.actors) {
                let capital = self.words.text[actor.range()].starts_with(char::is_uppercase);
                if capital && !self.is_public(actor) && named.insert(self.lower(actor)) {
                    later.push(actor);
                }
            }
        }
        later
    }

    /// Whether an assignment read from a sentence is one of this document.
    fn is_given(&self, i: usize, span: Span, found: &Assignment, governed: bool) -> bool {
        let own = self.own;
        if self.quotes(span) {
            return false;
        }
        if found.cue.is_some() {
            // `Khuyến khích các doanh nghiệp ...` wishes; whom it encourages within the state acts.
            let wished = self.lower(span).starts_with("khuyến khích");
            let public = wished && found.actors.iter().any(|&actor| self.is_public(actor));
            return !public && found.by.iter().all(|by| self.may_assign(*by));
        }
        let Some(first) = found.actors.first() else { return false };
        let lower = self.lower(*first);
        let public =
            PUBLIC.iter().any(|word| lower.starts_with(word)) && !lower.starts_with("người đứng đầu");
        let part = &self.outline.parts[self.outline.blocks[i].part].kind;
        let norm = own.is_kind(&NORMS) && !(own.single && part == "main") || NORMS.contains(&part.as_str());
        let charge = self.within_charge(i);
        let action = Span::new(found.action, span.end);
        // Behind a title, `Đối với xã: ...`, stand rules of form.
        let titled = self.words.text[..found.action].trim_end().ends_with(':');
        let inner = self.is_inner(i) && !titled && !self.is_case(i) && !lower.starts_with("cổng");
        let entrusted = !public || found.opens && (lower.contains(" được ") || obliges(self.lower(action)));
        let owed = inner && found.must && entrusted && self.owes(action);
        if public && !charge && !owed || own.is_kind(&["báo cáo"]) {
            return false;
        }
        let told = governed && duty_word(self.lower(action), DutyWord::Verb).is_some();
        if norm && !charge && !told && !owed && !self.binds(*first, action, found.must, inner) {
            return false;
        }
        // The issuer tells others; of itself it only reports, or promises to answer.
        let answers = ["sẽ hướng dẫn", "sẽ trả lời", "sẽ thông báo", "sẽ có"];
        let promises = answers.iter().any(|word| self.lower(action).starts_with(word));
        found.must && !promises || !self.is_issuer(*first)
    }

    /// Whether a rule tells a body what to do; who decides what (`Sở Tài chính quyết định ...`) is no duty.
    fn binds(&self, actor: Span, action: Span, must: bool, inner: bool) -> bool {
        let action = self.lower(action);
        let named = self.words.text[actor.range()].starts_with(char::is_uppercase);
        let near = &action[..action.floor_char_boundary(action.len().min(80))];
        let told = !NOT_TOLD.iter().any(|word| action.starts_with(word)) && !near.contains("quyền ");
        let acts = || told && duty_word(action, DutyWord::Verb).is_some();
        must && obliges(action)
            || named && (DIRECTS.iter().any(|verb| action.starts_with(verb)) || inner && acts())
    }

    /// `phải báo cáo`, `có trách nhiệm nộp lại`; what is to be so (`phải là`, `phải có`) is owed by nobody.
    fn owes(&self, action: Span) -> bool {
        let action = self.lower(action);
        let must = action.strip_prefix("phải").or_else(|| action.strip_prefix("có trách nhiệm"));
        let rest = must.map(str::trim_start);
        rest.is_some_and(|rest| {
            [DutyWord::Verb, DutyWord::Manner].iter().any(|&kind| duty_word(rest, kind).is_some())
        })
    }

    /// Whether no line of command reaches those named.
    pub fn is_public(&self, span: Span) -> bool {
        let lower = self.lower(span);
        PUBLIC.iter().any(|word| lower.starts_with(word)) && !lower.starts_with("người đứng đầu")
    }

    /// Whether it is the document's own issuer.
    pub fn is_issuer(&self, span: Span) -> bool {
        self.bodies.named(&self.source.quote(span)).issuer
    }

    /// Whether one who asks may: a company or an addressee that asks is reported, not conveyed.
    fn may_assign(&self, by: Span) -> bool {
        let lower = self.lower(by);
        let asks = PUBLIC.iter().any(|word| lower.starts_with(word));
        let addressee = self.own.addressees.iter().any(|a| a.text.to_lowercase() == lower);
        !asks && !addressee
    }

    /// `Căn cứ Luật ...;`: a recital outside its zone.
    fn recites(&self, span: Span) -> bool {
        let lower = self.lower(span);
        let rest = lower.strip_prefix("căn cứ").map(str::trim_start);
        rest.is_some_and(|rest| RECITED.iter().any(|word| rest.starts_with(word)) && !rest.contains(", "))
    }

    /// `Điều 10. Điều khoản thi hành`: a heading that was not told apart.
    fn names_article(&self, span: Span) -> bool {
        let rest = self.lower(span).strip_prefix("điều ");
        rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.chars().count() < 60)
    }

    /// Whether the sentence stands in quotation marks.
    fn quotes(&self, span: Span) -> bool {
        let text = self.words.text[span.range()].trim_start();
        // Its beginning may stand in the sentence before.
        let ends = text.trim_end_matches(['.', ';']).ends_with('”') && !text.contains('“');
        ends || text.starts_with(['“', '"', '«'])
    }

    fn closing_notice(&self, span: Span) -> Option<Vec<Span>> {
        let lower = self.lower(span);
        let notice =
            || ["thông báo", "trả lời", "có ý kiến", "chuyển", "gửi"].iter().any(|word| lower.contains(word));
        if lower.len() > 420 || !lower.contains("biết") || !notice() {
            return None;
        }
        partners::notified(self.words, span)
    }

    /// Closing formulas; a long item that ends with one keeps its own action.
    pub fn is_generic(&self, span: Span) -> bool {
        let lower = self.lower(span);
        let near = &lower[..lower.floor_char_boundary(lower.len().min(170))];
        let formula = if lower.len() <= 420 { lower } else { near };
        has_duty_word(formula, DutyWord::Generic)
    }
}
