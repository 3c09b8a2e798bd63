//! Kinds of rbac.authorization.k8s.io.
//!
//! As upstream: pkg/apis/rbac/validation, pkg/registry/rbac (who may grant what), printClusterRole and its siblings.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, each, label_selector, part, some, text};
use crate::defaults::{each_mut, set_absent};
use crate::formats;
use crate::hooks::{Attributes, Change, Column, Done, Extent, Extra, Hooks, Print, Row, Strategy};
use crate::print;

const GROUP: &str = "rbac.authorization.k8s.io";

pub(crate) static ROWS: &[Row] = &[ROLE, CLUSTER_ROLE, ROLE_BINDING, CLUSTER_ROLE_BINDING];

const STRATEGY: Strategy = Strategy { name: formats::path_segment, create_on_update: true, ..Strategy::PLAIN };

const ROLE: Row = Row {
    group: GROUP,
    kind: "Role",
    hooks: Hooks {
        strategy: STRATEGY,
        validate_create: |role| rules(role, true),
        validate_update: |new, _| rules(new, true),
        columns: &[Column::NAME, Column::text("Created At")],
        cells: created_at,
        authorise_extra: |change| granted(change, "roles"),
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

const CLUSTER_ROLE: Row = Row {
    group: GROUP,
    kind: "ClusterRole",
    hooks: Hooks {
        strategy: STRATEGY,
        validate_create: cluster_role,
        validate_update: |new, _| cluster_role(new),
        columns: &[Column::NAME, Column::text("Created At")],
        cells: created_at,
        authorise_extra: |change| granted(change, "clusterroles"),
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

const ROLE_BINDING: Row = Row {
    group: GROUP,
    kind: "RoleBinding",
    hooks: Hooks {
        default: default_binding,
        strategy: STRATEGY,
        validate_create: |binding| check_binding(binding, true),
        validate_update: |new, old| update_binding(new, old, true),
        columns: BINDING_COLUMNS,
        cells: binding_cells,
        authorise_extra: bound,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

const CLUSTER_ROLE_BINDING: Row = Row {
    group: GROUP,
    kind: "ClusterRoleBinding",
    hooks: Hooks {
        default: default_binding,
        strategy: STRATEGY,
        validate_create: |binding| check_binding(binding, false),
        validate_update: |new, old| update_binding(new, old, false),
        columns: BINDING_COLUMNS,
        cells: binding_cells,
        authorise_extra: bound,
        done: Done::FULL,
        ..Hooks::PLAIN
    },
};

const BINDING_COLUMNS: &[Column] = &[
    Column::NAME,
    Column::text("Role"),
    Column::AGE,
    Column::wide("Users"),
    Column::wide("Groups"),
    Column::wide("ServiceAccounts"),
];

fn rules(role: &Value, namespaced: bool) -> ErrorList {
    let mut errors = ErrorList::new();
    each(role, "rules", &Path::ROOT, |_, rule, at| {
        let filled = |name: &str| !rule.items(&[name]).is_empty();
        if !filled("verbs") {
            errors.required(&at.child("verbs"), "verbs must contain at least one value");
        }
        if filled("nonResourceURLs") {
            let (at, shown) = (at.child("nonResourceURLs"), rule.get("nonResourceURLs").cloned().unwrap_or_default());
            if namespaced {
                errors.invalid(&at, shown.clone(), "namespaced rules cannot apply to non-resource URLs");
            }
            if filled("apiGroups") || filled("resources") || filled("resourceNames") {
                errors.invalid(&at, shown, "rules cannot apply to both regular resources and non-resource URLs");
            }
            return;
        }
        if !filled("apiGroups") {
            errors.required(&at.child("apiGroups"), "resource rules must supply at least one api group");
        }
        if !filled("resources") {
            errors.required(&at.child("resources"), "resource rules must supply at least one resource");
        }
    });
    errors
}

fn cluster_role(role: &Value) -> ErrorList {
    let mut errors = rules(role, false);
    if let Some(aggregation) = some(role, "aggregationRule") {
        let at = Path::new("aggregationRule");
        if aggregation.items(&["clusterRoleSelectors"]).is_empty() {
            errors.required(
                &at.child("clusterRoleSelectors"),
                "at least one clusterRoleSelector required if aggregationRule is non-nil",
            );
        }
        each(aggregation, "clusterRoleSelectors", &at, |_, selector, at| {
            label_selector(Some(selector), at, &mut errors);
        });
    }
    errors
}

fn default_binding(binding: &mut Value) {
    set_absent(binding.make_object().entry("roleRef"), "apiGroup", GROUP);
    each_mut(binding, "subjects", |subject| {
        if matches!(text(subject, "kind"), "User" | "Group") {
            set_absent(subject, "apiGroup", GROUP);
        }
    });
}

fn check_binding(binding: &Value, namespaced: bool) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("roleRef");
    let role = part(binding, "roleRef");
    let group = text(role, "apiGroup");
    if group != GROUP {
        errors.not_supported(&at.child("apiGroup"), group, &[GROUP]);
    }
    let kinds: &[&str] = if namespaced { &["Role", "ClusterRole"] } else { &["ClusterRole"] };
    if !kinds.contains(&text(role, "kind")) {
        errors.not_supported(&at.child("kind"), text(role, "kind"), kinds);
    }
    errors.named(role, "name", &at, formats::path_segment);
    each(binding, "subjects", &Path::ROOT, |_, subject, at| {
        let (name, group) = (text(subject, "name"), text(subject, "apiGroup"));
        if name.is_empty() {
            errors.required(&at.child("name"), "");
        }
        match text(subject, "kind") {
            "ServiceAccount" => {
                if !name.is_empty() {
                    errors.form(&at.child("name"), name, formats::dns_subdomain);
                }
                if !group.is_empty() {
                    errors.not_supported(&at.child("apiGroup"), group, &[""]);
                }
                if !namespaced && text(subject, "namespace").is_empty() {
                    errors.required(&at.child("namespace"), "");
                }
            }
            "User" | "Group" => {
                if group != GROUP {
                    errors.not_supported(&at.child("apiGroup"), group, &[GROUP]);
                }
            }
            other => errors.not_supported(&at.child("kind"), other, &["ServiceAccount", "User", "Group"]),
        }
    });
    errors
}

fn update_binding(new: &Value, old: &Value, namespaced: bool) -> ErrorList {
    let mut errors = check_binding(new, namespaced);
    if new.get("roleRef") != old.get("roleRef") {
        errors.invalid(&Path::new("roleRef"), part(new, "roleRef").clone(), "cannot change roleRef");
    }
    errors
}

/// A question about one object of this group.
fn attributes(change: &Change<'_>, verb: &str, resource: &str, name: &str) -> Attributes {
    Attributes {
        verb: verb.to_owned(),
        group: GROUP.to_owned(),
        resource: resource.to_owned(),
        namespace: change.namespace.to_owned(),
        name: name.to_owned(),
    }
}

/// Nobody gives what he does not have, unless he may escalate.
fn granted(change: &Change<'_>, resource: &str) -> Vec<Extra> {
    let rules = change.new.items(&["rules"]);
    let unchanged = change.old.is_some_and(|old| {
        old.get("rules") == change.new.get("rules") && old.get("aggregationRule") == change.new.get("aggregationRule")
    });
    if unchanged {
        return Vec::new();
    }
    let name = change.new.text(&["metadata", "name"]).unwrap_or("");
    let unless = attributes(change, "escalate", resource, name);
    let mut rules = rules.to_vec();
    if some(change.new, "aggregationRule").is_some() {
        // What will be aggregated is not known, so everything must be held.
        rules.push(kube_api::value!({"verbs": ["*"], "apiGroups": ["*"], "resources": ["*"]}));
        rules.push(kube_api::value!({"verbs": ["*"], "nonResourceURLs": ["*"]}));
    }
    vec![Extra::Holds { rules, unless }]
}

/// Nobody binds a role whose rules he does not have, unless he may bind it.
fn bound(change: &Change<'_>) -> Vec<Extra> {
    let same = |old: &Value| {
        old.get("roleRef") == change.new.get("roleRef") && old.get("subjects") == change.new.get("subjects")
    };
    if change.old.is_some_and(same) {
        return Vec::new();
    }
    let role = part(change.new, "roleRef");
    let resource = if text(role, "kind") == "Role" { "roles" } else { "clusterroles" };
    let unless = attributes(change, "bind", resource, text(role, "name"));
    vec![Extra::HoldsRole { role_ref: role.clone(), unless }]
}

fn created_at(object: &Value, _: &Print) -> Vec<Value> {
    vec![print::name(object), object.text(&["metadata", "creationTimestamp"]).unwrap_or("").into()]
}

fn binding_cells(binding: &Value, print: &Print) -> Vec<Value> {
    let role = part(binding, "roleRef");
    let subjects = |kind: &str| {
        let found = binding.items(&["subjects"]).iter().filter(|subject| text(subject, "kind") == kind);
        let names: Vec<String> = found
            .map(|subject| match (kind, text(subject, "namespace")) {
                ("ServiceAccount", namespace) => format!("{namespace}/{}", text(subject, "name")),
                _ => text(subject, "name").to_owned(),
            })
            .collect();
        Value::from(names.join(", "))
    };
    vec![
        print::name(binding),
        format!("{}/{}", text(role, "kind"), text(role, "name")).into(),
        print::age(binding, print),
        subjects("User"),
        subjects("Group"),
        subjects("ServiceAccount"),
    ]
}
