//! What holds for every text, whatever it says.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use vanban::model::{Document, DocumentKind, DocumentNumber, PartialDate};
use vanban::text::{Source, tidy};

/// Pieces that documents are made of, so that random texts reach the deep places of the grammars.
const PIECES: [&str; 40] = [
    "Số: ",
    "/SYT-VP",
    "230/KH-UBND",
    "107-KL/TW",
    "ngày 24/4/2026",
    "ngày   tháng 4 năm 2026",
    "Kế hoạch số ",
    "Quyết định ",
    "Kết luận",
    "Luật Đất đai năm 2024",
    "Điều 5",
    "khoản 2 ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "I. ",
    "a) ",
    "|",
    "**",
    "Nơi nhận:\n- Như trên;\n- Lưu: VT.",
    "KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    "Kính gửi: ",
    "V/v triển khai ",
    "ỦY BAN NHÂN DÂN\nTỈNH CÀ MAU",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "của Ủy ban nhân dân tỉnh",
    "Căn cứ ",
    "được sửa đổi, bổ sung bởi ",
    "trước ngày 10/12 hằng năm",
    "trong thời hạn 15 ngày làm việc kể từ ngày nhận",
    "Giao Văn phòng Sở chủ trì, phối hợp với ",
    "các đơn vị; ",
    "“",
    "”",
    "(",
    ")",
    "\u{301}",
    "\u{a0}",
    "PHỤ LỤC\n",
];

fn document_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        8 => (0..PIECES.len()).prop_map(|i| PIECES[i].to_owned()),
        1 => "[0-9/.,;:A-ZĐa-zđ \n-]{0,12}",
        1 => any::<char>().prop_map(String::from),
    ];
    proptest::collection::vec(piece, 0..60).prop_map(|pieces| pieces.concat())
}

/// Every span lies in the text, on letters; every quote says what stands there.
fn spans_fit(text: &str, mut document: Document) {
    document.for_each_span(&mut |span| {
        assert!(span.start <= span.end && span.end <= text.len(), "{span:?} lies outside the text");
        assert!(
            text.is_char_boundary(span.start) && text.is_char_boundary(span.end),
            "{span:?} cuts a letter"
        );
    });
    let says = |span: vanban::text::Span, said: &str| {
        assert_eq!(tidy(&text[span.range()]), said, "a quote says what stands at {span:?}");
    };
    for citation in &document.citations {
        if citation.pieces.is_empty() {
            says(citation.span, &citation.text);
        }
        for quote in [&citation.pinpoint, &citation.cue].into_iter().flatten() {
            says(quote.span, &quote.text);
        }
        assert!(citation.reference.is_none_or(|r| r < document.references.len()));
    }
    for addressee in &document.addressees {
        says(addressee.span, &addressee.text);
    }
    for task in &document.tasks {
        assert!(task.deadlines.iter().all(|&d| d < document.deadlines.len()));
    }
    for (i, reference) in document.references.iter().enumerate() {
        assert!(!reference.mentions.is_empty());
        assert!(reference.mentions.iter().all(|&m| document.citations[m].reference == Some(i)));
    }
}

/// Name and text of every specimen.
pub fn specimens() -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus/texts");
    let mut texts: Vec<_> = fs::read_dir(folder)
        .expect("the specimens are readable")
        .flatten()
        .map(|entry| {
            let bytes = fs::read(entry.path()).expect("a specimen is readable");
            (entry.file_name().to_string_lossy().into_owned(), Source::from_bytes(&bytes).text().to_owned())
        })
        .collect();
    texts.sort();
    texts
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn any_text_parses_and_its_spans_fit(text in document_text()) {
        spans_fit(&text, vanban::parse(&Source::from_text(&text)));
    }

    #[test]
    fn any_bytes_parse(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let source = Source::from_bytes(&bytes);
        spans_fit(source.text(), vanban::parse(&source));
    }

    #[test]
    fn a_date_prints_as_it_is_read(year in 1945u16..2100, month in 1u8..=12, day in 1u8..=28) {
        let date = PartialDate::day(year, month, day).expect("a day of the calendar");
        prop_assert_eq!(date.to_string().parse::<PartialDate>().ok(), Some(date));
        prop_assert_eq!(format!("{day}/{month}/{year}").parse::<PartialDate>().ok(), Some(date));
    }

    #[test]
    fn a_number_prints_as_it_is_read(
        code in "[1-9][0-9]{0,3}[a-e]?(/20[0-2][0-9])?/(QĐ|KH|NQ|TT|CT)-(UBND|TTg|CP|BYT|HĐND)|[1-9][0-9]{0,2}-(KL|NQ|CT|QĐ)/(TW|TU|ĐU)|/[A-Z]{3}-VP",
    ) {
        let number = code.parse::<DocumentNumber>().expect("a number in a known form");
        prop_assert_eq!(&number.to_string(), &code);
        prop_assert_eq!(number.to_string().parse::<DocumentNumber>().ok(), Some(number));
    }
}

#[test]
fn every_kind_prints_as_it_is_read() {
    for id in vanban::registry::KindId::all() {
        let kind = DocumentKind(id);
        assert_eq!(kind.to_string().parse::<DocumentKind>().ok(), Some(kind), "{kind}");
        assert_eq!(kind.to_string().to_uppercase().parse::<DocumentKind>().ok(), Some(kind), "{kind}");
    }
}

#[test]
fn spans_of_every_specimen_slice_to_their_text() {
    for (_, text) in specimens() {
        spans_fit(&text, vanban::parse(&Source::from_text(&text)));
    }
}
