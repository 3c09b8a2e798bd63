//! Where things lie on a node. One place, so that tests can put a whole node below another root.

use std::path::{Path, PathBuf};

/// All paths of a node. What is below `/run` is gone after each boot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Paths {
    root: PathBuf,
}

impl Default for Paths {
    fn default() -> Self {
        Self::below("/")
    }
}

impl Paths {
    pub fn below(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path.trim_start_matches('/'))
    }

    /// machined's own records of this boot.
    pub fn run(&self) -> PathBuf {
        self.at("/run/machined")
    }

    /// Where machined answers.
    pub fn socket(&self) -> PathBuf {
        self.run().join("machined.sock")
    }

    /// STATE: configuration and identity.
    pub fn state(&self) -> PathBuf {
        self.at("/system/state")
    }

    /// EPHEMERAL.
    pub fn var(&self) -> PathBuf {
        self.at("/var")
    }

    /// ETCD.
    pub fn etcd_data(&self) -> PathBuf {
        self.at("/var/lib/etcd")
    }

    pub fn logs(&self) -> PathBuf {
        self.at("/var/log/services")
    }

    /// What `/etc` links to for files that a running node writes.
    pub fn etc(&self) -> PathBuf {
        self.at("/run/etc")
    }

    /// Certificates, kubeconfigs, configuration and manifests of Kubernetes on this node.
    pub fn kubernetes(&self) -> PathBuf {
        self.etc().join("kubernetes")
    }

    pub fn pki(&self) -> PathBuf {
        self.kubernetes().join("pki")
    }

    pub fn manifests(&self) -> PathBuf {
        self.kubernetes().join("manifests")
    }

    pub fn kubeconfig(&self, who: &str) -> PathBuf {
        self.kubernetes().join(format!("{who}.kubeconfig"))
    }

    /// Configuration files of the components.
    pub fn component(&self, name: &str) -> PathBuf {
        self.kubernetes().join("config").join(format!("{name}.yaml"))
    }

    pub fn containerd_socket(&self) -> PathBuf {
        self.at("/run/containerd/containerd.sock")
    }

    /// The store's socket for the API server of the same node.
    pub fn etcd_socket(&self) -> PathBuf {
        self.at("/run/etcd/client.sock")
    }

    /// The image that the node's own pods use.
    pub fn system_image(&self) -> PathBuf {
        self.at("/usr/share/ironstone/system.tar")
    }

    pub fn root(&self) -> &Path {
        &self.root
    }
}
