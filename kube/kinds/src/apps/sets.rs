//! StatefulSets and DaemonSets.
//!
//! As upstream: pkg/apis/apps (defaults, validation), pkg/registry/apps, printStatefulSet and printDaemonSet.

use kube_api::field::{ErrorList, Path};
use kube_api::value::{List, Value};

use super::deployment::template;
use crate::check::{Faults, each, int, label_selector, part, same, selects_all, some, text};
use crate::core::claim;
use crate::defaults::To::{Empty, Number, Text};
use crate::defaults::{Default, each_mut, fill};
use crate::formats;
use crate::hooks::{Column, Done, Hooks, Print, Request, Row, Strategy, Subresource};
use crate::print;
use crate::workload::{
    at_most, at_most_all, collisions, counts, endless_template, fit, int_or_percent, selector_and_template, size,
    template_warnings,
};

pub(super) const STATEFUL_SET: Row = Row {
    group: "apps",
    kind: "StatefulSet",
    hooks: Hooks {
        default: default_stateful,
        strategy: Strategy { name: formats::dns_label, ..Strategy::WITH_STATUS },
        validate_create: |object| {
            let mut errors = stateful(part(object, "spec"), true);
            let service = text(part(object, "spec"), "serviceName");
            if !service.is_empty() {
                errors.form(&Path::new("spec").child("serviceName"), service, formats::dns_label);
            }
            errors
        },
        validate_update: update_stateful,
        subresources: &[Subresource { validate: stateful_status, ..Subresource::STATUS }],
        warnings: template_warnings,
        columns: &[
            Column::NAME,
            Column::text("Ready"),
            Column::AGE,
            Column::wide("Containers"),
            Column::wide("Images"),
        ],
        cells: stateful_cells,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

pub(super) const DAEMON_SET: Row = Row {
    group: "apps",
    kind: "DaemonSet",
    hooks: Hooks {
        default: default_daemon,
        strategy: Strategy {
            prepare_create: create_daemon,
            prepare_update: update_template_generation,
            ..Strategy::WITH_STATUS
        },
        validate_create: |object| daemon(part(object, "spec")),
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            errors.immutable(part(new, "spec"), part(old, "spec"), "selector", &Path::new("spec"));
            errors.extend(daemon(part(new, "spec")));
            errors
        },
        subresources: &[Subresource { validate: daemon_status, ..Subresource::STATUS }],
        warnings: template_warnings,
        columns: &[
            Column::NAME,
            Column::integer("Desired"),
            Column::integer("Current"),
            Column::integer("Ready"),
            Column::integer("Up-to-date"),
            Column::integer("Available"),
            Column::text("Node Selector"),
            Column::AGE,
            Column::wide("Containers"),
            Column::wide("Images"),
            Column::wide("Selector"),
        ],
        cells: daemon_cells,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

fn default_stateful(set: &mut Value) {
    template(set);
    fill(set, &[Default("spec.podManagementPolicy", Text("OrderedReady"))]);
    if set.text(&["spec", "updateStrategy", "type"]).is_none() {
        fill(
            set,
            &[
                Default("spec.updateStrategy.type", Text("RollingUpdate")),
                Default("spec.updateStrategy.rollingUpdate", Empty),
            ],
        );
    }
    if set.text(&["spec", "updateStrategy", "type"]) == Some("RollingUpdate") {
        fill(
            set,
            &[
                Default("spec.updateStrategy.rollingUpdate?.partition", Number(0)),
                Default("spec.updateStrategy.rollingUpdate?.maxUnavailable", Number(1)),
            ],
        );
    }
    fill(
        set,
        &[
            Default("spec.persistentVolumeClaimRetentionPolicy.whenDeleted", Text("Retain")),
            Default("spec.persistentVolumeClaimRetentionPolicy.whenScaled", Text("Retain")),
            Default("spec.replicas", Number(1)),
            Default("spec.revisionHistoryLimit", Number(10)),
        ],
    );
    if let Some(spec) = set.get_mut("spec") {
        each_mut(spec, "volumeClaimTemplates", |template| {
            fill(template, &[Default("status.phase", Text("Pending"))]);
            claim::default_spec(template.make_object().entry("spec"));
        });
    }
}

fn stateful(spec: &Value, new: bool) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    match text(spec, "podManagementPolicy") {
        "" => errors.required(&at.child("podManagementPolicy"), ""),
        "OrderedReady" | "Parallel" => {}
        other => errors.invalid(&at.child("podManagementPolicy"), other, "must be 'OrderedReady' or 'Parallel'"),
    }
    stateful_strategy(part(spec, "updateStrategy"), &at.child("updateStrategy"), &mut errors);
    if let Some(policy) = some(spec, "persistentVolumeClaimRetentionPolicy") {
        let at = at.child("persistentVolumeClaimRetentionPolicy");
        for name in ["whenDeleted", "whenScaled"] {
            let found = text(policy, name);
            if !["Retain", "Delete"].contains(&found) {
                errors.not_supported(&at.child(name), found, &["Retain", "Delete"]);
            }
        }
    }
    if new {
        each(spec, "volumeClaimTemplates", &at, |_, template, at| {
            claim::spec(part(template, "spec"), &at.child("spec"), &mut errors);
        });
    }
    counts(spec, &["replicas", "minReadySeconds"], &at, &mut errors);
    let start = spec.int(&["ordinals", "start"]).unwrap_or(0);
    if start < 0 {
        errors.invalid(&at.child("ordinals.start"), start, crate::check::NEGATIVE);
    }
    selector_and_template(spec, "statefulset", &at, &mut errors);
    endless_template(&with_claims(spec), "StatefulSet", &at.child("template"), &mut errors);
    errors
}

/// The template as pods will have it: a volume for each claim, host names given by the set.
fn with_claims(spec: &Value) -> Value {
    let mut template = part(spec, "template").clone();
    let claims = spec.items(&["volumeClaimTemplates"]);
    for name in ["subdomain", "hostname"] {
        template.remove_pointer(&["spec", name]);
    }
    if claims.is_empty() {
        return template;
    }
    let name = |claim: &Value| claim.text(&["metadata", "name"]).unwrap_or("").to_owned();
    let mut volumes: List = claims
        .iter()
        .map(|claim| {
            let name = name(claim);
            kube_api::value!({"name": (name.as_str()), "persistentVolumeClaim": {"claimName": (name.as_str())}})
        })
        .collect();
    let own = template.items(&["spec", "volumes"]).iter();
    let own: Vec<Value> =
        own.filter(|volume| !claims.iter().any(|claim| name(claim) == text(volume, "name"))).cloned().collect();
    volumes.extend(own);
    template.set_pointer(&["spec", "volumes"], volumes);
    template
}

fn stateful_strategy(strategy: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let at_rolling = at.child("rollingUpdate");
    match (text(strategy, "type"), some(strategy, "rollingUpdate")) {
        ("", _) => errors.required(at, ""),
        ("OnDelete", Some(rolling)) => {
            errors.invalid(&at_rolling, rolling.clone(), "only allowed for updateStrategy 'RollingUpdate'");
        }
        ("OnDelete", None) | ("RollingUpdate", None) => {}
        ("RollingUpdate", Some(rolling)) => {
            errors.non_negative(rolling, "partition", &at_rolling);
            if let Some(gone) = some(rolling, "maxUnavailable") {
                let at = at_rolling.child("maxUnavailable");
                int_or_percent(Some(gone), &at, errors);
                if size(Some(gone)) == 0 {
                    errors.invalid(&at, gone.clone(), "cannot be 0");
                }
                at_most_all(Some(gone), &at, errors);
            }
        }
        _ => errors.invalid(at, strategy.clone(), "must be 'RollingUpdate' or 'OnDelete'"),
    }
}

const MAY_CHANGE: &[&str] = &[
    "replicas",
    "template",
    "updateStrategy",
    "minReadySeconds",
    "ordinals",
    "revisionHistoryLimit",
    "persistentVolumeClaimRetentionPolicy",
];

fn update_stateful(new: &Value, old: &Value) -> ErrorList {
    let mut errors = stateful(part(new, "spec"), false);
    let rest = |object: &Value| {
        let mut spec = part(object, "spec").clone();
        MAY_CHANGE.iter().for_each(|name| drop(spec.remove(name)));
        spec
    };
    if !same(Some(&rest(new)), Some(&rest(old))) {
        errors.forbidden(
            &Path::new("spec"),
            "updates to statefulset spec for fields other than 'replicas', 'ordinals', 'template', 'updateStrategy', \
             'revisionHistoryLimit', 'persistentVolumeClaimRetentionPolicy' and 'minReadySeconds' are forbidden",
        );
    }
    errors
}

fn stateful_status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let status = part(new, "status");
    let names = ["readyReplicas", "currentReplicas", "updatedReplicas", "availableReplicas"];
    counts(status, &["replicas"], &at, &mut errors);
    counts(status, &names, &at, &mut errors);
    counts(status, &["observedGeneration", "collisionCount"], &at, &mut errors);
    for name in names {
        at_most(status, name, "replicas", "status.replicas", &at, &mut errors);
    }
    at_most(status, "availableReplicas", "readyReplicas", "status.readyReplicas", &at, &mut errors);
    collisions(new, old, &at, &mut errors);
    errors
}

fn stateful_cells(object: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(object, "spec"), part(object, "status"));
    let [names, images] = print::containers(spec.pointer(&["template", "spec"]));
    vec![
        print::name(object),
        format!("{}/{}", int(status, "readyReplicas"), int(spec, "replicas")).into(),
        print::age(object, print),
        names,
        images,
    ]
}

