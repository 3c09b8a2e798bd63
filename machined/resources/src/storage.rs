//! Disks and volumes.

use std::path::PathBuf;

use crate::Resource;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiskStatus {
    pub device: String,
    pub bytes: u64,
    pub model: String,
    pub serial: String,
    pub rotational: bool,
    pub read_only: bool,
    pub system: bool,
}

/// STATE, ETCD or EPHEMERAL.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct VolumeStatus {
    pub source: String,
    /// Where it is mounted; none while it is not.
    pub mounted: Option<PathBuf>,
    pub bytes: u64,
    pub message: String,
}

impl Resource for DiskStatus {
    const TYPE: &'static str = "disks";

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![
            ("bytes", self.bytes.to_string()),
            ("model", self.model.clone()),
            ("serial", self.serial.clone()),
            ("system", self.system.to_string()),
        ]
    }
}

impl Resource for VolumeStatus {
    const TYPE: &'static str = "volumes";

    fn fields(&self) -> Vec<(&'static str, String)> {
        let mounted = self.mounted.as_ref().map(|path| path.display().to_string()).unwrap_or_default();
        vec![
            ("source", self.source.clone()),
            ("mounted", mounted),
            ("bytes", self.bytes.to_string()),
            ("message", self.message.clone()),
        ]
    }
}
