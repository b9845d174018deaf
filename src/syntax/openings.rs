//! What a line can be, told by its first letters: the layout grammar has thirty rules, and nearly every line can be
//! by one or two of them. A guard lets through all that its rule takes; the rule decides.

use super::layout::grammar::Rule;

/// The bytes a bare line of a rule begins with, and a closer look at it.
struct Guard {
    rule: Rule,
    first: &'static [u8],
    may_be: fn(&[u8]) -> bool,
}

const fn guard(rule: Rule, first: &'static str, may_be: fn(&[u8]) -> bool) -> Guard {
    Guard { rule, first: first.as_bytes(), may_be }
}

const CAPITALS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ_,.kd";
const SMALL: &str = "abcdefghijklmnopqrstuvwxyz(";
const LETTERS: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz(*";

/// Every rule but those for an empty line and for any other, in the order of the grammar.
const GUARDS: [Guard; 30] = [
    guard(Rule::border, "|", |_| true),
    guard(Rule::markdown_rule, "|", |_| true),
    guard(Rule::markdown_row, "|", |_| true),
    guard(Rule::page_mark, "-0123456789tT", is_page_mark),
    guard(Rule::separator, "-_=*~.?'|", |line| line.iter().all(|b| b"-_=*~.?'| \t".contains(b))),
    guard(Rule::furniture, "kKnNtTgGsScCdDlLwWhH+", is_furniture),
    guard(Rule::motto, "CcHhXNDdtTEB", is_motto),
    guard(Rule::party_header, "D", |line| like(line, "DANG CONG SAN")),
    guard(Rule::number_line, "LBPNSs$853'.,", is_number),
    guard(Rule::place_date, LETTERS, is_place_date),
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
    guard(Rule::article, "D", |line| is_numbered(line, "Dieu")),
    guard(Rule::decimal, "0123456789", |line| line.iter().skip(1).take(2).any(|&b| b == b'.')),
    guard(Rule::roman, "IVXL", |line| {
        let behind = line.iter().find(|b| !b"IVXL".contains(b));
        behind.is_some_and(|mark| b".-)/: \t".contains(mark))
    }),
    guard(Rule::upper, "ABCDEFGH", |line| matches!(line.get(1), Some(b'.' | b'-' | b')' | b'/'))),
    guard(Rule::arabic, "(0123456789", |line| {
        line[0] == b'(' || line.iter().skip(1).take(2).any(|b| b".)/-\\".contains(b))
    }),
    guard(Rule::letter, SMALL, |line| {
        line[0] == b'(' || matches!(*line, [_, b'.' | b')' | b'/' | b'-', ..] | [_, _, b'.' | b')', ..])
    }),
    guard(Rule::dash, "-~", |_| true),
    guard(Rule::plus, "+", |_| true),
    guard(Rule::star, "*", |_| true),
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

/// The rules that may take a bare line without blanks around it, in the order in which they are to be asked.
pub(super) fn candidates(bare: &str) -> impl Iterator<Item = Rule> {
    let line = bare.as_bytes();
    let mut opened = line.first().map_or(0, |&first| OPENED[usize::from(first)]);
    std::iter::from_fn(move || {
        while opened != 0 {
            let guard = &GUARDS[opened.trailing_zeros() as usize];
            opened &= opened - 1;
            if (guard.may_be)(line) {
                return Some(guard.rule);
            }
        }
        None
    })
}

/// Whether a line begins like a pattern: a small letter stands for the capital too, `?` for any letter.
fn like(line: &[u8], pattern: &str) -> bool {
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
fn behind<'l>(line: &'l [u8], bytes: &[u8]) -> &'l [u8] {
    &line[line.iter().position(|b| !bytes.contains(b)).unwrap_or(line.len())..]
}

/// A word of this kind with a number behind it.
fn is_numbered(line: &[u8], word: &str) -> bool {
    let number = || line[word.len()..].trim_ascii_start().first();
    like(line, word) && number().is_some_and(|b| b.is_ascii_digit() || b"IVXL".contains(b))
}

fn is_page_mark(line: &[u8]) -> bool {
    let text = behind(line, b"- \t");
    let counted = || line.ends_with(b"-") || line.last().is_some_and(u8::is_ascii_digit);
    like(text, "page")
        || counted()
            && (like(text, "trang") || text.iter().all(|b| b.is_ascii_digit() || b"/- \t".contains(b)))
}

fn is_furniture(line: &[u8]) -> bool {
    const TRACES: [&str; 15] = [
        "ky boi",
        "nguoi ky:",
        "thoi gian ky",
        "ngay ky:",
        "gio ky:",
        "signature",
        "chu ky so",
        "duoc ky boi",
        "lawsoft",
        "www.",
        "http",
        "digitally",
        "tai lieu duoc",
        "thu vien phap",
        "+84-",
    ];
    like_any(line, &TRACES)
}

fn is_motto(line: &[u8]) -> bool {
    const WORDS: [&str; 9] = [
        "HOA XA HOI",
        "XA HOI CHU",
        "HOI CHU NGHIA",
        "CHU NGHIA VIET",
        "NGHIA VIET",
        "doc lap",
        "tu do",
        "hanh phuc",
        "c?ng h?a x",
    ];
    let lone = || {
        line.starts_with(b"CONG") && {
            let behind = line[4..].trim_ascii_start();
            behind.is_empty() || behind.starts_with(b"HOA")
        }
    };
    like_any(line, &WORDS) || matches!(*line, [b'D' | b'E' | b'B', _, b'c' | b'C', b' ', ..]) || lone()
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

/// `ngày` as scans leave it too.
const DAYS: [&str; 4] = ["ngay", "ngdy", "ngiy", "ngau"];

fn is_place_date(line: &[u8]) -> bool {
    /// The longest name of a place with its comma.
    const PLACE: usize = 47;
    if like_any(line, &DAYS) {
        return true;
    }
    let mark = line.iter().take(PLACE).position(|b| matches!(b, b',' | b':' | b';' | b'0'..=b'9'));
    let dated = |at: usize| line[at] == b',' && like_any(line[at + 1..].trim_ascii_start(), &DAYS);
    mark.is_some_and(dated) || is_named_day(line)
}

/// `Cà Mau ngày`: up to five words with capitals and no comma.
fn is_named_day(line: &[u8]) -> bool {
    let city = ["Thanh pho", "TP."].iter().find(|city| line.starts_with(city.as_bytes()));
    let mut rest = city.map_or(line, |city| line[city.len()..].trim_ascii_start());
    for _ in 0..5 {
        if !rest.first().is_some_and(u8::is_ascii_uppercase) {
            return false;
        }
        let word = rest.iter().position(|b| !b.is_ascii_alphabetic()).unwrap_or(rest.len());
        rest = behind(&rest[word..], b" \t.");
        if like(rest, "ngay") {
            return true;
        }
    }
    false
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
        let taken = |rule| Layout::parse(rule, bare).ok().and_then(|mut pairs| pairs.next());
        let nothing = if bare.is_empty() { Rule::blank } else { Rule::text };
        candidates(bare)
            .find_map(taken)
            .map_or((nothing, String::new()), |pair| (pair.as_rule(), pair.into_inner().as_str().to_owned()))
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
