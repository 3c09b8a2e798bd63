//! Services. Addresses and node ports are allotted by the API server; what is checked here is that they fit.
//!
//! As upstream: validateService and its parts of pkg/apis/core/validation, pkg/registry/core/service.

use kube_api::field::{ErrorList, FieldError, Path};
use kube_api::value::{Object, Value};

use crate::check::{Faults, each, int, legacy_cidr, legacy_ip, part, port, some, text, texts};
use crate::core::endpoints;
use crate::defaults::{each_mut, set_absent};
use crate::formats;
use crate::hooks::{Column, Done, Extent, Hooks, Print, Request, Row, Selectable, Strategy, Subresource};
use crate::metadata;
use crate::print::{self, NONE};

pub(crate) const ROW: Row = Row {
    group: "",
    kind: "Service",
    hooks: Hooks {
        default,
        strategy: Strategy {
            // As upstream since 1.36: a service's name is any label.
            name: formats::dns_label,
            create_on_update: true,
            reset: &[&["status"]],
            prepare_create: |service, _| drop_type_dependent(service),
            prepare_update,
            ..Strategy::PLAIN
        },
        validate_create: |service| validate(service, None),
        validate_update: update,
        subresources: &[Subresource { validate: status, ..Subresource::STATUS }],
        columns: &[
            Column::NAME,
            Column::text("Type"),
            Column::text("Cluster-IP"),
            Column::text("External-IP"),
            Column::text("Port(s)"),
            Column::AGE,
            Column::wide("Selector"),
        ],
        cells,
        selectable: &[
            Selectable::new("spec.clusterIP", &["spec", "clusterIP"]),
            Selectable::new("spec.type", &["spec", "type"]),
        ],
        done: Done { strategy: Extent::Part("allotting addresses and ports is the API server's"), ..Done::FULL },
        ..Hooks::PLAIN
    },
};

fn default(service: &mut Value) {
    let spec = service.make_object().entry("spec");
    spec.make_object();
    set_absent(spec, "sessionAffinity", "None");
    match text(spec, "sessionAffinity") {
        "None" => {
            spec.remove("sessionAffinityConfig");
        }
        "ClientIP" if spec.pointer(&["sessionAffinityConfig", "clientIP", "timeoutSeconds"]).is_none() => {
            spec.set_pointer(&["sessionAffinityConfig", "clientIP", "timeoutSeconds"], 10800i64);
        }
        _ => {}
    }
    set_absent(spec, "type", "ClusterIP");
    each_mut(spec, "ports", |port| {
        set_absent(port, "protocol", "TCP");
        if port.get("targetPort").is_none_or(Value::is_zero) {
            let number = int(port, "port");
            port.set("targetPort", number);
        }
    });
    if externally_accessible(spec) {
        set_absent(spec, "externalTrafficPolicy", "Cluster");
    }
    if matches!(text(spec, "type"), "NodePort" | "LoadBalancer" | "ClusterIP") {
        set_absent(spec, "internalTrafficPolicy", "Cluster");
    }
    if text(spec, "type") == "LoadBalancer" {
        set_absent(spec, "allocateLoadBalancerNodePorts", true);
        if let Some(balancer) = service.pointer_mut(&["status", "loadBalancer"]) {
            each_mut(balancer, "ingress", |ingress| {
                if !text(ingress, "ip").is_empty() {
                    set_absent(ingress, "ipMode", "VIP");
                }
            });
        }
    }
}

fn externally_accessible(spec: &Value) -> bool {
    let kind = text(spec, "type");
    matches!(kind, "LoadBalancer" | "NodePort") || (kind == "ClusterIP" && !spec.items(&["externalIPs"]).is_empty())
}

fn needs_health_check(spec: &Value) -> bool {
    text(spec, "type") == "LoadBalancer" && text(spec, "externalTrafficPolicy") == "Local"
}

fn is_headless(spec: &Value) -> bool {
    texts(spec, "clusterIPs") == ["None"]
}

/// Fields that another type of service has no use for go when the type does not ask for them.
fn drop_type_dependent(service: &mut Value) {
    let Some(spec) = service.get_mut("spec") else { return };
    let balancer = text(spec, "type") == "LoadBalancer";
    if !balancer {
        for field in ["allocateLoadBalancerNodePorts", "loadBalancerClass"] {
            // A value that the client wrote is refused by validation; only what defaulting left goes.
            if field == "allocateLoadBalancerNodePorts" && !spec.flag(&[field]) {
                spec.remove(field);
            }
        }
    }
}

