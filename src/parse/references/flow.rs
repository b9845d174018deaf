//! The flow of a sentence: documents and, between them, phrases of relation. A loop over the documents keeps a stack
//! of clauses (who acts on whom), so that `Kế hoạch A về triển khai Quyết định B về ban hành Kế hoạch thực hiện Kết
//! luận C` yields this document on A, A on B, B on C without any recursion.

mod clauses;
mod titles;

use self::clauses::{Clause, nest};
use super::gaps::{Found, Gap, is_declared, is_denied, is_joined, is_joined_by_semicolon, is_title, reaches};
use super::own_acts::{OwnAct, OwnActs, Place};
use super::points::{Point, may_act_on};
use crate::model::{Attachment, RelationKind};
use crate::parse::outline::Zone;
use crate::registry::Voice;
use crate::text::{Source, Span};

/// Who acts: this document, or a point of the flow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// This document.
    Own,
    /// The document at this point.
    Point(usize),
}

/// What a sentence states: `from` does `relation` to `to`.
#[derive(Debug, Clone)]
pub(super) struct Statement {
    /// Who acts.
    pub from: End,
    /// What it does.
    pub relation: RelationKind,
    /// On whom.
    pub to: End,
    /// The words that say so.
    pub cue: Option<Span>,
    /// From the first to the last of actor, words and acted on.
    pub span: Span,
    /// Whether the clause could belong to another document.
    pub attachment: Attachment,
    /// How telling it is: 1 to 3 of the phrase, one more at the head of its sentence.
    pub weight: u8,
}

/// Reads the sentences of one passage.
pub(super) struct Reader<'a> {
    /// The text.
    pub source: &'a Source,
    /// Every point of the document.
    pub points: &'a [Point],
    /// Where phrases tell what this document does.
    pub own: &'a OwnActs,
}

impl Reader<'_> {
    /// What one sentence states. `range` are its points.
    pub fn read(&self, sentence: Span, range: std::ops::Range<usize>, place: &Place<'_>) -> Vec<Statement> {
        let mut state = State {
            reader: self,
            clauses: Vec::new(),
            group: Vec::new(),
            kin: Vec::new(),
            depth: 0,
            stated: Vec::new(),
        };
        let mut from = sentence.start;
        for at in range.clone() {
            let point = &self.points[at];
            let gap = Gap::new(self.source, Span::new(from.min(point.span.start), point.span.start));
            let previous = (at > range.start).then(|| at - 1);
            state.close_brackets(&gap);
            state.meet(at, previous, &gap, place);
            from = point.span.end.max(from);
        }
        if let Some(last) = range.last() {
            let gap = Gap::new(self.source, Span::new(from.min(sentence.end), sentence.end));
            state.end(last, &gap, place);
        }
        state.stated
    }
}

struct State<'a, 'b> {
    reader: &'a Reader<'b>,
    clauses: Vec<Clause>,
    /// The run of documents that act or are acted on as one: `A và B sửa đổi C`.
    group: Vec<usize>,
    /// The run of documents of one kind joined by `và`, each with its issuer.
    kin: Vec<usize>,
    depth: usize,
    stated: Vec<Statement>,
}

impl State<'_, '_> {
    fn point(&self, at: usize) -> &Point {
        &self.reader.points[at]
    }

    /// The next document of the sentence, behind the words of `gap`.
    fn meet(&mut self, at: usize, previous: Option<usize>, gap: &Gap, place: &Place<'_>) {
        let quoted = self.point(at).quoted;
        if let Some(previous) = previous.filter(|&p| !quoted && !self.point(p).quoted) {
            if self.passive(at, previous, gap)
                || self.active(at, previous, gap)
                || self.join(at, previous, gap)
            {
                return;
            }
            self.carried_out(at, gap);
        }
        if previous.is_some() && is_declared(&gap.text) {
            return;
        }
        self.group = vec![at];
        self.kin = vec![at];
        self.clauses.clear();
        if self.point(at).is_own() {
            return;
        }
        let own = self.reader.own.at(gap, place, previous.is_none(), quoted);
        // Nobody answers a law.
        let answered = |own: &OwnAct| own.relation == RelationKind::RespondsTo;
        let (relation, cue, weight) = match own.filter(|own| !(answered(own) && self.point(at).is_law())) {
            Some(own) => (own.relation, own.cue.map(|found| gap.span(&found)).or(own.lead), own.weight),
            None => (RelationKind::Cites, None, 0),
        };
        nest(
            &mut self.clauses,
            Clause {
                relation,
                actors: vec![End::Own],
                acted: vec![End::Point(at)],
                passive: false,
                cue,
                weight,
                depth: self.depth,
            },
        );
        self.state(End::Own, relation, End::Point(at), cue, Attachment::Certain, weight);
    }

