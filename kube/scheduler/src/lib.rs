//! Chooses a node for each pod. Deciding is pure: `plan` reads `cluster` through `filters` and `score`, `preempt`
//! makes room. `run` observes, binds and tells.

mod carry;
mod cluster;
mod filters;
mod message;
mod observe;
mod plan;
mod preempt;
mod queue;
mod run;
mod score;
#[cfg(test)]
mod tests;
mod world;

pub mod affinity;
pub mod resources;
pub mod selector;
pub mod tolerations;

pub use filters::volumes::{claims, is_for, serves, smallest};
pub use run::{Config, RunError, run};
