//! Tests of whole nodes: the console, the machine API, QEMU's control socket, faults from outside.
//!
//! `machines::` is what `make test` runs, `machines_slow::` what `make test-machines` adds. Both take the image that
//! `make image` has left in `out/image`.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

mod lab;
mod machines;
mod machines_slow;
