//! Whether the rules of a definition can be accepted: they compile, they are bounded, and `oldSelf` has a meaning where
//! it stands.
//!
//! As upstream: apiextensions-apiserver/pkg/apis/apiextensions/validation.

use kube_api::crd::{Additional, Structural};
use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use super::{Environments, compile, environments, has_rules, place};
use crate::check::Env;
use crate::declare::Declared;
use crate::types::Type;

/// What one expression may cost, by estimate.
const EXPRESSION_LIMIT: u64 = 10_000_000;

/// What all rules of one schema may cost together.
const SCHEMA_LIMIT: u64 = 100_000_000;

/// How many of the dearest rules are named.
const NAMED_MAX: usize = 4;

const REASONS: [&str; 4] = ["FieldValueDuplicate", "FieldValueForbidden", "FieldValueInvalid", "FieldValueRequired"];

/// Every fault of the rules of a schema; `path` is where `openAPIV3Schema` stands.
pub fn check(schema: &Structural, path: &Path<'_>) -> ErrorList {
    let mut faults = ErrorList::new();
    if !has_rules(schema) {
        return faults;
    }
    form(schema, path, &mut faults);
    if !faults.is_empty() {
        return faults;
    }
    let base = Env::base();
    let declared = Declared::new(schema, true);
    let mut total = Total::default();
    let node = Node { declared: declared.as_ref(), cardinality: Some(1), uncorrelated: None };
    meaning(&base, schema, &node, path, &mut total, &mut faults);
    if total.sum > SCHEMA_LIMIT {
        total.dearest.sort_by_key(|(_, cost)| std::cmp::Reverse(*cost));
        for (place, _) in total.dearest.into_iter().take(NAMED_MAX) {
            let detail = "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema";
            faults.push(FieldError { field: place, ..FieldError::forbidden(path, detail) });
        }
        let what = "x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema";
        faults.push(FieldError::forbidden(path, exceeds(what, total.sum, SCHEMA_LIMIT)));
    }
    faults
}

#[derive(Default)]
struct Total {
    sum: u64,
    dearest: Vec<(String, u64)>,
}

impl Total {
    fn add(&mut self, path: &Path<'_>, cost: u64) {
        self.sum = self.sum.saturating_add(cost);
        if cost >= SCHEMA_LIMIT / 100 {
            self.dearest.push((path.to_string(), cost));
        }
    }
}

/// What is known of a node from above.
struct Node<'d> {
    declared: Option<&'d Declared>,
    /// How often the node can occur in one object; nothing when there is no bound.
    cardinality: Option<u64>,
    /// The list in which elements cannot be told apart.
    uncorrelated: Option<String>,
}

fn exceeds(what: &str, cost: u64, limit: u64) -> String {
    let factor = cost as f64 / limit as f64;
    let factor = if factor > 100.0 {
        "more than 100x".to_owned()
    } else if factor < 1.5 {
        format!("{factor:.6}x")
    } else {
        format!("{factor:.1}x")
    };
    format!(
        "{what} exceeds budget by factor of {factor} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)"
    )
}

/// What is wrong before anything is compiled.
fn form(schema: &Structural, path: &Path<'_>, faults: &mut ErrorList) {
    let list = path.child("x-kubernetes-validations");
    for (at, rule) in schema.rules.iter().enumerate() {
        let at = list.index(at);
        let text = |name: &str| rule.text(&[name]).unwrap_or_default();
        let (trimmed, message) = (text("rule").trim(), text("message"));
        let breaks = |text: &str| text.contains(['\n', '\r']);
        if trimmed.is_empty() {
            faults.push(FieldError::required(&at.child("rule"), "rule is not specified"));
        } else if !message.is_empty() && message.trim().is_empty() {
            faults.push(FieldError::invalid(&at.child("message"), message, "must be non-empty if specified"));
        } else if breaks(message.trim()) {
            faults.push(FieldError::invalid(&at.child("message"), message, "must not contain line breaks"));
        } else if breaks(trimmed) && message.trim().is_empty() {
            let detail = "message must be specified if rule contains line breaks";
            faults.push(FieldError::required(&at.child("message"), detail));
        }
        let expression = text("messageExpression");
        if !expression.is_empty() && expression.trim().is_empty() {
            let detail = "messageExpression must be non-empty if specified";
            faults.push(FieldError::required(&at.child("messageExpression"), detail));
        }
        if let Some(reason) = rule.text(&["reason"]).filter(|reason| !REASONS.contains(reason)) {
            faults.push(FieldError::not_supported(&at.child("reason"), reason, &REASONS));
        }
        let field = text("fieldPath");
        if !field.is_empty() {
            let place = at.child("fieldPath");
            if field.trim().is_empty() {
                faults.push(FieldError::invalid(&place, field, "must be non-empty if specified"));
            }
            if breaks(field) {
                faults.push(FieldError::invalid(&place, field, "must not contain line breaks"));
            }
            if place::resolve(field, schema).is_err() {
                faults.push(FieldError::invalid(&place, field, "must be a valid path"));
            }
        }
    }
    each_below(schema, path, &mut |inner, path, _| form(inner, path, faults));
}