/// A change of type takes along what only the old type had, unless the client says otherwise.
///
/// As upstream: dropTypeDependentFields and patchAllocatedValues of pkg/registry/core/service.
fn prepare_update(new: &mut Value, old: &Value, _: &Request<'_>) {
    let old = part(old, "spec");
    let Some(spec) = new.get_mut("spec") else { return };
    let (now, then) = (text(spec, "type").to_owned(), text(old, "type"));
    let has_address = |kind: &str| matches!(kind, "ClusterIP" | "NodePort" | "LoadBalancer");
    let has_ports = |kind: &str| matches!(kind, "NodePort" | "LoadBalancer");
    if has_address(&now) && has_address(then) {
        for field in ["clusterIP", "clusterIPs"] {
            if spec.get(field).is_none()
                && let Some(kept) = old.get(field)
            {
                spec.set(field, kept.clone());
            }
        }
    }
    if has_ports(&now) && has_ports(then) {
        keep_node_ports(spec, old);
    }
    if needs_health_check(old) && needs_health_check(spec) && int(spec, "healthCheckNodePort") == 0 {
        let kept = int(old, "healthCheckNodePort");
        if kept != 0 {
            spec.set("healthCheckNodePort", kept);
        }
    }
    drop_unchanged(
        spec,
        old,
        has_address(then) && !has_address(&now),
        &["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"],
    );
    drop_unchanged(spec, old, externally_accessible(old) && !externally_accessible(spec), &["externalTrafficPolicy"]);
    drop_unchanged(spec, old, needs_health_check(old) && !needs_health_check(spec), &["healthCheckNodePort"]);
    let balanced = then == "LoadBalancer" && now != "LoadBalancer";
    drop_unchanged(
        spec,
        old,
        balanced,
        &["allocateLoadBalancerNodePorts", "loadBalancerClass", "loadBalancerSourceRanges"],
    );
    drop_unchanged(
        spec,
        old,
        has_address(then) && !has_address(&now),
        &["internalTrafficPolicy", "trafficDistribution"],
    );
    if has_ports(then) && !has_ports(&now) {
        let old_ports: Vec<i64> = old.items(&["ports"]).iter().map(|port| int(port, "nodePort")).collect();
        each_mut(spec, "ports", |port| {
            if old_ports.contains(&int(port, "nodePort")) {
                port.remove("nodePort");
            }
        });
    }
    sync_addresses(spec, old);
}

fn drop_unchanged(spec: &mut Value, old: &Value, when: bool, fields: &[&str]) {
    for field in fields.iter().filter(|_| when) {
        if spec.get(field) == old.get(field) {
            spec.remove(field);
        }
    }
}

/// `clusterIP` is the first of `clusterIPs`: a client that knows only the older field changes both.
fn sync_addresses(spec: &mut Value, old: &Value) {
    let (now, then) = (text(spec, "clusterIP").to_owned(), text(old, "clusterIP"));
    let unchanged = spec.get("clusterIPs") == old.get("clusterIPs");
    if now != then && unchanged {
        if now.is_empty() {
            spec.remove("clusterIPs");
        } else {
            spec.set("clusterIPs", vec![Value::from(now)]);
        }
    }
}

fn keep_node_ports(spec: &mut Value, old: &Value) {
    let key = |port: &Value| (text(port, "protocol").to_owned(), int(port, "port"));
    let wanted: Vec<i64> =
        spec.items(&["ports"]).iter().map(|port| int(port, "nodePort")).filter(|n| *n != 0).collect();
    each_mut(spec, "ports", |port| {
        if int(port, "nodePort") != 0 {
            return;
        }
        let kept = old
            .items(&["ports"])
            .iter()
            .find(|other| key(other) == key(port))
            .map_or(0, |other| int(other, "nodePort"));
        if kept != 0 && !wanted.contains(&kept) {
            port.set("nodePort", kept);
        }
    });
}

