//! What only a machine can show and `make test` has no time for.

mod fallback;
mod time_off;
