//! Texts made to be hard: each repeats what makes a reader begin something and never lets it end. No office writes them,
//! but any file may hold them, and none may cost more than its length.

// Each program that includes this file uses a part of it.
#![allow(dead_code)]

use crate::generator::Random;

/// A name and what makes the text; it is at least as long as asked, by little.
pub type Adversary = (&'static str, fn(usize) -> String);

/// All of them.
pub const ADVERSARIES: [Adversary; 12] = [
    ("repeated openers", openers),
    ("half citations", half_citations),
    ("fragments of dates", dates),
    ("nested quotes", quotes),
    ("chains of citations", chains),
    ("very long tokens", tokens),
    ("tables", tables),
    ("many labels", labels),
    ("many headings", headings),
    ("bullets without end", bullets),
    ("unclosed brackets", brackets),
    ("a mixture of all", mixture),
];

/// Pieces one behind the other, by a number that counts up, until the text is long enough.
fn repeated(size: usize, mut piece: impl FnMut(usize, &mut String)) -> String {
    let mut text = String::with_capacity(size + 256);
    let mut turn = 0;
    while text.len() < size {
        piece(turn, &mut text);
        turn += 1;
    }
    text
}

/// One of several in turn.
fn in_turn(size: usize, pieces: &[&str]) -> String {
    repeated(size, |turn, text| text.push_str(pieces[turn % pieces.len()]))
}

fn openers(size: usize) -> String {
    in_turn(size, &["Căn cứ Nghị định số ", "Luật ", "Thực hiện Kế hoạch số ", "khoản ", "theo đề nghị của "])
}

fn half_citations(size: usize) -> String {
    repeated(size, |turn, text| {
        text.push_str(match turn % 5 {
            0 => "Quyết định số 12/",
            1 => "Nghị định số 30/2020/",
            2 => "Kế hoạch số /KH- ngày ",
            3 => "Công văn số 7 của ",
            _ => "các Thông tư số 01, 02, 03 và ",
        });
        text.push(' ');
    })
}

fn dates(size: usize) -> String {
    in_turn(
        size,
        &["ngày 12 tháng ", "ngày 3/", "12/5/", "tháng năm ", "trước ngày ", "từ ngày 1/1 đến ngày "],
    )
}

fn quotes(size: usize) -> String {
    let mut text = in_turn(size / 2, &["“Điều 1. Sửa đổi ", "“1. Luật này ", "\"a) ", "«Kế hoạch "]);
    text.push_str(&in_turn(size / 2, &["”", " theo quy định”;", "\" ", "» "]));
    text
}

fn chains(size: usize) -> String {
    repeated(size, |turn, text| {
        let kinds = ["Kế hoạch số {}/KH-UBND", "Quyết định số {}/QĐ-TTg", "Kết luận số {}-KL/TW"];
        text.push_str(&kinds[turn % 3].replace("{}", &(turn % 900 + 1).to_string()));
        text.push_str([" triển khai ", " thực hiện ", " được sửa đổi bởi ", " ban hành kèm theo "][turn % 4]);
    })
}

fn tokens(size: usize) -> String {
    let third = size / 3;
    let mut text = "1".repeat(third);
    text.push_str("/QĐ-");
    text.push_str(&"Đ".repeat(third / 2));
    text.push('-');
    text.push_str(&"a/".repeat(third / 2));
    text
}

fn tables(size: usize) -> String {
    repeated(size, |turn, text| match turn % 7 {
        0 => text.push_str("| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n"),
        1 => text.push_str("| --- | --- |\n"),
        2 => text.push_str("|\n|\n"),
        _ => text.push_str("| 1 | Rà soát quy trình | Sở Y tế | | Quý III/2026 |\n"),
    })
}

fn labels(size: usize) -> String {
    repeated(size, |turn, text| {
        let label =
            ["1.1.1.1. ", "a) ", "Điều 1. ", "khoản 2 Điều 3 ", "i. ", "đ) ", "điểm c khoản "][turn % 7];
        text.push_str(label);
        if turn % 3 == 0 {
            text.push('\n');
        }
    })
}

fn headings(size: usize) -> String {
    in_turn(
        size,
        &[
            "Chương I\n",
            "Mục 1. TỔ CHỨC\n",
            "Phần thứ hai\n",
            "Điều 1. Phạm vi\n",
            "I. MỤC ĐÍCH\n",
            "1. Sở Y tế:\n",
        ],
    )
}

fn bullets(size: usize) -> String {
    in_turn(
        size,
        &[
            "- Giao Sở Y tế chủ trì, phối hợp với ",
            "\n+ Văn phòng Sở, ",
            "\n* các phòng, đơn vị, ",
            "\n- ",
            "trước ngày 30/6/2026; ",
        ],
    )
}

fn brackets(size: usize) -> String {
    in_turn(size, &["((", "(sau đây gọi tắt là ", "[", "(kèm theo Quyết định số 12/QĐ-UBND ", "{"])
}

/// Lines of all the others, in an order by chance.
fn mixture(size: usize) -> String {
    let mut random = Random::of(&[12]);
    repeated(size, |_, text| {
        let (_, adversary) = ADVERSARIES[random.below(ADVERSARIES.len() - 1)];
        let piece = adversary(40 + random.below(400));
        text.push_str(&piece);
        text.push_str(["\n", "\n\n", " "][random.below(3)]);
    })
}
