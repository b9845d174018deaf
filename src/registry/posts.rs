//! Posts and standing organs (chức vụ, ban thường vụ, thường trực) that act for a body: `Chủ tịch UBND tỉnh`.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::name_words::{Word, joined, name_key};
use super::table::{list, optional, rows};

/// A row of the table of posts.
#[derive(Debug)]
pub struct Post {
    /// The post as it is shown: `Chánh Văn phòng`.
    pub name: &'static str,
    /// Other ways to print it.
    pub variants: Vec<&'static str>,
    /// What it heads, when the post itself names it: `Văn phòng`.
    pub unit: Option<&'static str>,
    /// What the body at hand must be when the post stands alone: `Bộ` for Bộ trưởng.
    pub heads: Option<&'static str>,
    /// Id of the body it acts for when none follows: Phó Thủ tướng for `thu-tuong`.
    pub body: Option<&'static str>,
}

static POSTS: LazyLock<Vec<Post>> = LazyLock::new(|| {
    rows(include_str!("data/posts.tsv"), ["post", "variants", "unit", "heads", "body"])
        .into_iter()
        .map(|[name, variants, unit, heads, body]| Post {
            name,
            variants: list(variants),
            unit: optional(unit),
            heads: optional(heads),
            body: optional(body),
        })
        .collect()
});

static BY_NAME: LazyLock<HashMap<String, &'static Post>> = LazyLock::new(|| {
    let named = |post: &'static Post| std::iter::once(post.name).chain(post.variants.iter().copied());
    posts().iter().flat_map(|post| named(post).map(move |name| (name_key(name), post))).collect()
});

/// The first words of posts.
static FIRST_WORDS: LazyLock<HashSet<&'static str>> =
    LazyLock::new(|| BY_NAME.keys().filter_map(|name| name.split(' ').next()).collect());

/// The longest post has eight words.
const LONGEST: usize = 8;

/// Every post of the table.
pub fn posts() -> &'static [Post] {
    &POSTS
}

/// The longest post the words begin with, and how many words it takes.
pub(super) fn leading_post(words: &[Word]) -> Option<(&'static Post, usize)> {
    if !FIRST_WORDS.contains(words.first()?.key.as_str()) {
        return None;
    }
    (1..=LONGEST.min(words.len()))
        .rev()
        .find_map(|count| BY_NAME.get(&joined(&words[..count])).map(|post| (*post, count)))
}

#[cfg(test)]
mod tests {
    use super::super::bodies::fixed_body;
    use super::super::name_words::words_of;
    use super::*;

    #[test]
    fn the_longest_post_wins() {
        for (printed, post) in [
            ("Phó Chủ tịch Thường trực UBND tỉnh", "Phó Chủ tịch Thường trực"),
            ("CHÁNH VĂN PHÒNG", "Chánh Văn phòng"),
            ("Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ", "Bộ trưởng"),
            ("Phó Thủ tướng Chính phủ", "Phó Thủ tướng"),
        ] {
            let words = words_of(printed);
            assert_eq!(leading_post(&words).map(|(post, _)| post.name), Some(post));
        }
        assert!(leading_post(&words_of("Sở Y tế")).is_none());
    }

    #[test]
    fn posts_act_for_bodies_of_the_table() {
        for id in posts().iter().filter_map(|post| post.body) {
            assert!(fixed_body(id).is_some(), "{id}");
        }
    }
}
