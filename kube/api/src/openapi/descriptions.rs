//! The texts of types and fields, read from a file that a build step made (`image/descriptions`). A line without a tab
//! opens a type (`name text`), a line with a tab in front is one of its fields; backslash, line break and tab are escaped.

use std::collections::HashMap;

/// Texts by the OpenAPI name of a type.
#[derive(Debug, Default)]
pub struct Descriptions {
    types: HashMap<Box<str>, Texts>,
}

#[derive(Debug, Default)]
struct Texts {
    own: Box<str>,
    fields: HashMap<Box<str>, Box<str>>,
}

impl Descriptions {
    /// Reads the file's text; lines that are not understood are left out.
    pub fn parse(text: &str) -> Descriptions {
        let mut found = Descriptions::default();
        let mut current = String::new();
        for line in text.lines() {
            match line.strip_prefix('\t') {
                None => {
                    let (name, text) = line.split_once(' ').unwrap_or((line, ""));
                    current = name.to_owned();
                    found.types.entry(name.into()).or_default().own = unescape(text).into();
                }
                Some(field) => {
                    if let (Some((name, text)), Some(texts)) =
                        (field.split_once(' '), found.types.get_mut(current.as_str()))
                    {
                        texts.fields.insert(name.into(), unescape(text).into());
                    }
                }
            }
        }
        found
    }

    pub fn is_empty(&self) -> bool {
        self.types.is_empty()
    }

    pub(super) fn of_type(&self, name: &str) -> &str {
        self.types.get(name).map_or("", |it| &it.own)
    }

    pub(super) fn of_field(&self, name: &str, field: &str) -> &str {
        self.types.get(name).and_then(|it| it.fields.get(field)).map_or("", |it| it)
    }
}

fn unescape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, c == '\\') {
            (_, true) => match chars.next() {
                Some('n') => out.push('\n'),
                Some('t') => out.push('\t'),
                Some(other) => out.push(other),
                None => {}
            },
            (c, _) => out.push(c),
        }
    }
    out
}