    /// `A được sửa đổi bởi B`: the document at hand acts on one before it.
    fn passive(&mut self, at: usize, previous: usize, gap: &Gap) -> bool {
        const MARKS: [&str; 4] = ["bởi", "bằng", "tại", "theo"];
        let cues: Vec<Found> =
            gap.cues().into_iter().filter(|f| f.cue.voice == Voice::Passive && f.cue.inner).collect();
        let (Some(first), Some(last)) = (cues.first(), cues.last()) else { return false };
        let tail = gap.behind(last);
        let ending = matches!(last.cue.relation, RelationKind::Repeals | RelationKind::Suspends);
        let since = ending && (tail.contains("từ ngày") || tail.contains("từ khi") || tail.contains("khi "));
        let marked = tail.split(' ').any(|word| MARKS.contains(&word))
            || MARKS.iter().any(|m| last.cue.phrase.ends_with(m));
        let before = gap.before(first);
        let in_force = before.trim_start_matches([',', ' ', '(']).starts_with("có hiệu lực");
        let promulgated = last.cue.relation == RelationKind::Promulgates;
        let near =
            before.chars().all(|c| !c.is_alphanumeric()) || matches!(before, "đã" | ", đã" | "(đã" | "và");
        if promulgated {
            if !near || !self.may(End::Point(at), RelationKind::Promulgates, End::Point(previous)) {
                return false;
            }
        } else if !(marked || since) || tail.contains(';') || !(near || in_force || is_title(before)) {
            return false;
        }
        let Some(target) = self.acted_by(at, previous) else { return false };
        let whole = target == previous && (ending || last.cue.relation == RelationKind::Replaces);
        let acted = if whole { self.group.clone() } else { vec![target] };
        let attachment = if target == previous { Attachment::Certain } else { Attachment::Ambiguous };
        let mut relations: Vec<RelationKind> = Vec::new();
        for found in &cues {
            if !relations.contains(&found.cue.relation) {
                relations.push(found.cue.relation);
                for &one in &acted {
                    let actor = self.end_of(at);
                    self.state(
                        actor,
                        found.cue.relation,
                        End::Point(one),
                        Some(gap.span(found)),
                        attachment,
                        found.cue.weight,
                    );
                }
            }
        }
        self.inherit(at, target);
        let relation = relations[0];
        let clause = Clause {
            relation,
            actors: vec![self.end_of(at)],
            acted: acted.into_iter().map(End::Point).collect(),
            passive: true,
            cue: Some(gap.span(last)),
            weight: last.cue.weight,
            depth: self.depth,
        };
        nest(&mut self.clauses, clause);
        self.group = vec![at];
        self.kin = vec![at];
        true
    }

    /// Which document before it the one at hand acts on: one of its own kind before the nearest.
    fn acted_by(&self, at: usize, previous: usize) -> Option<usize> {
        let mut candidates = vec![previous];
        for clause in self.clauses.iter().rev() {
            for end in clause.acted.iter().rev().chain(&clause.actors) {
                if let End::Point(point) = *end
                    && !candidates.contains(&point)
                {
                    candidates.push(point);
                }
            }
        }
        candidates.retain(|&one| self.may(self.end_of(at), RelationKind::Amends, End::Point(one)));
        let same = |&one: &usize| self.point(one).is_of_kind(self.point(at));
        // Where none fits in time a date is wrong, not the words.
        let other = self.point(previous).target != self.point(at).target;
        let nearest = candidates.is_empty() || candidates.contains(&previous);
        candidates.iter().copied().find(same).or((nearest && other).then_some(previous))
    }

    /// A law that is relied on is relied on as amended: the amending one takes over the role.
    fn inherit(&mut self, at: usize, target: usize) {
        let root = self.clauses.first().filter(|clause| {
            clause.actors == [End::Own]
                && clause.acted.contains(&End::Point(target))
                && matches!(clause.relation, RelationKind::BasedOn | RelationKind::Implements)
        });
        if let Some((relation, cue, weight)) = root.map(|c| (c.relation, c.cue, c.weight))
            && !self.point(at).is_own()
        {
            self.state(
                End::Own,
                relation,
                End::Point(at),
                cue,
                Attachment::Certain,
                weight.saturating_sub(1),
            );
        }
    }

