//! From the parser's events to a tree: aliases are copied, merge keys merged, keys that stand twice are noted.
//!
//! - A document cannot grow by its aliases beyond a bound, nor be nested deeper than JSON may be.

use std::collections::BTreeMap;

use granit_parser::{Event, Parser, ScalarStyle, Span, Tag};

use super::resolve::resolve;
use crate::codec::json;
use crate::codec::{CodecError, Note, Notes};
use crate::value::{Key, List, Object, Value};

const DEEPEST: usize = 500;
/// Nodes that aliases may add. As upstream's ratio, simplified to one number.
const MOST_COPIED: usize = 400_000;

pub(super) fn document(text: &str, notes: Option<&mut Notes>) -> Result<Value, CodecError> {
    let mut composer =
        Composer { parser: Parser::new_from_str(text), anchors: BTreeMap::new(), copied: 0, doubles: Vec::new() };
    let value = loop {
        let Some((event, span)) = composer.next()? else { break Value::Null };
        match event {
            Event::StreamStart | Event::DocumentStart(..) => {}
            Event::StreamEnd | Event::DocumentEnd => break Value::Null,
            event => break composer.node(event, span, 0)?.0,
        }
    };
    if let (Some(notes), false) = (notes, composer.doubles.is_empty()) {
        notes.push(Note::Yaml(format!("yaml: unmarshal errors:\n  {}", composer.doubles.join("\n  "))));
    }
    Ok(value)
}

struct Composer<'t> {
    parser: Parser<'t, granit_parser::StrInput<'t>>,
    anchors: BTreeMap<usize, Value>,
    copied: usize,
    doubles: Vec<String>,
}

impl<'t> Composer<'t> {
    fn next(&mut self) -> Result<Option<(Event<'t>, Span)>, CodecError> {
        loop {
            match self.parser.next() {
                None => return Ok(None),
                Some(Ok((Event::Comment(..) | Event::Anchor(..), _))) => {}
                Some(Ok(next)) => return Ok(Some(next)),
                Some(Err(error)) => {
                    let line = error.marker().line();
                    return Err(CodecError::Yaml(format!("yaml: line {line}: {}", error.info())));
                }
            }
        }
    }

    fn expect(&mut self) -> Result<(Event<'t>, Span), CodecError> {
        self.next()?.ok_or_else(|| CodecError::Yaml("yaml: unexpected end of the document".into()))
    }

    /// A node and whether it was a plain scalar, which a merge key has to be.
    fn node(&mut self, event: Event<'t>, span: Span, depth: usize) -> Result<(Value, bool), CodecError> {
        if depth > DEEPEST {
            return Err(CodecError::Depth(DEEPEST));
        }
        let (anchor, value, plain) = match event {
            Event::Scalar(text, style, anchor, tag) => {
                let plain = style == ScalarStyle::Plain && tag.is_none();
                (anchor, scalar(&text, style, tag.as_deref())?, plain)
            }
            Event::SequenceStart(_, anchor, _) => (anchor, self.sequence(depth)?, false),
            Event::MappingStart(_, anchor, _) => (anchor, self.mapping(depth)?, false),
            Event::Alias(anchor) => return Ok((self.alias(anchor)?, false)),
            other => {
                let line = span.start.line();
                return Err(CodecError::Yaml(format!("yaml: line {line}: unexpected {other:?}")));
            }
        };
        if anchor != 0 {
            self.anchors.insert(anchor, value.clone());
        }
        Ok((value, plain))
    }

    fn alias(&mut self, anchor: usize) -> Result<Value, CodecError> {
        let Some(value) = self.anchors.get(&anchor) else {
            return Err(CodecError::Yaml("yaml: unknown anchor referenced".into()));
        };
        self.copied += count(value);
        if self.copied > MOST_COPIED {
            return Err(CodecError::Yaml("yaml: document contains excessive aliasing".into()));
        }
        Ok(value.clone())
    }

    fn sequence(&mut self, depth: usize) -> Result<Value, CodecError> {
        let mut list = List::new();
        loop {
            match self.expect()? {
                (Event::SequenceEnd, _) => return Ok(Value::List(list)),
                (event, span) => list.push(self.node(event, span, depth + 1)?.0),
            }
        }
    }

    fn mapping(&mut self, depth: usize) -> Result<Value, CodecError> {
        let mut object = Object::new();
        let mut merged = Object::new();
        loop {
            let (event, span) = self.expect()?;
            if let Event::MappingEnd = event {
                for (key, value) in merged {
                    if object.get_key(&key).is_none() {
                        object.insert(key, value);
                    }
                }
                return Ok(Value::Object(object));
            }
            let (key, plain) = self.node(event, span, depth + 1)?;
            let (event, span) = self.expect()?;
            let line = span.start.line();
            let value = self.node(event, span, depth + 1)?.0;
            if plain && key.as_str() == Some("<<") {
                merge(&mut merged, value)?;
                continue;
            }
            let name = key_text(&key)?;
            let key_in_words = if key.as_str().is_some() { format!("{name:?}") } else { name.clone() };
            let name = Key::from(name);
            if object.get_key(&name).is_some() {
                self.doubles.push(format!("line {line}: key {key_in_words} already set in map"));
            }
            object.insert(name, value);
        }
    }
}

fn count(value: &Value) -> usize {
    1 + match value {
        Value::List(list) => list.iter().map(count).sum(),
        Value::Object(object) => object.values().map(count).sum(),
        _ => 0,
    }
}

/// `<<`: fields of a map, or of several, that the mapping does not have itself.
fn merge(into: &mut Object, value: Value) -> Result<(), CodecError> {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                if into.get_key(&key).is_none() {
                    into.insert(key, value);
                }
            }
            Ok(())
        }
        Value::List(list) if list.iter().all(|it| it.as_object().is_some()) => {
            list.into_iter().try_for_each(|it| merge(into, it))
        }
        _ => Err(CodecError::Yaml("yaml: map merge requires map or sequence of maps as the value".into())),
    }
}

/// JSON's keys are strings; upstream writes scalars of other types as text.
fn key_text(key: &Value) -> Result<String, CodecError> {
    match key {
        Value::String(text) => Ok(text.to_string()),
        Value::Bool(_) | Value::Int(_) | Value::Float(_) => {
            Ok(String::from_utf8_lossy(&json::encode_plain(key)).into_owned())
        }
        Value::Null => Err(CodecError::Yaml("unsupported map key of type: nil".into())),
        _ => Err(CodecError::Yaml("yaml: invalid map key".into())),
    }
}

fn scalar(text: &str, style: ScalarStyle, tag: Option<&Tag>) -> Result<Value, CodecError> {
    let value = match tag.and_then(Tag::core_suffix) {
        Some("str") => Value::from(text),
        Some("binary") => {
            let bytes = crate::codec::base64::decode(text)?;
            Value::from(String::from_utf8_lossy(&bytes).into_owned())
        }
        Some("float") => match resolve(text) {
            Some(value @ (Value::Int(_) | Value::Float(_))) => value,
            _ => return Err(CodecError::Yaml(format!("yaml: cannot decode !!str `{text}` as a !!float"))),
        },
        _ if style == ScalarStyle::Plain => resolve(text).unwrap_or_else(|| Value::from(text)),
        _ => Value::from(text),
    };
    match value {
        Value::Float(float) if !float.is_finite() => {
            Err(CodecError::Yaml(format!("json: unsupported value: {}", if float.is_nan() { "NaN" } else { "Inf" })))
        }
        value => Ok(value),
    }
}
