//! A native node: namespaces of a host, whose kernel, clock and disks are not ours.

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Boot, Limits, Platform, Storage};
use crate::power::{self, End};
use crate::{capabilities, sysctl};

/// Where the harness puts what outlives a restart of the node.
const VOLUMES: &str = "/run/native";

#[derive(Clone, Debug)]
pub struct Native {
    volumes: PathBuf,
}

impl Default for Native {
    fn default() -> Self {
        Self { volumes: PathBuf::from(VOLUMES) }
    }
}

impl Native {
    /// With volumes below this directory: for processes that share the host's root.
    pub fn with_volumes(volumes: impl Into<PathBuf>) -> Self {
        Self { volumes: volumes.into() }
    }
}

impl Platform for Native {
    fn name(&self) -> &'static str {
        "native"
    }

    fn boot(&self) -> io::Result<Boot> {
        Ok(Boot::default())
    }

    fn storage(&self) -> io::Result<Storage> {
        Ok(Storage::Directory(self.volumes.clone()))
    }

    /// Only what belongs to the node's own network namespace is set: the rest is the host's.
    fn set_sysctl(&self, name: &str, value: &str) -> io::Result<bool> {
        if !name.starts_with("net.") && !name.starts_with("net/") {
            return Ok(false);
        }
        match sysctl::set(name, value) {
            Ok(()) => Ok(true),
            // Some settings of the network exist in the host's namespace alone.
            Err(err) if matches!(err.kind(), io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied) => Ok(false),
            Err(err) => Err(err),
        }
    }

    fn set_clock(&self, _since_1970: Duration) -> io::Result<bool> {
        Ok(false)
    }

    fn cgroup_root(&self) -> Option<PathBuf> {
        super::cgroup_with_controllers(Path::new("/sys/fs/cgroup").to_owned())
    }

    fn limits(&self) -> Limits {
        Limits {
            open_files: super::open_files(),
            protect_from_oom: capabilities::has(capabilities::SYS_RESOURCE),
            shared: true,
        }
    }

    fn end(&self, how: End) -> io::Error {
        power::end(how)
    }
}
