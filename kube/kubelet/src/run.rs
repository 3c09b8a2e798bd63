//! Puts a kubelet together and runs it until it is asked to stop. Pods run on.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};
use std::time::Duration;

use kube_api::types::core::{Node, Pod, Service};
use kube_cri::{Containerd, Cri};
use kube_informer::{Client, Informer, Level, Recorder};
use machined_base::{Clock, Restart, Shutdown, Tasks};
use tokio::sync::{Notify, watch};
use tracing::{info, warn};

use crate::cgroup::Cgroups;
use crate::config::{Capacity, Config, Limits};
use crate::events::Events;
use crate::image::pull::Puller;
use crate::kit::{Kit, Live, Network};
use crate::logs;
use crate::node::object::Facts;
use crate::node::pressure::Pressure;
use crate::node::register::Registration;
use crate::node::{lease, measure};
use crate::objects::Objects;
use crate::pods::{ApiPods, Manager, Sources};
use crate::report::Reports;
use crate::server::access::Access;
use crate::server::handle::Handler;
use crate::server::identity::Identities;
use crate::server::listen::{self, Listener};
use crate::server::tls::Certificates;
use crate::source::{files, send};
use crate::volume::folders::Folders;
use crate::volume::token::Tokens;
use crate::volume::{Api, Volumes};

const DRAIN: Duration = Duration::from_secs(5);
/// How long to wait for the runtime before saying so.
const RUNTIME_WAIT: Duration = Duration::from_secs(1);
const LOGS_EVERY: Duration = Duration::from_secs(10);

