//! Values as nodes of a tree: what an expression computed becomes part of an object, a patch or a message.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kube_api::value::{Key, Object, ObjectBuilder, Value};

use super::{Fault, Map, Val};
use crate::escape::unescape;

impl Val<'_> {
    /// As JSON would show it; a fault when JSON cannot.
    pub fn to_tree(&self) -> Result<Value, Fault> {
        Ok(match self {
            Val::Null => Value::Null,
            Val::Bool(bool) => Value::Bool(*bool),
            Val::Int(int) => Value::Int(*int),
            Val::Uint(uint) => i64::try_from(*uint).map(Value::Int).unwrap_or(Value::Float(*uint as f64)),
            Val::Double(double) => Value::Float(*double),
            Val::String(text) => Value::from(&**text),
            Val::Bytes(bytes) => Value::from(STANDARD.encode(&**bytes)),
            Val::Timestamp(_) | Val::Duration(_) => Value::from(self.to_string()),
            Val::List(list) => {
                let items = list.iter().map(|item| item?.to_tree());
                Value::from(items.collect::<Result<Vec<Value>, Fault>>()?)
            }
            Val::Map(Map::Tree(object, _)) => Value::Object((*object).clone()),
            Val::Map(map) => Value::Object(object(map)?),
            Val::Optional(Some(inner)) => inner.to_tree()?,
            Val::Optional(None) => Value::Null,
            Val::Message(message) => {
                let mut made = ObjectBuilder::default();
                for (name, value) in &message.fields {
                    let name = unescape(name).ok_or_else(|| Fault::new(format!("invalid field name: {name}")))?;
                    made.push(Key::new(&name), value.to_tree()?);
                }
                Value::from(made)
            }
            Val::Preserved(value) => (*value).clone(),
            Val::Quantity(quantity) => Value::from(quantity.to_string()),
            other => {
                return Err(Fault::new(format!(
                    "unsupported type conversion from '{}' to JSON",
                    other.type_of().runtime_name()
                )));
            }
        })
    }
}

fn object(map: &Map<'_>) -> Result<Object, Fault> {
    let mut made = ObjectBuilder::default();
    for key in map.keys() {
        let Some(name) = key.as_str() else {
            return Err(Fault::new("unsupported type conversion: keys of a JSON object are strings"));
        };
        if let Some(value) = map.find(&key)? {
            made.push(Key::new(name), value.to_tree()?);
        }
    }
    Ok(made.finish())
}
