//! What a line can be, told by its first letters: the layout grammar has thirty rules, and nearly every line can be
//! by one or two of them. A guard lets through all that its rule takes; the rule decides, but for what is read by hand.

use super::layout::grammar::Rule;
use super::line_labels::{arabic_label, article_label, decimal_label, letter_label, roman_label};
use super::place_line::is_place_date;

/// The bytes a bare line of a rule begins with, and a closer look at it.
struct Guard {
    rule: Rule,
    first: &'static [u8],
    look: Look,
}

/// How a rule is told.
enum Look {
    /// The rule takes no line but these.
    Guard(fn(&[u8]) -> bool),
    /// The rule takes these lines and no other.
    Whole(fn(&[u8]) -> bool),
    /// The rule takes the lines with a label, of this length.
    Label(fn(&[u8]) -> Option<usize>),
}

/// What a guard says of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// The rule is to be asked.
    Ask(Rule),
    /// The rule takes it, with a label of this length; 0 without.
    Take(Rule, usize),
}

const fn guard(rule: Rule, first: &'static str, may_be: fn(&[u8]) -> bool) -> Guard {
    Guard { rule, first: first.as_bytes(), look: Look::Guard(may_be) }
}

const fn whole(rule: Rule, first: &'static str, is: fn(&[u8]) -> bool) -> Guard {
    Guard { rule, first: first.as_bytes(), look: Look::Whole(is) }
}

const fn label(rule: Rule, first: &'static str, label: fn(&[u8]) -> Option<usize>) -> Guard {
    Guard { rule, first: first.as_bytes(), look: Look::Label(label) }
}

