//! What makes a fact a resource.

use std::any::Any;
use std::fmt::Debug;

/// A typed fact. Its fields are shown to people; secrets never stand among them.
pub trait Resource: Any + Clone + PartialEq + Debug + Send + Sync {
    /// The name that people ask for, plural and in lower case.
    const TYPE: &'static str;

    fn fields(&self) -> Vec<(&'static str, String)>;
}

/// Every type, with what it is.
pub const TYPES: &[(&str, &str)] = &[
    ("addresses", "addresses that the kernel has"),
    ("api", "what the machine API shows"),
    ("certificates", "certificates of this node and when they end"),
    ("cluster", "whether this node is to run Kubernetes"),
    ("config", "the configuration that holds"),
    ("disks", "disks that hold data"),
    ("etcd", "how this node's member of the store starts"),
    ("hostname", "the machine's name and where it comes from"),
    ("images", "images that the system carries"),
    ("kubelet", "the kubelet's configuration file"),
    ("leases", "what DHCP servers gave"),
    ("links", "network interfaces"),
    ("machine", "how far the machine has come"),
    ("nodeaddress", "the address that the node is known by"),
    ("resolver", "whom the machine asks for names"),
    ("routes", "routes that the kernel has"),
    ("services", "services and their health"),
    ("staticpods", "pods that the node runs without an API server"),
    ("time", "whether the clock is right"),
    ("volumes", "where data is kept"),
];
