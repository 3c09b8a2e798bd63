//! Maps and objects: a view of a tree, entries made while running, or fields computed when they are asked for.

use std::collections::HashMap;
use std::fmt;
use std::rc::Rc;

use kube_api::value::{Key, Object};

use super::{Fault, Outcome, Shape, Val, adapt};
use crate::escape::{escape, unescape};

#[derive(Clone)]
pub enum Map<'a> {
    Tree(&'a Object, Shape<'a>),
    Made(Rc<Entries<'a>>),
    Lazy(Rc<dyn Fields<'a> + 'a>),
}

/// Fields that are computed on demand, as a policy's `variables` are.
pub trait Fields<'a> {
    fn field(&self, name: &str) -> Option<Outcome<'a>>;
}

/// Entries in the order in which they were put in, each key once.
#[derive(Debug, Clone, Default)]
pub struct Entries<'a> {
    entries: Vec<(Val<'a>, Val<'a>)>,
    places: HashMap<KeyForm, usize>,
}

/// A key in the form in which equal keys are the same: numbers of every type are one.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum KeyForm {
    Bool(bool),
    Number(i128),
    Text(Box<str>),
}

/// An object that an expression made, of a named type.
#[derive(Debug)]
pub struct Message<'a> {
    name: Rc<str>,
    pub fields: Vec<(Rc<str>, Val<'a>)>,
}

impl<'a> Message<'a> {
    pub fn new(name: &str, fields: Vec<(Rc<str>, Val<'a>)>) -> Message<'a> {
        Message { name: name.into(), fields }
    }

    pub fn name(&self) -> &str {
        &self.name
    }

    pub fn field(&self, name: &str) -> Option<&Val<'a>> {
        self.fields.iter().find(|(own, _)| &**own == name).map(|(_, value)| value)
    }
}

impl KeyForm {
    fn of(key: &Val<'_>) -> Option<KeyForm> {
        match key {
            Val::Bool(bool) => Some(KeyForm::Bool(*bool)),
            Val::Int(int) => Some(KeyForm::Number(i128::from(*int))),
            Val::Uint(uint) => Some(KeyForm::Number(i128::from(*uint))),
            Val::Double(double) if double.fract() == 0.0 && double.abs() < 1.0e19 => {
                Some(KeyForm::Number(*double as i128))
            }
            Val::String(text) => Some(KeyForm::Text((**text).into())),
            _ => None,
        }
    }
}

impl<'a> Entries<'a> {
    /// Puts an entry in; false when its key is there already, or cannot be a key.
    pub(crate) fn insert(&mut self, key: Val<'a>, value: Val<'a>) -> bool {
        let Some(form) = KeyForm::of(&key) else { return false };
        if self.places.contains_key(&form) {
            return false;
        }
        self.places.insert(form, self.entries.len());
        self.entries.push((key, value));
        true
    }

    fn get(&self, key: &Val<'a>) -> Option<&Val<'a>> {
        let at = self.places.get(&KeyForm::of(key)?)?;
        self.entries.get(*at).map(|(_, value)| value)
    }
}

impl<'a> Map<'a> {
    pub(crate) fn made(entries: Entries<'a>) -> Map<'a> {
        Map::Made(Rc::new(entries))
    }

    /// A map of these entries; of entries with one key the first stays.
    pub fn from_pairs(pairs: impl IntoIterator<Item = (Val<'a>, Val<'a>)>) -> Map<'a> {
        let mut entries = Entries::default();
        for (key, value) in pairs {
            entries.insert(key, value);
        }
        Map::made(entries)
    }

    pub fn len(&self) -> usize {
        match self {
            Map::Tree(object, _) => object.len(),
            Map::Made(entries) => entries.entries.len(),
            Map::Lazy(_) => 0,
        }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The value of a key; a fault when it cannot be a key here, or its value is not what its schema says.
    pub fn find(&self, key: &Val<'a>) -> Result<Option<Val<'a>>, Fault> {
        match self {
            Map::Tree(object, shape) => match key {
                Val::String(name) => tree_field(object, *shape, name),
                _ if matches!(shape, Shape::Any) => Ok(None),
                _ => Err(Fault::no_overload()),
            },
            Map::Made(entries) => Ok(entries.get(key).cloned()),
            Map::Lazy(fields) => match key {
                Val::String(name) => fields.field(name).transpose(),
                _ => Ok(None),
            },
        }
    }

    /// As `find`, by a name that the expression states.
    pub fn field(&self, name: &str) -> Result<Option<Val<'a>>, Fault> {
        match self {
            Map::Tree(object, shape) => tree_field(object, *shape, name),
            Map::Made(entries) => {
                let at = entries.places.get(&KeyForm::Text(name.into()));
                Ok(at.and_then(|at| entries.entries.get(*at)).map(|(_, value)| value.clone()))
            }
            Map::Lazy(fields) => fields.field(name).transpose(),
        }
    }

    /// A field by the name it has in the object, for the keys of list-maps.
    pub(super) fn raw(&self, key: &Key) -> Option<Val<'a>> {
        match self {
            Map::Tree(object, _) => object.get_key(key).and_then(|value| adapt(value, Shape::Any).ok()),
            other => {
                let name = escape(key)?;
                other.field(&name).ok().flatten()
            }
        }
    }

    /// Every key, as expressions name it.
    pub fn keys(&self) -> Vec<Val<'a>> {
        match self {
            Map::Tree(object, shape) => {
                let named = |key: &'a Key| match (shape.is_object(), escape(key)) {
                    (true, Some(name)) if *name != **key => Val::text(&*name),
                    _ => Val::borrowed(key.as_str()),
                };
                object.iter().filter(|(key, _)| shape.knows(key)).map(|(key, _)| named(key)).collect()
            }
            Map::Made(entries) => entries.entries.iter().map(|(key, _)| key.clone()).collect(),
            Map::Lazy(_) => Vec::new(),
        }
    }

    /// `self` with one more entry: `cel.@mapInsert`. In a fold nobody else holds the map, and it grows in place.
    pub(crate) fn with(self, key: Val<'a>, value: Val<'a>) -> Result<Map<'a>, Fault> {
        let mut entries = match self {
            Map::Made(entries) => entries,
            other => {
                let mut made = Entries::default();
                for key in other.keys() {
                    if let Some(value) = other.find(&key)? {
                        made.insert(key, value);
                    }
                }
                Rc::new(made)
            }
        };
        if !Rc::make_mut(&mut entries).insert(key.clone(), value) {
            return Err(Fault::new(format!("insert failed: key {key} already exists")));
        }
        Ok(Map::Made(entries))
    }
}

fn tree_field<'a>(object: &'a Object, shape: Shape<'a>, name: &str) -> Result<Option<Val<'a>>, Fault> {
    if !shape.is_object() {
        let Some(value) = object.get(name) else { return Ok(None) };
        return shape.member(name).map(|inner| adapt(value, inner)).transpose();
    }
    let Some(name) = unescape(name) else { return Ok(None) };
    match object.get(&name) {
        // A null of an object's field is the same as its absence.
        None => Ok(None),
        Some(value) if value.is_null() => Ok(None),
        Some(value) => shape.member(&name).map(|inner| adapt(value, inner)).transpose(),
    }
}

impl fmt::Debug for Map<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Map::Tree(object, _) => object.fmt(out),
            Map::Made(entries) => out.debug_map().entries(entries.entries.iter().map(|(k, v)| (k, v))).finish(),
            Map::Lazy(_) => out.write_str("{..}"),
        }
    }
}
