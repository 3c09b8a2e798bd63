//! This node's part in its cluster.

use jiff::Timestamp;
use machined_base::Secret;

use crate::Resource;

/// The sequences decide when a node may run Kubernetes; services and static pods wait for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClusterIntent {
    pub run: bool,
}

/// How this node's member of the store starts. Without this resource it does not start.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EtcdIntent {
    /// `new` for the first member, made by bootstrap; `existing` when there is data.
    pub cluster_state: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CertificateStatus {
    pub subject: String,
    pub ends: Timestamp,
    pub renews: Timestamp,
    pub message: String,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StaticPodStatus {
    pub written: bool,
    pub message: String,
}

/// What the machine API shows and whom it trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ApiIdentity {
    /// PEM chain.
    pub certificate: String,
    pub key: Secret<String>,
    /// Empty while there is no configuration: then anybody may do a little.
    pub client_authority: String,
    /// SHA-256 of the certificate, as the console shows it.
    pub fingerprint: String,
}

/// The kubelet's configuration file, as it was last written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KubeletFile {
    pub revision: String,
}

/// The image that the node's own pods use.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemImage {
    pub digest: String,
    pub imported: bool,
}

impl Resource for ClusterIntent {
    const TYPE: &'static str = "cluster";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("run", self.run.to_string())]
    }
}

impl Resource for EtcdIntent {
    const TYPE: &'static str = "etcd";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("state", self.cluster_state.clone())]
    }
}

impl Resource for CertificateStatus {
    const TYPE: &'static str = "certificates";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("subject", self.subject.clone()),
            ("ends", self.ends.to_string()),
            ("renews", self.renews.to_string()),
            ("message", self.message.clone()),
        ]
    }
}

impl Resource for StaticPodStatus {
    const TYPE: &'static str = "staticpods";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("written", self.written.to_string()), ("message", self.message.clone())]
    }
}

impl Resource for SystemImage {
    const TYPE: &'static str = "images";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("digest", self.digest.clone()), ("imported", self.imported.to_string())]
    }
}

impl Resource for KubeletFile {
    const TYPE: &'static str = "kubelet";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("revision", self.revision.clone())]
    }
}

impl Resource for ApiIdentity {
    const TYPE: &'static str = "api";

    fn fields(&self) -> Vec<(&'static str, String)> {
        let maintenance = self.client_authority.is_empty();
        vec![("fingerprint", self.fingerprint.clone()), ("maintenance", maintenance.to_string())]
    }
}
