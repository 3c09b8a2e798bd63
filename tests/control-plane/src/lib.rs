//! A whole control plane in one process, for tests: store, API server, controllers, scheduler, and hollow nodes.

mod hollow;
mod host;
mod plane;
#[cfg(test)]
#[allow(clippy::unwrap_used, clippy::indexing_slicing)]
mod walk;

pub use plane::{ControlPlane, peers};