const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_,.kd";
const SMALL: &str = "abcdefghijklmnopqrstuvwxyz(";
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(*";

/// Every rule but those for an empty line and for any other, in the order of the grammar.
const GUARDS: [Guard; 30] = [
    whole(Rule::border, "|", |line| line.iter().all(|b| b"| \t".contains(b))),
    guard(Rule::markdown_rule, "|", |_| true),
    guard(Rule::markdown_row, "|", |_| true),
    whole(Rule::page_mark, "-0123456789tT", is_page_mark),
    guard(Rule::separator, "-_=*~.?'|", |line| line.iter().all(|b| b"-_=*~.?'| \t".contains(b))),
    guard(Rule::furniture, "kKnNtTgGsScCdDlLwWhH+", is_furniture),
    guard(Rule::motto, "CcHhXNDdtTEB", is_motto),
    guard(Rule::party_header, "D", |line| like(line, "DANG CONG SAN")),
    guard(Rule::number_line, "LBPNSs$853'.,", is_number),
    whole(Rule::place_date, LETTERS, is_place_date),
    guard(Rule::subject_line, "'._vVWY", is_subject),
    guard(Rule::addressee_label, CAPITALS, is_addressees),
    guard(Rule::recipients_label, "_nN", |line| {
        line[0] == b'_' || like_any(line, &["noi nh", "not nh", "nai nh"])
    }),
    guard(Rule::authority_line, "TKQ", is_authority),
    guard(Rule::enacting, "QRCN", |line| line.ends_with(b":")),
    guard(Rule::recital, "-CTX", |line| {
        let line = if line[0] == b'-' { line[1..].trim_ascii_start() } else { line };
        like_any(line, &["Can cu", "Theo de nghi", "Theo to trinh", "Tren co so", "Xet"])
    }),
    guard(Rule::attachment_note, "(", |line| {
        like_any(line[1..].trim_ascii_start(), &["ban hanh", "kem", "dinh kem"])
    }),
    guard(Rule::annex, "P", |line| like(line, "Phu luc")),
    guard(Rule::part, "pP", |line| is_numbered(line, "phan") || like(line, "phan")),
    guard(Rule::chapter, "cC", |line| is_numbered(line, "chuong")),
    guard(Rule::division, "MT", |line| is_numbered(line, "Muc") || is_numbered(line, "Tieu muc")),
    label(Rule::article, "D", article_label),
    label(Rule::decimal, "0123456789", decimal_label),
    label(Rule::roman, "IVXL", roman_label),
    label(Rule::upper, "ABCDEFGH", |line| {
        let marked = matches!(line.get(1), Some(b'.' | b'-' | b')' | b'/'));
        (marked && line.get(2).is_none_or(|&b| is_blank(b))).then_some(2)
    }),
    label(Rule::arabic, "(0123456789", arabic_label),
    label(Rule::letter, SMALL, letter_label),
    label(Rule::dash, "-~", |line| {
        let dash = if line[0] == b'-' {
            line.get(1) != Some(&b'-')
        } else {
            line.get(1).is_some_and(|&b| is_blank(b))
        };
        dash.then_some(1)
    }),
    label(Rule::plus, "+", |_| Some(1)),
    label(Rule::star, "*", |_| Some(1)),
];

/// For each byte the guards it may open, a bit each.
static OPENED: [u32; 256] = {
    let mut opened = [0; 256];
    let mut at = 0;
    while at < GUARDS.len() {
        let mut i = 0;
        while i < GUARDS[at].first.len() {
            opened[GUARDS[at].first[i] as usize] |= 1 << at;
            i += 1;
        }
        at += 1;
    }
    opened
};

/// What may take a bare line without blanks around it, in the order in which it is to be asked.
pub(super) fn verdicts(bare: &str) -> impl Iterator<Item = Verdict> {
    let line = bare.as_bytes();
    let mut opened = line.first().map_or(0, |&first| OPENED[usize::from(first)]);
    std::iter::from_fn(move || {
        while opened != 0 {
            let Guard { rule, look, .. } = &GUARDS[opened.trailing_zeros() as usize];
            opened &= opened - 1;
            let verdict = match look {
                Look::Guard(may_be) => may_be(line).then_some(Verdict::Ask(*rule)),
                Look::Whole(is) => is(line).then_some(Verdict::Take(*rule, 0)),
                Look::Label(label) => label(line).map(|length| Verdict::Take(*rule, length)),
            };
            if verdict.is_some() {
                return verdict;
            }
        }
        None
    })
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// How many digits stand at the head, `most` at most.
pub(super) fn digits(line: &[u8], most: usize) -> usize {
    line.iter().take(most).take_while(|b| b.is_ascii_digit()).count()
}

/// Whether a line begins like a pattern: a small letter stands for the capital too, `?` for any letter.
pub(super) fn like(line: &[u8], pattern: &str) -> bool {
    line.len() >= pattern.len()
        && pattern
            .bytes()
            .zip(line)
            .all(|(p, &b)| p == b || p == b'?' || p.is_ascii_lowercase() && p == b.to_ascii_lowercase())
}

fn like_any(line: &[u8], patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| like(line, pattern))
}

/// What is left of a line behind any of these bytes.
pub(super) fn behind<'l>(line: &'l [u8], bytes: &[u8]) -> &'l [u8] {
    &line[line.iter().position(|b| !bytes.contains(b)).unwrap_or(line.len())..]
}

/// A word of this kind with a number behind it.
fn is_numbered(line: &[u8], word: &str) -> bool {
    let number = || line[word.len()..].trim_ascii_start().first();
    like(line, word) && number().is_some_and(|b| b.is_ascii_digit() || b"IVXL".contains(b))
}

fn is_page_mark(line: &[u8]) -> bool {
    let dashes = line.iter().take(5).take_while(|&&b| b == b'-').count();
    if dashes > 0 && like(behind(&line[dashes..], b" \t"), "page") {
        return true;
    }
    let text = behind(&line[dashes.min(1)..], b" \t");
    let text = if like(text, "trang") { behind(&text[5..], b" \t") } else { text };
    let count = digits(text, 3);
    // Zeros alone number no page.
    if count == 0 || text[0] == b'0' && behind(&text[count..], b" \t").is_empty() {
        return false;
    }
    let rest = &text[count..];
    let of = if rest.first() == Some(&b'/') { digits(&rest[1..], 3) } else { 0 };
    let rest = behind(if of > 0 { &rest[1 + of..] } else { rest }, b" \t");
    behind(rest.strip_prefix(b"-").unwrap_or(rest), b" \t").is_empty()
}

