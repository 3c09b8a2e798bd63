//! STATE, ETCD and EPHEMERAL: made at the first boot, grown and checked on every boot, mounted.
//!
//! - What stands on a disk is never made anew: a file system that does not check is an error that a person sees.
//! - STATE is mounted before there is a configuration, for the configuration lies there; ETCD and EPHEMERAL after.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use image_layout::{Kind, Node};
use machined_config::Role;
use machined_resources::{ActiveConfig, Paths, Resource, VolumeStatus};
use machined_runtime::{Context, Controller, Next, ReconcileError};
use machined_sys::Command;
use machined_sys::mount::{self, Mount};
use machined_sys::platform::{Platform, Storage};

use crate::storage::{self, StorageError};

const NAME: &str = "volumes";
/// A large file system that was cut off while it was written takes a while.
const CHECK_WITHIN: Duration = Duration::from_secs(30 * 60);
/// Where the container runtime keeps what the network plugin has answered, below EPHEMERAL. It belongs to the boot that made
/// it, for no network namespace outlives that; and it is written without being flushed: after a power cut an answer may be
/// empty, which no sandbox of the boot before could then be stopped with.
const NETWORK_RESULTS: &str = "lib/cni/results";
/// e2fsck(8): 1 means that faults were corrected.
const CORRECTED: i32 = 1;

pub struct Volumes {
    platform: Arc<dyn Platform>,
    paths: Paths,
}

