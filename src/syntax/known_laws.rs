//! Names of laws the table knows, found in a window and joined into one word each, so that the grammar need not tell
//! where they end. Scans damage accents and writers drop commas: `Luật Quan lý thuế`, `Luật Phòng chống ma túy`.

use std::collections::HashMap;
use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::window::JOIN;
use crate::registry::{law_names, spelled_out};
use crate::text::{bare, lower};

/// Words a name stands behind.
static OPENERS: LazyLock<[Finder<'_>; 4]> =
    LazyLock::new(|| ["luật ", "lệnh ", "luật về ", "lệnh về "].map(Finder::new));

/// Whether a window may hold the name of a law.
pub(super) fn may_join(window: &[u8]) -> bool {
    OPENERS[..2].iter().any(|word| word.find(window).is_some())
}

/// A known name as it is looked for.
struct Name {
    /// In lower case, accents kept, commas dropped.
    exact: String,
    /// The same without accents.
    plain: String,
    /// How many commas it has.
    commas: usize,
}

/// The known names by their first word without accents, the longest first.
static NAMES: LazyLock<HashMap<String, Vec<Name>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<Name>> = HashMap::new();
    for name in law_names() {
        let exact: String = lower(&crate::text::fold(name)).chars().filter(|&c| c != ',').collect();
        let plain = bare(&exact);
        let commas = name.matches(',').count();
        names.entry(first_word(&plain).to_owned()).or_default().push(Name { exact, plain, commas });
    }
    for known in names.values_mut() {
        known.sort_by_key(|name| std::cmp::Reverse(name.plain.len()));
    }
    names
});

static LONGEST: LazyLock<usize> =
    LazyLock::new(|| NAMES.values().flatten().map(|name| name.plain.len() + 16).max().unwrap_or_default());

fn first_word(text: &str) -> &str {
    text.split([' ', ',']).next().unwrap_or_default()
}

/// Writes [`JOIN`] for the blanks of each known name, and for the one before it.
pub(super) fn join(out: &mut [u8]) {
    if !may_join(out) {
        return;
    }
    for word in &*OPENERS {
        let mut from = 0;
        while let Some(step) = word.find(&out[from..]) {
            let start = from + step + word.needle().len();
            from = start;
            let Some((blanks, _)) = known_at(&out[start..]) else { continue };
            out[start - 1] = JOIN;
            for blank in blanks {
                out[start + blank] = JOIN;
            }
        }
    }
}

/// Whether a name the table does not know can be one: several words, the first with a capital or one that names of
/// laws begin with; or a short form (`Luật NSNN`).
pub(super) fn can_be_name(name: &str) -> bool {
    let first = first_word(name);
    if name.chars().all(|c| c.is_uppercase() || c == '&') {
        return spelled_out(name).contains(' ');
    }
    let letters = first.starts_with(char::is_alphabetic) && first.len() > 1;
    letters
        && name.trim_end().contains(' ')
        && (name.starts_with(char::is_uppercase) || NAMES.contains_key(bare(&lower(first)).as_str()))
}

/// How many bytes of the text, which has single blanks, the longest known name at its head takes.
pub(super) fn known_length(text: &str) -> Option<usize> {
    known_at(text.as_bytes()).map(|(_, length)| length)
}

/// The blanks inside the longest known name that the text begins with, and its length; None where there is none.
fn known_at(text: &[u8]) -> Option<(Vec<usize>, usize)> {
    let first = text.split(|b| matches!(b, b' ' | b',' | b';' | b'.' | b')' | b'/')).next()?;
    let first = std::str::from_utf8(first).ok()?;
    let names = NAMES.get(bare(first).to_lowercase().as_str())?;
    let text = std::str::from_utf8(text).ok()?;
    let head: String =
        text.chars().filter(|&c| c != ',').take(*LONGEST).flat_map(char::to_lowercase).collect();
    let plain = bare(&head);
    let ends = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric());
    names.iter().find_map(|name| {
        let same = head.strip_prefix(name.exact.as_str()).is_some_and(ends);
        // A single word without its accents may be anything.
        let like = || name.plain.contains(' ') && plain.strip_prefix(name.plain.as_str()).is_some_and(ends);
        if !(same || like()) {
            return None;
        }
        let (last, end) = text.char_indices().filter(|(_, c)| *c != ',').nth(name.plain.len() - 1)?;
        let (printed, length) = (&text[..last], last + end.len_utf8());
        // `Luật Đầu tư, công văn số` names no Luật Đầu tư công.
        (printed.matches(',').count() <= name.commas)
            .then(|| (printed.match_indices(' ').map(|(blank, _)| blank).collect(), length))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str) -> String {
        let mut out = text.as_bytes().to_vec();
        join(&mut out);
        String::from_utf8_lossy(&out).replace(char::from(JOIN), "_")
    }

    #[test]
    fn known_names_become_one_word() {
        for (text, wanted) in [
            ("luật đất đai và luật giá.", "luật_đất_đai và luật_giá."),
            ("luật quan lý thuế số", "luật_quan_lý_thuế số"),
            (
                "luật đầu tư theo phướng thức đối tác công tư ngày",
                "luật_đầu_tư_theo_phướng_thức_đối_tác_công_tư ngày",
            ),
            ("luật cán bộ công chức", "luật_cán_bộ_công_chức"),
            ("luật chất lượng, sản phẩm hàng hóa", "luật_chất_lượng,_sản_phẩm_hàng_hóa"),
            ("luật đầu tư, công văn", "luật_đầu_tư, công văn"),
            ("luật gia lai", "luật gia lai"),
        ] {
            assert_eq!(joined(text), wanted);
        }
    }
}
