//! Walks over one or two objects with the schema in hand: which fields an object sets, how two objects differ, what a
//! configuration merged into an object gives, and what is left when fields are taken away.
//!
//! As upstream: structured-merge-diff/typed.

use super::place::{self, Form, Place, Scalar, same};
use super::set::{Element, Path, Set, show};
use crate::schema::Type;
use crate::value::{List, Object, Value};

/// What lies between two objects.
#[derive(Debug, Default)]
pub(super) struct Comparison {
    pub(super) removed: Set,
    pub(super) modified: Set,
    pub(super) added: Set,
}

/// Whether absent structs count as empty ones: in a stored object yes, in what a client applies no.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Absent {
    IsEmpty,
    IsAbsent,
}

static EMPTY: Value = Value::Null;

/// The set of fields that `value` has an opinion on.
pub(super) fn field_set(of: &Type, value: &Value, absent: Absent) -> Set {
    own(Place::Root(of), value, absent).1
}

/// Whether the place itself is set, and what is set below.
fn own(at: Place<'_>, value: &Value, absent: Absent) -> (bool, Set) {
    let mut set = Set::new();
    match (at.form(Some(value)), value) {
        (Form::Scalar(_) | Form::Atomic, _) => return (true, set),
        (form @ (Form::Set | Form::Keyed(..)), Value::List(items)) => {
            let element = match form {
                Form::Keyed(_, element) => element,
                _ => Place::Deduced,
            };
            let ids: Vec<Option<Element>> = items.iter().map(|item| place::identity(&form, item).ok()).collect();
            for (item, id) in items.iter().zip(&ids) {
                let Some(id) = id else { continue };
                let twins = ids.iter().filter(|other| other.as_ref() == Some(id)).count();
                // Twins are owned as one: nothing below can be told apart.
                let below = if twins > 1 { Set::new() } else { own(element, item, absent).1 };
                set.put(id, true, below);
            }
        }
        (Form::Struct(of), Value::Object(object)) => {
            for (key, item) in object.iter() {
                let Some((at, named)) = place::field(of, key) else { continue };
                own_entry(&mut set, at, key, item, named, absent);
            }
            if absent == Absent::IsEmpty {
                for (field, unset) in place::ever_present(of) {
                    if object.get_key(&field.key).is_none() {
                        own_entry(&mut set, Place::Field(field), &field.key, &unset, true, absent);
                    }
                }
            }
        }
        (Form::Map(element), Value::Object(object)) => {
            for (key, item) in object.iter() {
                own_entry(&mut set, element, key, item, false, absent);
            }
        }
        _ => {}
    }
    (false, set)
}

fn own_entry(set: &mut Set, at: Place<'_>, key: &crate::value::Key, item: &Value, named: bool, absent: Absent) {
    let (itself, below) = own(at, item, absent);
    let hollow = item.is_null() || item.as_object().is_some_and(Object::is_empty);
    let hollow = hollow && below.is_empty();
    set.put(&Element::Name(key.clone()), itself || hollow || !named, below);
}

/// What is wrong with `value` as an applied configuration.
pub(super) fn check(of: &Type, value: &Value) -> Result<(), String> {
    let mut faults = Vec::new();
    check_at(Place::Root(of), value, &mut Vec::new(), &mut faults);
    match faults.as_slice() {
        [] => Ok(()),
        [one] => Err(one.clone()),
        many => {
            Err(format!("errors:\n{}", many.iter().map(|fault| format!("  {fault}")).collect::<Vec<_>>().join("\n")))
        }
    }
}

