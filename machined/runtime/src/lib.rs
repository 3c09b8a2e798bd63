//! Keeps resources and runs controllers: level-triggered, each a loop that reads what is and makes it what is wanted.
//!
//! It knows no resource and no controller by name.

mod controller;
mod events;
mod store;

pub use controller::{Context, Controller, Next, ReconcileError, run};
pub use events::{Event, Events, Follower};
pub use store::{Shown, Store};
