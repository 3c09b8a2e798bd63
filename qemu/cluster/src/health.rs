//! When a cluster counts as healthy, and what it lacks until then. The judgement is pure; the driver asks until nothing lacks,
//! and says what it waits for whenever that changes.
//!
//! - Every kind: the controllers have done their first work when the default namespace has its service account.
//! - With nodes: each of them is Ready, and kube-system's DaemonSets, Deployments and pods are ready to the last.

use std::path::Path;
use std::time::Duration;

use anyhow::{Context, bail};
use kube_api::types::apps::{DaemonSet, Deployment};
use kube_api::types::core::{Node, Pod, ServiceAccount};
use kube_api::types::meta::ObjectMeta;
use kube_informer::{Client, Kubeconfig, ListOptions};
use machined_base::{Clock, Shutdown, Tasks};

use crate::progress::Progress;
use crate::record::{self, Folder, Kind};

const SYSTEM: &str = "kube-system";
/// Nothing tells a client of several kinds at once; the server answers each look from its cache.
const LOOK_EVERY: Duration = Duration::from_millis(250);
const CONSOLE_LINES: usize = 40;

/// What there is to judge.
#[derive(Clone, Debug, Default)]
struct Seen {
    nodes: Vec<Node>,
    pods: Vec<Pod>,
    daemon_sets: Vec<DaemonSet>,
    deployments: Vec<Deployment>,
}

/// The first thing that lacks, and the machine whose console may say why.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Lack {
    what: String,
    node: Option<String>,
}

/// Waits until the cluster is healthy.
pub(crate) async fn wait(
    clock: &Clock,
    progress: &Progress,
    folder: &Folder,
    record: &record::Record,
    within: Duration,
) -> anyhow::Result<()> {
    let kubeconfig = Kubeconfig::read(&folder.join("kubeconfig"), "cluster").context("read the kubeconfig")?;
    let client = Client::new(kubeconfig.config, Tasks::new(clock.clone(), Shutdown::new()));
    let deadline = clock.monotonic().0 + within;
    let mut said = String::new();
    loop {
        let lack = match look(&client, record).await {
            Ok(None) => return Ok(()),
            Ok(Some(lack)) => lack,
            Err(err) => Lack { what: format!("Kubernetes does not answer: {err:#}"), node: None },
        };
        if clock.monotonic().0 > deadline {
            bail!("after {} s {}{}", within.as_secs(), lack.what, consoles(&folder.join("machines"), record, &lack));
        }
        if lack.what != said {
            progress.say(&format!("  waiting: {}", lack.what));
            said.clone_from(&lack.what);
        }
        clock.sleep(LOOK_EVERY).await;
    }
}

async fn look(client: &Client, record: &record::Record) -> anyhow::Result<Option<Lack>> {
    if let Err(err) = client.get::<ServiceAccount>("default", "default").await {
        return Ok(Some(Lack { what: format!("no service account in the default namespace: {err}"), node: None }));
    }
    if record.kind == Kind::None {
        return Ok(None);
    }
    let system = ListOptions { namespace: SYSTEM.into(), ..ListOptions::default() };
    let seen = Seen {
        nodes: client.list::<Node>(&ListOptions::default()).await.context("list nodes")?.items,
        pods: client.list::<Pod>(&system).await.context("list pods")?.items,
        daemon_sets: client.list::<DaemonSet>(&system).await.context("list daemon sets")?.items,
        deployments: client.list::<Deployment>(&system).await.context("list deployments")?.items,
    };
    let names: Vec<&str> = record.nodes.iter().map(|node| node.name.as_str()).collect();
    Ok(lack(&names, &seen))
}

fn consoles(machines: &Path, record: &record::Record, lack: &Lack) -> String {
    let first = record.nodes.first().map(|node| node.name.clone());
    let Some(node) = lack.node.clone().or(first) else { return String::new() };
    let console = machines.join(&node).join("console.log");
    format!("; the end of {node}'s console:\n{}", qemu_vm::console::tail(&console, CONSOLE_LINES))
}

