//! containerd: runs containers for the kubelet. Its configuration is made here, for version 1.7 and 2.x alike.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use machined_resources::{Resource, VolumeStatus};
use machined_runtime::{Context, Store};
use machined_sys::Command;

use super::{Place, revision, write};
use crate::{HealthCheck, PrepareError, Readiness, Service};

const PROGRAM: &str = "/usr/bin/containerd";

#[derive(Debug)]
pub struct Containerd {
    place: Arc<Place>,
}

impl Containerd {
    pub fn new(place: Arc<Place>) -> Self {
        Self { place }
    }

    /// Version 2 of the format: 1.7 writes it, 2.x converts it.
    fn configuration(&self) -> String {
        let paths = &self.place.paths;
        let protect = self.place.limits.protect_from_oom;
        format!(
            r#"version = 2
root = "{root}"
state = "{state}"
oom_score = {oom_score}
disabled_plugins = [
  "io.containerd.internal.v1.opt",
  "io.containerd.internal.v1.tracing",
  "io.containerd.snapshotter.v1.blockfile",
  "io.containerd.snapshotter.v1.btrfs",
  "io.containerd.snapshotter.v1.devmapper",
  "io.containerd.snapshotter.v1.zfs",
  "io.containerd.tracing.processor.v1.otlp",
]

[grpc]
  address = "{socket}"

[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "{sandbox}"
  disable_apparmor = true
  disable_hugetlb_controller = true
  restrict_oom_score_adj = {restrict}
  tolerate_missing_hugetlb_controller = true
  enable_unprivileged_ports = true
  enable_unprivileged_icmp = true

  [plugins."io.containerd.grpc.v1.cri".containerd]
    snapshotter = "overlayfs"
    default_runtime_name = "runc"
    discard_unpacked_layers = true

    [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
      runtime_type = "io.containerd.runc.v2"

      [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc.options]
        BinaryName = "/usr/sbin/runc"
        SystemdCgroup = false

  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "{cni_programs}"
    conf_dir = "{cni}"
    max_conf_num = 1

  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "{registries}"
"#,
            root = paths.at("/var/lib/containerd").display(),
            state = paths.at("/run/containerd").display(),
            oom_score = if protect { -999 } else { 0 },
            socket = paths.containerd_socket().display(),
            sandbox = SANDBOX_IMAGE,
            restrict = !protect,
            cni_programs = paths.at(CNI_PROGRAMS).display(),
            cni = paths.etc().join("cni/net.d").display(),
            registries = paths.etc().join("containerd/certs.d").display(),
        )
    }
}

/// The system image, whose entry point is `pause`.
const SANDBOX_IMAGE: &str = "ironstone.local/system:v1";
/// On EPHEMERAL, so that a network of somebody else's can install its own programs there.
const CNI_PROGRAMS: &str = "/var/lib/cni/bin";
/// Our own, by the name that our network's configuration gives; and the one that containerd 1.7 asks for each sandbox.
const CNI_NAMES: [&str; 2] = ["ironstone", "loopback"];
const CNI_PROGRAM: &str = "/usr/bin/kube";

#[async_trait]
impl Service for Containerd {
    fn id(&self) -> &'static str {
        "containerd"
    }

    fn inputs(&self) -> &'static [&'static str] {
        &[VolumeStatus::TYPE]
    }

    fn readiness(&self, store: &Store) -> Readiness {
        match store.get::<VolumeStatus>("EPHEMERAL") {
            Some(VolumeStatus { mounted: Some(_), .. }) => {
                Readiness::Ready { revision: revision(&self.configuration()) }
            }
            _ => Readiness::Wait("EPHEMERAL is not mounted yet".to_owned()),
        }
    }

    async fn prepare(&self, _: &Context) -> Result<Command, PrepareError> {
        let paths = &self.place.paths;
        let file = paths.etc().join("containerd/config.toml");
        write(&file, &self.configuration())?;
        std::fs::create_dir_all(paths.etc().join("cni/net.d"))?;
        let programs = paths.at(CNI_PROGRAMS);
        std::fs::create_dir_all(&programs)?;
        for name in CNI_NAMES {
            match std::os::unix::fs::symlink(CNI_PROGRAM, programs.join(name)) {
                Err(err) if err.kind() != std::io::ErrorKind::AlreadyExists => return Err(err.into()),
                _ => {}
            }
        }
        let command = self.place.command(PROGRAM, "containerd")?;
        Ok(command.arg("--config").arg(file))
    }

    fn health(&self) -> HealthCheck {
        HealthCheck::Socket(self.place.paths.containerd_socket())
    }

    fn grace(&self) -> Duration {
        Duration::from_secs(15)
    }
}