fn check_at(at: Place<'_>, value: &Value, path: &mut Path, faults: &mut Vec<String>) {
    if value.is_null() {
        return;
    }
    let form = at.form(Some(value));
    let text = match (form, value) {
        (Form::Scalar(Scalar::Number), Value::Int(_) | Value::Float(_))
        | (Form::Scalar(Scalar::Bool), Value::Bool(_))
        | (Form::Scalar(Scalar::String), Value::String(_) | Value::Bytes(_))
        | (Form::Scalar(Scalar::Any), Value::Int(_) | Value::Float(_) | Value::Bool(_) | Value::String(_)) => return,
        (Form::Scalar(Scalar::Number), other) => {
            format!("expected numeric (int or float), got {}", go_type(other))
        }
        (Form::Scalar(Scalar::Bool), other) => format!("expected boolean, got {}", quoted(other)),
        (Form::Scalar(Scalar::String), other) => format!("expected string, got {}", quoted(other)),
        (Form::Scalar(Scalar::Any), other) => format!("expected any scalar, got {}", quoted(other)),
        (Form::Atomic, _) => return,
        (Form::Set | Form::Keyed(..), Value::List(items)) => {
            let element = if let Form::Keyed(_, element) = form { element } else { Place::Deduced };
            let mut seen: Vec<Element> = Vec::with_capacity(items.len());
            for (index, item) in items.iter().enumerate() {
                match place::identity(&form, item) {
                    Err(text) => {
                        faults.push(format!("{}: element {index}: {text}", show(path)));
                        return;
                    }
                    Ok(id) => {
                        if seen.contains(&id) {
                            faults.push(format!("{}: duplicate entries for key {id}", show(path)));
                        }
                        path.push(id.clone());
                        check_at(element, item, path, faults);
                        path.pop();
                        seen.push(id);
                    }
                }
            }
            return;
        }
        (Form::Set | Form::Keyed(..), other) => format!("expected list, got {}", quoted(other)),
        (Form::Struct(of), Value::Object(object)) => {
            for (key, item) in object.iter() {
                path.push(Element::Name(key.clone()));
                match place::field(of, key) {
                    Some((at, _)) => check_at(at, item, path, faults),
                    None => faults.push(format!("{}: field not declared in schema", show(path))),
                }
                path.pop();
            }
            return;
        }
        (Form::Map(element), Value::Object(object)) => {
            for (key, item) in object.iter() {
                path.push(Element::Name(key.clone()));
                check_at(element, item, path, faults);
                path.pop();
            }
            return;
        }
        (Form::Struct(_) | Form::Map(_), other) => format!("expected map, got {}", quoted(other)),
    };
    faults.push(if path.is_empty() { text } else { format!("{}: {text}", show(path)) });
}

fn go_type(value: &Value) -> &'static str {
    match value {
        Value::Null => "<nil>",
        Value::Bool(_) => "bool",
        Value::Int(_) => "int64",
        Value::Float(_) => "float64",
        Value::String(_) | Value::Bytes(_) => "string",
        Value::List(_) => "[]interface {}",
        Value::Object(_) => "map[string]interface {}",
    }
}

fn quoted(value: &Value) -> String {
    format!("&value.valueUnstructured{{Value:{value:?}}}")
}

/// How `new` differs from `old`.
pub(super) fn compare(of: &Type, old: &Value, new: &Value, absent: Absent) -> Comparison {
    let mut found = Comparison::default();
    compare_at(Place::Root(of), Some(old), Some(new), absent, &mut Vec::new(), &mut found);
    found
}

