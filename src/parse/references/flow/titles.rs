//! Titles without a phrase of the table: what the name of one document says it does to the next.

use super::clauses::{Clause, nest};
use super::{End, State};
use crate::model::{Attachment, RelationKind};
use crate::parse::references::gaps::Gap;

impl State<'_, '_> {
    /// `Quyết định A bổ sung định mức quy định tại Quyết định B`: the title of an act that changes one of its kind.
    pub(super) fn by_title(&mut self, at: usize, previous: usize, gap: &Gap) -> bool {
        const VERBS: [&str; 3] = ["sửa đổi", "bổ sung", "điều chỉnh"];
        const TAILS: [&str; 4] = ["quy định tại", "quy định trong", "ban hành kèm theo", "ban hành tại"];
        let title = gap.text.trim_start_matches("về ").trim_start_matches("việc ");
        let titled = VERBS.iter().any(|verb| title.starts_with(verb));
        let (actor, to) = (End::Point(previous), End::Point(at));
        if !titled
            || !TAILS.iter().any(|tail| gap.text.ends_with(tail))
            || gap.text.contains(';')
            || self.point(previous).is_own()
            || !self.point(previous).is_of_kind(self.point(at))
            || !self.may(actor, RelationKind::Amends, to)
        {
            return false;
        }
        self.link(at, actor, RelationKind::Amends);
        true
    }

    /// `Thực hiện Nghị quyết A, Ủy ban nhân dân tỉnh đã ban hành Kế hoạch B`: B carries A out.
    pub(super) fn carried_out(&mut self, at: usize, gap: &Gap) {
        let issued = ["đã ban hành", "đã có", "đã ký ban hành"].iter().any(|verb| gap.text.ends_with(verb));
        let root = self.clauses.first().filter(|root| {
            root.actors == [End::Own] && root.relation == RelationKind::Implements && root.cue.is_some()
        });
        let Some(root) = root.filter(|_| issued && !self.point(at).is_own()) else { return };
        for (to, cue) in root.acted.clone().into_iter().map(|to| (to, root.cue)).collect::<Vec<_>>() {
            if self.may(End::Point(at), RelationKind::Implements, to) {
                self.state(End::Point(at), RelationKind::Implements, to, cue, Attachment::Ambiguous, 1);
            }
        }
    }

    /// A clause without a phrase of the table: what the title of one document says it does to the next.
    fn link(&mut self, at: usize, actor: End, relation: RelationKind) {
        let to = End::Point(at);
        self.state(actor, relation, to, None, Attachment::Ambiguous, 1);
        nest(
            &mut self.clauses,
            Clause {
                relation,
                actors: vec![actor],
                acted: vec![to],
                passive: false,
                cue: None,
                weight: 1,
                depth: self.depth,
            },
        );
        self.group = vec![at];
        self.kin = vec![at];
    }

    /// `Thông tư A quy định về ... theo quy định tại Nghị định B`: a circular that fills in what a decree leaves to it.
    pub(super) fn by_provision(&mut self, at: usize, previous: usize, gap: &Gap) -> bool {
        let titled = ["quy định về", "hướng dẫn", "về thực hiện", "quy định việc", "về hướng dẫn"];
        let rule = self.point(previous).is_named(&["thông tư", "thông tư liên tịch"]);
        let carried = self.point(previous).is_named(&["hướng dẫn"]);
        let opens = titled.iter().any(|title| gap.text.starts_with(title));
        let tail =
            [" theo quy định tại", " theo quy định của", " theo"].iter().any(|tail| gap.text.ends_with(tail));
        let (actor, to) = (End::Point(previous), End::Point(at));
        let relation = if rule { RelationKind::Guides } else { RelationKind::Implements };
        if !(rule || carried) || !opens || !tail || gap.text.contains('.') || !self.may(actor, relation, to) {
            return false;
        }
        if rule && !self.point(at).is_named(&["nghị định", "luật", "bộ luật", "pháp lệnh"]) {
            return false;
        }
        self.link(at, actor, relation);
        true
    }
}
