//! Services: addresses and node ports, taken before a Service is stored and given back when it is not.
//!
//! An address is taken by creating the IPAddress of its name, so that two servers cannot give it twice.
//!
//! As upstream: pkg/registry/core/service/storage (alloc.go) and ipallocator.

use std::collections::BTreeSet;
use std::net::IpAddr;
use std::sync::Arc;

use async_trait::async_trait;
use ipnet::IpNet;
use kube_api::value;
use kube_api::value::Value;

use super::node_ports::{self, Taken, ports_of};
use super::{WRITE, ctx_for};
use crate::admission::look_all;
use crate::registry::extras::{Extra, Hold};
use crate::registry::{Ctx, DeleteOptions, create, delete};
use crate::server::Server;
use crate::status::{ApiError, Cause, Result};

pub(crate) struct Services;

/// Taken for a Service that is not stored yet, and what to free once it is.
struct Held {
    server: Arc<Server>,
    addresses: Vec<String>,
    ports: Vec<i64>,
    free_addresses: Vec<String>,
    free_ports: Vec<i64>,
}

const TRIES: usize = 64;

#[async_trait]
impl Extra for Services {
    async fn begin(
        &self,
        ctx: &Ctx,
        old: Option<&Value>,
        new: &mut Value,
        dry_run: bool,
    ) -> Result<Option<Box<dyn Hold>>> {
        let server = ctx.server.clone();
        let mut held = Held { server, addresses: vec![], ports: vec![], free_addresses: vec![], free_ports: vec![] };
        let outcome = prepare(&mut held, old, new, dry_run).await;
        if outcome.is_err() {
            held.give_back();
        }
        outcome?;
        if dry_run {
            held.give_back();
            return Ok(None);
        }
        Ok(Some(Box::new(held)))
    }

    async fn deleted(&self, ctx: &Ctx, service: &Value) {
        free(ctx.server.clone(), addresses_of(service), ports_of(service).into_iter().collect()).await;
    }
}

impl Hold for Held {
    fn keep(self: Box<Self>) {
        let held = *self;
        if !held.free_addresses.is_empty() || !held.free_ports.is_empty() {
            let server = held.server.clone();
            server.tasks.scoped("service-release", free(held.server, held.free_addresses, held.free_ports));
        }
    }

    fn give_back(&mut self) {
        let (addresses, ports) = (std::mem::take(&mut self.addresses), std::mem::take(&mut self.ports));
        if !addresses.is_empty() || !ports.is_empty() {
            let server = self.server.clone();
            server.clone().tasks.scoped("service-release", free(server, addresses, ports));
        }
    }
}

/// What is not given back here is found by the repair.
async fn free(server: Arc<Server>, addresses: Vec<String>, ports: Vec<i64>) {
    for address in addresses {
        let object = value!({"apiVersion": "networking.k8s.io/v1", "kind": "IPAddress", "metadata": {"name": (address.as_str())}});
        let gone = match ctx_for(&server, &object) {
            Ok(ctx) => delete(&ctx, &address, &DeleteOptions::default()).await.map(drop),
            Err(err) => Err(err),
        };
        if let Err(err) = gone
            && !err.is_not_found()
        {
            tracing::warn!(%err, address, "address of a Service not given back");
        }
    }
    if !ports.is_empty()
        && let Err(err) = node_ports::give_back(&server, &ports).await
    {
        tracing::warn!(%err, "node ports of a Service not given back");
    }
}

fn kind_of(service: &Value) -> &str {
    service.text(&["spec", "type"]).unwrap_or("ClusterIP")
}

fn addresses_of(service: &Value) -> Vec<String> {
    let list = service.items(&["spec", "clusterIPs"]).iter().filter_map(Value::as_str);
    list.filter(|ip| !ip.is_empty() && *ip != "None").map(str::to_owned).collect()
}

fn invalid(name: &str, field: &str, shown: &str, why: impl std::fmt::Display) -> ApiError {
    let cause = Cause {
        reason: "FieldValueInvalid".into(),
        message: format!("Invalid value: {shown}: {why}"),
        field: field.into(),
    };
    ApiError::invalid(crate::status::Named { group: "", resource: "Service" }, name, vec![cause])
}

async fn prepare(held: &mut Held, old: Option<&Value>, new: &mut Value, dry_run: bool) -> Result<()> {
    let name = new.text(&["metadata", "name"]).unwrap_or_default().to_owned();
    if let Some(old) = old {
        carry_over(new, old);
    }
    families(&held.server, new);
    addresses(held, &name, old, new, dry_run).await?;
    ports(held, &name, old, new, dry_run).await
}

