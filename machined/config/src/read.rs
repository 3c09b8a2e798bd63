//! Reads typed fields out of the tree, and notes every fault instead of stopping at the first.
//!
//! A field that nobody asked for is a fault: [`Fields::end`] says so, so each reader must call it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt::Display;
use std::str::FromStr;

use crate::Fault;
use crate::tree::{Key, Node, Value};

/// Faults found so far.
#[derive(Debug, Default)]
pub(crate) struct Faults(RefCell<Vec<Fault>>);

impl Faults {
    pub(crate) fn add(&self, line: usize, field: impl Into<String>, message: impl Into<String>) {
        self.0.borrow_mut().push(Fault::new(line, field, message));
    }

    pub(crate) fn into_sorted(self) -> Vec<Fault> {
        let mut faults = self.0.into_inner();
        faults.sort();
        faults
    }
}

/// The fields of one mapping, taken one by one.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    path: String,
    line: usize,
    left: Vec<&'a (Key, Node)>,
    asked: Vec<&'static str>,
    faults: &'a Faults,
}

/// One value with its place.
#[derive(Clone, Debug)]
pub(crate) struct Field<'a> {
    pub(crate) path: String,
    pub(crate) node: &'a Node,
    faults: &'a Faults,
}

impl<'a> Fields<'a> {
    /// The fields of a document; none, and a fault, when it is no mapping.
    pub(crate) fn of_document(node: &'a Node, faults: &'a Faults) -> Option<Self> {
        Field { path: String::new(), node, faults }.fields()
    }

    pub(crate) fn line(&self) -> usize {
        self.line
    }

    /// From here on, faults name the document so.
    pub(crate) fn rename(&mut self, path: impl Into<String>) {
        self.path = path.into();
    }

    /// The field, unless it is missing or null.
    pub(crate) fn take(&mut self, name: &'static str) -> Option<Field<'a>> {
        self.asked.push(name);
        let at = self.left.iter().position(|(key, _)| key.name == name)?;
        let (_, node) = self.left.remove(at);
        (node.value != Value::Null).then(|| Field { path: self.join(name), node, faults: self.faults })
    }

    /// As [`Fields::take`], where missing is a fault.
    pub(crate) fn need(&mut self, name: &'static str) -> Option<Field<'a>> {
        let field = self.take(name);
        if field.is_none() {
            self.faults.add(self.line, self.join(name), "is required");
        }
        field
    }

    pub(crate) fn fault(&self, name: &str, message: impl Into<String>) {
        self.faults.add(self.line, self.join(name), message);
    }

    /// Every field that is left is unknown.
    pub(crate) fn end(self) {
        for (key, _) in &self.left {
            let hint = match self.asked.iter().find(|asked| close(asked, &key.name)) {
                Some(asked) => format!("unknown field; did you mean {asked:?}?"),
                None => format!("unknown field; known are {}", self.asked.join(", ")),
            };
            self.faults.add(key.line, self.join(&key.name), hint);
        }
    }

    fn join(&self, name: &str) -> String {
        if self.path.is_empty() { name.to_owned() } else { format!("{}.{name}", self.path) }
    }
}

impl<'a> Field<'a> {
    pub(crate) fn fault(&self, message: impl Into<String>) {
        self.faults.add(self.node.line, self.path.clone(), message);
    }

    /// Text, quoted or not; but not what YAML reads as a number or a boolean.
    pub(crate) fn string(&self) -> Option<String> {
        match &self.node.value {
            Value::Scalar { text, plain } => {
                let typed = self.node.value.describe() != "a string";
                if *plain && typed {
                    self.mistyped("a string");
                    return None;
                }
                Some(text.clone())
            }
            _ => {
                self.mistyped("a string");
                None
            }
        }
    }

    pub(crate) fn boolean(&self) -> Option<bool> {
        match &self.node.value {
            Value::Scalar { text, plain: true } if text == "true" => Some(true),
            Value::Scalar { text, plain: true } if text == "false" => Some(false),
            _ => {
                self.mistyped("true or false");
                None
            }
        }
    }

    pub(crate) fn number(&self, allowed: std::ops::RangeInclusive<u32>) -> Option<u32> {
        let number = match &self.node.value {
            Value::Scalar { text, plain: true } => text.parse::<u32>().ok(),
            _ => None,
        };
        match number {
            Some(number) if allowed.contains(&number) => Some(number),
            Some(_) => {
                self.fault(format!("must lie between {} and {}", allowed.start(), allowed.end()));
                None
            }
            None => {
                self.mistyped("a whole number");
                None
            }
        }
    }

    /// Text that a type of ours reads; its error becomes the fault.
    pub(crate) fn parse<T: FromStr>(&self, what: &str) -> Option<T>
    where
        T::Err: Display,
    {
        let text = self.string()?;
        text.parse().map_err(|err| self.fault(format!("{text:?} is not {what}: {err}"))).ok()
    }

    /// One of these words.
    pub(crate) fn choice<T: Copy>(&self, choices: &[(&str, T)]) -> Option<T> {
        let text = self.string()?;
        let found = choices.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let words: Vec<&str> = choices.iter().map(|(word, _)| *word).collect();
            self.fault(format!("{text:?} is none of {}", words.join(", ")));
        }
        found
    }

    pub(crate) fn list(&self) -> Vec<Field<'a>> {
        let Value::List(items) = &self.node.value else {
            self.mistyped("a list");
            return Vec::new();
        };
        let item = |(at, node)| Field { path: format!("{}[{at}]", self.path), node, faults: self.faults };
        items.iter().enumerate().map(item).collect()
    }

    /// A list of what `read` makes of each item; items with a fault are left out.
    pub(crate) fn each<T>(&self, read: impl Fn(&Field<'a>) -> Option<T>) -> Vec<T> {
        self.list().iter().filter_map(read).collect()
    }

    pub(crate) fn fields(&self) -> Option<Fields<'a>> {
        let Value::Map(entries) = &self.node.value else {
            self.mistyped("a mapping");
            return None;
        };
        Some(Fields {
            path: self.path.clone(),
            line: self.node.line,
            left: entries.iter().collect(),
            asked: Vec::new(),
            faults: self.faults,
        })
    }

    /// A mapping of free words to strings.
    pub(crate) fn strings(&self) -> BTreeMap<String, String> {
        let Value::Map(entries) = &self.node.value else {
            self.mistyped("a mapping");
            return BTreeMap::new();
        };
        let read = |(key, node): &'a (Key, Node)| {
            let field = Field { path: format!("{}.{}", self.path, key.name), node, faults: self.faults };
            Some((key.name.clone(), field.string()?))
        };
        entries.iter().filter_map(read).collect()
    }

    fn mistyped(&self, wanted: &str) {
        self.fault(format!("must be {wanted}, not {}", self.node.value.describe()));
    }
}

/// Whether one word is probably a slip for the other: at most two letters changed, left out or added.
fn close(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.to_lowercase().chars().collect(), b.to_lowercase().chars().collect());
    if a.len().abs_diff(b.len()) > 2 || b.len() > 64 {
        return false;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut next = vec![i + 1];
        for ((y, diagonal), above) in b.iter().zip(&row).zip(row.iter().skip(1)) {
            let left = next.last().copied().unwrap_or_default();
            next.push((diagonal + usize::from(x != y)).min(above + 1).min(left + 1));
        }
        row = next;
    }
    row.last().is_some_and(|distance| *distance <= 2)
}
