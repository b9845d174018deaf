//! The head of a document: who, number, place and day; in the shapes in which such heads reach us.

use super::bodies::Body;
use super::page::Page;
use super::plan::Plan;
use super::random::Random;

const MOTTO: [&str; 2] = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];

/// Writes the head, down to the place and day; for a công văn with its subject.
pub fn write(page: &mut Page, plan: &Plan, letter_subject: Option<&str>, random: &mut Random) {
    if plan.classified {
        page.line("MẬT");
        page.blank();
    }
    let issuer = lines(plan);
    let place = format!("{}, ngày {}", plan.body().place(), plan.day.long());
    if plan.body().is_party() {
        let number = format!("Số {}", plan.code);
        for line in &issuer {
            page.line(line);
        }
        for line in ["*", &number, "ĐẢNG CỘNG SẢN VIỆT NAM", &place] {
            page.line(line);
        }
        page.blank();
        return;
    }
    let number = format!("Số: {}", plan.code);
    let place = if plan.draft {
        format!("{}, ngày tháng {} năm {}", plan.body().place(), plan.day.month, plan.day.year)
    } else {
        place
    };
    let subject = letter_subject.map(|subject| format!("V/v {subject}"));
    match random.below(4) {
        0 => beside(page, &issuer, &number, &place, subject.as_deref()),
        1 => table(page, &issuer, &number, &place, subject.as_deref()),
        _ => {
            for line in issuer.iter().map(String::as_str).chain(MOTTO) {
                page.line(line);
            }
            for line in [number.as_str(), place.as_str()] {
                page.line(line);
            }
            if let Some(subject) = subject {
                page.wrapped(&subject);
            }
        }
    }
    page.blank();
}

/// Two columns side by side, apart by blanks.
fn beside(page: &mut Page, issuer: &[String], number: &str, place: &str, subject: Option<&str>) {
    for row in 0..issuer.len().max(2) {
        let left = issuer.get(row).map_or("", String::as_str);
        let right = MOTTO.get(row).copied().unwrap_or_default();
        page.line(format!("{left:<44}{right}").trim_end());
    }
    page.line(&format!("{number:<44}{place}"));
    if let Some(subject) = subject {
        page.wrapped(subject);
    }
}

/// How a second line begins that is a name by itself, below the body above it.
const PROPER: [&str; 2] = ["SỞ", "BỆNH VIỆN"];

/// A table as converters leave it.
fn table(page: &mut Page, issuer: &[String], number: &str, place: &str, subject: Option<&str>) {
    let bold = match issuer {
        [above, own] if PROPER.iter().any(|name| own.starts_with(name)) => format!("{above} **{own}**"),
        lines => format!("**{}**", lines.join(" ")),
    };
    page.line(&format!("| {bold} | **{}** **{}** |", MOTTO[0], MOTTO[1]));
    page.line("| --- | --- |");
    let left = subject.map_or_else(|| number.to_owned(), |subject| format!("{number} {subject}"));
    page.line(&format!("| {left} | *{place}* |"));
}

/// The lines that name the issuer, the body above it first.
fn lines(plan: &Plan) -> Vec<String> {
    let upper = |text: String| text.to_uppercase();
    let full = plan.body().province().map(super::places::Province::full).unwrap_or_default();
    match plan.body() {
        Body::Centre => vec!["BAN CHẤP HÀNH TRUNG ƯƠNG".to_owned()],
        Body::Premier => vec!["THỦ TƯỚNG CHÍNH PHỦ".to_owned()],
        Body::Ministry(_) | Body::Committee(_) => vec![upper(plan.body().name(plan.year()))],
        Body::People(_) => vec!["ỦY BAN NHÂN DÂN".to_owned(), upper(full)],
        Body::Department(..) => {
            vec![upper(format!("UBND {full}")), upper(plan.body().name_at_home(plan.year()))]
        }
        Body::Local(..) => {
            let name = plan.body().name(plan.year()).to_uppercase();
            let (head, place) = name.split_at("ỦY BAN NHÂN DÂN".len());
            vec![head.to_owned(), format!("{}, {}", place.trim(), full.to_uppercase())]
        }
        Body::Hospital(..) => {
            vec![upper(format!("Sở Y tế {full}")), upper(plan.body().name(plan.year()))]
        }
    }
}
