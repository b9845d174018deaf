//! What each diagnostic code means, in both languages: the table `explanations.tsv`.

/// The table.
const TABLE: &str = include_str!("explanations.tsv");

/// What a code means and what to do about it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Explanation {
    pub(crate) code: &'static str,
    pub(crate) vi: [&'static str; 2],
    pub(crate) en: [&'static str; 2],
}

/// Every code, in the order of the table.
pub(crate) fn all() -> impl Iterator<Item = Explanation> {
    let rows = TABLE.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|row| match *row.split('\t').collect::<Vec<_>>() {
        [code, vi, vi_help, en, en_help] => Some(Explanation { code, vi: [vi, vi_help], en: [en, en_help] }),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::Path;

    use super::*;

    fn sources(folder: &Path, texts: &mut Vec<String>) {
        for path in fs::read_dir(folder).expect("src is readable").flatten().map(|entry| entry.path()) {
            if path.is_dir() {
                sources(&path, texts);
            } else if path.extension().is_some_and(|e| e == "rs") {
                texts.push(fs::read_to_string(&path).expect("source is text"));
            }
        }
    }

    #[test]
    fn every_row_is_whole_and_every_code_stands_once() {
        let rows = TABLE.lines().filter(|line| !line.starts_with('#')).count() - 1;
        assert_eq!(all().count(), rows, "every row has five cells");
        let codes: BTreeSet<_> = all().map(|e| e.code).collect();
        assert_eq!(codes.len(), rows, "no code stands twice");
        for e in all() {
            assert!(e.vi.iter().chain(&e.en).all(|cell| cell.ends_with('.')), "{}", e.code);
        }
    }

    #[test]
    fn every_code_the_library_gives_is_explained() {
        // However a diagnostic is made, its code stands before its severity, or behind `code:`.
        let made = regex::Regex::new(r#""([a-z]+(?:-[a-z]+)*)",\s*Severity::|code: "([a-z]+(?:-[a-z]+)*)""#);
        let made = made.expect("a valid pattern");
        let mut texts = Vec::new();
        sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut texts);
        let given: BTreeSet<String> = texts
            .iter()
            .flat_map(|text| made.captures_iter(text))
            .filter_map(|found| found.get(1).or(found.get(2)))
            .map(|code| code.as_str().to_owned())
            .collect();
        assert!(given.contains("date-conflict"), "the codes were found");
        let explained: BTreeSet<String> = all().map(|e| e.code.to_owned()).collect();
        let missing: Vec<_> = given.difference(&explained).collect();
        assert!(missing.is_empty(), "no explanation for {missing:?}");
    }
}