#[derive(Debug, thiserror::Error)]
enum VolumeError {
    #[error("prepare the disk")]
    Disk(#[source] StorageError),
    #[error("make the directory {path}")]
    Directory {
        path: String,
        #[source]
        err: io::Error,
    },
    #[error(transparent)]
    Mount(#[from] mount::MountError),
    #[error(transparent)]
    Tool(#[from] machined_sys::RunError),
    #[error("read what is mounted")]
    Table(#[source] io::Error),
    #[error("there is no system disk")]
    NoDisk,
}

impl Volumes {
    pub fn new(platform: Arc<dyn Platform>, paths: Paths) -> Self {
        Self { platform, paths }
    }

    fn target(&self, kind: Kind) -> PathBuf {
        match kind {
            Kind::State => self.paths.state(),
            Kind::Etcd => self.paths.etcd_data(),
            _ => self.paths.var(),
        }
    }
}

#[async_trait]
impl Controller for Volumes {
    fn name(&self) -> &'static str {
        NAME
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[ActiveConfig::TYPE]
    }

    async fn reconcile(&mut self, context: &Context) -> Result<Next, ReconcileError> {
        let role = context.store.only::<ActiveConfig>().map(|config| config.0.machine.role);
        for kind in wanted(role) {
            let target = self.target(*kind);
            let label = kind.label();
            if context.store.get::<VolumeStatus>(label).is_some_and(|status| status.mounted.is_some()) {
                continue;
            }
            match self.mount(context, *kind, &target, role).await {
                Ok((source, bytes)) => {
                    let status = VolumeStatus { source, mounted: Some(target), bytes, message: String::new() };
                    context.store.put(NAME, label, status);
                }
                Err(err) => {
                    let message = chain(&err);
                    let status = VolumeStatus { source: String::new(), mounted: None, bytes: 0, message };
                    if context.store.put(NAME, label, status) {
                        context.events.add("volume", label, chain(&err));
                    }
                    return Err(err.into());
                }
            }
        }
        Ok(Next::Whenever)
    }
}

/// In the order in which they are mounted: ETCD lies below EPHEMERAL.
fn wanted(role: Option<Role>) -> &'static [Kind] {
    match role {
        None => &[Kind::State],
        Some(Role::Worker) => &[Kind::State, Kind::Ephemeral],
        Some(Role::ControlPlane) => &[Kind::State, Kind::Ephemeral, Kind::Etcd],
    }
}

impl Volumes {
    async fn mount(
        &self,
        context: &Context,
        kind: Kind,
        target: &Path,
        role: Option<Role>,
    ) -> Result<(String, u64), VolumeError> {
        let directory = |path: &Path| {
            let failed = |err| VolumeError::Directory { path: path.display().to_string(), err };
            fs::create_dir_all(path).map_err(failed)
        };
        directory(target)?;
        // A machined that was restarted finds everything mounted.
        if mount::is_mounted(target).map_err(VolumeError::Table)? {
            return Ok(("mounted before".to_owned(), 0));
        }
        let storage = self.platform.storage().map_err(VolumeError::Table)?;
        // A reset could not empty what was in use: it is made anew now, before it is.
        let order = kind != Kind::State && reset_orders(&self.paths.state(), kind);
        let (source, bytes) = match storage {
            Storage::Directory(base) => {
                let source = base.join(kind.label().to_lowercase());
                if order {
                    empty(&source)?;
                }
                directory(&source)?;
                Mount::bind(&source, target).mount()?;
                (source, 0)
            }
            Storage::Disk(None) => return Err(VolumeError::NoDisk),
            Storage::Disk(Some(disk)) => {
                let node = role.map(|role| Node { control_plane: role == Role::ControlPlane });
                let part = storage::prepare(&disk, kind, node, order).map_err(VolumeError::Disk)?;
                let (device, bytes) = self.file_system(context, kind, part).await?;
                let mounted = Mount::new("ext4", &device, target).no_access_time();
                match kind {
                    Kind::Ephemeral => mounted.no_devices().mount()?,
                    _ => mounted.data_only().mount()?,
                }
                (device, bytes)
            }
        };
        if order {
            reset_done(&self.paths.state(), kind).map_err(VolumeError::Table)?;
        }
        if kind == Kind::Ephemeral {
            empty(&target.join(NETWORK_RESULTS))?;
        }
        Ok((source.display().to_string(), bytes))
    }

    /// Makes a file system where there is none; checks and grows the one that is there.
    async fn file_system(
        &self,
        context: &Context,
        kind: Kind,
        part: storage::Part,
    ) -> Result<(PathBuf, u64), VolumeError> {
        let label = kind.label();
        let device = part.device.as_os_str();
        if let Some(pending) = part.fresh {
            let make = Command::new("/usr/sbin/mkfs.ext4").args(["-q", "-F", "-L", label, "-m", "0"]);
            make.arg(device).output(&context.clock, CHECK_WITHIN).await?;
            pending.commit().map_err(VolumeError::Disk)?;
            context.events.add("volume", label, format!("made on {}", part.device.display()));
            return Ok((part.device, part.bytes));
        }
        let check = Command::new("/usr/sbin/e2fsck").args(["-f", "-p"]).arg(device);
        match check.output(&context.clock, CHECK_WITHIN).await {
            Ok(_) => {}
            Err(machined_sys::RunError::Failed { exit, .. }) if exit == machined_sys::child::Exit::Code(CORRECTED) => {
                context.events.add("volume", label, "faults were corrected");
            }
            Err(err) => return Err(err.into()),
        }
        // Says "nothing to do" with success when it already fills the partition.
        Command::new("/usr/sbin/resize2fs").arg(device).output(&context.clock, CHECK_WITHIN).await?;
        Ok((part.device, part.bytes))
    }
}

/// Written by a reset: which volumes are to be made anew.
const RESET: &str = "reset";

fn reset_orders(state: &Path, kind: Kind) -> bool {
    let text = fs::read_to_string(state.join(RESET)).unwrap_or_default();
    text.split_whitespace().any(|word| word == kind.label())
}

/// The order is carried out; when it was the last, the file goes.
fn reset_done(state: &Path, kind: Kind) -> io::Result<()> {
    let path = state.join(RESET);
    let text = fs::read_to_string(&path)?;
    let left: Vec<&str> = text.split_whitespace().filter(|word| *word != kind.label()).collect();
    if left.is_empty() { fs::remove_file(path) } else { fs::write(path, left.join(" ")) }
}

fn empty(directory: &Path) -> Result<(), VolumeError> {
    let failed = |err| VolumeError::Directory { path: directory.display().to_string(), err };
    if !directory.exists() {
        return Ok(());
    }
    for entry in fs::read_dir(directory).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        let removed = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
        removed.map_err(failed)?;
    }
    Ok(())
}

fn chain(err: &dyn std::error::Error) -> String {
    let mut text = err.to_string();
    let mut source = err.source();
    while let Some(err) = source {
        text.push_str(&format!(": {err}"));
        source = err.source();
    }
    text
}
