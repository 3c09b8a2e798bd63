//! What is wrong with one field of an object, and where it stands: the material of a Status with causes.
//! Decides the words that clients read; what is checked is decided elsewhere.
//!
//! As upstream: apimachinery/pkg/util/validation/field.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::value::Value;

/// Every fault of an object, in the order in which they were found.
pub type ErrorList = Vec<FieldError>;

/// The way to a field. Children borrow their parents, so that a path costs nothing until a fault is written down.
#[derive(Clone, Copy, Debug)]
pub struct Path<'p> {
    parent: Option<&'p Path<'p>>,
    step: Step<'p>,
}

#[derive(Clone, Copy, Debug)]
enum Step<'p> {
    Root,
    Name(&'p str),
    Index(usize),
    Key(&'p str),
}

impl<'p> Path<'p> {
    /// The object itself.
    pub const ROOT: Path<'static> = Path { parent: None, step: Step::Root };

    /// A field of the object itself.
    pub const fn new(name: &'p str) -> Path<'p> {
        Path { parent: None, step: Step::Name(name) }
    }

    /// A field below this one.
    pub const fn child<'c>(&'c self, name: &'c str) -> Path<'c> {
        Path { parent: Some(self), step: Step::Name(name) }
    }

    /// An element of this list.
    pub const fn index(&self, at: usize) -> Path<'_> {
        Path { parent: Some(self), step: Step::Index(at) }
    }

    /// An entry of this map.
    pub const fn key<'c>(&'c self, key: &'c str) -> Path<'c> {
        Path { parent: Some(self), step: Step::Key(key) }
    }

    fn is_root(&self) -> bool {
        matches!(self.step, Step::Root)
    }
}

impl fmt::Display for Path<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = self.parent {
            parent.fmt(out)?;
        }
        match self.step {
            Step::Root => Ok(()),
            Step::Name(name) if self.parent.is_some_and(|parent| !parent.is_root()) => write!(out, ".{name}"),
            Step::Name(name) => out.write_str(name),
            Step::Index(at) => write!(out, "[{at}]"),
            Step::Key(key) => write!(out, "[{key}]"),
        }
    }
}

/// What kind of fault it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    Required,
    Invalid,
    NotSupported,
    Duplicate,
    Forbidden,
    TooLong,
    TooShort,
    TooMany,
    TooFew,
    NotFound,
    TypeInvalid,
    Internal,
}

impl Fault {
    /// The cause's reason in a Status.
    pub const fn reason(self) -> &'static str {
        match self {
            Fault::Required => "FieldValueRequired",
            Fault::Invalid => "FieldValueInvalid",
            Fault::NotSupported => "FieldValueNotSupported",
            Fault::Duplicate => "FieldValueDuplicate",
            Fault::Forbidden => "FieldValueForbidden",
            Fault::TooLong => "FieldValueTooLong",
            Fault::TooShort => "FieldValueTooShort",
            Fault::TooMany => "FieldValueTooMany",
            Fault::TooFew => "FieldValueTooFew",
            Fault::NotFound => "FieldValueNotFound",
            Fault::TypeInvalid => "FieldValueTypeInvalid",
            Fault::Internal => "InternalError",
        }
    }

    /// The words at the start of the message.
    pub const fn words(self) -> &'static str {
        match self {
            Fault::Required => "Required value",
            Fault::Invalid | Fault::TypeInvalid => "Invalid value",
            Fault::NotSupported => "Unsupported value",
            Fault::Duplicate => "Duplicate value",
            Fault::Forbidden => "Forbidden",
            Fault::TooLong => "Too long",
            Fault::TooShort => "Too short",
            Fault::TooMany => "Too many",
            Fault::TooFew => "Too few",
            Fault::NotFound => "Not found",
            Fault::Internal => "Internal error",
        }
    }
}

/// One fault.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    pub fault: Fault,
    /// The field, as in `spec.containers[0].name`.
    pub field: String,
    /// The offending value, where its kind of fault shows it.
    pub value: Option<Value>,
    pub detail: String,
}

impl FieldError {
    fn new(fault: Fault, path: &Path<'_>, value: Option<Value>, detail: impl Into<String>) -> FieldError {
        FieldError { fault, field: path.to_string(), value, detail: detail.into() }
    }

    pub fn required(path: &Path<'_>, detail: impl Into<String>) -> FieldError {
        FieldError::new(Fault::Required, path, None, detail)
    }

    pub fn invalid(path: &Path<'_>, value: impl Into<Value>, detail: impl Into<String>) -> FieldError {
        FieldError::new(Fault::Invalid, path, Some(value.into()), detail)
    }

    pub fn not_supported(path: &Path<'_>, value: impl Into<Value>, supported: &[&str]) -> FieldError {
        let detail = if supported.is_empty() {
            String::new()
        } else {
            let quoted: Vec<String> = supported.iter().map(|one| format!("{one:?}")).collect();
            format!("supported values: {}", quoted.join(", "))
        };
        FieldError::new(Fault::NotSupported, path, Some(value.into()), detail)
    }