/// As upstream: patchAllocatedValues: what a client leaves out of an update stays allocated.
fn carry_over(new: &mut Value, old: &Value) {
    if kind_of(new) != "ExternalName" && kind_of(old) != "ExternalName" {
        for field in ["clusterIP", "clusterIPs"] {
            let unset = new.pointer(&["spec", field]).is_none_or(Value::is_zero);
            if let (true, Some(own)) = (unset, old.pointer(&["spec", field])) {
                new.set_pointer(&["spec", field], own.clone());
            }
        }
    }
    for field in ["ipFamilies", "ipFamilyPolicy"] {
        if let (None, Some(own)) = (new.pointer(&["spec", field]), old.pointer(&["spec", field]))
            && kind_of(new) != "ExternalName"
        {
            new.set_pointer(&["spec", field], own.clone());
        }
    }
    let has_ports = |kind: &str| matches!(kind, "NodePort" | "LoadBalancer");
    if has_ports(kind_of(new)) && has_ports(kind_of(old)) {
        let known: Vec<((String, i64), i64)> = old.items(&["spec", "ports"]).iter().filter_map(port_entry).collect();
        if let Some(ports) = new.pointer_mut(&["spec", "ports"]).and_then(Value::as_list_mut) {
            for port in ports.iter_mut().filter(|port| port.int(&["nodePort"]).unwrap_or(0) == 0) {
                let key = port_key(port);
                if let Some((_, own)) = known.iter().find(|(other, _)| *other == key) {
                    port.set("nodePort", *own);
                }
            }
        }
    }
}

fn port_key(port: &Value) -> (String, i64) {
    (port.text(&["protocol"]).unwrap_or("TCP").to_owned(), port.int(&["port"]).unwrap_or(0))
}

fn port_entry(port: &Value) -> Option<((String, i64), i64)> {
    Some((port_key(port), port.int(&["nodePort"]).filter(|own| *own != 0)?))
}

fn family(ip: &str) -> Option<&'static str> {
    ip.parse::<IpAddr>().ok().map(|ip| if ip.is_ipv6() { "IPv6" } else { "IPv4" })
}

/// Which families a Service has, where it does not say.
fn families(server: &Server, service: &mut Value) {
    if kind_of(service) == "ExternalName" {
        for field in ["clusterIP", "clusterIPs", "ipFamilies", "ipFamilyPolicy"] {
            service.remove_pointer(&["spec", field]);
        }
        return;
    }
    // One address may be named in either of two fields.
    let first = service.text(&["spec", "clusterIP"]).map(str::to_owned);
    let listed = service.items(&["spec", "clusterIPs"]).first().and_then(Value::as_str).map(str::to_owned);
    match (&first, &listed) {
        (Some(first), None) => service.set_pointer(&["spec", "clusterIPs"], vec![Value::from(first.as_str())]),
        (None, Some(listed)) => service.set_pointer(&["spec", "clusterIP"], listed.as_str()),
        _ => {}
    }
    if service.text(&["spec", "ipFamilyPolicy"]).is_none() {
        let two = service.items(&["spec", "clusterIPs"]).len() > 1 || service.items(&["spec", "ipFamilies"]).len() > 1;
        service.set_pointer(&["spec", "ipFamilyPolicy"], if two { "RequireDualStack" } else { "SingleStack" });
    }
    let known: Vec<&'static str> =
        server.config.service_cidr.iter().map(|net| if net.addr().is_ipv6() { "IPv6" } else { "IPv4" }).collect();
    let mut chosen: Vec<String> =
        service.items(&["spec", "ipFamilies"]).iter().filter_map(Value::as_str).map(str::to_owned).collect();
    if chosen.is_empty() {
        let named = first.or(listed).as_deref().and_then(family);
        chosen.push(named.or(known.first().copied()).unwrap_or("IPv4").to_owned());
    }
    let dual = service.text(&["spec", "ipFamilyPolicy"]).is_some_and(|policy| policy != "SingleStack");
    if dual && chosen.len() == 1 {
        chosen.extend(
            known.iter().find(|own| chosen.first().is_none_or(|first| first != *own)).map(|own| (*own).to_owned()),
        );
    }
    service.set_pointer(&["spec", "ipFamilies"], chosen.iter().map(String::as_str).collect::<Value>());
}

