//! The store's semantics against the model: random commands from a seed, and what compaction leaves behind.

#![allow(clippy::indexing_slicing)] // a version that is missing fails the test

mod memory;
mod random;
mod reclaim;