fn is_furniture(line: &[u8]) -> bool {
    let traces: &[&str] = match line[0].to_ascii_lowercase() {
        b't' => &["thoi gian ky", "tai lieu duoc", "thu vien phap"],
        b'n' => &["nguoi ky:", "ngay ky:"],
        b'd' => &["duoc ky boi", "digitally"],
        b'k' => &["ky boi"],
        b'g' => &["gio ky:"],
        b's' => &["signature"],
        b'c' => &["chu ky so"],
        _ => &["lawsoft", "www.", "http", "+84-"],
    };
    like_any(line, traces)
}

fn is_motto(line: &[u8]) -> bool {
    // `DQC L^P - T`, as scans leave it.
    let scanned = || matches!(*line, [b'D' | b'E' | b'B', _, b'c' | b'C', b' ', ..]);
    match line[0] {
        b'C' | b'c' => {
            let lone = || {
                let behind = line[4..].trim_ascii_start();
                behind.is_empty() || behind.starts_with(b"HOA")
            };
            like_any(line, &["c?ng h?a x", "CHU NGHIA VIET"]) || line.starts_with(b"CONG") && lone()
        }
        b'D' | b'd' => like(line, "doc lap") || scanned(),
        b'T' | b't' => like(line, "tu do"),
        b'H' | b'h' => like_any(line, &["hanh phuc", "HOA XA HOI", "HOI CHU NGHIA"]),
        b'E' | b'B' => scanned(),
        _ => like_any(line, &["XA HOI CHU", "NGHIA VIET"]),
    }
}

fn is_number(line: &[u8]) -> bool {
    const NAMED: [&str; 4] = ["Luat so", "Bo luat so", "Phap lenh so", "Nghi quyet so"];
    /// What a scan leaves before the first stroke of a symbol is no longer.
    const SPOILT: usize = 12;
    let label = match *line {
        [b'S' | b's' | b'$', b'o' | b'O' | b'0' | b'6' | b'e' | b'A' | b'5', ..]
        | [b'8' | b'5' | b'3', b'6', ..] => 2,
        [b'\'' | b'.' | b',', b's', b'o', ..] => return true,
        _ => match NAMED.iter().find(|named| like(line, named)) {
            Some(named) => named.len(),
            None => return false,
        },
    };
    let rest = &line[label..];
    let stroke = rest.iter().position(|b| b":;-/".contains(b));
    stroke.is_some_and(|at| at <= SPOILT || behind(rest, b"0123456789.$ \t^,'").len() == rest.len() - at)
}

fn is_subject(line: &[u8]) -> bool {
    let line = behind(line, b"'._ \t");
    let scanned = || match *line {
        [b'V' | b'W' | b'Y', b'W' | b'w' | b'v' | b'V', ..] => true,
        [b'V' | b'W' | b'Y', b'/' | b'i' | b'l' | b'I' | b'?' | b'\'', next, ..] => {
            b"vywW \t".contains(&next)
        }
        _ => false,
    };
    like_any(line, &["v/v", "vv:", "ve viec"]) || scanned()
}

fn is_addressees(line: &[u8]) -> bool {
    // `THỦ TƯỚNG CHÍNH PHỦ điện:`
    let dispatched = || {
        let named = matches!(*line, [a, b, ..] if a.is_ascii_uppercase() && b.is_ascii_uppercase());
        let colon = if named { line.iter().position(|&b| b == b':') } else { None };
        colon.is_some_and(|at| {
            let sender = line[..at].trim_ascii_end();
            sender.len() > 5 && like(&sender[sender.len() - 5..], " dien")
        })
    };
    like_any(behind(line, b"_,. \t"), &["kinh g", "kinh t", "dong kinh", "k?nh", "k?nk", "k?rh"])
        || dispatched()
}

fn is_authority(line: &[u8]) -> bool {
    let form = ["TM", "KT", "TL", "TUQ", "Q"].iter().find(|form| line.starts_with(form.as_bytes()));
    form.is_some_and(|form| matches!(line.get(form.len()), Some(b'.' | b' ' | b'\t')))
        || matches!(line.get(1), Some(b'/' | b'.'))
}

#[cfg(test)]
mod tests {
    use super::super::layout::grammar::Layout;
    use super::*;
    use pest::Parser;

