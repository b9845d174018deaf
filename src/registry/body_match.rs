//! A body as found: templates filled with their place, the context that decides what a bare name means, and
//! the way back from an id.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::bodies::{Body, Branch, Scope, Tier, bodies, fixed_body};
use super::name_words::capital_first;
use super::place::Local;
use super::provinces::{ProvinceId, ProvinceKind};
use crate::text::slug;

/// What the text around a name tells: whose document it is, where and when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Context {
    /// The province at hand: which one `Ủy ban nhân dân tỉnh` is of.
    pub province: Option<ProvinceId>,
    /// The commune at hand with its level, as printed: `xã Đất Mũi`.
    pub commune: Option<String>,
    /// Id of the body that speaks: `Văn phòng Sở` is a unit of it.
    pub body: Option<String>,
    /// EDTF date of the text.
    pub date: Option<String>,
}

/// A body found: concrete, with every placeholder filled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BodyMatch {
    /// The id without `vn/`: `ubnd-ca-mau`.
    pub id: String,
    /// The full name: `Ủy ban nhân dân tỉnh Cà Mau`.
    pub name: String,
    /// Branch.
    pub branch: Branch,
    /// Tier.
    pub tier: Tier,
    /// Id of the body above it.
    pub parent: Option<String>,
    /// The province it is of.
    pub province: Option<ProvinceId>,
    /// The post or standing organ that acts for it, when one was named: `Chủ tịch`, `Ban Thường vụ`.
    pub post: Option<String>,
    /// Id of the body under whose numbers it issues, mostly its own.
    pub series: String,
    /// First day, EDTF, where known.
    pub valid_from: Option<String>,
    /// Last day, EDTF, where it is no more.
    pub valid_to: Option<String>,
    /// Id of the body that took over.
    pub successor: Option<String>,
}

/// A name that fits a template, while nothing tells of which place: `Sở Y tế` without a province.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unscoped {
    /// Id of the template: `so-y-te-{province}`.
    pub template: &'static str,
    /// What is missing: the province, the district or the commune.
    pub scope: Scope,
    /// Branch.
    pub branch: Branch,
    /// Tier.
    pub tier: Tier,
    /// The post or standing organ named with it.
    pub post: Option<String>,
}

/// The answer to a printed name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lookup {
    /// One body.
    Found(Box<BodyMatch>),
    /// Several, none more likely than the others.
    Ambiguous(Vec<BodyMatch>),
    /// A kind of body that exists in many places, the place unknown.
    Unscoped(Unscoped),
    /// No body of the registry, or a set of bodies.
    Unknown,
}

impl Lookup {
    /// The one body found.
    pub fn found(self) -> Option<BodyMatch> {
        match self {
            Lookup::Found(body) => Some(*body),
            _ => None,
        }
    }
}

/// Where a template is set: a province, and in it a district or commune.
#[derive(Debug, Clone)]
pub(super) struct Setting {
    pub province: ProvinceId,
    pub kind: ProvinceKind,
    pub local: Option<Local>,
}

impl Setting {
    fn committee(&self) -> &'static str {
        committee(self.kind)
    }

    fn fill_id(&self, pattern: &str) -> String {
        if !pattern.contains('{') {
            return pattern.to_owned();
        }
        let mut filled = pattern.replace("{province}", self.province.slug());
        if filled.contains("{uy}") {
            filled = filled.replace("{uy}", &slug(self.committee()));
        }
        match &self.local {
            None => filled,
            Some(local) => {
                let mut place = slug(&format!("{} {}", local.level, local.name));
                if let Some(within) = &local.within {
                    place = format!("{place}-{}", slug(within));
                }
                filled.replace("{district}", &place).replace("{commune}", &place)
            }
        }
    }

    fn fill_name(&self, pattern: &str) -> String {
        let mut filled = pattern.to_owned();
        for (hole, name) in [
            ("{province-name}", self.province.name()),
            ("{province}", &self.province.full_name(self.kind)),
            ("{uy}", self.committee()),
        ] {
            if filled.contains(hole) {
                filled = filled.replace(hole, name);
            }
        }
        match &self.local {
            None => filled,
            Some(local) => {
                let mut place = format!("{} {}", local.level, local.name);
                if let Some(within) = &local.within {
                    place = format!("{place}, {within}");
                }
                let level = local.level.split(' ').next().unwrap_or_default();
                let committee = format!("{} ủy {}", capital_first(level), local.name);
                filled
                    .replace("{district-uy}", &committee)
                    .replace("{district}", &place)
                    .replace("{commune}", &place)
            }
        }
    }
}

