//! A real or virtual machine: everything is ours.

use std::io;
use std::path::PathBuf;
use std::time::Duration;

use super::{Boot, Limits, Platform, Storage};
use machined_slots::handover::{self, ESP_VARIABLE, SLOT_VARIABLE};

use crate::power::{self, End};
use crate::{clock, procfs, sysctl, system_disk};

/// What containers commonly ask for, and what the kernel allows at most by default.
const OPEN_FILES: u64 = 1_048_576;
/// Where the kernel shows EFI variables.
const VARIABLES: &str = "/sys/firmware/efi/efivars";

#[derive(Clone, Copy, Debug, Default)]
pub struct Machine;

impl Platform for Machine {
    fn name(&self) -> &'static str {
        "machine"
    }

    fn boot(&self) -> io::Result<Boot> {
        let arguments = procfs::kernel_arguments()?;
        let argument = |key: &str| {
            arguments.iter().filter_map(|word| word.split_once('=')).find(|(k, _)| *k == key).map(|(_, v)| v.to_owned())
        };
        let slot = variable(SLOT_VARIABLE).and_then(|value| handover::slot(&value));
        let esp = variable(ESP_VARIABLE).and_then(|value| String::from_utf8(value).ok());
        Ok(Boot {
            slot: slot
                .map(|slot| char::from(handover::letter(slot)).to_string())
                .or_else(|| argument("ironstone.slot")),
            loader_partition: esp.or_else(|| argument("ironstone.esp")).map(|guid| guid.trim().to_ascii_lowercase()),
            root_hash: argument("ironstone.roothash"),
        })
    }

    /// The disk that holds the loader's partition: nothing is found by a label alone.
    fn storage(&self) -> io::Result<Storage> {
        let Some(guid) = self.boot()?.loader_partition else { return Ok(Storage::Disk(None)) };
        let esp = guid.parse().map_err(|_| io::Error::new(io::ErrorKind::InvalidData, format!("{guid} is no GUID")))?;
        let disk = system_disk::find(esp).map_err(io::Error::other)?;
        Ok(Storage::Disk(disk.map(|disk| disk.name)))
    }

    fn set_sysctl(&self, name: &str, value: &str) -> io::Result<bool> {
        sysctl::set(name, value).map(|()| true)
    }

    fn set_clock(&self, since_1970: Duration) -> io::Result<bool> {
        clock::set(since_1970).map(|()| true)
    }

    fn cgroup_root(&self) -> Option<PathBuf> {
        super::cgroup_with_controllers(PathBuf::from("/sys/fs/cgroup"))
    }

    fn limits(&self) -> Limits {
        Limits { open_files: OPEN_FILES, protect_from_oom: true, shared: false }
    }

    fn end(&self, how: End) -> io::Error {
        power::end(how)
    }
}

/// What the loader left in one of its volatile variables: the value stands behind four bytes of attributes.
fn variable(name: &str) -> Option<Vec<u8>> {
    let bytes = std::fs::read(format!("{VARIABLES}/{name}-{}", handover::VENDOR)).ok()?;
    bytes.get(4..).map(<[u8]>::to_vec)
}
