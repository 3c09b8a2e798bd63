//! ValidatingWebhookConfiguration and MutatingWebhookConfiguration.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, label_selector, part, some, text, texts};
use crate::defaults::{Default, To, fill};
use crate::formats;
use crate::hooks::{Column, Done, Generation, Hooks, Row, Strategy};
use crate::print;

use super::{conditions, rule, service};

pub(super) const VALIDATING: Row =
    Row { group: "admissionregistration.k8s.io", kind: "ValidatingWebhookConfiguration", hooks: HOOKS };

pub(super) const MUTATING: Row = Row {
    group: "admissionregistration.k8s.io",
    kind: "MutatingWebhookConfiguration",
    hooks: Hooks {
        default: |object| {
            fill(object, DEFAULTS);
            fill(object, &[Default("webhooks[].reinvocationPolicy", To::Text("Never"))]);
        },
        ..HOOKS
    },
};

const HOOKS: Hooks = Hooks {
    default: |object| fill(object, DEFAULTS),
    strategy: Strategy {
        generation: Generation::When(|new, old| new.get("webhooks") != old.get("webhooks")),
        unconditional_update: false,
        ..Strategy::PLAIN
    },
    validate_create: |new| validate(new, Asked::ALL),
    validate_update: |new, old| validate(new, Asked::of(old)),
    columns: &[Column::NAME, Column::integer("Webhooks"), Column::AGE],
    cells: |object, print| {
        vec![print::name(object), print::count(object, &["webhooks"]).into(), print::age(object, print)]
    },
    done: Done::FULL,
    ..Hooks::PLAIN
};

const DEFAULTS: &[Default] = &[
    Default("webhooks[].failurePolicy", To::Text("Fail")),
    Default("webhooks[].matchPolicy", To::Text("Equivalent")),
    Default("webhooks[].namespaceSelector", To::Empty),
    Default("webhooks[].objectSelector", To::Empty),
    Default("webhooks[].timeoutSeconds", To::Number(10)),
    Default("webhooks[].rules[].scope", To::Text("*")),
    Default("webhooks[].clientConfig.service?.port", To::Number(443)),
];

/// Rules that older releases did not have: whoever broke them before may go on.
#[derive(Clone, Copy)]
struct Asked {
    no_effects: bool,
    known_version: bool,
    unique: bool,
}

impl Asked {
    const ALL: Asked = Asked { no_effects: true, known_version: true, unique: true };

    fn of(old: &Value) -> Asked {
        let hooks = old.items(&["webhooks"]);
        let known = |hook: &Value| texts(hook, "admissionReviewVersions").iter().any(|word| VERSIONS.contains(word));
        let names: Vec<&str> = hooks.iter().map(|hook| text(hook, "name")).collect();
        Asked {
            no_effects: hooks.iter().all(|hook| NO_EFFECTS.contains(&text(hook, "sideEffects"))),
            known_version: hooks.iter().all(known),
            unique: names.iter().enumerate().all(|(index, name)| !names.iter().take(index).any(|other| other == name)),
        }
    }
}

const VERSIONS: [&str; 2] = ["v1", "v1beta1"];
const NO_EFFECTS: [&str; 2] = ["None", "NoneOnDryRun"];
const ALL_EFFECTS: [&str; 4] = ["None", "NoneOnDryRun", "Some", "Unknown"];

fn validate(object: &Value, asked: Asked) -> ErrorList {
    let mut errors = ErrorList::new();
    let names: Vec<&str> = object.items(&["webhooks"]).iter().map(|hook| text(hook, "name")).collect();
    each(object, "webhooks", &Path::ROOT, |index, hook, at| {
        webhook(hook, asked, at, &mut errors);
        versions(hook, asked, at, &mut errors);
        let name = text(hook, "name");
        if asked.unique && !name.is_empty() && names.iter().take(index).any(|other| *other == name) {
            errors.duplicate(&at.child("name"), name);
        }
    });
    errors
}

