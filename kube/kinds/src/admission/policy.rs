//! Admission policies and their bindings.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, label_selector, part, some, text, texts};
use crate::defaults::{Default, To, fill};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Generation, Hooks, Print, Row, Strategy, Subresource};
use crate::print;
use crate::scheduling;

use super::{conditions, rule};

const GROUP: &str = "admissionregistration.k8s.io";
const MATCHED_BY_SPEC: Strategy =
    Strategy { generation: Generation::Spec, unconditional_update: false, ..Strategy::PLAIN };

pub(super) const VALIDATING: Row = Row {
    group: GROUP,
    kind: "ValidatingAdmissionPolicy",
    hooks: Hooks {
        default: |object| fill(object, DEFAULTS),
        strategy: Strategy { reset: &[&["status"]], ..MATCHED_BY_SPEC },
        validate_create: validating,
        validate_update: |new, _| validating(new),
        subresources: &[Subresource { validate: status, ..Subresource::STATUS }],
        columns: &[Column::NAME, Column::integer("Validations"), Column::text("ParamKind"), Column::AGE],
        cells: |object, print| cells(object, "validations", print),
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const MUTATING: Row = Row {
    group: GROUP,
    kind: "MutatingAdmissionPolicy",
    hooks: Hooks {
        default: |object| fill(object, DEFAULTS),
        strategy: MATCHED_BY_SPEC,
        validate_create: mutating,
        validate_update: |new, _| mutating(new),
        columns: &[Column::NAME, Column::integer("Mutations"), Column::text("ParamKind"), Column::AGE],
        cells: |object, print| cells(object, "mutations", print),
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const VALIDATING_BINDING: Row = Row {
    group: GROUP,
    kind: "ValidatingAdmissionPolicyBinding",
    hooks: Hooks { validate_create: |new| binding(new, true), validate_update: |new, _| binding(new, true), ..BINDING },
};

pub(super) const MUTATING_BINDING: Row = Row { group: GROUP, kind: "MutatingAdmissionPolicyBinding", hooks: BINDING };

const BINDING: Hooks = Hooks {
    default: |object| fill(object, BINDING_DEFAULTS),
    strategy: MATCHED_BY_SPEC,
    validate_create: |new| binding(new, false),
    validate_update: |new, _| binding(new, false),
    columns: &[Column::NAME, Column::text("PolicyName"), Column::text("ParamRef"), Column::AGE],
    cells: |object, print| {
        let spec = part(object, "spec");
        let shown = match some(spec, "paramRef") {
            Some(reference) if !text(reference, "name").is_empty() => {
                let namespace = text(reference, "namespace");
                let namespace = if namespace.is_empty() { "*" } else { namespace };
                format!("{namespace}/{}", text(reference, "name"))
            }
            Some(reference) if some(reference, "selector").is_some() => print::selector(some(reference, "selector")),
            _ => print::UNSET.to_owned(),
        };
        vec![print::name(object), text(spec, "policyName").into(), shown.into(), print::age(object, print)]
    },
    done: Done { validation: Extent::Full, ..Done::FULL },
    ..Hooks::PLAIN
};

const DEFAULTS: &[Default] = &[
    Default("spec.failurePolicy", To::Text("Fail")),
    Default("spec.matchConstraints?.matchPolicy", To::Text("Equivalent")),
    Default("spec.matchConstraints?.namespaceSelector", To::Empty),
    Default("spec.matchConstraints?.objectSelector", To::Empty),
    Default("spec.matchConstraints?.resourceRules[].scope", To::Text("*")),
    Default("spec.matchConstraints?.excludeResourceRules[].scope", To::Text("*")),
];

const BINDING_DEFAULTS: &[Default] = &[
    Default("spec.matchResources?.matchPolicy", To::Text("Equivalent")),
    Default("spec.matchResources?.namespaceSelector", To::Empty),
    Default("spec.matchResources?.objectSelector", To::Empty),
    Default("spec.matchResources?.resourceRules[].scope", To::Text("*")),
    Default("spec.matchResources?.excludeResourceRules[].scope", To::Text("*")),
];

fn cells(object: &Value, list: &str, print: &Print) -> Vec<Value> {
    let params = match object.pointer(&["spec", "paramKind"]).filter(|kind| !kind.is_null()) {
        Some(kind) => format!("{}/{}", text(kind, "apiVersion"), text(kind, "kind")),
        None => print::UNSET.to_owned(),
    };
    vec![print::name(object), print::count(object, &["spec", list]).into(), params.into(), print::age(object, print)]
}

/// What both kinds of policy say.
fn policy(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.required_one_of(spec, "failurePolicy", at, &["Fail", "Ignore"]);
    if let Some(kind) = some(spec, "paramKind") {
        param_kind(kind, &at.child("paramKind"), errors);
    }
    let under = at.child("matchConstraints");
    match some(spec, "matchConstraints") {
        None => errors.required(&under, ""),
        Some(constraints) => {
            resources(constraints, &under, errors);
            if constraints.items(&["resourceRules"]).is_empty() {
                errors.required(&under.child("resourceRules"), "");
            }
        }
    }
    conditions(spec, at, errors);
    each(spec, "variables", at, |_, variable, at| {
        let name = text(variable, "name");
        if name.trim().is_empty() {
            errors.required(&at.child("name"), "name is not specified");
        } else if !kube_cel::escape::is_identifier(name) {
            errors.invalid(&at.child("name"), name, "must be a valid CEL identifier");
        }
        if text(variable, "expression").trim().is_empty() {
            errors.required(&at.child("expression"), "expression is not specified");
        }
    });
}

fn validating(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    policy(spec, &at, &mut errors);
    let notes = spec.items(&["auditAnnotations"]);
    if spec.items(&["validations"]).is_empty() && notes.is_empty() {
        for name in ["validations", "auditAnnotations"] {
            errors.required(&at.child(name), "validations or auditAnnotations must contain at least one item");
        }
        return errors;
    }
    each(spec, "validations", &at, |_, item, at| {
        if text(item, "expression").trim().is_empty() {
            errors.required(&at.child("expression"), "expression is not specified");
        }
        for name in ["messageExpression", "message"] {
            let found = text(item, name);
            if !found.is_empty() && found.trim().is_empty() {
                errors.invalid(&at.child(name), found, "must be non-empty if specified");
            } else if name == "message" && found.trim().contains(['\n', '\r']) {
                errors.invalid(&at.child(name), found, "must not contain line breaks");
            }
        }
        errors.one_of(item, "reason", at, &["Forbidden", "Invalid", "RequestEntityTooLarge"]);
    });
    if notes.len() > MOST_NOTES {
        let list = part(spec, "auditAnnotations").clone();
        let detail = format!("must not have more than {MOST_NOTES} auditAnnotations");
        errors.invalid(&at.child("auditAnnotations"), list, detail);
    }
    let name = object.text(&["metadata", "name"]).unwrap_or("");
    each(spec, "auditAnnotations", &at, |index, note, at| {
        let key = text(note, "key");
        if name.is_empty() {
            errors.invalid(&at.child("key"), key, "requires metadata.name be non-empty");
        } else {
            errors.form(&at.child("key"), &format!("{name}/{key}"), formats::qualified_name);
        }
        match text(note, "valueExpression").trim().len() {
            0 => errors.required(&at.child("valueExpression"), "valueExpression is not specified"),
            length if length > LONGEST_NOTE => {
                let detail = format!("must not exceed {LONGEST_NOTE} bytes in length");
                errors.required(&at.child("valueExpression"), &detail);
            }
            _ => {}
        }
        if notes.iter().take(index).any(|other| text(other, "key") == key) {
            errors.duplicate(&at.child("key"), key);
        }
    });
    errors.extend(kube_cel::policies::check_policy(spec, false, &at));
    errors
}

const MOST_NOTES: usize = 20;
const LONGEST_NOTE: usize = 5 * 1024;

fn mutating(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    policy(spec, &at, &mut errors);
    no_deletes(part(spec, "matchConstraints"), &at.child("matchConstraints"), &mut errors);
    if spec.items(&["mutations"]).is_empty() {
        errors.required(&at.child("mutations"), "mutations must contain at least one item");
    }
    each(spec, "mutations", &at, |_, mutation, at| {
        let kind = text(mutation, "patchType");
        let fields = [("JSONPatch", "jsonPatch"), ("ApplyConfiguration", "applyConfiguration")];
        if kind.is_empty() {
            errors.required(&at.child("patchType"), "");
        } else if !fields.iter().any(|(word, _)| *word == kind) {
            errors.not_supported(&at.child("patchType"), kind, &["ApplyConfiguration", "JSONPatch"]);
        } else {
            for (word, field) in fields {
                let at = at.child(field);
                match some(mutation, field) {
                    None if word == kind => {
                        errors.required(&at, &format!("must be specified when patchType is {kind}"));
                    }
                    Some(found) if word == kind && text(found, "expression").trim().is_empty() => {
                        errors.required(&at.child("expression"), "");
                    }
                    Some(_) if word != kind => {
                        let detail = format!("must not be specified when patchType is {kind}");
                        errors.invalid(&at, format!("{{{field}}}"), detail);
                    }
                    _ => {}
                }
            }
        }
    });
    errors.required_one_of(spec, "reinvocationPolicy", &at, &["IfNeeded", "Never"]);
    errors.extend(kube_cel::policies::check_policy(spec, true, &at));
    errors
}

/// Nothing can be changed in what is deleted.
fn no_deletes(constraints: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let words = ["*", "CONNECT", "CREATE", "UPDATE"];
    for rule in constraints.items(&["resourceRules"]) {
        for operation in texts(rule, "operations").into_iter().filter(|operation| !words.contains(operation)) {
            errors.not_supported(&at.child("resourceRules").child("operations"), operation, &words);
        }
    }
}

fn param_kind(kind: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let version_at = at.child("apiVersion");
    let whole = text(kind, "apiVersion");
    let (group, version) = whole.split_once('/').unwrap_or(("", whole));
    if whole.is_empty() {
        errors.required(&version_at, "");
    } else if version.contains('/') {
        errors.invalid(&version_at, whole, format!("unexpected GroupVersion string: {whole}"));
    } else {
        let faults = formats::dns_subdomain(group);
        if !group.is_empty() && !faults.is_empty() {
            errors.invalid(&version_at, group, faults.join(","));
        }
        let faults = formats::dns_1035_label(version);
        if version.is_empty() {
            errors.invalid(&version_at, whole, "version must be specified");
        } else if !faults.is_empty() {
            errors.invalid(&version_at, version, faults.join(","));
        }
    }
    let word = text(kind, "kind");
    let faults = formats::dns_1035_label(&word.to_lowercase());
    if word.is_empty() {
        errors.required(&at.child("kind"), "");
    } else if !faults.is_empty() {
        let detail = format!("may have mixed case, but should otherwise match: {}", faults.join(","));
        errors.invalid(&at.child("kind"), word, detail);
    }
}

fn resources(constraints: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.required_one_of(constraints, "matchPolicy", at, &["Equivalent", "Exact"]);
    for name in ["namespaceSelector", "objectSelector"] {
        if some(constraints, name).is_none() {
            errors.required(&at.child(name), "");
        }
        label_selector(some(constraints, name), &at.child(name), errors);
    }
    for name in ["resourceRules", "excludeResourceRules"] {
        each(constraints, name, at, |_, item, at| {
            let names = texts(item, "resourceNames");
            for (index, name) in names.iter().enumerate() {
                let at = at.child("resourceNames");
                errors.form(&at.index(index), name, formats::path_segment);
                if names.iter().take(index).any(|other| other == name) {
                    errors.duplicate(&at.index(index), *name);
                }
            }
            rule(item, at, errors);
        });
    }
}

fn binding(object: &Value, validating: bool) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    errors.named(spec, "policyName", &at, formats::dns_subdomain);
    if let Some(reference) = some(spec, "paramRef") {
        param_ref(reference, &at.child("paramRef"), &mut errors);
    }
    let matched = some(spec, "matchResources");
    if let Some(matched) = matched {
        resources(matched, &at.child("matchResources"), &mut errors);
    }
    if !validating {
        no_deletes(matched.unwrap_or(&Value::Null), &at.child("matchResources"), &mut errors);
        return errors;
    }
    let at = at.child("validationActions");
    let actions = texts(spec, "validationActions");
    for (index, action) in actions.iter().enumerate() {
        let words = ["Audit", "Deny", "Warn"];
        if !words.contains(action) {
            errors.not_supported(&at.index(index), *action, &words);
        }
        if actions.iter().take(index).any(|other| other == action) {
            errors.duplicate(&at.index(index), *action);
        }
    }
    if actions.contains(&"Deny") && actions.contains(&"Warn") {
        let detail = "must not contain both Deny and Warn (repeating the same validation failure information in the API \
                      response and headers serves no purpose)";
        errors.invalid(&at, part(spec, "validationActions").clone(), detail);
    }
    if actions.is_empty() {
        errors.required(&at, "at least one validation action is required");
    }
    errors
}

fn param_ref(reference: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let name = text(reference, "name");
    let selector = some(reference, "selector");
    let both = !name.is_empty() && selector.is_some();
    if !name.is_empty() {
        errors.form(&at.child("name"), name, formats::path_segment);
    }
    label_selector(selector, &at.child("selector"), errors);
    if both {
        for field in ["name", "selector"] {
            errors.push(FieldError::forbidden(&at.child(field), "name and selector are mutually exclusive"));
        }
    }
    if name.is_empty() && selector.is_none() {
        errors.required(at, "one of name or selector must be specified");
    }
    errors.required_one_of(reference, "parameterNotFoundAction", at, &["Deny", "Allow"]);
}

fn status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    each(part(status, "typeChecking"), "expressionWarnings", &at.child("typeChecking"), |_, warning, at| {
        errors.present(warning, "warning", at);
        if text(warning, "fieldRef").trim().is_empty() {
            errors.required(&at.child("fieldRef"), "");
        }
    });
    scheduling::conditions(status, &at, &mut errors);
    errors
}
