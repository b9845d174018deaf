//! Questions about documents are understood however they are put.

use serde::Deserialize;
use vanban::model::{DocumentKind, PartialDate, Tier};
use vanban::syntax::{DocumentFilter, Grouping, Query};

#[derive(Debug, Deserialize)]
struct Table {
    case: Vec<Case>,
}

#[derive(Debug, Deserialize)]
struct Case {
    q: String,
    asks: String,
    of: Option<String>,
    other: Option<String>,
    by: Option<String>,
    tier: Option<Tier>,
    issuer: Option<String>,
    kind: Option<DocumentKind>,
    since: Option<PartialDate>,
    until: Option<PartialDate>,
    #[serde(default)]
    count: bool,
}

impl Case {
    fn query(&self) -> Option<Query> {
        let of = || self.of.clone().unwrap_or_default();
        let query = match self.asks.as_str() {
            "chain_days" => Query::ChainDays(of()),
            "unimplemented" => Query::Unimplemented,
            "not_followed_up" => Query::NotFollowedUp(of()),
            "superseded" => Query::Superseded(self.of.clone()),
            "faulty_citations" => Query::FaultyCitations(self.of.clone()),
            "shared_bases" => Query::SharedBases(of(), self.other.clone()?),
            "signers" => Query::Signers(self.of.clone()),
            "recipients" => Query::Recipients(of()),
            "passages" => Query::Passages(of()),
            "related" => Query::Related(of()),
            "register" => Query::Register(match self.by.as_deref()? {
                "kind" => Grouping::Kind,
                "issuer" => Grouping::Issuer,
                _ => Grouping::Month,
            }),
            "sanity" => Query::Sanity,
            "which" => Query::Which(of()),
            "implemented_by" => Query::ImplementedBy(of()),
            "implements" => Query::Implements(of()),
            "cited_by" => Query::CitedBy(of()),
            _ => return None,
        };
        let filter = DocumentFilter {
            tier: self.tier,
            issuer: self.issuer.clone(),
            kind: self.kind,
            since: self.since,
            until: self.until,
        };
        let narrowed = filter != DocumentFilter::default();
        let query = if narrowed { Query::Among(Box::new(query), filter) } else { query };
        Some(if self.count { Query::Count(Box::new(query)) } else { query })
    }
}

#[test]
fn questions_about_documents_are_understood_with_and_without_accents() {
    let table: Table =
        toml::from_str(include_str!("cases/questions_documents.toml")).expect("the table is TOML");
    let wrong: Vec<String> = table
        .case
        .iter()
        .filter(|case| case.q.parse::<Query>().ok() != case.query())
        .map(|case| format!("{}\n  {:?}\n  not {:?}", case.q, case.q.parse::<Query>(), case.query()))
        .collect();
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}
