//! Tests of whole nodes: the console, the machine API, QEMU's control socket, faults from outside.
//!
//! `native::` and `machines::` are what `make test` runs, `machines_slow::` what `make test-machines` adds. All take the
//! image that `make image` has left in `out/image`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::disallowed_methods)]

mod application;
mod cluster;
mod lab;
mod machines;
mod machines_slow;
mod native;
mod page;
mod pod_image;
