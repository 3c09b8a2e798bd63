//! Field names as identifiers: what an identifier cannot hold is written as `__dot__`, `__dash__`, `__slash__`,
//! `__underscores__`, and a reserved word as `__word__`.
//!
//! As upstream: apiserver/pkg/cel/escaping.go.

use std::borrow::Cow;

/// Words that are no variables, although they are good field names.
const RESERVED: [&str; 21] = [
    "true",
    "false",
    "null",
    "in",
    "as",
    "break",
    "const",
    "continue",
    "else",
    "for",
    "function",
    "if",
    "import",
    "let",
    "loop",
    "package",
    "namespace",
    "return",
    "var",
    "void",
    "while",
];

pub(crate) fn is_reserved(word: &str) -> bool {
    RESERVED.contains(&word)
}

/// Whether an expression can use the name for a variable as it is.
pub fn is_identifier(name: &str) -> bool {
    let starts = name.starts_with(|c: char| c == '_' || c.is_ascii_alphabetic());
    starts && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric()) && !is_reserved(name)
}

/// The identifier for a field; nothing when there is none, and expressions cannot name the field.
pub fn escape(name: &str) -> Option<Cow<'_, str>> {
    let first = name.bytes().next()?;
    if first.is_ascii_digit() {
        return None;
    }
    if is_reserved(name) {
        return Some(format!("__{name}__").into());
    }
    if !name.contains(['.', '-', '/']) && !name.contains("__") {
        return name.bytes().all(|one| one.is_ascii_alphanumeric() || one == b'_').then_some(name.into());
    }
    let mut out = String::with_capacity(name.len() + 16);
    let mut rest = name;
    while let Some(one) = rest.chars().next() {
        if let Some(tail) = rest.strip_prefix("__") {
            out.push_str("__underscores__");
            rest = tail;
            continue;
        }
        match one {
            '.' => out.push_str("__dot__"),
            '-' => out.push_str("__dash__"),
            '/' => out.push_str("__slash__"),
            one if one.is_ascii_alphanumeric() || one == '_' => out.push(one),
            _ => return None,
        }
        rest = rest.get(one.len_utf8()..)?;
    }
    Some(out.into())
}

/// The field that an identifier names; nothing when it holds an escape that is none.
pub fn unescape(name: &str) -> Option<Cow<'_, str>> {
    if !name.contains("__") {
        return Some(name.into());
    }
    let mut out = String::with_capacity(name.len());
    let mut rest = name;
    while !rest.is_empty() {
        if let Some(inner) = rest.strip_prefix("__")
            && let Some(length) = inner.find('_')
            && length > 0
            && inner.get(length..)?.starts_with("__")
        {
            let word = inner.get(..length)?;
            match word {
                "underscores" => out.push_str("__"),
                "dot" => out.push('.'),
                "dash" => out.push('-'),
                "slash" => out.push('/'),
                _ if is_reserved(word) && name.len() == word.len() + 4 => out.push_str(word),
                _ => return None,
            }
            rest = inner.get(length + 2..)?;
            continue;
        }
        let one = rest.chars().next()?;
        out.push(one);
        rest = rest.get(one.len_utf8()..)?;
    }
    Some(out.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_go_there_and_back() {
        for (name, escaped) in [
            ("replicas", "replicas"),
            ("namespace", "__namespace__"),
            ("x-prop", "x__dash__prop"),
            ("a.b/c", "a__dot__b__slash__c"),
            ("redact__d", "redact__underscores__d"),
            ("_string", "_string"),
            ("a___b", "a__underscores___b"),
        ] {
            assert_eq!(escape(name).as_deref(), Some(escaped));
            assert_eq!(unescape(escaped).as_deref(), Some(name));
        }
        for name in ["", "9a", "a b", "ä", "a-ä"] {
            assert_eq!(escape(name), None, "{name}");
        }
        assert_eq!(unescape("__other__"), None);
        assert_eq!(unescape("x__namespace__"), None);
    }
}
