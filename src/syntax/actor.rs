//! Chủ thể: bodies, posts and sets of them as a sentence names them, from the head noun up to the word that opens
//! the action. A closed grammar over the registry's words of duty; capitals tell names from verbs.

use super::name_end;
use super::words::Words;
use crate::registry::{DutyKinds, DutyWord, DutyWords, duty_words};
use crate::text::{Span, is_letter_or_digit};

/// A list of actors as printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actors {
    /// Each of them; `các sở, ban, ngành` is one.
    pub items: Vec<Span>,
    /// Where the list ends: the next word is not of it.
    pub end: usize,
}

/// Longest list that is read, in bytes.
const LONGEST: usize = 900;

/// What stands just before a verb that belongs to a name: `cơ quan chủ trì`, `Ban chỉ đạo`.
const NAME_BEFORE: [&str; 26] = [
    "ban",
    "trung tâm",
    "được giao",
    "được phân công",
    "công tác",
    "hội đồng",
    "phòng",
    "quỹ",
    "quỹ đầu tư",
    "viện nghiên cứu",
    "trung tâm nghiên cứu",
    "tổ",
    "đoàn",
    "có thẩm quyền",
    "chức năng",
    "cơ quan chủ trì",
    "cán bộ",
    "công chức",
    "viên chức",
    "thẩm quyền",
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
    if let Some(end) = described(words, start, limit) {
        return Some(Actors { items: vec![Span::new(start, end)], end });
    }
    let at = head_end(words, start, limit);
    let mut list = List { words, limit, items: Vec::new(), from: start, at, plain: 0, under_colon: false };
    while let Some(next) = list.step() {
        list.at = next.min(limit);
        if list.plain > MOST_PLAIN {
            return None;
        }
    }
    list.items.push(Span::new(list.from, list.at));
    let clean = |span: Span| span.trimmed(words.text, &[',', ';', '.', ':']);
    let items: Vec<Span> = list.items.into_iter().map(clean).filter(|span| !span.is_empty()).collect();
    (!items.is_empty()).then_some(Actors { items, end: list.at })
}

/// So many words in lower case in a row are no name.
const MOST_PLAIN: usize = 18;

/// Nouns that a list of names follows behind a colon: `các Bộ: Quốc phòng, Công an`.
const BEFORE_COLON: [&str; 12] = [
    "bộ",
    "ngành",
    "thành phố",
    "tỉnh",
    "cơ quan",
    "sở",
    "xã",
    "phường",
    "ban",
    "đặc khu",
    "tập đoàn",
    "công ty",
];

/// A list being read.
struct List<'a> {
    words: Words<'a>,
    limit: usize,
    items: Vec<Span>,
    /// Where the present actor begins.
    from: usize,
    /// Behind its last word so far.
    at: usize,
    /// Words in lower case since the last capital.
    plain: usize,
    /// Behind `các Bộ:` names follow without their head.
    under_colon: bool,
}