fn update(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let (now, then) = (part(new, "spec"), part(old, "spec"));
    let at = Path::new("spec");
    let external = text(now, "type") == "ExternalName" || text(then, "type") == "ExternalName";
    if !external {
        if !(is_headless(now) && is_headless(then)) {
            released(now, then, "clusterIPs", "clusterIP", &at, &mut errors);
        }
        if !is_headless(now) && !is_headless(then) {
            released(now, then, "ipFamilies", "ipFamily", &at, &mut errors);
        }
    }
    if text(now, "type") == "LoadBalancer"
        && text(then, "type") == "LoadBalancer"
        && now.get("loadBalancerClass") != then.get("loadBalancerClass")
    {
        errors.invalid(
            &at.child("loadBalancerClass"),
            now.get("loadBalancerClass").cloned().unwrap_or_default(),
            "may not change once set",
        );
    }
    balancer_class(now, &at, &mut errors);
    if needs_health_check(then)
        && needs_health_check(now)
        && int(now, "healthCheckNodePort") != int(then, "healthCheckNodePort")
    {
        errors.forbidden(&at.child("healthCheckNodePort"), "field is immutable");
    }
    errors.extend(validate(new, Some(old)));
    errors
}

/// The first of both lists stays; the second may come, and goes only when asked for.
fn released(now: &Value, then: &Value, list: &str, one: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let (new, old) = (texts(now, list), texts(then, list));
    let at_list = at.child(list);
    let shown = || now.get(list).cloned().unwrap_or(Value::List(Default::default()));
    if new.len() == old.len() {
        for index in (0..new.len()).filter(|index| new.get(*index) != old.get(*index)) {
            errors.invalid(&at_list.index(index), shown(), "may not change once set");
        }
        return;
    }
    if new.is_empty() {
        if list == "clusterIPs" || texts(now, "clusterIPs").is_empty() {
            errors.invalid(&at_list.index(0), shown(), format!("primary {one} can not be unset"));
        }
        return;
    }
    if !old.is_empty() && new.first() != old.first() {
        errors.invalid(&at_list.index(0), shown(), "may not change once set");
    }
    if new.len() == 1 && old.len() > 1 && text(now, "ipFamilyPolicy") != "SingleStack" {
        errors.invalid(
            &at.child("ipFamilyPolicy"),
            now.get("ipFamilyPolicy").cloned().unwrap_or_default(),
            format!("must be set to 'SingleStack' when releasing the secondary {one}"),
        );
    }
}

fn validate(service: &Value, old: Option<&Value>) -> ErrorList {
    let mut errors = ErrorList::new();
    let spec = part(service, "spec");
    let kept = old.map(|old| part(old, "spec"));
    let at = Path::new("spec");
    annotations(service, &mut errors);
    let kind = text(spec, "type");
    let ports = spec.items(&["ports"]);
    let headless = is_headless(spec);
    if ports.is_empty() && !headless && kind != "ExternalName" {
        errors.required(&at.child("ports"), "");
    }
    match kind {
        "LoadBalancer" | "NodePort" if headless => {
            let list = at.child("clusterIPs");
            errors.invalid(&list.index(0), "None", format!("may not be set to 'None' for {kind} services"));
        }
        "ExternalName" => external_name(spec, &at, &mut errors),
        _ => {}
    }
    check_ports(spec, &at, &mut errors);
    metadata::labels(spec.get("selector"), &at.child("selector"), &mut errors);
    affinity(spec, &at, &mut errors);
    if kind != "ExternalName" {
        addresses(spec, kept, &at, &mut errors);
    }
    let known: Vec<&str> = kept.map_or_else(Vec::new, |kept| texts(kept, "externalIPs"));
    each(spec, "externalIPs", &at, |_, ip, at| {
        let ip = ip.as_str().unwrap_or("");
        let before = errors.len();
        legacy_ip(ip, &known, at, &mut errors);
        if errors.len() == before {
            endpoints::endpoint_ip(ip, at, &mut errors);
        }
    });
    errors.required_one_of(spec, "type", &at, &["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"]);
    duplicate_ports(spec, kind, &at, &mut errors);
    source_ranges(service, spec, kept, &at, &mut errors);
    match (some(spec, "allocateLoadBalancerNodePorts").is_some(), kind == "LoadBalancer") {
        (true, false) => errors
            .forbidden(&at.child("allocateLoadBalancerNodePorts"), "may only be used when `type` is 'LoadBalancer'"),
        (false, true) => errors.required(&Path::new("allocateLoadBalancerNodePorts"), ""),
        _ => {}
    }
    balancer_class(spec, &at, &mut errors);
    traffic(spec, kind, &at, &mut errors);
    errors
}

