//! Lists as sets. As upstream: cel-go/ext/sets.go.

use super::Declared;
use crate::value::{Fault, List, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("sets.contains", "list_sets_contains_list", "(list(T), list(T)) -> bool", contains),
    ("sets.equivalent", "list_sets_equivalent_list", "(list(T), list(T)) -> bool", equivalent),
    ("sets.intersects", "list_sets_intersects_list", "(list(T), list(T)) -> bool", intersects),
];

fn has_all<'a>(list: &List<'a>, wanted: &List<'a>) -> Result<bool, Fault> {
    for item in wanted.iter() {
        if !list.contains(&item?) {
            return Ok(false);
        }
    }
    Ok(true)
}

fn contains<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(list), Val::List(wanted)] => has_all(list, wanted).map(Val::Bool),
        _ => Err(Fault::no_overload()),
    }
}

fn equivalent<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(one), Val::List(other)] => Ok(Val::Bool(has_all(one, other)? && has_all(other, one)?)),
        _ => Err(Fault::no_overload()),
    }
}

fn intersects<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::List(one), Val::List(other)] = args else { return Err(Fault::no_overload()) };
    for item in one.iter() {
        if other.contains(&item?) {
            return Ok(Val::Bool(true));
        }
    }
    Ok(Val::Bool(false))
}
