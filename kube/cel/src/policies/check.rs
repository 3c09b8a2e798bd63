//! Whether the expressions of a webhook or a policy can be accepted.
//!
//! As upstream: pkg/apis/admissionregistration/validation. Empty expressions are other checks' business.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use super::scope::{Named, Scope, apply_configuration, compile, json_patches};
use crate::check::Env;
use crate::types::Type;

/// `matchConditions` of one webhook; `path` is where the webhook stands.
pub fn check_conditions(hook: &Value, path: &Path<'_>) -> ErrorList {
    let mut faults = ErrorList::new();
    conditions(hook, Scope { authorizer: true, ..Scope::default() }, &Named::default(), path, &mut faults);
    faults
}

/// Every expression of a policy's `spec`.
pub fn check_policy(spec: &Value, mutating: bool, path: &Path<'_>) -> ErrorList {
    let mut faults = ErrorList::new();
    let params = spec.get("paramKind").is_some_and(|kind| !kind.is_null());
    let scope = Scope { params, authorizer: true, patches: mutating };
    let named = Named::new(scope, spec);
    let list = path.child("variables");
    for (at, (variable, (_, program))) in spec.items(&["variables"]).iter().zip(&named.programs).enumerate() {
        let expression = variable.text(&["expression"]).unwrap_or_default();
        if let Err(why) = program
            && !expression.trim().is_empty()
        {
            faults.push(FieldError::invalid(&list.index(at).child("expression"), expression, why.as_str()));
        }
    }
    conditions(spec, Scope { patches: false, ..scope }, &named, path, &mut faults);
    let env = scope.env(&named);
    let list = path.child("validations");
    let message_env = Scope { authorizer: false, ..scope }.env(&named);
    for (at, item) in spec.items(&["validations"]).iter().enumerate() {
        let at = list.index(at);
        one(&env, item, "expression", &[Type::Bool], &at, &mut faults);
        one(&message_env, item, "messageExpression", &[Type::String], &at, &mut faults);
    }
    let list = path.child("auditAnnotations");
    for (at, item) in spec.items(&["auditAnnotations"]).iter().enumerate() {
        one(&env, item, "valueExpression", &[Type::String, Type::Null], &list.index(at), &mut faults);
    }
    let list = path.child("mutations");
    for (at, item) in spec.items(&["mutations"]).iter().enumerate() {
        let at = list.index(at);
        let kinds = [("applyConfiguration", apply_configuration()), ("jsonPatch", json_patches())];
        for (field, wanted) in kinds {
            if let Some(inner) = item.get(field) {
                one(&env, inner, "expression", &[wanted], &at.child(field), &mut faults);
            }
        }
    }
    faults
}

fn conditions(owner: &Value, scope: Scope, named: &Named, path: &Path<'_>, faults: &mut ErrorList) {
    let items = owner.items(&["matchConditions"]);
    if items.is_empty() {
        return;
    }
    let env = scope.env(named);
    let list = path.child("matchConditions");
    for (at, item) in items.iter().enumerate() {
        one(&env, item, "expression", &[Type::Bool], &list.index(at), faults);
    }
}

fn one(env: &Env, owner: &Value, field: &str, wanted: &[Type], path: &Path<'_>, faults: &mut ErrorList) {
    let expression = owner.text(&[field]).unwrap_or_default();
    if expression.trim().is_empty() {
        return;
    }
    if let Err(why) = compile(env, expression, wanted) {
        faults.push(FieldError::invalid(&path.child(field), expression, why));
    }
}
