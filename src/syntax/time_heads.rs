//! What a phrase of time can open with: a superset of what `deadline.pest` accepts, told from a few bytes, so that the
//! grammar is asked only where there is something to read.

/// Words that may stand between the first word of a limit and its time: `chậm nhất là trước`, `trong thời hạn`.
const FILLERS: [&str; 29] = [
    "trước", "trong", "đến", "hết", "không", "quá", "chậm", "muộn", "nhất", "hơn", "là", "vào", "lúc",
    "cuối", "thời", "điểm", "hạn", "gian", "khoảng", "vòng", "sau", "tối", "đa", "thiểu", "ít", "chung",
    "sáng", "chiều", "trưa",
];

/// First syllables of a number in words.
const NUMBERS: [&str; 10] = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/// What may follow a number: a unit, the next part of a date or clock, a remark.
const BEHIND_NUMBER: [&str; 17] = [
    "/", "ngày", "tháng", "-", ".", ":", "giờ", "h", "g", "năm", "tuần", "phút", "làm", "lần", ",", "(",
    "quý",
];

/// Units of a recurrence.
const UNITS: [&str; 6] = ["ngày", "tuần", "tháng", "quý", "quí", "năm"];

/// Words of a recurrence: `hằng năm`, `mỗi quý`.
const EACH: [&str; 4] = ["hằng", "hàng", "mỗi", "từng"];

/// Blanks as the grammar knows them.
const BLANKS: [char; 3] = [' ', '\t', '\n'];

/// Whether `rest` may be a `phrase` of the grammar.
pub(super) fn phrase(rest: &str) -> bool {
    recurrence(rest)
        || dated_cycle(rest)
        || months_cycle(rest)
        || (moment(rest) && ["quý", "quí", "tháng"].iter().any(|word| rest.starts_with(word)))
        || FILLERS.iter().any(|word| rest.starts_with(word)) && limit(rest)
}

/// Whether `rest` may be an `entry` of the grammar.
pub(super) fn entry(rest: &str) -> bool {
    amount(rest)
        || moment(rest)
        || recurrence(rest)
        || behind(rest, "từ").is_some_and(moment)
        || rest.starts_with(|c: char| c.is_ascii_digit()) && year(rest)
        || FILLERS.iter().any(|word| rest.starts_with(word)) && limit(rest)
}

/// Whether `rest` may be an `amount`: `15 ngày`, `mười lăm ngày`, `24h`.
pub(super) fn amount(rest: &str) -> bool {
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    if digits.len() < rest.len() {
        let next = digits.trim_start_matches(BLANKS);
        return BEHIND_NUMBER.iter().any(|word| next.starts_with(word));
    }
    let counted = |rest: &str| {
        let rest = rest.trim_start_matches(BLANKS);
        let second = ["lăm", "mươi"].iter().find_map(|word| rest.strip_prefix(word));
        let unit = second.map_or(rest, |rest| rest.trim_start_matches(BLANKS));
        BEHIND_NUMBER.iter().any(|word| unit.starts_with(word))
    };
    let words = || NUMBERS.iter().any(|word| rest.strip_prefix(word).is_some_and(counted));
    rest.starts_with(['m', 'h', 'b', 'n', 's', 't', 'c']) && words()
}

/// Whether words of a limit end with a time.
fn limit(rest: &str) -> bool {
    let ahead = ["trước", "chậm", "tối", "ít"].iter().any(|word| rest.starts_with(word));
    let mut at = rest;
    loop {
        if amount(at) || moment(at) || recurrence(at) {
            return true;
        }
        let colon = at.strip_prefix(':').map(|next| next.trim_start_matches(BLANKS));
        let filler = || {
            FILLERS.iter().find_map(|word| {
                let next = at.strip_prefix(word)?.trim_start_matches(',');
                next.starts_with(BLANKS)
                    .then(|| next.trim_start_matches(BLANKS))
                    .or(next.starts_with(':').then_some(next))
            })
        };
        match colon.or_else(filler) {
            Some(next) => at = next,
            None => break,
        }
    }
    // `trước ngày họp ít nhất 03 ngày`: counted back from an event.
    let event = || at.starts_with("ngày") || at.starts_with("khi");
    ahead && event() && {
        let near = &at[..at.floor_char_boundary(at.len().min(LONGEST_EVENT))];
        ["nhất", "thiểu"].iter().any(|least| near.contains(least))
    }
}