fn webhook(hook: &Value, asked: Asked, at: &Path<'_>, errors: &mut ErrorList) {
    let name = text(hook, "name");
    let name_at = at.child("name");
    let faults = formats::dns_subdomain(name);
    match () {
        () if name.is_empty() => errors.required(&name_at, ""),
        () if !faults.is_empty() => errors.invalid(&name_at, name, faults.join(",")),
        () if name.split('.').count() < 3 => {
            errors.invalid(&name_at, name, "should be a domain with at least three segments separated by dots");
        }
        () => {}
    }
    each(hook, "rules", at, |_, item, at| rule(item, at, errors));
    errors.one_of(hook, "failurePolicy", at, &["Fail", "Ignore"]);
    errors.one_of(hook, "matchPolicy", at, &["Equivalent", "Exact"]);
    let effects: &[&str] = if asked.no_effects { &NO_EFFECTS } else { &ALL_EFFECTS };
    if some(hook, "sideEffects").is_none() {
        errors.required(&at.child("sideEffects"), &format!("must specify one of {}", effects.join(", ")));
    }
    errors.one_of(hook, "sideEffects", at, effects);
    let seconds = some(hook, "timeoutSeconds").and_then(Value::as_int);
    if let Some(seconds) = seconds.filter(|seconds| !(1..=30).contains(seconds)) {
        errors.invalid(&at.child("timeoutSeconds"), seconds, "the timeout value must be between 1 and 30 seconds");
    }
    for name in ["namespaceSelector", "objectSelector"] {
        label_selector(some(hook, name), &at.child(name), errors);
    }
    errors.one_of(hook, "reinvocationPolicy", at, &["IfNeeded", "Never"]);
    client(part(hook, "clientConfig"), &at.child("clientConfig"), errors);
    conditions(hook, at, errors);
    errors.extend(kube_cel::policies::check_conditions(hook, at));
}

/// Where a webhook is: an address or a service.
pub(crate) fn client(config: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    match (some(config, "url"), some(config, "service")) {
        (Some(address), None) => url(address.as_str().unwrap_or(""), &at.child("url"), errors),
        (None, Some(target)) => service(target, &at.child("service"), errors),
        _ => errors.required(at, "exactly one of url or service is required"),
    }
}

/// An address of the form `https://host[/path]`.
fn url(address: &str, at: &Path<'_>, errors: &mut ErrorList) {
    const FORM: &str = "; desired format: https://host[/path]";
    let (rest, fragment) = address.split_once('#').map_or((address, ""), |(rest, fragment)| (rest, fragment));
    let (rest, query) = rest.split_once('?').map_or((rest, ""), |(rest, query)| (rest, query));
    let (scheme, rest) = rest.split_once(':').map_or(("", rest), |(scheme, rest)| (scheme, rest));
    let authority = rest.strip_prefix("//").map_or("", |rest| rest.split('/').next().unwrap_or(""));
    let (user, host) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
    if !scheme.eq_ignore_ascii_case("https") {
        errors.invalid(at, scheme, format!("'https' is the only allowed URL scheme{FORM}"));
    }
    if host.is_empty() {
        errors.invalid(at, host, format!("host must be specified{FORM}"));
    }
    if let Some(user) = user {
        errors.invalid(at, user, "user information is not permitted in the URL");
    }
    if !fragment.is_empty() {
        errors.invalid(at, fragment, "fragments are not permitted in the URL");
    }
    if !query.is_empty() {
        errors.invalid(at, query, "query parameters are not permitted in the URL");
    }
}

fn versions(hook: &Value, asked: Asked, at: &Path<'_>, errors: &mut ErrorList) {
    let words = texts(hook, "admissionReviewVersions");
    let at = at.child("admissionReviewVersions");
    if words.is_empty() {
        errors.required(&at, &format!("must specify one of {}", VERSIONS.join(", ")));
        return;
    }
    for (index, word) in words.iter().enumerate() {
        if words.iter().take(index).any(|other| other == word) {
            errors.invalid(&at.index(index), *word, "duplicate version");
            continue;
        }
        errors.form(&at.index(index), word, formats::dns_1035_label);
    }
    if asked.known_version && !words.iter().any(|word| VERSIONS.contains(word)) {
        let list = hook.get("admissionReviewVersions").cloned().unwrap_or_default();
        errors.invalid(&at, list, format!("must include at least one of {}", VERSIONS.join(", ")));
    }
}
