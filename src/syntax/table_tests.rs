//! Tables and grammar agree: what a table of the registry names, the grammar reads.

use super::{Mention, citations};
use crate::model::{DocumentNumber, Style};
use crate::registry::{KindId, Scope, bodies, posts};
use crate::text::{Source, fold};

/// Notes what was read where something else was to be read.
fn check(wrong: &mut Vec<String>, text: &str, read: &str, expected: &str) {
    if fold(read) != fold(expected) {
        wrong.push(format!("{text}: {read:?}"));
    }
}

fn only(text: &str) -> (Source, Option<Mention>) {
    let source = Source::from_text(text);
    let mentions = citations(&source);
    (source, mentions.into_iter().next())
}

#[test]
fn every_kind_is_read_before_a_number() {
    let mut wrong = Vec::new();
    for kind in KindId::all().filter(|kind| kind.is_citable()) {
        for name in std::iter::once(kind.name()).chain(kind.variants().iter().copied()) {
            if matches!(kind.name(), "phụ lục" | "danh mục" | "hiến pháp" | "thông báo thụ lý" | "văn bản")
            {
                continue;
            }
            for text in [format!("theo {name} số 12/ABC-XY"), format!("{} SỐ 12/ABC-XY", name.to_uppercase())]
            {
                let (_, mention) = only(&text);
                let read = mention.and_then(|m| m.kind).map(|(kind, _)| kind.name());
                check(&mut wrong, &text, read.unwrap_or_default(), kind.name());
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_abbreviation_is_read_in_a_symbol() {
    for kind in KindId::all() {
        for short in kind.abbreviations(Style::State) {
            let number: DocumentNumber = format!("12/{short}-UBND").parse().unwrap_or_default();
            assert_eq!(number.symbol, Some(format!("{short}-UBND")));
        }
        for short in kind.abbreviations(Style::Party) {
            let number: DocumentNumber = format!("12-{short}/TU").parse().unwrap_or_default();
            assert_eq!((number.symbol, number.style), (Some(format!("{short}/TU")), Some(Style::Party)));
        }
    }
}

#[test]
fn every_symbol_of_a_body_is_read() {
    for symbol in bodies().iter().flat_map(|body| &body.symbols) {
        let number: DocumentNumber = format!("12/QĐ-{symbol}").parse().unwrap_or_default();
        assert_eq!(number.symbol, Some(format!("QĐ-{symbol}")));
    }
}

fn issuer_of(name: &str) -> String {
    let (source, mention) = only(&format!("Quyết định số 12/QĐ-ABC của {name} về việc giao đất"));
    mention.and_then(|m| m.issuer).map(|span| source.quote(span)).unwrap_or_default()
}

#[test]
fn every_body_is_read_as_an_issuer() {
    let mut wrong = Vec::new();
    for body in bodies() {
        for name in std::iter::once(body.name).chain(body.aliases.iter().copied()) {
            let name = match body.scope {
                Scope::Fixed => name.to_owned(),
                _ => name
                    .replace("{uy}", "Tỉnh ủy")
                    .replace("{province-name}", "Cà Mau")
                    .replace("{province}", "tỉnh Cà Mau")
                    .replace("{district-uy}", "Huyện ủy Năm Căn")
                    .replace("{district-name}", "Năm Căn")
                    .replace("{district}", "huyện Năm Căn")
                    .replace("{commune}", "xã Đất Mũi"),
            };
            check(&mut wrong, &name, &issuer_of(&name), &name);
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_post_is_read_before_a_body() {
    let mut wrong = Vec::new();
    for post in posts() {
        let name = format!("{} Ủy ban nhân dân tỉnh", post.name);
        check(&mut wrong, &name, &issuer_of(&name), &name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_province_is_read_as_a_place() {
    let mut wrong = Vec::new();
    for province in crate::registry::ProvinceId::all() {
        let name = format!("Ủy ban nhân dân {}", province.full_name(province.kind()));
        check(&mut wrong, &name, &issuer_of(&name), &name);
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_law_is_read_by_name() {
    let mut wrong = Vec::new();
    // A name that ends in a number reads as name and number.
    for law in crate::registry::laws().iter().filter(|law| !law.name.contains(" số 1")) {
        let text = format!("theo {}; các quy định khác", law.full_name());
        let (source, mention) = only(&text);
        let read = mention.map(|m| source.quote(m.span)).unwrap_or_default();
        check(&mut wrong, &text, &read, &law.full_name());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
