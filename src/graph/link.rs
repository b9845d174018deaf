//! What joins two nodes of a graph.

use crate::model::RelationKind;

/// What an edge says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Link {
    /// Between documents.
    Acts(RelationKind),
    /// From a document to the body that issued it.
    IssuedBy,
    /// From a document to a body of Kính gửi.
    AddressedTo,
    /// From a document to a task.
    Assigns,
    /// From a task to who must do it.
    LedBy,
    /// From a task to who takes part.
    CoordinatedBy,
    /// From a task to whom to report.
    ReportsTo,
    /// From a task to through whom.
    Via,
    /// From a body to the one above it.
    Under,
}

impl Link {
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Acts(relation) => relation.as_str(),
            Self::IssuedBy => "issued_by",
            Self::AddressedTo => "addressed_to",
            Self::Assigns => "assigns",
            Self::LedBy => "led_by",
            Self::CoordinatedBy => "coordinated_by",
            Self::ReportsTo => "reports_to",
            Self::Via => "via",
            Self::Under => "under",
        }
    }
}
