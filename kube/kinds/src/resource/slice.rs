//! ResourceSlice: devices of one driver's pool, on one node or many.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::Value;

use crate::check::{Faults, entries, int, part, some, text};
use crate::core::pod::scheduling::node_selector;
use crate::defaults::{each_mut, set_absent};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Generation, Hooks, Request, Row, Selectable, Strategy};
use crate::metadata;
use crate::print;

use super::{EFFECTS, GROUP, attribute, binding_conditions, driver, duplicates, limited, pool};

pub(super) const SLICE: Row = Row {
    group: GROUP,
    kind: "ResourceSlice",
    hooks: Hooks {
        strategy: Strategy {
            generation: Generation::Spec,
            prepare_create: taint_times,
            prepare_update: |new, _, request| taint_times(new, request),
            ..Strategy::PLAIN
        },
        validate_create: |new| validate(new, None),
        validate_update: |new, old| validate(new, Some(old)),
        columns: &[Column::NAME, Column::text("Node"), Column::text("Driver"), Column::text("Pool"), Column::AGE],
        cells: |object, print| {
            let spec = part(object, "spec");
            vec![
                print::name(object),
                text(spec, "nodeName").into(),
                text(spec, "driver").into(),
                text(part(spec, "pool"), "name").into(),
                print::age(object, print),
            ]
        },
        selectable: &[
            Selectable::new("spec.nodeName", &["spec", "nodeName"]),
            Selectable::new("spec.driver", &["spec", "driver"]),
        ],
        done: Done {
            validation: Extent::Part("capacity request policies and node allocatable mappings are not checked"),
            ..Done::FULL
        },
        ..Hooks::PLAIN
    },
};

/// A taint counts from the moment it was written. Upstream calls this a default, which here knows no time.
fn taint_times(object: &mut Value, request: &Request<'_>) {
    let Some(spec) = object.get_mut("spec") else { return };
    each_mut(spec, "devices", |device| {
        each_mut(device, "taints", |taint| set_absent(taint, "timeAdded", print::time(request.now)));
    });
}

const MOST_DEVICES: usize = 128;
const MOST_DEVICES_WITH_FEATURES: usize = 64;
const MOST_COUNTER_SETS: usize = 8;
const MOST_COUNTERS: usize = 32;
const MOST_CONSUMPTIONS: usize = 2;
const MOST_TAINTS: usize = 16;
const MOST_PROPERTIES: usize = 32;
const MOST_VALUES: usize = 48;
const LONGEST_VALUE: usize = 64;

/// Fields of an attribute that hold a list.
const LISTS: [&str; 4] = ["bools", "ints", "strings", "versions"];

fn validate(new: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(new, "spec");
    driver(text(spec, "driver"), &at.child("driver"), &mut errors);
    let (group, group_at) = (part(spec, "pool"), at.child("pool"));
    pool(text(group, "name"), &group_at.child("name"), &mut errors);
    let slices = int(group, "resourceSliceCount");
    if slices <= 0 {
        errors.invalid(&group_at.child("resourceSliceCount"), slices, "must be greater than zero");
    }
    let generation = int(group, "generation");
    if generation < 0 {
        errors.invalid(&group_at.child("generation"), generation, "must be greater than or equal to zero");
    }
    if let Some(old) = old.map(|old| part(old, "spec")) {
        errors.immutable(group, part(old, "pool"), "name", &group_at);
        errors.immutable(spec, old, "driver", &at);
        errors.immutable(spec, old, "nodeName", &at);
    }
    let per_device = some(spec, "perDeviceNodeSelection").is_some();
    let asked = "exactly one of `nodeName`, `nodeSelector`, `allNodes`, `perDeviceNodeSelection` is required";
    nodes(spec, true, asked, &format!("{asked}, but multiple fields are set"), &at, &mut errors);
    if some(spec, "sharedCounters").is_some() && some(spec, "devices").is_some() {
        errors.invalid(&at, "", "only one of `sharedCounters` or `devices` is allowed");
    }
    let special = |device: &Value| {
        let lists = device.get("attributes").and_then(Value::as_object).is_some_and(|attributes| {
            attributes.iter().any(|(_, value)| LISTS.iter().any(|list| some(value, list).is_some()))
        });
        lists || !device.items(&["taints"]).is_empty() || !device.items(&["consumesCounters"]).is_empty()
    };
    let most = if spec.items(&["devices"]).iter().any(special) { MOST_DEVICES_WITH_FEATURES } else { MOST_DEVICES };
    limited(spec, "devices", most, &at, &mut errors, |_, item, at, errors| device(item, per_device, at, errors));
    duplicates(spec, "devices", &at, &mut errors, |device| text(device, "name").to_owned());
    limited(spec, "sharedCounters", MOST_COUNTER_SETS, &at, &mut errors, |_, set, at, errors| {
        counters(set, "name", at, errors);
    });
    duplicates(spec, "sharedCounters", &at, &mut errors, |set| text(set, "name").to_owned());
    errors
}

