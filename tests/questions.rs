//! Questions in Vietnamese and English are understood alike.

use serde::Deserialize;
use vanban::model::{Assignment, Duty, PartialDate};
use vanban::syntax::{Query, TaskFilter};

#[derive(Debug, Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
struct Case {
    q: String,
    asks: String,
    #[serde(default)]
    of: String,
    #[serde(rename = "for")]
    body: Option<String>,
    duty: Option<Duty>,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
    overdue_on: Option<PartialDate>,
    #[serde(default)]
    overdue: bool,
    within: Option<u16>,
    #[serde(default)]
    general: bool,
    document: Option<String>,
    #[serde(default)]
    count: bool,
}

impl Case {
    fn query(&self) -> Option<Query> {
        let of = self.of.clone();
        let filter = TaskFilter {
            body: self.body.clone(),
            duty: self.duty,
            since: self.since,
            until: self.until,
            overdue_on: self.overdue_on,
            overdue: self.overdue,
            within: self.within,
            assignment: self.general.then_some(Assignment::Collective),
            document: self.document.clone(),
        };
        let query = match self.asks.as_str() {
            "implemented_by" => Query::ImplementedBy(of),
            "implements" => Query::Implements(of),
            "cited_by" => Query::CitedBy(of),
            "cites" => Query::Cites(of),
            "chain" => Query::Chain(of),
            "show" => Query::Show(of),
            "tasks" => Query::Tasks(filter),
            "deadlines" => Query::Deadlines(filter),
            "duplicates" => Query::Duplicates,
            "recurring" => Query::Recurring(filter),
            "required" => Query::Required(filter),
            "task_source" => Query::TaskSource(of),
            "not_held" => Query::NotHeld,
            "stats" => Query::Stats,
            _ => return None,
        };
        Some(if self.count { Query::Count(Box::new(query)) } else { query })
    }
}

#[test]
fn questions_are_understood_with_and_without_accents() {
    let table: Table = toml::from_str(include_str!("cases/questions.toml")).expect("the table is TOML");
    let wrong: Vec<String> = table
        .case
        .iter()
        .filter(|case| case.q.parse::<Query>().ok() != case.query())
        .map(|case| format!("{}\n  {:?}\n  not {:?}", case.q, case.q.parse::<Query>(), case.query()))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_example_is_understood() {
    for example in Query::EXAMPLES {
        assert!(example.parse::<Query>().is_ok(), "{example}");
    }
}
