//! Kinds of the apps group.

pub(crate) mod deployment;
mod sets;

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, int, text};
use crate::hooks::{Column, Done, Extent, Hooks, Row};
use crate::print::{self, NONE};

pub(crate) static ROWS: &[Row] =
    &[deployment::DEPLOYMENT, deployment::REPLICA_SET, sets::STATEFUL_SET, sets::DAEMON_SET, CONTROLLER_REVISION];

const CONTROLLER_REVISION: Row = Row {
    group: "apps",
    kind: "ControllerRevision",
    hooks: Hooks {
        validate_create: |object| {
            let mut errors = revision(object);
            match object.get("data") {
                None | Some(Value::Null) => errors.required(&Path::new("data"), "data is mandatory"),
                Some(Value::Object(_)) => {}
                Some(_) => errors.required(&Path::new("data"), "data must be a valid JSON object"),
            }
            errors
        },
        validate_update: |new, old| {
            let mut errors = revision(new);
            errors.immutable(new, old, "data", &Path::ROOT);
            errors
        },
        columns: &[Column::NAME, Column::text("Controller"), Column::integer("Revision"), Column::AGE],
        cells: |object, print| {
            vec![
                print::name(object),
                controller(object).into(),
                int(object, "revision").into(),
                print::age(object, print),
            ]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn revision(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    errors.non_negative(object, "revision", &Path::ROOT);
    errors
}

/// The owner that controls an object, as `kind.group/name`.
fn controller(object: &Value) -> String {
    let owners = object.items(&["metadata", "ownerReferences"]);
    let Some(owner) = owners.iter().find(|owner| owner.flag(&["controller"])) else { return NONE.to_owned() };
    let kind = text(owner, "kind").to_lowercase();
    match text(owner, "apiVersion").split_once('/') {
        Some((group, _)) => format!("{kind}.{group}/{}", text(owner, "name")),
        None => format!("{kind}/{}", text(owner, "name")),
    }
}
