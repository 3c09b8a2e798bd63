//! For tests: the model that implementations are measured by, and the suite that each of them passes.
//!
//! [`Model`] is written for being obviously right: it keeps every version of every key and forgets nothing it may need.
//! [`suite::run`] takes a [`Subject`]: a store and a way to let time pass.

#![allow(clippy::indexing_slicing, reason = "a test that finds less than it put there has failed")]

mod model;
pub mod suite;

pub use model::Model;
pub use suite::{Case, Subject};
