//! Conversions between types, and `type` and `dyn`.
//!
//! As upstream: `ConvertToType` in cel-go/common/types.

use kube_api::time::{self, GoDuration};

use super::Declared;
use crate::types::Type;
use crate::value::{Fault, Held, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("type", "type", "(A) -> type(A)", type_of),
    ("dyn", "to_dyn", "(A) -> dyn", same),
    ("bool", "bool_to_bool", "(bool) -> bool", same),
    ("bool", "string_to_bool", "(string) -> bool", to_bool),
    ("bytes", "bytes_to_bytes", "(bytes) -> bytes", same),
    ("bytes", "string_to_bytes", "(string) -> bytes", to_bytes),
    ("double", "double_to_double", "(double) -> double", same),
    ("double", "int64_to_double", "(int) -> double", to_double),
    ("double", "string_to_double", "(string) -> double", to_double),
    ("double", "uint64_to_double", "(uint) -> double", to_double),
    ("duration", "duration_to_duration", "(duration) -> duration", same),
    ("duration", "int64_to_duration", "(int) -> duration", to_duration),
    ("duration", "string_to_duration", "(string) -> duration", to_duration),
    ("int", "int64_to_int64", "(int) -> int", same),
    ("int", "double_to_int64", "(double) -> int", to_int),
    ("int", "duration_to_int64", "(duration) -> int", to_int),
    ("int", "string_to_int64", "(string) -> int", to_int),
    ("int", "timestamp_to_int64", "(timestamp) -> int", to_int),
    ("int", "uint64_to_int64", "(uint) -> int", to_int),
    ("string", "string_to_string", "(string) -> string", same),
    ("string", "bool_to_string", "(bool) -> string", to_string),
    ("string", "bytes_to_string", "(bytes) -> string", to_string),
    ("string", "double_to_string", "(double) -> string", to_string),
    ("string", "duration_to_string", "(duration) -> string", to_string),
    ("string", "int64_to_string", "(int) -> string", to_string),
    ("string", "timestamp_to_string", "(timestamp) -> string", to_string),
    ("string", "uint64_to_string", "(uint) -> string", to_string),
    ("timestamp", "timestamp_to_timestamp", "(timestamp) -> timestamp", same),
    ("timestamp", "int64_to_timestamp", "(int) -> timestamp", to_timestamp),
    ("timestamp", "string_to_timestamp", "(string) -> timestamp", to_timestamp),
    ("uint", "uint64_to_uint64", "(uint) -> uint", same),
    ("uint", "double_to_uint64", "(double) -> uint", to_uint),
    ("uint", "int64_to_uint64", "(int) -> uint", to_uint),
    ("uint", "string_to_uint64", "(string) -> uint", to_uint),
];

fn same<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    args.first().cloned().ok_or_else(Fault::no_overload)
}

fn type_of<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    args.first().map(|value| Val::Type(value.type_of())).ok_or_else(Fault::no_overload)
}

fn conversion(from: &Val<'_>, to: &Type) -> Fault {
    let (from, to) = (from.type_of(), to.runtime_name());
    Fault::new(format!("type conversion error from '{}' to '{to}'", from.runtime_name()))
}

fn to_bool<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [value @ Val::String(text)] = args else { return Err(Fault::no_overload()) };
    match &**text {
        "1" | "t" | "T" | "TRUE" | "true" | "True" => Ok(Val::Bool(true)),
        "0" | "f" | "F" | "FALSE" | "false" | "False" => Ok(Val::Bool(false)),
        _ => Err(conversion(value, &Type::Bool)),
    }
}

fn to_bytes<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(Held::Borrowed(text))] => Ok(Val::Bytes(Held::Borrowed(text.as_bytes()))),
        [Val::String(text)] => Ok(Val::Bytes(Held::Shared(text.as_bytes().into()))),
        _ => Err(Fault::no_overload()),
    }
}

