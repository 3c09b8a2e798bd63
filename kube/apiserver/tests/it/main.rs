//! The server as a whole, in this process, on the model of a store: through HTTP, as clients use it.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::disallowed_methods)]

mod client;
mod crud;
mod documents;
mod harness;
mod lives;
mod policies;
mod rights;
mod typed;
mod watch;
