//! The parser. A type may guide it: then unknown fields are noted and skipped where they stand, so that notes come in
//! the order of the document. Types of values are not looked at here.
//!
//! - Depth is bounded, so that no body can exhaust the stack.
//! - Errors are Go's, word for word.

use super::{number, text};
use crate::codec::error::Trail;
use crate::codec::{CodecError, Note, Notes};
use crate::schema::{Shape, Type, Unknown};
use crate::value::{Key, List, ObjectBuilder, Text, Value};

/// Deep enough for every schema of schemas, shallow enough for a task's stack.
const DEEPEST: usize = 500;

pub(super) fn parse(bytes: &[u8], ty: Option<&Type>, notes: Option<&mut Notes>) -> Result<Value, CodecError> {
    let mut parser = Parser { bytes, at: 0, depth: 0, scratch: Vec::new(), trail: Trail::default(), notes };
    let guide = ty.map_or(Guide::Any, Guide::Type);
    parser.space();
    let value = parser.value(guide)?;
    parser.space();
    match parser.next() {
        None => Ok(value),
        Some(byte) => Err(parser.unexpected(byte, "after top-level value")),
    }
}

/// What is known about the value in hand.
#[derive(Clone, Copy)]
enum Guide<'t> {
    Type(&'t Type),
    Shape(&'t Shape),
    /// Keep everything, note duplicates.
    Any,
    /// Keep everything, note nothing: a document of its own.
    Foreign,
}

pub(super) struct Parser<'b> {
    bytes: &'b [u8],
    at: usize,
    depth: usize,
    scratch: Vec<u8>,
    trail: Trail,
    notes: Option<&'b mut Notes>,
}

