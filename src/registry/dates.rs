//! Comparison of EDTF dates that may leave the day or the month open (`2026-04-XX`, `2025-02`).

/// The earliest and the latest day an EDTF date can mean, as `YYYY-MM-DD`; None when the year is unknown.
pub(super) fn bounds(date: &str) -> Option<(String, String)> {
    let mut parts = date.split(['-', 'T']);
    let year = parts.next().filter(|year| year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit()))?;
    let known = |part: Option<&str>| {
        part.filter(|p| p.len() == 2 && p.bytes().all(|b| b.is_ascii_digit())).map(str::to_owned)
    };
    let month = known(parts.next());
    let day = month.as_ref().and_then(|_| known(parts.next()));
    let edge = |part: &Option<String>, open: &str| part.clone().unwrap_or_else(|| open.to_owned());
    Some((
        format!("{year}-{}-{}", edge(&month, "01"), edge(&day, "01")),
        format!("{year}-{}-{}", edge(&month, "12"), edge(&day, "31")),
    ))
}

/// Whether `date` can lie within `from` and `to`, both ends included; an end that is None is open.
pub(super) fn may_lie_within(date: &str, from: Option<&str>, to: Option<&str>) -> bool {
    let Some((earliest, latest)) = bounds(date) else { return true };
    let begins = from.and_then(bounds).is_none_or(|(first, _)| first <= latest);
    let ends = to.and_then(bounds).is_none_or(|(_, last)| earliest <= last);
    begins && ends
}

/// Whether the whole of `date` lies before the day `limit`.
pub(super) fn is_before(date: &str, limit: &str) -> bool {
    bounds(date).is_some_and(|(_, latest)| latest.as_str() < limit)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_open_day_can_be_any_day_of_its_month() {
        assert_eq!(bounds("2026-04-XX"), Some(("2026-04-01".into(), "2026-04-31".into())));
        assert_eq!(bounds("2026"), Some(("2026-01-01".into(), "2026-12-31".into())));
        assert_eq!(bounds("XXXX-12-10"), None);
    }

    #[test]
    fn validity_includes_both_ends() {
        assert!(may_lie_within("2025-02-28", None, Some("2025-02-28")));
        assert!(!may_lie_within("2025-03-01", None, Some("2025-02-28")));
        assert!(may_lie_within("2025-02-XX", Some("2025-02-10"), None));
        assert!(is_before("2026-04-XX", "2026-05-01"));
        assert!(!is_before("2026-04-XX", "2026-04-30"));
    }
}