async fn addresses(held: &mut Held, name: &str, old: Option<&Value>, new: &mut Value, dry_run: bool) -> Result<()> {
    let before: Vec<String> = old.map(addresses_of).unwrap_or_default();
    if kind_of(new) == "ExternalName" {
        held.free_addresses = before;
        return Ok(());
    }
    let headless = new.text(&["spec", "clusterIP"]) == Some("None");
    if headless {
        new.set_pointer(&["spec", "clusterIPs"], vec![Value::from("None")]);
        return Ok(());
    }
    let families: Vec<String> =
        new.items(&["spec", "ipFamilies"]).iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let given = addresses_of(new);
    let mut all = Vec::new();
    for (at, family) in families.iter().enumerate() {
        match given.get(at) {
            Some(ip) if before.contains(ip) => all.push(ip.clone()),
            Some(ip) => {
                let shown = format!("[{}]", crate::status::quoted(ip));
                let parsed = ip.parse::<IpAddr>().ok();
                let inside =
                    parsed.is_some_and(|ip| held.server.config.service_cidr.iter().any(|net| net.contains(&ip)));
                if !inside {
                    let why = format!(
                        "failed to allocate IP {ip}: the provided IP ({ip}) is not in the valid range. The range of valid IPs is {}",
                        ranges(&held.server)
                    );
                    return Err(invalid(name, "spec.clusterIPs", &shown, why));
                }
                if !take(held, ip, new, dry_run).await? {
                    let why = format!("failed to allocate IP {ip}: provided IP is already allocated");
                    return Err(invalid(name, "spec.clusterIPs", &shown, why));
                }
                all.push(ip.clone());
            }
            None => all.push(any(held, family, new, dry_run).await?),
        }
    }
    held.free_addresses = before.into_iter().filter(|ip| !all.contains(ip)).collect();
    if let Some(first) = all.first() {
        new.set_pointer(&["spec", "clusterIP"], first.as_str());
    }
    new.set_pointer(&["spec", "clusterIPs"], all.iter().map(String::as_str).collect::<Value>());
    Ok(())
}

fn ranges(server: &Server) -> String {
    let texts: Vec<String> = server.config.service_cidr.iter().map(IpNet::to_string).collect();
    texts.join(", ")
}

/// Draws addresses until one is free.
async fn any(held: &mut Held, family: &str, service: &Value, dry_run: bool) -> Result<String> {
    let six = family == "IPv6";
    let net = held.server.config.service_cidr.iter().find(|net| net.addr().is_ipv6() == six).copied();
    let Some(net) = net else {
        let name = service.text(&["metadata", "name"]).unwrap_or_default();
        return Err(invalid(
            name,
            "spec.ipFamilies[0]",
            &crate::status::quoted(family),
            "not configured on this cluster",
        ));
    };
    for _ in 0..TRIES {
        let ip = draw(net).to_string();
        if take(held, &ip, service, dry_run).await? {
            return Ok(ip);
        }
    }
    // A range that is nearly full is walked.
    for ip in net.hosts().take(65_536) {
        let ip = ip.to_string();
        if take(held, &ip, service, dry_run).await? {
            return Ok(ip);
        }
    }
    Err(ApiError::internal("failed to allocate a serviceIP: range is full"))
}

/// A random host of a network; as upstream, the first few are left to who names them.
fn draw(net: IpNet) -> IpAddr {
    let random = u128::from_le_bytes(*uuid::Uuid::new_v4().as_bytes());
    let bits = u32::from(net.max_prefix_len() - net.prefix_len()).min(32);
    let size = (1u128 << bits).max(4);
    let reserved = (size / 16).clamp(1, 256);
    let offset = (reserved + random % (size - reserved - 1).max(1)).min(size - 2).max(1);
    match net.network() {
        IpAddr::V4(base) => {
            IpAddr::from((u32::from(base).wrapping_add(u32::try_from(offset).unwrap_or(1))).to_be_bytes())
        }
        IpAddr::V6(base) => IpAddr::from((u128::from(base).wrapping_add(offset)).to_be_bytes()),
    }
}

/// Takes an address by creating its object; false when somebody has it.
async fn take(held: &mut Held, ip: &str, service: &Value, dry_run: bool) -> Result<bool> {
    let object = ip_address(ip, service);
    let ctx = ctx_for(&held.server, &object)?;
    let options = crate::http::query::WriteOptions { dry_run, ..WRITE };
    match create(&ctx, object, &options).await {
        Ok(_) => {
            if !dry_run {
                held.addresses.push(ip.to_owned());
            }
            Ok(true)
        }
        Err(err) if err.is_already_exists() => Ok(false),
        Err(err) => Err(err),
    }
}

fn ip_address(ip: &str, service: &Value) -> Value {
    let family = if ip.contains(':') { "IPv6" } else { "IPv4" };
    value!({
        "apiVersion": "networking.k8s.io/v1", "kind": "IPAddress",
        "metadata": {"name": ip, "labels": {
            "ipaddress.kubernetes.io/ip-family": family,
            "ipaddress.kubernetes.io/managed-by": "ipallocator.k8s.io"
        }},
        "spec": {"parentRef": {
            "resource": "services",
            "namespace": (service.text(&["metadata", "namespace"]).unwrap_or_default()),
            "name": (service.text(&["metadata", "name"]).unwrap_or_default())
        }}
    })
}

