//! Keeps programs running: starts them when what they need is there, watches their health, starts them again with
//! back-off, keeps their logs, and finds them again when machined itself was restarted.
//!
//! Which programs there are, and what they need, is a [`Service`]'s to say; the node's own stand in [`nodes`].

mod adopt;
mod health;
mod logs;
pub mod nodes;
mod service;
mod supervise;

pub use health::HealthCheck;
pub use logs::{LogError, Logs};
pub use service::{PrepareError, Readiness, Service};
pub use supervise::{ServiceError, Services};