/// Calls for every schema below a node, with its place and how its declaration is named.
fn each_below(schema: &Structural, path: &Path<'_>, call: &mut dyn FnMut(&Structural, &Path<'_>, &str)) {
    let properties = path.child("properties");
    for (key, inner) in &schema.properties {
        let name = crate::escape::escape(key).unwrap_or_default();
        call(inner, &properties.key(key), &name);
    }
    if let Some(items) = schema.items.as_deref() {
        call(items, &path.child("items"), "@items");
    }
    if let Additional::Schema(inner) = &schema.additional {
        call(inner, &path.child("additionalProperties"), "@values");
    }
}

fn meaning(
    base: &Env,
    schema: &Structural,
    node: &Node<'_>,
    path: &Path<'_>,
    total: &mut Total,
    faults: &mut ErrorList,
) {
    if !schema.rules.is_empty() {
        let list = path.child("x-kubernetes-validations");
        match (environments(base, node.declared), node.declared) {
            (Some(envs), Some(declared)) => {
                for (at, rule) in schema.rules.iter().enumerate() {
                    one(&envs, declared, node, rule, &list.index(at), total, faults);
                }
            }
            _ => faults.push(FieldError::internal(&list, "failed to convert to declType for CEL validation rules")),
        }
    }
    let bounds = &schema.bounds;
    each_below(schema, path, &mut |inner, place, name| {
        let most = match name {
            "@items" => bounds.max_items,
            "@values" => bounds.max_properties,
            _ => Some(1),
        };
        let most = most.and_then(|most| u64::try_from(most).ok());
        let told_apart = name != "@items" || schema.list_type.as_deref() == Some("map");
        let below = Node {
            declared: node.declared.and_then(|own| own.member(name)),
            cardinality: node.cardinality.zip(most).map(|(own, most)| own.saturating_mul(most)),
            uncorrelated: match &node.uncorrelated {
                Some(list) => Some(list.clone()),
                None if told_apart => None,
                None => Some(path.to_string()),
            },
        };
        meaning(base, inner, &below, place, total, faults);
    });
}

fn one(
    envs: &Environments,
    declared: &Declared,
    node: &Node<'_>,
    rule: &Value,
    path: &Path<'_>,
    total: &mut Total,
    faults: &mut ErrorList,
) {
    let text = |name: &str| rule.text(&[name]).unwrap_or_default();
    let env = if rule.flag(&["optionalOldSelf"]) { &envs.optional } else { &envs.plain };
    let place = path.child("rule");
    let uses_old = match compile(env, text("rule"), &Type::Bool, "") {
        Err(why) => {
            faults.push(FieldError::invalid(&place, rule.clone(), why));
            return;
        }
        Ok(program) => {
            let often = node.cardinality.unwrap_or_else(|| declared.cardinality());
            let cost = program.estimate(declared).max.saturating_mul(often);
            if cost > EXPRESSION_LIMIT {
                faults.push(FieldError::forbidden(&place, exceeds("estimated rule cost", cost, EXPRESSION_LIMIT)));
            }
            total.add(&place, cost);
            program.names("oldSelf")
        }
    };
    let expression = text("messageExpression");
    if !expression.is_empty() {
        let place = path.child("messageExpression");
        match compile(env, expression, &Type::String, "messageExpression ") {
            Err(why) => faults.push(FieldError::invalid(&place, rule.clone(), why)),
            Ok(program) => {
                let cost = program.estimate(declared).max;
                if cost > EXPRESSION_LIMIT {
                    let detail = exceeds("estimated messageExpression cost", cost, EXPRESSION_LIMIT);
                    faults.push(FieldError::forbidden(&place, detail));
                }
                total.add(&place, cost);
            }
        }
    }
    if uses_old {
        if let Some(list) = &node.uncorrelated {
            let detail = format!("oldSelf cannot be used on the uncorrelatable portion of the schema within {list}");
            faults.push(FieldError::invalid(&place, text("rule"), detail));
        }
    } else if let Some(Value::Bool(value)) = rule.get("optionalOldSelf") {
        let detail = "may not be set if oldSelf is not used in rule";
        faults.push(FieldError::invalid(&path.child("optionalOldSelf"), *value, detail));
    }
}