fn default_daemon(set: &mut Value) {
    template(set);
    fill(
        set,
        &[Default("spec.updateStrategy.type", Text("RollingUpdate")), Default("spec.revisionHistoryLimit", Number(10))],
    );
    if set.text(&["spec", "updateStrategy", "type"]) == Some("RollingUpdate") {
        fill(
            set,
            &[
                Default("spec.updateStrategy.rollingUpdate.maxUnavailable", Number(1)),
                Default("spec.updateStrategy.rollingUpdate.maxSurge", Number(0)),
            ],
        );
    }
}

/// As upstream: what was a field in an older version lives on as an annotation.
const TEMPLATE_GENERATION: [&str; 3] = ["metadata", "annotations", "deprecated.daemonset.template.generation"];

fn create_daemon(set: &mut Value, _: &Request<'_>) {
    let given = set.text(&TEMPLATE_GENERATION).and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
    set.set_pointer(&TEMPLATE_GENERATION, given.max(1).to_string());
}

fn update_template_generation(new: &mut Value, old: &Value, _: &Request<'_>) {
    let stored = old.text(&TEMPLATE_GENERATION).and_then(|text| text.parse::<i64>().ok()).unwrap_or(0);
    let template = |object: &Value| object.pointer(&["spec", "template"]).cloned();
    let changed = !same(template(new).as_ref(), template(old).as_ref());
    new.set_pointer(&TEMPLATE_GENERATION, (stored + i64::from(changed)).to_string());
}

