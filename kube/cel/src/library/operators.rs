//! Operators: arithmetic with checks for overflow, comparison, indexing, membership, size.
//!
//! As upstream: cel-go/common/stdlib/standard.go and common/types. What does not look at all its arguments (`&&`,
//! `||`, `?:`) is the evaluator's.

use std::cmp::Ordering;

use super::Declared;
use crate::value::{Fault, Held, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("_?_:_", "conditional", "(bool, A, A) -> A", never),
    ("_&&_", "logical_and", "(bool, bool) -> bool", never),
    ("_||_", "logical_or", "(bool, bool) -> bool", never),
    ("@not_strictly_false", "not_strictly_false", "(bool) -> bool", never),
    ("!_", "logical_not", "(bool) -> bool", not),
    ("_==_", "equals", "(A, A) -> bool", equals),
    ("_!=_", "not_equals", "(A, A) -> bool", not_equals),
    ("_+_", "add_bytes", "(bytes, bytes) -> bytes", add),
    ("_+_", "add_double", "(double, double) -> double", add),
    ("_+_", "add_duration_duration", "(duration, duration) -> duration", add),
    ("_+_", "add_duration_timestamp", "(duration, timestamp) -> timestamp", add),
    ("_+_", "add_timestamp_duration", "(timestamp, duration) -> timestamp", add),
    ("_+_", "add_int64", "(int, int) -> int", add),
    ("_+_", "add_list", "(list(A), list(A)) -> list(A)", add),
    ("_+_", "add_string", "(string, string) -> string", add),
    ("_+_", "add_uint64", "(uint, uint) -> uint", add),
    ("_/_", "divide_double", "(double, double) -> double", divide),
    ("_/_", "divide_int64", "(int, int) -> int", divide),
    ("_/_", "divide_uint64", "(uint, uint) -> uint", divide),
    ("_%_", "modulo_int64", "(int, int) -> int", modulo),
    ("_%_", "modulo_uint64", "(uint, uint) -> uint", modulo),
    ("_*_", "multiply_double", "(double, double) -> double", multiply),
    ("_*_", "multiply_int64", "(int, int) -> int", multiply),
    ("_*_", "multiply_uint64", "(uint, uint) -> uint", multiply),
    ("-_", "negate_double", "(double) -> double", negate),
    ("-_", "negate_int64", "(int) -> int", negate),
    ("_-_", "subtract_double", "(double, double) -> double", subtract),
    ("_-_", "subtract_duration_duration", "(duration, duration) -> duration", subtract),
    ("_-_", "subtract_int64", "(int, int) -> int", subtract),
    ("_-_", "subtract_timestamp_duration", "(timestamp, duration) -> timestamp", subtract),
    ("_-_", "subtract_timestamp_timestamp", "(timestamp, timestamp) -> duration", subtract),
    ("_-_", "subtract_uint64", "(uint, uint) -> uint", subtract),
    ("_<_", "less_bool", "(bool, bool) -> bool", less),
    ("_<_", "less_int64", "(int, int) -> bool", less),
    ("_<_", "less_int64_double", "(int, double) -> bool", less),
    ("_<_", "less_int64_uint64", "(int, uint) -> bool", less),
    ("_<_", "less_uint64", "(uint, uint) -> bool", less),
    ("_<_", "less_uint64_double", "(uint, double) -> bool", less),
    ("_<_", "less_uint64_int64", "(uint, int) -> bool", less),
    ("_<_", "less_double", "(double, double) -> bool", less),
    ("_<_", "less_double_int64", "(double, int) -> bool", less),
    ("_<_", "less_double_uint64", "(double, uint) -> bool", less),
    ("_<_", "less_string", "(string, string) -> bool", less),
    ("_<_", "less_bytes", "(bytes, bytes) -> bool", less),
    ("_<_", "less_timestamp", "(timestamp, timestamp) -> bool", less),
    ("_<_", "less_duration", "(duration, duration) -> bool", less),
    ("_<=_", "less_equals_bool", "(bool, bool) -> bool", less_equals),
    ("_<=_", "less_equals_int64", "(int, int) -> bool", less_equals),
    ("_<=_", "less_equals_int64_double", "(int, double) -> bool", less_equals),
    ("_<=_", "less_equals_int64_uint64", "(int, uint) -> bool", less_equals),
    ("_<=_", "less_equals_uint64", "(uint, uint) -> bool", less_equals),
    ("_<=_", "less_equals_uint64_double", "(uint, double) -> bool", less_equals),
    ("_<=_", "less_equals_uint64_int64", "(uint, int) -> bool", less_equals),
    ("_<=_", "less_equals_double", "(double, double) -> bool", less_equals),
    ("_<=_", "less_equals_double_int64", "(double, int) -> bool", less_equals),
    ("_<=_", "less_equals_double_uint64", "(double, uint) -> bool", less_equals),
    ("_<=_", "less_equals_string", "(string, string) -> bool", less_equals),
    ("_<=_", "less_equals_bytes", "(bytes, bytes) -> bool", less_equals),
    ("_<=_", "less_equals_timestamp", "(timestamp, timestamp) -> bool", less_equals),
    ("_<=_", "less_equals_duration", "(duration, duration) -> bool", less_equals),
    ("_>_", "greater_bool", "(bool, bool) -> bool", greater),
    ("_>_", "greater_int64", "(int, int) -> bool", greater),
    ("_>_", "greater_int64_double", "(int, double) -> bool", greater),
    ("_>_", "greater_int64_uint64", "(int, uint) -> bool", greater),
    ("_>_", "greater_uint64", "(uint, uint) -> bool", greater),
    ("_>_", "greater_uint64_double", "(uint, double) -> bool", greater),
    ("_>_", "greater_uint64_int64", "(uint, int) -> bool", greater),
    ("_>_", "greater_double", "(double, double) -> bool", greater),
    ("_>_", "greater_double_int64", "(double, int) -> bool", greater),
    ("_>_", "greater_double_uint64", "(double, uint) -> bool", greater),
    ("_>_", "greater_string", "(string, string) -> bool", greater),
    ("_>_", "greater_bytes", "(bytes, bytes) -> bool", greater),
    ("_>_", "greater_timestamp", "(timestamp, timestamp) -> bool", greater),
    ("_>_", "greater_duration", "(duration, duration) -> bool", greater),
    ("_>=_", "greater_equals_bool", "(bool, bool) -> bool", greater_equals),
    ("_>=_", "greater_equals_int64", "(int, int) -> bool", greater_equals),
    ("_>=_", "greater_equals_int64_double", "(int, double) -> bool", greater_equals),
    ("_>=_", "greater_equals_int64_uint64", "(int, uint) -> bool", greater_equals),
    ("_>=_", "greater_equals_uint64", "(uint, uint) -> bool", greater_equals),
    ("_>=_", "greater_equals_uint64_double", "(uint, double) -> bool", greater_equals),
    ("_>=_", "greater_equals_uint64_int64", "(uint, int) -> bool", greater_equals),
    ("_>=_", "greater_equals_double", "(double, double) -> bool", greater_equals),
    ("_>=_", "greater_equals_double_int64", "(double, int) -> bool", greater_equals),
    ("_>=_", "greater_equals_double_uint64", "(double, uint) -> bool", greater_equals),
    ("_>=_", "greater_equals_string", "(string, string) -> bool", greater_equals),
    ("_>=_", "greater_equals_bytes", "(bytes, bytes) -> bool", greater_equals),
    ("_>=_", "greater_equals_timestamp", "(timestamp, timestamp) -> bool", greater_equals),
    ("_>=_", "greater_equals_duration", "(duration, duration) -> bool", greater_equals),
    ("_[_]", "index_list", "(list(A), int) -> A", never),
    ("_[_]", "index_map", "(map(A, B), A) -> B", never),
    ("_[_]", "optional_list_index_int", "(optional(list(V)), int) -> optional(V)", never),
    ("_[_]", "optional_map_index_value", "(optional(map(K, V)), K) -> optional(V)", never),
    ("_[?_]", "list_optindex_optional_int", "(list(V), int) -> optional(V)", never),
    ("_[?_]", "optional_list_optindex_optional_int", "(optional(list(V)), int) -> optional(V)", never),
    ("_[?_]", "map_optindex_optional_value", "(map(K, V), K) -> optional(V)", never),
    ("_[?_]", "optional_map_optindex_optional_value", "(optional(map(K, V)), K) -> optional(V)", never),
    ("@in", "in_list", "(A, list(A)) -> bool", is_in),
    ("@in", "in_map", "(A, map(A, B)) -> bool", is_in),
    ("size", "size_bytes", "(bytes) -> int", size),
    ("size", "bytes_size", "bytes.() -> int", size),
    ("size", "size_list", "(list(A)) -> int", size),
    ("size", "list_size", "list(A).() -> int", size),
    ("size", "size_map", "(map(A, B)) -> int", size),
    ("size", "map_size", "map(A, B).() -> int", size),
    ("size", "size_string", "(string) -> int", size),
    ("size", "string_size", "string.() -> int", size),
    ("cel.@mapInsert", "@mapInsert_map_key_value", "(map(K, V), K, V) -> map(K, V)", insert),
    ("cel.@mapInsert", "@mapInsert_map_map", "(map(K, V), map(K, V)) -> map(K, V)", insert),
];

