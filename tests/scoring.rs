//! Scores a parsed document against the facts a reader wrote down (the format of `corpus/facts`): true and false
//! positives and misses by figure, with each error in words.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use vanban::text::fold;

/// Right answers, wrong answers and misses of one figure.
#[derive(Debug, Default, Clone, Copy)]
pub struct Count {
    pub right: usize,
    pub extra: usize,
    pub missed: usize,
}

impl Count {
    /// F1 over all answers; 1 when there was nothing to find and nothing was found.
    fn f1(self) -> f64 {
        let of = 2 * self.right + self.extra + self.missed;
        if of == 0 { 1.0 } else { ratio(2 * self.right, of) }
    }

    /// Share of right values where each has one answer.
    fn share(self) -> f64 {
        let of = self.right + self.extra + self.missed;
        if of == 0 { 1.0 } else { ratio(self.right, of) }
    }

    /// The figure called `name`: F1 of lists, the share of right ones of single values.
    pub fn figure(self, name: &str) -> f64 {
        let single = ["header.", "signer.", "reference."].iter().any(|group| name.starts_with(group));
        if single { self.share() } else { self.f1() }
    }
}

fn ratio(a: usize, b: usize) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "counts are far below 2^52")]
    {
        a as f64 / b as f64
    }
}

/// Figures by name, and the errors behind them.
#[derive(Debug, Default)]
pub struct Score {
    pub figures: BTreeMap<&'static str, Count>,
    pub errors: Vec<String>,
}

impl Score {
    fn add(&mut self, figure: &'static str, right: usize, extra: usize, missed: usize) {
        let count = self.figures.entry(figure).or_default();
        count.right += right;
        count.extra += extra;
        count.missed += missed;
    }

    fn value(&mut self, id: &str, figure: &'static str, fact: &Value, got: Option<&str>, right: bool) {
        self.add(figure, usize::from(right), 0, usize::from(!right));
        if !right {
            self.errors.push(format!("{id} {figure}: fact {fact} got {got:?}"));
        }
    }

    /// Compares two lists as multisets.
    pub fn sets<T: Ord + std::fmt::Debug>(&mut self, id: &str, figure: &'static str, facts: &[T], got: &[T]) {
        let mut rest: Vec<&T> = got.iter().collect();
        let mut missed = Vec::new();
        for fact in facts {
            match rest.iter().position(|g| *g == fact) {
                Some(i) => drop(rest.swap_remove(i)),
                None => missed.push(fact),
            }
        }
        self.add(figure, facts.len() - missed.len(), rest.len(), missed.len());
        if !missed.is_empty() || !rest.is_empty() {
            self.errors.push(format!("{id} {figure}: missed {missed:?} extra {rest:?}"));
        }
    }
}

/// Comparison form: folded, without blanks and punctuation.
fn key(text: &str) -> String {
    fold(text).chars().filter(|c| !c.is_whitespace() && !".,;:\"'“”‘’()[]_".contains(*c)).collect()
}

fn name_key(text: &str) -> String {
    key(text).replace("năm", "").replace(&key("nước Cộng hòa xã hội chủ nghĩa Việt Nam"), "")
}

fn text<'v>(value: &'v Value, path: &str) -> Option<&'v str> {
    value.pointer(path).and_then(Value::as_str)
}

fn list<'v>(value: &'v Value, name: &str) -> &'v [Value] {
    value.get(name).and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn strings(value: &Value, name: &str) -> Vec<String> {
    let said = |v: &Value| v.as_str().or_else(|| v.get("text").and_then(Value::as_str)).map(str::to_owned);
    list(value, name).iter().filter_map(said).collect()
}

fn keys(items: &[String]) -> Vec<String> {
    items.iter().flat_map(|item| item.split(';')).map(key).filter(|k| !k.is_empty()).collect()
}

fn reference_key(reference: &Value) -> String {
    match text(reference, "/code") {
        Some(code) => key(code),
        None => format!("name:{}", name_key(text(reference, "/name").unwrap_or(""))),
    }
}

/// One name written out more fully than the other is the same body.
fn same_body(fact: &str, got: Option<&str>) -> bool {
    let (a, b) = (key(fact), key(got.unwrap_or("")));
    let (short, long) = if a.chars().count() <= b.chars().count() { (&a, &b) } else { (&b, &a) };
    !short.is_empty()
        && (a == b
            || short.chars().count() >= 8
                && (long.ends_with(short.as_str()) || long.starts_with(short.as_str())))
}

