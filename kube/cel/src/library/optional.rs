//! Values that may be missing.
//!
//! As upstream: cel-go/cel/library.go. `or` and `orValue` are the evaluator's, because they do not look at their
//! argument when they need none.

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("optional.of", "optional_of", "(V) -> optional(V)", of),
    ("optional.ofNonZeroValue", "optional_ofNonZeroValue", "(V) -> optional(V)", of_non_zero),
    ("optional.none", "optional_none", "() -> optional(V)", none),
    ("value", "optional_value", "optional(V).() -> V", value),
    ("hasValue", "optional_hasValue", "optional(V).() -> bool", has_value),
    ("or", "optional_or_optional", "optional(V).(optional(V)) -> optional(V)", never),
    ("orValue", "optional_orValue_value", "optional(V).(V) -> V", never),
    ("last", "list_last", "list(V).() -> optional(V)", last),
    ("first", "list_first", "list(V).() -> optional(V)", first),
    ("optional.unwrap", "optional_unwrap", "(list(optional(V))) -> list(V)", unwrap),
    ("unwrapOpt", "optional_unwrapOpt", "list(optional(V)).() -> list(V)", unwrap),
];

fn never<'a>(_: &[Val<'a>]) -> Outcome<'a> {
    Err(Fault::no_overload())
}

fn of<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    args.first().cloned().map(Val::some).ok_or_else(Fault::no_overload)
}

fn of_non_zero<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let value = args.first().ok_or_else(Fault::no_overload)?;
    let zero = match value {
        Val::Null => true,
        Val::Bool(bool) => !bool,
        Val::Int(int) => *int == 0,
        Val::Uint(uint) => *uint == 0,
        Val::Double(double) => *double == 0.0,
        Val::Duration(nanos) => *nanos == 0,
        // The first second of the year 1 is Go's zero.
        Val::Timestamp(at) => at.as_nanosecond() == -62_135_596_800 * 1_000_000_000,
        Val::String(_) | Val::Bytes(_) | Val::List(_) | Val::Map(_) => value.size() == 0,
        Val::Optional(inner) => inner.is_none(),
        Val::Message(message) => message.fields.is_empty(),
        _ => false,
    };
    Ok(if zero { Val::Optional(None) } else { Val::some(value.clone()) })
}

fn none<'a>(_: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Optional(None))
}

fn value<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Optional(Some(inner))] => Ok((**inner).clone()),
        [Val::Optional(None)] => Err(Fault::new("optional.none() dereference")),
        _ => Err(Fault::no_overload()),
    }
}

fn has_value<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Optional(inner)] => Ok(Val::Bool(inner.is_some())),
        _ => Err(Fault::no_overload()),
    }
}

fn first<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(list)] => Ok(list.first().transpose()?.map_or(Val::Optional(None), Val::some)),
        _ => Err(Fault::no_overload()),
    }
}

fn last<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(list)] => {
            let last = list.len().checked_sub(1).and_then(|at| list.get(at)).transpose()?;
            Ok(last.map_or(Val::Optional(None), Val::some))
        }
        _ => Err(Fault::no_overload()),
    }
}

fn unwrap<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::List(list)] = args else { return Err(Fault::no_overload()) };
    let mut items = Vec::new();
    for item in list.iter() {
        match item? {
            Val::Optional(Some(inner)) => items.push((*inner).clone()),
            Val::Optional(None) => {}
            other => return Err(Fault::new(format!("value {other} is not optional"))),
        }
    }
    Ok(Val::list(items))
}
