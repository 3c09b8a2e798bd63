//! Being written: the contents page of this crate.
