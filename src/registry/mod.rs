//! The tables of the field and their ids: kinds of documents, bodies, provinces, laws, relations, terms, and
//! the phrases of signing and sending. Facts live in `data/*.tsv`, one fact in one place; this floor knows
//! no document and reads no text longer than a name.

mod authority;
mod bodies;
mod body_match;
mod body_symbols;
mod cues;
mod dates;
mod duties;
mod find_body;
mod kinds;
mod laws;
mod lineage;
mod marks;
mod name_words;
mod place;
mod posts;
mod provinces;
mod purposes;
mod relations;
mod table;
mod terms;
mod unaccented;

pub use authority::{AuthorityForm, AuthorityMeaning, authority_forms, authority_of};
pub use bodies::{Body, Branch, Scope, Tier, bodies};
pub use body_match::{BodyMatch, Context, Lookup, Unscoped, body};
pub use body_symbols::{bodies_by_symbol, templates_by_symbol};
pub use cues::{Cue, OwnPlace, Voice, relation_cues};
pub use duties::{DutyKinds, DutyWord, DutyWords, duty_word, duty_words, first_words, has_duty_word};
pub use find_body::find_body;
pub use kinds::{KindId, Style, ends_a_kind, kind_by_name, kinds_by_abbreviation};
pub use laws::{Law, law_by_number, law_names, laws, laws_named};
pub use lineage::predecessors;
pub use marks::{Mark, MarkKind, mark_of, marks};
pub use name_words::spelled_out;
pub use posts::{Post, posts};
pub use provinces::{ProvinceId, ProvinceKind, province_by_name, province_by_slug, province_in};
pub use purposes::{Purpose, purpose_of};
pub use relations::{Lang, Relation, UnknownRelation};
pub use terms::{national_term, party_term, roman_term, term_slug};
pub use unaccented::with_accents;
