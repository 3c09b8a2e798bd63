//! Is there room? And how well does it use the room? As upstream: plugins/noderesources.

use crate::cluster::{NodeState, PodInfo};
use crate::filters::{Plugin, Refusal};

pub(crate) fn check(pod: &PodInfo, node: &NodeState) -> Result<(), Refusal> {
    let mut refusal = Refusal { plugin: Plugin::NodeResourcesFit, reasons: Vec::new(), unresolvable: false };
    if i64::try_from(node.pods.len()).unwrap_or(i64::MAX) + 1 > node.pods_allowed {
        refusal.reasons.push("Too many pods".into());
        refusal.unresolvable |= node.pods_allowed == 0;
    }
    let (asked, has, used) = (&pod.requests, &node.allocatable, &node.requested);
    let mut demand = |name: &str, asked: i64, has: i64, used: i64| {
        if asked > 0 && asked > has - used {
            refusal.reasons.push(format!("Insufficient {name}").into());
            refusal.unresolvable |= asked > has;
        }
    };
    demand("cpu", asked.milli_cpu, has.milli_cpu, used.milli_cpu);
    demand("memory", asked.memory, has.memory, used.memory);
    demand("ephemeral-storage", asked.ephemeral_storage, has.ephemeral_storage, used.ephemeral_storage);
    for (name, amount) in &asked.others {
        let of = |resources: &crate::resources::Resources| resources.others.get(name).copied().unwrap_or(0);
        demand(name, *amount, of(has), of(used));
    }
    if refusal.reasons.is_empty() { Ok(()) } else { Err(refusal) }
}

/// The emptier the better: 0 to 100.
pub(crate) fn least_allocated(pod: &PodInfo, node: &NodeState) -> i64 {
    let free = |has: i64, used: i64| if has <= 0 || used > has { 0 } else { (has - used) * 100 / has };
    let cpu = free(node.allocatable.milli_cpu, node.assumed.0 + pod.assumed.0);
    let memory = free(node.allocatable.memory, node.assumed.1 + pod.assumed.1);
    (cpu + memory) / 2
}

/// The more evenly CPU and memory are used the better: 0 to 100.
pub(crate) fn balanced(pod: &PodInfo, node: &NodeState) -> i64 {
    let share = |used: i64, has: i64| if has <= 0 { 1.0 } else { (used as f64 / has as f64).min(1.0) };
    let cpu = share(node.requested.milli_cpu + pod.requests.milli_cpu, node.allocatable.milli_cpu);
    let memory = share(node.requested.memory + pod.requests.memory, node.allocatable.memory);
    // The standard deviation of two numbers is half their distance.
    ((1.0 - (cpu - memory).abs() / 2.0) * 100.0) as i64
}