async fn ports(held: &mut Held, name: &str, old: Option<&Value>, new: &mut Value, dry_run: bool) -> Result<()> {
    let before: BTreeSet<i64> = old.map(ports_of).unwrap_or_default();
    let kind = kind_of(new).to_owned();
    let wants = kind == "NodePort"
        || kind == "LoadBalancer"
            && new.pointer(&["spec", "allocateLoadBalancerNodePorts"]).and_then(Value::as_bool) != Some(false);
    if !matches!(kind.as_str(), "NodePort" | "LoadBalancer") {
        // As upstream: ports go with the type.
        if let Some(ports) = new.pointer_mut(&["spec", "ports"]).and_then(Value::as_list_mut) {
            for port in ports.iter_mut() {
                let own = port.int(&["nodePort"]).unwrap_or(0);
                if before.contains(&own) {
                    port.remove("nodePort");
                }
            }
        }
        new.remove_pointer(&["spec", "healthCheckNodePort"]);
    }
    // A port number may serve several protocols.
    let named: BTreeSet<i64> = ports_of(new);
    let asked: Vec<i64> = named.difference(&before).copied().collect();
    let open = new.items(&["spec", "ports"]).iter().filter(|port| port.int(&["nodePort"]).unwrap_or(0) == 0).count();
    let health = kind == "LoadBalancer"
        && new.text(&["spec", "externalTrafficPolicy"]) == Some("Local")
        && new.int(&["spec", "healthCheckNodePort"]).unwrap_or(0) == 0;
    let more = if wants { open } else { 0 } + usize::from(health);
    if !asked.is_empty() || more > 0 {
        let given =
            node_ports::take(&held.server, &asked, more).await.map_err(|err| refused(name, new, &asked, err))?;
        if dry_run {
            node_ports::give_back(&held.server, &given).await?;
        } else {
            held.ports.clone_from(&given);
        }
        let mut fresh = given.into_iter().skip(asked.len());
        if wants && let Some(ports) = new.pointer_mut(&["spec", "ports"]).and_then(Value::as_list_mut) {
            for port in ports.iter_mut().filter(|port| port.int(&["nodePort"]).unwrap_or(0) == 0) {
                if let Some(own) = fresh.next() {
                    port.set("nodePort", own);
                }
            }
        }
        if health && let Some(own) = fresh.next() {
            new.set_pointer(&["spec", "healthCheckNodePort"], own);
        }
    }
    let after = ports_of(new);
    held.free_ports = before.difference(&after).copied().collect();
    Ok(())
}

fn refused(name: &str, service: &Value, asked: &[i64], err: Taken) -> ApiError {
    let field = |port: i64| {
        let at =
            service.items(&["spec", "ports"]).iter().position(|own| own.int(&["nodePort"]) == Some(port)).unwrap_or(0);
        format!("spec.ports[{at}].nodePort")
    };
    match err {
        Taken::InUse(port) => invalid(name, &field(port), &port.to_string(), "provided port is already allocated"),
        Taken::OutOfRange(range) => {
            let outside = asked.iter().copied().find(|port| {
                let (low, high) = range.split_once('-').unwrap_or_default();
                low.parse::<i64>().is_ok_and(|low| *port < low) || high.parse::<i64>().is_ok_and(|high| *port > high)
            });
            let port = outside.unwrap_or(0);
            invalid(
                name,
                &field(port),
                &port.to_string(),
                format_args!("provided port is not in the valid range. The range of valid ports is {range}"),
            )
        }
        Taken::Full => ApiError::internal("failed to allocate a nodePort: range is full"),
        Taken::Api(err) => err,
    }
}

/// Addresses of Services have their objects; objects whose Service is gone go.
pub(crate) async fn repair(server: &Arc<Server>) -> Result<()> {
    let services = look_all(server, "", "services", "")?;
    let mut used: BTreeSet<String> = BTreeSet::new();
    for service in &services {
        for ip in addresses_of(service) {
            super::ensure(server, ip_address(&ip, service)).await?;
            used.insert(ip);
        }
    }
    let now = server.clock.now();
    for object in look_all(server, "networking.k8s.io", "ipaddresses", "")? {
        let name = object.text(&["metadata", "name"]).unwrap_or_default().to_owned();
        let ours =
            object.text(&["metadata", "labels", "ipaddress.kubernetes.io/managed-by"]) == Some("ipallocator.k8s.io");
        // As upstream: a minute is left to a Service that is being stored.
        let created = object.text(&["metadata", "creationTimestamp"]).and_then(|at| at.parse::<jiff::Timestamp>().ok());
        let old = created.is_none_or(|at| now.as_second() - at.as_second() > 60);
        if ours && old && !used.contains(&name) {
            free(server.clone(), vec![name], Vec::new()).await;
        }
    }
    Ok(())
}