impl List<'_> {
    /// Behind the next word or mark that belongs to the list; None at its end.
    fn step(&mut self) -> Option<usize> {
        let (words, limit) = (self.words, self.limit);
        let next = words.next_word(self.at, limit);
        if next >= limit || words.text[self.at..next].contains("\n\n") {
            return None;
        }
        let c = words.text[next..].chars().next()?;
        match c {
            ',' | ';' => self.mark(next, c),
            ':' => self.colon(next),
            '(' => {
                let close = words.text[next..limit].find(')').map(|i| next + i + 1)?;
                let inside = words.next_word(next + 1, limit);
                let named = words.capital(inside) || words.rest(inside).starts_with("nơi ");
                (close - next <= 90 && named).then_some(close)
            }
            '-' | '/' | '&' => {
                let q = words.next_word(next + 1, limit);
                // `các tổ chức chính trị - xã hội`
                let joined = c == '/'
                    || words.lower[self.from..self.at].ends_with("chính trị")
                        && ["xã hội", "nghề nghiệp"].iter().any(|word| words.rest(q).starts_with(word))
                    || words.lower[self.from..self.at].ends_with("xã hội")
                        && words.rest(q).starts_with("nghề nghiệp");
                (q < limit && (words.capital(q) || joined)).then(|| word_end(words, q, limit))
            }
            c if !is_letter_or_digit(c) => None,
            // `a)` opens the first item under the actor.
            _ if words.text[next + c.len_utf8()..limit].starts_with(')') => None,
            _ => match joins(words, next) {
                Some(len) => self.joined(words.next_word(next + len, limit), false),
                None => self.word(next),
            },
        }
    }

    fn mark(&mut self, next: usize, c: char) -> Option<usize> {
        let q = self.words.next_word(next + 1, self.limit);
        if q < self.limit && joins(self.words, q).is_some() {
            // `A, B, và C`
            return Some(next + 1);
        }
        if c == ';' && (q >= self.limit || !self.words.opens(q, self.limit)) {
            return None;
        }
        self.joined(q, c == ';')
    }

    /// What stands at `q` behind a comma or `và`: another actor, or more of the same.
    fn joined(&mut self, q: usize, apart: bool) -> Option<usize> {
        let (words, limit) = (self.words, self.limit);
        if q >= limit {
            return None;
        }
        self.plain = 0;
        let here = words.at(q);
        if words.opened_by(q, limit, here) {
            if apart || new_actor(words, q, here) && !self.under_colon {
                self.items.push(Span::new(self.from, self.at));
                self.from = q;
            }
            return Some(head_end(words, q, limit));
        }
        let more = (words.capital(q) || group_noun(words, q, limit, here)) && !words.stopped_by(q, here);
        // `Trung tâm Phục vụ hành chính công cấp tỉnh, cấp xã`
        let level = words.rest(q).starts_with("cấp ") && in_name(words, self.from, q, limit, here);
        (more || level).then(|| word_end(words, q, limit))
    }

    fn colon(&mut self, next: usize) -> Option<usize> {
        let (words, limit) = (self.words, self.limit);
        let q = words.next_word(next + 1, limit);
        let before = &words.lower[self.from..self.at];
        let listed = BEFORE_COLON.iter().any(|word| before.ends_with(word));
        let ministries = before.ends_with("bộ") || before.ends_with("sở");
        if !listed || q >= limit || !words.capital(q) || !ministries && words.acts(q) {
            return None;
        }
        self.under_colon = true;
        Some(word_end(words, q, limit))
    }

    fn word(&mut self, next: usize) -> Option<usize> {
        let (words, limit) = (self.words, self.limit);
        let here = words.at(next);
        if here.has(DutyWord::Opener) && words.opened_by(next, limit, here) {
            self.plain = 0;
            return Some(head_end(words, next, limit));
        }
        if words.rest(next).starts_with("tại ") {
            return place_end(words, next, limit);
        }
        // `đề nghị Sở Tư pháp cấp, khóa tài khoản`
        if words.rest(next).starts_with("cấp,") && !words.lower[..self.at].ends_with("các") {
            return None;
        }
        if words.rest(next).starts_with("trong ") {
            let scope = words.next_word(next + "trong".len(), limit);
            if words.at(scope).has(DutyWord::Verb) {
                return None;
            }
        }
        if let Some(len) = self.manages(next) {
            return Some(next + len);
        }
        if words.stopped_by(next, here) && !in_name(words, self.from, next, limit, here)
            || self.is_new_line(next, here)
            || opens_time(words, next, limit)
            || name_end::is_behind(words, self.from, self.at, next)
        {
            return None;
        }
        self.plain = if words.capital(next) { 0 } else { self.plain + 1 };
        Some(word_end(words, next, limit))
    }
}

impl List<'_> {
    /// `Thủ trưởng đơn vị trực tiếp quản lý công chức`: bytes of the verb within the name.
    fn manages(&self, next: usize) -> Option<usize> {
        let (before, rest) = (&self.words.lower[..self.at], &self.words.lower[next..self.limit]);
        let unit = ["đơn vị", "cơ quan", "tổ chức"].iter().any(|noun| before.ends_with(noun));
        let verbs = ["trực tiếp quản lý", "quản lý trực tiếp"];
        let verb =
            verbs.iter().find(|verb| rest.strip_prefix(**verb).is_some_and(|r| !r.starts_with(',')))?;
        unit.then_some(verb.len())
    }

    /// `1.4. Giao Sở Xây dựng` and the action on the next line, with a capital.
    fn is_new_line(&self, next: usize, here: DutyWords<'_>) -> bool {
        let words = self.words;
        let verb = || here.length(DutyWord::Verb).is_some_and(|len| words.rest(next)[..len].contains(' '));
        let line = || &words.text[words.text[..self.at].rfind('\n').map_or(0, |i| i + 1)..self.at];
        words.text[self.at..next].contains('\n')
            && words.capital(next)
            && verb()
            && head_end(words, self.from, self.limit) < self.at
            && line().chars().nth(SHORT_LINE).is_none()
    }
}

/// `trước 16 giờ 30`: a limit in time.
fn opens_time(words: Words<'_>, at: usize, limit: usize) -> bool {
    let rest = words.lower[at..limit].strip_prefix("trước").map(str::trim_start);
    rest.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// A line so short, in letters, was not broken for want of room.
const SHORT_LINE: usize = 40;

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
    let len = rest.find(|c: char| !is_letter_or_digit(c) && c != '.' && c != '\'').unwrap_or(rest.len());
    let word = rest[..len].trim_end_matches('.');
    at + word.len().max(rest.chars().next().map_or(0, char::len_utf8))
}