    /// Openings of every rule, as grammar and scans write them.
    const HEADS: &str = "|=|---|=| a | b |=- 2 -=12/15=--- PAGE 3=Trang 2=----=* * *=?'=Ký bởi: A=Thời gian ký=+84-9=www.a=CỘNG HÒA XÃ=CÔNG=\
        CỘNG HÒA=Độc lập - Tự do=DEC LAP - T=Tự do - Hạnh phúc=Hạnh phúc=Cgng hda xa=ĐẢNG CỘNG SẢN VIỆT NAM=Số: 12/QĐ-UBND=So 12-KL/TW=\
        Số       /SYT-VP=S6 J06 /TCT-KK Hà Nội, ngày 5=861913 /TCHQ=Luật số: 4=Nghị quyết số 5/NQ=so :=.so:=S6^:=56: AB-=Cà Mau, ngày 5 tháng 4 năm 2026=\
        ngày  tháng 4 năm=Thành phố Cà Mau ngày 5 tháng=TP. Huế ngày=(Huế, ngay=V/v=V/ v.=Viv:=VW:=Y/y =Về việc =vv:=..V/v=Kính gửi:=Kfnh gui:=_ Đồng kính gửi=\
        Kính trình:=THỦ TƯỚNG CHÍNH PHỦ điện:=Nơi nhận:=Noi nhfln=Noi nhin z =__nơi nhận=TM. ỦY BAN=KT . B=T/M B=K.T B=Q. C=TUQ.C=QUYẾT ĐỊNH:=QUYẾT NGHỊ :=\
        Căn cứ Luật=- Căn cứ =Theo đề nghị =Xét =Trên cơ sở =(Ban hành kèm=( kèm theo=(Đính kèm=PHỤ LỤC=Phụ lục số 1A:=Phần thứ nhất=PHẦN I.=Phần 2-=\
        Chương II=CHƯƠNG 2 A=Mục 1.=Tiểu mục IV:=Điều 3.=Điều 12a -=ĐIỀU 5:=1.1. a=2.3.1=1.2A=II. M=IV- n=X/ =A. P=H)=1. S=12)=(3) a=4- a=5/GP-UBND=5/ a=1..=1\\. a=\
        a) b=đ) c=b. c=(iv) d=aa.1) b=b.2. c=- Sở=--a=~ a=+ B=* G=• T=Sở Y tế=thực hiện=";

    fn by_the_grammar(bare: &str) -> (Rule, String) {
        let pair = Layout::parse(Rule::line, bare).unwrap().next().unwrap();
        (pair.as_rule(), pair.into_inner().as_str().to_owned())
    }

    fn by_guards(bare: &str) -> (Rule, String) {
        let ask = |verdict| match verdict {
            Verdict::Ask(rule) => {
                let pair = Layout::parse(rule, bare).ok()?.next()?;
                Some((pair.as_rule(), pair.into_inner().as_str().to_owned()))
            }
            Verdict::Take(rule, length) => Some((rule, bare[..length].to_owned())),
        };
        let nothing = if bare.is_empty() { Rule::blank } else { Rule::text };
        verdicts(bare).find_map(ask).unwrap_or((nothing, String::new()))
    }

    fn agree(line: &str) {
        let bare = crate::text::bare(line.trim());
        let ((rule, label), found) = (by_the_grammar(&bare), by_guards(&bare));
        assert_eq!((rule, label), found, "{bare:?}");
    }

    #[test]
    fn guards_leave_nothing_out() {
        let heads: Vec<&str> = HEADS.split('=').map(str::trim_start).collect();
        let joints = ["", " ", ", ", ":"];
        for (i, &a) in heads.iter().enumerate() {
            for (j, &b) in heads.iter().enumerate() {
                agree(&format!("{a}{}{b}", joints[(i + j) % joints.len()]));
            }
            for (at, _) in a.char_indices() {
                agree(&a[..at]);
                agree(&a[at..]);
                agree(&format!("{}?{}", &a[..at], &a[at..]));
                agree(&format!("{}  {}", &a[..at], a[at..].to_uppercase()));
            }
        }
    }

    #[test]
    fn guards_leave_nothing_out_in_the_specimens() {
        let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts");
        for entry in std::fs::read_dir(folder).unwrap().flatten() {
            std::fs::read_to_string(entry.path()).unwrap_or_default().lines().for_each(agree);
        }
    }
}
