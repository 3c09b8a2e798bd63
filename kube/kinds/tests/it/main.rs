//! The table of kinds in the docs is made from the rows themselves, so that it cannot say more than they do.
//! `UPDATE_EXPECT=1` writes it.

#![allow(clippy::unwrap_used, clippy::disallowed_methods)]

use std::fmt::Write;

use kube_kinds::report;

/// Seen from this crate's folder.
const FILE: &str = "../../docs/kinds.md";

const HEAD: &str = "\
# Kinds

What is done of each kind that is stored, made from the rows of `kube/kinds`; how a kind is read, listed, watched and patched is one path for all and has no column here.
`done but` is followed by what is left; `none` means that upstream has nothing there either, and kinds that are never stored, such as reviews, have no row.
Custom resources take all of it from their definition.

| group | kind | defaults | validation | columns | strategy | selectable fields |
|---|---|---|---|---|---|---|
";

fn table() -> String {
    let mut text = HEAD.to_owned();
    for line in report() {
        let group = if line.group.is_empty() { "core" } else { line.group };
        let selectors: Vec<String> = line.selectors.iter().map(|label| format!("`{label}`")).collect();
        let (defaults, validation) = (line.defaults, line.validation);
        writeln!(
            text,
            "| {group} | {} | {defaults} | {validation} | {} | {} | {} |",
            line.kind,
            line.columns,
            line.strategy,
            selectors.join(", ")
        )
        .unwrap();
    }
    text
}

#[test]
fn the_table_of_kinds_is_what_the_rows_say() {
    let table = table();
    if std::env::var("UPDATE_EXPECT").is_ok() {
        std::fs::write(FILE, &table).unwrap();
    }
    let written = std::fs::read_to_string(FILE).unwrap_or_default();
    assert!(written == table, "{FILE} is not what the rows say; UPDATE_EXPECT=1 writes it");
}
