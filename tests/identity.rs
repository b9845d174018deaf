//! Which mentions mean one document.

use serde::Deserialize;
use vanban::model::{Document, KeyPart, draft_mark};
use vanban::registry::Context;
use vanban::resolve::{Key, context_of, identity, resolve};

use crate::builder::{held, reference};

#[derive(Debug, Deserialize)]
struct Table {
    case: Vec<Case>,
    meant: Vec<Meant>,
}

#[derive(Debug, Deserialize)]
struct Case {
    class: String,
    #[serde(default)]
    at: String,
    #[serde(default)]
    on: String,
    a: [String; 4],
    b: [String; 4],
    is: String,
}

/// A mention beside what else is known.
#[derive(Debug, Deserialize)]
struct Meant {
    class: String,
    #[serde(default)]
    at: String,
    #[serde(default)]
    on: String,
    cites: [String; 4],
    known: Vec<[String; 4]>,
    /// Another document it cites.
    beside: Option<[String; 4]>,
    /// The canonical id, `tie`, or empty where it stays a mention.
    #[serde(default)]
    is: String,
    /// Why it is a tie.
    #[serde(default)]
    lacks: Vec<KeyPart>,
}

fn context(case: &Case) -> Context {
    let mut citing = held("9999/BC-VP", "báo cáo", &case.at, &case.on);
    resolve(std::slice::from_mut(&mut citing));
    context_of(&citing)
}

fn key(mention: &[String; 4], context: &Context) -> Key {
    let [code, kind, issuer, date] = mention;
    identity(&(&reference(code, kind, issuer, date)).into(), context).0
}

