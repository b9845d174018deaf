//! How a document is cited, and what it is about.

use super::bodies::Body;
use super::kinds::Kind;
use super::plan::Plan;
use super::random::Random;

/// `Kế hoạch số 264/KH-UBND ngày 15/5/2026 của Ủy ban nhân dân tỉnh`: number, day and issuer, as `from` cites `to`.
pub fn full(to: &Plan, from: &Plan, random: &mut Random) -> String {
    let comma = if to.body().is_party() && from.body().is_party() { "," } else { "" };
    let day = if random.one_in(4) { to.day.long() } else { to.day.short() };
    format!("{}{comma} ngày {day} của {}", short(to), issuer(to, from, random))
}

/// `Kế hoạch số 264/KH-UBND`.
pub fn short(to: &Plan) -> String {
    format!("{} số {}", to.kind().name(), to.code)
}

/// The issuer, short among those of one province.
fn issuer(to: &Plan, from: &Plan, random: &mut Random) -> String {
    let home = to.body().province().is_some() && to.body().province() == from.body().province();
    let full = to.body().name(to.year());
    if !home {
        return full;
    }
    match to.body() {
        Body::People(_) if random.one_in(3) => full.replace("Ủy ban nhân dân", "UBND"),
        Body::People(_) | Body::Department(..) if random.one_in(2) => full,
        _ => to.body().name_at_home(to.year()),
    }
}

/// Trích yếu; the document nearest above is named in it where that is usual.
pub fn subject(plan: &Plan, above: Option<&Plan>, random: &mut Random) -> String {
    let topic = plan.topic.name;
    let Some(above) = above else {
        return format!("về tăng cường sự lãnh đạo của Đảng đối với công tác {topic}");
    };
    let cited = full(above, plan, random);
    match (plan.kind(), plan.body()) {
        (_, Body::Centre) => format!("về tiếp tục đổi mới công tác {topic}"),
        (Kind::Decision, Body::Premier) => {
            format!("Ban hành Kế hoạch thực hiện {cited} về công tác {topic}")
        }
        (Kind::Decision, _) => format!("Ban hành Kế hoạch triển khai công tác {topic}"),
        (Kind::Directive | Kind::Telegram, _) => format!("Về việc đẩy mạnh công tác {topic}"),
        (Kind::Resolution, _) => format!("về lãnh đạo công tác {topic}"),
        (Kind::Plan, _) => {
            let verb = random.pick(&["Thực hiện", "Triển khai thực hiện", "Triển khai"]);
            format!("{verb} {cited} về công tác {topic}")
        }
        (Kind::Report, _) => format!("Kết quả thực hiện {cited}"),
        (Kind::Notice, _) => format!("Kết luận của Giám đốc Sở tại cuộc họp về công tác {topic}"),
        (Kind::Letter, _) if random.one_in(2) => format!("triển khai thực hiện {}", short(above)),
        (Kind::Letter, _) => format!("tăng cường công tác {topic}"),
        (Kind::Conclusion, _) => format!("về công tác {topic}"),
    }
}
