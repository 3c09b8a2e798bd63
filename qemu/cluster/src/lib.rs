//! Test clusters of any kind: `cluster up`, `down`, `status`, `console`, `power-cut`, `start`.
//! Reading order: the command line, the way up, then the three kinds of nodes, then what they share.

pub mod cli;
mod down;
mod up;

mod machines;
mod native;
mod nodes;
mod none;
pub mod plane;

mod control;
mod forward;
mod health;
mod place;
mod process;
mod progress;
mod record;
pub mod supervisor;

pub use native::node;
