//! From a printed name to a body: fixed names, templates with their place, posts that act for a body, units
//! of a body. Every word of the name must be accounted for; what is left over makes it unknown.

use super::bodies::{Body, Scope, Tier, begins_a_name, bodies_named, most_words};
use super::body_match::{BodyMatch, Context, Lookup, Setting, Unscoped, body, fixed, set};
use super::dates::may_lie_within;
use super::name_words::{Word, capital_first, joined, name_key, starts_with, words_of};
use super::place::{Local, Place, level_of_committee, parse_place};
use super::posts::leading_post;
use super::provinces::{ProvinceId, ProvinceKind};
use crate::text::slug;

/// Words that begin the name of a unit; the second group stands without its body only when one is at hand.
const UNIT_HEADS: [&str; 9] =
    ["văn phòng", "phòng", "vụ", "thanh tra", "ban", "cục", "chi cục", "trung tâm", "văn thư"];
const HEADS_AT_HAND: [&str; 4] = ["văn phòng", "phòng", "vụ", "thanh tra"];

/// The body of a printed name. A bare name is read by its context; a post or standing organ (`Chủ tịch UBND
/// tỉnh`, `Ban Thường vụ Tỉnh ủy`) gives its body and the post; a unit (`Văn phòng Sở`) a body of its own.
/// Names of sets (`các sở, ban, ngành`) and of several bodies at once are unknown.
pub fn find_body(printed: &str, context: &Context) -> Lookup {
    if printed.contains([':', ';']) || names_several_units(printed) {
        return Lookup::Unknown;
    }
    let words = without_terms(words_of(printed));
    let named = find_named(&words, context);
    if named != Lookup::Unknown {
        return named;
    }
    if let Some((post, count)) = leading_post(&words) {
        let rest = &words[count..];
        let mut acted_for = Lookup::Unknown;
        if let Some(unit) = post.unit {
            let mut unit = words_of(unit);
            unit.extend_from_slice(rest);
            acted_for = find_named_or_unit(&unit, context);
        }
        if acted_for == Lookup::Unknown && !rest.is_empty() {
            acted_for = find_named_or_unit(rest, context);
        }
        if acted_for == Lookup::Unknown {
            let at_hand = match (rest.is_empty(), post.body, post.heads) {
                (true, Some(id), _) => body(id),
                (true, None, Some(heads)) => body_at_hand(&words_of(heads), context),
                (true, None, None) => context.body.as_deref().and_then(body),
                (false, _, _) => body_at_hand(rest, context),
            };
            acted_for = at_hand.map_or(Lookup::Unknown, |found| Lookup::Found(Box::new(found)));
        }
        if acted_for != Lookup::Unknown {
            return with_post(acted_for, post.name);
        }
    }
    // `Vụ Pháp chế (Bộ Công Thương)`: the bracket may name the body of the unit.
    let bracket =
        printed.split_once('(').map(|(_, inside)| words_of(inside.split(')').next().unwrap_or_default()));
    match bracket.map(|inside| find_named(&inside, context)) {
        Some(Lookup::Found(parent)) if begins_unit(&words, &UNIT_HEADS) => unit_of(&words, *parent),
        _ => find_unit(&words, context),
    }
}

/// `Văn phòng, Vụ Thông tin`: a list of units is no body.
fn names_several_units(printed: &str) -> bool {
    printed.split('(').next().unwrap_or_default().split(',').skip(1).any(|piece| {
        let words = words_of(piece);
        begins_unit(&words, &UNIT_HEADS)
    })
}

fn begins_unit(words: &[Word], heads: &[&str]) -> bool {
    heads.iter().any(|head| starts_with(words, head))
}

fn find_named_or_unit(words: &[Word], context: &Context) -> Lookup {
    match find_named(words, context) {
        Lookup::Unknown => find_unit(words, context),
        named => named,
    }
}

fn with_post(lookup: Lookup, post: &str) -> Lookup {
    let post = Some(post.to_owned());
    match lookup {
        Lookup::Found(body) => Lookup::Found(Box::new(BodyMatch { post, ..*body })),
        Lookup::Ambiguous(bodies) => Lookup::Ambiguous(
            bodies.into_iter().map(|body| BodyMatch { post: post.clone(), ..body }).collect(),
        ),
        Lookup::Unscoped(unscoped) => Lookup::Unscoped(Unscoped { post, ..unscoped }),
        Lookup::Unknown => Lookup::Unknown,
    }
}

