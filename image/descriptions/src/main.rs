//! Writes the texts of Kubernetes' types and fields, as `kubectl explain` shows them, into one compressed file for the
//! image. They are upstream's and come from crate k8s-openapi; nothing of them is in the repository. The file's form is
//! what `kube/api` reads (`openapi::Descriptions`); the two meet in the session `explain-texts` of `tests/foreign`.
//!
//! It names no crate of ours on purpose: built alone it stays small, and in the selection of everybody else it would
//! switch on features of serde, so that everything was compiled again.
//!
//! `image-descriptions FILE`

mod kinds;

use std::io::Write;
use std::path::PathBuf;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use schemars::generate::SchemaSettings;

#[allow(clippy::disallowed_methods)] // a program reads its arguments
fn main() -> Result<()> {
    let path = std::env::args_os().nth(1).map(PathBuf::from).context("usage: image-descriptions FILE")?;
    let text = text();
    let file = std::fs::File::create(&path).with_context(|| format!("create {}", path.display()))?;
    let mut out = GzEncoder::new(file, Compression::best());
    out.write_all(text.as_bytes()).with_context(|| format!("write {}", path.display()))?;
    out.finish().and_then(|mut file| file.flush()).with_context(|| format!("write {}", path.display()))?;
    Ok(())
}

/// Names and texts of a type's fields.
type Texts = Vec<(String, String)>;

/// The file's text, types in order of their names.
fn text() -> String {
    let mut generator = SchemaSettings::openapi3().into_generator();
    kinds::ask(&mut generator);
    let schemas = generator.take_definitions(true);
    let description = |schema: &serde_json::Value| {
        schema.get("description").and_then(|it| it.as_str()).unwrap_or_default().to_owned()
    };
    let mut types: Vec<(String, String, Texts)> = Vec::new();
    for (name, schema) in &schemas {
        let fields = schema.get("properties").and_then(|it| it.as_object()).into_iter().flatten();
        let fields: Texts = fields.map(|(field, schema)| (field.clone(), description(schema))).collect();
        types.push((name.clone(), description(schema), fields));
    }
    types.sort();
    let mut out = String::new();
    for (name, text, fields) in types {
        out.push_str(&format!("{name} {}\n", escape(&text)));
        for (field, text) in fields {
            out.push_str(&format!("\t{field} {}\n", escape(&text)));
        }
    }
    out
}

fn escape(text: &str) -> String {
    text.replace('\\', "\\\\").replace('\n', "\\n").replace('\t', "\\t").replace('\r', "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_types_have_texts() {
        let text = text();
        for name in ["io.k8s.api.core.v1.Pod ", "io.k8s.api.core.v1.PodSpec ", "io.k8s.api.apps.v1.DeploymentSpec "] {
            assert!(text.lines().any(|line| line.starts_with(name) && line.len() > name.len()), "{name}");
        }
        assert!(text.contains("\n\tnodeName "), "a field of a Pod");
    }

    #[test]
    fn a_text_stays_on_its_line() {
        assert_eq!(escape("a\n\tb\\c"), "a\\n\\tb\\\\c");
    }
}