impl<'b> Parser<'b> {
    pub(super) fn rest(&self) -> &'b [u8] {
        self.bytes.get(self.at..).unwrap_or_default()
    }

    pub(super) fn next(&mut self) -> Option<u8> {
        let byte = self.bytes.get(self.at).copied()?;
        self.at += 1;
        Some(byte)
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(super) fn skip(&mut self, count: usize) {
        self.at += count;
    }

    pub(super) fn at(&self) -> usize {
        self.at
    }

    pub(super) fn back(&mut self, mark: usize) {
        self.at = mark;
    }

    pub(super) fn end(&self) -> CodecError {
        CodecError::Syntax("unexpected end of JSON input".into())
    }

    pub(super) fn unexpected(&self, byte: u8, context: &str) -> CodecError {
        let shown = match byte {
            b'\'' => r"'\''".to_owned(),
            b'"' => "'\"'".to_owned(),
            0x20..0x7f => format!("'{}'", char::from(byte)),
            b'\n' => r"'\n'".to_owned(),
            b'\t' => r"'\t'".to_owned(),
            b'\r' => r"'\r'".to_owned(),
            0..0x20 | 0x7f => format!("'\\x{byte:02x}'"),
            _ => format!("'{}'", char::from(byte)),
        };
        CodecError::Syntax(format!("invalid character {shown} {context}"))
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\n' | b'\r')) {
            self.at += 1;
        }
    }

    fn value(&mut self, guide: Guide<'_>) -> Result<Value, CodecError> {
        match self.peek() {
            None => Err(self.end()),
            Some(b'{') => self.nested(guide, Parser::object),
            Some(b'[') => self.nested(guide, Parser::list),
            Some(b'"') => {
                self.at += 1;
                self.string().map(Value::String)
            }
            Some(b't') => self.literal("true", Value::Bool(true)),
            Some(b'f') => self.literal("false", Value::Bool(false)),
            Some(b'n') => self.literal("null", Value::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            Some(byte) => Err(self.unexpected(byte, "looking for beginning of value")),
        }
    }

    fn nested(
        &mut self,
        guide: Guide<'_>,
        read: fn(&mut Self, Guide<'_>) -> Result<Value, CodecError>,
    ) -> Result<Value, CodecError> {
        if self.depth == DEEPEST {
            return Err(CodecError::Depth(DEEPEST));
        }
        self.depth += 1;
        self.at += 1;
        let value = read(self, guide);
        self.depth -= 1;
        value
    }

    fn string(&mut self) -> Result<Text, CodecError> {
        let mut scratch = std::mem::take(&mut self.scratch);
        let read = text::read(self, &mut scratch);
        let text = match std::str::from_utf8(&scratch) {
            Ok(text) => Text::new(text),
            Err(_) => Text::new(String::from_utf8_lossy(&scratch)),
        };
        self.scratch = scratch;
        read.map(|()| text)
    }

    fn literal(&mut self, word: &'static str, value: Value) -> Result<Value, CodecError> {
        for wanted in word.bytes() {
            match self.next() {
                Some(byte) if byte == wanted => {}
                Some(byte) => {
                    let context = format!("in literal {word} (expecting '{}')", char::from(wanted));
                    return Err(self.unexpected(byte, &context));
                }
                None => return Err(self.end()),
            }
        }
        Ok(value)
    }

    fn number(&mut self) -> Result<Value, CodecError> {
        let start = self.at;
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        match self.next() {
            Some(b'0') => {}
            Some(b'1'..=b'9') => self.digits(),
            Some(byte) => return Err(self.unexpected(byte, "in numeric literal")),
            None => return Err(self.end()),
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.some_digits("after decimal point in numeric literal")?;
        }
        if let Some(b'e' | b'E') = self.peek() {
            self.at += 1;
            if let Some(b'+' | b'-') = self.peek() {
                self.at += 1;
            }
            self.some_digits("in exponent of numeric literal")?;
        }
        let text = self.bytes.get(start..self.at).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default();
        number::parse(text).ok_or_else(|| CodecError::Type {
            found: format!("number {text}"),
            target: "Go value of type float64".into(),
        })
    }

    fn digits(&mut self) {
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
    }

    fn some_digits(&mut self, context: &str) -> Result<(), CodecError> {
        match self.peek() {
            Some(b'0'..=b'9') => {
                self.digits();
                Ok(())
            }
            Some(byte) => Err(self.unexpected(byte, context)),
            None => Err(self.end()),
        }
    }

    fn list(&mut self, guide: Guide<'_>) -> Result<Value, CodecError> {
        let mut list = List::new();
        self.space();
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Value::List(list));
        }
        let guide = element_guide(guide);
        loop {
            self.space();
            let mark = self.trail.enter_index(list.len());
            let value = self.value(guide)?;
            self.trail.leave(mark);
            list.push(value);
            self.space();
            match self.next() {
                Some(b',') => {}
                Some(b']') => return Ok(Value::List(list)),
                Some(byte) => return Err(self.unexpected(byte, "after array element")),
                None => return Err(self.end()),
            }
        }
    }

    fn object(&mut self, guide: Guide<'_>) -> Result<Value, CodecError> {
        let mut object = ObjectBuilder::default();
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(object.into());
        }
        loop {
            self.space();
            match self.next() {
                Some(b'"') => self.member(guide, &mut object)?,
                Some(byte) => return Err(self.unexpected(byte, "looking for beginning of object key string")),
                None => return Err(self.end()),
            }
            self.space();
            match self.next() {
                Some(b',') => {}
                Some(b'}') => return Ok(object.into()),
                Some(byte) => return Err(self.unexpected(byte, "after object key:value pair")),
                None => return Err(self.end()),
            }
        }
    }

    fn member(&mut self, guide: Guide<'_>, object: &mut ObjectBuilder) -> Result<(), CodecError> {
        let key = Key::new(&self.string()?);
        self.space();
        match self.next() {
            Some(b':') => {}
            Some(byte) => return Err(self.unexpected(byte, "after object key")),
            None => return Err(self.end()),
        }
        self.space();
        let Some(inner) = member_guide(guide, &key) else {
            self.note(Note::Unknown, &key);
            self.value(Guide::Foreign)?;
            return Ok(());
        };
        if !matches!(guide, Guide::Foreign) && self.notes.is_some() && object.contains(&key) {
            self.note(Note::Duplicate, &key);
        }
        let mark = self.trail.enter_key(&key);
        let value = self.value(inner)?;
        self.trail.leave(mark);
        object.push(key, value);
        Ok(())
    }

    fn note(&mut self, note: fn(String) -> Note, key: &Key) {
        if let Some(notes) = self.notes.as_mut() {
            notes.push(note(self.trail.with(key)));
        }
    }
}

fn element_guide(guide: Guide<'_>) -> Guide<'_> {
    match guide {
        Guide::Shape(Shape::List(element) | Shape::Items(element)) => Guide::Shape(element),
        Guide::Shape(Shape::SchemaOrArray(ty)) => Guide::Type(ty),
        Guide::Foreign => Guide::Foreign,
        _ => Guide::Any,
    }
}

/// What is known of a member; `None` when the type does not know the key.
fn member_guide<'t>(guide: Guide<'t>, key: &Key) -> Option<Guide<'t>> {
    let of_type = |ty: &'t Type| match ty.field(key) {
        Some(field) => Some(Guide::Shape(&field.shape)),
        None if ty.unknown == Unknown::Drop => None,
        None => Some(Guide::Any),
    };
    match guide {
        Guide::Type(ty) => of_type(ty),
        Guide::Shape(
            Shape::Object(ty) | Shape::SchemaOrBool(ty) | Shape::SchemaOrArray(ty) | Shape::SchemaOrStrings(ty),
        ) => of_type(ty),
        Guide::Shape(Shape::Map(element)) => Some(Guide::Shape(element)),
        Guide::Shape(Shape::Raw | Shape::Fields) | Guide::Foreign => Some(Guide::Foreign),
        Guide::Shape(_) | Guide::Any => Some(Guide::Any),
    }
}
