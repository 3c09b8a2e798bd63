//! Values while an expression runs. Objects are not copied: lists and maps point into the tree they came from and
//! hand out their members when asked.

mod adapt;
mod compare;
mod export;
mod list;
mod map;

pub use adapt::{Shape, adapt};
pub use list::{List, ListKind};
pub use map::{Fields, Map, Message};

pub(crate) use map::Entries;

use std::fmt;
use std::net::IpAddr;
use std::ops::Deref;
use std::rc::Rc;

use jiff::Timestamp;
use kube_api::quantity::Quantity;
use kube_api::value::Value;

use crate::library::authz::Check;
use crate::library::format::NamedFormat;
use crate::library::net::Cidr;
use crate::library::semver::Semver;
use crate::library::url::Url;
use crate::types::Type;

/// Borrowed from a tree or an expression, or made while running.
#[derive(Debug)]
pub enum Held<'a, T: ?Sized> {
    Borrowed(&'a T),
    Shared(Rc<T>),
}

pub(crate) type Text<'a> = Held<'a, str>;
pub(crate) type Blob<'a> = Held<'a, [u8]>;

/// One value.
#[derive(Debug, Clone)]
pub enum Val<'a> {
    Null,
    Bool(bool),
    Int(i64),
    Uint(u64),
    Double(f64),
    String(Text<'a>),
    Bytes(Blob<'a>),
    Timestamp(Timestamp),
    /// In nanoseconds.
    Duration(i64),
    List(List<'a>),
    Map(Map<'a>),
    Type(Type),
    Optional(Option<Rc<Val<'a>>>),
    Message(Rc<Message<'a>>),
    /// Kept by `x-kubernetes-preserve-unknown-fields`: can be compared, and nothing else.
    Preserved(&'a Value),
    Quantity(Rc<Quantity>),
    Ip(IpAddr),
    Cidr(Cidr),
    Url(Rc<Url>),
    Semver(Rc<Semver>),
    Format(&'static NamedFormat),
    Check(Rc<Check<'a>>),
}

/// What an expression or a step of it came to.
pub type Outcome<'a> = Result<Val<'a>, Fault>;

/// Why there is no value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    pub message: String,
    /// The budget is used up: no operator absorbs this.
    pub exhausted: bool,
}

impl Fault {
    pub fn new(message: impl Into<String>) -> Fault {
        Fault { message: message.into(), exhausted: false }
    }

    pub(crate) fn no_overload() -> Fault {
        Fault::new("no such overload")
    }

    pub(crate) fn no_key(key: impl fmt::Display) -> Fault {
        Fault::new(format!("no such key: {key}"))
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.message)
    }
}

impl std::error::Error for Fault {}

impl<T: ?Sized> Clone for Held<'_, T> {
    fn clone(&self) -> Self {
        match self {
            Held::Borrowed(held) => Held::Borrowed(held),
            Held::Shared(held) => Held::Shared(held.clone()),
        }
    }
}

impl<T: ?Sized> Deref for Held<'_, T> {
    type Target = T;
    fn deref(&self) -> &T {
        match self {
            Held::Borrowed(held) => held,
            Held::Shared(held) => held,
        }
    }
}

impl<'a> Val<'a> {
    /// Text made while running.
    pub fn text(text: impl Into<Rc<str>>) -> Val<'a> {
        Val::String(Held::Shared(text.into()))
    }

    pub fn borrowed(text: &'a str) -> Val<'a> {
        Val::String(Held::Borrowed(text))
    }

    pub fn list(items: Vec<Val<'a>>) -> Val<'a> {
        Val::List(List::made(items, ListKind::Atomic))
    }

    pub fn some(inner: Val<'a>) -> Val<'a> {
        Val::Optional(Some(Rc::new(inner)))
    }

    /// A node of an object, taken as JSON shows it.
    pub fn any(value: &'a Value) -> Val<'a> {
        adapt(value, Shape::Any).unwrap_or(Val::Null)
    }

    pub fn as_str(&self) -> Option<&str> {
        if let Val::String(text) = self { Some(text) } else { None }
    }

    pub fn as_bool(&self) -> Option<bool> {
        if let Val::Bool(bool) = self { Some(*bool) } else { None }
    }

    /// Its type, without what is inside of lists and maps.
    pub fn type_of(&self) -> Type {
        match self {
            Val::Null => Type::Null,
            Val::Bool(_) => Type::Bool,
            Val::Int(_) => Type::Int,
            Val::Uint(_) => Type::Uint,
            Val::Double(_) => Type::Double,
            Val::String(_) => Type::String,
            Val::Bytes(_) => Type::Bytes,
            Val::Timestamp(_) => Type::Timestamp,
            Val::Duration(_) => Type::Duration,
            Val::List(_) => Type::list(Type::Dyn),
            Val::Map(_) => Type::map(Type::Dyn, Type::Dyn),
            Val::Type(_) => Type::Type(None),
            Val::Optional(_) => Type::optional(Type::Dyn),
            Val::Message(message) => Type::opaque(message.name()),
            Val::Preserved(_) => Type::opaque("unknown"),
            Val::Quantity(_) => Type::opaque("kubernetes.Quantity"),
            Val::Ip(_) => Type::opaque("net.IP"),
            Val::Cidr(_) => Type::opaque("net.CIDR"),
            Val::Url(_) => Type::opaque("kubernetes.URL"),
            Val::Semver(_) => Type::opaque("kubernetes.Semver"),
            Val::Format(_) => Type::opaque("kubernetes.NamedFormat"),
            Val::Check(check) => Type::opaque(check.type_name()),
        }
    }

    /// Whether the value can be handed to a parameter of this type.
    pub(crate) fn fits(&self, ty: &Type) -> bool {
        match (self, ty) {
            (_, Type::Dyn | Type::Param(_) | Type::Error) => true,
            (Val::Null, Type::Null) | (Val::Bool(_), Type::Bool) | (Val::Int(_), Type::Int) => true,
            (Val::Uint(_), Type::Uint) | (Val::Double(_), Type::Double) | (Val::String(_), Type::String) => true,
            (Val::Bytes(_), Type::Bytes) | (Val::Timestamp(_), Type::Timestamp) => true,
            (Val::Duration(_), Type::Duration) | (Val::Type(_), Type::Type(_)) => true,
            // Elements are looked at so that overloads by element can be told apart.
            (Val::List(list), Type::List(element)) => match list.first() {
                Some(Ok(first)) => first.fits(element),
                _ => true,
            },
            (Val::Map(_), Type::Map(_)) | (Val::Optional(_), Type::Opaque(..)) => {
                !matches!(ty, Type::Opaque(name, _) if &**name != crate::types::OPTIONAL)
            }
            (other, Type::Opaque(name, _)) => matches!(other.type_of(), Type::Opaque(own, _) if own == *name),
            (Val::Message(message), Type::Object(object)) => message.name() == &*object.name,
            (Val::Map(_), Type::Object(_)) => true,
            _ => false,
        }
    }

    /// Elements, entries or characters; 1 for what has no size.
    pub(crate) fn size(&self) -> u64 {
        match self {
            Val::String(text) => text.chars().count() as u64,
            Val::Bytes(bytes) => bytes.len() as u64,
            Val::List(list) => list.len() as u64,
            Val::Map(map) => map.len() as u64,
            Val::Optional(Some(inner)) => inner.size(),
            Val::Ip(IpAddr::V4(_)) => 4,
            Val::Ip(IpAddr::V6(_)) => 16,
            Val::Cidr(cidr) => {
                // As upstream: the bytes that a prefix covers.
                u64::from(cidr.bits()).div_ceil(8)
            }
            _ => 1,
        }
    }
}

/// As messages quote a key or an index.
impl fmt::Display for Val<'_> {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Val::Null => out.write_str("null"),
            Val::Bool(bool) => bool.fmt(out),
            Val::Int(int) => int.fmt(out),
            Val::Uint(uint) => uint.fmt(out),
            Val::Double(double) => out.write_str(&crate::library::convert::double_text(*double)),
            Val::String(text) => out.write_str(text),
            Val::Timestamp(at) => out.write_str(&crate::library::time::timestamp_text(*at)),
            Val::Duration(nanos) => out.write_str(&crate::library::time::duration_text(*nanos)),
            Val::Type(ty) => out.write_str(ty.runtime_name()),
            other => out.write_str(other.type_of().runtime_name()),
        }
    }
}
