//! FieldsV1: the JSON text of a field set. It is read straight into a set, and written straight from one, because every
//! write of every object does both.
//!
//! As upstream: structured-merge-diff/fieldpath/serialize.go. `{}` marks a member, `"."` a member that has more below;
//! elements of a kind that a later release may bring are skipped.

use super::set::{Element, Set};
use crate::value::{Key, Object, Text, Value};

/// A text that is no field set.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("field set: {0}")]
pub struct BadSet(pub String);

/// Writes a set.
pub fn write(set: &Set) -> Vec<u8> {
    let mut out = Vec::with_capacity(256);
    write_set(&mut out, set, false);
    out
}

fn write_set(out: &mut Vec<u8>, set: &Set, member: bool) {
    out.push(b'{');
    let mut first = true;
    if member && !set.is_empty() {
        out.extend_from_slice(b"\".\":{}");
        first = false;
    }
    for node in set.nodes() {
        if !first {
            out.push(b',');
        }
        first = false;
        write_text(out, &element_text(&node.element));
        out.push(b':');
        write_set(out, &node.below, node.member);
    }
    out.push(b'}');
}

fn element_text(element: &Element) -> String {
    match element {
        Element::Name(name) => format!("f:{name}"),
        Element::Index(at) => format!("i:{at}"),
        Element::Value(value) => {
            let mut out = b"v:".to_vec();
            write_scalar(&mut out, value);
            String::from_utf8_lossy(&out).into_owned()
        }
        Element::Key(fields) => {
            let mut out = b"k:{".to_vec();
            for (at, (name, value)) in fields.iter().enumerate() {
                if at > 0 {
                    out.push(b',');
                }
                write_text(&mut out, name);
                out.push(b':');
                write_scalar(&mut out, value);
            }
            out.push(b'}');
            String::from_utf8_lossy(&out).into_owned()
        }
    }
}

fn write_scalar(out: &mut Vec<u8>, value: &Value) {
    match value {
        Value::String(text) => write_text(out, text),
        Value::Int(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Value::Float(number) => out.extend_from_slice(number.to_string().as_bytes()),
        Value::Bool(flag) => out.extend_from_slice(if *flag { b"true" } else { b"false" }),
        // Lists and objects identify nothing; `typed` refuses them before.
        _ => out.extend_from_slice(b"null"),
    }
}

fn write_text(out: &mut Vec<u8>, text: &str) {
    out.push(b'"');
    for c in text.chars() {
        match c {
            '"' => out.extend_from_slice(b"\\\""),
            '\\' => out.extend_from_slice(b"\\\\"),
            '\n' => out.extend_from_slice(b"\\n"),
            '\r' => out.extend_from_slice(b"\\r"),
            '\t' => out.extend_from_slice(b"\\t"),
            // As Go: what could end a script element is escaped.
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                out.extend_from_slice(format!("\\u{:04x}", c as u32).as_bytes());
            }
            c if (c as u32) < 0x20 => out.extend_from_slice(format!("\\u{:04x}", c as u32).as_bytes()),
            c => out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes()),
        }
    }
    out.push(b'"');
}

/// Reads a set.
pub fn read(text: &[u8]) -> Result<Set, BadSet> {
    let mut reader = Reader { text, at: 0, depth: 0 };
    reader.space();
    let (set, _) = reader.set()?;
    reader.space();
    if reader.at < text.len() {
        return Err(reader.bad("text after the set"));
    }
    Ok(set)
}

/// Reads a set that a client wrote as a tree of an untyped document.
pub(super) fn read_tree(fields: &Object) -> Result<Set, BadSet> {
    let mut set = Set::new();
    for (key, value) in fields.iter().filter(|(key, _)| key.as_str() != ".") {
        let Some(below) = value.as_object() else { return Err(BadSet(format!("{key}: no object"))) };
        let Some(element) = read_element(key)? else { continue };
        let under = read_tree(below)?;
        let member = below.contains(".") || under.is_empty();
        set.put(&element, member, under);
    }
    Ok(set)
}

/// Sets nest as deep as objects; beyond this the text is no honest one.
const DEPTH_MAX: usize = 512;

struct Reader<'a> {
    text: &'a [u8],
    at: usize,
    depth: usize,
}