fn compare_at(
    at: Place<'_>,
    old: Option<&Value>,
    new: Option<&Value>,
    absent: Absent,
    path: &mut Path,
    found: &mut Comparison,
) {
    // Most of an object is untouched by most writes.
    if let (Some(old), Some(new)) = (old, new)
        && old == new
    {
        return;
    }
    let form = at.form(new.or(old));
    let leaf = match form {
        Form::Scalar(_) | Form::Atomic => true,
        Form::Struct(_) | Form::Map(_) => {
            let hollow = |value: Option<&Value>| value.and_then(Value::as_object).is_none_or(Object::is_empty);
            hollow(old) && hollow(new)
        }
        Form::Set | Form::Keyed(..) => {
            let hollow = |value: Option<&Value>| value.and_then(Value::as_list).is_none_or(<[_]>::is_empty);
            hollow(old) && hollow(new)
        }
    };
    if leaf {
        match (old, new) {
            (None, _) => found.added.insert(path),
            (_, None) => found.removed.insert(path),
            (Some(old), Some(new)) if !same(old, new) => found.modified.insert(path),
            _ => {}
        }
        return;
    }
    let (before, after) = (old.and_then(Value::as_object), new.and_then(Value::as_object));
    match form {
        Form::Struct(of) => {
            for key in keys(before, after) {
                let Some((at, _)) = place::field(of, &key) else { continue };
                let mut l = before.and_then(|side| side.get_key(&key));
                let mut r = after.and_then(|side| side.get_key(&key));
                let unset = match (absent, at, l.is_none() || r.is_none()) {
                    (Absent::IsEmpty, Place::Field(field), true) => place::unset(field),
                    _ => None,
                };
                if let Some(unset) = &unset {
                    // What Go shows even when unset is on both sides wherever its parent is.
                    l = l.or(old.map(|_| unset));
                    r = r.or(new.map(|_| unset));
                }
                path.push(Element::Name(key.clone()));
                compare_at(at, l, r, absent, path, found);
                path.pop();
            }
            if absent == Absent::IsEmpty && (old.is_some() != new.is_some()) {
                for (field, unset) in place::ever_present(of) {
                    let missing = |side: Option<&Object>| side.is_none_or(|side| side.get_key(&field.key).is_none());
                    if missing(before) && missing(after) {
                        path.push(Element::Name(field.key.clone()));
                        let (l, r) = (old.map(|_| &unset), new.map(|_| &unset));
                        compare_at(Place::Field(field), l, r, absent, path, found);
                        path.pop();
                    }
                }
            }
        }
        Form::Map(element) => {
            for key in keys(before, after) {
                let l = before.and_then(|side| side.get_key(&key));
                let r = after.and_then(|side| side.get_key(&key));
                path.push(Element::Name(key.clone()));
                compare_at(element, l, r, absent, path, found);
                path.pop();
            }
        }
        Form::Set | Form::Keyed(..) => compare_lists(form, old, new, absent, path, found),
        Form::Scalar(_) | Form::Atomic => {}
    }
    match (old, new) {
        (None, _) => found.added.insert(path),
        (_, None) => found.removed.insert(path),
        _ => {}
    }
}

fn keys(before: Option<&Object>, after: Option<&Object>) -> Vec<crate::value::Key> {
    let mut keys: Vec<_> = before.iter().flat_map(|object| object.keys().cloned()).collect();
    keys.extend(
        after
            .iter()
            .flat_map(|object| object.keys())
            .filter(|key| before.is_none_or(|b| b.get_key(key).is_none()))
            .cloned(),
    );
    keys
}

fn identified<'v>(form: &Form<'_>, side: Option<&'v Value>) -> Vec<(Element, &'v Value)> {
    let items = side.and_then(Value::as_list).unwrap_or(&[]);
    items.iter().filter_map(|item| Some((place::identity(form, item).ok()?, item))).collect()
}

