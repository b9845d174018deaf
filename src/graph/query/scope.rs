//! Whom a document binds: those it is addressed to, those who get it to carry it out, those its tasks are led by.

use std::collections::BTreeSet;

use super::Asker;
use super::party::Party;
use crate::graph::view::GraphView;
use crate::model::{DocumentCard, Duty, Evidence, OrganRef, Purpose};
use crate::resolve::Key;
use crate::text::fold;

/// A body or a set of bodies that a document binds.
pub(super) struct Bound {
    /// As printed.
    pub name: String,
    /// `addressee`, `recipient` or `lead`.
    pub role: &'static str,
    /// Where it stands.
    pub evidence: Evidence,
    organ: Option<String>,
    set: bool,
}

/// Those a document binds, each once; its own issuer is none of them.
pub(super) fn bound(view: &dyn GraphView, id: &str, issuer: Option<&str>) -> Vec<Bound> {
    let mut all = Vec::new();
    for held in view.particulars(id).into_iter().take(1) {
        for addressee in &held.addressees {
            let evidence = held.evidence(addressee.span, None);
            all.push(Bound::of(&addressee.text, addressee.organ.clone(), "addressee", evidence));
        }
        for recipient in held.recipients.iter().filter(|r| r.purpose == Some(Purpose::Implement)) {
            let evidence = held.evidence(recipient.span, None);
            all.push(Bound::of(&recipient.text, recipient.organ.clone(), "recipient", evidence));
        }
    }
    for entry in view.tasks(Some(id)).into_iter().filter(|t| !t.task.generic && t.task.duty == Duty::Lead) {
        for actor in &entry.task.lead {
            let organ = match &actor.organ {
                Some(OrganRef::Body(body)) => Some(body.clone()),
                _ => None,
            };
            let mut party = Bound::of(&actor.text, organ, "lead", entry.evidence.clone());
            party.set |= matches!(actor.organ, Some(OrganRef::Set { .. }));
            all.push(party);
        }
    }
    let own = issuer.map(fold);
    let own_organ = Key::of_id(id).and_then(|key| key.issuer).map(|body| format!("vn/{body}"));
    let mut seen = BTreeSet::new();
    all.retain(|party| {
        let name = fold(&party.name);
        let itself = own.as_deref() == Some(&name) || (party.organ.is_some() && party.organ == own_organ);
        !itself && !name.is_empty() && seen.insert(party.organ.clone().unwrap_or(name))
    });
    all
}

impl Bound {
    fn of(name: &str, organ: Option<String>, role: &'static str, evidence: Evidence) -> Self {
        let set = organ.is_none() && is_collective(name);
        Self { name: name.to_owned(), role, evidence, organ, set }
    }

    /// Whether the words mean several bodies.
    pub fn is_set(&self) -> bool {
        self.set
    }

    /// Whether the document is of this body.
    pub fn issued(&self, card: &DocumentCard) -> bool {
        let asker = Asker::default();
        let by_id = self.organ.as_deref().is_some_and(|organ| Party::of(organ, &asker).issued(card));
        // `Trung tâm Kiểm soát bệnh tật tỉnh` heads its letters without the province.
        let shown = card.issuer.as_deref().map(fold).unwrap_or_default();
        let shorter = shown.split(' ').count() > 2 && fold(&self.name).contains(&shown);
        by_id || (self.organ.is_none() && (shorter || Party::of(&self.name, &asker).issued(card)))
    }

    /// Whether the issuer of the document may be one of the set: its name begins as the set's members are called.
    pub fn may_hold(&self, card: &DocumentCard) -> bool {
        let Some(issuer) = card.issuer.as_deref().map(fold) else { return false };
        let issuer =
            issuer.strip_prefix("ubnd ").map_or(issuer.clone(), |rest| format!("ủy ban nhân dân {rest}"));
        members(&self.name).iter().any(|stem| issuer.starts_with(stem.as_str()))
    }
}

/// Words that call several bodies at once.
fn is_collective(name: &str) -> bool {
    let name = fold(name);
    [" các ", " những ", " toàn thể "].iter().any(|word| format!(" {name} ").contains(word))
        || ["trưởng phòng", "trưởng khoa"].iter().any(|posts| name.starts_with(posts))
}

/// How the members of a set are called: `bệnh viện`, `trung tâm y tế` for `Các bệnh viện, trung tâm y tế trực thuộc Sở`;
/// `ủy ban nhân dân xã`, `ủy ban nhân dân phường` for `UBND các xã, phường`.
fn members(set: &str) -> Vec<String> {
    const POSTS: [&str; 6] =
        ["thủ trưởng ", "giám đốc ", "trưởng ", "chủ tịch ", "người đứng đầu ", "bí thư "];
    let mut set = fold(set).replace("ubnd", "ủy ban nhân dân");
    for post in POSTS {
        if let Some(rest) = set.strip_prefix(post) {
            set = rest.to_owned();
        }
    }
    let (head, list) = set.split_once("các ").unwrap_or(("", &set));
    let end = [" trực thuộc", " thuộc", " cấp ", " trên địa bàn", " của ", " tỉnh"];
    let list = end.iter().filter_map(|word| list.find(word)).min().map_or(list, |at| &list[..at]);
    let stems = list.split([',', ';']).flat_map(|piece| piece.split(" và ")).map(str::trim);
    stems.filter(|stem| !stem.is_empty()).map(|stem| format!("{head}{stem}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn members_are_called_by_the_words_of_their_set() {
        for (set, called) in [
            ("Các bệnh viện, trung tâm y tế trực thuộc Sở", &["bệnh viện", "trung tâm y tế"][..]),
            ("UBND các xã, phường", &["ủy ban nhân dân xã", "ủy ban nhân dân phường"]),
            ("Thủ trưởng các sở, ban, ngành tỉnh", &["sở", "ban", "ngành"]),
            ("Các đảng ủy xã, phường", &["đảng ủy xã", "phường"]),
        ] {
            assert_eq!(members(set), called, "{set}");
            assert!(is_collective(set), "{set}");
        }
        assert!(!is_collective("Sở Y tế"));
    }
}
