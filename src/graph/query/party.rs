//! The body, unit or post a question asks about, and whether an actor of a task is that one.

use crate::graph::view::TaskEntry;
use crate::model::{Actor, Duty, OrganRef};
use crate::registry::{Context, find_body};
use crate::text::{fold, slug};

/// Who is asked about: by id where the registry knows the name, and by the name itself.
pub(super) struct Asked {
    name: String,
    plain: String,
    id: String,
}

impl Asked {
    /// Reads `Sở Y tế tỉnh Cà Mau`, `Văn phòng Sở`, `vn/so-y-te-ca-mau`; marks may be missing.
    pub fn of(body: &str) -> Self {
        let found = find_body(body, &Context::default()).found().map(|found| found.id);
        let id = found.unwrap_or_else(|| body.strip_prefix("vn/").unwrap_or(body).to_owned());
        Self { name: fold(body), plain: slug(body), id }
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

    /// By id, or by its name as whole words (`Chánh Văn phòng Sở` is of `Văn phòng Sở`).
    fn is(&self, actor: &Actor) -> bool {
        if let Some(OrganRef::Body(id)) = &actor.organ
            && id.strip_prefix("vn/").unwrap_or(id) == self.id
        {
            return true;
        }
        within(&fold(&actor.text), &self.name) || (self.is_plain() && within(&slug(&actor.text), &self.plain))
    }

    /// Whether the question was typed without marks.
    fn is_plain(&self) -> bool {
        self.name.is_ascii()
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
