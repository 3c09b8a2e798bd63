//! What a pod asks for and what a node has, as numbers. As upstream: component-helpers/resource.

use std::collections::BTreeMap;

use kube_api::quantity::Quantity;
use kube_api::types::core::{Container, Pod};
use kube_api::types::meta;

/// Amounts by resource. CPU counts in thousandths, everything else in its own unit.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Resources {
    pub milli_cpu: i64,
    pub memory: i64,
    pub ephemeral_storage: i64,
    /// Huge pages and extended resources.
    pub others: BTreeMap<String, i64>,
}

/// Assumed for containers that ask for nothing, so that scores see them at all.
const CPU_UNASKED: i64 = 100;
const MEMORY_UNASKED: i64 = 200 * 1024 * 1024;

pub(crate) type Quantities = BTreeMap<String, meta::Quantity>;

impl Resources {
    pub fn of(quantities: &Quantities) -> Self {
        let mut resources = Resources::default();
        for (name, quantity) in quantities {
            // What is stored was validated; a quantity that is none counts as nothing.
            let Ok(quantity) = Quantity::parse(&quantity.string) else { continue };
            match name.as_str() {
                "cpu" => resources.milli_cpu = quantity.milli_value(),
                "memory" => resources.memory = quantity.value(),
                "ephemeral-storage" => resources.ephemeral_storage = quantity.value(),
                // Counted apart, by the number of pods.
                "pods" => {}
                other => {
                    resources.others.insert(other.to_owned(), quantity.value());
                }
            }
        }
        resources
    }

    pub fn add(&mut self, more: &Resources) {
        self.combine(more, |a, b| a.saturating_add(b));
    }

    pub fn sub(&mut self, less: &Resources) {
        self.combine(less, |a, b| a.saturating_sub(b));
    }

    fn max(&mut self, other: &Resources) {
        self.combine(other, i64::max);
    }

    fn combine(&mut self, other: &Resources, with: impl Fn(i64, i64) -> i64) {
        self.milli_cpu = with(self.milli_cpu, other.milli_cpu);
        self.memory = with(self.memory, other.memory);
        self.ephemeral_storage = with(self.ephemeral_storage, other.ephemeral_storage);
        for (name, amount) in &other.others {
            let mine = self.others.entry(name.clone()).or_default();
            *mine = with(*mine, *amount);
        }
    }
}

/// What the pod needs at any time of its life.
pub fn requests(pod: &Pod) -> Resources {
    let mut total = life(pod, |container| {
        let mut asked = Resources::of(&container.resources.requests);
        // A resize under way holds both the old and the new amount.
        let status = pod.status.container_statuses.iter().find(|status| status.name == container.name);
        if let Some(status) = status.filter(|status| !status.allocated_resources.is_empty()) {
            asked.max(&Resources::of(&status.allocated_resources));
        }
        asked
    });
    overrides(pod, &mut total);
    total.add(&Resources::of(&pod.spec.overhead));
    total
}

/// As [`requests`], with something assumed for CPU and memory where nothing is asked for: (thousandths, bytes).
pub fn assumed_requests(pod: &Pod) -> (i64, i64) {
    let mut total = life(pod, |container| {
        let mut asked = Resources::of(&container.resources.requests);
        if !container.resources.requests.contains_key("cpu") {
            asked.milli_cpu = CPU_UNASKED;
        }
        if !container.resources.requests.contains_key("memory") {
            asked.memory = MEMORY_UNASKED;
        }
        asked
    });
    overrides(pod, &mut total);
    total.add(&Resources::of(&pod.spec.overhead));
    (total.milli_cpu, total.memory)
}

/// The amounts of one resource whose sum a quota counts: what all containers, or the greediest init container, ask for
/// (or are limited to). Nothing where nobody says.
pub fn total(pod: &Pod, resource: &str, limits: bool) -> Vec<Quantity> {
    let of = |container: &Container| {
        let amounts = if limits { &container.resources.limits } else { &container.resources.requests };
        amounts.get(resource).and_then(|amount| Quantity::parse(&amount.string).ok())
    };
    let sidecar = |container: &&Container| container.restart_policy.as_deref() == Some("Always");
    let running: Vec<Quantity> =
        pod.spec.containers.iter().chain(pod.spec.init_containers.iter().filter(sidecar)).filter_map(of).collect();
    let starting = pod.spec.init_containers.iter().filter(|it| !sidecar(it)).filter_map(of).max();
    let sum = running.iter().skip(1).fold(running.first().copied(), |sum, amount| {
        sum.map(|mut sum| {
            sum.add(*amount);
            sum
        })
    });
    match starting {
        Some(most) if sum.is_none_or(|sum| sum < most) => vec![most],
        _ => running,
    }
}

/// Resources of the pod as a whole stand for those of its containers.
fn overrides(pod: &Pod, total: &mut Resources) {
    let Some(whole) = pod.spec.resources.as_ref().map(|resources| &resources.requests) else { return };
    let amounts = Resources::of(whole);
    if whole.contains_key("cpu") {
        total.milli_cpu = amounts.milli_cpu;
    }
    if whole.contains_key("memory") {
        total.memory = amounts.memory;
    }
    total.others.extend(amounts.others);
}

/// Containers run together; init containers run one by one beside the sidecars that were started before them.
fn life(pod: &Pod, of: impl Fn(&Container) -> Resources) -> Resources {
    let mut running = Resources::default();
    for container in &pod.spec.containers {
        running.add(&of(container));
    }
    let mut sidecars = Resources::default();
    let mut starting = Resources::default();
    for container in &pod.spec.init_containers {
        let asked = of(container);
        if container.restart_policy.as_deref() == Some("Always") {
            running.add(&asked);
            sidecars.add(&asked);
            starting.max(&sidecars);
        } else {
            let mut together = sidecars.clone();
            together.add(&asked);
            starting.max(&together);
        }
    }
    running.max(&starting);
    running
}

#[cfg(test)]
mod tests {
    use super::*;

    fn container(cpu: &str, policy: Option<&str>) -> Container {
        let mut container = Container { restart_policy: policy.map(str::to_owned), ..Container::default() };
        container.resources.requests.insert("cpu".into(), cpu.into());
        container
    }

    #[test]
    fn sidecars_run_beside_what_starts_after_them() {
        let mut pod = Pod::default();
        pod.spec.containers = vec![container("1", None), container("500m", None)];
        pod.spec.init_containers = vec![container("3", None), container("200m", Some("Always")), container("2", None)];
        // 3 alone; 0.2 + 2; then 1 + 0.5 + 0.2.
        assert_eq!(requests(&pod).milli_cpu, 3000);
        pod.spec.init_containers = vec![container("200m", Some("Always")), container("1", None)];
        assert_eq!(requests(&pod).milli_cpu, 1700);
        assert_eq!(assumed_requests(&pod).1, 3 * MEMORY_UNASKED);
    }
}
