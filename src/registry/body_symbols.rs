//! Bodies by their abbreviation in a symbol (chữ viết tắt tên cơ quan): `BYT`, `TTg`, `SYT` of the province at hand.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::bodies::{Body, Scope, bodies};
use super::body_match::{BodyMatch, Context, Unscoped, fixed, set};
use super::dates::may_lie_within;
use super::find_body::{commune_at_hand, province_at_hand, setting_of};
use crate::text::fold;

/// The comparison key: no `&`, no full stops, no term of the Assembly behind (`QH15`).
fn symbol_key(symbol: &str) -> String {
    fold(symbol).chars().filter(|c| !matches!(c, '&' | '.' | ' ')).collect::<String>()
}

fn rows_with(symbol: &str) -> Vec<&'static Body> {
    let table = &*BY_SYMBOL;
    let rows = |places: &[usize]| places.iter().map(|&at| &bodies()[at]).collect();
    if let Some(exact) = table.exact.get(symbol) {
        return rows(exact);
    }
    let key = symbol_key(symbol);
    let without_term = key.trim_end_matches(|c: char| c.is_ascii_digit());
    let mut places = table.folded.get(key.as_str()).cloned().unwrap_or_default();
    if without_term.len() < key.len() && !without_term.is_empty() {
        places.extend(table.folded.get(without_term).into_iter().flatten());
        places.sort_unstable();
        places.dedup();
    }
    rows(&places)
}

/// Places in the table of the bodies that a symbol names, as printed and folded.
#[derive(Default)]
struct Symbols {
    exact: HashMap<&'static str, Vec<usize>>,
    folded: HashMap<String, Vec<usize>>,
}

static BY_SYMBOL: LazyLock<Symbols> = LazyLock::new(|| {
    let mut table = Symbols::default();
    for (at, body) in bodies().iter().enumerate() {
        for symbol in &body.symbols {
            table.exact.entry(symbol).or_default().push(at);
            table.folded.entry(symbol_key(symbol)).or_default().push(at);
        }
    }
    for places in table.exact.values_mut().chain(table.folded.values_mut()) {
        places.dedup();
    }
    table
});

/// The bodies a symbol can stand for in its context, concrete ones only. A commune at hand comes before the
/// province; where the date lets only some of them have existed, the others are left out.
pub fn bodies_by_symbol(symbol: &str, context: &Context) -> Vec<BodyMatch> {
    let mut found: Vec<BodyMatch> = Vec::new();
    for body in rows_with(symbol) {
        match body.scope {
            Scope::Fixed => found.push(fixed(body)),
            Scope::Province => {
                found.extend(
                    province_at_hand(context).map(|province| set(body, &setting_of(province, context))),
                );
            }
            Scope::Commune => found.extend(commune_at_hand(context).map(|setting| set(body, &setting))),
            Scope::District => {}
        }
    }
    found.sort_by_key(|body| body.tier != super::Tier::Commune);
    if let Some(date) = context.date.as_deref() {
        let existed =
            |body: &BodyMatch| may_lie_within(date, body.valid_from.as_deref(), body.valid_to.as_deref());
        if found.iter().any(existed) {
            found.retain(existed);
        }
    }
    found
}

/// The templates a symbol can stand for, the context aside: `UBND` of a province, a district, a commune.
pub fn templates_by_symbol(symbol: &str) -> Vec<Unscoped> {
    rows_with(symbol)
        .into_iter()
        .filter(|body| body.scope != Scope::Fixed)
        .map(|body| Unscoped {
            template: body.id,
            scope: body.scope,
            branch: body.branch,
            tier: body.tier,
            post: None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::provinces::province_by_name;
    use super::*;

    fn ids(symbol: &str, context: &Context) -> Vec<String> {
        bodies_by_symbol(symbol, context).into_iter().map(|body| body.id).collect()
    }

    #[test]
    fn symbols_name_bodies_of_the_context() {
        let ca_mau = Context { province: province_by_name("Cà Mau"), ..Context::default() };
        for (symbol, id) in [
            ("SYT", "so-y-te-ca-mau"),
            ("BYT", "bo-y-te"),
            ("TTg", "thu-tuong"),
            ("TTG", "thu-tuong"),
            ("UBND", "ubnd-ca-mau"),
            ("TU", "tinh-uy-ca-mau"),
            ("TW", "tw"),
            ("VPCP", "van-phong-chinh-phu"),
            ("QH15", "quoc-hoi"),
            ("BGD&ĐT", "bo-giao-duc-va-dao-tao"),
            ("BTGDVTU", "ban-tuyen-giao-va-dan-van-tinh-uy-ca-mau"),
        ] {
            assert_eq!(ids(symbol, &ca_mau), [id], "{symbol}");
        }
        assert!(ids("SYT", &Context::default()).is_empty());
        assert_eq!(templates_by_symbol("UBND").len(), 3);
    }

    #[test]
    fn a_commune_at_hand_comes_first() {
        let context = Context {
            province: province_by_name("Cà Mau"),
            commune: Some("xã Đất Mũi".to_owned()),
            ..Context::default()
        };
        assert_eq!(ids("UBND", &context), ["ubnd-xa-dat-mui-ca-mau", "ubnd-ca-mau"]);
    }
}
