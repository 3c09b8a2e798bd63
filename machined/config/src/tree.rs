//! YAML as a tree that remembers the line of every value. No anchors, no tags, no types yet.

use granit_parser::{Event, Parser, ScalarStyle};

use crate::Fault;

/// Deeper nesting than any document of ours has; it bounds recursion on foreign input.
const DEPTH_MAX: usize = 32;
/// More than any configuration has; it bounds memory on foreign input.
const BYTES_MAX: usize = 4 * 1024 * 1024;

/// A value and the line (from 1) where it starts.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Node {
    pub(crate) line: usize,
    pub(crate) value: Value,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Value {
    /// Nothing was written, `~` or `null`.
    Null,
    /// A scalar; `plain` when it stood without quotes, and may therefore be a number or a boolean.
    Scalar {
        text: String,
        plain: bool,
    },
    List(Vec<Node>),
    Map(Vec<(Key, Node)>),
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Key {
    pub(crate) line: usize,
    pub(crate) name: String,
}

impl Value {
    /// For sentences such as "expected a string, found a list".
    pub(crate) fn describe(&self) -> &'static str {
        match self {
            Value::Null => "nothing",
            Value::Scalar { plain: true, text } if text == "true" || text == "false" => "a boolean",
            Value::Scalar { plain: true, text } if text.parse::<f64>().is_ok() => "a number",
            Value::Scalar { .. } => "a string",
            Value::List(_) => "a list",
            Value::Map(_) => "a mapping",
        }
    }
}

/// All documents of a file. Empty ones are left out.
pub(crate) fn documents(text: &str) -> Result<Vec<Node>, Fault> {
    if text.len() > BYTES_MAX {
        return Err(Fault::new(1, "", format!("the file is larger than {BYTES_MAX} bytes")));
    }
    let mut builder = Builder::default();
    for next in Parser::new_from_str(text) {
        let (event, span) = next.map_err(|err| Fault::new(err.marker().line(), "", format!("not YAML: {err}")))?;
        builder.take(event, span.start.line())?;
    }
    Ok(builder.documents)
}

#[derive(Default)]
struct Builder {
    documents: Vec<Node>,
    open: Vec<Open>,
}

struct Open {
    line: usize,
    kind: Kind,
}

enum Kind {
    List(Vec<Node>),
    Map { entries: Vec<(Key, Node)>, key: Option<Key> },
}

impl Builder {
    fn take(&mut self, event: Event<'_>, line: usize) -> Result<(), Fault> {
        match event {
            Event::Scalar(text, style, anchor, tag) => {
                refuse(anchor, tag.is_some(), line)?;
                self.put(scalar(&text, style, line))
            }
            Event::SequenceStart(_, anchor, tag) => {
                refuse(anchor, tag.is_some(), line)?;
                self.open(line, Kind::List(Vec::new()))
            }
            Event::MappingStart(_, anchor, tag) => {
                refuse(anchor, tag.is_some(), line)?;
                self.open(line, Kind::Map { entries: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => match self.open.pop() {
                Some(Open { line, kind: Kind::List(items) }) => self.put(Node { line, value: Value::List(items) }),
                Some(Open { line, kind: Kind::Map { entries, .. } }) => {
                    self.put(Node { line, value: Value::Map(entries) })
                }
                None => Ok(()),
            },
            Event::Alias(_) => Err(Fault::new(line, "", "aliases are not used here; write the value out")),
            _ => Ok(()),
        }
    }

    fn open(&mut self, line: usize, kind: Kind) -> Result<(), Fault> {
        if self.open.len() >= DEPTH_MAX {
            return Err(Fault::new(line, "", "nested too deeply"));
        }
        self.open.push(Open { line, kind });
        Ok(())
    }

    fn put(&mut self, node: Node) -> Result<(), Fault> {
        match self.open.last_mut().map(|open| &mut open.kind) {
            None => {
                if node.value != Value::Null {
                    self.documents.push(node);
                }
            }
            Some(Kind::List(items)) => items.push(node),
            Some(Kind::Map { entries, key }) => match key.take() {
                Some(key) => entries.push((key, node)),
                None => {
                    let Value::Scalar { text: name, .. } = node.value else {
                        return Err(Fault::new(node.line, "", "a key must be a word"));
                    };
                    if entries.iter().any(|(other, _)| other.name == name) {
                        return Err(Fault::new(node.line, &name, "is written twice"));
                    }
                    *key = Some(Key { line: node.line, name });
                }
            },
        }
        Ok(())
    }
}

fn scalar(text: &str, style: ScalarStyle, line: usize) -> Node {
    let plain = style == ScalarStyle::Plain;
    let value = match text {
        "" | "~" | "null" if plain => Value::Null,
        text => Value::Scalar { text: text.to_owned(), plain },
    };
    Node { line, value }
}

fn refuse(anchor: usize, tag: bool, line: usize) -> Result<(), Fault> {
    match (anchor, tag) {
        (0, false) => Ok(()),
        (_, true) => Err(Fault::new(line, "", "tags are not used here")),
        (_, false) => Err(Fault::new(line, "", "anchors are not used here")),
    }
}