/// The evaluator has these itself.
fn never<'a>(_: &[Val<'a>]) -> Outcome<'a> {
    Err(Fault::no_overload())
}

fn not<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Bool(value)] => Ok(Val::Bool(!value)),
        _ => Err(Fault::no_overload()),
    }
}

fn equals<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [one, other] => Ok(Val::Bool(one.equals(other))),
        _ => Err(Fault::no_overload()),
    }
}

fn not_equals<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [one, other] => Ok(Val::Bool(!one.equals(other))),
        _ => Err(Fault::no_overload()),
    }
}

fn int_overflow() -> Fault {
    Fault::new("integer overflow")
}

fn uint_overflow() -> Fault {
    Fault::new("unsigned integer overflow")
}

fn duration_overflow() -> Fault {
    Fault::new("duration overflow")
}

fn at_distance<'a>(at: jiff::Timestamp, nanos: i64) -> Outcome<'a> {
    let moved = at.checked_add(jiff::SignedDuration::from_nanos(nanos)).ok();
    match moved.filter(|at| super::time::in_range(*at)) {
        Some(at) => Ok(Val::Timestamp(at)),
        None => Err(Fault::new("timestamp overflow")),
    }
}

pub(crate) fn add<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(one), Val::Int(other)] => one.checked_add(*other).map(Val::Int).ok_or_else(int_overflow),
        [Val::Uint(one), Val::Uint(other)] => one.checked_add(*other).map(Val::Uint).ok_or_else(uint_overflow),
        [Val::Double(one), Val::Double(other)] => Ok(Val::Double(one + other)),
        [Val::String(one), Val::String(other)] => Ok(Val::text(format!("{}{}", &**one, &**other))),
        [Val::Bytes(one), Val::Bytes(other)] => Ok(Val::Bytes(Held::Shared([&**one, &**other].concat().into()))),
        [Val::List(one), Val::List(other)] => one.clone().plus(other).map(Val::List),
        [Val::Duration(one), Val::Duration(other)] => {
            one.checked_add(*other).map(Val::Duration).ok_or_else(duration_overflow)
        }
        [Val::Timestamp(at), Val::Duration(nanos)] | [Val::Duration(nanos), Val::Timestamp(at)] => {
            at_distance(*at, *nanos)
        }
        _ => Err(Fault::no_overload()),
    }
}