/// On which nodes a slice or a device is.
fn nodes(owner: &Value, slice: bool, none: &str, many: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let mut said: Vec<&str> = Vec::new();
    match some(owner, "nodeName").and_then(Value::as_str) {
        Some("") => {
            let detail = if slice { "must be either unset or set to a non-empty string" } else { "must not be empty" };
            errors.invalid(&at.child("nodeName"), "", detail);
        }
        Some(name) => {
            said.push("`nodeName`");
            errors.form(&at.child("nodeName"), name, formats::dns_subdomain);
        }
        None => {}
    }
    if let Some(selector) = some(owner, "nodeSelector") {
        said.push("`nodeSelector`");
        let at = at.child("nodeSelector");
        node_selector(selector, &at, errors);
        if slice && selector.items(&["nodeSelectorTerms"]).len() != 1 {
            let terms = part(selector, "nodeSelectorTerms").clone();
            errors.invalid(&at.child("nodeSelectorTerms"), terms, "must have exactly one node selector term");
        }
    }
    let flags: &[(&str, &str)] = &[("allNodes", "`allNodes`"), ("perDeviceNodeSelection", "`perDeviceNodeSelection`")];
    for (name, word) in flags.iter().take(if slice { 2 } else { 1 }) {
        match some(owner, name).and_then(Value::as_bool) {
            Some(true) => said.push(word),
            Some(false) => errors.invalid(&at.child(name), false, "must be either unset or set to true"),
            None => {}
        }
    }
    match said.len() {
        0 => errors.required(at, none),
        1 => {}
        _ => errors.invalid(at, format!("{{{}}}", said.join(", ")), many),
    }
}

fn counters(owner: &Value, name: &str, at: &Path<'_>, errors: &mut ErrorList) {
    errors.named(owner, name, at, formats::dns_label);
    let found = owner.get("counters").and_then(Value::as_object).map_or(0, |counters| counters.len());
    if found == 0 {
        errors.required(&at.child("counters"), "");
    } else if found > MOST_COUNTERS {
        errors.push(FieldError::too_many(&at.child("counters"), found, MOST_COUNTERS));
    } else {
        entries(owner, "counters", at, |key, _, _| errors.form(&at.child("counters"), key, formats::dns_label));
    }
}

