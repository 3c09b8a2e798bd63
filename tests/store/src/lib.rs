//! What tests and benchmarks of the store share: our store and a real etcd, started and reached the same way.
// Tests and benchmarks start other programs and look for them; shipped code does neither.
#![allow(clippy::disallowed_methods, clippy::indexing_slicing, clippy::unwrap_used)]

pub mod bench;
pub mod ours;
pub mod real;
