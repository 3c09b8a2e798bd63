//! The tree in which every object is held between decoding and encoding: 24 bytes a node, field names as two-byte
//! ids, objects as small sorted vectors. It knows nothing of types; `schema` does.
//!
//! - An object's entries are sorted by key and unique, so equal objects are equal vectors.
//! - A name which the schema knows is always held as its id (`Key` takes care), never as text.
//! - `Int` is any JSON number that is a 64-bit integer, `Float` is any other.

mod key;
mod object;

pub use key::Key;
pub use object::{Entry, Object, ObjectBuilder};

use std::fmt;

use compact_str::CompactString;
use thin_vec::ThinVec;

/// Text held in a tree: up to 24 bytes without an allocation.
pub type Text = CompactString;

/// Elements of a list: eight bytes when empty, otherwise one allocation.
pub type List = ThinVec<Value>;

/// One node of an object.
///
/// `Bytes` occurs only where the schema says so: decoded base64 (`Shape::Bytes`), or the JSON text of a field set
/// (`Shape::Fields`).
#[derive(Clone, PartialEq, Default)]
pub enum Value {
    #[default]
    Null,
    Bool(bool),
    Int(i64),
    Float(f64),
    String(Text),
    Bytes(Box<[u8]>),
    List(List),
    Object(Object),
}

impl Value {
    /// The field of an object; `None` for every other node too.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.as_object()?.get(name)
    }

    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        self.as_object_mut()?.get_mut(name)
    }

    /// The node at the end of a path of field names.
    pub fn pointer(&self, path: &[&str]) -> Option<&Value> {
        path.iter().try_fold(self, |node, name| node.get(name))
    }

    pub fn pointer_mut(&mut self, path: &[&str]) -> Option<&mut Value> {
        path.iter().try_fold(self, |node, name| node.get_mut(name))
    }

    /// The text at the end of a path; empty text counts as none, as unset fields of Go structs do.
    pub fn text(&self, path: &[&str]) -> Option<&str> {
        self.pointer(path)?.as_str().filter(|text| !text.is_empty())
    }

    /// The integer at the end of a path.
    pub fn int(&self, path: &[&str]) -> Option<i64> {
        self.pointer(path)?.as_int()
    }

    /// The truth at the end of a path; absent is false.
    pub fn flag(&self, path: &[&str]) -> bool {
        self.pointer(path).and_then(Value::as_bool).unwrap_or(false)
    }

    /// The elements at the end of a path; absent is empty.
    pub fn items(&self, path: &[&str]) -> &[Value] {
        self.pointer(path).and_then(Value::as_list).unwrap_or(&[])
    }

    /// Sets a field and gives what stood there. A node that is no object becomes one.
    pub fn set(&mut self, name: impl Into<Key>, value: impl Into<Value>) -> Option<Value> {
        self.make_object().insert(name.into(), value.into())
    }

    /// Sets the node at the end of a path, making the objects on the way.
    pub fn set_pointer(&mut self, path: &[&str], value: impl Into<Value>) {
        let mut node = self;
        for name in path {
            node = node.make_object().entry(Key::new(name));
        }
        *node = value.into();
    }

    pub fn remove(&mut self, name: &str) -> Option<Value> {
        self.as_object_mut()?.remove(name)
    }

    /// Removes the node at the end of a path, and leaves the objects on the way.
    pub fn remove_pointer(&mut self, path: &[&str]) -> Option<Value> {
        let (last, way) = path.split_last()?;
        self.pointer_mut(way)?.remove(last)
    }

    /// This node as an object; what is none is replaced by an empty one.
    pub fn make_object(&mut self) -> &mut Object {
        if !matches!(self, Value::Object(_)) {
            *self = Value::Object(Object::new());
        }
        self.as_object_mut().expect("made above")
    }

    /// This node as a list; what is none is replaced by an empty one.
    pub fn make_list(&mut self) -> &mut List {
        if !matches!(self, Value::List(_)) {
            *self = Value::List(List::new());
        }
        self.as_list_mut().expect("made above")
    }

    pub fn as_object(&self) -> Option<&Object> {
        if let Value::Object(object) = self { Some(object) } else { None }
    }

    pub fn as_object_mut(&mut self) -> Option<&mut Object> {
        if let Value::Object(object) = self { Some(object) } else { None }
    }

    pub fn as_list(&self) -> Option<&[Value]> {
        if let Value::List(list) = self { Some(list) } else { None }
    }

    pub fn as_list_mut(&mut self) -> Option<&mut List> {
        if let Value::List(list) = self { Some(list) } else { None }
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Value::String(text) = self { Some(text) } else { None }
    }

    pub fn as_bytes(&self) -> Option<&[u8]> {
        if let Value::Bytes(bytes) = self { Some(bytes) } else { None }
    }

    pub fn as_int(&self) -> Option<i64> {
        if let Value::Int(int) = self { Some(*int) } else { None }
    }

    /// Any number as floating point.
    pub fn as_float(&self) -> Option<f64> {
        match self {
            Value::Float(float) => Some(*float),
            Value::Int(int) => Some(*int as f64),
            _ => None,
        }
    }

    pub fn as_bool(&self) -> Option<bool> {
        if let Value::Bool(bool) = self { Some(*bool) } else { None }
    }

    pub fn is_null(&self) -> bool {
        matches!(self, Value::Null)
    }

    /// Null, false, zero, or without content: what a Go field holds when nobody set it.
    pub fn is_zero(&self) -> bool {
        match self {
            Value::Null => true,
            Value::Bool(bool) => !bool,
            Value::Int(int) => *int == 0,
            Value::Float(float) => *float == 0.0,
            Value::String(text) => text.is_empty(),
            Value::Bytes(bytes) => bytes.is_empty(),
            Value::List(list) => list.is_empty(),
            Value::Object(object) => object.is_empty(),
        }
    }

    /// The JSON word for this node's type, as Go's decoder says it.
    pub fn kind_word(&self) -> &'static str {
        match self {
            Value::Null => "null",
            Value::Bool(_) => "bool",
            Value::Int(_) | Value::Float(_) => "number",
            Value::String(_) | Value::Bytes(_) => "string",
            Value::List(_) => "array",
            Value::Object(_) => "object",
        }
    }

    /// Bytes of heap under this node, for bounded caches.
    pub fn heap_size(&self) -> usize {
        match self {
            Value::String(text) if text.is_heap_allocated() => text.capacity(),
            Value::Bytes(bytes) => bytes.len(),
            Value::List(list) => {
                list.capacity() * size_of::<Value>() + list.iter().map(Value::heap_size).sum::<usize>()
            }
            Value::Object(object) => object.heap_size(),
            _ => 0,
        }
    }
}

