//! Nhiệm vụ: what a document tells somebody to do.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::text::Span;

/// What part a body has in a task.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Duty {
    /// Chủ trì, thực hiện.
    #[default]
    Lead,
    /// Phối hợp.
    Coordinate,
    /// Theo dõi, đôn đốc, kiểm tra.
    Monitor,
}

/// How binding the words are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Modality {
    /// Giao.
    Assign,
    /// Yêu cầu, phải, có trách nhiệm.
    Require,
    /// Đề nghị.
    Request,
    /// Đôn đốc.
    Urge,
    /// Không được, nghiêm cấm.
    Prohibit,
    /// Được phép, có thể.
    Permit,
}

/// How the one who must act stands to the one who tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Binding {
    /// Below the issuer.
    Subordinate,
    /// Beside the issuer.
    Peer,
    /// Outside its line of command.
    Outside,
}

/// Whether one is named or all of a group are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Assignment {
    /// A body, unit or post by name.
    #[default]
    Named,
    /// A group: `các phòng, đơn vị trực thuộc Sở`.
    Collective,
}

/// A body by id, or a set of bodies.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum OrganRef {
    /// Registry id.
    Body(String),
    /// The members of a group, as of a day.
    Set {
        /// `units of vn/so-y-te-ca-mau`.
        set: String,
        /// EDTF date of the document that names the group.
        as_of: Option<String>,
    },
}

/// A body, unit or post with a part in a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Actor {
    /// As printed.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The body or set meant.
    pub organ: Option<OrganRef>,
    /// The post: `Thủ trưởng`, `Giám đốc`.
    pub post: Option<String>,
    /// The person.
    pub person: Option<String>,
    /// Whether it stands in a heading or lead-in above the task.
    pub inherited: bool,
}

/// What is to be handed in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Deliverable {
    /// `kế hoạch`, `báo cáo`, `văn bản trả lời`.
    pub kind: String,
    /// To whom, as printed.
    pub to: Option<String>,
    /// To whom it is passed on.
    pub onward_to: Option<String>,
}

/// Nhiệm vụ: an action assigned to a body, unit or post; one per smallest item, table row or sentence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Task {
    /// Stable when the text around changes: document, part, label, hash of the folded text.
    pub id: String,
    /// Id of the part of the file.
    pub part: String,
    /// The item without its label and closing mark.
    pub text: String,
    /// Where it stands.
    pub span: Span,
    /// The strongest duty it gives.
    pub duty: Duty,
    /// Who must do it.
    pub lead: Vec<Actor>,
    /// With or by whom.
    pub coordinate: Vec<Actor>,
    /// To whom to report.
    pub report_to: Vec<Actor>,
    /// Through whom.
    pub via: Vec<Actor>,
    /// Who assigns it.
    pub assigned_by: Vec<Actor>,
    /// How binding the words are.
    pub modality: Option<Modality>,
    /// How the actor stands to the issuer.
    pub binding: Option<Binding>,
    /// Named or collective.
    pub assignment: Assignment,
    /// What is to be handed in.
    pub deliverable: Option<Deliverable>,
    /// Indexes in `deadlines`.
    pub deadlines: Vec<usize>,
    /// Labels from the outermost section to the item.
    pub section: Vec<String>,
    /// Row of its table, from 1; None outside tables.
    pub row: Option<usize>,
    /// Closing formula or exhortation without an action of its own.
    pub generic: bool,
}
