//! Names that a scan stripped of their accents or gave wrong ones: `CUC THUE TP HÀ NOI` is Cục Thuế thành phố Hà Nội.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::bodies::name_keys;
use super::name_words::{name_key, words_of};
use super::provinces::ProvinceId;
use crate::text::slug;

/// Longer than the words of any name in the tables.
const LONGEST: usize = 16;

/// Phrases of the tables by what is left of them without accents; None where several fit.
static PHRASES: LazyLock<HashMap<String, Option<String>>> = LazyLock::new(|| {
    let mut phrases: HashMap<String, Option<String>> = HashMap::new();
    let provinces = ProvinceId::all().map(|province| name_key(province.name()));
    let levels = ["tỉnh", "thành phố"].map(str::to_owned);
    for phrase in name_keys().map(str::to_owned).chain(provinces).chain(levels) {
        // A single word without accents may be anything, but for the level of a province.
        if !phrase.contains(' ') && phrase != "tỉnh" {
            continue;
        }
        let entry = phrases.entry(plain(&phrase)).or_insert_with(|| Some(phrase.clone()));
        if entry.as_ref() != Some(&phrase) {
            *entry = None;
        }
    }
    phrases
});

fn plain(phrase: &str) -> String {
    phrase.split(' ').map(slug).collect::<Vec<_>>().join(" ")
}

/// The name with the accents of the tables, in lower case; None when a word of it is in none of their phrases, or
/// nothing changes.
pub fn with_accents(printed: &str) -> Option<String> {
    let words: Vec<String> = words_of(printed).into_iter().map(|word| word.key).collect();
    let bare: Vec<String> = words.iter().map(|word| slug(word)).collect();
    let mut found: Vec<&str> = Vec::new();
    let mut at = 0;
    while at < bare.len() {
        let mut ends = (at + 1..=bare.len().min(at + LONGEST)).rev();
        let (phrase, end) =
            ends.find_map(|end| Some((PHRASES.get(&bare[at..end].join(" "))?.as_deref()?, end)))?;
        found.push(phrase);
        at = end;
    }
    let restored = found.join(" ");
    (!restored.is_empty() && restored != words.join(" ")).then_some(restored)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_come_back_where_every_word_is_known() {
        for (printed, restored) in [
            ("CUC THUE TP HÀ NOI", Some("cục thuế thành phố hà nội")),
            ("TONG CỤC HAI QUAN", Some("tổng cục hải quan")),
            ("CỤC THUÉ TINH BAC NINH", Some("cục thuế tỉnh bắc ninh")),
            ("Bộ Tài chính", None),
            ("CONG TY ANH DUONG", None),
        ] {
            assert_eq!(with_accents(printed).as_deref(), restored, "{printed}");
        }
    }
}