fn annotations(service: &Value, errors: &mut ErrorList) {
    const HINTS: &str = "service.kubernetes.io/topology-aware-hints";
    const MODE: &str = "service.kubernetes.io/topology-mode";
    let of = |key: &str| service.pointer(&["metadata", "annotations", key]).and_then(Value::as_str);
    if let (Some(hints), Some(mode)) = (of(HINTS), of(MODE))
        && hints != mode
    {
        let meta = Path::new("metadata");
        let annotations = meta.child("annotations");
        errors.invalid(
            &annotations.key(MODE),
            mode,
            format!("must match annotations[{HINTS}] when both are specified"),
        );
    }
}

fn external_name(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    for (field, set) in [
        ("clusterIPs", !spec.items(&["clusterIPs"]).is_empty()),
        ("ipFamilies", !spec.items(&["ipFamilies"]).is_empty()),
        ("ipFamilyPolicy", some(spec, "ipFamilyPolicy").is_some()),
    ] {
        if set {
            errors.forbidden(&at.child(field), "may not be set for ExternalName services");
        }
    }
    let name = text(spec, "externalName");
    match name.strip_suffix('.').unwrap_or(name) {
        "" => errors.required(&at.child("externalName"), ""),
        name => errors.form(&at.child("externalName"), name, formats::dns_subdomain),
    }
}

fn check_ports(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let named = spec.items(&["ports"]).len() > 1;
    let mut names: Vec<String> = Vec::new();
    each(spec, "ports", at, |_, item, at| {
        let name = text(item, "name");
        if name.is_empty() {
            if named {
                errors.required(&at.child("name"), "");
            }
        } else {
            errors.form(&at.child("name"), name, formats::dns_label);
            if names.iter().any(|other| other == name) {
                errors.duplicate(&at.child("name"), name);
            } else {
                names.push(name.to_owned());
            }
        }
        let number = int(item, "port");
        for fault in formats::port_number(number) {
            errors.invalid(&at.child("port"), number, fault);
        }
        errors.required_one_of(item, "protocol", at, &["SCTP", "TCP", "UDP"]);
        port(item.get("targetPort"), &at.child("targetPort"), errors);
        if let Some(protocol) = some(item, "appProtocol").and_then(Value::as_str) {
            errors.form(&at.child("appProtocol"), protocol, formats::qualified_name);
        }
    });
}

fn affinity(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    errors.required_one_of(spec, "sessionAffinity", at, &["ClientIP", "None"]);
    let at = at.child("sessionAffinityConfig");
    let config = some(spec, "sessionAffinityConfig");
    match (text(spec, "sessionAffinity"), config) {
        ("ClientIP", None) => errors.required(&at, "when session affinity type is ClientIP"),
        ("ClientIP", Some(config)) => {
            let at = at.child("clientIP");
            match config.pointer(&["clientIP", "timeoutSeconds"]).and_then(Value::as_int) {
                Some(seconds) if !(1..=86400).contains(&seconds) => {
                    errors.invalid(&at.child("timeoutSeconds"), seconds, "must be greater than 0 and less than 86400")
                }
                Some(_) => {}
                None => errors.required(&at, "when session affinity type is ClientIP"),
            }
        }
        ("None", Some(_)) => errors.forbidden(&at, "must not be set when session affinity is None"),
        _ => {}
    }
}

fn addresses(spec: &Value, kept: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    let (first, all) = (text(spec, "clusterIP"), texts(spec, "clusterIPs"));
    let list = at.child("clusterIPs");
    let shown = || spec.get("clusterIPs").cloned().unwrap_or_default();
    match (first, all.first()) {
        ("", Some(_)) => errors.invalid(&list, shown(), "must be empty when `clusterIP` is not specified"),
        ("", None) => {}
        (_, None) => errors.required(&list, ""),
        (first, Some(other)) if first != *other => {
            errors.invalid(&list, shown(), "first value must match `clusterIP`");
        }
        _ => {}
    }
    let families = texts(spec, "ipFamilies");
    let at_families = at.child("ipFamilies");
    for (index, family) in families.iter().enumerate() {
        if !["IPv4", "IPv6"].contains(family) {
            errors.not_supported(&at_families.index(index), *family, &["IPv4", "IPv6"]);
        }
        if families.iter().take(index).any(|other| other == family) {
            errors.duplicate(&at_families.index(index), *family);
        }
    }
    errors.one_of(spec, "ipFamilyPolicy", at, &["PreferDualStack", "RequireDualStack", "SingleStack"]);
    let known = kept.map_or_else(Vec::new, |kept| texts(kept, "clusterIPs"));
    let before = errors.len();
    for (index, ip) in all.iter().enumerate() {
        if index == 0 && *ip == "None" {
            if all.len() > 1 {
                errors.invalid(&list, shown(), "'None' must be the first and only value");
            }
            continue;
        }
        legacy_ip(ip, &known, &list.index(index), errors);
    }
    let bad = errors.len() > before;
    if all.len() > 2 {
        errors.invalid(&list, shown(), "may only hold up to 2 values");
    }
    if bad {
        return;
    }
    let v6 = |ip: &str| ip.contains(':');
    if all.len() > 1 && !(all.iter().any(|ip| v6(ip)) && all.iter().any(|ip| !v6(ip))) {
        errors.invalid(&list, shown(), "may specify no more than one IP for each IP family");
    }
    if is_headless(spec) {
        return;
    }
    for (index, (ip, family)) in all.iter().zip(&families).enumerate() {
        if (*family == "IPv6") != v6(ip) {
            errors.invalid(
                &list.index(index),
                *ip,
                format!("expected an {family} value as indicated by `ipFamilies[{index}]`"),
            );
        }
    }
}