    pub fn duplicate(path: &Path<'_>, value: impl Into<Value>) -> FieldError {
        FieldError::new(Fault::Duplicate, path, Some(value.into()), "")
    }

    pub fn not_found(path: &Path<'_>, value: impl Into<Value>) -> FieldError {
        FieldError::new(Fault::NotFound, path, Some(value.into()), "")
    }

    pub fn forbidden(path: &Path<'_>, detail: impl Into<String>) -> FieldError {
        FieldError::new(Fault::Forbidden, path, None, detail)
    }

    /// Longer than `limit` bytes.
    pub fn too_long(path: &Path<'_>, limit: usize) -> FieldError {
        let unit = if limit == 1 { "byte" } else { "bytes" };
        FieldError::new(Fault::TooLong, path, None, format!("may not be more than {limit} {unit}"))
    }

    /// Longer than `limit` characters.
    pub fn too_long_characters(path: &Path<'_>, limit: usize) -> FieldError {
        let unit = if limit == 1 { "character" } else { "characters" };
        FieldError::new(Fault::TooLong, path, None, format!("may not be more than {limit} {unit}"))
    }

    pub fn too_many(path: &Path<'_>, found: usize, limit: usize) -> FieldError {
        let unit = if limit == 1 { "item" } else { "items" };
        let found = Value::Int(i64::try_from(found).unwrap_or(i64::MAX));
        FieldError::new(Fault::TooMany, path, Some(found), format!("must have at most {limit} {unit}"))
    }

    pub fn type_invalid(path: &Path<'_>, value: impl Into<Value>, detail: impl Into<String>) -> FieldError {
        FieldError::new(Fault::TypeInvalid, path, Some(value.into()), detail)
    }

    pub fn internal(path: &Path<'_>, detail: impl Into<String>) -> FieldError {
        FieldError::new(Fault::Internal, path, None, detail)
    }

    /// The message without the field's name, as a cause of a Status carries it.
    pub fn body(&self) -> String {
        let mut text = self.fault.words().to_owned();
        if let Some(value) = &self.value {
            text.push_str(": ");
            write_value(&mut text, value);
        }
        if !self.detail.is_empty() {
            text.push_str(": ");
            text.push_str(&self.detail);
        }
        text
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.field, self.body())
    }
}

/// All faults as one text, as upstream joins them: alone as it is, several in brackets, each once.
pub fn aggregate(errors: &[FieldError]) -> String {
    let mut texts: Vec<String> = Vec::with_capacity(errors.len());
    for error in errors {
        let text = error.to_string();
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    match texts.as_slice() {
        [one] => one.clone(),
        many => format!("[{}]", many.join(", ")),
    }
}

/// A value as messages quote it: JSON on one line.
fn write_value(out: &mut String, value: &Value) {
    match value {
        Value::Null => out.push_str("null"),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Int(number) => out.push_str(&number.to_string()),
        Value::Float(number) => out.push_str(&number.to_string()),
        Value::String(text) => write_text(out, text),
        Value::Bytes(bytes) => write_text(out, &STANDARD.encode(bytes)),
        Value::List(items) => {
            out.push('[');
            for (at, item) in items.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_value(out, item);
            }
            out.push(']');
        }
        Value::Object(object) => {
            out.push('{');
            for (at, (key, item)) in object.iter().enumerate() {
                if at > 0 {
                    out.push(',');
                }
                write_text(out, key.as_str());
                out.push(':');
                write_value(out, item);
            }
            out.push('}');
        }
    }
}

fn write_text(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            c if (c as u32) < 0x20 || c as u32 == 0x7f => out.push_str(&format!("\\x{:02x}", c as u32)),
            c => out.push(c),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_upstreams() {
        let spec = Path::new("spec");
        let containers = spec.child("containers");
        let first = containers.index(0);
        let check = |error: FieldError, text: &str| assert_eq!(error.to_string(), text);
        check(FieldError::required(&first.child("name"), ""), "spec.containers[0].name: Required value");
        check(
            FieldError::invalid(&spec.child("replicas"), -1i64, "must be greater than or equal to 0"),
            "spec.replicas: Invalid value: -1: must be greater than or equal to 0",
        );
        check(
            FieldError::not_supported(&first.child("imagePullPolicy"), "x", &["Always", "Never"]),
            "spec.containers[0].imagePullPolicy: Unsupported value: \"x\": supported values: \"Always\", \"Never\"",
        );
        check(FieldError::too_many(&containers, 3, 1), "spec.containers: Too many: 3: must have at most 1 item");
        check(FieldError::too_long(&Path::ROOT.child("data"), 10), "data: Too long: may not be more than 10 bytes");
    }
}
