//! The end of a document: recipients and signature. Names of people are placeholders.

use super::bodies::Body;
use super::kinds::Kind;
use super::page::Page;
use super::plan::Plan;
use super::random::Random;

const SIGNERS: [&str; 5] = ["Nguyễn Văn A", "Trần Văn B", "Lê Thị C", "Phạm Văn D", "Hoàng Thị E"];

/// Writes Nơi nhận and the signature, in either order.
pub fn write(page: &mut Page, plan: &Plan, random: &mut Random) {
    if random.one_in(4) {
        signature(page, plan, random);
        page.blank();
        recipients(page, plan);
    } else {
        recipients(page, plan);
        page.blank();
        signature(page, plan, random);
    }
}

fn recipients(page: &mut Page, plan: &Plan) {
    let rank = plan.body().province().map_or("tỉnh", |p| p.rank());
    let uy = plan.body().province().map_or("Tỉnh ủy", |p| p.committee());
    let mut items: Vec<String> = Vec::new();
    if matches!(plan.kind(), Kind::Letter | Kind::Report | Kind::Telegram) {
        items.push("Như trên".to_owned());
    }
    match plan.body() {
        Body::Centre => items.push("Các tỉnh ủy, thành ủy".to_owned()),
        Body::Premier => items.push("Các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ".to_owned()),
        Body::Ministry(_) => items.push("Thủ tướng Chính phủ (để b/c)".to_owned()),
        Body::Committee(_) => items.push("Văn phòng Trung ương Đảng (để báo cáo)".to_owned()),
        Body::People(_) => {
            items.push(format!("TT {uy}, TT HĐND {rank} (b/c)"));
            items.push(format!("CT, các PCT UBND {rank}"));
        }
        Body::Department(..) => {
            items.push(format!("UBND {rank} (b/c)"));
            items.push("Giám đốc, các PGĐ Sở".to_owned());
        }
        Body::Local(..) => items.push("CT, các PCT UBND".to_owned()),
        Body::Hospital(..) => items.push("Các khoa, phòng".to_owned()),
    }
    page.line("Nơi nhận:");
    for item in items {
        page.line(&format!("- {item};"));
    }
    page.line(if plan.body().is_party() { "- Lưu Văn phòng." } else { "- Lưu: VT." });
}

fn signature(page: &mut Page, plan: &Plan, random: &mut Random) {
    let head = plan.body().head();
    let deputy = random.one_in(2);
    match plan.body() {
        Body::Centre => page.line("T/M BỘ CHÍNH TRỊ"),
        Body::Committee(_) => {
            page.line("T/M BAN THƯỜNG VỤ");
            page.line(if deputy { "PHÓ BÍ THƯ" } else { "BÍ THƯ" });
        }
        Body::People(_) | Body::Local(..) if plan.kind() != Kind::Telegram => {
            page.line("TM. ỦY BAN NHÂN DÂN");
            post(page, head, deputy);
        }
        _ => post(page, head, deputy),
    }
    page.blank();
    page.line(random.pick(&SIGNERS));
}

fn post(page: &mut Page, head: &str, deputy: bool) {
    if deputy {
        page.line(&format!("KT. {head}"));
        page.line(&if head == "BỘ TRƯỞNG" {
            "THỨ TRƯỞNG".to_owned()
        } else {
            format!("PHÓ {head}")
        });
    } else {
        page.line(head);
    }
}
