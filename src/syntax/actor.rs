//! Chủ thể: bodies, posts and sets of them as a sentence names them, from the head noun up to the word that opens
//! the action. A closed grammar over the registry's words of duty; capitals tell names from verbs.

use crate::registry::{DutyWord, duty_word};
use crate::text::Span;

/// A list of actors as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actors {
    /// Each of them; `các sở, ban, ngành` is one.
    pub items: Vec<Span>,
    /// Where the list ends: the next word is not of it.
    pub end: usize,
}

/// Text and its lower case with the same offsets.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// As printed.
    pub text: &'a str,
    /// In lower case.
    pub lower: &'a str,
}

/// Longest list that is read, in bytes.
const LONGEST: usize = 900;

/// Words that may follow a body's head noun in lower case: `Công an tỉnh`, `Ban quản lý`.
const AFTER_HEAD: [&str; 34] = [
    "tỉnh",
    "thành",
    "các",
    "xã",
    "phường",
    "quản",
    "chỉ",
    "nhân",
    "trực",
    "ngành",
    "liên",
    "thường",
    "chức",
    "chuyên",
    "thuộc",
    "của",
    "huyện",
    "quận",
    "đặc",
    "cấp",
    "công",
    "phát",
    "trung",
    "kinh",
    "nhà",
    "khu",
    "bộ",
    "địa",
    "ủy",
    "uỷ",
    "tham",
    "có",
    "điều",
    "cơ",
];

impl Words<'_> {
    fn rest(&self, at: usize) -> &str {
        &self.lower[at..]
    }

    fn is(&self, at: usize, kind: DutyWord) -> Option<usize> {
        duty_word(self.rest(at), kind)
    }

    fn capital(&self, at: usize) -> bool {
        self.text[at..].starts_with(char::is_uppercase)
    }

    /// The next word after white space from `at`, within `end`.
    fn next_word(&self, at: usize, end: usize) -> usize {
        let rest = &self.lower[at..end];
        at + (rest.len() - rest.trim_start().len())
    }

    /// Whether the word at `at` opens an action or tells what happened to the subject.
    fn stops(&self, at: usize) -> bool {
        use DutyWord::{Assign, Manner, Must, Past, Request, Require, Urge, Verb};
        // A capital within a sentence opens a name, save for words that are in none: `Khẩn trương`.
        let manner = self.is(at, Manner).is_some_and(|len| self.lower[at..at + len].contains(' '));
        // `hình Thành phố` holds no `hình thành`.
        let small = |len: usize| !self.text[at..at + len].chars().skip(1).any(char::is_uppercase);
        (!self.capital(at) || manner)
            && [Must, Manner, Verb, Assign, Require, Request, Urge, Past]
                .iter()
                .any(|&kind| self.is(at, kind).is_some_and(small))
    }

    /// Whether an action opens at `at`, capital or not.
    fn acts(&self, at: usize) -> bool {
        [DutyWord::Must, DutyWord::Manner, DutyWord::Verb].iter().any(|&kind| self.is(at, kind).is_some())
    }

    /// Whether an actor opens at `at`.
    fn opens(&self, at: usize, end: usize) -> bool {
        if at >= end || self.is(at, DutyWord::NotActor).is_some() {
            return false;
        }
        if let Some(len) = self.is(at, DutyWord::Opener) {
            let next = self.next_word(at + len, end);
            return next < end
                && self.is(next, DutyWord::NotActor).is_none()
                && [DutyWord::Group, DutyWord::Body, DutyWord::Post]
                    .iter()
                    .any(|&k| self.is(next, k).is_some());
        }
        if let Some(len) = self.is(at, DutyWord::Post) {
            let next = self.next_word(at + len, end);
            let named = next >= end
                || self.capital(next)
                || [DutyWord::Opener, DutyWord::Group, DutyWord::Body]
                    .iter()
                    .any(|&k| self.is(next, k).is_some())
                || self.capital(at)
                    && self.lower[at + len..end].starts_with([',', ';'])
                    && self.opens_after_mark(at + len, end);
            return named;
        }
        if self.capital(at)
            && let Some(len) = self.is(at, DutyWord::Body)
        {
            let next = self.next_word(at + len, end);
            let longer_verb = [DutyWord::Verb, DutyWord::Past, DutyWord::Statement, DutyWord::Manner]
                .iter()
                .any(|&kind| self.is(at, kind).is_some_and(|verb| verb > len));
            let follower = self.rest(next).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let place = matches!(
                self.lower[at..at + len].trim(),
                "tỉnh" | "thành phố" | "chính phủ" | "quốc hội" | "trung ương" | "vpcp" | "kiểm lâm"
            );
            let proper = next >= end || self.capital(next) || AFTER_HEAD.contains(&follower) || place;
            if proper && !longer_verb {
                return true;
            }
        }
        self.opens_group(at, end)
    }

    fn opens_after_mark(&self, at: usize, end: usize) -> bool {
        let next = self.next_word(at + 1, end);
        next < end
            && [DutyWord::Post, DutyWord::Body, DutyWord::Opener].iter().any(|&k| self.is(next, k).is_some())
    }

    /// A set without a word before it: `Sở, ban, ngành thuộc ...`, `địa phương`.
    fn opens_group(&self, at: usize, end: usize) -> bool {
        let Some(len) = self.is(at, DutyWord::Group) else { return false };
        self.noun(at, len, end)
    }

    /// Whether a group noun is meant as one: `tổ chức, cá nhân` against `tổ chức quán triệt`.
    fn noun(&self, at: usize, len: usize, end: usize) -> bool {
        let after = &self.lower[at + len..end];
        let next = after.trim_start();
        let listed = after.starts_with([',', ';']) && {
            let q = self.next_word(at + len + 1, end);
            q < end && self.is(q, DutyWord::Group).is_some()
        };
        match &self.lower[at..at + len] {
            "tổ chức" => {
                listed
                    || [
                        "có liên quan",
                        "liên quan",
                        "chính trị",
                        "đoàn thể",
                        "đảng",
                        "tín dụng",
                        "xã hội",
                        "trực thuộc",
                        "thuộc",
                        "cá nhân",
                        "được",
                    ]
                    .iter()
                    .any(|word| next.starts_with(word))
                    || ["và", "hoặc"].iter().any(|word| next.starts_with(word))
            }
            "lãnh đạo" => {
                !after.starts_with(',')
                    && (next.starts_with("các") || self.capital(at + len + after.len() - next.len()))
            }
            "tỉnh" | "thành phố" | "huyện" | "quận" | "xã" | "phường" | "thị trấn" => {
                listed || self.capital(at + len + after.len() - next.len()) || next.starts_with("ủy")
            }
            "cấp" | "báo" | "cơ sở" | "bộ" | "hội" | "tổ" | "đội" | "trường" | "viện" | "phòng" | "ban"
            | "thuế" | "khối" | "trưởng" | "đài" => listed,
            _ => true,
        }
    }
}

