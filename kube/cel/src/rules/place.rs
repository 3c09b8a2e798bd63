//! `fieldPath` of a rule: `.spec.names['a.b']`, checked against the schema.
//!
//! As upstream: `ValidFieldPath` in schema/cel/validation.go.

use kube_api::crd::{Additional, Structural};

/// The path as messages write it, or what is wrong with it.
pub(super) fn resolve(path: &str, schema: &Structural) -> Result<String, String> {
    let mut out = String::new();
    let mut node = schema;
    let mut rest = path;
    while let Some(first) = rest.chars().next() {
        let name = match first {
            '.' => {
                let tail = rest.get(1..).unwrap_or_default();
                let end = tail.find(['.', '[', ']']).unwrap_or(tail.len());
                if end == 0 {
                    return Err("unexpected end of JSON path".into());
                }
                let (name, tail) = tail.split_at(end);
                rest = tail;
                name.to_owned()
            }
            '[' => {
                let tail = rest.get(1..).unwrap_or_default();
                let (name, tail) = quoted(tail)?;
                rest = tail.strip_prefix(']').ok_or("unexpected end of JSON path")?;
                name
            }
            other => return Err(format!("expected [ or . but got: {other}")),
        };
        if !node.properties.is_empty() {
            let found = node.properties.iter().find(|(key, _)| key.as_str() == name);
            node = found.map(|(_, inner)| inner).ok_or("does not refer to a valid field")?;
            if !out.is_empty() {
                out.push('.');
            }
            out.push_str(&name);
        } else if let Additional::Schema(inner) = &node.additional {
            node = inner;
            out.push_str(&format!("[{name}]"));
        } else {
            return Err("does not refer to a valid field".into());
        }
    }
    Ok(out)
}

/// The text between single quotes, and what is behind it.
fn quoted(text: &str) -> Result<(String, &str), String> {
    let body = text.strip_prefix('\'').ok_or_else(|| format!("expected single quoted string but got {text}"))?;
    let mut out = String::new();
    let mut chars = body.char_indices();
    while let Some((at, one)) = chars.next() {
        match one {
            '\'' => return Ok((out, body.get(at + 1..).unwrap_or_default())),
            '\\' => out.push(match chars.next().map(|(_, one)| one) {
                Some('a') => '\u{7}',
                Some('b') => '\u{8}',
                Some('f') => '\u{c}',
                Some('n') => '\n',
                Some('r') => '\r',
                Some('t') => '\t',
                Some('v') => '\u{b}',
                Some('\'') => '\'',
                Some('\\') => '\\',
                other => return Err(format!("invalid string literal: invalid escape char \\{}", other.unwrap_or(' '))),
            }),
            one => out.push(one),
        }
    }
    Err("unexpected end of JSON path".into())
}