/// Leaves out `khóa XIII` at the end and `lần thứ XIII` anywhere: they date a body, they do not name it.
fn without_terms(mut words: Vec<Word>) -> Vec<Word> {
    if let Some(at) = words.iter().rposition(|word| word.key == "khóa")
        && at > 0
        && at + 2 == words.len()
    {
        words.truncate(at);
    }
    if let Some(at) = words.windows(2).position(|pair| pair[0].key == "lần" && pair[1].key == "thứ") {
        let ordinal = words[at + 2..].iter().take_while(|word| is_ordinal(&word.key)).count();
        words.drain(at..at + 2 + ordinal);
    }
    words
}

fn is_ordinal(word: &str) -> bool {
    let spelled = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "một", "bốn"];
    word.chars().all(|c| c.is_ascii_digit())
        || word.chars().all(|c| "ivx".contains(c))
        || spelled.contains(&word)
}

/// A name of the table, the longest first, with a place behind it where the table wants one.
fn find_named(words: &[Word], context: &Context) -> Lookup {
    if !words.first().is_some_and(|word| begins_a_name(&word.key)) {
        return Lookup::Unknown;
    }
    let mut stem = joined(&words[..words.len().min(most_words())]);
    for count in (1..=words.len().min(most_words())).rev() {
        let rest = &words[count..];
        let rows = bodies_named(&stem);
        if rows.is_empty() {
            stem.truncate(stem.len().saturating_sub(words[count - 1].key.len() + 1));
            continue;
        }
        if rest.is_empty() {
            let matches: Vec<_> =
                rows.iter().filter(|body| body.scope == Scope::Fixed).map(|body| fixed(body)).collect();
            if !matches.is_empty() {
                return one_or_many(matches, context);
            }
        }
        let found = find_placed(&stem, rows, rest, context);
        if found != Lookup::Unknown {
            return found;
        }
        stem.truncate(stem.len().saturating_sub(words[count - 1].key.len() + 1));
    }
    Lookup::Unknown
}

fn one_or_many(mut matches: Vec<BodyMatch>, context: &Context) -> Lookup {
    if let Some(date) = context.date.as_deref().filter(|_| matches.len() > 1) {
        let existed =
            |body: &BodyMatch| may_lie_within(date, body.valid_from.as_deref(), body.valid_to.as_deref());
        if matches.iter().any(existed) {
            matches.retain(existed);
        }
    }
    if matches.len() > 1 {
        Lookup::Ambiguous(matches)
    } else {
        matches.pop().map_or(Lookup::Unknown, |one| Lookup::Found(Box::new(one)))
    }
}