/// Adds what `document` gets right and wrong of `facts`.
pub fn score(facts: &Value, document: &Value, score: &mut Score) {
    let id = text(facts, "/id").unwrap_or("?").to_owned();
    header(&id, facts, document, score);
    references(&id, facts, document, score);
    tasks(&id, facts, document, score);
    deadlines(&id, facts, document, score);
}

fn header(id: &str, facts: &Value, document: &Value, score: &mut Score) {
    const FIELDS: [(&str, &str, &str, &str); 7] = [
        ("header.kind", "/header/type", "/kind", "/kind_inferred_from"),
        ("header.code", "/header/code", "/number/code", ""),
        ("header.date", "/header/date", "/date", "/date_inferred_from"),
        ("header.place", "/header/place", "/place", "/place_inferred_from"),
        ("header.issuer", "/header/issuer", "/issuer/name", "/issuer/inferred_from"),
        ("header.parent", "/header/parent", "/issuer/parent/name", "/issuer/parent/inferred_from"),
        ("header.subject", "/header/subject", "/subject/text", "/subject/inferred_from"),
    ];
    for (figure, fact, got, inferred) in FIELDS {
        let got = text(document, got);
        match text(facts, fact) {
            Some(said) => {
                let right = match figure {
                    "header.issuer" | "header.parent" => same_body(said, got),
                    _ => key(said) == key(got.unwrap_or("")),
                };
                score.value(id, figure, &facts.pointer(fact).cloned().unwrap_or_default(), got, right);
            }
            None if got.is_some() && (inferred.is_empty() || text(document, inferred).is_none()) => {
                score.add("header.invented", 0, 1, 0);
                score.errors.push(format!("{id} {figure}: invented {got:?}"));
            }
            None => score.add("header.invented", 1, 0, 0),
        }
    }
    for figure in ["addressees", "recipients"] {
        score.sets(id, figure, &keys(&strings(facts, figure)), &keys(&strings(document, figure)));
    }
    let signers: Vec<&Value> = match facts.get("signers").and_then(Value::as_array) {
        Some(many) => many.iter().collect(),
        None => facts.get("signer").into_iter().collect(),
    };
    for signer in signers {
        let Some(name) = text(signer, "/name") else { continue };
        let named = |s: &&Value| text(s, "/name").is_some_and(|n| key(n) == key(name));
        let Some(found) = list(document, "signatures").iter().find(named) else {
            score.value(id, "signer.name", &signer["name"], None, false);
            continue;
        };
        score.value(id, "signer.name", &signer["name"], Some(name), true);
        let title = text(found, "/title");
        let right = key(title.unwrap_or("")) == key(text(signer, "/title").unwrap_or(""));
        score.value(id, "signer.title", &signer["title"], title, right);
        let authority = |v| strings(v, "authority").iter().map(|a| key(a)).collect::<Vec<_>>();
        let got = strings(found, "authority").join(" / ");
        let right = authority(signer) == authority(found);
        score.value(id, "signer.authority", &signer["authority"], Some(&got), right);
    }
}

fn references(id: &str, facts: &Value, document: &Value, score: &mut Score) {
    let own = text(facts, "/header/code").map(key).unwrap_or_default();
    let ignored: BTreeSet<String> =
        list(facts, "references").iter().filter(|r| r["ignore"] == true).map(reference_key).collect();
    let counted = |r: &&Value| !ignored.contains(&reference_key(r)) && reference_key(r) != own;
    let by_key = |value| -> BTreeMap<String, &Value> {
        // The first of several with one number stands for it.
        list(value, "references").iter().rev().filter(counted).map(|r| (reference_key(r), r)).collect()
    };
    let (said, got) = (by_key(facts), by_key(document));
    let names = |of: &BTreeMap<String, &Value>| of.keys().cloned().collect::<Vec<_>>();
    score.sets(id, "references", &names(&said), &names(&got));
    for (name, fact) in &said {
        let Some(found) = got.get(name) else { continue };
        for (figure, fact_path, path) in [
            ("reference.kind", "/type", "/kind"),
            ("reference.date", "/date", "/date"),
            ("reference.issuer", "/issuer", "/issuer/name"),
        ] {
            let Some(fact) = text(fact, fact_path) else { continue };
            let value = text(found, path);
            let right = if figure == "reference.issuer" {
                same_body(fact, value)
            } else {
                value.map(key) == Some(key(fact))
            };
            score.value(id, figure, &Value::from(format!("{name}: {fact}")), value, right);
        }
        let count = |n: Option<usize>| n.unwrap_or(1);
        let said_times = count(fact["mentions"].as_u64().and_then(|n| usize::try_from(n).ok())).max(1);
        let got_times = list(found, "mentions").len();
        let both = said_times.min(got_times);
        score.add("mentions", both, got_times - both, said_times - both);
        let role = text(found, "/role");
        let right = role.is_some_and(|role| list(fact, "roles").iter().any(|r| r == role));
        score.value(id, "reference.role", &Value::from(format!("{name}: {}", fact["roles"])), role, right);
        let pinpoints = |v| strings(v, "pinpoints").iter().map(|p| key(p)).collect::<Vec<_>>();
        score.sets(id, "pinpoints", &pinpoints(fact), &pinpoints(found));
    }
    let relation = |r: &Value| {
        let end = |name| name_key(r[name].as_str().unwrap_or(""));
        (end("from"), r["relation"].as_str().unwrap_or("").to_owned(), end("to"))
    };
    let between = |r: &&Value| {
        r["from"] != "self"
            && r["to"] != "self"
            && !["cites", "proposed_by", "responds_to"].iter().any(|n| r["relation"] == *n)
    };
    let said: BTreeSet<_> = list(facts, "document_relations").iter().map(relation).collect();
    let got: BTreeSet<_> = list(document, "relations").iter().filter(between).map(relation).collect();
    score.sets(id, "document_relations", &Vec::from_iter(said), &Vec::from_iter(got));
}

