//! Objects of a tree: entries in one vector, sorted by key. Lookups scan a small object and halve a large one.

use std::fmt;

use thin_vec::ThinVec;

use super::{Key, Value};
use crate::names::NameId;

/// One field.
pub type Entry = (Key, Value);

/// Fields by name, sorted and unique. Eight bytes; an empty one allocates nothing.
#[derive(Clone, PartialEq, Default)]
pub struct Object {
    entries: ThinVec<Entry>,
}

/// Below this many entries a scan over two-byte ids beats comparing texts.
const SCAN: usize = 16;

impl Object {
    pub const EMPTY: Object = Object { entries: ThinVec::new() };

    pub fn new() -> Object {
        Object::default()
    }

    pub fn len(&self) -> usize {
        self.entries.len()
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    pub fn contains(&self, name: &str) -> bool {
        self.find(name).is_ok()
    }

    pub fn get(&self, name: &str) -> Option<&Value> {
        let at = self.find(name).ok()?;
        self.entries.get(at).map(|(_, value)| value)
    }

    pub fn get_mut(&mut self, name: &str) -> Option<&mut Value> {
        let at = self.find(name).ok()?;
        self.entries.get_mut(at).map(|(_, value)| value)
    }

    /// As [`Object::get`], for a key in hand: no text is hashed.
    pub fn get_key(&self, key: &Key) -> Option<&Value> {
        let at = self.find_key(key).ok()?;
        self.entries.get(at).map(|(_, value)| value)
    }

    pub fn get_key_mut(&mut self, key: &Key) -> Option<&mut Value> {
        let at = self.find_key(key).ok()?;
        self.entries.get_mut(at).map(|(_, value)| value)
    }

    /// Sets a field and gives what stood there.
    pub fn insert(&mut self, key: impl Into<Key>, value: impl Into<Value>) -> Option<Value> {
        let (key, value) = (key.into(), value.into());
        match self.find_key(&key) {
            Ok(at) => self.entries.get_mut(at).map(|entry| std::mem::replace(&mut entry.1, value)),
            Err(at) => {
                self.entries.insert(at, (key, value));
                None
            }
        }
    }

    /// The node of a field, made as `Null` when there is none.
    pub fn entry(&mut self, key: impl Into<Key>) -> &mut Value {
        let key = key.into();
        let at = match self.find_key(&key) {
            Ok(at) => at,
            Err(at) => {
                self.entries.insert(at, (key, Value::Null));
                at
            }
        };
        &mut self.entries.get_mut(at).expect("found or inserted above").1
    }

    pub fn remove(&mut self, name: &str) -> Option<Value> {
        let at = self.find(name).ok()?;
        Some(self.entries.remove(at).1)
    }

    pub fn remove_key(&mut self, key: &Key) -> Option<Value> {
        let at = self.find_key(key).ok()?;
        Some(self.entries.remove(at).1)
    }

    pub fn retain(&mut self, mut keep: impl FnMut(&Key, &mut Value) -> bool) {
        self.entries.retain_mut(|(key, value)| keep(key, value));
    }

    pub fn clear(&mut self) {
        self.entries.clear();
    }

    /// Entries in the order of their keys.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (&Key, &Value)> + ExactSizeIterator {
        self.entries.iter().map(|(key, value)| (key, value))
    }

    pub fn iter_mut(&mut self) -> impl DoubleEndedIterator<Item = (&Key, &mut Value)> + ExactSizeIterator {
        self.entries.iter_mut().map(|(key, value)| (&*key, value))
    }

    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &Key> + ExactSizeIterator {
        self.entries.iter().map(|(key, _)| key)
    }

    pub fn values(&self) -> impl DoubleEndedIterator<Item = &Value> + ExactSizeIterator {
        self.entries.iter().map(|(_, value)| value)
    }

