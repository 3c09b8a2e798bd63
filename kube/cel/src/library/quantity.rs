//! Quantities. As upstream: apiserver/pkg/cel/library/quantity.go.

use std::cmp::Ordering;
use std::rc::Rc;

use kube_api::quantity::{Format, Quantity};

use super::Declared;
use crate::value::{Fault, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("quantity", "string_to_quantity", "(string) -> kubernetes.Quantity", read),
    ("isQuantity", "is_quantity_string", "(string) -> bool", is_quantity),
    ("sign", "quantity_sign", "kubernetes.Quantity.() -> int", sign),
    ("isGreaterThan", "quantity_is_greater_than", "kubernetes.Quantity.(kubernetes.Quantity) -> bool", is_greater),
    ("isLessThan", "quantity_is_less_than", "kubernetes.Quantity.(kubernetes.Quantity) -> bool", is_less),
    ("compareTo", "quantity_compare_to", "kubernetes.Quantity.(kubernetes.Quantity) -> int", compare_to),
    ("asApproximateFloat", "quantity_get_float", "kubernetes.Quantity.() -> double", as_float),
    ("asInteger", "quantity_get_int", "kubernetes.Quantity.() -> int", as_integer),
    ("isInteger", "quantity_is_integer", "kubernetes.Quantity.() -> bool", is_integer),
    ("add", "quantity_add", "kubernetes.Quantity.(kubernetes.Quantity) -> kubernetes.Quantity", add),
    ("add", "quantity_add_int", "kubernetes.Quantity.(int) -> kubernetes.Quantity", add),
    ("sub", "quantity_sub", "kubernetes.Quantity.(kubernetes.Quantity) -> kubernetes.Quantity", sub),
    ("sub", "quantity_sub_int", "kubernetes.Quantity.(int) -> kubernetes.Quantity", sub),
];

fn read<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => match Quantity::parse(text) {
            Ok(quantity) => Ok(Val::Quantity(Rc::new(quantity))),
            Err(err) => Err(Fault::new(err.to_string())),
        },
        _ => Err(Fault::no_overload()),
    }
}

fn is_quantity<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::String(text)] => Ok(Val::Bool(Quantity::parse(text).is_ok())),
        _ => Err(Fault::no_overload()),
    }
}

fn one<'v, 'a>(args: &'v [Val<'a>]) -> Result<&'v Quantity, Fault> {
    match args {
        [Val::Quantity(quantity)] => Ok(quantity),
        _ => Err(Fault::no_overload()),
    }
}

fn order(args: &[Val<'_>]) -> Result<Ordering, Fault> {
    match args {
        [Val::Quantity(one), Val::Quantity(other)] => Ok((**one).cmp(other)),
        _ => Err(Fault::no_overload()),
    }
}

fn sign<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let quantity = one(args)?;
    Ok(Val::Int(if quantity.is_zero() {
        0
    } else if quantity.is_negative() {
        -1
    } else {
        1
    }))
}

fn is_greater<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(order(args)?.is_gt()))
}

fn is_less<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(order(args)?.is_lt()))
}

fn compare_to<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Int(order(args)? as i64))
}

fn as_float<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Double(one(args)?.as_f64()))
}

fn as_integer<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let quantity = one(args)?;
    if !quantity.is_whole() {
        return Err(Fault::new("cannot convert value to integer"));
    }
    Ok(Val::Int(quantity.value()))
}

fn is_integer<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    Ok(Val::Bool(one(args)?.is_whole()))
}

fn operands(args: &[Val<'_>]) -> Result<(Quantity, Quantity), Fault> {
    match args {
        [Val::Quantity(one), Val::Quantity(other)] => Ok((**one, **other)),
        [Val::Quantity(one), Val::Int(other)] => Ok((**one, Quantity::new(*other, Format::DecimalSi))),
        _ => Err(Fault::no_overload()),
    }
}

fn add<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (mut one, other) = operands(args)?;
    one.add(other);
    Ok(Val::Quantity(Rc::new(one)))
}

fn sub<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (mut one, other) = operands(args)?;
    one.sub(other);
    Ok(Val::Quantity(Rc::new(one)))
}
