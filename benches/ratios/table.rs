//! The one table: what was measured, what is asked, what was reached, and whether that is enough.

/// A line of the table.
struct Row {
    what: String,
    asked: String,
    reached: String,
    verdict: &'static str,
}

/// Lines as they come.
#[derive(Default)]
pub struct Table(Vec<Row>);

impl Table {
    /// A figure that must not be lower.
    pub fn at_least(&mut self, what: &str, limit: f64, reached: f64, unit: &str, notes: &str) {
        let verdict = if reached >= limit { "ok" } else { "short" };
        self.row(what, format!("at least {}{unit}", number(limit)), number(reached) + unit + notes, verdict);
    }

    /// A figure that must not be higher.
    pub fn at_most(&mut self, what: &str, limit: f64, reached: f64, unit: &str, notes: &str) {
        let verdict = if reached <= limit { "ok" } else { "short" };
        self.row(what, format!("at most {}{unit}", number(limit)), number(reached) + unit + notes, verdict);
    }

    /// A figure of which nothing is asked.
    pub fn told(&mut self, what: &str, reached: &str) {
        self.row(what, String::new(), reached.to_owned(), "");
    }

    /// A figure that could not be had.
    pub fn missing(&mut self, what: &str, asked: &str, why: &str) {
        self.row(what, asked.to_owned(), format!("not measured: {why}"), "-");
    }

    /// Any line.
    pub fn row(&mut self, what: &str, asked: String, reached: String, verdict: &'static str) {
        eprintln!("{what}: {reached} {verdict}");
        self.0.push(Row { what: what.to_owned(), asked, reached, verdict });
    }

    /// Prints all lines, in Markdown.
    pub fn print(&self) {
        let width = |cell: fn(&Row) -> &str, head: &str| {
            self.0.iter().map(|row| cell(row).chars().count()).max().unwrap_or(0).max(head.len())
        };
        let (what, asked) = (width(|row| &row.what, "what"), width(|row| &row.asked, "asked"));
        let reached = width(|row| &row.reached, "reached");
        println!("| {:what$} | {:asked$} | {:reached$} |       |", "what", "asked", "reached");
        println!("| {:-<what$} | {:-<asked$} | {:-<reached$} | ----- |", "", "", "");
        for row in &self.0 {
            println!(
                "| {:what$} | {:asked$} | {:reached$} | {:5} |",
                row.what, row.asked, row.reached, row.verdict
            );
        }
    }
}

/// Three figures that matter.
pub fn number(value: f64) -> String {
    match value.abs() {
        v if v >= 100.0 || v.fract().abs() < 1e-9 => format!("{value:.0}"),
        v if v >= 10.0 => format!("{value:.1}"),
        v if v >= 1.0 => format!("{value:.2}"),
        _ => format!("{value:.3}"),
    }
}