fn find_placed(stem: &str, rows: &[&'static Body], rest: &[Word], context: &Context) -> Lookup {
    let row = |scope: Scope| rows.iter().find(|body| body.scope == scope).copied();
    let date = context.date.as_deref();
    let committee = level_of_committee(stem);
    let place = match committee {
        Some(level) if !rest.first().is_some_and(|word| matches!(word.key.as_str(), "tỉnh" | "thành")) => {
            let mut named = words_of(level);
            named.extend_from_slice(rest);
            parse_place(&named, date)
        }
        _ => parse_place(rest, date),
    };
    let Some(place) = place else { return Lookup::Unknown };
    let (scope, setting) = match place {
        Place::None if row(Scope::Province).is_none_or(|body| body.placed) => return Lookup::Unknown,
        Place::None if row(Scope::Commune).is_some() && commune_at_hand(context).is_some() => {
            (Scope::Commune, commune_at_hand(context))
        }
        Place::None => {
            (Scope::Province, province_at_hand(context).map(|province| setting_of(province, context)))
        }
        Place::SomeProvince(kind) => {
            let at_hand = province_at_hand(context).map(|province| setting_of(province, context));
            match at_hand {
                Some(setting) if setting.kind == kind => (Scope::Province, Some(setting)),
                // `UBND thành phố` in a province: a city below it.
                Some(_) if kind == ProvinceKind::City => (Scope::District, None),
                _ => (Scope::Province, None),
            }
        }
        Place::Province(province, printed) => {
            let dated = setting_of(province, context);
            // The level as printed holds only for a province that changed it; else the table knows better.
            let kind =
                printed.filter(|_| date.is_none() && province.kind_on(Some("2000")) != province.kind());
            (Scope::Province, Some(Setting { kind: kind.unwrap_or(dated.kind), ..dated }))
        }
        Place::SomeDistrict => (Scope::District, None),
        Place::District(local) => (Scope::District, local_setting(local, context)),
        Place::SomeCommune => (Scope::Commune, commune_at_hand(context)),
        Place::Commune(local) => (Scope::Commune, local_setting(local, context)),
    };
    let Some(found) = row(scope) else { return Lookup::Unknown };
    match setting {
        Some(setting) => Lookup::Found(Box::new(set(found, &setting))),
        None => Lookup::Unscoped(Unscoped {
            template: found.id,
            scope,
            branch: found.branch,
            tier: found.tier,
            post: None,
        }),
    }
}

/// The province of the context, or of the body that speaks.
pub(super) fn province_at_hand(context: &Context) -> Option<ProvinceId> {
    context.province.or_else(|| body(context.body.as_deref()?)?.province)
}

/// A province as it was at the time of the text.
pub(super) fn setting_of(province: ProvinceId, context: &Context) -> Setting {
    Setting { province, kind: province.kind_on(context.date.as_deref()), local: None }
}

fn local_setting(local: Local, context: &Context) -> Option<Setting> {
    let province = local.province.or_else(|| province_at_hand(context))?;
    Some(Setting { local: Some(local), ..setting_of(province, context) })
}

/// The commune of the context.
pub(super) fn commune_at_hand(context: &Context) -> Option<Setting> {
    match parse_place(&words_of(context.commune.as_deref()?), None)? {
        Place::Commune(local) => local_setting(local, context),
        _ => None,
    }
}

/// `Sở`, `Bộ`, `Cục` alone: the body at hand, if it is one.
fn body_at_hand(words: &[Word], context: &Context) -> Option<BodyMatch> {
    /// `tổng cục`
    const LONGEST: usize = 2;
    if words.len() > LONGEST {
        return None;
    }
    let at_hand = || context.body.as_deref().and_then(body);
    match joined(words).as_str() {
        "ngành" | "cơ quan" | "đơn vị" => at_hand(),
        kind @ ("sở" | "bộ" | "cục" | "tổng cục" | "ban" | "chi cục" | "vụ" | "viện") => {
            at_hand().filter(|body| name_key(&body.name).starts_with(&format!("{kind} ")))
        }
        _ => None,
    }
}

/// A unit of a body: `Vụ Pháp chế - Bộ Xây dựng`, `Văn phòng Sở`, `Phòng Nghiệp vụ Y thuộc Sở Y tế`.
fn find_unit(words: &[Word], context: &Context) -> Lookup {
    if let Some(at_hand) = body_at_hand(words, context) {
        return Lookup::Found(Box::new(at_hand));
    }
    let is_one = words.iter().all(|word| !matches!(word.key.as_str(), "các" | "mỗi" | "từng"));
    if !is_one || !begins_unit(words, &UNIT_HEADS) {
        return Lookup::Unknown;
    }
    for at in 1..words.len() {
        let (unit, rest) = (&words[..at], &words[at..]);
        if unit.last().is_some_and(|word| word.key == "và") {
            continue;
        }
        match find_named(rest, context) {
            // `Ban Tổ chức Trung ương và Ban Tuyên giáo Trung ương` are two.
            Lookup::Found(_) if joins_bodies(unit, context) => return Lookup::Unknown,
            Lookup::Found(parent) => return unit_of(unit, *parent),
            Lookup::Unscoped(unscoped) => return Lookup::Unscoped(Unscoped { tier: Tier::Unit, ..unscoped }),
            _ => {}
        }
        if let Some(parent) = body_at_hand(rest, context) {
            return unit_of(unit, parent);
        }
    }
    let named = words.len() > 1 || !begins_unit(words, &["phòng", "vụ"]);
    match context.body.as_deref().and_then(body) {
        Some(parent) if named && begins_unit(words, &HEADS_AT_HAND) => unit_of(words, parent),
        _ => Lookup::Unknown,
    }
}

/// Whether the words before a body end with another body and `và`.
fn joins_bodies(unit: &[Word], context: &Context) -> bool {
    let joint = unit.iter().rposition(|word| word.key == "và");
    joint.is_some_and(|at| find_named(&unit[..at], context) != Lookup::Unknown)
}

fn unit_of(unit: &[Word], parent: BodyMatch) -> Lookup {
    let mut unit = unit;
    while let Some((last, before)) = unit.split_last()
        && matches!(last.key.as_str(), "thuộc" | "trực" | "của")
    {
        unit = before;
    }
    let name = joined(unit);
    let capitals = unit.iter().map(|w| if w.capital { capital_first(&w.key) } else { w.key.clone() });
    let shown = capital_first(&capitals.collect::<Vec<_>>().join(" "));
    let id = format!("{}-{}", slug(&name), parent.id);
    Lookup::Found(Box::new(BodyMatch {
        name: format!("{shown} {}", parent.name),
        tier: Tier::Unit,
        parent: Some(parent.id),
        series: id.clone(),
        id,
        ..parent
    }))
}

#[cfg(test)]
#[path = "find_body_tests.rs"]
mod tests;