fn compare_lists(
    form: Form<'_>,
    old: Option<&Value>,
    new: Option<&Value>,
    absent: Absent,
    path: &mut Path,
    found: &mut Comparison,
) {
    let element = if let Form::Keyed(_, element) = form { element } else { Place::Deduced };
    let (before, after) = (identified(&form, old), identified(&form, new));
    let mut ids: Vec<&Element> = Vec::with_capacity(before.len() + after.len());
    for (id, _) in before.iter().chain(&after) {
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    for id in ids {
        let l: Vec<&Value> = before.iter().filter(|(other, _)| other == id).map(|(_, item)| *item).collect();
        let r: Vec<&Value> = after.iter().filter(|(other, _)| other == id).map(|(_, item)| *item).collect();
        path.push(id.clone());
        match (l.as_slice(), r.as_slice()) {
            ([] | [_], [] | [_]) => compare_at(element, l.first().copied(), r.first().copied(), absent, path, found),
            ([_, _, ..], [_, _, ..]) => {
                if l != r {
                    found.modified.insert(path);
                }
            }
            ([_, _, ..], _) => {
                if let Some(one) = r.first() {
                    compare_at(element, None, Some(one), absent, path, found);
                }
                found.removed.insert(path);
            }
            (_, _) => {
                if let Some(one) = l.first() {
                    compare_at(element, Some(one), None, absent, path, found);
                }
                found.added.insert(path);
            }
        }
        path.pop();
    }
}

/// `config` merged into `live`: what the configuration says wins, what it does not mention stays.
pub(super) fn merge(of: &Type, live: &Value, config: &Value) -> Value {
    merge_at(Place::Root(of), Some(live), Some(config)).unwrap_or_default()
}

fn merge_at(at: Place<'_>, live: Option<&Value>, config: Option<&Value>) -> Option<Value> {
    let form = at.form(config.or(live));
    let keep = || config.or(live).cloned();
    match form {
        Form::Scalar(_) | Form::Atomic => keep(),
        Form::Struct(_) | Form::Map(_) => {
            let (l, r) = (live.and_then(Value::as_object), config.and_then(Value::as_object));
            if l.is_none_or(Object::is_empty) && r.is_none_or(Object::is_empty) {
                return keep();
            }
            let mut out = Object::new();
            for key in keys(l, r) {
                let at = match form {
                    Form::Struct(of) => place::field(of, &key).map(|(at, _)| at),
                    Form::Map(element) => Some(element),
                    _ => None,
                };
                let (l, r) = (l.and_then(|side| side.get_key(&key)), r.and_then(|side| side.get_key(&key)));
                if let Some(merged) = merge_at(at.unwrap_or(Place::Deduced), l, r) {
                    out.insert(key, merged);
                }
            }
            (!out.is_empty()).then_some(Value::Object(out))
        }
        Form::Set | Form::Keyed(..) => {
            let (l, r) = (live.and_then(Value::as_list), config.and_then(Value::as_list));
            let (l, r) = (l.unwrap_or(&[]), r.unwrap_or(&[]));
            if l.is_empty() && r.is_empty() {
                return keep();
            }
            let out = merge_lists(form, l, r);
            (!out.is_empty()).then_some(Value::List(out))
        }
    }
}

/// Weaves two lists: the configuration's order holds for what it names, the live order for the rest.
fn merge_lists(form: Form<'_>, live: &[Value], config: &[Value]) -> List {
    let element = if let Form::Keyed(_, element) = form { element } else { Place::Deduced };
    let index = |side: &'_ [Value]| -> Vec<Element> {
        side.iter().map(|item| place::identity(&form, item).unwrap_or(Element::Value(Value::Null))).collect()
    };
    let (l_ids, r_ids) = (index(live), index(config));
    let find = |ids: &[Element], id: &Element| ids.iter().position(|other| other == id);
    // A live element that has a twin is not merged with what is applied: it cannot be told which is meant.
    let live_of = |id: &Element| -> Option<&Value> {
        let mut twins = l_ids.iter().zip(live).filter(|(other, _)| *other == id);
        let first = twins.next().map(|(_, item)| item);
        if twins.next().is_some() { Some(&EMPTY) } else { first }
    };
    let mut shared = r_ids.iter().filter(|id| l_ids.contains(id));
    let mut next_shared = shared.next();
    let mut merged: Vec<&Element> = Vec::with_capacity(r_ids.len());
    let mut out = List::new();
    let (mut li, mut ri) = (0, 0);
    while li < l_ids.len() || ri < r_ids.len() {
        let (l_id, r_id) = (l_ids.get(li), r_ids.get(ri));
        if let (Some(l_id), Some(r_id)) = (l_id, r_id) {
            if l_id == r_id {
                merged.push(l_id);
                out.extend(merge_at(element, live_of(l_id), config.get(ri)));
                (li, ri) = (li + 1, ri + 1);
                next_shared = shared.next();
                continue;
            }
            if r_ids.contains(l_id) && next_shared.is_some_and(|next| next != l_id) {
                // Named by both, but its turn comes later.
                li += 1;
                continue;
            }
        }
        if let Some(l_id) = l_id {
            if find(&r_ids, l_id).is_none() {
                out.extend(merge_at(element, live.get(li), None));
                li += 1;
                continue;
            }
            if merged.contains(&l_id) {
                li += 1;
            }
        }
        if let Some(r_id) = r_id {
            merged.push(r_id);
            out.extend(merge_at(element, live_of(r_id), config.get(ri)));
            ri += 1;
            if next_shared == Some(r_id) {
                next_shared = shared.next();
            }
        }
    }
    out
}