    pub fn values_mut(&mut self) -> impl DoubleEndedIterator<Item = &mut Value> + ExactSizeIterator {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    pub(super) fn heap_size(&self) -> usize {
        self.entries.capacity() * size_of::<Entry>()
            + self.entries.iter().map(|(key, value)| key.heap_size() + value.heap_size()).sum::<usize>()
    }

    fn find(&self, name: &str) -> Result<usize, usize> {
        if self.entries.len() > SCAN {
            return self.entries.binary_search_by(|(key, _)| key.as_str().cmp(name));
        }
        let found = match NameId::of(name) {
            Some(id) => self.entries.iter().position(|(key, _)| key.id() == Some(id)),
            None => self.entries.iter().position(|(key, _)| key.id().is_none() && key.as_str() == name),
        };
        found.ok_or(0)
    }

    fn find_key(&self, key: &Key) -> Result<usize, usize> {
        // Decoders and generators mostly append.
        match self.entries.last() {
            Some((last, _)) if last < key => Err(self.entries.len()),
            _ => self.entries.binary_search_by(|(other, _)| other.cmp(key)),
        }
    }
}

impl IntoIterator for Object {
    type Item = Entry;
    type IntoIter = thin_vec::IntoIter<Entry>;
    fn into_iter(self) -> Self::IntoIter {
        self.entries.into_iter()
    }
}

impl<'a> IntoIterator for &'a Object {
    type Item = (&'a Key, &'a Value);
    type IntoIter = std::iter::Map<std::slice::Iter<'a, Entry>, fn(&'a Entry) -> (&'a Key, &'a Value)>;
    fn into_iter(self) -> Self::IntoIter {
        self.entries.iter().map(|(key, value)| (key, value))
    }
}

impl<K: Into<Key>, V: Into<Value>> FromIterator<(K, V)> for Object {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Object {
        let mut builder = ObjectBuilder::default();
        for (key, value) in entries {
            builder.push(key.into(), value.into());
        }
        builder.finish()
    }
}

impl fmt::Debug for Object {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_map().entries(self.iter()).finish()
    }
}

/// Takes entries in any order and sorts once: a client may send a map of many thousand keys.
#[derive(Default)]
pub struct ObjectBuilder {
    entries: ThinVec<Entry>,
    unsorted: bool,
}

impl ObjectBuilder {
    pub fn push(&mut self, key: Key, value: Value) {
        self.unsorted |= self.entries.last().is_some_and(|(last, _)| *last >= key);
        self.entries.push((key, value));
    }

    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether a key was pushed before. Quick while keys come in order; a long unordered object is looked through.
    pub fn contains(&self, key: &Key) -> bool {
        if self.unsorted {
            return self.entries.iter().any(|(other, _)| other == key);
        }
        self.entries.binary_search_by(|(other, _)| other.cmp(key)).is_ok()
    }

    /// The object; of entries with one key the last stays.
    pub fn finish(mut self) -> Object {
        if self.unsorted {
            self.entries.sort_by(|a, b| a.0.cmp(&b.0));
            self.entries.dedup_by(|later, earlier| {
                let same = later.0 == earlier.0;
                if same {
                    std::mem::swap(&mut later.1, &mut earlier.1);
                }
                same
            });
        }
        Object { entries: self.entries }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_of_equal_keys_stays() {
        let mut builder = ObjectBuilder::default();
        for (key, value) in [("b", 1i64), ("a", 2), ("b", 3), ("a", 4), ("a", 5)] {
            builder.push(key.into(), value.into());
        }
        let object = builder.finish();
        assert_eq!(
            object.iter().map(|(k, v)| (k.as_str(), v.as_int())).collect::<Vec<_>>(),
            [("a", Some(5)), ("b", Some(3))]
        );
    }

    #[test]
    fn large_objects_are_found_by_halving() {
        let mut object: Object = (0..100).map(|n| (format!("key-{n:03}"), i64::from(n))).collect();
        object.insert("spec", 7i64);
        assert_eq!(object.get("key-042"), Some(&Value::Int(42)));
        assert_eq!(object.get("spec"), Some(&Value::Int(7)));
        assert_eq!(object.get("key-100"), None);
        assert_eq!(object.remove("key-000"), Some(Value::Int(0)));
        assert_eq!(object.len(), 100);
    }
}
