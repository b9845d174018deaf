//! Blocks as the outline cuts them, one class of text a row. All texts are made up.

use super::{Zone, read};
use crate::text::Source;

/// The body blocks as `label text`, line breaks as ` / `.
fn blocks(text: &str) -> Vec<String> {
    let source = Source::from_text(text);
    let outline = read(&source);
    let shown = |block: &super::Block| {
        let label = block.label.as_ref().map_or("", |label| label.text.as_str());
        let said = source.reading()[block.span.range()].replace('\n', " / ");
        format!("{label} {said}").trim().to_owned()
    };
    outline.blocks.iter().filter(|b| b.zone == Zone::Body).map(shown).collect()
}

#[test]
fn blocks_are_cut_where_their_lines_say() {
    let rows: [(&str, &str, &[&str]); 7] = [
        (
            "a label on a line of its own",
            "Kính gửi: Các sở\n\nSở Nội vụ đề nghị các sở:\n\n1.\nRà soát hồ sơ lưu trữ.\n\n2.\nBáo cáo kết quả.\n",
            &["Sở Nội vụ đề nghị các sở:", "1 Rà soát hồ sơ lưu trữ.", "2 Báo cáo kết quả."],
        ),
        (
            "a bullet that opens like a recital",
            "Kính gửi: Các sở\n\nSở Nội vụ đề nghị các sở:\n- Rà soát hồ sơ;\n- Trên cơ sở kết quả, báo cáo về Sở;\n",
            &["Sở Nội vụ đề nghị các sở:", "- Rà soát hồ sơ;", "- Trên cơ sở kết quả, báo cáo về Sở;"],
        ),
        (
            "a post alone on the line over its body",
            "Kính gửi: Các bộ\n\nVăn phòng thông báo như sau:\n1. Bộ trưởng\nBộ Y tế chỉ đạo phòng dịch.\n2. Giám đốc\nSở Y tế báo cáo.\n",
            &[
                "Văn phòng thông báo như sau:",
                "1 Bộ trưởng / Bộ Y tế chỉ đạo phòng dịch.",
                "2 Giám đốc / Sở Y tế báo cáo.",
            ],
        ),
        (
            "items without a closing mark that end with a word like cấp tỉnh",
            "Kính gửi: Các sở\n\nSở Nội vụ đề nghị gửi:\n1. Báo cáo của các cơ quan cấp tỉnh\n2. Danh sách cán bộ\n3. Số liệu cả năm\n4. Đề xuất\n",
            &[
                "Sở Nội vụ đề nghị gửi:",
                "1 Báo cáo của các cơ quan cấp tỉnh",
                "2 Danh sách cán bộ",
                "3 Số liệu cả năm",
                "4 Đề xuất",
            ],
        ),
        (
            "a wrapped heading that names the actor over its duty",
            "Kính gửi: Các sở\n\n\
             Ủy ban nhân dân tỉnh giao nhiệm vụ cho các cơ quan theo danh mục sau đây, thực hiện xong trong\nquý này:\n\
             1.1. Giao Sở Nông nghiệp\nvà Môi trường\n\
             Khẩn trương chia sẻ dữ liệu đất đai với các cơ quan có liên quan để rà soát, đối chiếu và làm\nsạch.\n",
            &[
                "Ủy ban nhân dân tỉnh giao nhiệm vụ cho các cơ quan theo danh mục sau đây, thực hiện xong trong / quý này:",
                "1.1 Giao Sở Nông nghiệp / và Môi trường",
                "Khẩn trương chia sẻ dữ liệu đất đai với các cơ quan có liên quan để rà soát, đối chiếu và làm / sạch.",
            ],
        ),
        (
            "a number with its symbol is no label",
            "Kính gửi: Các sở\n\nSở cấp các giấy phép:\n61/GP-UBND ngày 5/6/2019.\n",
            &["Sở cấp các giấy phép:", "61/GP-UBND ngày 5/6/2019."],
        ),
        (
            "a first paragraph that opens with a day broken over lines",
            "Kính gửi: Sở Tư pháp.\nNgày 31 tháng 10 năm\n2025, Văn phòng nhận được văn bản đề nghị hướng dẫn về việc chứng thực bản sao của nhiều tổ chức, cá nhân.\n",
            &[
                "Ngày 31 tháng 10 năm / 2025, Văn phòng nhận được văn bản đề nghị hướng dẫn về việc chứng thực bản sao của nhiều tổ chức, cá nhân.",
            ],
        ),
    ];
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(_, text, want)| blocks(text) != *want)
        .map(|(class, text, want)| format!("{class}\n    want {want:?}\n    read {:?}", blocks(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
