//! Words at a place of a text: whether an actor opens there, or an action. Capitals tell names from verbs.

use aho_corasick::{AhoCorasick, AhoCorasickBuilder, AhoCorasickKind, MatchKind};

use crate::registry::{DutyKinds, DutyWord, DutyWords, duty_words};

/// Text and its lower case with the same offsets.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// As printed.
    pub text: &'a str,
    /// In lower case.
    pub lower: &'a str,
}

/// Words that may follow a body's head noun in lower case: `Công an tỉnh`, `Ban quản lý`.
const AFTER_HEAD: [&str; 37] = [
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
    "cán",
    "kiểm",
    "đầu",
];

/// What tells an action or what happened to a subject.
const STOP_KINDS: [DutyWord; 8] = {
    use DutyWord::{Assign, Manner, Must, Past, Request, Require, Urge, Verb};
    [Must, Manner, Verb, Assign, Require, Request, Urge, Past]
};
/// The same as a set.
const STOPS: DutyKinds = DutyKinds::of(&STOP_KINDS);
/// What an action opens with.
pub(super) const ACTS: DutyKinds = DutyKinds::of(&[DutyWord::Must, DutyWord::Manner, DutyWord::Verb]);
/// Nouns of actors.
const NOUNS: DutyKinds = DutyKinds::of(&[DutyWord::Group, DutyWord::Body, DutyWord::Post]);
/// What the name behind a post opens with.
const HEADS: DutyKinds = DutyKinds::of(&[DutyWord::Opener, DutyWord::Group, DutyWord::Body]);
/// What an actor opens with.
const OPENS: DutyKinds = DutyKinds::of(&[DutyWord::Opener, DutyWord::Group, DutyWord::Body, DutyWord::Post]);

/// A scan for words so frequent that looking for rare bytes first would cost more than it saves.
pub(super) fn dense(kind: MatchKind) -> AhoCorasickBuilder {
    let mut builder = AhoCorasick::builder();
    builder.match_kind(kind).kind(Some(AhoCorasickKind::DFA)).prefilter(false);
    builder
}

impl<'a> Words<'a> {
    pub(super) fn rest(&self, at: usize) -> &'a str {
        &self.lower[at..]
    }

    /// The words of duty at `at`, of all kinds.
    pub(super) fn at(&self, at: usize) -> DutyWords<'a> {
        duty_words(self.rest(at))
    }

    pub(super) fn is(&self, at: usize, kind: DutyWord) -> Option<usize> {
        self.at(at).length(kind)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.text[at..].starts_with(char::is_uppercase)
    }

    /// The next word after white space from `at`, within `end`.
    pub(super) fn next_word(&self, at: usize, end: usize) -> usize {
        let rest = &self.lower[at..end];
        at + (rest.len() - rest.trim_start().len())
    }

    /// Whether the word at `at` opens an action or tells what happened to the subject.
    pub(super) fn stops(&self, at: usize) -> bool {
        self.stopped_by(at, self.at(at))
    }

    /// The same, where the words of duty there are known.
    pub(super) fn stopped_by(&self, at: usize, here: DutyWords<'_>) -> bool {
        if !here.has(STOPS) {
            return false;
        }
        // A capital within a sentence opens a name, save for words that are in none: `Khẩn trương`.
        let manner =
            || here.length(DutyWord::Manner).is_some_and(|len| self.lower[at..at + len].contains(' '));
        // `hình Thành phố` holds no `hình thành`.
        let small = |len: usize| !self.text[at..at + len].chars().skip(1).any(char::is_uppercase);
        (!self.capital(at) || manner()) && STOP_KINDS.iter().any(|&kind| here.length(kind).is_some_and(small))
    }

    /// Whether an action opens at `at`, capital or not.
    pub(super) fn acts(&self, at: usize) -> bool {
        self.at(at).has(ACTS)
    }

    /// Whether an actor opens at `at`.
    pub(super) fn opens(&self, at: usize, end: usize) -> bool {
        at < end && self.opened_by(at, end, self.at(at))
    }

    /// The same, where the words of duty there are known.
    pub(super) fn opened_by(&self, at: usize, end: usize, here: DutyWords<'_>) -> bool {
        if at >= end || !here.has(OPENS) || here.has(DutyWord::NotActor) {
            return false;
        }
        if let Some(len) = here.length(DutyWord::Opener) {
            let next = self.next_word(at + len, end);
            return next < end && {
                let next = self.at(next);
                next.has(NOUNS) && !next.has(DutyWord::NotActor)
            };
        }
        if let Some(len) = here.length(DutyWord::Post) {
            let next = self.next_word(at + len, end);
            let named = next >= end
                || self.capital(next)
                || self.capital(at) && self.stops(next)
                || self.at(next).has(HEADS)
                || self.capital(at)
                    && self.lower[at + len..end].starts_with([',', ';'])
                    && self.opens_after_mark(at + len, end);
            return named;
        }
        if self.capital(at)
            && let Some(len) = here.length(DutyWord::Body)
        {
            let next = self.next_word(at + len, end);
            let longer_verb = || {
                [DutyWord::Verb, DutyWord::Past, DutyWord::Statement, DutyWord::Manner]
                    .iter()
                    .any(|&kind| here.length(kind).is_some_and(|verb| verb > len))
            };
            let follower =
                || self.rest(next).split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
            let place = || {
                matches!(
                    self.lower[at..at + len].trim(),
                    "tỉnh" | "thành phố" | "chính phủ" | "quốc hội" | "trung ương" | "vpcp" | "kiểm lâm"
                )
            };
            let proper = next >= end || self.capital(next) || place() || AFTER_HEAD.contains(&follower());
            if proper && !longer_verb() {
                return true;
            }
        }
        // A set without a word before it: `Sở, ban, ngành thuộc ...`, `địa phương`.
        here.length(DutyWord::Group).is_some_and(|len| self.noun(at, len, end))
    }

    fn opens_after_mark(&self, at: usize, end: usize) -> bool {
        let next = self.next_word(at + 1, end);
        next < end && self.at(next).has(DutyKinds::of(&[DutyWord::Post, DutyWord::Body, DutyWord::Opener]))
    }

    /// Whether a group noun is meant as one: `tổ chức, cá nhân` against `tổ chức quán triệt`.
    pub(super) fn noun(&self, at: usize, len: usize, end: usize) -> bool {
        let after = &self.lower[at + len..end];
        let next = after.trim_start();
        let listed = || {
            after.starts_with([',', ';']) && {
                let q = self.next_word(at + len + 1, end);
                q < end && self.at(q).has(DutyWord::Group)
            }
        };
        match &self.lower[at..at + len] {
            "tổ chức" => {
                listed()
                    || ["cơ quan,", "đơn vị,"].iter().any(|word| self.lower[..at].trim_end().ends_with(word))
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
                listed() || self.capital(at + len + after.len() - next.len()) || next.starts_with("ủy")
            }
            "cấp" | "báo" | "cơ sở" | "bộ" | "hội" | "tổ" | "đội" | "trường" | "viện" | "phòng" | "ban"
            | "thuế" | "khối" | "trưởng" | "đài" | "ủy viên" | "uỷ viên" | "khoa" => listed(),
            _ => true,
        }
    }
}