/// Two texts are one item when either holds the other's opening.
fn opens_alike(a: &str, b: &str) -> bool {
    let (a, b) = (key(a), key(b));
    let opening = |s: &str| s.chars().take(24).collect::<String>();
    !a.is_empty() && !b.is_empty() && (b.contains(&opening(&a)) || a.contains(&opening(&b)))
}

fn tasks(id: &str, facts: &Value, document: &Value, score: &mut Score) {
    let mut rest: Vec<&Value> = list(document, "tasks").iter().collect();
    for fact in list(facts, "tasks") {
        let quote = text(fact, "/quote").unwrap_or("");
        let found = rest.iter().position(|t| opens_alike(quote, text(t, "/text").unwrap_or("")));
        let found = found.map(|i| rest.remove(i));
        if fact["generic"] == true {
            continue;
        }
        let Some(found) = found else {
            score.add("tasks", 0, 0, 1);
            score.errors.push(format!("{id} tasks: missed {quote:?}"));
            continue;
        };
        score.add("tasks", 1, 0, 0);
        for (figure, name) in [("task.lead", "lead"), ("task.coordinate", "coordinate")] {
            let (said, got) = (strings(fact, name), strings(found, name));
            let whole = |items: &[String]| key(&items.join(" ")).replace("và", "");
            if !said.is_empty() && whole(&said) == whole(&got) {
                score.add(figure, said.len(), 0, 0);
            } else {
                let keyed = |items: &[String]| items.iter().map(|i| key(i)).collect::<Vec<_>>();
                score.sets(&format!("{id} {quote:.40}"), figure, &keyed(&said), &keyed(&got));
            }
        }
    }
    for extra in rest.iter().filter(|t| t["generic"] != true) {
        score.add("tasks", 0, 1, 0);
        score.errors.push(format!("{id} tasks: extra {:?}", text(extra, "/text").unwrap_or("")));
    }
}

fn deadlines(id: &str, facts: &Value, document: &Value, score: &mut Score) {
    let value = |d: &Value| {
        let value = text(d, "/value").unwrap_or("");
        // The facts hold no hours or days of the week of daily and weekly rules.
        ["RRULE:FREQ=DAILY", "RRULE:FREQ=WEEKLY"]
            .into_iter()
            .find(|rule| value.starts_with(rule))
            .unwrap_or(value)
            .to_owned()
    };
    let horizon = |d: &Value, name: &str| {
        let said = fold(d[name].as_str().unwrap_or(""));
        let year = said.trim_start_matches("phấn đấu ").trim_start_matches("chậm nhất ");
        let year = ["đến hết năm ", "đến năm ", "hết năm ", "trước năm ", "đến cuối năm ", "năm ", "đến "]
            .iter()
            .find_map(|lead| year.strip_prefix(lead))
            .unwrap_or(year);
        year.len() == 4 && year.starts_with("20")
    };
    let said: Vec<_> = list(facts, "deadlines").iter().filter(|d| !horizon(d, "quote")).map(value).collect();
    let got: Vec<_> = list(document, "deadlines")
        .iter()
        .filter(|d| d["use"] != "target" && !horizon(d, "text"))
        .map(value)
        .collect();
    score.sets(id, "deadlines", &said, &got);
}
