//! ServiceCIDR and IPAddress: which addresses services have.

use kube_api::field::{ErrorList, Path};
use kube_api::value::Value;

use crate::check::{Faults, IMMUTABLE, part, text, texts};
use crate::formats::{self, cidr};
use crate::hooks::{Column, Done, Extent, Hooks, Row, Strategy, Subresource};
use crate::print::{self, NONE};

use super::GROUP;

pub(super) const SERVICE_CIDR: Row = Row {
    group: GROUP,
    kind: "ServiceCIDR",
    hooks: Hooks {
        strategy: Strategy { reset: &[&["status"]], ..Strategy::PLAIN },
        validate_create: service_cidr,
        validate_update: |new, old| {
            let mut errors = ErrorList::new();
            let (now, then) = (texts(part(new, "spec"), "cidrs"), texts(part(old, "spec"), "cidrs"));
            let at = Path::new("spec");
            let grown = then.len() == 1 && now.len() == 2;
            if now != then && !(grown && now.first() == then.first()) {
                errors.invalid(&at.child("cidrs"), part(part(new, "spec"), "cidrs").clone(), IMMUTABLE);
            } else if grown {
                errors.extend(service_cidr(new));
            }
            errors
        },
        subresources: &[Subresource::STATUS],
        columns: &[Column::NAME, Column::text("CIDRs"), Column::AGE],
        cells: |object, print| {
            let ranges = texts(part(object, "spec"), "cidrs").join(",");
            vec![print::name(object), ranges.into(), print::age(object, print)]
        },
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

pub(super) const IP_ADDRESS: Row = Row {
    group: GROUP,
    kind: "IPAddress",
    hooks: Hooks {
        strategy: Strategy {
            // The name is the address itself.
            name: |name| formats::canonical_ip(name).err().into_iter().collect(),
            ..Strategy::PLAIN
        },
        validate_create: ip_address,
        validate_update: |new, old| {
            let mut errors = ip_address(new);
            errors.immutable(part(new, "spec"), part(old, "spec"), "parentRef", &Path::new("spec"));
            errors
        },
        columns: &[Column::NAME, Column::text("ParentRef"), Column::AGE],
        cells: |object, print| {
            let parent = part(part(object, "spec"), "parentRef");
            let mut shown = text(parent, "resource").to_owned();
            if !text(parent, "group").is_empty() {
                shown = format!("{shown}.{}", text(parent, "group"));
            }
            for name in ["namespace", "name"] {
                if !text(parent, name).is_empty() {
                    shown = format!("{shown}/{}", text(parent, name));
                }
            }
            let shown = if shown.is_empty() { NONE.to_owned() } else { shown };
            vec![print::name(object), shown.into(), print::age(object, print)]
        },
        selectable: &[],
        done: Done { defaults: Extent::Nothing, ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn service_cidr(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = Path::new("spec");
    let at = spec.child("cidrs");
    let ranges = texts(part(object, "spec"), "cidrs");
    if ranges.is_empty() {
        errors.required(&at, "at least one CIDR required");
        return errors;
    }
    let shown = || part(part(object, "spec"), "cidrs").clone();
    if ranges.len() > 2 {
        errors.invalid(&at, shown(), "may only hold up to 2 values");
    }
    let parsed: Vec<_> = ranges.iter().filter_map(|range| cidr(range).ok()).collect();
    let v4 = parsed.iter().filter(|range| range.address.is_ipv4()).count();
    if ranges.len() > 1 && parsed.len() == ranges.len() && v4 != 1 {
        errors.invalid(
            &at,
            shown(),
            "may specify no more than one IP for each IP family, i.e 192.168.0.0/24 and 2001:db8::/96",
        );
    }
    for (index, range) in ranges.iter().enumerate() {
        if let Err(fault) = formats::canonical_cidr(range) {
            errors.invalid(&at.index(index), *range, fault);
        }
    }
    errors
}

fn ip_address(object: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = Path::new("spec");
    let at = spec.child("parentRef");
    let Some(parent) = object.pointer(&["spec", "parentRef"]).filter(|parent| !parent.is_null()) else {
        errors.required(&at, "");
        return errors;
    };
    if let Some(group) = parent.text(&["group"]) {
        errors.form(&at.child("group"), group, formats::dns_subdomain);
    }
    for name in ["resource", "name"] {
        errors.named(parent, name, &at, formats::path_segment);
    }
    if let Some(namespace) = parent.text(&["namespace"]) {
        errors.form(&at.child("namespace"), namespace, formats::path_segment);
    }
    errors
}
