//! Builds the image: Debian's packages and our programs become a disk that boots.
//!
//! Everything it decides from is data in `rootfs/`. The same packages and programs give the same bytes, on Debian 12
//! and 13 alike, as root or not: the tools that matter run from a root of their own, and times are fixed.
//! Output, below the directory it is given: `disk.raw`, `uki.efi`, `root.img`, `sbom.cdx.json`, `manifest.json`, and
//! `parts/`, what the UKI was put together from.

mod config;
mod data;
mod debian;
mod disk;
mod initramfs;
mod manifest;
mod modules;
mod progress;
mod root;
mod run;
mod sbom;
mod slot;
mod system_image;
mod tools;

pub use config::{Config, Program, Programs};
pub use manifest::Manifest;
pub use run::run;