fn duplicate_ports(spec: &Value, kind: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let ports = spec.items(&["ports"]);
    if kind == "ClusterIP" {
        each(spec, "ports", at, |_, port, at| {
            if int(port, "nodePort") != 0 {
                errors.forbidden(&at.child("nodePort"), "may not be used when `type` is 'ClusterIP'");
            }
        });
    }
    let earlier = |index: usize, field: &str| {
        let Some(port) = ports.get(index) else { return false };
        ports
            .iter()
            .take(index)
            .any(|other| int(other, field) == int(port, field) && text(other, "protocol") == text(port, "protocol"))
    };
    each(spec, "ports", at, |index, port, at| {
        let node = int(port, "nodePort");
        if node != 0 && earlier(index, "nodePort") {
            errors.duplicate(&at.child("nodePort"), node);
        }
    });
    each(spec, "ports", at, |index, port, at| {
        if earlier(index, "port") {
            // As upstream: the value is the key of a Go struct, whose other fields are unset.
            let key = Object::from_iter([
                ("Name", Value::from("")),
                ("Protocol", text(port, "protocol").into()),
                ("AppProtocol", Value::Null),
                ("Port", int(port, "port").into()),
                ("TargetPort", 0i64.into()),
                ("NodePort", 0i64.into()),
            ]);
            errors.push(FieldError::duplicate(at, key));
        }
    });
}

fn source_ranges(service: &Value, spec: &Value, kept: Option<&Value>, at: &Path<'_>, errors: &mut ErrorList) {
    const ANNOTATION: &str = "service.beta.kubernetes.io/load-balancer-source-ranges";
    let balancer = text(spec, "type") == "LoadBalancer";
    let ranges = texts(spec, "loadBalancerSourceRanges");
    if !ranges.is_empty() {
        // As upstream: the field's path starts with a capital.
        let at = at.child("LoadBalancerSourceRanges");
        if !balancer {
            errors.forbidden(&at, "may only be used when `type` is 'LoadBalancer'");
        }
        let known: Vec<&str> = kept.map_or_else(Vec::new, |kept| texts(kept, "loadBalancerSourceRanges"));
        for (index, range) in ranges.iter().enumerate() {
            legacy_cidr(range.trim(), &known, &at.index(index), errors);
        }
    } else if let Some(value) = service.pointer(&["metadata", "annotations", ANNOTATION]).and_then(Value::as_str) {
        let meta = Path::new("metadata");
        let annotations = meta.child("annotations");
        let at = annotations.key(ANNOTATION);
        if !balancer {
            errors.forbidden(&at, "may only be used when `type` is 'LoadBalancer'");
        }
        if kept.is_none() {
            for range in value.trim().split(',').filter(|range| !range.trim().is_empty()) {
                legacy_cidr(range.trim(), &[], &at, errors);
            }
        }
    }
}

fn balancer_class(spec: &Value, at: &Path<'_>, errors: &mut ErrorList) {
    let Some(class) = some(spec, "loadBalancerClass").and_then(Value::as_str) else { return };
    let at = at.child("loadBalancerClass");
    if text(spec, "type") == "LoadBalancer" {
        errors.form(&at, class, formats::qualified_name);
    } else {
        errors.forbidden(&at, "may only be used when `type` is 'LoadBalancer'");
    }
}

