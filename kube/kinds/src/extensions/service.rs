//! APIService: a group and version, and who serves it.
//!
//! As upstream: kube-aggregator/pkg/apis/apiregistration (v1/defaults, validation), pkg/registry/apiservice.

use kube_api::field::{ErrorList, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, each, int, part, some, text};
use crate::defaults::{Default, To, fill};
use crate::formats;
use crate::hooks::{Column, Done, Hooks, Metadata, Row, Strategy, Subresource};
use crate::print;

pub(super) const ROW: Row = Row {
    group: "apiregistration.k8s.io",
    kind: "APIService",
    hooks: Hooks {
        default: |object| fill(object, &[Default("spec.service?.port", To::Number(443))]),
        strategy: Strategy {
            name: formats::path_segment,
            unconditional_update: false,
            reset: &[&["status"]],
            prepare_create: |object, request| {
                if object.pointer(&["spec", "service"]).is_none_or(Value::is_null) {
                    let condition = Object::from_iter([
                        ("type", Value::from("Available")),
                        ("status", "True".into()),
                        ("lastTransitionTime", print::time(request.now).into()),
                        ("reason", "Local".into()),
                        ("message", "Local APIServices are always available".into()),
                    ]);
                    object.set_pointer(&["status", "conditions"], Value::from(vec![Value::Object(condition)]));
                }
            },
            ..Strategy::PLAIN
        },
        validate_create: validate,
        validate_update: |new, _| validate(new),
        subresources: &[Subresource { metadata: Metadata::Kept, validate: status, ..Subresource::STATUS }],
        columns: &[Column::NAME, Column::text("Service"), Column::text("Available"), Column::AGE],
        cells: |object, print| {
            let service = match object.pointer(&["spec", "service"]).filter(|service| !service.is_null()) {
                Some(service) => format!("{}/{}", text(service, "namespace"), text(service, "name")),
                None => "Local".to_owned(),
            };
            let state = match print::condition(object, "Available") {
                None => "Unknown".to_owned(),
                Some(condition) if text(condition, "status") != "True" && !text(condition, "reason").is_empty() => {
                    format!("{} ({})", text(condition, "status"), text(condition, "reason"))
                }
                Some(condition) => text(condition, "status").to_owned(),
            };
            vec![print::name(object), service.into(), state.into(), print::age(object, print)]
        },
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn validate(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let spec = part(object, "spec");
    let (group, version) = (text(spec, "group"), text(spec, "version"));
    let name = object.text(&["metadata", "name"]).unwrap_or("");
    let wanted = format!("{version}.{group}");
    if name != wanted && !name.is_empty() && formats::path_segment(name).is_empty() {
        let detail = format!("must be `spec.version+\".\"+spec.group`: {wanted:?}");
        errors.invalid(&Path::new("metadata").child("name"), name, detail);
    }
    if group.is_empty() && version != "v1" {
        errors.required(&at.child("group"), "only v1 may have an empty group and it better be legacy kube");
    }
    if !group.is_empty() {
        errors.form(&at.child("group"), group, formats::dns_subdomain);
    }
    errors.form(&at.child("version"), version, formats::dns_1035_label);
    for (name, most) in [("groupPriorityMinimum", 20_000), ("versionPriority", 1000)] {
        let priority = int(spec, name);
        if !(1..=most).contains(&priority) {
            errors.invalid(&at.child(name), priority, format!("must be positive and less than {most}"));
        }
    }
    let bundle = part(spec, "caBundle").as_bytes().map_or(0, <[u8]>::len);
    let insecure = spec.flag(&["insecureSkipTLSVerify"]);
    let Some(service) = some(spec, "service") else {
        if bundle > 0 {
            let detail = "local APIServices may not have a caBundle";
            errors.invalid(&at.child("caBundle"), format!("{bundle} bytes"), detail);
        }
        if insecure {
            let detail = "local APIServices may not have insecureSkipTLSVerify";
            errors.invalid(&at.child("insecureSkipTLSVerify"), true, detail);
        }
        return errors;
    };
    let under = at.child("service");
    errors.present(service, "namespace", &under);
    errors.present(service, "name", &under);
    let port = int(service, "port");
    let faults = formats::port_number(port);
    if !faults.is_empty() {
        errors.invalid(&under.child("port"), port, format!("port is not valid: {}", faults.join(", ")));
    }
    if insecure && bundle > 0 {
        errors.invalid(&at.child("insecureSkipTLSVerify"), true, "may not be true if caBundle is present");
    }
    errors
}

fn status(new: &Value, _: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    each(part(new, "status"), "conditions", &Path::new("status"), |_, condition, at| {
        let words = ["True", "False", "Unknown"];
        if !words.contains(&text(condition, "status")) {
            errors.not_supported(&at.child("status"), text(condition, "status"), &words);
        }
    });
    errors
}
