//! What a document is: plain types with evidence. Their serde form is the output contract, version 1; they
//! know no parser and no graph. Every header field may be absent: `null` and `[]` mean that the text
//! does not say.

mod answer;
mod citation;
mod date;
mod deadline;
mod diagnostic;
mod document;
mod envelope;
mod evidence;
mod graph;
mod header;
mod kind;
mod number;
mod organ;
mod progress;
mod reference;
mod relation;
mod section;
mod spans;
mod task;
mod tokens;

pub use answer::{
    Answer, AnswerItem, AnswerStatus, Cell, DeadlineCard, DocumentCard, Evidence, Filters, Hop, Intent,
    Interpretation, TaskCard,
};
pub use citation::{Citation, CitationParts, Coreference, CoreferenceTarget, SelfMark};
pub use date::{Component, PartialDate};
pub use deadline::{Anchor, Deadline, DeadlineUse, DurationUnit};
pub use diagnostic::{Diagnostic, Severity};
pub use document::{Document, SourceRecord, Status};
pub use envelope::{Generator, fingerprint};
pub use evidence::{Inference, Quote};
pub use graph::{Claim, EdgeRecord, GraphRecord, HeldSource, NodeRecord};
pub use header::{
    Addressee, Author, AuthorEvidence, CopyMark, CopyType, Direction, Recipient, Signature, Subject,
};
pub use kind::DocumentKind;
pub use number::{DocumentNumber, Style, draft_mark};
pub use organ::{BodyRef, Branch, Issuer, OrganSet, Parent, Tier};
pub use progress::{Doubt, Progress, Standing};
pub use reference::{Confidence, KeyPart, Reference, ReferenceIssuer};
pub use relation::{Attachment, Relation, RelationKind, SELF};
pub use section::{Part, Section};
pub use task::{Actor, Assignment, Binding, Deliverable, Duty, Modality, OrganRef, Task};

pub use crate::registry::Purpose;
pub use crate::text::Span;
