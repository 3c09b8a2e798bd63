//! One machine in QEMU: firmware, disks, console, network, faults, and starting again.
//!
//! Everything is synchronous: a machine is a child process, its control socket and a growing console log. Nothing here
//! knows what runs inside; nothing needs root.

pub mod accelerator;
mod arguments;
pub mod console;
pub mod disk;
mod gdb;
mod machine;
mod qmp;
pub mod write_log;

pub use arguments::{Config, Forward, Network};
pub use machine::{Machine, VmError};
