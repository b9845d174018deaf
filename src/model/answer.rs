//! What a question to the graph gets back: `vanban.answer.v1`. Every answer carries the sentences that prove it.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{
    Assignment, DeadlineUse, Deliverable, DocumentKind, Duty, Generator, Modality, PartialDate, Progress,
    RelationKind, Status, Tier,
};
use crate::text::Span;

/// Trích dẫn làm chứng: where a text says so, with the whole sentence or item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Id of the document that says so.
    pub document: String,
    /// Its file, as the caller gave it; None for a text from memory.
    pub path: Option<String>,
    /// From the cue to the document acted on.
    pub span: Span,
    /// The whole sentence or item, blanks collapsed.
    pub text: String,
    /// The words that say so: `triển khai thực hiện`.
    pub cue: Option<String>,
    /// Who states it, when the document only quotes another's statement.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub asserted_by: Option<String>,
}

/// Thẻ văn bản: a document in a few words, held or only cited.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct DocumentCard {
    /// Canonical id.
    pub id: String,
    /// Số, ký hiệu; for one cited by name only, its name.
    pub code: Option<String>,
    /// Tên loại.
    pub kind: Option<DocumentKind>,
    /// Cơ quan ban hành, as the fullest mention prints it.
    pub issuer: Option<String>,
    /// Whose act it is, when other than the issuer.
    pub author: Option<String>,
    /// Ngày ban hành.
    pub date: Option<PartialDate>,
    /// Trích yếu, or the title as quoted by those that cite it.
    pub subject: Option<String>,
    /// Level of the issuer.
    pub tier: Option<Tier>,
    /// Issued, draft or unknown.
    pub status: Status,
    /// Whether its text is here.
    pub held: bool,
}

/// One step from a document to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Hop {
    /// Id of the acting document.
    pub from: String,
    /// What it does.
    pub relation: RelationKind,
    /// Id of the document acted on.
    pub to: String,
    /// The words that say so, from the first evidence that has any.
    pub cue: Option<String>,
    /// Every place that says so.
    pub evidence: Vec<Evidence>,
}

impl Hop {
    /// A step with all that say so, in order; its cue is the first that any of them has.
    pub fn new(from: String, relation: RelationKind, to: String, evidence: BTreeSet<Evidence>) -> Self {
        let evidence: Vec<Evidence> = evidence.into_iter().collect();
        let cue = evidence.iter().find_map(|e| e.cue.clone());
        Self { from, relation, to, cue, evidence }
    }
}

/// What was understood of the question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Intent {
    /// Which documents implement it.
    ImplementedBy,
    /// What it implements.
    Implements,
    /// Which documents cite it.
    CitedBy,
    /// What it cites.
    Cites,
    /// Up to its roots and down to its leaves.
    Chain,
    /// Days between the levels of a chain.
    ChainDays,
    /// Everything known of one document.
    Show,
    /// Which documents a name can mean.
    Which,
    /// What somebody must do.
    Tasks,
    /// What is due, in order of time.
    Deadlines,
    /// Reports that come round: when, to whom, through whom.
    Recurring,
    /// What is to be handed in, to whom, by when.
    Required,
    /// The sentence a task comes from.
    TaskSource,
    /// Directives of superiors that nothing held implements.
    Unimplemented,
    /// Addressees without a document that carries it out.
    NotFollowedUp,
    /// Cited documents that others amend, replace or repeal.
    Superseded,
    /// Wrong or incomplete citations.
    FaultyCitations,
    /// Legal bases that two documents share.
    SharedBases,
    /// Who signed, under what authority.
    Signers,
    /// Nơi nhận by purpose.
    Recipients,
    /// Texts with one identity.
    Duplicates,
    /// Documents that have to do with it.
    Related,
    /// How many documents of each group.
    Register,
    /// What looks wrong between documents.
    Sanity,
    /// Passages about something.
    Passages,
    /// Documents that are cited and not here.
    NotHeld,
    /// How many of each there are.
    Stats,
    /// By province or unit, what carries a directive out.
    Coverage,
    /// What is new, changed or withdrawn.
    Changes,
    /// The question was not understood.
    #[default]
    Unknown,
}

/// What narrows an answer down.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Filters {
    /// The body, unit or post, as asked.
    #[serde(rename = "for", default, skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// Only tasks with this duty.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub duty: Option<Duty>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<PartialDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<PartialDate>,
    /// Only what is past its last safe day on this day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub overdue_on: Option<PartialDate>,
    /// Only this document, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The other document, by id, where two are asked about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub other: Option<String>,
    /// Only tasks given by name, or to all of a group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub assignment: Option<Assignment>,
    /// Only documents of bodies at this level.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tier: Option<Tier>,
    /// Only documents of this body, as asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub issuer: Option<String>,
    /// Ids of bodies whose work the body asked about took over, and whose documents or tasks are among the answers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub predecessors: Vec<String>,
    /// Only documents of this kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<DocumentKind>,
    /// What the documents are counted by: `month`, `kind`, `issuer`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// Only the number of answers was asked for.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub count: bool,
}

