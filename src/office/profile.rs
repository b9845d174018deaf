//! Hồ sơ cơ quan: who we are, in a file of a few lines.

use serde::Deserialize;
use toml::Spanned;

use super::error::FileError;
use crate::graph::Asker;
use crate::model::PartialDate;
use crate::registry::{BodyMatch, Context, Lookup, find_body};

/// Who the office is that asks.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Profile {
    /// The body, by its full name: `Sở Y tế tỉnh Cà Mau`.
    pub body: String,
    /// Its other names: `Sở Y tế`.
    pub aliases: Vec<String>,
    /// Its inner units: what falls to `Văn phòng Sở` falls to us.
    pub units: Vec<String>,
    /// Its people.
    pub people: Vec<String>,
    /// Groups it is one of, as documents name them: `các sở, ban, ngành cấp tỉnh`.
    pub groups: Vec<String>,
    /// The body above it: what falls to all its units falls to us.
    pub parent: Option<String>,
    /// The units that report to it.
    pub roster: Vec<Unit>,
    /// The file of its incoming register, as the profile names it.
    pub incoming: Option<String>,
}

/// A unit of the roster.
#[derive(Debug, Clone, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unit {
    /// Its name.
    pub name: String,
    /// Its other names.
    #[serde(default)]
    pub aliases: Vec<String>,
}

impl Unit {
    /// All its names.
    pub(super) fn names(&self) -> Vec<&str> {
        std::iter::once(&self.name).chain(&self.aliases).map(String::as_str).collect()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    body: Spanned<String>,
    #[serde(default)]
    aliases: Vec<Spanned<String>>,
    #[serde(default)]
    units: Vec<Spanned<String>>,
    #[serde(default)]
    people: Vec<Spanned<String>>,
    #[serde(default)]
    groups: Vec<Spanned<String>>,
    parent: Option<String>,
    #[serde(default)]
    roster: Vec<Unit>,
    incoming: Option<String>,
}

impl Profile {
    /// Reads a profile in TOML.
    ///
    /// ```
    /// let profile = vanban::office::Profile::read("body = \"Sở Y tế tỉnh Cà Mau\"\naliases = [\"Sở Y tế\"]\n");
    /// assert_eq!(profile.map(|p| p.aliases), Ok(vec!["Sở Y tế".to_owned()]));
    /// ```
    ///
    /// # Errors
    /// What is no TOML or no key of a profile, a body whose province is not told, a name that is no name.
    pub fn read(text: &str) -> Result<Self, FileError> {
        let line = |at: usize| text.get(..at).unwrap_or(text).lines().count().max(1);
        let file: File = toml::from_str(text).map_err(|error| {
            let at = error.span().map_or(1, |span| line(span.start + 1));
            let help = "a profile has body, aliases, units, people, groups, parent, incoming and [[roster]]";
            FileError::new(at, error.message().trim(), help)
        })?;
        let line = |name: &Spanned<String>| line(name.span().start + 1);
        if let Lookup::Unscoped(_) = find_body(file.body.get_ref(), &Context::default()) {
            let message = format!("`{}` exists in many places", file.body.get_ref());
            return Err(FileError::new(line(&file.body), message, "add its place: `Sở Y tế tỉnh Cà Mau`"));
        }
        let named = [&file.aliases, &file.units, &file.people, &file.groups];
        for name in named.into_iter().flatten().chain([&file.body]) {
            if name.get_ref().split_whitespace().count() < 2 && !name.get_ref().starts_with("vn/") {
                let message = format!("`{}` would fit many others", name.get_ref());
                return Err(FileError::new(line(name), message, "write a name of two words or more"));
            }
        }
        let plain = |names: Vec<Spanned<String>>| names.into_iter().map(Spanned::into_inner).collect();
        Ok(Self {
            body: file.body.into_inner(),
            aliases: plain(file.aliases),
            units: plain(file.units),
            people: plain(file.people),
            groups: plain(file.groups),
            parent: file.parent,
            roster: file.roster,
            incoming: file.incoming,
        })
    }

    /// The names that mean the office itself, its units and people.
    pub(super) fn own_names(&self) -> Vec<String> {
        let names = [&self.aliases, &self.units, &self.people];
        let all = std::iter::once(&self.body).chain(names.into_iter().flatten());
        all.filter(|name| !name.is_empty()).cloned().collect()
    }

    /// Who asks: all names, and the groups that take the office in.
    pub fn asker(&self, today: Option<PartialDate>) -> Asker {
        let mut us = self.own_names();
        us.extend(self.groups.iter().cloned());
        us.extend(self.parent.as_deref().and_then(found).map(|body| format!("units of vn/{}", body.id)));
        Asker { today, us, home: self.home(), ..Asker::default() }
    }

    /// Where its bare names are at home: `Văn phòng Sở` is that of our department.
    pub(super) fn home(&self) -> Context {
        match found(&self.body) {
            Some(body) => Context { province: body.province, body: Some(body.id), ..Context::default() },
            None => Context::default(),
        }
    }
}

fn found(name: &str) -> Option<BodyMatch> {
    if name.is_empty() {
        return None;
    }
    find_body(name, &Context::default()).found()
}
