//! Moments a phrase of time names: days, months, quarters, years, recurrences and lengths of time.

use super::deadline::grammar::{Pair, Rule};

/// Mốc thời gian: one moment as printed; a missing year is not filled in here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Moment {
    /// `31/12/2025`, `20/6`.
    Day {
        /// Day of the month.
        day: u8,
        /// Month.
        month: u8,
        /// Year, when printed.
        year: Option<u16>,
    },
    /// `ngày 15`: one only beside a recurrence named before it (`định kỳ hằng tháng ... trước ngày 15`).
    DayOfMonth(u8),
    /// `tháng 6/2026`.
    Month {
        /// Month.
        month: u8,
        /// Year, when printed.
        year: Option<u16>,
    },
    /// `quý IV/2025`.
    Quarter {
        /// 1 to 4.
        quarter: u8,
        /// Year, when printed.
        year: Option<u16>,
    },
    /// `6 tháng đầu năm 2026`.
    Half {
        /// January to June.
        first: bool,
        /// Year.
        year: u16,
    },
    /// `năm 2026`.
    Year(u16),
    /// `hằng năm`, `ngày 15 hằng tháng`.
    Every(Cycle),
    /// `15 ngày làm việc`.
    Length(Length),
}

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Frequency {
    /// Hằng ngày.
    Daily,
    /// Hằng tuần.
    Weekly,
    /// Hằng tháng; with an interval every quarter, every 6 months.
    Monthly,
    /// Hằng năm.
    Yearly,
}

/// Chu kỳ: what comes back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cycle {
    /// The unit that is counted.
    pub frequency: Frequency,
    /// Every how many of them.
    pub interval: u16,
    /// Months of the year.
    pub months: Vec<u8>,
    /// Day of the month.
    pub day: Option<u8>,
    /// Day of the week as in RFC 5545: `FR`.
    pub weekday: Option<&'static str>,
}

/// Khoảng thời gian.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Length {
    /// How many, with a point: `15`, `1.5`.
    pub count: String,
    /// ISO 8601 designator: `D`, `W`, `M`, `Y`, `H` (hours), `N` (minutes).
    pub unit: char,
    /// Ngày làm việc.
    pub working: bool,
}

impl Cycle {
    /// Every `interval` units.
    pub const fn every(frequency: Frequency, interval: u16) -> Self {
        Self { frequency, interval, months: Vec::new(), day: None, weekday: None }
    }

    /// One day of one month each year.
    pub fn yearly(month: u8, day: Option<u8>) -> Self {
        Self { months: vec![month], day, ..Self::every(Frequency::Yearly, 1) }
    }
}

/// Last months of the quarters.
const QUARTER_ENDS: [u8; 4] = [3, 6, 9, 12];
/// First months of the quarters.
const QUARTER_STARTS: [u8; 4] = [1, 4, 7, 10];

/// What one pair names; None where it names no moment after all (`ngày 15` alone, month 13).
pub(super) fn read(pair: Pair<'_>) -> Option<Vec<Moment>> {
    match pair.as_rule() {
        Rule::moment => read(pair.into_inner().next()?),
        Rule::cycles => pair.into_inner().map(read).collect::<Option<Vec<_>>>().map(|all| all.concat()),
        Rule::days | Rule::dated_cycle => days(pair),
        Rule::weekday => weekday(pair),
        Rule::quarters => {
            let year = year_in(&pair);
            let quarter = pair.into_inner().filter(|part| part.as_rule() == Rule::quarter).last()?;
            Some(vec![Moment::Quarter { quarter: quarter_number(quarter.as_str())?, year }])
        }
        Rule::months => months(pair),
        Rule::half => {
            let year = year_in(&pair)?;
            let first = pair.into_inner().any(|part| part.as_rule() == Rule::first_half);
            Some(vec![Moment::Half { first, year }])
        }
        Rule::year | Rule::lone_year => Some(vec![Moment::Year(year_in(&pair)?)]),
        Rule::month_slash => {
            let year = year_in(&pair);
            Some(vec![Moment::Month { month: number(&pair.into_inner().next()?, 12)?, year }])
        }
        Rule::and_after => Some(vec![Moment::Every(Cycle::every(Frequency::Yearly, 1))]),
        Rule::cycle | Rule::plain_cycle | Rule::months_cycle | Rule::plain_months => {
            Some(vec![Moment::Every(cycle(&pair)?)])
        }
        Rule::rate => Some(vec![Moment::Every(rate(pair)?)]),
        Rule::amount => length(pair).map(|length| vec![Moment::Length(length)]),
        _ => Some(Vec::new()),
    }
}

