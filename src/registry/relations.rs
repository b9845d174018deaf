//! Relations between documents (CONTRACT.md, Relation): names, verbs in both directions, and their strength.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use super::table::rows;

/// What one document does to another; the order is the order of strength, the most telling first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// Thay thế.
    Replaces,
    /// Bãi bỏ.
    Repeals,
    /// Hủy bỏ.
    Annuls,
    /// Thu hồi.
    Withdraws,
    /// Đình chỉ, tạm ngưng.
    Suspends,
    /// Sửa đổi, bổ sung.
    Amends,
    /// Đính chính.
    Corrects,
    /// Sao y, sao lục, trích sao.
    CopyOf,
    /// Ban hành kèm theo.
    Promulgates,
    /// Phê duyệt.
    Approves,
    /// Thông báo ý kiến, chuyển.
    Conveys,
    /// Thực hiện, triển khai, thi hành.
    Implements,
    /// Hướng dẫn, quy định chi tiết.
    Guides,
    /// Đôn đốc.
    Urges,
    /// Báo cáo kết quả thực hiện.
    ReportsOn,
    /// Trả lời, phúc đáp.
    RespondsTo,
    /// Tiếp theo.
    Follows,
    /// Căn cứ.
    BasedOn,
    /// Theo đề nghị tại Tờ trình.
    ProposedBy,
    /// Viện dẫn: every other mention.
    Cites,
}

/// The language of a verb.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Tiếng Việt.
    Vi,
    /// English.
    En,
}

/// A word that names no relation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownRelation(pub String);

impl fmt::Display for UnknownRelation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}` is not a relation", self.0)
    }
}

impl std::error::Error for UnknownRelation {}

const COLUMNS: [&str; 6] = ["name", "reverse", "en", "en_reverse", "vi", "vi_reverse"];
static TABLE: LazyLock<Vec<[&'static str; 6]>> =
    LazyLock::new(|| rows(include_str!("data/relations.tsv"), COLUMNS));

impl Relation {
    /// Every relation, the strongest first; the rows of the table stand in this order.
    pub const ALL: [Relation; 20] = [
        Relation::Replaces,
        Relation::Repeals,
        Relation::Annuls,
        Relation::Withdraws,
        Relation::Suspends,
        Relation::Amends,
        Relation::Corrects,
        Relation::CopyOf,
        Relation::Promulgates,
        Relation::Approves,
        Relation::Conveys,
        Relation::Implements,
        Relation::Guides,
        Relation::Urges,
        Relation::ReportsOn,
        Relation::RespondsTo,
        Relation::Follows,
        Relation::BasedOn,
        Relation::ProposedBy,
        Relation::Cites,
    ];

    fn row(self) -> &'static [&'static str; 6] {
        &TABLE[self as usize]
    }

    /// The name in the output: `implements`.
    pub fn as_str(self) -> &'static str {
        self.row()[0]
    }

    /// The name seen from the other document: `implemented_by`.
    pub fn reverse_name(self) -> &'static str {
        self.row()[1]
    }

    /// The verb from the acting document: `thực hiện`, `implements`.
    pub fn verb(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.row()[2],
            Lang::Vi => self.row()[4],
        }
    }

    /// The verb from the other document: `được thực hiện bởi`, `is implemented by`.
    pub fn reverse_verb(self, lang: Lang) -> &'static str {
        match lang {
            Lang::En => self.row()[3],
            Lang::Vi => self.row()[5],
        }
    }

    /// Place in the order of strength, 0 the strongest.
    pub fn rank(self) -> usize {
        self as usize
    }

    /// The relation of a reverse name: `implemented_by`.
    pub fn from_reverse_name(name: &str) -> Option<Relation> {
        Relation::ALL.into_iter().find(|relation| relation.reverse_name() == name)
    }
}

impl fmt::Display for Relation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl FromStr for Relation {
    type Err = UnknownRelation;

    /// Reads the name of the output; `implemented_by` is not one of them.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let mut all = Relation::ALL.into_iter();
        all.find(|relation| relation.as_str() == name).ok_or_else(|| UnknownRelation(name.to_owned()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_has_every_relation_in_order_and_full() {
        assert_eq!(TABLE.len(), Relation::ALL.len());
        for (at, relation) in Relation::ALL.into_iter().enumerate() {
            assert_eq!(relation.rank(), at);
            assert!(relation.row().iter().all(|cell| !cell.is_empty()), "{relation}");
            let variant = format!("{relation:?}").to_lowercase();
            assert_eq!(relation.as_str().replace('_', ""), variant);
            assert_eq!(relation.as_str().parse(), Ok(relation));
            assert_eq!(Relation::from_reverse_name(relation.reverse_name()), Some(relation));
        }
        assert!("implemented_by".parse::<Relation>().is_err());
    }

    #[test]
    fn the_most_telling_act_comes_first() {
        let mut roles = [Relation::Cites, Relation::BasedOn, Relation::Implements, Relation::Replaces];
        roles.sort_unstable();
        assert_eq!(roles, [Relation::Replaces, Relation::Implements, Relation::BasedOn, Relation::Cites]);
    }

    #[test]
    fn verbs_read_both_ways() {
        let relation = Relation::Implements;
        assert_eq!(relation.verb(Lang::Vi), "thực hiện");
        assert_eq!(relation.reverse_verb(Lang::Vi), "được thực hiện bởi");
        assert_eq!(relation.verb(Lang::En), "implements");
        assert_eq!(relation.reverse_name(), "implemented_by");
    }
}