impl Reader<'_> {
    fn bad(&self, what: &str) -> BadSet {
        BadSet(format!("{what} at byte {}", self.at))
    }

    fn peek(&self) -> Option<u8> {
        self.text.get(self.at).copied()
    }

    fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\n' | b'\r' | b'\t')) {
            self.at += 1;
        }
    }

    fn expect(&mut self, byte: u8) -> Result<(), BadSet> {
        self.space();
        if self.peek() == Some(byte) {
            self.at += 1;
            Ok(())
        } else {
            Err(self.bad(&format!("no {:?}", byte as char)))
        }
    }

    /// The members below, and whether the object itself is a member.
    fn set(&mut self) -> Result<(Set, bool), BadSet> {
        self.depth += 1;
        if self.depth > DEPTH_MAX {
            return Err(self.bad("too deep"));
        }
        let mut set = Set::new();
        let mut member = false;
        self.entries(|reader, key| {
            if key == "." {
                member = true;
                reader.set()?;
                return Ok(());
            }
            let element = read_element(key)?;
            let (below, itself) = reader.set()?;
            if let Some(element) = element {
                set.put(&element, itself, below);
            }
            Ok(())
        })?;
        self.depth -= 1;
        member |= set.is_empty();
        Ok((set, member))
    }

    fn entries(&mut self, mut each: impl FnMut(&mut Self, &str) -> Result<(), BadSet>) -> Result<(), BadSet> {
        self.expect(b'{')?;
        self.space();
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(());
        }
        loop {
            self.space();
            let key = self.string()?;
            self.expect(b':')?;
            self.space();
            each(self, &key)?;
            self.space();
            match self.peek() {
                Some(b',') => self.at += 1,
                Some(b'}') => {
                    self.at += 1;
                    return Ok(());
                }
                _ => return Err(self.bad("no end of object")),
            }
        }
    }

    fn string(&mut self) -> Result<String, BadSet> {
        self.expect(b'"')?;
        let mut out = Vec::new();
        loop {
            let byte = self.peek().ok_or_else(|| self.bad("no end of string"))?;
            self.at += 1;
            match byte {
                b'"' => return String::from_utf8(out).map_err(|_| self.bad("no UTF-8")),
                b'\\' => {
                    let c = self.escape()?;
                    out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
                }
                byte => out.push(byte),
            }
        }
    }

    fn escape(&mut self) -> Result<char, BadSet> {
        let byte = self.peek().ok_or_else(|| self.bad("no escape"))?;
        self.at += 1;
        Ok(match byte {
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'u' => {
                let high = self.hex()?;
                if (0xd800..0xdc00).contains(&high) && self.text.get(self.at..self.at + 2) == Some(b"\\u") {
                    self.at += 2;
                    let low = self.hex()?;
                    let code = 0x10000 + ((high - 0xd800) << 10) + (low.wrapping_sub(0xdc00) & 0x3ff);
                    char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
                } else {
                    char::from_u32(high).unwrap_or(char::REPLACEMENT_CHARACTER)
                }
            }
            byte @ (b'"' | b'\\' | b'/') => byte as char,
            _ => return Err(self.bad("unknown escape")),
        })
    }

    fn hex(&mut self) -> Result<u32, BadSet> {
        let digits = self.text.get(self.at..self.at + 4).and_then(|digits| std::str::from_utf8(digits).ok());
        let code = digits.and_then(|digits| u32::from_str_radix(digits, 16).ok()).ok_or_else(|| self.bad("no code"))?;
        self.at += 4;
        Ok(code)
    }

    fn scalar(&mut self) -> Result<Value, BadSet> {
        self.space();
        if self.peek() == Some(b'"') {
            return Ok(Value::from(self.string()?));
        }
        let start = self.at;
        while self.peek().is_some_and(|byte| !matches!(byte, b',' | b'}' | b' ')) {
            self.at += 1;
        }
        let word = self.text.get(start..self.at).and_then(|word| std::str::from_utf8(word).ok()).unwrap_or("");
        match word {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            "null" => Ok(Value::Null),
            _ => match (word.parse::<i64>(), word.parse::<f64>()) {
                (Ok(int), _) => Ok(Value::Int(int)),
                (_, Ok(float)) if float.is_finite() => Ok(Value::Float(float)),
                _ => Err(self.bad("no scalar")),
            },
        }
    }
}

/// One key of the text; `None` for a kind of element that this release does not know.
fn read_element(key: &str) -> Result<Option<Element>, BadSet> {
    let (kind, rest) = key.split_once(':').filter(|(kind, _)| kind.len() == 1).ok_or_else(|| {
        BadSet(if key.len() < 2 {
            "key must be 2 characters long:".to_owned()
        } else {
            format!("missing colon: {key}")
        })
    })?;
    let mut reader = Reader { text: rest.as_bytes(), at: 0, depth: 0 };
    Ok(match kind {
        "f" => Some(Element::Name(Key::new(rest))),
        "v" => Some(Element::Value(reader.scalar()?)),
        "i" => Some(Element::Index(rest.parse().map_err(|_| BadSet(format!("no index: {rest}")))?)),
        "k" => {
            let mut fields: Vec<(Text, Value)> = Vec::new();
            reader.entries(|reader, name| {
                fields.push((Text::from(name), reader.scalar()?));
                Ok(())
            })?;
            fields.sort_by(|a, b| a.0.cmp(&b.0));
            Some(Element::Key(fields))
        }
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn same(text: &str) {
        let set = read(text.as_bytes()).expect("a field set");
        assert_eq!(String::from_utf8(write(&set)).unwrap(), text);
    }

    #[test]
    fn texts_come_back_as_they_were() {
        same("{}");
        same(r#"{"f:metadata":{"f:labels":{".":{},"f:app":{}}},"f:spec":{"f:replicas":{}}}"#);
        same(r#"{"f:ports":{"k:{\"containerPort\":80,\"protocol\":\"TCP\"}":{".":{},"f:name":{}}}}"#);
        same(r#"{"f:finalizers":{".":{},"v:\"a/b\"":{}},"f:x":{"i:3":{}}}"#);
    }

    #[test]
    fn unknown_elements_are_skipped_and_nonsense_refused() {
        let set = read(br#"{"z:new":{"f:x":{}},"f:a":{}}"#).unwrap();
        assert_eq!(write(&set), br#"{"f:a":{}}"#);
        for bad in ["", "{", "[]", r#"{"a":{}}"#, r#"{"f:a":1}"#, r#"{"k:{":{}}"#, "{}x"] {
            assert!(read(bad.as_bytes()).is_err(), "{bad}");
        }
    }
}
