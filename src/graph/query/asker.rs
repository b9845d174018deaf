//! Who asks, and on which day: what `chúng ta` and `trong 10 ngày tới` mean.

use std::collections::BTreeMap;

use crate::model::PartialDate;
use crate::registry::Context;

/// Người hỏi. By default nobody in particular, and today is the date of the newest document held.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Asker {
    /// Today.
    pub today: Option<PartialDate>,
    /// The names and ids the asking office goes by, its units' and people's among them.
    pub us: Vec<String>,
    /// Where these names are at home; with its body known, a namesake elsewhere is somebody else.
    pub home: Context,
    /// Names that a person said to be a body's, folded, with its id (see [`crate::resolve::Corrections`]).
    pub aliases: BTreeMap<String, String>,
}
