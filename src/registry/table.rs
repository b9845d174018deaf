//! Reading of the embedded tables: tab-separated columns under a header line, `#` lines are comments.

/// The rows of a table, the named columns in the order asked for; a cell that is missing is empty.
///
/// The tables are part of the program, so a wrong column name shows as empty cells and is caught by tests.
pub(super) fn rows<const N: usize>(source: &'static str, columns: [&str; N]) -> Vec<[&'static str; N]> {
    let mut lines = source.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    let header: Vec<&str> = lines.next().unwrap_or_default().split('\t').map(str::trim).collect();
    let places = columns.map(|name| header.iter().position(|column| *column == name));
    lines
        .map(|line| {
            let cells: Vec<&'static str> = line.split('\t').map(str::trim).collect();
            places.map(|place| place.and_then(|at| cells.get(at).copied()).unwrap_or_default())
        })
        .collect()
}

/// The entries of a cell that holds a list: `a;b`.
pub(super) fn list(cell: &'static str) -> Vec<&'static str> {
    cell.split(';').map(str::trim).filter(|entry| !entry.is_empty()).collect()
}

/// A cell that may be empty.
pub(super) fn optional(cell: &'static str) -> Option<&'static str> {
    (!cell.is_empty()).then_some(cell)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_come_in_the_order_asked_for() {
        let table = "# why\nname\tnumber\nmột\t1\n\nhai\n";
        assert_eq!(rows(table, ["number", "name"]), [["1", "một"], ["", "hai"]]);
        assert_eq!(list("a; b;"), ["a", "b"]);
        assert_eq!(optional(""), None);
    }
}
