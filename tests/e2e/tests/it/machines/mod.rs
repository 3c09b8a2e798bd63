//! What only a machine can show, in the time that `make test` has for it.

mod api;
mod boot;
mod fallback;
mod write_log;
