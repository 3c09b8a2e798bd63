//! Writes the generated files of the workspace. Takes the checkout's root as its only argument, else its own.

use std::path::PathBuf;

use anyhow::{Context, Result};

#[allow(clippy::disallowed_methods)] // a program reads its arguments
fn main() -> Result<()> {
    let root = std::env::args_os().nth(1).map_or_else(|| PathBuf::from("."), PathBuf::from);
    for output in tests_generate::outputs(&root)? {
        let path = root.join(&output.path);
        if std::fs::read_to_string(&path).is_ok_and(|old| old == output.text) {
            continue;
        }
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).with_context(|| format!("make {}", folder.display()))?;
        }
        std::fs::write(&path, &output.text).with_context(|| format!("write {}", path.display()))?;
        eprintln!("wrote {}", output.path);
    }
    Ok(())
}
