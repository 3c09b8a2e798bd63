//! What only a machine can show, in the time that `make test` has for it.

pub(crate) mod api;
mod boot;
mod fallback;
mod walk;
mod write_log;
