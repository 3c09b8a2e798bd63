//! Typed facts about a machine: what is wanted and what is. Controllers meet in them and never call each other.
//!
//! Pure nouns: who keeps them is `machined-runtime`, who makes them are controllers, services and sequences.

mod cluster;
mod machine;
mod network;
mod paths;
mod resource;
mod service;
mod storage;

pub use cluster::{
    ApiIdentity, CertificateStatus, ClusterIntent, EtcdIntent, KubeletFile, StaticPodStatus, SystemImage,
};
pub use machine::{ActiveConfig, MachineStatus, Stage, TimeStatus};
pub use network::{AddressStatus, DhcpLease, HostnameStatus, LinkStatus, NodeAddress, ResolverStatus, RouteStatus};
pub use paths::Paths;
pub use resource::{Resource, TYPES};
pub use service::{Health, ServiceState, ServiceStatus};
pub use storage::{DiskStatus, VolumeStatus};