fn number(pair: &Pair<'_>, most: u8) -> Option<u8> {
    pair.as_str().trim().parse().ok().filter(|n| (1..=most).contains(n))
}

fn year_in(pair: &Pair<'_>) -> Option<u16> {
    let year = pair.into_inner().filter(|part| part.as_rule() == Rule::year_number).last()?;
    year.as_str().parse().ok()
}

/// Day, month and year of `dated` or `bare_day`.
type Printed = (u8, Option<u8>, Option<u16>);

fn printed(pair: Pair<'_>) -> Option<Printed> {
    let year = year_in(&pair);
    let mut parts = pair.into_inner();
    let day = number(&parts.next()?, 31)?;
    let month = match parts.next() {
        Some(part) if part.as_rule() == Rule::month => Some(number(&part, 12)?),
        _ => None,
    };
    Some((day, month, year))
}

fn days(pair: Pair<'_>) -> Option<Vec<Moment>> {
    let mut list = Vec::new();
    let mut again = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::dated | Rule::bare_day => list.push(printed(part)?),
            Rule::repeat => again = part.into_inner().next(),
            Rule::cycle | Rule::quarter_end => again = Some(part),
            _ => {}
        }
    }
    // `ngày 01/6 và 15/11/2026`: what only the last one prints holds for all.
    let (mut month, mut year) = (None, None);
    for item in list.iter_mut().rev() {
        month = item.1.or(month);
        year = item.2.or(year);
        *item = (item.0, month, year);
    }
    list.into_iter().map(|item| one_day(item, again)).collect()
}

fn one_day((day, month, year): Printed, again: Option<Pair<'_>>) -> Option<Moment> {
    let Some(again) = again else {
        return Some(month.map_or(Moment::DayOfMonth(day), |month| Moment::Day { day, month, year }));
    };
    if let Some(month) = month {
        return Some(Moment::Every(Cycle::yearly(month, Some(day))));
    }
    let day = Some(day);
    let in_months =
        |months: [u8; 4]| Cycle { months: months.to_vec(), day, ..Cycle::every(Frequency::Yearly, 1) };
    Some(Moment::Every(match again.as_rule() {
        Rule::quarter_end => in_months(QUARTER_ENDS),
        Rule::quarter_start => in_months(QUARTER_STARTS),
        Rule::next_month => Cycle { day, ..Cycle::every(Frequency::Monthly, 1) },
        Rule::cycle => match cycle(&again)? {
            cycle if cycle.frequency == Frequency::Monthly => Cycle { day, ..cycle },
            _ => return None,
        },
        _ => return None,
    }))
}

fn weekday(pair: Pair<'_>) -> Option<Vec<Moment>> {
    let mut weekday = None;
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::weekday_name => weekday = Some(weekday_code(part.as_str())?),
            Rule::dated => {
                let (day, month, year) = printed(part)?;
                return Some(vec![Moment::Day { day, month: month?, year }]);
            }
            _ => {}
        }
    }
    Some(vec![Moment::Every(Cycle { weekday, ..Cycle::every(Frequency::Weekly, 1) })])
}

fn weekday_code(name: &str) -> Option<&'static str> {
    Some(match name.split_whitespace().last()? {
        "hai" | "2" => "MO",
        "ba" | "3" => "TU",
        "tư" | "4" => "WE",
        "năm" | "5" => "TH",
        "sáu" | "6" => "FR",
        "bảy" | "7" => "SA",
        "nhật" => "SU",
        _ => return None,
    })
}

fn quarter_number(text: &str) -> Option<u8> {
    Some(match text {
        "i" | "1" => 1,
        "ii" | "2" => 2,
        "iii" | "3" => 3,
        "iv" | "4" => 4,
        _ => return None,
    })
}

/// One month, the last of a range, or every month of a list that comes back each year.
fn months(pair: Pair<'_>) -> Option<Vec<Moment>> {
    let year = year_in(&pair);
    let yearly = pair.into_inner().any(|part| part.as_rule() == Rule::yearly);
    let list = pair.into_inner().filter(|part| part.as_rule() == Rule::month);
    let list = list.map(|part| number(&part, 12)).collect::<Option<Vec<_>>>()?;
    if yearly {
        return Some(list.into_iter().map(|month| Moment::Every(Cycle::yearly(month, None))).collect());
    }
    Some(vec![Moment::Month { month: *list.last()?, year }])
}