/// The question as it was understood.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Interpretation {
    /// What is asked.
    pub intent: Intent,
    /// Id of the document asked about; as asked when it was not found.
    pub target: Option<String>,
    /// What narrows it down.
    pub filters: Filters,
}

/// How a question fared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum AnswerStatus {
    /// There are answers.
    #[default]
    Found,
    /// The target is known, there is nothing to tell.
    None,
    /// Several documents bear that name: `candidates`.
    Ambiguous,
    /// No document bears that name: `suggestions` are the nearest.
    NotFound,
    /// `suggestions` show how to ask.
    NotUnderstood,
}

/// Nhiệm vụ with the document it comes from and its time limits.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct TaskCard {
    /// Stable id.
    pub id: String,
    /// Id of the document that assigns it.
    pub document: String,
    /// The item without its label.
    pub text: String,
    /// The strongest duty it gives; with a body asked for, that body's.
    pub duty: Duty,
    /// Who must do it, as printed.
    pub lead: Vec<String>,
    /// With or by whom, as printed.
    pub coordinate: Vec<String>,
    /// To whom to report, as printed.
    pub report_to: Vec<String>,
    /// Through whom, as printed.
    pub via: Vec<String>,
    /// How binding the words are.
    pub modality: Option<Modality>,
    /// Given by name, or to all of a group.
    pub assignment: Assignment,
    /// What is to be handed in.
    pub deliverable: Option<Deliverable>,
    /// Closing formula or exhortation without an action of its own.
    pub generic: bool,
    /// Labels from the outermost section to the item.
    pub section: Vec<String>,
    /// Its time limits.
    pub deadlines: Vec<DeadlineCard>,
    /// How it stands for the office that asks; None where nobody says who asks or what was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub progress: Option<Progress>,
}

/// Thời hạn with what it means for a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct DeadlineCard {
    /// Id of the document that sets it.
    pub document: String,
    /// As printed.
    pub text: String,
    /// Date, recurrence or duration, as in `deadlines` of a document.
    pub value: String,
    /// Last safe days within the range asked for, in order; without a range the one of a fixed date.
    pub due: Vec<PartialDate>,
    /// What it is for.
    #[serde(rename = "use")]
    pub purpose: DeadlineUse,
    /// Id of the task it belongs to.
    pub task: Option<String>,
}

/// A value under its name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Cell {
    /// Name of the column: `days`, `signer`.
    pub name: String,
    /// Value; empty when the texts do not say.
    pub value: String,
}

impl Cell {
    /// A value under a name.
    pub fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into() }
    }
}

/// One answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum AnswerItem {
    /// A document and the way that leads to it.
    Document {
        /// The document.
        document: DocumentCard,
        /// How many steps away; 0 for the document asked about.
        depth: usize,
        /// The steps, in the order of the relations: each acts on the next.
        path: Vec<Hop>,
    },
    /// A task.
    Task {
        /// The task.
        task: TaskCard,
        /// The document that assigns it.
        document: DocumentCard,
        /// Where it stands.
        evidence: Vec<Evidence>,
    },
    /// A time limit.
    Deadline {
        /// The time limit.
        deadline: DeadlineCard,
        /// The task it belongs to, as printed.
        task: Option<TaskCard>,
        /// The document that sets it.
        document: DocumentCard,
        /// Where it stands.
        evidence: Vec<Evidence>,
    },
    /// A piece of a text.
    Passage {
        /// The document it stands in.
        document: DocumentCard,
        /// Ids of the documents it carries out, nearest first.
        chain: Vec<String>,
        /// Where it stands.
        evidence: Vec<Evidence>,
    },
    /// A number.
    Count {
        /// What is counted.
        name: String,
        /// How many.
        count: usize,
    },
    /// Cells under names, for what has no form of its own.
    Row {
        /// Name and value of each cell, in the order of the columns.
        cells: Vec<Cell>,
        /// Where it stands.
        evidence: Vec<Evidence>,
    },
}

/// The answer to a question. `vanban.answer.v1`.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// `vanban.answer.v1`.
    pub schema: String,
    /// Which program, grammar and tables made it.
    pub generator: Generator,
    /// As asked; None for a question put as a command.
    pub question: Option<String>,
    /// As understood.
    pub interpretation: Interpretation,
    /// How it fared.
    pub status: AnswerStatus,
    /// The documents that bear the name asked for, when there are several.
    pub candidates: Vec<DocumentCard>,
    /// What to ask instead.
    pub suggestions: Vec<String>,
    /// The answers, nearest first.
    pub answers: Vec<AnswerItem>,
}

impl Answer {
    /// The name of this form of output.
    pub const SCHEMA: &'static str = "vanban.answer.v1";

    /// An answer to be filled.
    pub fn to(interpretation: Interpretation) -> Self {
        Self { schema: Self::SCHEMA.to_owned(), interpretation, ..Self::default() }
    }
}
