//! Câu hỏi: what is asked of the graph, as a type that callers fill without any text.

mod documents;
mod read;

use crate::model::{Assignment, DocumentKind, Duty, PartialDate, Tier};

/// What narrows tasks and time limits down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct TaskFilter {
    /// The body, unit or post, as asked; [`US`] is who asks.
    pub body: Option<String>,
    /// Only tasks with this duty.
    pub duty: Option<Duty>,
    /// Only tasks given to a body by name, or to all of a group.
    pub assignment: Option<Assignment>,
    /// First day; without a year the next such day.
    pub since: Option<PartialDate>,
    /// Last day.
    pub until: Option<PartialDate>,
    /// Within so many days from today.
    pub within: Option<u16>,
    /// Only what is past its last safe day: on `overdue_on`, or today.
    pub overdue: bool,
    /// The day on which it is past; alone it asks for what is overdue.
    pub overdue_on: Option<PartialDate>,
    /// Only what this document sets: anything that names a document.
    pub document: Option<String>,
}

/// The body of a [`TaskFilter`] that means the office that asks: `chúng ta`, `us`.
pub const US: &str = "@us";

impl TaskFilter {
    /// All that falls to who asks.
    pub fn of_us() -> Self {
        Self { body: Some(US.to_owned()), ..Self::default() }
    }
}

/// What narrows documents down.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct DocumentFilter {
    /// Only documents of bodies at this level.
    pub tier: Option<Tier>,
    /// Only documents of this body, as asked; [`US`] is who asks.
    pub issuer: Option<String>,
    /// Only documents of this kind.
    pub kind: Option<DocumentKind>,
    /// Only documents issued on this day or later.
    pub since: Option<PartialDate>,
    /// Only documents issued on this day or earlier.
    pub until: Option<PartialDate>,
}

/// What a register of documents counts by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Grouping {
    /// Month of issue.
    #[default]
    Month,
    /// Tên loại.
    Kind,
    /// Cơ quan ban hành.
    Issuer,
}

/// Câu hỏi: a question to the graph. Documents are named by anything that names one: `107-KL/TW`,
/// `230/KH-UBND của UBND tỉnh Cà Mau`, a canonical id.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Query {
    /// Văn bản nào thực hiện X.
    ImplementedBy(String),
    /// X thực hiện văn bản nào.
    Implements(String),
    /// Văn bản nào viện dẫn X.
    CitedBy(String),
    /// X viện dẫn văn bản nào.
    Cites(String),
    /// Chuỗi của X: up to its roots and down to its leaves.
    Chain(String),
    /// How many days lie between the levels of the chain of X.
    ChainDays(String),
    /// Everything known of X.
    Show(String),
    /// Every document that X can mean, and what tells them apart.
    Which(String),
    /// Nhiệm vụ.
    Tasks(TaskFilter),
    /// Thời hạn, in order of time.
    Deadlines(TaskFilter),
    /// Báo cáo định kỳ: when, to whom, through whom.
    Recurring(TaskFilter),
    /// What is to be handed in: a reply, a plan, a report; to whom, by when.
    Required(TaskFilter),
    /// The sentence a task comes from: its id, or words of it.
    TaskSource(String),
    /// Văn bản chỉ đạo of superiors that nothing held implements.
    Unimplemented,
    /// Which addressees of X have no document that carries it out.
    NotFollowedUp(String),
    /// Cited documents that others amend, replace or repeal; of one document, or of all.
    Superseded(Option<String>),
    /// Wrong or incomplete citations; of one document, or of all.
    FaultyCitations(Option<String>),
    /// Căn cứ that two documents share.
    SharedBases(String, String),
    /// Who signed, and under what authority; one document, or all.
    Signers(Option<String>),
    /// Nơi nhận by purpose.
    Recipients(String),
    /// Texts with one identity.
    Duplicates,
    /// Documents that have to do with X, otherwise than by a common legal basis.
    Related(String),
    /// Sổ văn bản: how many documents of each group.
    Register(Grouping),
    /// What looks wrong between documents.
    Sanity,
    /// Passages about something, with their documents and chains.
    Passages(String),
    /// Văn bản được viện dẫn mà chưa có.
    NotHeld,
    /// How many of each there are.
    Stats,
    /// Only answers that are such documents.
    Among(Box<Query>, DocumentFilter),
    /// Only the number of answers.
    Count(Box<Query>),
}

/// A question in words that are not understood; [`Query::EXAMPLES`] show how to ask.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the question is not understood")]
pub struct NotUnderstood;

impl Query {
    /// One question of each kind.
    pub const EXAMPLES: &'static [&'static str] = &[
        "what implements Kết luận 107-KL/TW",
        "văn bản nào triển khai Kết luận 107-KL/TW",
        "văn bản cấp tỉnh nào triển khai Kết luận 107-KL/TW",
        "plans of 2026 that implement 534/QĐ-TTg",
        "what does 230/KH-UBND implement",
        "who cites 534/QĐ-TTg",
        "230/KH-UBND viện dẫn những văn bản nào",
        "chuỗi của 230/KH-UBND",
        "số ngày giữa các cấp trong chuỗi của 230/KH-UBND",
        "230/KH-UBND là văn bản nào",
        "cho xem 264/KH-UBND",
        "chỉ đạo nào chưa có văn bản triển khai",
        "đơn vị nào chưa triển khai 264/KH-UBND",
        "văn bản được viện dẫn nào đã bị sửa đổi, thay thế",
        "viện dẫn sai hoặc thiếu",
        "căn cứ chung của 1326/QĐ-UBND và 18/2026/NQ-HĐND",
        "ai ký 264/KH-UBND và theo thẩm quyền nào",
        "nơi nhận của 264/KH-UBND theo mục đích",
        "văn bản liên quan đến 264/KH-UBND",
        "sổ văn bản theo tháng",
        "có gì sai giữa các văn bản",
        "tìm đoạn nói về đường dây nóng",
        "văn bản được viện dẫn nào chưa có",
        "nhiệm vụ của Sở Y tế",
        "Văn phòng Sở phải làm gì trước 10/12",
        "thời hạn từ 1/6/2026 đến 30/6/2026",
        "việc đến hạn trong 30 ngày tới",
        "nhiệm vụ quá hạn ngày 1/7/2026",
        "nhiệm vụ giao chung",
        "báo cáo định kỳ",
        "264/KH-UBND có yêu cầu trả lời hay lập kế hoạch không",
        "nhiệm vụ niêm yết số điện thoại đường dây nóng lấy từ câu nào",
        "văn bản nào trùng nhau",
        "có bao nhiêu văn bản",
    ];
}
