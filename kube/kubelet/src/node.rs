//! This node in the API: registered, alive, described; and how it copes when memory or disk run short.

pub(crate) mod eviction;
pub(crate) mod lease;
pub(crate) mod measure;
pub(crate) mod object;
pub(crate) mod pressure;
pub(crate) mod register;
pub(crate) mod usage;
