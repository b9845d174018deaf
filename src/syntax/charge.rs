//! Headings and labelled lines that say whose the duties below or above them are: `2. Bộ Xây dựng:`, `Trách nhiệm của
//! Sở Tư pháp`, `Cơ quan chủ trì: Sở Nội vụ`.

use super::actor::actors_at;
use super::pairs::Run;
use super::task::grammar::{Rule, fast};
use super::task::{heading_cue, skip};
use super::words::Words;
use crate::registry::DutyWord;
use crate::text::Span;

/// The actors of a heading that is nothing but actors: `2. Bộ Xây dựng:`, `Trách nhiệm của Sở Tư pháp`.
pub fn heading(words: Words<'_>, span: Span) -> Option<(Vec<Span>, Option<DutyWord>)> {
    let lower = &words.lower[span.range()];
    let skipped = charge_head(lower).unwrap_or(0);
    let list = actors_at(words, span.start + skipped, span.end)?;
    let bare = ["cơ quan", "đơn vị", "tổ chức", "cá nhân"];
    if list.items.len() == 1 && bare.contains(&&words.lower[list.items[0].range()]) {
        return None;
    }
    let rest = without_aside(words.lower[list.end..span.end].trim());
    let whole = rest.trim_matches([':', '.', ',', ';', ' ']).is_empty()
        || is_charge_tail(rest.trim_end_matches([':', '.', ' ']))
        || lower.starts_with("trách nhiệm")
            && ["trong ", "đối với ", "về "].iter().any(|word| rest.starts_with(word));
    whole.then(|| (list.items, heading_cue(lower)))
}

/// The length of `Trách nhiệm của`, `Đối với` at the head of a heading.
fn charge_head(lower: &str) -> Option<usize> {
    fast::read(&mut Run::new(lower.as_bytes(), 0), Rule::charge_head, 0)
}

/// Whether `rest` only says that those named before it act: `có trách nhiệm thực hiện`.
fn is_charge_tail(rest: &str) -> bool {
    fast::read(&mut Run::new(rest.as_bytes(), 0), Rule::charge_tail, 0).is_some()
}

/// `Trách nhiệm của bộ phận chuyên trách tại các cơ quan`: what a heading of duties says whose they are, as it stands.
pub fn owner(words: Words<'_>, span: Span) -> Option<Vec<Span>> {
    let lower = &words.lower[span.range()];
    if !lower.starts_with("trách nhiệm") {
        return None;
    }
    let skipped = charge_head(lower)?;
    let head = lower[..skipped].trim_end();
    let from = span.start + skipped;
    let rest = words.lower[from..span.end].trim_end_matches([':', '.', ';', ' ', '\n']);
    let apart = [" trong ", " đối với ", " về ", " khi ", " và "].iter().any(|word| rest.contains(word));
    let named = head.ends_with("của") && !rest.is_empty();
    let whole =
        named && !apart && rest.split_whitespace().count() <= LONGEST_OWNER && !rest.contains([':', ';']);
    whole.then(|| vec![Span::new(from, from + rest.len())])
}

/// Words of the longest name of whose duties they are.
const LONGEST_OWNER: usize = 20;

/// The actors of a heading whose last name goes on with words that open actions elsewhere: `Viện Nghiên cứu phát
/// triển Thành phố`. Only for a line that is known to be a heading among duties.
pub fn named_heading(words: Words<'_>, span: Span) -> Option<Vec<Span>> {
    let mut actors = actors_at(words, span.start, span.end)?.items;
    let last = actors.last_mut()?;
    let rest = words.lower[last.end..span.end].trim_end_matches([':', '.', ';', ' ', '\n']);
    if rest.split_whitespace().count() > LONGEST_TAIL || rest.contains([',', ':', ';', '(', '.']) {
        return None;
    }
    last.end += rest.len();
    Some(actors)
}

/// Words of the longest tail of a name that reads like an action.
const LONGEST_TAIL: usize = 5;

/// `Sở Tài chính (cơ quan chủ trì)`: what the heading says of the actor in brackets is no part of it.
fn without_aside(rest: &str) -> &str {
    let aside = rest.strip_prefix('(').and_then(|inside| inside.split_once(')'));
    aside.map_or(rest, |(_, behind)| behind.trim_start())
}

/// What a line with a label below a duty says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineLabel {
    /// Cơ quan chủ trì.
    Lead,
    /// Cơ quan phối hợp.
    Coordinate,
    /// Thời gian thực hiện.
    Time,
    /// Nội dung thực hiện: the duty itself stands behind it.
    Content,
    /// Sản phẩm, kinh phí and other.
    Other,
}

/// The label of a line and where the text behind it begins.
pub fn line_label(words: Words<'_>, span: Span) -> Option<(LineLabel, Span)> {
    let window = &words.lower[span.start..words.lower.floor_char_boundary(span.end.min(span.start + 120))];
    // A label ends with its colon.
    if !window.contains(':') {
        return None;
    }
    let mut run = Run::new(window.as_bytes(), 0);
    let end = span.start + fast::read(&mut run, Rule::label_line, 0)?;
    let label = run.pairs().next()?.into_inner().next()?;
    let label = match label.as_rule() {
        Rule::lead_label => LineLabel::Lead,
        Rule::coordinate_label => LineLabel::Coordinate,
        Rule::time_label => LineLabel::Time,
        Rule::content_label => LineLabel::Content,
        _ => LineLabel::Other,
    };
    Some((label, Span::new(skip(words, end, span.end), span.end)))
}
