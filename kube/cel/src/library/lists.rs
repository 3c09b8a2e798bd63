//! Lists: Kubernetes' aggregates, and cel-go's reshaping and sorting.
//!
//! As upstream: apiserver/pkg/cel/library/lists.go, cel-go/ext/lists.go version 3.

use std::cmp::Ordering;

use super::{Declared, operators};
use crate::value::{Fault, List, Outcome, Val};

pub(crate) const TABLE: &[Declared] = &[
    ("isSorted", "list_int_is_sorted_bool", "list(int).() -> bool", is_sorted),
    ("isSorted", "list_uint_is_sorted_bool", "list(uint).() -> bool", is_sorted),
    ("isSorted", "list_double_is_sorted_bool", "list(double).() -> bool", is_sorted),
    ("isSorted", "list_bool_is_sorted_bool", "list(bool).() -> bool", is_sorted),
    ("isSorted", "list_duration_is_sorted_bool", "list(duration).() -> bool", is_sorted),
    ("isSorted", "list_timestamp_is_sorted_bool", "list(timestamp).() -> bool", is_sorted),
    ("isSorted", "list_string_is_sorted_bool", "list(string).() -> bool", is_sorted),
    ("isSorted", "list_bytes_is_sorted_bool", "list(bytes).() -> bool", is_sorted),
    ("sum", "list_int_sum_int", "list(int).() -> int", sum_int),
    ("sum", "list_uint_sum_uint", "list(uint).() -> uint", sum_uint),
    ("sum", "list_double_sum_double", "list(double).() -> double", sum_double),
    ("sum", "list_duration_sum_duration", "list(duration).() -> duration", sum_duration),
    ("max", "list_int_max_int", "list(int).() -> int", max),
    ("max", "list_uint_max_uint", "list(uint).() -> uint", max),
    ("max", "list_double_max_double", "list(double).() -> double", max),
    ("max", "list_bool_max_bool", "list(bool).() -> bool", max),
    ("max", "list_duration_max_duration", "list(duration).() -> duration", max),
    ("max", "list_timestamp_max_timestamp", "list(timestamp).() -> timestamp", max),
    ("max", "list_string_max_string", "list(string).() -> string", max),
    ("max", "list_bytes_max_bytes", "list(bytes).() -> bytes", max),
    ("min", "list_int_min_int", "list(int).() -> int", min),
    ("min", "list_uint_min_uint", "list(uint).() -> uint", min),
    ("min", "list_double_min_double", "list(double).() -> double", min),
    ("min", "list_bool_min_bool", "list(bool).() -> bool", min),
    ("min", "list_duration_min_duration", "list(duration).() -> duration", min),
    ("min", "list_timestamp_min_timestamp", "list(timestamp).() -> timestamp", min),
    ("min", "list_string_min_string", "list(string).() -> string", min),
    ("min", "list_bytes_min_bytes", "list(bytes).() -> bytes", min),
    ("indexOf", "list_a_index_of_int", "list(A).(A) -> int", index_of),
    ("lastIndexOf", "list_a_last_index_of_int", "list(A).(A) -> int", last_index_of),
    ("slice", "list_slice", "list(T).(int, int) -> list(T)", slice),
    ("flatten", "list_flatten", "list(list(T)).() -> list(T)", flatten),
    ("flatten", "list_flatten_int", "list(dyn).(int) -> list(dyn)", flatten),
    ("lists.range", "lists_range", "(int) -> list(int)", range),
    ("reverse", "list_reverse", "list(T).() -> list(T)", reverse),
    ("distinct", "list_distinct", "list(T).() -> list(T)", distinct),
    ("sort", "list_int_sort", "list(int).() -> list(int)", sort),
    ("sort", "list_uint_sort", "list(uint).() -> list(uint)", sort),
    ("sort", "list_double_sort", "list(double).() -> list(double)", sort),
    ("sort", "list_bool_sort", "list(bool).() -> list(bool)", sort),
    ("sort", "list_duration_sort", "list(duration).() -> list(duration)", sort),
    ("sort", "list_timestamp_sort", "list(timestamp).() -> list(timestamp)", sort),
    ("sort", "list_string_sort", "list(string).() -> list(string)", sort),
    ("sort", "list_bytes_sort", "list(bytes).() -> list(bytes)", sort),
    ("@sortByAssociatedKeys", "list_int_sortByAssociatedKeys", "list(T).(list(int)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_uint_sortByAssociatedKeys", "list(T).(list(uint)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_double_sortByAssociatedKeys", "list(T).(list(double)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_bool_sortByAssociatedKeys", "list(T).(list(bool)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_duration_sortByAssociatedKeys", "list(T).(list(duration)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_timestamp_sortByAssociatedKeys", "list(T).(list(timestamp)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_string_sortByAssociatedKeys", "list(T).(list(string)) -> list(T)", sort_by),
    ("@sortByAssociatedKeys", "list_bytes_sortByAssociatedKeys", "list(T).(list(bytes)) -> list(T)", sort_by),
];

/// `lists.range` makes no longer list: the budget of one call would not pay for more.
const RANGE_MAX: i64 = 1_000_000;

fn only_list<'v, 'a>(args: &'v [Val<'a>]) -> Result<&'v List<'a>, Fault> {
    match args {
        [Val::List(list)] => Ok(list),
        _ => Err(Fault::no_overload()),
    }
}

