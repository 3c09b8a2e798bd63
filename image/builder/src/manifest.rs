//! What an image consists of, written beside it for tests, benchmarks and people.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// The file `manifest.json`.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The system's version.
    pub version: String,
    /// The kernel's version, as `uname -r` says it.
    pub kernel: String,
    /// The kernel's command line.
    pub command_line: String,
    /// The UKI.
    pub uki: Part,
    /// The root with its verity tree.
    pub root: Part,
    /// The loader.
    pub loader: Part,
    /// Programs that were left out; an image for release has none.
    pub left_out: Vec<String>,
    /// Every file with an execute bit.
    pub executables: Vec<String>,
    /// Every file of the root and its bytes.
    pub files: BTreeMap<String, u64>,
}

/// One part of the image.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Bytes.
    pub length: u64,
    /// SHA-256, in hexadecimal digits.
    pub sha256: String,
}
