//! A range of Service addresses is ready, and stays until nobody has an address of it.
//! As upstream: pkg/controller/servicecidrs.

use std::net::IpAddr;
use std::sync::Arc;

use jiff::Timestamp;
use kube_api::types::meta::Condition;
use kube_api::types::networking::{IPAddress, ServiceCIDR};

use crate::disruption::plan::put;
use crate::meta::{has_finalizer, time, with_finalizer, without_finalizer};
use crate::plan::Plan;

const FINALIZER: &str = "networking.k8s.io/service-cidr-finalizer";

pub(crate) struct Observed {
    pub(crate) cidr: Arc<ServiceCIDR>,
    pub(crate) others: Vec<Arc<ServiceCIDR>>,
    pub(crate) addresses: Vec<Arc<IPAddress>>,
}

pub(crate) fn plan(now: Timestamp, seen: &Observed) -> Plan {
    let mut plan = Plan::default();
    let cidr = &*seen.cidr;
    let meta = &cidr.metadata;
    if meta.deletion_timestamp.is_none() {
        if !has_finalizer(meta, FINALIZER) {
            plan.merge(cidr, with_finalizer(meta, FINALIZER));
            return plan;
        }
        ready(now, cidr, "True", "", "Kubernetes Service CIDR is ready", &mut plan);
        return plan;
    }
    if !has_finalizer(meta, FINALIZER) {
        return plan;
    }
    let orphan = seen.addresses.iter().find(|address| {
        let inside = |it: &ServiceCIDR| it.spec.cidrs.iter().any(|range| contains(range, &address.metadata.name));
        inside(cidr) && !seen.others.iter().any(|other| inside(other))
    });
    match orphan {
        Some(_) => {
            let text = "There are still IPAddresses referencing the ServiceCIDR, please remove them or create a new ServiceCIDR";
            ready(now, cidr, "False", "Terminating", text, &mut plan);
        }
        None => plan.merge(cidr, without_finalizer(meta, FINALIZER)),
    }
    plan
}

fn ready(now: Timestamp, cidr: &ServiceCIDR, status: &str, reason: &str, message: &str, plan: &mut Plan) {
    let mut cidr = cidr.clone();
    let before = cidr.status.clone();
    let condition = Condition {
        r#type: "Ready".to_owned(),
        status: status.to_owned(),
        reason: reason.to_owned(),
        message: message.to_owned(),
        last_transition_time: time(now),
        ..Condition::default()
    };
    put(&mut cidr.status.conditions, condition);
    if cidr.status != before {
        plan.update_status(&cidr);
    }
}

fn contains(range: &str, address: &str) -> bool {
    let Some((base, bits)) = range.split_once('/') else { return false };
    let (Ok(base), Ok(address), Ok(bits)) = (base.parse::<IpAddr>(), address.parse::<IpAddr>(), bits.parse::<u32>())
    else {
        return false;
    };
    match (base, address) {
        (IpAddr::V4(base), IpAddr::V4(address)) => {
            let shift = 32u32.saturating_sub(bits);
            base.to_bits().checked_shr(shift).unwrap_or(0) == address.to_bits().checked_shr(shift).unwrap_or(0)
        }
        (IpAddr::V6(base), IpAddr::V6(address)) => {
            let shift = 128u32.saturating_sub(bits);
            base.to_bits().checked_shr(shift).unwrap_or(0) == address.to_bits().checked_shr(shift).unwrap_or(0)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges() {
        assert!(contains("10.96.0.0/12", "10.97.3.4"));
        assert!(!contains("10.96.0.0/12", "10.112.0.1"));
        assert!(contains("fd00::/112", "fd00::1") && !contains("fd00::/112", "10.0.0.1"));
    }
}