fn lack(names: &[&str], seen: &Seen) -> Option<Lack> {
    let of = |what: String, node: Option<&str>| Some(Lack { what, node: node.map(str::to_owned) });
    for name in names {
        let Some(node) = seen.nodes.iter().find(|node| node.metadata.name == *name) else {
            return of(format!("node {name} has not joined"), Some(name));
        };
        let ready = node.status.conditions.iter().find(|condition| condition.r#type == "Ready");
        match ready {
            Some(ready) if ready.status == "True" => {}
            Some(ready) => return of(format!("node {name} is not Ready: {}", ready.message), Some(name)),
            None => return of(format!("node {name} says nothing of itself yet"), Some(name)),
        }
    }
    if seen.daemon_sets.is_empty() || seen.deployments.is_empty() {
        return of(format!("{SYSTEM} has no network, proxy and DNS yet"), None);
    }
    for set in &seen.daemon_sets {
        let (ready, wanted) = (set.status.number_ready, set.status.desired_number_scheduled);
        if !observed(&set.metadata, set.status.observed_generation) || wanted == 0 || ready < wanted {
            return of(format!("daemon set {}: {ready} of {wanted} pods are ready", set.metadata.name), None);
        }
    }
    for deployment in &seen.deployments {
        let (ready, wanted) = (deployment.status.available_replicas, deployment.spec.replicas.unwrap_or(1));
        if !observed(&deployment.metadata, deployment.status.observed_generation) || ready < wanted {
            return of(format!("deployment {}: {ready} of {wanted} pods are ready", deployment.metadata.name), None);
        }
    }
    for pod in &seen.pods {
        let (name, node) = (&pod.metadata.name, pod.spec.node_name.as_str());
        let ready = pod.status.conditions.iter().any(|c| c.r#type == "Ready" && c.status == "True");
        if pod.status.phase != "Running" || !ready {
            let phase = &pod.status.phase;
            return of(format!("pod {name} is {phase}, not ready"), Some(node).filter(|node| !node.is_empty()));
        }
    }
    None
}

/// Whether the controller has seen the object's latest form.
fn observed(metadata: &ObjectMeta, generation: i64) -> bool {
    generation >= metadata.generation
}

#[cfg(test)]
mod tests {
    use kube_api::types::core::{NodeCondition, PodCondition};

    use super::*;

    fn node(name: &str, ready: &str) -> Node {
        let mut node = Node::default();
        node.metadata.name = name.into();
        let condition = NodeCondition {
            r#type: "Ready".into(),
            status: ready.into(),
            message: "why".into(),
            ..NodeCondition::default()
        };
        node.status.conditions.push(condition);
        node
    }

    fn healthy() -> Seen {
        let mut seen = Seen { nodes: vec![node("a", "True"), node("b", "True")], ..Seen::default() };
        let mut pod = Pod::default();
        pod.metadata.name = "p".into();
        pod.spec.node_name = "b".into();
        pod.status.phase = "Running".into();
        let ready = PodCondition { r#type: "Ready".into(), status: "True".into(), ..PodCondition::default() };
        pod.status.conditions.push(ready);
        seen.pods.push(pod);
        let mut set = DaemonSet::default();
        set.metadata.name = "s".into();
        (set.status.number_ready, set.status.desired_number_scheduled) = (2, 2);
        seen.daemon_sets.push(set);
        let mut deployment = Deployment::default();
        deployment.metadata.name = "d".into();
        (deployment.spec.replicas, deployment.status.available_replicas) = (Some(2), 2);
        seen.deployments.push(deployment);
        seen
    }

    fn check(change: impl FnOnce(&mut Seen), what: &str, node: Option<&str>) {
        let mut seen = healthy();
        change(&mut seen);
        assert_eq!(lack(&["a", "b"], &seen), Some(Lack { what: what.into(), node: node.map(str::to_owned) }));
    }

    #[test]
    fn whatever_lacks_is_named_with_its_machine() {
        assert_eq!(lack(&["a", "b"], &healthy()), None);
        check(|seen| drop(seen.nodes.pop()), "node b has not joined", Some("b"));
        check(|seen| seen.nodes[0] = super::tests::node("a", "False"), "node a is not Ready: why", Some("a"));
        check(|seen| seen.daemon_sets[0].status.number_ready = 1, "daemon set s: 1 of 2 pods are ready", None);
        check(|seen| seen.daemon_sets[0].metadata.generation = 2, "daemon set s: 2 of 2 pods are ready", None);
        check(|seen| seen.deployments[0].status.available_replicas = 1, "deployment d: 1 of 2 pods are ready", None);
        check(|seen| seen.deployments.clear(), "kube-system has no network, proxy and DNS yet", None);
        check(|seen| seen.pods[0].status.phase = "Pending".into(), "pod p is Pending, not ready", Some("b"));
        check(|seen| seen.pods[0].status.conditions.clear(), "pod p is Running, not ready", Some("b"));
    }
}