    /// `A về triển khai B`: a document before it acts on the one at hand.
    fn active(&mut self, at: usize, previous: usize, gap: &Gap) -> bool {
        if self.point(at).is_own() {
            return false;
        }
        let cues = gap.cues();
        let found = cues.iter().rev().find(|f| f.cue.relation != RelationKind::Promulgates);
        let Some(found) =
            found.filter(|f| f.cue.inner && f.cue.voice == Voice::Active && reaches(gap.behind(f)))
        else {
            return self.by_title(at, previous, gap) || self.by_provision(at, previous, gap);
        };
        // `quy định chi tiết một số điều và biện pháp thi hành`: one act in two phrases.
        let begun =
            |f: &&Found| f.cue.relation == found.cue.relation && f.cue.inner && f.cue.voice == Voice::Active;
        let before = gap.before(cues.iter().find(begun).unwrap_or(found));
        let coordinated = is_joined(before) && !before.is_empty();
        let own_subject = self.point(previous).is_own();
        // `Căn cứ A và thực hiện B`: a second act of this document.
        let bare = ["và", ", và", ";", "; và", "đồng thời"].contains(&before);
        if bare && self.clauses.first().is_some_and(|root| root.actors == [End::Own] && root.cue.is_some()) {
            return false;
        }
        let titled = is_title(before) || (coordinated && is_title(before.trim_end_matches("và").trim()));
        if !(own_subject || titled)
            || is_denied(before)
            || before == ","
            || (own_subject && before.contains(';'))
        {
            return false;
        }
        let relation = found.cue.relation;
        let mut actors: Vec<End> = Vec::new();
        if !coordinated || own_subject {
            actors.push(self.end_of(previous));
        }
        let outer = self.clauses.iter().rev().flat_map(|clause| clause.actors.iter().copied());
        actors.extend(outer.filter(|&actor| actor != End::Own));
        if coordinated && !own_subject {
            actors.push(End::Point(previous));
        }
        let able = actors.iter().position(|&actor| self.may(actor, relation, End::Point(at)));
        let Some(chosen) = able else { return false };
        let actor = actors[chosen];
        let attachment =
            if chosen == 0 && !coordinated { Attachment::Certain } else { Attachment::Ambiguous };
        let group: Vec<End> = if actor == End::Point(previous) {
            // `Kế hoạch A của Tỉnh ủy và Kế hoạch B của Ủy ban nhân dân tỉnh thực hiện Nghị quyết C`: both.
            let run = if relation == RelationKind::Implements { &self.kin } else { &self.group };
            let all = run.iter().chain(&self.group).map(|&one| End::Point(one));
            let mut able: Vec<End> =
                all.filter(|&one| one == actor || self.may(one, relation, End::Point(at))).collect();
            able.dedup();
            able
        } else {
            vec![actor]
        };
        let cue = gap.span(found);
        for &one in &group {
            self.state(one, relation, End::Point(at), Some(cue), attachment, found.cue.weight);
        }
        nest(
            &mut self.clauses,
            Clause {
                relation,
                actors: group,
                acted: vec![End::Point(at)],
                passive: false,
                cue: Some(cue),
                weight: found.cue.weight,
                depth: self.depth,
            },
        );
        self.group = vec![at];
        self.kin = vec![at];
        true
    }

    /// `A, B và C`: the document at hand joins a clause before it, the innermost that has its kind.
    fn join(&mut self, at: usize, previous: usize, gap: &Gap) -> bool {
        if self.clauses.is_empty() || self.point(at).is_own() || !is_joined(&gap.text) && !self.proposed(gap)
        {
            return false;
        }
        let fits = |clause: &Clause| {
            let members = if clause.passive { &clause.actors } else { &clause.acted };
            members
                .iter()
                .any(|end| matches!(end, End::Point(one) if self.point(*one).is_of_kind(self.point(at))))
        };
        let able = |clause: &Clause| {
            let (members, others) =
                (End::Point(at), if clause.passive { &clause.acted } else { &clause.actors });
            others.iter().all(|&other| {
                if clause.passive {
                    self.may(members, clause.relation, other)
                } else {
                    self.may(other, clause.relation, members)
                }
            })
        };
        let root = &self.clauses[0];
        let listed = is_joined_by_semicolon(&gap.text) && root.cue.is_some() && root.depth == self.depth;
        let chosen = if listed || self.clauses.len() == 1 {
            0
        } else {
            let places = || (0..self.clauses.len()).rev();
            let kin = places().find(|&i| fits(&self.clauses[i]) && able(&self.clauses[i]));
            kin.or_else(|| places().find(|&i| able(&self.clauses[i]))).unwrap_or(0)
        };
        let close = gap.text.chars().count() <= 12;
        let unsigned = !self.point(previous).signed;
        if close && unsigned && self.point(previous).is_of_kind(self.point(at)) {
            self.group.push(at);
        } else {
            self.group = vec![at];
        }
        if gap.text == "và" && self.point(previous).is_of_kind(self.point(at)) {
            self.kin.push(at);
        } else {
            self.kin = vec![at];
        }
        self.clauses.truncate(chosen + 1);
        let clause = &mut self.clauses[chosen];
        let (relation, cue, weight) = (clause.relation, clause.cue, clause.weight);
        let passive = clause.passive;
        let others = if passive { clause.acted.clone() } else { clause.actors.clone() };
        if passive {
            clause.actors.push(End::Point(at));
        } else {
            clause.acted.push(End::Point(at));
        }
        let attachment = if chosen == 0 || close { Attachment::Certain } else { Attachment::Ambiguous };
        for other in others {
            let (from, to) = if passive { (End::Point(at), other) } else { (other, End::Point(at)) };
            self.state(from, relation, to, cue, attachment, weight);
            if passive && let End::Point(target) = other {
                self.inherit(at, target);
            }
        }
        true
    }

