//! What a container sees of its pod's volumes, with /etc/hosts and the file for its last words.
//!
//! As upstream: pkg/kubelet/kubelet_pods.go makeMounts.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use kube_api::types::core::{Container, Pod, VolumeMount};
use kube_cri::api::{Mount, MountPropagation};

use super::folders::Folders;
use super::{Mounted, Ready, subpath};
use crate::container::env::{self, ConfigError};
use crate::container::expand::expand;
use crate::container::labels;

const HOSTS: &str = "/etc/hosts";

/// What mounts are made from.
pub(crate) struct Source<'a> {
    pub(crate) pod: &'a Pod,
    pub(crate) container: &'a Container,
    pub(crate) volumes: &'a Mounted,
    pub(crate) environment: &'a [(String, String)],
    pub(crate) folders: &'a Folders,
    /// The runtime can make every mount below a read-only one read-only.
    pub(crate) recursive_read_only: bool,
}

pub(crate) fn mounts(
    source: &Source<'_>,
    hosts: Option<&Path>,
    message_file: &Path,
) -> Result<Vec<Mount>, ConfigError> {
    let mut mounts = Vec::new();
    for (number, wanted) in source.container.volume_mounts.iter().enumerate() {
        let name = &wanted.name;
        let volume = source.volumes.get(name).ok_or_else(|| {
            ConfigError(format!("cannot find volume {name:?} to mount into container {:?}", source.container.name))
        })?;
        mounts.push(one(source, number, wanted, volume)?);
    }
    let taken =
        |path: &str| source.container.volume_mounts.iter().any(|mount| mount.mount_path.trim_end_matches('/') == path);
    if let Some(hosts) = hosts.filter(|_| !taken(HOSTS)) {
        mounts.push(plain(HOSTS, hosts, read_only_root(source.container)));
    }
    let message = labels::message_path(source.container);
    if !taken(message) {
        mounts.push(plain(message, message_file, false));
    }
    Ok(mounts)
}

fn one(source: &Source<'_>, number: usize, wanted: &VolumeMount, volume: &Ready) -> Result<Mount, ConfigError> {
    let part = if wanted.sub_path_expr.is_empty() {
        wanted.sub_path.clone()
    } else {
        expression(&wanted.sub_path_expr, source.environment)?
    };
    let mut mount = Mount {
        container_path: absolute(&wanted.mount_path, &source.container.working_dir),
        host_path: volume.path.to_string_lossy().into_owned(),
        readonly: wanted.read_only || volume.read_only,
        propagation: match wanted.mount_propagation.as_deref() {
            Some("HostToContainer") => MountPropagation::PropagationHostToContainer,
            Some("Bidirectional") => MountPropagation::PropagationBidirectional,
            _ => MountPropagation::PropagationPrivate,
        } as i32,
        image: volume.image.clone(),
        ..Mount::default()
    };
    mount.recursive_read_only = match wanted.recursive_read_only.as_deref() {
        Some("Enabled") if !source.recursive_read_only => {
            return Err(ConfigError(format!(
                "volume {:?} requested recursive read-only mode, but it is not supported by the runtime",
                wanted.name
            )));
        }
        Some("Enabled") => true,
        Some("IfPossible") => source.recursive_read_only && mount.readonly,
        _ => false,
    };
    if volume.image.is_some() {
        mount.host_path = String::new();
        mount.image_sub_path = part;
    } else if !part.is_empty() {
        let uid = &source.pod.metadata.uid;
        let target = source.folders.subpath(uid, &wanted.name, &source.container.name, number);
        let bound = subpath::bind(&volume.path, &part, &target, volume.may_create).map_err(|err| {
            ConfigError(format!(
                "failed to prepare subPath for volumeMount {:?} of container {:?}: {err}",
                wanted.name, source.container.name
            ))
        })?;
        mount.host_path = bound.to_string_lossy().into_owned();
    }
    Ok(mount)
}

/// Every name in a sub-path must be known: a wrong folder is worse than a container that does not start.
fn expression(text: &str, environment: &[(String, String)]) -> Result<String, ConfigError> {
    let missing = std::cell::RefCell::new(None);
    let done = expand(text, |name| {
        let value = env::find(environment, name).filter(|value| !value.is_empty());
        if value.is_none() {
            missing.borrow_mut().get_or_insert_with(|| name.to_owned());
        }
        value
    });
    match missing.into_inner() {
        Some(name) => Err(ConfigError(format!("missing value for {name:?}"))),
        None => Ok(done),
    }
}

fn absolute(path: &str, working_dir: &str) -> String {
    if path.starts_with('/') { path.to_owned() } else { format!("{}/{path}", working_dir.trim_end_matches('/')) }
}

fn read_only_root(container: &Container) -> bool {
    container.security_context.as_ref().is_some_and(|context| context.read_only_root_filesystem == Some(true))
}

fn plain(container_path: &str, host_path: &Path, readonly: bool) -> Mount {
    Mount {
        container_path: container_path.into(),
        host_path: host_path.to_string_lossy().into_owned(),
        readonly,
        ..Mount::default()
    }
}

/// Makes the file a container writes its last words to; anybody in it may.
pub(crate) fn message_file(folders: &Folders, pod: &Pod, container: &Container, restarts: i32) -> io::Result<PathBuf> {
    let folder = folders.container(&pod.metadata.uid, &container.name);
    fs::create_dir_all(&folder)?;
    let path = folder.join(format!("{restarts}"));
    fs::File::create(&path)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o666))?;
    Ok(path)
}
