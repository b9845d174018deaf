//! Bodies that tasks name, each name looked up once in a document: the items of a list inherit theirs.

use std::cell::{OnceCell, RefCell};
use std::collections::HashMap;
use std::rc::Rc;

use super::Own;
use crate::model::{Binding, OrganRef};
use crate::registry::{BodyMatch, Lookup, find_body};
use crate::text::fold;

/// What a name means in the document.
pub(super) struct Named {
    /// The name as it is compared.
    pub key: String,
    pub organ: Option<OrganRef>,
    pub post: Option<String>,
    /// How it stands to the issuer, as far as ids tell.
    pub binding: Option<Binding>,
    /// Whether it is the issuer.
    pub issuer: bool,
    /// `các phòng, đơn vị`, `Thủ trưởng các sở, ban, ngành`.
    pub collective: bool,
}

/// The names read so far.
pub(super) struct Bodies<'a> {
    own: &'a Own,
    /// The issuer's name as it is compared.
    issuer_key: Option<String>,
    /// The issuer's row of the registry.
    issuer: OnceCell<Option<BodyMatch>>,
    known: RefCell<HashMap<String, Rc<Named>>>,
}

/// Posts in lower case and as they are shown.
const POSTS: [(&str, &str); 8] = [
    ("thủ trưởng", "Thủ trưởng"),
    ("người đứng đầu", "Người đứng đầu"),
    ("lãnh đạo", "Lãnh đạo"),
    ("trưởng", "Trưởng"),
    ("giám đốc", "Giám đốc"),
    ("chủ tịch", "Chủ tịch"),
    ("bộ trưởng", "Bộ trưởng"),
    ("bí thư", "Bí thư"),
];

impl<'a> Bodies<'a> {
    /// None read yet.
    pub fn new(own: &'a Own) -> Self {
        let issuer_key = own.issuer_name.as_deref().map(fold);
        Self { own, issuer_key, issuer: OnceCell::new(), known: RefCell::default() }
    }

    /// What the name `printed` means.
    pub fn named(&self, printed: &str) -> Rc<Named> {
        if let Some(known) = self.known.borrow().get(printed) {
            return Rc::clone(known);
        }
        let named = Rc::new(self.look_up(printed));
        self.known.borrow_mut().insert(printed.to_owned(), Rc::clone(&named));
        named
    }

    fn look_up(&self, printed: &str) -> Named {
        let lower = printed.to_lowercase();
        let key = fold(printed);
        let collective = is_collective(&lower);
        let found = match find_body(printed, &self.own.context) {
            Lookup::Found(body) => Some(*body),
            _ => None,
        };
        let post = found.as_ref().and_then(|body| body.post.clone()).or_else(|| {
            let (_, shown) = POSTS.iter().find(|(post, _)| lower.starts_with(post))?;
            Some((*shown).to_owned())
        });
        let own_id = self.own.issuer.as_deref();
        let is_own = |body: &BodyMatch| own_id.is_some_and(|id| body.id == id.trim_start_matches("vn/"));
        let issuer = self.issuer_key.as_ref() == Some(&key)
            || found.as_ref().is_some_and(|body| body.post.is_none() && is_own(body));
        let organ = found.as_ref().map(|body| OrganRef::Body(format!("vn/{}", body.id))).or_else(|| {
            let units = ["phòng", "đơn vị", "trực thuộc"].iter().any(|unit| lower.contains(unit));
            let as_of = self.own.date.map(|date| date.to_string());
            (collective && units)
                .then(|| Some(OrganRef::Set { set: format!("units of {}", own_id?), as_of }))
                .flatten()
        });
        let binding = match &organ {
            Some(OrganRef::Set { .. }) => own_id.map(|_| Binding::Subordinate),
            _ => found.as_ref().and_then(|body| self.binding(body)),
        };
        Named { key, organ, post, binding, issuer, collective }
    }

    /// Units and sets of them are below the issuer.
    fn binding(&self, body: &BodyMatch) -> Option<Binding> {
        let own = self.own.issuer.as_deref()?.trim_start_matches("vn/");
        let issuer = self.issuer.get_or_init(|| crate::registry::body(own)).as_ref()?;
        Some(if body.parent.as_deref() == Some(own) || body.id == own {
            Binding::Subordinate
        } else if body.tier == issuer.tier {
            Binding::Peer
        } else {
            Binding::Outside
        })
    }
}

fn is_collective(lower: &str) -> bool {
    lower.split_whitespace().take(5).any(|word| matches!(word, "các" | "mỗi" | "từng" | "những"))
        || lower.starts_with("sở, ban")
}