fn cycle(pair: &Pair<'_>) -> Option<Cycle> {
    let times = pair.into_inner().find(|part| part.as_rule() == Rule::times);
    let twice = times.as_ref().is_some_and(|t| t.into_inner().any(|p| p.as_rule() == Rule::twice));
    let text = &pair.as_str()[..times.map_or(pair.as_str().len(), |t| t.start() - pair.start())];
    let count = text.split_whitespace().find_map(|word| word.parse::<u16>().ok());
    // `hằng năm một lần` counts nothing; `6 tháng một lần` counts months.
    let unit = text
        .split([' ', '/', '\n', '\t'])
        .find(|w| ["ngày", "tuần", "tháng", "quý", "quí", "năm"].contains(w))?;
    let count = count.filter(|&n| n > 1).unwrap_or(1);
    Some(match unit {
        "ngày" => Cycle::every(Frequency::Daily, 1),
        "tuần" => Cycle::every(Frequency::Weekly, count),
        "tháng" => Cycle::every(Frequency::Monthly, count),
        // `mỗi năm hai lần`
        "năm" if twice => Cycle::every(Frequency::Monthly, 6),
        "năm" => Cycle::every(Frequency::Yearly, count),
        _ => Cycle::every(Frequency::Monthly, 3),
    })
}

/// `ít nhất 02 lần/năm`: the year is cut into as many parts where whole months come out.
fn rate(pair: Pair<'_>) -> Option<Cycle> {
    let (mut count, mut unit) = (None, "");
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::count => count = spelled(part.as_str()).and_then(|n| n.parse::<u16>().ok()),
            Rule::cycle_unit => unit = part.as_str(),
            _ => {}
        }
    }
    let count = count.filter(|&n| n > 0)?;
    Some(match unit {
        "ngày" => Cycle::every(Frequency::Daily, 1),
        "tuần" => Cycle::every(Frequency::Weekly, 1),
        "tháng" => Cycle::every(Frequency::Monthly, 1),
        "năm" if count == 1 => Cycle::every(Frequency::Yearly, 1),
        "năm" => Cycle::every(Frequency::Monthly, (12 / count).max(1)),
        _ => Cycle::every(Frequency::Monthly, (3 / count).max(1)),
    })
}

fn length(pair: Pair<'_>) -> Option<Length> {
    let (mut count, mut unit, mut working) = (None, 'D', false);
    for part in pair.into_inner() {
        match part.as_rule() {
            Rule::count => count = spelled(part.as_str()),
            Rule::unit => {
                unit = match part.as_str() {
                    "giờ" => 'H',
                    "phút" => 'N',
                    "tuần" => 'W',
                    "tháng" => 'M',
                    "năm" => 'Y',
                    _ => 'D',
                }
            }
            Rule::short_hour => unit = 'H',
            _ => working = true,
        }
    }
    Some(Length { count: count?, unit, working })
}

/// A count in digits or words, leading zeros gone: `05` is `5`, `1,5` is `1.5`, `mười lăm` is `15`.
fn spelled(text: &str) -> Option<String> {
    const WORDS: [(&str, &str); 14] = [
        ("mười lăm", "15"),
        ("ba mươi", "30"),
        ("sáu mươi", "60"),
        ("hai mươi", "20"),
        ("mười", "10"),
        ("một", "1"),
        ("hai", "2"),
        ("ba", "3"),
        ("bốn", "4"),
        ("năm", "5"),
        ("sáu", "6"),
        ("bảy", "7"),
        ("tám", "8"),
        ("chín", "9"),
    ];
    if let Some((_, digits)) = WORDS.iter().find(|(word, _)| *word == text) {
        return Some((*digits).to_owned());
    }
    if text == "1/2" {
        return Some("0.5".to_owned());
    }
    let (whole, rest) = text.split_once(',').unwrap_or((text, ""));
    let whole = whole.parse::<u16>().ok()?;
    Some(if rest.is_empty() { whole.to_string() } else { format!("{whole}.{rest}") }).filter(|n| n != "0")
}
