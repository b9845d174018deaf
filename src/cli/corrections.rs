//! The corrections file of `--corrections`: what a person has set right, in TOML, told by line where it cannot be read.

use std::fs;
use std::ops::Range;

use serde::Deserialize;
use toml::Spanned;
use vanban::resolve::{AliasIs, CitationIs, Corrections, Key};
use vanban::text::LineIndex;

/// The file as written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    #[serde(default)]
    citation: Vec<Citation>,
    #[serde(default)]
    alias: Vec<Alias>,
    #[serde(default)]
    apart: Vec<Apart>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Citation {
    cited: String,
    #[serde(rename = "in")]
    within: Option<String>,
    is: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Alias {
    name: String,
    is: Spanned<String>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Apart {
    files: Spanned<Vec<String>>,
}

/// Reads the file.
///
/// # Errors
/// `file:line: what is wrong` for a file that cannot be read, is no TOML, or names no id where one must stand.
pub(crate) fn read(path: &str) -> Result<Corrections, String> {
    let text = fs::read_to_string(path).map_err(|error| format!("{path}: {error}"))?;
    let at = |span: Range<usize>, what: &str| {
        format!("{path}:{}: {what}", LineIndex::new(&text).position(&text, span.start).line)
    };
    let written: Written =
        toml::from_str(&text).map_err(|error| at(error.span().unwrap_or_default(), error.message()))?;
    let mut corrections = Corrections::default();
    for Citation { cited, within, is } in written.citation {
        if Key::of_id(is.get_ref()).is_none() {
            return Err(at(
                is.span(),
                "no id of a document, such as vn/ubnd-ca-mau/ke-hoach/2026/230-kh-ubnd",
            ));
        }
        corrections.citations.push(CitationIs { cited, within, is: is.into_inner() });
    }
    for Alias { name, is } in written.alias {
        if !is_body_id(is.get_ref()) {
            return Err(at(is.span(), "no id of a body, such as vn/so-y-te-ca-mau"));
        }
        corrections.aliases.push(AliasIs { name, is: is.into_inner() });
    }
    for Apart { files } in written.apart {
        if files.get_ref().len() < 2 {
            return Err(at(files.span(), "two files at least are kept apart"));
        }
        corrections.apart.push(files.into_inner());
    }
    Ok(corrections)
}

fn is_body_id(id: &str) -> bool {
    let bare = id.strip_prefix("vn/").unwrap_or_default();
    !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}
