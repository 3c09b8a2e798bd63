//! Where the kubelet keeps what. As upstream's layout, so that tools which look there find it.

use std::path::{Path, PathBuf};

/// The kubelet's root folder, usually `/var/lib/kubelet`.
#[derive(Clone, Debug)]
pub(crate) struct Folders {
    root: PathBuf,
    logs: PathBuf,
}

impl Folders {
    pub(crate) fn new(root: PathBuf, logs: PathBuf) -> Self {
        Self { root, logs }
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    pub(crate) fn pods(&self) -> PathBuf {
        self.root.join("pods")
    }

    pub(crate) fn pod(&self, uid: &str) -> PathBuf {
        self.pods().join(uid)
    }

    /// `kind` as upstream escapes plugin names: `kubernetes.io~empty-dir`.
    pub(crate) fn volume(&self, uid: &str, kind: &str, name: &str) -> PathBuf {
        self.volumes(uid).join(format!("kubernetes.io~{kind}")).join(name)
    }

    pub(crate) fn volumes(&self, uid: &str) -> PathBuf {
        self.pod(uid).join("volumes")
    }

    pub(crate) fn subpaths(&self, uid: &str) -> PathBuf {
        self.pod(uid).join("volume-subpaths")
    }

    pub(crate) fn subpath(&self, uid: &str, volume: &str, container: &str, number: usize) -> PathBuf {
        self.subpaths(uid).join(volume).join(container).join(number.to_string())
    }

    pub(crate) fn container(&self, uid: &str, container: &str) -> PathBuf {
        self.pod(uid).join("containers").join(container)
    }

    pub(crate) fn hosts(&self, uid: &str) -> PathBuf {
        self.pod(uid).join("etc-hosts")
    }

    pub(crate) fn seccomp(&self) -> PathBuf {
        self.root.join("seccomp")
    }

    /// `/var/log/pods/NAMESPACE_NAME_UID`.
    pub(crate) fn logs(&self, namespace: &str, name: &str, uid: &str) -> PathBuf {
        self.logs.join(format!("{namespace}_{name}_{uid}"))
    }
}