    /// `theo đề nghị của X tại Văn bản A và Y tại Tờ trình B`: a second proposer between.
    fn proposed(&self, gap: &Gap) -> bool {
        let root = self.clauses.first().is_some_and(|clause| {
            matches!(clause.relation, RelationKind::ProposedBy | RelationKind::RespondsTo)
        });
        // `Căn cứ Báo cáo A và Kết luận của Ủy ban thường vụ Quốc hội tại Thông báo B`
        let words = ["và kết luận", "và ý kiến", "và chỉ đạo", "và yêu cầu", "và đề nghị"];
        let based = self.clauses.first().is_some_and(|clause| {
            clause.actors == [End::Own]
                && clause.cue.is_some()
                && matches!(clause.relation, RelationKind::BasedOn | RelationKind::Implements)
        });
        if based && words.iter().any(|word| gap.text.starts_with(word)) {
            return gap.text.ends_with(" tại") && gap.text.chars().count() <= 90;
        }
        let joined = gap.text.starts_with("và ") || gap.text.starts_with(", ") || gap.text.contains(" và ");
        root && joined && gap.text.ends_with("tại") && gap.text.chars().count() <= 160
    }

    /// Words behind the last document: `... hết hiệu lực từ ngày ...`, `... được sửa đổi như sau:`.
    fn end(&mut self, last: usize, gap: &Gap, place: &Place<'_>) {
        if !self.reader.own.acts(place)
            || place.passage.zone != Zone::Body
            || self.point(last).is_own()
            || self.point(last).quoted
        {
            return;
        }
        let Some(found) = gap.cues().into_iter().find(|f| f.cue.voice == Voice::Passive && f.cue.inner)
        else {
            return;
        };
        let ending = matches!(
            found.cue.relation,
            RelationKind::Repeals | RelationKind::Annuls | RelationKind::Suspends
        );
        let as_follows = gap.behind(&found).contains("như sau");
        // `công bố thủ tục bị bãi bỏ` is a title; `hết hiệu lực` is said of documents alone.
        let said = found.cue.phrase.contains("hiệu lực") && is_title(gap.before(&found))
            || gap.before(&found).is_empty();
        if (ending || as_follows) && said {
            let cue = Some(gap.span(&found));
            for one in self.group.clone() {
                self.state(
                    End::Own,
                    found.cue.relation,
                    End::Point(one),
                    cue,
                    Attachment::Certain,
                    found.cue.weight + 1,
                );
            }
        }
    }

    fn close_brackets(&mut self, gap: &Gap) {
        let mut least = self.depth;
        for c in gap.text.chars() {
            match c {
                '(' => self.depth += 1,
                ')' => self.depth = self.depth.saturating_sub(1),
                _ => {}
            }
            least = least.min(self.depth);
        }
        self.clauses.retain(|clause| clause.depth <= least);
    }

    fn end_of(&self, at: usize) -> End {
        if self.point(at).is_own() { End::Own } else { End::Point(at) }
    }

    fn may(&self, from: End, relation: RelationKind, to: End) -> bool {
        match (from, to) {
            (End::Point(from), End::Point(to)) => may_act_on(self.point(from), relation, self.point(to)),
            _ => from != to,
        }
    }

    fn state(
        &mut self,
        from: End,
        relation: RelationKind,
        to: End,
        cue: Option<Span>,
        attachment: Attachment,
        weight: u8,
    ) {
        let place = |end: End| match end {
            End::Own => None,
            End::Point(at) => Some(self.point(at).span),
        };
        let spans = [place(from), place(to), cue].into_iter().flatten();
        if let Some(span) = spans.reduce(Span::hull) {
            self.stated.push(Statement { from, relation, to, cue, span, attachment, weight });
        }
    }
}