/// What stands just before a verb that belongs to a name: `cơ quan chủ trì`, `Ban chỉ đạo`.
const NAME_BEFORE: [&str; 22] = [
    "ban",
    "trung tâm",
    "được giao",
    "được phân công",
    "công tác",
    "hội đồng",
    "phòng",
    "quỹ",
    "tổ",
    "đoàn",
    "có thẩm quyền",
    "chức năng",
    "cơ quan chủ trì",
    "cán bộ",
    "công chức",
    "viên chức",
    "cơ quan tham mưu,",
    "đơn vị sử dụng",
    "giao nhiệm vụ",
    "bộ phận",
    "trạm",
    "cơ sở",
];

/// The list of actors that begins at `start`, within `limit`; None when no actor opens there.
pub fn actors_at(words: Words<'_>, start: usize, limit: usize) -> Option<Actors> {
    let limit = words.lower.floor_char_boundary(limit.min(start + LONGEST));
    if !words.opens(start, limit) {
        return None;
    }
    let mut items = Vec::new();
    let mut from = start;
    if let Some(end) = described(words, start, limit) {
        return Some(Actors { items: vec![Span::new(start, end)], end });
    }
    let mut at = head_end(words, start, limit);
    let mut plain = 0;
    // Behind `các Bộ:` names follow without their head.
    let mut under_colon = false;
    loop {
        // `at` stands behind a word.
        let next = words.next_word(at, limit);
        if next >= limit || words.text[at..next].contains("\n\n") {
            at = at.min(limit);
            break;
        }
        let c = words.text[next..].chars().next()?;
        match c {
            ',' | ';' => {
                let q = words.next_word(next + 1, limit);
                if q >= limit {
                    break;
                }
                if q + 3 < limit && words.rest(q).starts_with("và ") {
                    // `A, B, và C`
                    at = next + 1;
                    continue;
                }
                if words.opens(q, limit) {
                    if c == ';' || new_actor(words, q) && !under_colon {
                        items.push(Span::new(from, at));
                        from = q;
                    }
                    at = head_end(words, q, limit);
                } else if c == ',' && (words.capital(q) || group_noun(words, q, limit)) && !words.stops(q) {
                    at = word_end(words, q, limit);
                } else {
                    break;
                }
                plain = 0;
            }
            ':' => {
                let q = words.next_word(next + 1, limit);
                let listed = [
                    "bộ",
                    "bộ, ngành",
                    "thành phố",
                    "tỉnh",
                    "cơ quan",
                    "ngành",
                    "sở",
                    "xã",
                    "phường",
                    "ban",
                    "đặc khu",
                    "tập đoàn",
                    "công ty",
                ]
                .iter()
                .any(|word| words.lower[from..at].ends_with(word));
                let ministries =
                    words.lower[from..at].ends_with("bộ") || words.lower[from..at].ends_with("sở");
                if listed && q < limit && words.capital(q) && (ministries || !words.acts(q)) {
                    under_colon = true;
                    at = word_end(words, q, limit);
                } else {
                    break;
                }
            }
            '(' => {
                let Some(close) = words.text[next..limit].find(')').map(|i| next + i + 1) else { break };
                let inside = words.next_word(next + 1, limit);
                if close - next > 90 || !words.capital(inside) {
                    break;
                }
                at = close;
            }
            '-' | '/' | '&' | '–' => {
                let q = words.next_word(next + c.len_utf8(), limit);
                if q >= limit || !(words.capital(q) || c == '/') {
                    break;
                }
                at = word_end(words, q, limit);
            }
            c if !c.is_alphanumeric() => break,
            // `a)` opens the first item under the actor.
            _ if words.text[next + c.len_utf8()..limit].starts_with(')') => break,
            _ if joins(words, next).is_some() => {
                let q = words.next_word(next + joins(words, next)?, limit);
                if q >= limit {
                    break;
                }
                if words.opens(q, limit) {
                    if new_actor(words, q) {
                        items.push(Span::new(from, at));
                        from = q;
                    }
                    at = head_end(words, q, limit);
                } else if (words.capital(q) || group_noun(words, q, limit)) && !words.stops(q) {
                    at = word_end(words, q, limit);
                } else {
                    break;
                }
                plain = 0;
            }
            _ if words.is(next, DutyWord::Opener).is_some() && words.opens(next, limit) => {
                at = head_end(words, next, limit);
                plain = 0;
            }
            _ if words.rest(next).starts_with("tại ") => match place_end(words, next, limit) {
                Some(end) => at = end,
                None => break,
            },
            _ if words.stops(next) && !in_name(words, from, next, limit) => break,
            _ => {
                plain = if words.capital(next) { 0 } else { plain + 1 };
                if plain > 18 {
                    return None;
                }
                at = word_end(words, next, limit);
            }
        }
    }
    items.push(Span::new(from, at));
    let clean = |span: Span| span.trimmed(words.text, &[',', ';', '.', ':']);
    let items: Vec<Span> = items.into_iter().map(clean).filter(|span| !span.is_empty()).collect();
    (!items.is_empty()).then_some(Actors { items, end: at })
}