fn device(device: &Value, per_device: bool, at: &Path<'_>, errors: &mut ErrorList) {
    errors.form(&at.child("name"), text(device, "name"), formats::dns_label);
    let size = |name: &str| device.get(name).and_then(Value::as_object).map_or(0, |object| object.len());
    let properties = size("attributes") + size("capacity");
    let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
    if properties > MOST_PROPERTIES {
        let detail = format!("the total number of attributes and capacities must not exceed {MOST_PROPERTIES}");
        errors.invalid(at, number(properties), detail);
    }
    let values = |attribute: &Value| LISTS.iter().map(|list| attribute.items(&[list]).len()).sum::<usize>().max(1);
    let attributes = device.get("attributes").and_then(Value::as_object);
    let total: usize = attributes.into_iter().flat_map(|object| object.iter()).map(|(_, value)| values(value)).sum();
    if total > MOST_VALUES {
        let detail = format!("the total number of attribute values must not exceed {MOST_VALUES}");
        errors.invalid(at, number(total), detail);
    }
    entries(device, "attributes", at, |key, value, under| {
        attribute(key, &at.child("attributes"), errors);
        attribute_value(value, under, errors);
    });
    let shared = device.flag(&["allowMultipleAllocations"]);
    entries(device, "capacity", at, |key, value, under| {
        attribute(key, &at.child("capacity"), errors);
        if !shared && some(value, "requestPolicy").is_some() {
            errors.forbidden(&under.child("requestPolicy"), "allowMultipleAllocations must be true");
        }
    });
    limited(device, "taints", MOST_TAINTS, at, errors, |_, taint, at, errors| {
        metadata::label_name(text(taint, "key"), &at.child("key"), errors);
        errors.form(&at.child("value"), text(taint, "value"), formats::label_value);
        errors.required_one_of(taint, "effect", at, &EFFECTS);
    });
    limited(device, "consumesCounters", MOST_CONSUMPTIONS, at, errors, |_, consumption, at, errors| {
        counters(consumption, "counterSet", at, errors);
    });
    duplicates(device, "consumesCounters", at, errors, |item| text(item, "counterSet").to_owned());
    let asked = "exactly one of `nodeName`, `nodeSelector`, or `allNodes` is required when `perDeviceNodeSelection` is set \
                 to true in the ResourceSlice spec";
    if per_device {
        nodes(device, false, asked, asked, at, errors);
    } else if ["nodeName", "nodeSelector", "allNodes"].iter().any(|name| some(device, name).is_some()) {
        let detail = "`nodeName`, `nodeSelector` and `allNodes` can only be set if `perDeviceNodeSelection` is set to true \
                      in the ResourceSlice spec";
        errors.invalid(at, Value::Null, detail);
    }
    binding_conditions(device, at, errors);
}

fn attribute_value(value: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let mut one = |text: &str, version: bool, at: &Path<'_>| {
        if version && !is_semantic_version(text) {
            errors.invalid(at, text, "must be a string compatible with semver.org spec 2.0.0");
        }
        if text.len() > LONGEST_VALUE {
            errors.push(FieldError::too_long(at, LONGEST_VALUE));
        }
    };
    for (name, version) in [("string", false), ("version", true)] {
        if let Some(text) = some(value, name).and_then(Value::as_str) {
            one(text, version, &at.child(name));
        }
    }
    for (name, version) in [("strings", false), ("versions", true)] {
        for (index, text) in value.items(&[name]).iter().filter_map(Value::as_str).enumerate() {
            one(text, version, &at.child(name).index(index));
        }
    }
    for name in LISTS {
        if some(value, name).is_some_and(|list| value.items(&[name]).is_empty() && list.as_list().is_some()) {
            errors.invalid(&at.child(name), part(value, name).clone(), "must not be empty if specified");
        }
    }
    let said = ["bool", "int", "string", "version"].into_iter().chain(LISTS).filter(|name| some(value, name).is_some());
    match said.count() {
        0 => errors.invalid(at, "", "exactly one value must be specified"),
        1 => {}
        _ => errors.invalid(at, value.clone(), "exactly one value must be specified"),
    }
}

/// Three numbers, perhaps followed by `-pre.release` and `+build`.
fn is_semantic_version(text: &str) -> bool {
    let (rest, build) = text.split_once('+').map_or((text, None), |(rest, build)| (rest, Some(build)));
    let (numbers, release) = rest.split_once('-').map_or((rest, None), |(numbers, release)| (numbers, Some(release)));
    let number = |text: &str| {
        !text.is_empty() && text.bytes().all(|c| c.is_ascii_digit()) && (text == "0" || !text.starts_with('0'))
    };
    let word = |text: &str| !text.is_empty() && text.bytes().all(|c| c.is_ascii_alphanumeric() || c == b'-');
    let release_word = |text: &str| word(text) && (number(text) || !text.bytes().all(|c| c.is_ascii_digit()));
    numbers.split('.').count() == 3
        && numbers.split('.').all(number)
        && release.is_none_or(|release| release.split('.').all(release_word))
        && build.is_none_or(|build| build.split('.').all(word))
}
