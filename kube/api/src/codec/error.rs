//! What can be wrong with a body, in the words of upstream's decoders.

use std::fmt;

use thiserror::Error;

/// A fault that ends decoding.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum CodecError {
    /// Not JSON. As Go: json.SyntaxError.
    #[error("{0}")]
    Syntax(String),
    /// Not what the field holds. As Go: json.UnmarshalTypeError.
    #[error("json: cannot unmarshal {found} into {target}")]
    Type { found: String, target: String },
    /// A value whose own parser refuses it: times, quantities, base64.
    #[error("{0}")]
    Value(String),
    #[error("{0}")]
    Yaml(String),
    #[error("protobuf: {0}")]
    Protobuf(&'static str),
    #[error("provided data does not appear to be a protobuf message, expected prefix 6b 38 73 00")]
    Magic,
    #[error("the body is nested deeper than {0} levels")]
    Depth(usize),
}

/// A field that a strict decoder would not take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Note {
    Unknown(String),
    Duplicate(String),
    /// YAML's words for a key that stands twice: `line 3: key "a" already set in map`.
    Yaml(String),
}

impl fmt::Display for Note {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Note::Unknown(path) => write!(out, "unknown field \"{path}\""),
            Note::Duplicate(path) => write!(out, "duplicate field \"{path}\""),
            Note::Yaml(text) => out.write_str(text),
        }
    }
}

/// The notes of one body, without repetition; upstream stops at a hundred.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes(Vec<Note>);

const MOST_NOTES: usize = 100;

impl Notes {
    pub fn push(&mut self, note: Note) {
        if self.0.len() < MOST_NOTES && !self.0.contains(&note) {
            self.0.push(note);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn iter(&self) -> impl Iterator<Item = &Note> {
        self.0.iter()
    }

    /// `strict decoding error: unknown field "spec.foo", duplicate field "spec.bar"`.
    pub fn strict_error(&self) -> Option<String> {
        let all: Vec<String> = self.0.iter().map(Note::to_string).collect();
        if all.is_empty() { None } else { Some(format!("strict decoding error: {}", all.join(", "))) }
    }
}

/// The way to the field in hand, as upstream's strict decoder writes it: `spec.containers[0].foo`.
#[derive(Default)]
pub(super) struct Trail {
    text: String,
}

impl Trail {
    pub(super) fn enter_key(&mut self, key: &str) -> usize {
        let mark = self.text.len();
        if mark > 0 {
            self.text.push('.');
        }
        self.text.push_str(key);
        mark
    }

    pub(super) fn enter_index(&mut self, at: usize) -> usize {
        let mark = self.text.len();
        self.text.push_str(&format!("[{at}]"));
        mark
    }

    pub(super) fn leave(&mut self, mark: usize) {
        self.text.truncate(mark);
    }

    pub(super) fn with(&self, key: &str) -> String {
        if self.text.is_empty() { key.to_owned() } else { format!("{}.{key}", self.text) }
    }
}
