//! What a document tells about the place and time it speaks from: whose province `Ủy ban nhân dân tỉnh` is of.

use super::issuers::body_of;
use super::symbol;
use crate::model::{Document, Inference, Issuer, Tier};
use crate::registry::{BodyMatch, Context, ProvinceId, body, province_by_name, province_in};

/// A registry id without its `vn/`.
pub(super) fn bare(id: &str) -> &str {
    id.strip_prefix("vn/").unwrap_or(id)
}

/// The place, body and date a document speaks from.
pub fn context_of(document: &Document) -> Context {
    let issuer = document.issuer.as_ref();
    let id = issuer.and_then(|i| i.id.as_deref()).map(|id| bare(id).to_owned());
    let known = id.as_deref().and_then(body);
    let province = known.as_ref().and_then(|b| b.province).or_else(|| province_of(document, known.as_ref()));
    Context {
        province,
        commune: issuer.and_then(|i| commune_in(&i.name)),
        body: id,
        date: document.date.map(|d| d.to_string()),
    }
}

/// The province of a document whose issuer's id does not tell it: by the letterhead, else by the place before the
/// date. Bodies of the centre sit in Hà Nội and speak for no province.
fn province_of(document: &Document, known: Option<&BodyMatch>) -> Option<ProvinceId> {
    let issuer = document.issuer.as_ref();
    let tier = known.map(|b| b.tier).or_else(|| issuer.and_then(|i| i.tier));
    if matches!(tier, Some(Tier::Central | Tier::Ministry)) {
        return None;
    }
    let id = issuer.and_then(|i| i.id.as_deref()).map(bare);
    let by_id = id.and_then(|id| {
        ProvinceId::all().filter(|p| ends_with_slug(id, p.slug())).max_by_key(|p| p.slug().len())
    });
    let names = issuer.map(|i| [Some(i.name.as_str()), i.parent.as_ref().map(|p| p.name.as_str())]);
    by_id
        .or_else(|| names.into_iter().flatten().flatten().find_map(province_in))
        .or_else(|| document.place.as_deref().filter(|_| known.is_none()).and_then(province_by_name))
}

fn ends_with_slug(id: &str, slug: &str) -> bool {
    id.strip_suffix(slug).is_some_and(|rest| rest.ends_with('-'))
}

/// The commune of a letterhead: `xã Đất Mũi` in `Ủy ban nhân dân xã Đất Mũi`.
fn commune_in(name: &str) -> Option<String> {
    let lower = name.to_lowercase();
    let at = ["xã ", "phường ", "thị trấn ", "đặc khu "]
        .iter()
        .filter_map(|level| lower.find(&format!(" {level}")).map(|at| at + 1))
        .min()?;
    name.get(at..).map(str::to_owned)
}

/// Completes the issuer: its id by the name printed, or the whole of it by the symbol of its number and the place.
pub(super) fn complete_issuer(document: &mut Document) {
    let context = context_of(document);
    match &mut document.issuer {
        Some(issuer) if issuer.id.is_none() => {
            if let Some(found) = body_of(&issuer.name, &context) {
                issuer.id = Some(format!("vn/{}", found.id));
                issuer.branch = issuer.branch.or(Some(found.branch));
                issuer.tier = issuer.tier.or(Some(found.tier));
            }
        }
        Some(_) => {}
        None => {
            let Some(number) = &document.number else { return };
            let Some(symbol) = number.symbol.as_deref() else { return };
            let read = symbol::read(symbol, number.style, document.kind);
            if let Some(found) = read.fixed_body(context.date.as_deref()).or_else(|| read.body_at(&context)) {
                document.issuer = Some(Issuer {
                    id: Some(format!("vn/{}", found.id)),
                    branch: Some(found.branch),
                    tier: Some(found.tier),
                    parent: None,
                    span: None,
                    pieces: Vec::new(),
                    inferred_from: Some(Inference::Symbol),
                    name: found.name,
                });
            }
        }
    }
}
