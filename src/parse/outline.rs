//! What the layout of a text says: parts, blocks of text under one another, tables. Every later step reads
//! blocks and knows nothing of lines.

use crate::text::Span;

/// Bố cục của tệp: the text cut into parts, blocks and tables. All spans are of the reading.
#[derive(Debug, Clone, Default)]
pub struct Outline {
    /// The main text first, then what is attached to it; never empty.
    pub parts: Vec<PartRange>,
    /// Blocks in reading order.
    pub blocks: Vec<Block>,
    /// Tables with a row of column names, in reading order.
    pub tables: Vec<Table>,
}

/// One part of the file.
#[derive(Debug, Clone)]
pub struct PartRange {
    /// `main`, `quy-che`, `phu-luc-1`.
    pub id: String,
    /// `main` or the kind of the attached text.
    pub kind: String,
    /// Its title.
    pub title: Option<Span>,
    /// All of it.
    pub span: Span,
}

/// Which part of a document's frame a block belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Zone {
    /// Letterhead, number, date, title, subject, addressees; in an attached part its title lines.
    Header,
    /// Căn cứ ..., Theo đề nghị ..., up to the enacting line.
    Recital,
    /// The content.
    Body,
    /// Nơi nhận and the signature block.
    Closing,
    /// A cell of a table.
    Table,
}

/// Đoạn: one heading, item, paragraph. A paragraph wrapped over lines is one block.
#[derive(Debug, Clone)]
pub struct Block {
    /// The text without its label.
    pub span: Span,
    /// The label or bullet before it.
    pub label: Option<Label>,
    /// Where in the frame it stands.
    pub zone: Zone,
    /// Index in [`Outline::parts`].
    pub part: usize,
    /// The block above that governs it: its heading, or a lead-in that ends with a colon.
    pub parent: Option<usize>,
    /// Whether it stands as a heading: short, without closing mark, with blocks under it.
    pub heading: bool,
}

/// Nhãn: what numbers or marks a block.
#[derive(Debug, Clone)]
pub struct Label {
    /// Where it stands, with its closing mark.
    pub span: Span,
    /// As printed without the closing mark: `Điều 3`, `II`, `2`, `2.1`, `a`, `-`.
    pub text: String,
    /// Which series it belongs to.
    pub kind: LabelKind,
}

/// Series of labels from the outermost in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LabelKind {
    /// Phần thứ nhất, Phần I.
    Part,
    /// Chương II.
    Chapter,
    /// Mục 1 (of a chapter).
    Division,
    /// Điều 3.
    Article,
    /// I. II. or A. B.
    Roman,
    /// 1. 2. or 1)
    Arabic,
    /// 1.1. 2.3.1.
    Decimal,
    /// a) b) đ)
    Letter,
    /// - or a long dash.
    Dash,
    /// + .
    Plus,
    /// * or a round bullet.
    Star,
}

/// Bảng: a table with the names of its columns.
#[derive(Debug, Clone)]
pub struct Table {
    /// Index in [`Outline::parts`].
    pub part: usize,
    /// All of it.
    pub span: Span,
    /// Names of the columns, in order.
    pub columns: Vec<Span>,
    /// Rows below the names.
    pub rows: Vec<Row>,
    /// The block that stands over the table.
    pub parent: Option<usize>,
}

/// Dòng: one row of a table.
#[derive(Debug, Clone)]
pub struct Row {
    /// All of it.
    pub span: Span,
    /// One span a column; empty spans for empty cells. A row that is a heading over the rows below has one cell.
    pub cells: Vec<Span>,
}
