//! Equality and order. Numbers of different types are compared by what they are worth.
//!
//! As upstream: cel-go/common/types, and the sets and list-maps of apiserver/pkg/cel/common.

use std::cmp::Ordering;

use super::list::{identity, same_identity};
use super::{Fault, List, ListKind, Map, Val};

impl<'a> Val<'a> {
    pub fn equals(&self, other: &Val<'a>) -> bool {
        match (self, other) {
            (Val::Null, Val::Null) => true,
            (Val::Bool(one), Val::Bool(other)) => one == other,
            (Val::Int(_) | Val::Uint(_) | Val::Double(_), Val::Int(_) | Val::Uint(_) | Val::Double(_)) => {
                numbers(self, other) == Some(Ordering::Equal)
            }
            (Val::String(one), Val::String(other)) => **one == **other,
            (Val::Bytes(one), Val::Bytes(other)) => **one == **other,
            (Val::Timestamp(one), Val::Timestamp(other)) => one == other,
            (Val::Duration(one), Val::Duration(other)) => one == other,
            (Val::List(one), Val::List(other)) => lists(one, other),
            (Val::Map(one), Val::Map(other)) => maps(one, other),
            (Val::Type(one), Val::Type(other)) => one.runtime_name() == other.runtime_name(),
            (Val::Optional(one), Val::Optional(other)) => match (one, other) {
                (None, None) => true,
                (Some(one), Some(other)) => one.equals(other),
                _ => false,
            },
            (Val::Message(one), Val::Message(other)) => {
                one.name() == other.name()
                    && one.fields.len() == other.fields.len()
                    && one.fields.iter().all(|(name, value)| other.field(name).is_some_and(|it| it.equals(value)))
            }
            (Val::Preserved(one), Val::Preserved(other)) => one == other,
            (Val::Quantity(one), Val::Quantity(other)) => one == other,
            (Val::Ip(one), Val::Ip(other)) => one == other,
            (Val::Cidr(one), Val::Cidr(other)) => one == other,
            (Val::Url(one), Val::Url(other)) => one == other,
            (Val::Semver(one), Val::Semver(other)) => one.compare(other) == Ordering::Equal,
            (Val::Format(one), Val::Format(other)) => one.name == other.name,
            _ => false,
        }
    }

    /// The order of two values that have one.
    pub fn compare(&self, other: &Val<'a>) -> Result<Ordering, Fault> {
        match (self, other) {
            (Val::Bool(one), Val::Bool(other)) => Ok(one.cmp(other)),
            (Val::Int(_) | Val::Uint(_) | Val::Double(_), Val::Int(_) | Val::Uint(_) | Val::Double(_)) => {
                numbers(self, other).ok_or_else(|| Fault::new("NaN values cannot be ordered"))
            }
            (Val::String(one), Val::String(other)) => Ok((**one).cmp(&**other)),
            (Val::Bytes(one), Val::Bytes(other)) => Ok((**one).cmp(&**other)),
            (Val::Timestamp(one), Val::Timestamp(other)) => Ok(one.cmp(other)),
            (Val::Duration(one), Val::Duration(other)) => Ok(one.cmp(other)),
            _ => Err(Fault::no_overload()),
        }
    }
}

fn numbers(one: &Val<'_>, other: &Val<'_>) -> Option<Ordering> {
    let whole = |value: &Val<'_>| match value {
        Val::Int(int) => Some(i128::from(*int)),
        Val::Uint(uint) => Some(i128::from(*uint)),
        _ => None,
    };
    match (whole(one), whole(other), one, other) {
        (Some(one), Some(other), ..) => Some(one.cmp(&other)),
        (Some(one), None, _, Val::Double(other)) => mixed(one, *other),
        (None, Some(other), Val::Double(one), _) => mixed(other, *one).map(Ordering::reverse),
        (None, None, Val::Double(one), Val::Double(other)) => one.partial_cmp(other),
        _ => None,
    }
}

fn mixed(whole: i128, double: f64) -> Option<Ordering> {
    if double.is_nan() {
        return None;
    }
    if double.abs() >= 1.0e20 {
        return Some(if double > 0.0 { Ordering::Less } else { Ordering::Greater });
    }
    // Below that, the whole part is exact.
    let floor = double.floor() as i128;
    Some(whole.cmp(&floor).then(if double.fract() == 0.0 { Ordering::Equal } else { Ordering::Less }))
}

fn lists<'a>(one: &List<'a>, other: &List<'a>) -> bool {
    if one.len() != other.len() {
        return false;
    }
    match one.kind() {
        ListKind::Atomic => one.iter().zip(other.iter()).all(|pair| match pair {
            (Ok(one), Ok(other)) => one.equals(&other),
            _ => false,
        }),
        ListKind::Set => other.iter().all(|item| item.is_ok_and(|item| one.contains(&item))),
        ListKind::Map(keys) => {
            let (Ok(own), Ok(others)) = (one.all(), other.all()) else { return false };
            others.iter().all(|item| {
                let wanted = identity(item, keys);
                own.iter().any(|own| same_identity(&identity(own, keys), &wanted) && own.equals(item))
            })
        }
    }
}

fn maps<'a>(one: &Map<'a>, other: &Map<'a>) -> bool {
    if let (Map::Tree(a, _), Map::Tree(b, _)) = (one, other)
        && std::ptr::eq(*a, *b)
    {
        return true;
    }
    if one.len() != other.len() {
        return false;
    }
    let known = one.keys().into_iter().all(|key| match (one.find(&key), other.find(&key)) {
        (Ok(Some(one)), Ok(Some(other))) => one.equals(&other),
        (Ok(None), Ok(None)) => true,
        _ => false,
    });
    if !known {
        return false;
    }
    // Fields that expressions cannot see count too, when both come from a tree.
    match (one, other) {
        (Map::Tree(a, shape), Map::Tree(b, _)) => {
            a.iter().filter(|(key, _)| !shape.knows(key)).all(|(key, value)| b.get_key(key) == Some(value))
        }
        _ => true,
    }
}