fn committee(kind: ProvinceKind) -> &'static str {
    match kind {
        ProvinceKind::Province => "Tỉnh ủy",
        ProvinceKind::City => "Thành ủy",
    }
}

/// The match of a fixed body.
pub(super) fn fixed(body: &Body) -> BodyMatch {
    BodyMatch {
        id: body.id.to_owned(),
        name: body.name.to_owned(),
        branch: body.branch,
        tier: body.tier,
        parent: body.parent.map(str::to_owned),
        province: None,
        post: None,
        series: body.series.unwrap_or(body.id).to_owned(),
        valid_from: body.valid_from.map(str::to_owned),
        valid_to: body.valid_to.map(str::to_owned),
        successor: body.successor.map(str::to_owned),
    }
}

/// The match of a template in its setting. A body of a former province ended with it.
pub(super) fn set(body: &Body, setting: &Setting) -> BodyMatch {
    let id = setting.fill_id(body.id);
    let heir = setting.province.successor().map(|province| {
        Setting { province, kind: province.kind(), local: setting.local.clone() }.fill_id(body.id)
    });
    BodyMatch {
        name: setting.fill_name(body.name),
        branch: body.branch,
        tier: body.tier,
        parent: body.parent.map(|parent| setting.fill_id(parent)),
        province: Some(setting.province),
        post: None,
        series: body.series.map_or_else(|| id.clone(), |series| setting.fill_id(series)),
        valid_from: body.valid_from.map(str::to_owned),
        valid_to: body.valid_to.or(setting.province.valid_to()).map(str::to_owned),
        successor: body.successor.map(|successor| setting.fill_id(successor)).or(heir),
        id,
    }
}

/// Templates of provinces by what their ids have before the slug of the province: `so-y-te-`.
static BEFORE_PROVINCE: LazyLock<HashMap<(ProvinceKind, String), &'static Body>> = LazyLock::new(|| {
    let mut templates = HashMap::new();
    for kind in [ProvinceKind::Province, ProvinceKind::City] {
        let uy = slug(committee(kind));
        for body in bodies().iter().filter(|body| body.scope == Scope::Province) {
            if let Some(front) = body.id.strip_suffix("{province}") {
                templates.entry((kind, front.replace("{uy}", &uy))).or_insert(body);
            }
        }
    }
    templates
});

/// The body of a concrete id, fixed or of a province: `bo-y-te`, `so-y-te-ca-mau`. None for ids of communes,
/// districts and units: their names cannot be read from an id.
pub fn body(id: &str) -> Option<BodyMatch> {
    if let Some(found) = fixed_body(id) {
        return Some(fixed(found));
    }
    for province in ProvinceId::all() {
        let Some(front) = id.strip_suffix(province.slug()) else { continue };
        for kind in [province.kind(), ProvinceKind::Province, ProvinceKind::City] {
            if let Some(found) = BEFORE_PROVINCE.get(&(kind, front.to_owned())) {
                return Some(set(found, &Setting { province, kind, local: None }));
            }
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_leads_back_to_its_body() {
        for (id, name) in [
            ("bo-y-te", "Bộ Y tế"),
            ("ubnd-ca-mau", "Ủy ban nhân dân tỉnh Cà Mau"),
            ("so-y-te-ho-chi-minh", "Sở Y tế Thành phố Hồ Chí Minh"),
            ("tinh-uy-ca-mau", "Tỉnh ủy Cà Mau"),
            ("thanh-uy-can-tho", "Thành ủy Cần Thơ"),
            ("tinh-uy-dong-nai", "Tỉnh ủy Đồng Nai"),
            ("ubnd-ha-nam", "Ủy ban nhân dân tỉnh Hà Nam"),
        ] {
            assert_eq!(body(id).map(|found| found.name).as_deref(), Some(name), "{id}");
        }
        assert_eq!(body("so-phep-thuat-ca-mau"), None);
    }

    #[test]
    fn the_id_of_a_template_ends_with_its_province() {
        for body in bodies().iter().filter(|body| body.scope == Scope::Province) {
            let front = body.id.strip_suffix("{province}").map(|front| front.replace("{uy}", ""));
            assert!(front.is_some_and(|front| !front.contains('{')), "{}", body.id);
        }
    }

    #[test]
    fn bodies_of_former_provinces_tell_their_end() {
        let former = body("ubnd-bac-lieu").expect("a former province");
        assert_eq!(former.valid_to.as_deref(), Some("2025-06-30"));
        assert_eq!(former.successor.as_deref(), Some("ubnd-ca-mau"));
        assert_eq!(body("bo-chinh-tri").map(|found| found.series).as_deref(), Some("tw"));
    }
}
