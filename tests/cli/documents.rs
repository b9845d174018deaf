//! Answers to questions about documents as tables: in both languages, within the width of a page.

use super::support::vanban;

#[test]
fn tables_fit_a_page_in_both_languages() {
    for (question, lang, words) in [
        ("số ngày giữa các cấp trong chuỗi của 230/KH-UBND", "vi", "Số ngày"),
        ("which 230/KH-UBND is meant", "en", "Cited by"),
        ("which directives have no implementing document", "en", "does not mean that it does not exist"),
        ("đơn vị nào chưa triển khai 264/KH-UBND", "vi", "nhiều đơn vị, chưa rõ"),
        ("superseded citations", "en", "changed later"),
        ("lỗi viện dẫn trong 231/BVNC-KHTH", "vi", "tên loại không khớp"),
        ("căn cứ chung của 1326/QĐ-UBND và 18/2026/NQ-HĐND", "vi", "72/2025/QH15"),
        ("who signed the documents", "en", "on behalf of; for the head"),
        ("nơi nhận của 388/QĐ-SYT", "vi", "như trên"),
        ("documents related to 264/KH-UBND", "en", "Both carry out"),
        ("sổ văn bản theo cơ quan ban hành", "vi", "Sở Y tế tỉnh Cà Mau"),
        ("graph sanity", "en", "dates disagree"),
        ("tìm đoạn nói về đường dây nóng", "vi", "thực hiện"),
        ("xin chào các bạn", "en", "Also understood:"),
    ] {
        let run = vanban(&["query", "--lang", lang, question, "corpus/texts"]);
        // A cell may break its words over lines.
        let shown = run.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(words.split(' ').all(|word| shown.contains(word)), "{question}: {words} in\n{}", run.stdout);
        let wide = run.stdout.lines().find(|line| line.chars().count() > 100);
        assert_eq!(wide, None, "{question}");
    }
}