/// Behind the head noun (with its opener), so that a verb in it does not end the name.
fn head_end(words: Words<'_>, at: usize, limit: usize) -> usize {
    let mut end = at;
    let mut here = words.at(at);
    if let Some(len) = here.length(DutyWord::Opener) {
        end = words.next_word(at + len, limit);
        here = words.at(end);
    }
    let head = here.length(DutyKinds::of(&[DutyWord::Post, DutyWord::Body, DutyWord::Group]));
    head.map_or_else(|| word_end(words, end, limit), |len| (end + len).min(limit))
}

/// Whether what opens at `at` is an actor of its own, not a noun of the set before it.
fn new_actor(words: Words<'_>, at: usize, here: DutyWords<'_>) -> bool {
    words.capital(at) || here.has(DutyKinds::of(&[DutyWord::Opener, DutyWord::Post]))
}

fn group_noun(words: Words<'_>, at: usize, limit: usize, here: DutyWords<'_>) -> bool {
    here.length(DutyWord::Group).is_some_and(|len| {
        let noun = words.noun(at, len, limit);
        // Within a list `ban, ngành` needs no company.
        noun || here.length(DutyWord::Verb).is_none_or(|verb| verb < len)
    })
}

/// Whether a stop word at `at` belongs to the name before it.
fn in_name(words: Words<'_>, from: usize, at: usize, limit: usize, here: DutyWords<'_>) -> bool {
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
    let centre = before.ends_with("trung tâm")
        && ["tổ chức", "thực hiện", "gửi", "chịu"].iter().any(|w| rest.starts_with(w));
    if words.capital(at) || rest.starts_with("xem xét") || centre {
        return false;
    }
    if name_end::completes(words, from, at, limit) {
        return true;
    }
    if before.ends_with("tổ chức cán bộ") {
        return false;
    }
    let verb = here.has(DutyKinds::of(&[DutyWord::Verb, DutyWord::Assign]));
    let named = || {
        NAME_BEFORE.iter().any(|name| {
            before.strip_suffix(name).is_some_and(|head| {
                head.is_empty() || !head.ends_with(", ") && !head.ends_with(char::is_alphanumeric)
            })
        })
    };
    verb && (named() || within_name(words, from, at, here))
}

/// `Quốc phòng`, `Đào tạo`: the second syllable of a name is no verb.
fn within_name(words: Words<'_>, from: usize, at: usize, here: DutyWords<'_>) -> bool {
    let before = words.text[from..at].trim_end();
    let last = before.rsplit(|c: char| c.is_whitespace()).next().unwrap_or_default();
    let single = here.length(DutyKinds::of(&[DutyWord::Verb, DutyWord::Manner]));
    let syllables = single.map_or(0, |len| words.lower[at..at + len].split_whitespace().count());
    let given = here.has(DutyKinds::of(&[DutyWord::Assign, DutyWord::Require, DutyWord::Request]));
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
    if nouns == 0 || !duty_words(next).has(DutyWord::Verb) && !next.starts_with("được ") {
        return None;
    }
    let near = &rest[..rest.floor_char_boundary(rest.len().min(170))];
    let bound =
        ["có trách nhiệm", "chịu trách nhiệm", "phải "].iter().filter_map(|must| near.find(must)).min()?;
    let clear = !near[..bound].contains([';', '.', ':']);
    clear.then(|| start + words.text[start..at + bound].trim_end().len())
}

/// Nouns whose bearers are told by what they do.
const DESCRIBED: [&str; 5] = ["cơ quan", "đơn vị", "tổ chức", "cá nhân", "người"];

/// `tại khu vực dự báo xảy ra mưa, lũ`: a place told with verbs runs up to the manner of the action.
fn place_end(words: Words<'_>, at: usize, limit: usize) -> Option<usize> {
    let near = words.lower.floor_char_boundary(limit.min(at + 110));
    let mut letter = false;
    let starts = words.lower[at..near].char_indices().filter(|(_, c)| {
        let begins = c.is_alphanumeric() && !letter;
        letter = c.is_alphanumeric();
        begins
    });
    let stop = starts.map(|(i, _)| at + i).find(|&i| {
        ["chủ trì", "phối hợp"].iter().any(|verb| words.rest(i).starts_with(verb))
            || words.at(i).has(DutyKinds::of(&[DutyWord::Must, DutyWord::Manner]))
    })?;
    let clear = !words.lower[at..stop].contains([';', '.', ':']);
    clear.then(|| at + words.text[at..stop].trim_end_matches([' ', '\n', ',']).len())
}
