//! Test clusters of any kind: `cluster up`, `down`, `status`, `console`, `power-cut`, `start`.
//! Reading order: the command line, the way up, then the three kinds of nodes, then what they share.

pub mod cli;
mod up;
mod down;

mod none;
mod nodes;
mod native;
pub mod plane;

pub mod supervisor;
mod control;
mod forward;
mod process;
mod progress;
mod record;

pub use native::node;
