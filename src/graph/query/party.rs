//! The body, unit or post a question asks about, and whether an actor of a task is that one.

use super::Asker;
use crate::graph::view::TaskEntry;
use crate::model::{Actor, DocumentCard, Duty, OrganRef, Task};
use crate::registry::{Context, find_body, predecessors};
use crate::resolve::Key;
use crate::syntax::US;
use crate::text::{fold, slug};

/// Who is asked about, under one name or several: by id where the registry knows the name, and by the name itself.
#[derive(Debug, Clone, Default)]
pub struct Party(Vec<Name>);

/// One name of who is asked about.
#[derive(Debug, Clone)]
struct Name {
    folded: String,
    plain: String,
    id: String,
    /// A body whose work the one asked about took over; known by its id alone.
    before: bool,
    /// Its body is known, and where it is at home.
    settled: bool,
}

impl Party {
    /// Reads `Sở Y tế tỉnh Cà Mau`, `Văn phòng Sở`, `vn/so-y-te-ca-mau`; marks may be missing. [`US`] is who asks.
    pub(super) fn of(body: &str, asker: &Asker) -> Self {
        if body == US {
            return Self::at_home(&asker.us, &asker.home);
        }
        match asker.aliases.get(&fold(body)) {
            Some(id) => Self::named(&[body, id]),
            None => Self::named(&[body]),
        }
    }

    /// For each of its names the id, and the name's words without marks, empty where it is known by its id alone: whoever
    /// [`Self::is`] this party has one of the ids, or one of the names in his own.
    pub fn names(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|name| (name.id.as_str(), name.plain.as_str()))
    }

    /// The body of an id, and nobody else.
    pub fn of_id(id: &str) -> Self {
        Self(vec![Name::of_id(id.strip_prefix("vn/").unwrap_or(id).to_owned())])
    }

    /// Ids of the bodies whose work the one asked about took over.
    pub fn predecessors(&self) -> impl Iterator<Item = String> {
        self.0.iter().filter(|name| name.before).map(|name| format!("vn/{}", name.id))
    }

    /// One party under all these names, and those whose work it took over.
    pub fn named<T: AsRef<str>>(names: &[T]) -> Self {
        Self::at_home(names, &Context::default())
    }

    /// As [`Self::named`], the names read where they are at home: `Văn phòng Sở` is that of our department, and a body
    /// of the same name elsewhere is another.
    pub fn at_home<T: AsRef<str>>(names: &[T], home: &Context) -> Self {
        let with_predecessors = |name: &T| {
            let name = Name::of(name.as_ref(), home);
            let before = predecessors(&name.id).into_iter().map(Name::of_id);
            std::iter::once(name).chain(before).collect::<Vec<_>>()
        };
        Self(names.iter().flat_map(with_predecessors).collect())
    }

    /// Whether one of the names issued the document.
    pub fn issued(&self, card: &DocumentCard) -> bool {
        let issuer = Key::of_id(&card.id).and_then(|key| key.issuer);
        self.0.iter().any(|name| {
            issuer.as_deref() == Some(name.id.as_str())
                || card.issuer.as_deref().is_some_and(|shown| name.stands_in(shown))
        })
    }

    /// Whether the actor is this party.
    pub fn is(&self, actor: &Actor) -> bool {
        self.0.iter().any(|name| name.is(actor))
    }

    /// Whether one of the names stands in a text as whole words.
    pub fn stands_in(&self, shown: &str) -> bool {
        self.0.iter().any(|name| name.stands_in(shown))
    }

    /// Whether it must act in a task, or act with others.
    pub fn has_part_in(&self, task: &Task) -> bool {
        task.lead.iter().chain(&task.coordinate).chain(&task.via).any(|actor| self.is(actor))
    }

    /// The duty it has in a task; None when it has no part in it.
    pub fn duty_in(&self, entry: &TaskEntry) -> Option<Duty> {
        let task = &entry.task;
        let has = |actors: &[Actor]| actors.iter().any(|actor| self.is(actor));
        if has(&task.lead) {
            Some(task.duty)
        } else {
            (has(&task.coordinate) || has(&task.via)).then_some(Duty::Coordinate)
        }
    }
}

impl Name {
    fn of(body: &str, home: &Context) -> Self {
        let found = find_body(body, home).found().map(|found| found.id);
        let settled = home.body.is_some() && found.is_some();
        let id = found.unwrap_or_else(|| body.strip_prefix("vn/").unwrap_or(body).to_owned());
        Self { folded: fold(body), plain: slug(body), id, before: false, settled }
    }

    fn of_id(id: String) -> Self {
        Self { folded: String::new(), plain: String::new(), id, before: true, settled: false }
    }

    /// By id, or by its name as whole words (`Chánh Văn phòng Sở` is of `Văn phòng Sở`).
    fn is(&self, actor: &Actor) -> bool {
        match &actor.organ {
            Some(OrganRef::Body(id)) if id.strip_prefix("vn/").unwrap_or(id) == self.id => true,
            Some(OrganRef::Body(_)) if self.settled => false,
            Some(OrganRef::Set { set, .. }) if *set == self.id => true,
            _ => self.stands_in(&actor.text),
        }
    }

    fn stands_in(&self, shown: &str) -> bool {
        within(&fold(shown), &self.folded) || (self.is_plain() && within(&slug(shown), &self.plain))
    }

    /// Whether the question was typed without marks.
    fn is_plain(&self) -> bool {
        self.folded.is_ascii()
    }
}

/// Whether `name` stands in `shown` as whole words.
fn within(shown: &str, name: &str) -> bool {
    !name.is_empty()
        && shown.match_indices(name).any(|(at, _)| {
            let before = shown[..at].chars().next_back();
            let after = shown[at + name.len()..].chars().next();
            !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
        })
}
