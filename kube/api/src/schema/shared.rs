//! A reference that is either static or counted, so that one structure serves generated tables and run-time types.

use std::fmt;
use std::ops::Deref;
use std::sync::Arc;

/// `&'static T` for generated tables, `Arc<T>` for what is built at run time.
pub enum Shared<T: ?Sized + 'static> {
    Static(&'static T),
    Counted(Arc<T>),
}

impl<T: ?Sized> Deref for Shared<T> {
    type Target = T;
    fn deref(&self) -> &T {
        match self {
            Shared::Static(it) => it,
            Shared::Counted(it) => it,
        }
    }
}

impl<T: ?Sized> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        match self {
            Shared::Static(it) => Shared::Static(it),
            Shared::Counted(it) => Shared::Counted(it.clone()),
        }
    }
}

/// The name only would do for recursive types: `Type` refers to itself through its fields, so this stops there.
impl<T: ?Sized> fmt::Debug for Shared<T> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(std::any::type_name::<T>())
    }
}

impl<T> From<T> for Shared<T> {
    fn from(it: T) -> Shared<T> {
        Shared::Counted(Arc::new(it))
    }
}

impl<T> From<Vec<T>> for Shared<[T]> {
    fn from(items: Vec<T>) -> Shared<[T]> {
        Shared::Counted(items.into())
    }
}

impl From<&str> for Shared<str> {
    fn from(text: &str) -> Shared<str> {
        Shared::Counted(text.into())
    }
}

impl From<String> for Shared<str> {
    fn from(text: String) -> Shared<str> {
        Shared::Counted(text.into())
    }
}
