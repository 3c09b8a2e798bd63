//! Which files are generated, and from what.

use std::path::Path;

use anyhow::{Context, Result};

use crate::{facts, names, protos, resources, schema, types};

/// One generated file.
pub struct Output {
    /// Relative to the checkout's root.
    pub path: String,
    pub text: String,
}

/// Every generated file of the workspace, made from the facts under `root`.
pub fn outputs(root: &Path) -> Result<Vec<Output>> {
    let read = |path: &str| std::fs::read_to_string(root.join(path)).with_context(|| format!("read {path}"));
    let groups = facts::types(&read("kube/api/facts/types.txt")?).context("kube/api/facts/types.txt")?;
    let rows = facts::resources(&read("kube/api/facts/resources.txt")?).context("kube/api/facts/resources.txt")?;
    let names = names::collect(&groups, &read("kube/api/facts/names.txt")?);
    let api = |file: &str, text: String| Output { path: format!("kube/api/generated/{file}"), text };
    let mut made = vec![
        api("names.rs", names.source()),
        api("schema.rs", schema::source(&groups, &names)?),
        api("types.rs", types::source(&groups, &rows)?),
        api("resources.rs", resources::source(&groups, &rows)?),
    ];
    made.extend(protos::outputs(root)?);
    Ok(made)
}

/// The first line of every generated Rust file.
pub(crate) const MARK: &str = "// Made by tests/generate from committed facts. Do not edit.\n";