/// Bytes of the longest event that days are counted back from, and more.
const LONGEST_EVENT: usize = 160;

/// Whether `rest` may be a `moment`.
fn moment(rest: &str) -> bool {
    let digit = |rest: &str| rest.starts_with(|c: char| c.is_ascii_digit());
    let day = |rest: &str| digit(rest) || ["mùng", "thứ", "chủ"].iter().any(|word| rest.starts_with(word));
    let mut letters = rest.chars();
    match letters.next() {
        Some('0'..='9') => amount(rest),
        Some('n') => behind(rest, "ngày").is_some_and(day) || behind(rest, "năm").is_some_and(year),
        Some('c') => {
            let dates = behind(rest, "các").and_then(|rest| behind(rest, "ngày"));
            dates.is_some_and(day) || behind(rest, "chủ").is_some_and(|rest| rest.starts_with("nhật"))
        }
        Some('t') => {
            behind(rest, "tháng").is_some_and(digit)
                || behind(rest, "thứ")
                    .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_alphanumeric()))
        }
        Some('q') => ["quý", "quí"]
            .iter()
            .any(|word| behind(rest, word).is_some_and(|rest| rest.starts_with(['i', '1', '2', '3', '4']))),
        Some('s') => behind(rest, "sáu").is_some_and(|rest| rest.starts_with("tháng")),
        _ => false,
    }
}

fn year(rest: &str) -> bool {
    rest.starts_with("20") || rest.starts_with("19")
}

/// `hằng năm`, `định kỳ`.
fn recurrence(rest: &str) -> bool {
    let unit = |rest: &str| {
        rest.starts_with("06") || rest.starts_with('6') || UNITS.iter().any(|unit| rest.starts_with(unit))
    };
    rest.starts_with(['h', 'm', 't', 'đ'])
        && (EACH.iter().any(|word| behind(rest, word).is_some_and(unit)) || behind(rest, "định").is_some())
}

/// `ngày 15 hằng tháng`, `ngày 20 của tháng cuối quý`: a recurrence stands behind the day.
fn dated_cycle(rest: &str) -> bool {
    let Some(mut rest) = behind(rest, "ngày").filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
    else {
        return false;
    };
    loop {
        let next = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "/-., \t\n".contains(c));
        let next = ["tháng", "năm", "của"].iter().find_map(|word| next.strip_prefix(word)).unwrap_or(next);
        if next.len() == rest.len() {
            break;
        }
        rest = next;
    }
    rest.starts_with("cuối") || EACH.iter().any(|word| rest.starts_with(word))
}

/// `6 tháng một lần`, `03 tháng/lần`.
fn months_cycle(rest: &str) -> bool {
    let digits = rest.trim_start_matches(|c: char| c.is_ascii_digit());
    let unit = digits.trim_start_matches(BLANKS);
    let counted = |rest: &str| {
        let times = rest.trim_start_matches([' ', '\t', '\n', '/']);
        ["lần", "một", "1", "01"].iter().any(|word| times.starts_with(word))
    };
    digits.len() < rest.len()
        && ["tháng", "năm", "tuần"].iter().any(|word| unit.strip_prefix(word).is_some_and(counted))
}

/// What stands behind `word` and a blank.
fn behind<'a>(rest: &'a str, word: &str) -> Option<&'a str> {
    let next = rest.strip_prefix(word)?;
    next.starts_with(BLANKS).then(|| next.trim_start_matches(BLANKS))
}
