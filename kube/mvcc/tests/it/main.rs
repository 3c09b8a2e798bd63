//! The store's semantics against the model: random commands from a seed, and what compaction leaves behind.

mod memory;
mod random;
mod reclaim;