/// Compact JSON-like text, for logs and failing tests; the codec makes real JSON.
impl fmt::Debug for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Null => out.write_str("null"),
            Value::Bool(bool) => bool.fmt(out),
            Value::Int(int) => int.fmt(out),
            Value::Float(float) => float.fmt(out),
            Value::String(text) => fmt::Debug::fmt(text.as_str(), out),
            Value::Bytes(bytes) => write!(out, "b{:?}", String::from_utf8_lossy(bytes)),
            Value::List(list) => out.debug_list().entries(list.iter()).finish(),
            Value::Object(object) => object.fmt(out),
        }
    }
}

macro_rules! from {
    ($($source:ty, $name:ident => $made:expr;)*) => {$(
        impl From<$source> for Value {
            fn from($name: $source) -> Value {
                $made
            }
        }
    )*};
}

from! {
    bool, value => Value::Bool(value);
    i64, value => Value::Int(value);
    i32, value => Value::Int(value.into());
    u32, value => Value::Int(value.into());
    u16, value => Value::Int(value.into());
    f64, value => Value::Float(value);
    &str, value => Value::String(value.into());
    String, value => Value::String(value.into());
    Text, value => Value::String(value);
    List, value => Value::List(value);
    Vec<Value>, value => Value::List(value.into_iter().collect());
    Object, value => Value::Object(value);
    ObjectBuilder, value => Value::Object(value.finish());
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Value {
        value.map_or(Value::Null, Into::into)
    }
}

impl<T: Into<Value>> FromIterator<T> for Value {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Value {
        Value::List(items.into_iter().map(Into::into).collect())
    }
}

/// A tree from a JSON-like literal: `value!({"kind": "Pod", "n": [1, name.as_str()], "x": null})`.
#[macro_export]
macro_rules! value {
    (null) => { $crate::value::Value::Null };
    ([ $($item:tt),* $(,)? ]) => {
        $crate::value::Value::from(vec![ $($crate::value!($item)),* ] as Vec<$crate::value::Value>)
    };
    ({ $($key:literal : $item:tt),* $(,)? }) => {{
        #[allow(unused_mut)]
        let mut object = $crate::value::Object::new();
        $( object.insert($crate::value::Key::new($key), $crate::value!($item)); )*
        $crate::value::Value::Object(object)
    }};
    ($other:expr) => { $crate::value::Value::from($other) };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_node_is_24_bytes_and_an_entry_40() {
        assert_eq!(size_of::<Value>(), 24);
        assert_eq!(size_of::<Key>(), 16);
        assert_eq!(size_of::<Entry>(), 40);
    }

    #[test]
    fn order_of_insertion_does_not_matter() {
        let one = value!({"spec": {"b": 1, "a": [true, null]}, "kind": "X"});
        let two = value!({"kind": "X", "spec": {"a": [true, null], "b": 1}});
        assert_eq!(one, two);
        assert_eq!(one.pointer(&["spec", "b"]), Some(&Value::Int(1)));
        assert_eq!(one.text(&["kind"]), Some("X"));
    }

    #[test]
    fn paths_are_made_and_removed() {
        let mut tree = Value::Null;
        tree.set_pointer(&["metadata", "unknown name", "x"], 7i64);
        assert_eq!(tree.int(&["metadata", "unknown name", "x"]), Some(7));
        assert_eq!(tree.remove_pointer(&["metadata", "unknown name"]), Some(value!({"x": 7i64})));
        assert_eq!(tree, value!({"metadata": {}}));
    }
}