/// What is left of `value` without the members of `gone`.
pub(super) fn remove(of: &Type, value: &Value, gone: &Set) -> Value {
    remove_at(Place::Root(of), value, gone)
}

fn remove_at(at: Place<'_>, value: &Value, gone: &Set) -> Value {
    let form = at.form(Some(value));
    match (form, value) {
        (Form::Scalar(_), _) => value.clone(),
        (Form::Atomic, _) => Value::Null,
        (Form::Struct(_) | Form::Map(_), Value::Object(object)) => {
            let mut out = Object::new();
            let mut touched = false;
            for (key, item) in object.iter() {
                let at = match form {
                    Form::Struct(of) => place::field(of, key).map_or(Place::Deduced, |(at, _)| at),
                    Form::Map(element) => element,
                    _ => Place::Deduced,
                };
                match gone.node(&Element::Name(key.clone())) {
                    Some(node) if node.member => {}
                    Some(node) => {
                        touched = true;
                        out.insert(key.clone(), hollow_or(item, remove_at(at, item, &node.below)));
                    }
                    None => {
                        out.insert(key.clone(), item.clone());
                    }
                }
            }
            if out.is_empty() && !touched { Value::Null } else { Value::Object(out) }
        }
        (Form::Set | Form::Keyed(..), Value::List(items)) => {
            let element = if let Form::Keyed(_, element) = form { element } else { Place::Deduced };
            let mut out = List::new();
            let mut touched = false;
            for item in items {
                let node = place::identity(&form, item).ok().and_then(|id| gone.node(&id));
                match node {
                    Some(node) if node.member => {}
                    Some(node) => {
                        touched = true;
                        out.push(hollow_or(item, remove_at(element, item, &node.below)));
                    }
                    None => out.push(item.clone()),
                }
            }
            if out.is_empty() && !touched { Value::Null } else { Value::List(out) }
        }
        _ => Value::Null,
    }
}

/// A container out of which everything was taken stays, empty.
fn hollow_or(before: &Value, after: Value) -> Value {
    match (before, after) {
        (Value::Object(_), Value::Null) => Value::Object(Object::new()),
        (Value::List(_), Value::Null) => Value::List(List::new()),
        (_, after) => after,
    }
}

/// `set` with every named field that leads to a member made a member itself.
pub(super) fn named_as_members(of: &Type, set: &Set) -> Set {
    named_at(Place::Root(of), set)
}

fn named_at(at: Place<'_>, set: &Set) -> Set {
    let form = at.form(None);
    set.map_nodes(|node| {
        let mut node = node.clone();
        let below = match (&node.element, form) {
            (Element::Name(key), Form::Struct(of)) => match place::field(of, key) {
                Some((at, named)) => {
                    node.member |= named && !node.below.is_empty();
                    at
                }
                None => Place::Deduced,
            },
            (Element::Name(_), Form::Map(element)) | (Element::Key(_), Form::Keyed(_, element)) => element,
            _ => Place::Deduced,
        };
        node.below = named_at(below, &node.below);
        node
    })
}

/// `set` as the schema of today would have written it: what became atomic is owned as a whole.
pub(super) fn reconciled(of: &Type, set: &Set) -> Set {
    reconciled_at(Place::Root(of), set)
}

fn reconciled_at(at: Place<'_>, set: &Set) -> Set {
    let form = at.form(None);
    set.map_nodes(|node| {
        let mut node = node.clone();
        if node.below.is_empty() {
            return node;
        }
        let below = match (&node.element, form) {
            (Element::Name(key), Form::Struct(of)) => place::field(of, key).map(|(at, _)| at),
            (Element::Name(_), Form::Map(element)) | (Element::Key(_), Form::Keyed(_, element)) => Some(element),
            _ => None,
        };
        match below {
            Some(at) if matches!(at.form(None), Form::Atomic) => {
                node.member = true;
                node.below = Set::new();
            }
            Some(at) => node.below = reconciled_at(at, &node.below),
            None => {}
        }
        node
    })
}
