//! Every kind with a row, and how one is found.

use crate::hooks::{Extent, Hooks, Row};

/// All rows, group by group.
static GROUPS: &[&[Row]] = &[
    crate::core::ROWS,
    crate::apps::ROWS,
    crate::batch::ROWS,
    crate::rbac::ROWS,
    crate::networking::ROWS,
    crate::scheduling::ROWS,
    crate::storage::ROWS,
    crate::autoscaling::ROWS,
    crate::certificates::ROWS,
    crate::admission::ROWS,
    crate::flowcontrol::ROWS,
    crate::extensions::ROWS,
    crate::resource::ROWS,
];

static PLAIN: Hooks = Hooks::PLAIN;
static CUSTOM: Hooks = Hooks::CUSTOM;
static CUSTOM_WITH_STATUS: Hooks = Hooks::CUSTOM_WITH_STATUS;

/// All rows in the order of the table.
pub fn rows() -> impl Iterator<Item = &'static Row> {
    GROUPS.iter().flat_map(|group| group.iter())
}

/// The hooks of a built-in kind. A kind without a row, such as a review, has plain ones.
pub fn hooks(group: &str, kind: &str) -> &'static Hooks {
    let serves = |row: &&Row| {
        row.kind == kind && (row.group == group || row.hooks.versions.iter().any(|version| version.group == group))
    };
    rows().find(serves).map_or(&PLAIN, |row| &row.hooks)
}

/// The hooks of any custom resource.
pub fn custom(status_endpoint: bool) -> &'static Hooks {
    if status_endpoint { &CUSTOM_WITH_STATUS } else { &CUSTOM }
}

/// One line of the specification's table of kinds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    pub group: &'static str,
    pub kind: &'static str,
    pub defaults: String,
    pub validation: String,
    pub columns: String,
    pub strategy: String,
    /// Labels of selectable fields.
    pub selectors: Vec<&'static str>,
}

/// The table of kinds for docs/SPECIFICATION.md.
pub fn report() -> Vec<Line> {
    let word = |extent: Extent| match extent {
        Extent::Full => "done".to_owned(),
        Extent::Part(lacks) => format!("done but: {lacks}"),
        Extent::Missing => "not done".to_owned(),
        Extent::Nothing => "none".to_owned(),
    };
    rows()
        .map(|row| Line {
            group: row.group,
            kind: row.kind,
            defaults: word(row.hooks.done.defaults),
            validation: word(row.hooks.done.validation),
            columns: word(row.hooks.done.columns),
            strategy: word(row.hooks.done.strategy),
            selectors: row.hooks.selectable.iter().map(|one| one.label).collect(),
        })
        .collect()
}
