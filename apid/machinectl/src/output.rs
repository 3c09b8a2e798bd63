//! Answers as tables, JSON or YAML, from the same records.

use anyhow::{Result, anyhow};
use serde_json::{Map, Value};

use crate::arguments::Format;

/// One row: names with values, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Record(Vec<(String, Value)>);

impl Record {
    pub(crate) fn of(node: &str) -> Self {
        Self::default().with("node", node)
    }

    #[must_use]
    pub(crate) fn with(mut self, name: &str, value: impl Into<Value>) -> Self {
        self.0.push((name.to_owned(), value.into()));
        self
    }
}

/// Prints records to standard output.
pub(crate) fn print(format: Format, records: &[Record]) -> Result<()> {
    let text = match format {
        Format::Table => table(records),
        Format::Json => format!("{}\n", serde_json::to_string_pretty(&values(records))?),
        Format::Yaml => serde_saphyr::to_string(&values(records)).map_err(|err| anyhow!("{err}"))?,
    };
    write(text.as_bytes())
}

/// Prints what comes one by one: a line for people, or one document each, so that a reader need not wait for the end.
pub(crate) fn one(format: Format, line: &str, record: &Record) -> Result<()> {
    let text = match format {
        Format::Table => format!("{line}\n"),
        Format::Json => format!("{}\n", object(record)),
        Format::Yaml => {
            format!("---\n{}", serde_saphyr::to_string(&object(record)).map_err(|err| anyhow!("{err}"))?)
        }
    };
    write(text.as_bytes())
}

/// Data goes to standard output; a reader that has gone is no fault of ours.
pub(crate) fn write(bytes: &[u8]) -> Result<()> {
    use std::io::Write;
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(err) if err.kind() == std::io::ErrorKind::BrokenPipe => Ok(()),
        other => Ok(other?),
    }
}

/// Talk goes to standard error.
#[allow(clippy::print_stderr)]
pub(crate) fn say(words: &str) {
    eprintln!("{words}");
}

fn object(record: &Record) -> Value {
    Value::Object(record.0.iter().cloned().collect::<Map<String, Value>>())
}

fn values(records: &[Record]) -> Value {
    Value::Array(records.iter().map(object).collect())
}

fn table(records: &[Record]) -> String {
    let mut columns: Vec<&str> = Vec::new();
    for (name, _) in records.iter().flat_map(|record| &record.0) {
        if !columns.contains(&name.as_str()) {
            columns.push(name);
        }
    }
    let head: Vec<String> = columns.iter().map(|name| name.to_uppercase()).collect();
    let row = |record: &Record| -> Vec<String> {
        let cell = |column: &&str| record.0.iter().find(|(name, _)| name == column).map(|(_, value)| shown(value));
        columns.iter().map(|column| cell(column).unwrap_or_default()).collect()
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(records.iter().map(row)).collect();
    let width =
        |at: usize| rows.iter().filter_map(|row| row.get(at)).map(|cell| cell.chars().count()).max().unwrap_or(0);
    let widths: Vec<usize> = (0..columns.len()).map(width).collect();
    let line = |row: &Vec<String>| {
        let cells = row.iter().zip(&widths).map(|(cell, width)| format!("{cell:width$}"));
        format!("{}\n", cells.collect::<Vec<_>>().join("   ").trim_end())
    };
    rows.iter().map(line).collect()
}

fn shown(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        Value::Array(items) => items.iter().map(shown).collect::<Vec<_>>().join(","),
        other => other.to_string(),
    }
}

/// Bytes for people.
pub(crate) fn size(bytes: u64) -> String {
    const UNITS: [&str; 5] = ["B", "KiB", "MiB", "GiB", "TiB"];
    let mut value = bytes as f64;
    let mut unit = "B";
    for next in UNITS {
        unit = next;
        if value < 1024.0 {
            break;
        }
        if next != "TiB" {
            value /= 1024.0;
        }
    }
    if unit == "B" { format!("{bytes} B") } else { format!("{value:.1} {unit}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_the_union_in_order_and_as_wide_as_needed() {
        let records = [Record::of("n1").with("service", "apid"), Record::of("n2").with("service", "x").with("pid", 7)];
        assert_eq!(table(&records), "NODE   SERVICE   PID\nn1     apid\nn2     x         7\n");
    }

    #[test]
    fn sizes() {
        for (bytes, text) in [(5, "5 B"), (1536, "1.5 KiB"), (8 << 30, "8.0 GiB"), (3 << 40, "3.0 TiB")] {
            assert_eq!(size(bytes), text);
        }
    }
}
