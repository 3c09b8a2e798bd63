//! Kinds of resource.k8s.io: devices that nodes offer and pods claim.
//!
//! As upstream: pkg/apis/resource (v1/defaults, validation), pkg/registry/resource, printers.

mod claim;
mod slice;

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, part, some, text};
use crate::core::pod::resources;
use crate::core::pod::volume::driver_name as driver;
use crate::formats;
use crate::hooks::{Column, Done, Extent, Generation, Hooks, Row, Strategy};
use crate::print;

pub(crate) static ROWS: &[Row] = &[DEVICE_CLASS, claim::CLAIM, claim::TEMPLATE, slice::SLICE];

const GROUP: &str = "resource.k8s.io";
const MOST_SELECTORS: usize = 32;
const MOST_CONFIGS: usize = 32;
const LONGEST_EXPRESSION: usize = 10 * 1024;
const LONGEST_PARAMETERS: usize = 10 * 1024;
const EFFECTS: [&str; 3] = ["NoExecute", "NoSchedule", "None"];

const DEVICE_CLASS: Row = Row {
    group: GROUP,
    kind: "DeviceClass",
    hooks: Hooks {
        strategy: Strategy { generation: Generation::Spec, ..Strategy::PLAIN },
        validate_create: device_class,
        validate_update: |new, _| device_class(new),
        columns: &[Column::NAME, Column::AGE],
        cells: |object, print| vec![print::name(object), print::age(object, print)],
        done: Done {
            defaults: Extent::Nothing,
            validation: Extent::Part("expressions are not compiled"),
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

fn device_class(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    selectors(spec, &at, &mut errors);
    limited(spec, "config", MOST_CONFIGS, &at, &mut errors, |_, config, at, errors| {
        configuration(config, at, errors);
    });
    let name = some(spec, "extendedResourceName").and_then(Value::as_str);
    if let Some(name) = name.filter(|name| !resources::is_extended(name)) {
        errors.invalid(&at.child("extendedResourceName"), name, "must be a valid extended resource name");
    }
    errors
}

/// Checks every element of a list, unless there are more than may be.
fn limited(
    owner: &Value,
    name: &str,
    most: usize,
    at: &Path<'_>,
    errors: &mut ErrorList,
    mut check: impl FnMut(usize, &Value, &Path<'_>, &mut ErrorList),
) {
    let count = owner.items(&[name]).len();
    if count > most {
        errors.push(FieldError::too_many(&at.child(name), count, most));
        return;
    }
    each(owner, name, at, |index, item, at| check(index, item, at, errors));
}

/// Elements that say the same under `key` as one before.
fn duplicates(owner: &Value, name: &str, at: &Path<'_>, errors: &mut ErrorList, key: impl Fn(&Value) -> String) {
    let keys: Vec<String> = owner.items(&[name]).iter().map(&key).collect();
    for (index, found) in keys.iter().enumerate() {
        if keys.iter().take(index).any(|other| other == found) {
            errors.duplicate(&at.child(name).index(index), found.as_str());
        }
    }
}

fn selectors(owner: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    limited(owner, "selectors", MOST_SELECTORS, at, errors, |_, selector, at, errors| {
        let at = at.child("cel");
        match some(selector, "cel") {
            None => errors.required(&at, ""),
            Some(cel) if text(cel, "expression").len() > LONGEST_EXPRESSION => {
                errors.push(FieldError::too_long(&at.child("expression"), LONGEST_EXPRESSION));
            }
            Some(_) => {}
        }
    });
}

fn configuration(config: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let at = at.child("opaque");
    let Some(opaque) = some(config, "opaque") else {
        errors.required(&at, "");
        return;
    };
    driver(text(opaque, "driver"), &at.child("driver"), errors);
    let at = at.child("parameters");
    match some(opaque, "parameters") {
        None => errors.required(&at, ""),
        Some(parameters) if parameters.as_object().is_none() => {
            errors.invalid(&at, "<value omitted>", "parameters must be a valid JSON object");
        }
        Some(parameters) if kube_api::codec::json::encode_plain(parameters).len() > LONGEST_PARAMETERS => {
            errors.push(FieldError::too_long(&at, LONGEST_PARAMETERS));
        }
        Some(_) => {}
    }
}

/// A pool's name: domains between slashes.
fn pool(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    if name.is_empty() {
        errors.required(at, "");
        return;
    }
    if name.len() > 253 {
        errors.push(FieldError::too_long(at, 253));
    }
    for piece in name.split('/') {
        errors.form(at, piece, formats::dns_subdomain);
    }
}

/// An attribute's name: a C identifier, perhaps below a domain.
fn attribute(name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let (domain, identifier) = name.split_once('/').map_or((None, name), |(domain, rest)| (Some(domain), rest));
    match domain {
        Some("") => errors.invalid(at, "", "the domain must not be empty"),
        Some(domain) => driver(domain, at, errors),
        None => {}
    }
    if domain.is_some() && identifier.is_empty() {
        errors.invalid(at, "", "the name must not be empty");
        return;
    }
    if identifier.len() > 32 {
        errors.push(FieldError::too_long(at, 32));
    }
    errors.form(at, identifier, formats::c_identifier);
}

/// Conditions that a device waits for, and those that end the wait.
fn binding_conditions(owner: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    const MOST: usize = 4;
    let (good, bad) = ("bindingConditions", "bindingFailureConditions");
    for name in [good, bad] {
        limited(owner, name, MOST, at, errors, |_, item, at, errors| {
            crate::metadata::label_name(item.as_str().unwrap_or(""), at, errors);
        });
        duplicates(owner, name, at, errors, |item| item.as_str().unwrap_or("").to_owned());
    }
    let wanted = owner.items(&[good]);
    for (index, item) in owner.items(&[bad]).iter().enumerate().filter(|(_, item)| wanted.contains(item)) {
        let detail = "bindingFailureConditions must not overlap with bindingConditions";
        errors.invalid(&at.child(bad).index(index), item.clone(), detail);
    }
    for (name, other) in [(good, bad), (bad, good)] {
        if owner.items(&[name]).is_empty() && !owner.items(&[other]).is_empty() {
            let list = part(owner, name).clone();
            errors.invalid(&at.child(name), list, format!("{name} are required to use {other}"));
        }
    }
}
