//! Words at a place of a text: whether an actor opens there, or an action. Capitals tell names from verbs.

use crate::registry::{DutyWord, duty_word};

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

impl Words<'_> {
    pub(super) fn rest(&self, at: usize) -> &str {
        &self.lower[at..]
    }

    pub(super) fn is(&self, at: usize, kind: DutyWord) -> Option<usize> {
        duty_word(self.rest(at), kind)
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
    pub(super) fn acts(&self, at: usize) -> bool {
        [DutyWord::Must, DutyWord::Manner, DutyWord::Verb].iter().any(|&kind| self.is(at, kind).is_some())
    }

    /// Whether an actor opens at `at`.
    pub(super) fn opens(&self, at: usize, end: usize) -> bool {
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
                || self.capital(at) && self.stops(next)
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
    pub(super) fn noun(&self, at: usize, len: usize, end: usize) -> bool {
        let after = &self.lower[at + len..end];
        let next = after.trim_start();
        let listed = after.starts_with([',', ';']) && {
            let q = self.next_word(at + len + 1, end);
            q < end && self.is(q, DutyWord::Group).is_some()
        };
        match &self.lower[at..at + len] {
            "tổ chức" => {
                listed
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
                listed || self.capital(at + len + after.len() - next.len()) || next.starts_with("ủy")
            }
            "cấp" | "báo" | "cơ sở" | "bộ" | "hội" | "tổ" | "đội" | "trường" | "viện" | "phòng" | "ban"
            | "thuế" | "khối" | "trưởng" | "đài" | "ủy viên" | "uỷ viên" | "khoa" => listed,
            _ => true,
        }
    }
}