/// `và`, `hoặc`, `cùng với` between two actors.
fn joins(words: Words<'_>, at: usize) -> Option<usize> {
    let rest = words.rest(at);
    ["và", "hoặc"].iter().find_map(|word| {
        let next = rest.strip_prefix(word)?;
        (!next.starts_with(char::is_alphanumeric)).then_some(word.len())
    })
}

fn word_end(words: Words<'_>, at: usize, limit: usize) -> usize {
    let rest = &words.text[at..limit];
    let len = rest.find(|c: char| !c.is_alphanumeric() && c != '.' && c != '\'').unwrap_or(rest.len());
    let word = rest[..len].trim_end_matches('.');
    at + word.len().max(rest.chars().next().map_or(1, char::len_utf8))
}

/// Behind the head noun (with its opener), so that a verb in it does not end the name.
fn head_end(words: Words<'_>, at: usize, limit: usize) -> usize {
    let mut end = at;
    if let Some(len) = words.is(at, DutyWord::Opener) {
        end = words.next_word(at + len, limit);
    }
    let head = [DutyWord::Post, DutyWord::Body, DutyWord::Group]
        .iter()
        .filter_map(|&kind| words.is(end, kind))
        .max();
    head.map_or_else(|| word_end(words, end, limit), |len| (end + len).min(limit))
}

/// Whether what opens at `at` is an actor of its own, not a noun of the set before it.
fn new_actor(words: Words<'_>, at: usize) -> bool {
    words.capital(at) || words.is(at, DutyWord::Opener).is_some() || words.is(at, DutyWord::Post).is_some()
}

fn group_noun(words: Words<'_>, at: usize, limit: usize) -> bool {
    words.is(at, DutyWord::Group).is_some_and(|len| {
        let noun = words.noun(at, len, limit);
        // Within a list `ban, ngành` needs no company.
        noun || !words.is(at, DutyWord::Verb).is_some_and(|verb| verb >= len)
    })
}

