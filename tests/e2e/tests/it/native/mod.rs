//! Tests on native nodes: the image's root, init and machined in namespaces of this host, real containers at full speed.
//! Limits, eviction, time and boot are no subject here (docs/testing.md).

mod faults;
mod kubectl;
mod machinectl;
mod malformed;
mod walks;

/// Native nodes need root; says so by the test's name where there is none.
pub(crate) fn possible(test: &str) -> bool {
    let root = machined_sys::process::user() == 0;
    if !root {
        println!("skipped: native::{test}: native nodes need root");
    }
    root
}