/// Why a kubelet cannot run.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("prepare the kubelet's folder {path}")]
    Folder {
        path: std::path::PathBuf,
        #[source]
        err: std::io::Error,
    },
    #[error("measure the node")]
    Measure(#[source] std::io::Error),
    #[error("prepare cgroups")]
    Cgroups(#[source] std::io::Error),
    #[error("serve the kubelet's API")]
    Serve(#[source] std::io::Error),
}

/// Runs a kubelet on containerd.
pub async fn run(config: Config, shutdown: Shutdown) -> Result<(), RunError> {
    let clock = Clock::system();
    let cri = Arc::new(Containerd::new(&config.runtime, clock.clone()));
    run_on(config, cri, clock, shutdown).await
}

/// Runs a kubelet on any runtime: hollow nodes give a fake one.
pub async fn run_on(config: Config, cri: Arc<dyn Cri>, clock: Clock, shutdown: Shutdown) -> Result<(), RunError> {
    let tasks = Tasks::new(clock.clone(), shutdown.child());
    let outcome = tokio::select! {
        started = start(config, cri, clock, tasks.clone()) => started,
        () = shutdown.requested() => Ok(()),
    };
    if outcome.is_ok() {
        shutdown.requested().await;
    }
    tasks.drain(DRAIN).await;
    outcome
}

async fn start(config: Config, cri: Arc<dyn Cri>, clock: Clock, tasks: Tasks) -> Result<(), RunError> {
    let folders = Folders::new(config.folders.root.clone(), config.folders.pod_logs.clone());
    for path in [folders.pods(), config.folders.pod_logs.clone()] {
        std::fs::create_dir_all(&path).map_err(|err| RunError::Folder { path, err })?;
    }
    let capacity = match config.node.capacity {
        Some(capacity) => capacity,
        None => measure::capacity(&config.folders.root).map_err(RunError::Measure)?,
    };
    let allocatable = allocatable(capacity, &config);
    let runtime = wait_for(&*cri, &clock).await;
    import(&*cri, &config).await;
    let shutdown = tasks.shutdown().clone();
    let client = config.api.clone().map(|api| Client::new(api, tasks.clone()));
    let recorder = client.as_ref().map(|client| Recorder::new(client, "kubelet", &config.node.name));
    let events = Events::new(recorder, &config.node.name);
    let cgroups = Cgroups::new(&config.limits, config.node.pod_pids);
    let signed = |value: u64| i64::try_from(value).unwrap_or(i64::MAX);
    cgroups.prepare(signed(allocatable.cpu_milli), signed(allocatable.memory)).map_err(RunError::Cgroups)?;
    // The workers' manager needs what the manager's parts are made from, so the wake goes through a cell.
    let waker: Arc<OnceLock<Manager>> = Arc::default();
    let wake = {
        let waker = waker.clone();
        Arc::new(move |uid: &str| {
            if let Some(manager) = waker.get() {
                manager.wake(uid);
            }
        })
    };
    let features = cri.status().await.ok();
    let recursive = features.as_ref().is_some_and(|status| {
        status
            .runtime_handlers
            .iter()
            .any(|handler| handler.features.as_ref().is_some_and(|it| it.recursive_read_only_mounts))
    });
    let version = runtime.version.clone();
    let kit = Arc::new(Kit {
        node: config.node.name.clone(),
        clock: clock.clone(),
        tasks: tasks.clone(),
        cri: cri.clone(),
        runtime: runtime.name.clone(),
        volumes: Volumes {
            folders,
            cri: cri.clone(),
            clock: clock.clone(),
            api: client.clone().map(|client| Api { tokens: Tokens::new(client.clone()), client }),
            image_volumes: mounts_images(&runtime.name, &version),
        },
        images: Puller::new(cri.clone(), clock.clone(), events.clone()),
        events: events.clone(),
        reports: Reports::default(),
        cgroups,
        objects: client.as_ref().map(|client| Objects::new(client, &shutdown, wake)),
        services: client.as_ref().map(|client| Informer::<Service>::new().start(client, &shutdown)),
        addresses: config.node.addresses.iter().map(ToString::to_string).collect(),
        capacity,
        allocatable,
        max_pods: config.node.max_pods,
        resolv_conf: config.folders.resolv_conf.clone(),
        hosts: config.folders.hosts.clone(),
        container_logs: config.folders.container_logs.clone(),
        cluster_servers: config.dns.servers.clone(),
        cluster_domain: config.dns.domain.clone(),
        network: parking_lot::RwLock::new(Network { fault: Some("the runtime was not asked yet".into()) }),
        pressure: Default::default(),
        recursive_read_only: recursive,
        live: Live { started: clock.now() },
    });
    let manager = Manager::new(kit.clone());
    // Nobody else sets it.
    let _ = waker.set(manager.clone());
    let facts = Facts {
        capacity,
        allocatable,
        kernel: measure::kernel(),
        boot_id: measure::line("/proc/sys/kernel/random/boot_id"),
        runtime: format!("{}://{version}", runtime.name),
        port: config.server.as_ref().map_or(10250, |server| i32::from(server.address.port())),
        fault: Some("container runtime status check may not have completed yet".into()),
        max_pods: config.node.max_pods,
        unenforced: match &config.limits {
            Limits::Unenforced { why } => Some(why.clone()),
            Limits::Enforced { .. } => None,
        },
        ..Facts::default()
    };
    if let Some(server) = &config.server {
        let handler = Handler { kit: kit.clone(), manager: manager.clone(), settings: settings(&config).into() };
        let listener = Listener {
            certificates: Certificates::new(server.clone()),
            identities: Identities::new(client.clone()),
            access: Access::new(client.clone(), &config.node.name),
            handler,
        };
        listen::start(server, listener).await.map_err(RunError::Serve)?;
    }
    spawn(&config, &kit, &manager, client, facts, &tasks);
    events.node(Level::Normal, "Starting", "Starting kubelet.");
    info!(node = config.node.name, runtime = runtime.name, version, "kubelet runs");
    Ok(())
}

/// Starts everything that runs beside the workers.
fn spawn(config: &Config, kit: &Arc<Kit>, manager: &Manager, client: Option<Client>, facts: Facts, tasks: &Tasks) {
    let shutdown = tasks.shutdown().clone();
    let (facts_to, facts) = watch::channel(facts);
    let (statics_to, statics) = watch::channel(None);
    match config.folders.static_pods.clone() {
        Some(folder) => {
            let (node, clock) = (config.node.name.clone(), kit.clock.clone());
            tasks.spawn("static-pods", Restart::Backoff, move || {
                files::watch(folder.clone(), node.clone(), clock.clone(), statics_to.clone())
            });
        }
        None => {
            statics_to.send_replace(Some(BTreeMap::new()));
            // The sender lives as long as the kubelet.
            tasks.scoped("static-pods", async move { statics_to.closed().await });
        }
    }
    let api = client.map(|client| {
        let pods =
            Informer::<Pod>::new().fields(format!("spec.nodeName={}", config.node.name)).start(&client, &shutdown);
        let nodes =
            Informer::<Node>::new().fields(format!("metadata.name={}", config.node.name)).start(&client, &shutdown);
        let (node_to, node) = watch::channel(None);
        let (reports, sender, store) = (kit.reports.clone(), client.clone(), pods.clone());
        tasks.spawn("pod-status", Restart::Backoff, move || send::run(reports.clone(), sender.clone(), store.clone()));
        let (holder, name, owner) = (client.clone(), config.node.name.clone(), node.clone());
        tasks.spawn("node-lease", Restart::Backoff, move || lease::run(holder.clone(), name.clone(), owner.clone()));
        let (kit, registrar, node_config) = (kit.clone(), client.clone(), config.node.clone());
        let now = Arc::new(Notify::new());
        tasks.spawn("node-status", Restart::Backoff, move || {
            let registration = Registration {
                kit: kit.clone(),
                client: registrar.clone(),
                config: node_config.clone(),
                facts: facts.clone(),
                nodes: nodes.clone(),
                node: node_to.clone(),
                now: now.clone(),
            };
            registration.run()
        });
        ApiPods { client, pods, node }
    });
    let (pods, sources) = (manager.clone(), (statics, api));
    tasks.spawn("pods", Restart::Backoff, move || {
        pods.clone().run(Sources { statics: sources.0.clone(), api: sources.1.clone() })
    });
    let pods = manager.clone();
    tasks.spawn("runtime-events", Restart::Backoff, move || pods.clone().follow_runtime());
    let (pods, kit_of, eviction, images, measured) =
        (manager.clone(), kit.clone(), config.eviction, config.image_collection, config.node.capacity.is_none());
    tasks.spawn("pressure", Restart::Backoff, move || {
        let pressure = Pressure {
            kit: kit_of.clone(),
            manager: pods.clone(),
            facts: facts_to.clone(),
            eviction,
            images,
            measured,
        };
        pressure.run()
    });
    let (kit, rules) = (kit.clone(), config.logs);
    tasks.spawn("logs", Restart::Backoff, move || logs::watch::run(kit.clone(), rules, LOGS_EVERY));
}

/// What `/configz` shows: the settings that upstream's page has under the same names.
fn settings(config: &Config) -> String {
    let static_pods = config.folders.static_pods.as_ref().map(|path| path.to_string_lossy().into_owned());
    serde_json::json!({ "kubeletconfig": {
        "kind": "KubeletConfiguration", "apiVersion": "kubelet.config.k8s.io/v1beta1",
        "staticPodPath": static_pods, "clusterDomain": config.dns.domain, "clusterDNS": config.dns.servers,
        "maxPods": config.node.max_pods, "podPidsLimit": config.node.pod_pids, "cgroupDriver": "cgroupfs", "readOnlyPort": 0,
        "containerRuntimeEndpoint": format!("unix://{}", config.runtime.display()),
        "containerLogMaxSize": config.logs.max_bytes.to_string(), "containerLogMaxFiles": config.logs.max_files,
        "imageGCHighThresholdPercent": config.image_collection.high_percent, "imageGCLowThresholdPercent": config.image_collection.low_percent,
        "authentication": { "anonymous": { "enabled": false }, "webhook": { "enabled": true } }, "authorization": { "mode": "Webhook" },
    } })
    .to_string()
}

fn allocatable(capacity: Capacity, config: &Config) -> Capacity {
    Capacity {
        cpu_milli: capacity.cpu_milli.saturating_sub(config.node.reserved_cpu_milli),
        // As upstream: what is kept free before pods are evicted is not given away.
        memory: capacity.memory.saturating_sub(config.node.reserved_memory + config.eviction.memory_available),
        storage: capacity.storage - capacity.storage / 100 * u64::from(config.eviction.disk_available_percent),
    }
}

struct Runtime {
    name: String,
    version: String,
}

/// The runtime may start after us.
async fn wait_for(cri: &dyn Cri, clock: &Clock) -> Runtime {
    let mut told = false;
    loop {
        match cri.version().await {
            Ok(version) => return Runtime { name: version.runtime_name, version: version.runtime_version },
            Err(err) if told => tracing::debug!(%err, "the runtime does not answer yet"),
            Err(err) => {
                warn!(%err, "waiting for the container runtime");
                told = true;
            }
        }
        clock.sleep(RUNTIME_WAIT).await;
    }
}

async fn import(cri: &dyn Cri, config: &Config) {
    for archive in &config.images {
        match cri.import(archive).await {
            Ok(images) => info!(archive = %archive.display(), ?images, "images are there"),
            Err(err) => {
                let source = std::error::Error::source(&err).map(ToString::to_string).unwrap_or_default();
                warn!(archive = %archive.display(), %err, source, "images cannot be brought in");
            }
        }
    }
}

/// containerd mounts images as volumes since 2.1.
fn mounts_images(name: &str, version: &str) -> bool {
    let mut numbers =
        version.trim_start_matches('v').split(['.', '~', '-', '+']).map(|part| part.parse::<u32>().unwrap_or(0));
    let (major, minor) = (numbers.next().unwrap_or(0), numbers.next().unwrap_or(0));
    name != "containerd" || (major, minor) >= (2, 1)
}

#[cfg(test)]
mod tests {
    use super::mounts_images;

    #[test]
    fn image_volumes_need_containerd_2_1() {
        assert!(!mounts_images("containerd", "1.7.24~ds1"));
        assert!(!mounts_images("containerd", "v2.0.3"));
        assert!(mounts_images("containerd", "2.1.0"));
    }
}