/// Whether a stop word at `at` belongs to the name before it.
fn in_name(words: Words<'_>, from: usize, at: usize, limit: usize) -> bool {
    let before = words.lower[from..at].trim_end();
    let rest = &words.lower[at..limit];
    let after = |word: &str| rest.strip_prefix(word).is_some_and(|r| r.starts_with([' ', '\n']));
    if after("cấp") {
        return ["tỉnh", "xã", "huyện", "trung", "ủy", "cơ", "trên", "dưới", "có"]
            .iter()
            .any(|w| rest["cấp".len()..].trim_start().starts_with(w));
    }
    if after("có") {
        let next = rest["có".len()..].trim_start();
        return ["liên quan", "thẩm quyền", "chức năng", "trụ sở", "tên", "sử dụng", "hoạt động", "người"]
            .iter()
            .any(|w| next.starts_with(w));
    }
    if after("từ") {
        let next = words.next_word(at + "từ".len(), limit);
        return words.capital(next);
    }
    if before.ends_with("lực lượng") && rest.starts_with("tham gia") {
        return true;
    }
    if after("được") {
        let next = rest["được".len()..].trim_start();
        return next.starts_with("giao") || next.starts_with("phân công") || next.starts_with("ủy quyền");
    }
    if words.capital(at) {
        return false;
    }
    let verb = words.is(at, DutyWord::Verb).is_some() || words.is(at, DutyWord::Assign).is_some();
    let named = NAME_BEFORE.iter().any(|name| {
        before
            .strip_suffix(name)
            .is_some_and(|head| head.is_empty() || head.ends_with(|c: char| !c.is_alphanumeric()))
    });
    verb && (named || within_name(words, from, at))
}

/// `Quốc phòng`, `Đào tạo`: the second syllable of a name is no verb.
fn within_name(words: Words<'_>, from: usize, at: usize) -> bool {
    let before = words.text[from..at].trim_end();
    let last = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let single = [DutyWord::Verb, DutyWord::Manner].iter().filter_map(|&kind| words.is(at, kind)).max();
    let syllables = single.map_or(0, |len| words.lower[at..at + len].split_whitespace().count());
    let given = [DutyWord::Assign, DutyWord::Require, DutyWord::Request]
        .iter()
        .any(|&kind| words.is(at, kind).is_some());
    (!given || last == "Ngoại")
        && last.starts_with(char::is_uppercase)
        && last.chars().skip(1).all(char::is_lowercase)
        && syllables == 1
}

/// A subject told by what it does: `Đơn vị quản lý, vận hành hệ thống ... có trách nhiệm`. Its end.
fn described(words: Words<'_>, start: usize, limit: usize) -> Option<usize> {
    let mut at = start;
    if let Some(len) = words.is(at, DutyWord::Opener) {
        at = words.next_word(at + len, limit);
    }
    let mut nouns = 0;
    while let Some(len) =
        words.is(at, DutyWord::Group).filter(|&len| DESCRIBED.contains(&&words.lower[at..at + len]))
    {
        nouns += 1;
        at += len;
        if words.lower[at..limit].starts_with(',') {
            at = words.next_word(at + 1, limit);
        } else {
            break;
        }
    }
    let rest = &words.lower[at..limit];
    let next = rest.trim_start();
    let tells = duty_word(next, DutyWord::Verb).is_some()
        || ["được giao", "được phân công"].iter().any(|w| next.starts_with(w));
    if nouns == 0 || !tells {
        return None;
    }
    let near = &rest[..rest.floor_char_boundary(rest.len().min(170))];
    let bound = ["có trách nhiệm", "chịu trách nhiệm"].iter().filter_map(|must| near.find(must)).min()?;
    let clear = !near[..bound].contains([';', '.', ':']);
    clear.then(|| start + words.text[start..at + bound].trim_end().len())
}

/// Nouns whose bearers are told by what they do.
const DESCRIBED: [&str; 4] = ["cơ quan", "đơn vị", "tổ chức", "cá nhân"];

/// `tại khu vực dự báo xảy ra mưa, lũ`: a place told with verbs runs up to the manner of the action.
fn place_end(words: Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let near = words.lower.floor_char_boundary(limit.min(at + 110));
    let mut letter = false;
    let starts = words.lower[at..near].char_indices().filter(|(_, c)| {
        let begins = c.is_alphanumeric() && !letter;
        letter = c.is_alphanumeric();
        begins
    });
    let stop = starts
        .map(|(i, _)| at + i)
        .find(|&i| [DutyWord::Must, DutyWord::Manner].iter().any(|&kind| words.is(i, kind).is_some()))?;
    let clear = !words.lower[at..stop].contains([';', '.', ':']);
    clear.then(|| at + words.text[at..stop].trim_end_matches([' ', '\n', ',']).len())
}
