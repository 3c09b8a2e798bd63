//! Finds the CEL rules (`x-kubernetes-validations`) that an object has to pass, with the value each speaks of.
//! Evaluating is the apiserver's, which has the interpreter.

use super::structural::Structural;
use crate::value::Value;

/// One rule of a schema.
#[derive(Debug, Clone, Copy)]
pub struct Rule<'s> {
    pub rule: &'s str,
    pub message: &'s str,
    pub message_expression: &'s str,
    /// `FieldValueInvalid` when it is not said.
    pub reason: &'s str,
    pub field_path: &'s str,
    pub optional_old_self: bool,
}

/// A rule, the value it speaks of, what that value was, and where it stands.
#[derive(Debug)]
pub struct RuleAt<'v, 's> {
    pub rule: Rule<'s>,
    pub schema: &'s Structural,
    pub value: &'v Value,
    /// Present when the object is updated and the value can be told apart from its neighbours.
    pub old: Option<&'v Value>,
    pub path: String,
}

/// Every rule that applies to an object, outermost first.
pub fn rules<'v, 's>(object: &'v Value, old: Option<&'v Value>, schema: &'s Structural) -> Vec<RuleAt<'v, 's>> {
    let mut found = Vec::new();
    walk(object, old, schema, String::new(), &mut found);
    found
}

fn walk<'v, 's>(
    value: &'v Value,
    old: Option<&'v Value>,
    schema: &'s Structural,
    path: String,
    found: &mut Vec<RuleAt<'v, 's>>,
) {
    if value.is_null() {
        return;
    }
    for rule in &schema.rules {
        found.push(RuleAt { rule: Rule::read(rule), schema, value, old, path: path.clone() });
    }
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let Some(inner) = schema.member(key) else { continue };
                let old = old.and_then(Value::as_object).and_then(|old| old.get_key(key));
                let path = match schema.property(key) {
                    Some(_) if path.is_empty() => key.to_string(),
                    Some(_) => format!("{path}.{key}"),
                    None => format!("{path}[{key}]"),
                };
                walk(value, old, inner, path, found);
            }
        }
        Value::List(list) => {
            let Some(inner) = &schema.items else { return };
            for (at, value) in list.iter().enumerate() {
                let old = old.and_then(|old| correlated(value, old, schema));
                walk(value, old, inner, format!("{path}[{at}]"), found);
            }
        }
        _ => {}
    }
}

/// The element of an old list that is the same one: only the keys of a list-map say so.
pub(super) fn correlated<'v>(value: &Value, old: &'v Value, schema: &Structural) -> Option<&'v Value> {
    if schema.list_type.as_deref() != Some("map") || schema.map_keys.is_empty() {
        return None;
    }
    let object = value.as_object()?;
    old.as_list()?.iter().find(|other| {
        let Some(other) = other.as_object() else { return false };
        schema.map_keys.iter().all(|key| object.get_key(key) == other.get_key(key))
    })
}

impl<'s> Rule<'s> {
    fn read(rule: &'s Value) -> Rule<'s> {
        let text = |name: &str| rule.text(&[name]).unwrap_or_default();
        Rule {
            rule: text("rule"),
            message: text("message"),
            message_expression: text("messageExpression"),
            reason: rule.text(&["reason"]).unwrap_or("FieldValueInvalid"),
            field_path: text("fieldPath"),
            optional_old_self: rule.flag(&["optionalOldSelf"]),
        }
    }
}
