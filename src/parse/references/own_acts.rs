//! What this document itself does to one it names: `Căn cứ` in a recital, `Thực hiện` in an opening line, `bãi bỏ` in
//! an article. The same words elsewhere are wishes, tasks or the acts of others.

use super::gaps::{Found, Gap, is_denied, reaches};
use super::passages::Passage;
use crate::model::{DocumentKind, RelationKind};
use crate::parse::outline::Zone;
use crate::registry::{OwnPlace, Voice};
use crate::text::{Source, Span};

/// What is known of this document when its acts are read.
pub(super) struct OwnActs {
    /// Whether its kind can change other documents in its articles: quyết định, nghị quyết, thông tư; unknown counts.
    pub legislates: bool,
    /// Whether it tells what was done or is to be decided: báo cáo, tờ trình; such a text guides nobody.
    pub reports: bool,
}

/// Where a sentence stands.
pub(super) struct Place<'a> {
    /// Its passage.
    pub passage: &'a Passage,
    /// The heading or lead-in over the passage.
    pub lead: Option<Gap>,
    /// Whether it is the first sentence of its passage.
    pub first: bool,
}

/// What a phrase says that this document does.
pub(super) struct OwnAct {
    /// The role.
    pub relation: RelationKind,
    /// The phrase, in the gap before the document named.
    pub cue: Option<Found>,
    /// The phrase, in the heading above.
    pub lead: Option<Span>,
    /// 1 to 4.
    pub weight: u8,
}

impl<'a> Place<'a> {
    /// The place of a sentence of `passage`.
    pub fn new(source: &Source, passage: &'a Passage, first: bool) -> Self {
        Self {
            passage,
            lead: passage
                .lead
                .filter(|_| first && passage.zone != Zone::Table)
                .map(|lead| Gap::new(source, lead)),
            first,
        }
    }
}

impl OwnActs {
    /// Acts of a document of this kind.
    pub fn of(kind: Option<DocumentKind>) -> Self {
        const RULES: [&str; 2] = ["quy định", "hướng dẫn"];
        let legislates = kind.is_none_or(|kind| kind.0.may_be_normative() || RULES.contains(&kind.name()));
        let reports = kind.is_some_and(|kind| ["báo cáo", "tờ trình", "biên bản"].contains(&kind.name()));
        Self { legislates, reports }
    }

    /// Whether the words of this place can change other documents.
    pub fn acts(&self, place: &Place<'_>) -> bool {
        self.legislates && place.passage.part == 0 && place.passage.zone != Zone::Table
    }

    /// The role that the words of `gap` give to the document behind them; `opens` when it is the first of its
    /// sentence.
    pub fn at(&self, gap: &Gap, place: &Place<'_>, opens: bool, quoted: bool) -> Option<OwnAct> {
        if quoted {
            return None;
        }
        let cues = gap.cues();
        // What is answered stands close behind the word; what a task receives may not.
        let answers = |found: &Found| {
            found.cue.relation != RelationKind::RespondsTo || gap.behind(found).chars().count() <= 60
        };
        let near = cues.iter().rev().find(|found| {
            reaches(gap.behind(found)) && answers(found) && self.counts(found, gap, place, opens)
        });
        let head = cues.first().filter(|found| {
            opens
                && gap.before(found).chars().count() <= 2
                && found.cue.weight == 3
                && is_basis(found.cue.relation)
        });
        // `Căn cứ nguyên tắc ... quy định tại Nghị định A`: the head of the sentence outweighs a bare reference.
        let head = head.filter(|head| self.counts(head, gap, place, opens) && reaches_far(gap.behind(head)));
        let found = match (near, head) {
            // `Thực hiện thanh toán theo quy định tại Thông tư A` carries out the payment.
            (Some(near), Some(head))
                if near.cue.relation == RelationKind::Cites
                    && !(head.cue.relation == RelationKind::Implements
                        && near.cue.phrase.starts_with("theo ")) =>
            {
                Some(head)
            }
            (near, head) => near.or(head),
        };
        if let Some(found) = found {
            let heads = opens && place.first && gap.before(found).chars().count() <= 12;
            let weight = found.cue.weight + u8::from(heads || place.passage.zone == Zone::Header);
            return Some(OwnAct { relation: found.cue.relation, cue: Some(*found), lead: None, weight });
        }
        let bare = opens && gap.text.chars().count() <= 30;
        if let Some(lead) = place.lead.as_ref().filter(|_| bare)
            && let Some(found) = lead.cues().into_iter().find(|found| self.governs(found, lead, place))
        {
            let span = Some(lead.span(&found));
            return Some(OwnAct {
                relation: found.cue.relation,
                cue: None,
                lead: span,
                weight: found.cue.weight,
            });
        }
        // `Căn cứ kết luận của Ủy ban nhân dân tỉnh (Thông báo số 4/TB-VP)`: the basis, its number in brackets.
        let bracketed = gap.text.trim_end_matches("số").trim_end().ends_with('(');
        let recital = place.passage.zone == Zone::Recital && (bare || bracketed);
        recital.then_some(OwnAct { relation: RelationKind::BasedOn, cue: None, lead: None, weight: 2 })
    }

