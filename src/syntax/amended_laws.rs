//! Laws that the title of an amending one lists: `Luật số 56/2024/QH15 sửa đổi, bổ sung một số điều của các Luật: Chứng
//! khoán, Kế toán ...`. Each is a document of its own, with the word `Luật` or without.

use super::known_laws::{can_be_name, known_length};
use super::mention::Mention;
use super::window::{BREAK, JOIN, LARGEST, Window};
use crate::model::DocumentKind;
use crate::text::Span;

/// Words a law begins with.
const KINDS: [&str; 3] = ["bộ luật", "pháp lệnh", "luật"];
/// What ends a name: the next of the list, or what goes on behind it.
const ENDS: [&str; 11] = [",", ";", ".", ":", "(", ")", " và ", " số ", " ngày ", " năm ", " được "];

/// Adds the laws listed in the title of the mention at `at`, the last one; where it has only the number, the title
/// is looked for behind it. The result says where a list without the word `Luật` before each name ends.
pub(super) fn expand(
    mentions: &mut Vec<Mention>,
    reading: &str,
    lower: &str,
    window: &mut Window,
) -> Option<usize> {
    let last = mentions.last()?;
    let (name, numbered, dated) =
        (last.name, last.number.is_some(), last.date.is_some_and(|(date, _)| date.precision() > 1));
    let law = last.kind.is_some_and(|(kind, _)| KINDS.contains(&kind.name()));
    match name {
        _ if !law => None,
        Some(name) if is_amending(&lower[name.range()]) => {
            if numbered {
                let laws = listed(name.start, name.end, reading, lower, window);
                mentions.extend(laws.into_iter().map(|(law, _)| law));
            } else if dated && !repeats(mentions, lower) {
                // `của luật kế toán, luật giá`: in small letters no law is cited.
                let mut laws = listed(name.start, name.end, reading, lower, window);
                laws.retain(|(law, _)| reading[law.span.start..].starts_with(char::is_uppercase));
                mentions.extend(laws.into_iter().map(|(law, _)| law));
            } else if repeats(mentions, lower) {
                let laws = listed(name.start, name.end, reading, lower, window);
                if !laws.is_empty() {
                    mentions.pop();
                    mentions.extend(laws.into_iter().map(|(law, _)| law));
                }
            }
            None
        }
        None if numbered => {
            let from = last.span.end;
            let to = lower.floor_char_boundary(from + LARGEST / 2);
            if !title_behind(&lower[from..to]) {
                return None;
            }
            let laws = listed(from, to, reading, lower, window);
            let end = laws.last().map(|(law, _)| law.span.end);
            // Names that have the word before them are found by themselves.
            if laws.iter().all(|(_, spelled)| *spelled) {
                return None;
            }
            mentions.extend(laws.into_iter().map(|(law, _)| law));
            end
        }
        _ => None,
    }
}

fn is_amending(name: &str) -> bool {
    ["sửa đ", "sữa đ", "sửa d"].iter().any(|word| name.starts_with(word))
}

/// Whether the last mention only says the title of the law numbered before it: `Luật số 57/2024/QH15 của Quốc hội ban
/// hành Luật sửa đổi ...`.
fn repeats(mentions: &[Mention], lower: &str) -> bool {
    let [.., before, last] = mentions else { return false };
    let between = lower.get(before.span.end..last.span.start).unwrap_or_default();
    let law = before.kind.is_some_and(|(kind, _)| KINDS.contains(&kind.name()));
    let told = last.date.is_some() || before.number.is_none() || before.name.is_some();
    law && !told
        && matches!(between.trim_matches([' ', '\n', ',', '(']), "ban hành" | "về" | "về việc ban hành" | "")
}

/// Whether the words behind a number are the title of an amending law whose list leaves `Luật` out.
fn title_behind(behind: &str) -> bool {
    /// Bytes within which the title begins.
    const NEAR: usize = 60;
    let Some(at) = behind.find("sửa đổi").filter(|&at| at < NEAR) else { return false };
    let lead = &behind[..at];
    let title = lead.split_whitespace().all(|word| {
        matches!(word, "," | "của" | "quốc" | "hội" | "về" | "việc" | "ban" | "hành" | "luật" | "(")
    });
    let rest = &behind[at..];
    let colon = rest.find("luật:").or_else(|| rest.find("luật :"));
    title && colon.is_some_and(|colon| !rest[..colon].contains(['/', ';', '.']))
}

/// The laws listed in a title, each with whether the word for its kind stands before it.
fn listed(from: usize, to: usize, reading: &str, lower: &str, window: &mut Window) -> Vec<(Mention, bool)> {
    window.fill(reading, lower, from, to - from);
    let text = window.text().replace(char::from(JOIN), " ");
    let mut found = Vec::new();
    let Some(mut at) = KINDS.iter().filter_map(|kind| text.find(&format!(" {kind}"))).min() else {
        return found;
    };
    // `ban hành Luật sửa đổi ...`: the word before the title opens no list.
    if let Some(title) = text.find("sửa đổi")
        && at < title
    {
        let Some(next) = text[title..].find("luật").map(|step| title + step) else { return found };
        at = next;
    }
    let mut kind: Option<(DocumentKind, Span)> = None;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let word = KINDS
            .iter()
            .find(|word| text[at..].strip_prefix(**word).is_some_and(|rest| rest.starts_with([' ', ':'])));
        let begin = at;
        if let Some(word) = word {
            let Some(named) = DocumentKind::named(word) else { break };
            kind = Some((named, window.back(at, at + word.len())));
            at += word.len();
            at += text[at..].len() - text[at..].trim_start_matches([' ', ':']).len();
        }
        let Some(kind) = kind else { break };
        let known = known_length(&text[at..]);
        let end = end_of(&text, at + known.unwrap_or_default());
        let name = window.back(at, end);
        if end == at || known.is_none() && (word.is_none() || !can_be_name(&reading[name.range()])) {
            break;
        }
        let span = window.back(if word.is_some() { begin } else { at }, end);
        found.push((law(kind, name, span), word.is_some()));
        let rest = &text[end..];
        let Some(joint) = [", và ", ", ", " và các ", " và "].iter().find(|joint| rest.starts_with(**joint))
        else {
            break;
        };
        at = end + joint.len();
    }
    found
}

/// Where a name ends that is known up to `from`.
fn end_of(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let stop = ENDS.iter().filter_map(|end| rest.find(end)).chain(rest.find(char::from(BREAK))).min();
    from + rest[..stop.unwrap_or(rest.len())].trim_end().len()
}

fn law(kind: (DocumentKind, Span), name: Span, span: Span) -> Mention {
    Mention { span, kind: Some(kind), name: Some(name), ..Mention::default() }
}