fn subtract<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(one), Val::Int(other)] => one.checked_sub(*other).map(Val::Int).ok_or_else(int_overflow),
        [Val::Uint(one), Val::Uint(other)] => one.checked_sub(*other).map(Val::Uint).ok_or_else(uint_overflow),
        [Val::Double(one), Val::Double(other)] => Ok(Val::Double(one - other)),
        [Val::Duration(one), Val::Duration(other)] => {
            one.checked_sub(*other).map(Val::Duration).ok_or_else(duration_overflow)
        }
        [Val::Timestamp(at), Val::Duration(nanos)] => match nanos.checked_neg() {
            Some(nanos) => at_distance(*at, nanos),
            None => Err(duration_overflow()),
        },
        [Val::Timestamp(one), Val::Timestamp(other)] => {
            let nanos = one.as_nanosecond() - other.as_nanosecond();
            i64::try_from(nanos).map(Val::Duration).map_err(|_| duration_overflow())
        }
        _ => Err(Fault::no_overload()),
    }
}

fn multiply<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(one), Val::Int(other)] => one.checked_mul(*other).map(Val::Int).ok_or_else(int_overflow),
        [Val::Uint(one), Val::Uint(other)] => one.checked_mul(*other).map(Val::Uint).ok_or_else(uint_overflow),
        [Val::Double(one), Val::Double(other)] => Ok(Val::Double(one * other)),
        _ => Err(Fault::no_overload()),
    }
}