    /// Whether the words of a lead-in speak of what is listed under it: `Bãi bỏ các Nghị quyết:`, `Các Quyết định sau
    /// hết hiệu lực ...:`. One that names documents itself speaks of them.
    fn governs(&self, found: &Found, lead: &Gap, place: &Place<'_>) -> bool {
        let before = lead.before(found);
        if lead.behind(found).contains('/') {
            return false;
        }
        if found.cue.voice == Voice::Passive {
            let named = ["các ", "những "].iter().any(|word| before.contains(word));
            let ending = matches!(found.cue.relation, RelationKind::Repeals | RelationKind::Annuls);
            let listed = before.ends_with("sau") || before.ends_with("sau đây") || before.ends_with("đây:");
            return ending && named && (listed || lead.text.ends_with("sau:")) && self.acts(place);
        }
        self.counts(found, lead, place, true) && (before.chars().count() <= 12 || before.ends_with(" này"))
    }

    fn counts(&self, found: &Found, gap: &Gap, place: &Place<'_>, opens: bool) -> bool {
        /// What a second act of one sentence stands behind: `thay thế A; bãi bỏ B`.
        const JOINTS: [&str; 9] =
            [";", ",", "và", "; và", ", và", "đồng thời", "; đồng thời", ", đồng thời", "và đồng thời"];
        const TITLES: [&str; 10] = [
            "",
            "v/v",
            "về việc",
            "về",
            "quyết định",
            "quyết định:",
            "nghị quyết",
            "nghị quyết:",
            "thông tư",
            "thông qua",
        ];
        if found.cue.voice == Voice::Passive || is_denied(gap.before(found)) {
            return false;
        }
        // `điều chuyển tài sản`: what is passed on stands next to the word.
        if found.cue.relation == RelationKind::Conveys
            && (gap.before(found).ends_with("điều") || gap.behind(found).chars().count() > 40)
        {
            return false;
        }
        let header = place.passage.zone == Zone::Header;
        let before = gap.before(found).trim_end_matches(['-', '+', '.', ')', '(', ' ']);
        // `Quyết định này có hiệu lực từ ngày ký; bãi bỏ ...`
        let in_force = before.starts_with("có hiệu lực") && before.ends_with(';');
        let joined = !opens && (JOINTS.contains(&before) || in_force);
        let begins = opens
            && (TITLES.contains(&before)
                || before.ends_with("ban hành quyết định")
                || before.ends_with("này"));
        match found.cue.own {
            OwnPlace::Any => true,
            // `rà soát trên cơ sở Kế hoạch A` tells how others work.
            OwnPlace::Head if found.cue.relation == RelationKind::BasedOn => {
                opens && before.chars().count() <= 12
            }
            OwnPlace::Head if self.reports && found.cue.relation == RelationKind::Guides => false,
            OwnPlace::Head => header || joined || (opens && before.chars().count() <= 60),
            OwnPlace::Act => {
                header
                    || ((begins || joined) && self.acts(place))
                    || (begins && place.first && before.contains('/'))
            }
            OwnPlace::Never => false,
        }
    }
}

const fn is_basis(relation: RelationKind) -> bool {
    matches!(
        relation,
        RelationKind::BasedOn
            | RelationKind::Implements
            | RelationKind::ProposedBy
            | RelationKind::RespondsTo
    )
}

/// As [`reaches`], over a longer noun: `Căn cứ Danh mục ... ban hành kèm theo`.
fn reaches_far(tail: &str) -> bool {
    ["tại", "theo", "của", "trong"].iter().any(|word| tail.ends_with(word)) && !tail.contains(';')
}