#[test]
fn mentions_are_one_document_or_not() {
    let table: Table = toml::from_str(include_str!("cases/identity.toml")).expect("the table is TOML");
    assert!(table.case.len() + table.meant.len() >= 150);
    let mut wrong = Vec::new();
    for case in &table.case {
        let context = context(case);
        let (a, b) = (key(&case.a, &context), key(&case.b, &context));
        let is = match (a.is_whole() && b.is_whole(), a == b, a.may_be(&b)) {
            (true, true, _) => "same",
            (_, _, false) => "different",
            _ if a.code != b.code => "different",
            _ if a == b => "same",
            _ => "ambiguous",
        };
        if is != case.is {
            wrong.push(format!("{}: {is}, not {}\n  {a}\n  {b}", case.class, case.is));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_mention_is_decided_by_what_else_is_known() {
    let table: Table = toml::from_str(include_str!("cases/identity.toml")).expect("the table is TOML");
    let mut wrong = Vec::new();
    for row in &table.meant {
        let [code, kind, issuer, date] = row.cites.each_ref().map(String::as_str);
        let mut citing = held("77/BC-XYZ", "báo cáo", &row.at, &row.on);
        citing.references.push(reference(code, kind, issuer, date));
        if let Some([code, kind, issuer, date]) = &row.beside {
            citing.references.push(reference(code, kind, issuer, date));
        }
        let mut documents = vec![citing];
        documents.extend(row.known.iter().map(|[code, kind, issuer, date]| held(code, kind, issuer, date)));
        resolve(&mut documents);
        let found = &documents[0].references[0];
        let right = match (row.is.as_str(), &found.target) {
            ("tie", None) => found.candidates.len() > 1 && found.lacks == row.lacks,
            ("", Some(target)) => Key::of_id(target).is_some_and(|key| !key.is_whole()),
            (is, Some(target)) => is == target,
            _ => false,
        };
        if !right {
            wrong.push(format!("{}: {:?} {:?} {:?}", row.class, found.target, found.candidates, found.lacks));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ids_have_the_form_of_the_contract() {
    let id = |code: &str, kind: &str, issuer: &str, date: &str| {
        let mut documents = [held(code, kind, issuer, date)];
        resolve(&mut documents);
        documents[0].id.clone()
    };
    for (code, kind, issuer, date, expected) in [
        (
            "230/KH-UBND",
            "kế hoạch",
            "UBND tỉnh Cà Mau",
            "2026-04-24",
            "vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd",
        ),
        ("107-KL/TW", "kết luận", "Bộ Chính trị", "2024-12-24", "vn/tw/ket-luan/khoa-13/107-kl-tw"),
        (
            "30/2020/NĐ-CP",
            "nghị định",
            "Chính phủ",
            "2020-03-05",
            "vn/chinh-phu/nghi-dinh/2020/30-2020-nd-cp",
        ),
        ("107-KL/TW", "kết luận", "", "", "vn/tw/ket-luan/_/107-kl-tw"),
        ("41-QĐ/TW", "quy định", "Bộ Chính trị", "2021-11-03", "vn/tw/quy-dinh/khoa-13/41-qd-tw"),
    ] {
        assert_eq!(id(code, kind, issuer, date), expected);
        assert_eq!(Key::of_id(expected).map(|key| key.to_string()).as_deref(), Some(expected));
    }
    let draft = id("/SYT-VP", "công văn", "Sở Y tế tỉnh Cà Mau", "2026-04-XX");
    assert!(draft.starts_with("vn/so-y-te-ca-mau/cong-van/2026/draft-"), "{draft}");
    assert_eq!(draft_mark("Số:  /SYT-VP"), draft_mark("**Số:** /SYT-VP"));
}

/// A letter of a department that cites one document, and the target it gets beside others.
fn target(issuer: &str, date: &str, mention: [&str; 4], others: &[Document]) -> (Option<String>, usize) {
    let [code, kind, of, on] = mention;
    let mut citing = held("77/BC-XYZ", "báo cáo", issuer, date);
    citing.references.push(reference(code, kind, of, on));
    let mut documents = vec![citing];
    documents.extend_from_slice(others);
    resolve(&mut documents);
    let reference = &documents[0].references[0];
    (reference.target.clone(), reference.candidates.len())
}

#[test]
fn a_mention_without_all_parts_attaches_only_to_a_single_candidate() {
    let plan = |issuer: &str, date: &str| held("230/KH-UBND", "kế hoạch", issuer, date);
    let (ca_mau, an_giang) =
        (plan("UBND tỉnh Cà Mau", "2026-04-24"), plan("UBND tỉnh An Giang", "2026-03-01"));
    let id = |place: &str, year: &str| Some(format!("vn/ubnd-{place}/ke-hoach/{year}/230-kh-ubnd"));
    let bare = ["230/KH-UBND", "kế hoạch", "", ""];
    // Its own province.
    let found = target("Sở Y tế tỉnh Cà Mau", "2026-06-01", bare, &[ca_mau.clone(), an_giang.clone()]);
    assert_eq!(found, (id("ca-mau", "2026"), 0));
    // A ministry may mean either.
    let found = target("Bộ Y tế", "2026-06-01", bare, &[ca_mau.clone(), an_giang.clone()]);
    assert_eq!(found, (None, 2));
    // The date decides.
    let dated = ["230/KH-UBND", "kế hoạch", "", "2026-03-01"];
    let found = target("Bộ Y tế", "2026-06-01", dated, &[ca_mau.clone(), an_giang]);
    assert_eq!(found, (id("an-giang", "2026"), 0));
    // Years ago the number was another document's.
    let found = target("Sở Y tế tỉnh Cà Mau", "2030-06-01", bare, std::slice::from_ref(&ca_mau));
    assert_eq!(found, (Some("vn/ubnd-ca-mau/ke-hoach/_/230-kh-ubnd".to_owned()), 0));
    // Another mention without all parts is no candidate.
    let mut other = held("5/BC-ABC", "báo cáo", "Sở Tài chính tỉnh Cà Mau", "2026-06-01");
    other.references.push(reference("230/KH-UBND", "kế hoạch", "UBND tỉnh", ""));
    let found = target("Sở Y tế tỉnh Cà Mau", "2026-06-01", bare, &[other]);
    assert_eq!(found, (Some("vn/ubnd-ca-mau/ke-hoach/_/230-kh-ubnd".to_owned()), 0));
}

#[test]
fn a_bare_name_in_the_year_of_a_new_law_may_be_either() {
    let name = ["Luật Đất đai", "luật", "", ""];
    assert_eq!(target("Bộ Y tế", "2024-05-05", name, &[]), (None, 2));
    let (found, candidates) = target("Bộ Y tế", "2026-05-05", name, &[]);
    assert_eq!((found.as_deref(), candidates), (Some("vn/quoc-hoi/luat/2024/31-2024-qh15"), 0));
}

#[test]
fn resolving_twice_changes_nothing() {
    let mut documents =
        vec![held("/SYT-VP", "công văn", "Sở Y tế tỉnh Cà Mau", "2026-06-01"), held("", "", "", "")];
    documents[0].references.push(reference("230/KH-UBND", "", "", ""));
    resolve(&mut documents);
    let once = documents.clone();
    resolve(&mut documents);
    assert_eq!(documents, once);
}