fn daemon(spec: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("spec");
    let selector = some(spec, "selector");
    label_selector(selector, &at.child("selector"), &mut errors);
    if selector.is_none() {
        errors.required(&at.child("selector"), "");
    }
    fit(spec, &at, &mut errors);
    if let Some(selector) = selector.filter(|selector| selects_all(selector)) {
        errors.invalid(&at.child("selector"), selector.clone(), "empty selector is invalid for daemonset");
    }
    endless_template(part(spec, "template"), "DaemonSet", &at.child("template"), &mut errors);
    counts(spec, &["minReadySeconds"], &at, &mut errors);
    let strategy = part(spec, "updateStrategy");
    let at_strategy = at.child("updateStrategy");
    match (text(strategy, "type"), some(strategy, "rollingUpdate")) {
        ("OnDelete", _) => {}
        ("RollingUpdate", None) => errors.required(&at_strategy.child("rollingUpdate"), ""),
        ("RollingUpdate", Some(rolling)) => {
            daemon_rolling(rolling, &at_strategy.child("rollingUpdate"), &mut errors);
        }
        _ => errors.not_supported(&at_strategy, strategy.clone(), &["RollingUpdate", "OnDelete"]),
    }
    counts(spec, &["revisionHistoryLimit"], &at, &mut errors);
    errors
}

fn daemon_rolling(rolling: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let (gone, more) = (rolling.get("maxUnavailable"), rolling.get("maxSurge"));
    let (at_gone, at_more) = (at.child("maxUnavailable"), at.child("maxSurge"));
    int_or_percent(gone, &at_gone, errors);
    int_or_percent(more, &at_more, errors);
    at_most_all(gone, &at_gone, errors);
    at_most_all(more, &at_more, errors);
    match (size(gone) != 0, size(more) != 0) {
        (true, true) => errors.invalid(
            &at_more,
            more.cloned().unwrap_or_default(),
            "may not be set when maxUnavailable is non-zero",
        ),
        (false, false) => errors.required(&at_gone, "cannot be 0 when maxSurge is 0"),
        _ => {}
    }
}

fn daemon_status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    counts(
        part(new, "status"),
        &[
            "currentNumberScheduled",
            "numberMisscheduled",
            "desiredNumberScheduled",
            "numberReady",
            "observedGeneration",
            "updatedNumberScheduled",
            "numberAvailable",
            "numberUnavailable",
            "collisionCount",
        ],
        &at,
        &mut errors,
    );
    collisions(new, old, &at, &mut errors);
    errors
}

fn daemon_cells(object: &Value, print: &Print) -> Vec<Value> {
    let (spec, status) = (part(object, "spec"), part(object, "status"));
    let [names, images] = print::containers(spec.pointer(&["template", "spec"]));
    vec![
        print::name(object),
        int(status, "desiredNumberScheduled").into(),
        int(status, "currentNumberScheduled").into(),
        int(status, "numberReady").into(),
        int(status, "updatedNumberScheduled").into(),
        int(status, "numberAvailable").into(),
        print::labels(spec.pointer(&["template", "spec", "nodeSelector"])).into(),
        print::age(object, print),
        names,
        images,
        print::selector(spec.get("selector")).into(),
    ]
}
