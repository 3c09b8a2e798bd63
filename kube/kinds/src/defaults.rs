//! Defaults as data: a path and what stands there when the client says nothing.
//!
//! A path has steps between dots. `spec` is made when it is absent, as Go holds such structs by value; `probe?` is
//! gone into only when it is there; `ports[]` is gone into for each element. The last step is the field.

use kube_api::value::{Object, Value};

/// One default.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Default(pub(crate) &'static str, pub(crate) To);

/// What an absent field becomes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum To {
    Text(&'static str),
    Number(i64),
    Flag(bool),
    /// An object without fields.
    Empty,
}

impl To {
    fn value(self) -> Value {
        match self {
            To::Text(text) => text.into(),
            To::Number(number) => number.into(),
            To::Flag(flag) => flag.into(),
            To::Empty => Value::Object(Object::new()),
        }
    }
}

/// Applies a table in its order.
pub(crate) fn fill(object: &mut Value, table: &[Default]) {
    for Default(path, to) in table {
        fill_one(object, path, *to);
    }
}

fn fill_one(node: &mut Value, path: &str, to: To) {
    let Some((step, rest)) = path.split_once('.') else {
        set_absent(node, path, to.value());
        return;
    };
    if let Some(name) = step.strip_suffix("[]") {
        for item in node.get_mut(name).and_then(Value::as_list_mut).into_iter().flat_map(|items| items.iter_mut()) {
            fill_one(item, rest, to);
        }
    } else if let Some(name) = step.strip_suffix('?') {
        if let Some(inner) = node.get_mut(name).filter(|inner| !inner.is_null()) {
            fill_one(inner, rest, to);
        }
    } else {
        if !matches!(node.get(step), Some(Value::Object(_))) {
            node.set(step, Value::Object(Object::new()));
        }
        if let Some(inner) = node.get_mut(step) {
            fill_one(inner, rest, to);
        }
    }
}

/// Sets a field that is absent, null or an empty text.
pub(crate) fn set_absent(node: &mut Value, name: &str, value: impl Into<Value>) {
    let absent = node.get(name).is_none_or(|found| found.is_null() || found.as_str() == Some(""));
    if absent {
        node.set(name, value);
    }
}

/// The elements of a list, to be changed; none when it is absent.
pub(crate) fn each_mut(node: &mut Value, name: &str, change: impl FnMut(&mut Value)) {
    node.get_mut(name).and_then(Value::as_list_mut).into_iter().flat_map(|items| items.iter_mut()).for_each(change);
}