fn traffic(spec: &Value, kind: &str, at: &Path<'_>, errors: &mut ErrorList) {
    let policy = text(spec, "externalTrafficPolicy");
    if externally_accessible(spec) {
        errors.required_one_of(spec, "externalTrafficPolicy", at, &["Cluster", "Local"]);
    } else if !policy.is_empty() {
        errors.invalid(
            &at.child("externalTrafficPolicy"),
            policy,
            "may only be set for externally-accessible services",
        );
    }
    let check = int(spec, "healthCheckNodePort");
    let at_check = at.child("healthCheckNodePort");
    match (needs_health_check(spec), check) {
        (false, 0) => {}
        (false, check) => errors.invalid(
            &at_check,
            check,
            "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'",
        ),
        (true, 0) => errors.required(&at_check, ""),
        (true, check) => {
            for fault in formats::port_number(check) {
                errors.invalid(&at_check, check, fault);
            }
        }
    }
    if some(spec, "internalTrafficPolicy").is_none() && matches!(kind, "NodePort" | "LoadBalancer" | "ClusterIP") {
        errors.required(&at.child("internalTrafficPolicy"), "");
    }
    errors.one_of(spec, "internalTrafficPolicy", at, &["Cluster", "Local"]);
    errors.one_of(spec, "trafficDistribution", at, &["PreferClose", "PreferSameZone", "PreferSameNode"]);
}

fn status(new: &Value, old: &Value) -> ErrorList {
    let mut errors = ErrorList::new();
    let at = Path::new("status");
    let at = at.child("loadBalancer");
    let balancer = part(part(new, "status"), "loadBalancer");
    let known: Vec<&str> =
        old.items(&["status", "loadBalancer", "ingress"]).iter().map(|one| text(one, "ip")).collect();
    if text(part(new, "spec"), "type") != "LoadBalancer" && !balancer.items(&["ingress"]).is_empty() {
        errors.forbidden(&at.child("ingress"), "may only be used when `spec.type` is 'LoadBalancer'");
        return errors;
    }
    each(balancer, "ingress", &at, |_, one, at| {
        let ip = text(one, "ip");
        if !ip.is_empty() {
            legacy_ip(ip, &known, &at.child("ip"), &mut errors);
        }
        match (some(one, "ipMode").is_some(), ip.is_empty()) {
            (false, false) => errors.required(&at.child("ipMode"), "must be specified when `ip` is set"),
            (true, true) => errors.forbidden(&at.child("ipMode"), "may not be specified when `ip` is not set"),
            _ => errors.one_of(one, "ipMode", at, &["Proxy", "VIP"]),
        }
        let host = text(one, "hostname");
        if !host.is_empty() {
            errors.form(&at.child("hostname"), host, formats::dns_subdomain);
            if host.parse::<std::net::IpAddr>().is_ok() {
                errors.invalid(&at.child("hostname"), host, "must be a DNS name, not an IP address");
            }
        }
    });
    errors
}

fn cells(service: &Value, print: &Print) -> Vec<Value> {
    let spec = part(service, "spec");
    let address = texts(spec, "clusterIPs").first().copied().unwrap_or(NONE).to_owned();
    let ports: Vec<String> = spec
        .items(&["ports"])
        .iter()
        .map(|port| match int(port, "nodePort") {
            0 => format!("{}/{}", int(port, "port"), text(port, "protocol")),
            node => format!("{}:{node}/{}", int(port, "port"), text(port, "protocol")),
        })
        .collect();
    vec![
        print::name(service),
        text(spec, "type").into(),
        address.into(),
        external_address(service, spec).into(),
        if ports.is_empty() { NONE.into() } else { ports.join(",").into() },
        print::age(service, print),
        print::labels(spec.get("selector")).into(),
    ]
}

fn external_address(service: &Value, spec: &Value) -> String {
    let given = texts(spec, "externalIPs");
    let or_none = |list: Vec<&str>| if list.is_empty() { NONE.to_owned() } else { list.join(",") };
    match text(spec, "type") {
        "ClusterIP" | "NodePort" => or_none(given),
        "ExternalName" => text(spec, "externalName").to_owned(),
        "LoadBalancer" => {
            let mut found: Vec<&str> = service
                .items(&["status", "loadBalancer", "ingress"])
                .iter()
                .map(|one| match text(one, "ip") {
                    "" => text(one, "hostname"),
                    ip => ip,
                })
                .collect();
            found.extend(given);
            if found.is_empty() { "<pending>".to_owned() } else { found.join(",") }
        }
        _ => print::UNKNOWN.to_owned(),
    }
}