fn to_double<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(int)] => Ok(Val::Double(*int as f64)),
        [Val::Uint(uint)] => Ok(Val::Double(*uint as f64)),
        [value @ Val::String(text)] => text.parse().map(Val::Double).map_err(|_| conversion(value, &Type::Double)),
        _ => Err(Fault::no_overload()),
    }
}

fn to_duration<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(nanos)] => Ok(Val::Duration(*nanos)),
        [value @ Val::String(text)] => match GoDuration::parse(text) {
            Ok(GoDuration(nanos)) => Ok(Val::Duration(nanos)),
            Err(_) => Err(conversion(value, &Type::Duration)),
        },
        _ => Err(Fault::no_overload()),
    }
}

/// Beyond these a double has no 64-bit integer; upstream excludes the bounds themselves too.
const INT_EDGE: f64 = 9_223_372_036_854_775_807.0;
const UINT_EDGE: f64 = 18_446_744_073_709_551_615.0;

fn to_int<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let overflow = || Fault::new("integer overflow");
    match args {
        [Val::Double(double)] => {
            if double.is_finite() && *double > -INT_EDGE && *double < INT_EDGE {
                Ok(Val::Int(*double as i64))
            } else {
                Err(overflow())
            }
        }
        [Val::Uint(uint)] => i64::try_from(*uint).map(Val::Int).map_err(|_| overflow()),
        [Val::Duration(nanos)] => Ok(Val::Int(*nanos)),
        [Val::Timestamp(at)] => Ok(Val::Int(at.as_nanosecond().div_euclid(1_000_000_000) as i64)),
        [value @ Val::String(text)] => text.parse().map(Val::Int).map_err(|_| conversion(value, &Type::Int)),
        _ => Err(Fault::no_overload()),
    }
}

fn to_uint<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let overflow = || Fault::new("unsigned integer overflow");
    match args {
        [Val::Double(double)] => {
            if double.is_finite() && *double >= 0.0 && *double < UINT_EDGE {
                Ok(Val::Uint(*double as u64))
            } else {
                Err(overflow())
            }
        }
        [Val::Int(int)] => u64::try_from(*int).map(Val::Uint).map_err(|_| overflow()),
        [value @ Val::String(text)] => match text.starts_with('+') {
            false => text.parse().map(Val::Uint).map_err(|_| conversion(value, &Type::Uint)),
            true => Err(conversion(value, &Type::Uint)),
        },
        _ => Err(Fault::no_overload()),
    }
}

fn to_string<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Bytes(bytes)] => match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Val::text(text)),
            Err(_) => Err(Fault::new("invalid UTF-8 in bytes, cannot convert to string")),
        },
        [value] => Ok(Val::text(value.to_string())),
        _ => Err(Fault::no_overload()),
    }
}

fn to_timestamp<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(seconds)] => {
            match jiff::Timestamp::from_second(*seconds).ok().filter(|at| super::time::in_range(*at)) {
                Some(at) => Ok(Val::Timestamp(at)),
                None => Err(Fault::new("timestamp overflow")),
            }
        }
        [value @ Val::String(text)] => match time::parse(text) {
            Ok(at) if super::time::in_range(at) => Ok(Val::Timestamp(at)),
            Ok(_) => Err(Fault::new("timestamp overflow")),
            Err(_) => Err(conversion(value, &Type::Timestamp)),
        },
        _ => Err(Fault::no_overload()),
    }
}

/// A double in the shortest form that reads back the same, as Go's `%g`.
pub(crate) fn double_text(value: f64) -> String {
    if value.is_nan() {
        return "NaN".into();
    }
    if value.is_infinite() {
        return if value > 0.0 { "+Inf".into() } else { "-Inf".into() };
    }
    let scientific = format!("{value:e}");
    let (digits, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let exponent: i32 = exponent.parse().unwrap_or_default();
    if !(-4..6).contains(&exponent) {
        let sign = if exponent < 0 { '-' } else { '+' };
        return format!("{digits}e{sign}{:02}", exponent.abs());
    }
    format!("{value}")
}