fn is_sorted<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let items = only_list(args)?.all()?;
    for pair in items.windows(2) {
        if let [one, other] = pair
            && one.compare(other)? == Ordering::Greater
        {
            return Ok(Val::Bool(false));
        }
    }
    Ok(Val::Bool(true))
}

fn sum<'a>(args: &[Val<'a>], zero: Val<'a>) -> Outcome<'a> {
    only_list(args)?.iter().try_fold(zero, |sum, item| operators::add(&[sum, item?]))
}

fn sum_int<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    sum(args, Val::Int(0))
}

fn sum_uint<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    sum(args, Val::Uint(0))
}

fn sum_double<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    sum(args, Val::Double(0.0))
}

fn sum_duration<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    sum(args, Val::Duration(0))
}

fn best<'a>(args: &[Val<'a>], name: &str, wanted: Ordering) -> Outcome<'a> {
    let mut best: Option<Val<'a>> = None;
    for item in only_list(args)?.iter() {
        let item = item?;
        let better = match &best {
            None => true,
            Some(best) => item.compare(best)? == wanted,
        };
        if better {
            best = Some(item);
        }
    }
    best.ok_or_else(|| Fault::new(format!("{name} called on empty list")))
}

fn max<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    best(args, "max", Ordering::Greater)
}

fn min<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    best(args, "min", Ordering::Less)
}

/// The first or the last place of an item, or -1.
pub(super) fn place_of<'a>(list: &List<'a>, item: &Val<'a>, last: bool) -> Outcome<'a> {
    let items = list.all()?;
    let found = if last {
        items.iter().rposition(|own| own.equals(item))
    } else {
        items.iter().position(|own| own.equals(item))
    };
    Ok(Val::Int(found.and_then(|at| i64::try_from(at).ok()).unwrap_or(-1)))
}

fn index_of<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(list), item] => place_of(list, item, false),
        _ => Err(Fault::no_overload()),
    }
}

fn last_index_of<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(list), item] => place_of(list, item, true),
        _ => Err(Fault::no_overload()),
    }
}

fn slice<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let [Val::List(list), Val::Int(start), Val::Int(end)] = args else { return Err(Fault::no_overload()) };
    let fault = |why: String| Err(Fault::new(format!("cannot slice({start}, {end}), {why}")));
    let (Ok(from), Ok(to)) = (usize::try_from(*start), usize::try_from(*end)) else {
        return fault("negative indexes not supported".into());
    };
    if from > to {
        return fault("start index must be less than or equal to end index".into());
    }
    if list.len() < to {
        return fault(format!("list is length {}", list.len()));
    }
    Ok(Val::list((from..to).filter_map(|at| list.get(at)).collect::<Result<_, _>>()?))
}

fn flatten<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let (list, depth) = match args {
        [Val::List(list)] => (list, 1),
        [Val::List(list), Val::Int(depth)] => (list, *depth),
        _ => return Err(Fault::no_overload()),
    };
    if depth < 0 {
        return Err(Fault::new("level must be non-negative"));
    }
    let mut items = Vec::new();
    flatten_into(list, depth, &mut items)?;
    Ok(Val::list(items))
}

fn flatten_into<'a>(list: &List<'a>, depth: i64, into: &mut Vec<Val<'a>>) -> Result<(), Fault> {
    for item in list.iter() {
        match item? {
            Val::List(inner) if depth > 0 => flatten_into(&inner, depth - 1, into)?,
            other => into.push(other),
        }
    }
    Ok(())
}

fn range<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::Int(end)] if *end > RANGE_MAX => {
            Err(Fault { message: "operation cancelled: actual cost limit exceeded".into(), exhausted: true })
        }
        [Val::Int(end)] => Ok(Val::list((0..*end).map(Val::Int).collect())),
        _ => Err(Fault::no_overload()),
    }
}

fn reverse<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let mut items = only_list(args)?.all()?;
    items.reverse();
    Ok(Val::list(items))
}

fn distinct<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let mut kept: Vec<Val<'a>> = Vec::new();
    for item in only_list(args)?.iter() {
        let item = item?;
        if !kept.iter().any(|own| own.equals(&item)) {
            kept.push(item);
        }
    }
    Ok(Val::list(kept))
}

fn sort<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    let items = only_list(args)?.all()?;
    sorted(items.clone(), items)
}

fn sort_by<'a>(args: &[Val<'a>]) -> Outcome<'a> {
    match args {
        [Val::List(list), Val::List(keys)] => sorted(list.all()?, keys.all()?),
        _ => Err(Fault::no_overload()),
    }
}

fn sorted<'a>(items: Vec<Val<'a>>, keys: Vec<Val<'a>>) -> Outcome<'a> {
    if items.len() != keys.len() {
        return Err(Fault::new(format!(
            "@sortByAssociatedKeys() expected a list of the same size as the associated keys list, but got {} and {} elements respectively",
            items.len(),
            keys.len()
        )));
    }
    let Some(first) = keys.first() else { return Ok(Val::list(items)) };
    if first.compare(first).is_err() {
        return Err(Fault::new("list elements must be comparable"));
    }
    let kind = first.type_of();
    if keys.iter().any(|key| key.type_of() != kind) {
        return Err(Fault::new("list elements must have the same type"));
    }
    let mut pairs: Vec<(Val<'a>, Val<'a>)> = keys.into_iter().zip(items).collect();
    pairs.sort_by(|one, other| one.0.compare(&other.0).unwrap_or(Ordering::Equal));
    Ok(Val::list(pairs.into_iter().map(|(_, item)| item).collect()))
}
