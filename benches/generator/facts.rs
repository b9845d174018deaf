//! What is true of the documents made, to hold answers against.

use super::corpus::Corpus;
use super::family::{FAMILY, Family};
use super::plan::Plan;
use super::texts::Written;

/// What is true of one document, whatever else there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Facts {
    /// Which one.
    pub n: usize,
    /// Canonical id; None for a draft.
    pub id: Option<String>,
    /// Số, ký hiệu.
    pub code: String,
    /// Tên loại, in lower case.
    pub kind: String,
    /// Ngày ban hành, EDTF.
    pub date: String,
    /// Id of the issuer.
    pub issuer: String,
    /// Ids of the documents it carries out, the nearest first.
    pub implements: Vec<String>,
    /// Codes of all documents it cites, laws by their number.
    pub cites: Vec<String>,
    /// Tasks, closing formulas not counted.
    pub tasks: usize,
    /// Time limits.
    pub deadlines: usize,
    /// Whether it is marked mật.
    pub classified: bool,
}

pub(super) fn of(corpus: Corpus, plan: &Plan, written: &Written) -> Facts {
    let date =
        if plan.draft { format!("{}-{:02}-XX", plan.day.year, plan.day.month) } else { plan.day.edtf() };
    Facts {
        n: plan.n,
        id: plan.id.clone(),
        code: plan.code.clone(),
        kind: plan.kind().name().to_lowercase(),
        date,
        issuer: format!("vn/{}", plan.body().slug(plan.year())),
        implements: plan.place.above.iter().filter_map(|n| corpus.plan(*n).id).collect(),
        cites: written.cited.clone(),
        tasks: written.counts.tasks,
        deadlines: written.counts.deadlines,
        classified: plan.classified,
    }
}

/// See [`Corpus::reached`].
pub(super) fn reached(corpus: Corpus, count: usize, mut each: impl FnMut(usize, usize)) {
    let families = count.div_ceil(FAMILY);
    // Families that others build on: their own documents reached, those of the others added as they come.
    let mut grand: Vec<(usize, usize)> = Vec::new();
    for number in 0..families {
        let first = number * FAMILY;
        let size = FAMILY.min(count - first);
        let below = below(corpus, first, size);
        if let Some(above) = Family::grand(corpus.seed(), number)
            && let Some(of) = grand.iter_mut().find(|(family, _)| *family == above)
        {
            of.1 += 1 + below[0];
        }
        if Family::is_grand(number) {
            grand.push((number, below[0]));
        }
        for (place, reached) in below.into_iter().enumerate().skip(usize::from(Family::is_grand(number))) {
            each(first + place, reached);
        }
    }
    for (number, reached) in grand {
        each(number * FAMILY, reached);
    }
}

/// For each of the first documents of a family, how many of them carry it out, directly or through others.
fn below(corpus: Corpus, first: usize, size: usize) -> Vec<usize> {
    let plans: Vec<Plan> = (first..first + size).map(|n| corpus.plan(n)).collect();
    let mut below = vec![0; size];
    for plan in plans.iter().filter(|plan| plan.copy_of.is_none() && !plan.classified) {
        let mut seen = vec![false; size];
        let mut next: Vec<usize> = plan.place.above.clone();
        while let Some(n) = next.pop() {
            if n < first || std::mem::replace(&mut seen[n - first], true) {
                continue;
            }
            below[n - first] += 1;
            next.extend(&plans[n - first].place.above);
        }
    }
    below
}
