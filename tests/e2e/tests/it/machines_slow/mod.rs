//! What only a machine can show and `make test` has no time for.

mod fallback;
mod limits;
mod time_off;
