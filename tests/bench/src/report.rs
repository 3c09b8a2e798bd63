//! What was found, as sections of one text; figures that targets are set on are kept by name besides.

pub(crate) mod targets;

use std::collections::BTreeMap;
use std::fmt::{self, Write};

#[derive(Debug, Default)]
pub(crate) struct Report {
    sections: Vec<Section>,
    /// By a name of `targets`.
    figures: BTreeMap<String, f64>,
}

/// A table under a title, with remarks.
#[derive(Debug, Default)]
pub(crate) struct Section {
    title: String,
    rows: Vec<Vec<String>>,
    remarks: Vec<String>,
}

impl Section {
    pub(crate) fn new(title: impl Into<String>, head: &[&str]) -> Self {
        let head: Vec<String> = head.iter().map(|&name| name.to_owned()).collect();
        let rows = if head.is_empty() { Vec::new() } else { vec![head] };
        Self { title: title.into(), rows, remarks: Vec::new() }
    }

    pub(crate) fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    pub(crate) fn remark(&mut self, text: impl Into<String>) {
        self.remarks.push(text.into());
    }
}

impl Report {
    pub(crate) fn add(&mut self, section: Section) {
        self.sections.push(section);
    }

    pub(crate) fn figure(&mut self, name: impl Into<String>, value: f64) {
        self.figures.insert(name.into(), value);
    }

    pub(crate) fn not_measured(&mut self, what: &str, why: &str) {
        let mut section = Section { title: what.to_owned(), ..Section::default() };
        section.remark(format!("not measured: {}", why.trim().replace('\n', "\n    ")));
        self.add(section);
    }
}

impl fmt::Display for Report {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.sections.iter().try_for_each(|section| write!(out, "\n{section}"))
    }
}

/// The first column stands left, figures stand right.
impl fmt::Display for Section {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(out, "{}", self.title)?;
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let width = |at: usize| {
            let cells = self.rows.iter().filter_map(|row| row.get(at));
            cells.map(|cell| cell.chars().count()).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..columns).map(width).collect();
        for row in &self.rows {
            let mut line = String::from("  ");
            for (at, (cell, width)) in row.iter().zip(&widths).enumerate() {
                if at == 0 { write!(line, "{cell:width$}")? } else { write!(line, "  {cell:>width$}")? }
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        self.remarks.iter().try_for_each(|remark| writeln!(out, "  {remark}"))
    }
}

/// Mebibytes of kibibytes.
pub(crate) fn mib(kib: u64) -> String {
    format!("{:.1}", kib as f64 / 1024.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_and_reasons_are_told() {
        let mut report = Report::default();
        let mut section = Section::new("sizes", &["part", "MB"]);
        section.row(["root".to_owned(), "187.0".to_owned()]);
        section.row(["the UKI".to_owned(), "15.0".to_owned()]);
        report.add(section);
        report.not_measured("machines", "no QEMU\n");
        let expected =
            "\nsizes\n  part        MB\n  root     187.0\n  the UKI   15.0\n\nmachines\n  not measured: no QEMU\n";
        assert_eq!(report.to_string(), expected);
    }
}