fn divide<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(_), Val::Int(0)] | [Val::Uint(_), Val::Uint(0)] => Err(Fault::new("division by zero")),
        [Val::Int(one), Val::Int(other)] => one.checked_div(*other).map(Val::Int).ok_or_else(int_overflow),
        [Val::Uint(one), Val::Uint(other)] => one.checked_div(*other).map(Val::Uint).ok_or_else(uint_overflow),
        [Val::Double(one), Val::Double(other)] => Ok(Val::Double(one / other)),
        _ => Err(Fault::no_overload()),
    }
}

fn modulo<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(_), Val::Int(0)] | [Val::Uint(_), Val::Uint(0)] => Err(Fault::new("modulus by zero")),
        [Val::Int(one), Val::Int(other)] => one.checked_rem(*other).map(Val::Int).ok_or_else(int_overflow),
        [Val::Uint(one), Val::Uint(other)] => one.checked_rem(*other).map(Val::Uint).ok_or_else(uint_overflow),
        _ => Err(Fault::no_overload()),
    }
}

fn negate<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(value)] => value.checked_neg().map(Val::Int).ok_or_else(int_overflow),
        [Val::Double(value)] => Ok(Val::Double(-value)),
        [Val::Duration(value)] => value.checked_neg().map(Val::Duration).ok_or_else(duration_overflow),
        _ => Err(Fault::no_overload()),
    }
}

fn ordered<'a>(args: &[Val<'a>], holds: fn(Ordering) -> bool) -> Outcome<'a> {
    match args {
        [one, other] => one.compare(other).map(|order| Val::Bool(holds(order))),
        _ => Err(Fault::no_overload()),
    }
}

fn less<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    ordered(args, Ordering::is_lt)
}

fn less_equals<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    ordered(args, Ordering::is_le)
}

fn greater<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    ordered(args, Ordering::is_gt)
}

fn greater_equals<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    ordered(args, Ordering::is_ge)
}

fn is_in<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [item, Val::List(list)] => Ok(Val::Bool(list.contains(item))),
        [key, Val::Map(map)] => Ok(Val::Bool(map.find(key)?.is_some())),
        _ => Err(Fault::no_overload()),
    }
}

fn size<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [value @ (Val::String(_) | Val::Bytes(_) | Val::List(_) | Val::Map(_))] => {
            Ok(Val::Int(i64::try_from(value.size()).unwrap_or(i64::MAX)))
        }
        _ => Err(Fault::no_overload()),
    }
}

fn insert<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Map(map), key, value] => map.clone().with(key.clone(), value.clone()).map(Val::Map),
        [Val::Map(map), Val::Map(more)] => {
            let mut map = map.clone();
            for key in more.keys() {
                let value = more.find(&key)?.unwrap_or(Val::Null);
                map = map.with(key, value)?;
            }
            Ok(Val::Map(map))
        }
        _ => Err(Fault::no_overload()),
    }
}
