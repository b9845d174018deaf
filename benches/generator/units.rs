//! Whom a body tells to do something: the units and bodies below it, as its documents call them.

use super::bodies::{Body, DEPARTMENTS, MINISTRIES};
use super::plan::Plan;
use super::random::Random;

/// Some of those a body directs, in the order of the document.
pub fn directed(plan: &Plan, count: usize, random: &mut Random) -> Vec<String> {
    let all = all(plan);
    let mut chosen = random.several(count, all.len());
    chosen.sort_unstable();
    chosen.into_iter().map(|at| all[at].clone()).collect()
}

fn all(plan: &Plan) -> Vec<String> {
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let province = plan.body().province();
    let rank = province.map_or("tỉnh", |p| p.rank());
    let local = if plan.year() < 2026 {
        "Ủy ban nhân dân các huyện"
    } else {
        "Ủy ban nhân dân các xã, phường"
    };
    match plan.body() {
        Body::Centre => owned(&[
            "Ban Tổ chức Trung ương",
            "Ban Nội chính Trung ương",
            "Ủy ban Kiểm tra Trung ương",
            "Văn phòng Trung ương Đảng",
            "Các tỉnh ủy, thành ủy",
            "Mặt trận Tổ quốc Việt Nam",
        ]),
        Body::Premier => {
            let mut all: Vec<String> = MINISTRIES.iter().map(|m| m.0.to_owned()).collect();
            all.push("Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương".to_owned());
            all
        }
        Body::Ministry(_) => owned(&[
            "Văn phòng Bộ",
            "Thanh tra Bộ",
            "Vụ Pháp chế",
            "Vụ Tổ chức cán bộ",
            "Cục Kế hoạch - Tài chính",
            "Vụ Hợp tác quốc tế",
        ]),
        Body::Committee(_) => {
            let uy = province.map_or("Tỉnh ủy", |p| p.committee());
            ["Ban Tổ chức", "Ban Nội chính", "Ủy ban Kiểm tra", "Văn phòng"]
                .iter()
                .map(|unit| format!("{unit} {uy}"))
                .collect()
        }
        Body::People(_) => {
            let mut all: Vec<String> = DEPARTMENTS.iter().map(|d| d.0.to_owned()).collect();
            all.extend([format!("Công an {rank}"), format!("Thanh tra {rank}"), local.to_owned()]);
            all
        }
        Body::Department(..) => owned(&[
            "Văn phòng Sở",
            "Thanh tra Sở",
            "Phòng Kế hoạch - Tài chính",
            "Phòng Tổ chức cán bộ",
            "Các đơn vị trực thuộc Sở",
        ]),
        Body::Local(..) if plan.year() < 2026 => owned(&[
            "Phòng Nội vụ",
            "Phòng Tài chính - Kế hoạch",
            "Phòng Văn hóa và Thông tin",
            "Công an huyện",
            "Ủy ban nhân dân các xã, thị trấn",
        ]),
        Body::Local(..) => owned(&[
            "Phòng Kinh tế",
            "Phòng Văn hóa - Xã hội",
            "Trung tâm Phục vụ hành chính công",
            "Công an xã",
            "Trạm Y tế xã",
        ]),
        Body::Hospital(..) => owned(&[
            "Phòng Kế hoạch tổng hợp",
            "Phòng Điều dưỡng",
            "Phòng Tổ chức - Hành chính",
            "Khoa Khám bệnh",
            "Khoa Dược",
        ]),
    }
}

/// Kính gửi of a letter or report.
pub fn addressees(plan: &Plan) -> Vec<String> {
    let rank = plan.body().province().map_or("tỉnh", |p| p.rank());
    let owned = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    match plan.body() {
        Body::Ministry(_) => vec!["Ủy ban nhân dân các tỉnh, thành phố trực thuộc Trung ương".to_owned()],
        Body::Department(..) => owned(&["Các phòng thuộc Sở", "Các đơn vị trực thuộc Sở"]),
        Body::Local(..) => vec![format!("Ủy ban nhân dân {rank}")],
        _ => owned(&["Sở Y tế"]),
    }
}
