//! Gives a volume to a pod's group. As upstream: pkg/volume/volume_linux.go.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, lchown};
use std::path::Path;

use kube_api::types::core::Pod;

use crate::pod::view;

const FILES: u32 = 0o660;
/// Folders are entered, and what is made in them belongs to the group too.
const FOLDERS: u32 = 0o2770;

/// The group owns everything below `folder` and may write it. A folder that is the group's already is left alone.
pub(crate) fn give(folder: &Path, group: u32) -> io::Result<()> {
    let meta = fs::metadata(folder)?;
    if meta.gid() == group && meta.permissions().mode() & FOLDERS == FOLDERS {
        return Ok(());
    }
    below(folder, group)
}

fn below(path: &Path, group: u32) -> io::Result<()> {
    let meta = fs::symlink_metadata(path)?;
    if meta.file_type().is_symlink() {
        return lchown(path, None, Some(group));
    }
    if meta.is_dir() {
        for entry in fs::read_dir(path)? {
            below(&entry?.path(), group)?;
        }
    }
    chown(path, None, Some(group))?;
    let more = if meta.is_dir() { FOLDERS } else { FILES };
    fs::set_permissions(path, fs::Permissions::from_mode(meta.permissions().mode() & 0o7777 | more))
}

/// The one user that all containers of a pod run as, if there is one.
pub(crate) fn common_user(pod: &Pod) -> Option<u32> {
    let pod_user = pod.spec.security_context.as_ref().and_then(|context| context.run_as_user);
    let users: BTreeSet<_> = view::members(&pod.spec)
        .iter()
        .map(|member| member.container.security_context.as_ref().and_then(|context| context.run_as_user).or(pod_user))
        .collect();
    match users.into_iter().collect::<Vec<_>>().as_slice() {
        [Some(user)] => u32::try_from(*user).ok(),
        _ => None,
    }
}
