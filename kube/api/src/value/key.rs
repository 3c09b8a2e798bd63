//! Keys of objects: the id of a name known to the schema, or any other text.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::ops::Deref;

use crate::names::NameId;

/// A key. Made only through [`Key::new`], which looks the text up, so that one text has one form.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Form);

#[derive(Clone, PartialEq, Eq)]
enum Form {
    Known(NameId),
    Other(Box<str>),
}

impl Key {
    pub fn new(text: &str) -> Key {
        match NameId::of(text) {
            Some(id) => Key(Form::Known(id)),
            None => Key(Form::Other(text.into())),
        }
    }

    /// A known name; for generated tables.
    pub const fn known(id: NameId) -> Key {
        Key(Form::Known(id))
    }

    /// The id, when the schema knows this name.
    pub fn id(&self) -> Option<NameId> {
        if let Form::Known(id) = self.0 { Some(id) } else { None }
    }

    pub fn as_str(&self) -> &str {
        match &self.0 {
            Form::Known(id) => id.text(),
            Form::Other(text) => text,
        }
    }

    pub(super) fn heap_size(&self) -> usize {
        if let Form::Other(text) = &self.0 { text.len() } else { 0 }
    }
}

impl Ord for Key {
    fn cmp(&self, other: &Key) -> Ordering {
        match (&self.0, &other.0) {
            (Form::Known(a), Form::Known(b)) => a.cmp(b),
            _ => self.as_str().cmp(other.as_str()),
        }
    }
}

impl PartialOrd for Key {
    fn partial_cmp(&self, other: &Key) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl std::hash::Hash for Key {
    fn hash<H: std::hash::Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl Deref for Key {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl PartialEq<str> for Key {
    fn eq(&self, other: &str) -> bool {
        self.as_str() == other
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl From<&str> for Key {
    fn from(text: &str) -> Key {
        Key::new(text)
    }
}

impl From<String> for Key {
    fn from(text: String) -> Key {
        match NameId::of(&text) {
            Some(id) => Key(Form::Known(id)),
            None => Key(Form::Other(text.into())),
        }
    }
}

impl From<&String> for Key {
    fn from(text: &String) -> Key {
        Key::new(text)
    }
}

impl From<NameId> for Key {
    fn from(id: NameId) -> Key {
        Key::known(id)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), out)
    }
}
