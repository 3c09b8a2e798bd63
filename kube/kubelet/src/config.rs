//! Everything a kubelet is told when it starts. Read from files and arguments by the program, once.

use std::net::SocketAddr;
use std::path::PathBuf;
use std::time::Duration;

use kube_api::types::core::Taint;

/// What nodes report, unless told otherwise.
const VERSION: &str = "v1.36.2";
/// More than applications have, and an eighth of what a small machine's kernel has numbers for.
const POD_PIDS: u32 = 4096;

/// One kubelet.
#[derive(Clone, Debug)]
pub struct Config {
    pub node: Node,
    pub folders: Paths,
    /// The runtime's CRI socket.
    pub runtime: PathBuf,
    /// Archives to bring into the runtime, pinned, before anything runs.
    pub images: Vec<PathBuf>,
    pub dns: Dns,
    /// `None`: static pods only.
    pub api: Option<kube_informer::Config>,
    /// `None`: nothing listens (hollow nodes).
    pub server: Option<Server>,
    pub limits: Limits,
    pub logs: Logs,
    pub image_collection: ImageCollection,
    pub eviction: Eviction,
}

/// What the Node object says.
#[derive(Clone, Debug, Default)]
pub struct Node {
    pub name: String,
    /// Internal addresses, the preferred family first.
    pub addresses: Vec<std::net::IpAddr>,
    pub labels: Vec<(String, String)>,
    pub taints: Vec<Taint>,
    pub provider_id: String,
    pub os_image: String,
    pub machine_id: String,
    pub system_uuid: String,
    pub max_pods: u32,
    /// The most processes and threads of one pod: a fork bomb takes no more of the node. Upstream's default is no limit.
    pub pod_pids: u32,
    /// Kept back from pods for the system and for us.
    pub reserved_cpu_milli: u64,
    pub reserved_memory: u64,
    /// Hollow nodes say what they have; others measure.
    pub capacity: Option<Capacity>,
    /// Whether to make the Node object, or to wait until somebody else has.
    pub register: bool,
    /// The version of Kubernetes that this kubelet is.
    pub version: String,
}

/// What a node has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Capacity {
    pub cpu_milli: u64,
    pub memory: u64,
    pub storage: u64,
}

#[derive(Clone, Debug)]
pub struct Paths {
    /// Usually `/var/lib/kubelet`.
    pub root: PathBuf,
    /// Usually `/var/log/pods`.
    pub pod_logs: PathBuf,
    /// Links by container id for log collectors, usually `/var/log/containers`.
    pub container_logs: Option<PathBuf>,
    pub static_pods: Option<PathBuf>,
    /// The node's own resolv.conf and hosts file.
    pub resolv_conf: PathBuf,
    pub hosts: PathBuf,
}

#[derive(Clone, Debug, Default)]
pub struct Dns {
    pub servers: Vec<String>,
    pub domain: String,
}

/// The kubelet's own API.
#[derive(Clone, Debug)]
pub struct Server {
    pub address: SocketAddr,
    /// Read again when they change.
    pub certificate: PathBuf,
    pub key: PathBuf,
    pub client_ca: PathBuf,
}

/// How pods are kept within their limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Limits {
    /// cgroup v2, mounted at `root`; pods live below `parent` (usually empty: the root itself).
    Enforced { root: PathBuf, parent: String },
    /// A host that delegates no cgroup v2: pods run without limits, and the node says so.
    Unenforced { why: String },
}

/// When a container's log is set aside, and how many are kept.
#[derive(Clone, Copy, Debug)]
pub struct Logs {
    pub max_bytes: u64,
    pub max_files: u32,
}

/// When unused images are removed, in percent of the image file system.
#[derive(Clone, Copy, Debug)]
pub struct ImageCollection {
    pub high_percent: u8,
    pub low_percent: u8,
    pub min_age: Duration,
}

/// Below what a node is under pressure.
#[derive(Clone, Copy, Debug)]
pub struct Eviction {
    pub memory_available: u64,
    pub disk_available_percent: u8,
    pub inodes_free_percent: u8,
    /// How long pressure is shown after it has ended.
    pub transition: Duration,
}

impl Default for Logs {
    fn default() -> Self {
        Self { max_bytes: 10 << 20, max_files: 5 }
    }
}

impl Default for ImageCollection {
    fn default() -> Self {
        Self { high_percent: 85, low_percent: 80, min_age: Duration::from_secs(120) }
    }
}

impl Default for Eviction {
    fn default() -> Self {
        Self {
            memory_available: 100 << 20,
            disk_available_percent: 10,
            inodes_free_percent: 5,
            transition: Duration::from_secs(300),
        }
    }
}

impl ImageCollection {
    /// For a node whose disk is not its own.
    pub fn never() -> Self {
        Self { high_percent: 100, low_percent: 100, ..Self::default() }
    }
}

impl Eviction {
    /// For a node whose memory and disk are not its own.
    pub fn never() -> Self {
        Self { memory_available: 0, disk_available_percent: 0, inodes_free_percent: 0, ..Self::default() }
    }
}

impl Config {
    /// A kubelet with upstream's defaults and nothing to talk to.
    pub fn new(name: impl Into<String>, root: impl Into<PathBuf>, runtime: impl Into<PathBuf>) -> Self {
        Self {
            node: Node {
                name: name.into(),
                max_pods: 110,
                pod_pids: POD_PIDS,
                register: true,
                version: VERSION.into(),
                ..Node::default()
            },
            folders: Paths {
                root: root.into(),
                pod_logs: "/var/log/pods".into(),
                container_logs: Some("/var/log/containers".into()),
                static_pods: None,
                resolv_conf: "/etc/resolv.conf".into(),
                hosts: "/etc/hosts".into(),
            },
            runtime: runtime.into(),
            images: Vec::new(),
            dns: Dns { servers: Vec::new(), domain: "cluster.local".into() },
            api: None,
            server: None,
            limits: Limits::Enforced { root: "/sys/fs/cgroup".into(), parent: String::new() },
            logs: Logs::default(),
            image_collection: ImageCollection::default(),
            eviction: Eviction::default(),
        }
    }
}
